"""What a document that came back says of itself: its title, its date, its years, and the introduction."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from app.domain import structuur as s
from app.domain.notitie.vorm import GEEN
from app.domain.taal.datums import lees_datum, toon_datum
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.terug.context import Context, kies
from app.reading.terug.kern import kern
from app.reading.terug.lijnen import als_tekst, heeft_woorden

NIET_GELEZEN = "‘{tekst}’ is geen {wat}; de {wat} blijft zoals die was."
_NIETS = {"", GEEN, "-", "geen"}
_LANGSTE = 100
_NAAM = re.compile(r"(?:datum|versie|referentiejaar|doeljaar)\b\s*:?\s*", re.IGNORECASE)
T = TypeVar("T")


def lees_gegevens(context: Context) -> None:
    """What the document does not say stays as it was."""
    basis, notitie = context.basis, context.uit.notitie
    notitie.gemeente = basis.gemeente
    notitie.titel = _titel(context)
    notitie.versie = _versie(context)
    notitie.datum = _waarde(context, Merksoort.DATUM, "datum", basis.datum, lees_datum)
    notitie.referentiejaar = _waarde(context, Merksoort.REFERENTIEJAAR, "jaar", basis.referentiejaar, _jaar)
    notitie.doeljaar = _waarde(context, Merksoort.DOELJAAR, "jaar", basis.doeljaar, _jaar)
    lijnen = context.terug.inleiding
    notitie.inleiding = kies(als_tekst(lijnen) if heeft_woorden(lijnen) else "", basis.inleiding)
    context.opmerkingen("", "inleiding", lijnen)
    for soort, lijn in context.terug.kenmerken.items():
        context.opmerkingen("", soort.value, [lijn])


def _titel(context: Context) -> str:
    lijn = context.terug.kenmerken.get(Merksoort.TITEL)
    return kies(lijn.tekst, context.basis.titel) if lijn and lijn.tekst else context.basis.titel


def _versie(context: Context) -> str | None:
    lijn = context.terug.kenmerken.get(Merksoort.VERSIE)
    if lijn is None:
        return context.basis.versie
    tekst = _na_de_naam(lijn.tekst)
    was = context.basis.versie
    if tekst.casefold() not in _NIETS:
        return kies(tekst, was or "")
    return was if was is not None and kern(was).casefold() in _NIETS else None


def _waarde(context: Context, soort: Merksoort, wat: str, was: T | None, lees: Callable[[str], T | None]) -> T | None:
    lijn = context.terug.kenmerken.get(soort)
    if lijn is None:
        return was
    tekst = _na_de_naam(lijn.tekst)
    if tekst == _getoond(was):
        return was
    gelezen = lees(tekst) if tekst.casefold() not in _NIETS else None
    if gelezen is None and tekst.casefold() not in _NIETS:
        context.meld(NIET_GELEZEN.format(tekst=tekst[:_LANGSTE], wat=wat))
        return was
    return gelezen


def _getoond(waarde: Any) -> str:
    if waarde is None:
        return GEEN
    return toon_datum(waarde) if isinstance(waarde, date) else str(waarde)


def _na_de_naam(tekst: str) -> str:
    """ "Versie", a tab, and then what it is; the tab may be gone."""
    return tekst.split("\t", 1)[1].strip() if "\t" in tekst else _NAAM.sub("", tekst, count=1).strip()


def _jaar(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) == 4 and int(tekst) in s.JAREN else None
