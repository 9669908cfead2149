"""What a line of the logboek says that changed, in words for people: per field what it was and what it became."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.taal.datums import toon_datum, toon_moment
from app.domain.taal.tekst_verschil import Stuk, tekstverschil

# What holds a thing together, and tells people nothing.
_VERBORGEN = {"id", "merk", "rev", "volgorde", "lijn", "aangemaakt_op", "gewijzigd_op"}
_NAMEN = {
    "actief": "mag inloggen",
    "eist_tweede_stap": "iedereen in twee stappen",
    "email": "e-mailadres",
    "los_nummer": "los nummer",
}
_GETAL = re.compile(r"-?[0-9]+\.[0-9]+")
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+]+")
# Above this a text is compared word by word.
KORT = 40


@dataclass(frozen=True, slots=True)
class Veldverschil:
    """`oud` and `nieuw` are empty where there was nothing, or is nothing any more."""

    veld: str
    oud: str
    nieuw: str

    @property
    def stukken(self) -> list[Stuk] | None:
        """Word by word, when both are texts that are long enough to look for the difference."""
        lang = self.oud and self.nieuw and max(len(self.oud), len(self.nieuw)) > KORT
        return tekstverschil(self.oud, self.nieuw) if lang else None


def verschillen(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> list[Veldverschil]:
    """In the order of the line itself."""
    namen = list(dict.fromkeys([*oud, *nieuw]))
    alle = [Veldverschil(_naam(n), _woord(oud.get(n)), _woord(nieuw.get(n))) for n in namen if _telt(n)]
    return [veld for veld in alle if veld.oud != veld.nieuw]


def in_een_zin(waarden: Mapping[str, Any]) -> str:
    """One side of a line, for a cell of a table: `tekst: ...; jaar: 2020`."""
    return "; ".join(_paren(waarden))


def _paren(waarden: Mapping[str, Any]) -> Iterator[str]:
    for naam, waarde in waarden.items():
        if _telt(naam) and (woord := _woord(waarde)):
            yield f"{_naam(naam)}: {woord}"


def _telt(naam: str) -> bool:
    return naam not in _VERBORGEN and not naam.endswith("_id")


def _naam(naam: str) -> str:
    return _NAMEN.get(naam, naam.replace("_", " "))


def _woord(waarde: Any) -> str:
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Mapping):
        return ", ".join(_paren(waarde))
    if isinstance(waarde, list):
        return "; ".join(filter(None, map(_woord, waarde)))
    return _tekst(str(waarde))


def _tekst(tekst: str) -> str:
    """Figures and days as people write them; they are kept as machines do."""
    if _GETAL.fullmatch(tekst):
        return tekst.replace(".", ",")
    try:
        if _DAG.fullmatch(tekst):
            return toon_datum(date.fromisoformat(tekst))
        if _MOMENT.fullmatch(tekst):
            return toon_moment(datetime.fromisoformat(tekst))
    except ValueError:
        pass  # looks like a day and is none: as it stands
    return tekst
