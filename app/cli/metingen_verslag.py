"""What was read from a file with metingen: in a few lines for people, and as data for programs."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.metingimport import Besluit
from app.models import Importfout, Importindicator, Metingimport
from app.models.basis import Sessie
from app.services.indicatoren.import_namen import indicatoren_van
from app.services.indicatoren.import_sql import MET_REEKS, M, R, van_import
from app.services.indicatoren.import_vergelijken import Telling, in_cijfers

MEESTE_REGELS = 20
# So many figures go into the JSON; of a longer file it holds the first.
MEESTE_METINGEN = 10_000


def verslag(session: Sessie, imp: Metingimport, telling: Telling) -> list[str]:
    nieuw = [rij.naam for rij in indicatoren_van(session, imp) if rij.besluit is Besluit.NIEUW]
    fouten = [_foutzin(imp, fout) for fout in _fouten(session, imp, MEESTE_REGELS)]
    return [
        f"{telling.zin}.",
        *_lijst("Nieuwe indicatoren:", nieuw[:MEESTE_REGELS], len(nieuw)),
        *_lijst("Bij het lezen viel op:", imp.opmerkingen, len(imp.opmerkingen)),
        *_lijst("Fout:", fouten, len(fouten)),
    ]


def foutregels(session: Sessie, imp: Metingimport, telling: Telling) -> Iterator[str]:
    """One sentence per fault, the first ones, and what can be done."""
    fouten = _fouten(session, imp, MEESTE_REGELS + 1)
    for fout in fouten[:MEESTE_REGELS]:
        yield _foutzin(imp, fout)
    if len(fouten) > MEESTE_REGELS:
        yield f"En zo zijn er meer: {in_cijfers(telling.fout)} cijfers zijn fout."
    rest = f"; met --alleen-goede slaat u de andere {in_cijfers(telling.goed)} wel op" if telling.goed else ""
    yield f"Er is niets opgeslagen{rest}."


def als_object(
    session: Sessie, imp: Metingimport, telling: Telling, *, organisatie: str, proef: bool
) -> dict[str, Any]:
    """The metingen have the names of the columns of the file."""
    return {
        "bestand": imp.bestandsnaam,
        "organisatie": organisatie,
        "proef": proef,
        "regels": telling.totaal,
        **asdict(telling),
        "waarschuwingen": list(imp.opmerkingen),
        "fouten": [
            {"regel": fout.regel, "kolom": fout.kolom, "zin": fout.zin} for fout in _fouten(session, imp, 1_000)
        ],
        "indicatoren": [_indicator(rij) for rij in indicatoren_van(session, imp)],
        "metingen": list(_metingen(session, imp)),
    }


def _fouten(session: Sessie, imp: Metingimport, aantal: int) -> list[Importfout]:
    keuze = select(Importfout).where(Importfout.import_id == imp.id)
    return list(session.scalars(keuze.order_by(Importfout.regel, Importfout.nr).limit(aantal)))


def _foutzin(imp: Metingimport, fout: Importfout) -> str:
    kolom = f", kolom '{fout.kolom}'" if fout.kolom else ""
    return f"{imp.bestandsnaam}, regel {fout.regel}{kolom}: {fout.zin}"


def _lijst(kop: str, regels: list[str], aantal: int) -> list[str]:
    meer = [f"- en nog {aantal - len(regels)}"] if aantal > len(regels) else []
    return [kop, *(f"- {regel}" for regel in regels), *meer] if regels else []


def _indicator(rij: Importindicator) -> dict[str, Any]:
    return {"naam": rij.naam, "eenheid": rij.eenheid, "besluit": rij.besluit.value, "lijkt_op": rij.lijkt_op or None}


def _metingen(session: Sessie, imp: Metingimport) -> Iterator[dict[str, Any]]:
    keuze = (
        select(
            M.c.regel, R.c.gebied, Importindicator.naam, R.c.eenheid, M.c.van, M.c.tot, R.c.soort, M.c.waarde,
            M.c.voorlopig, M.c.bron, M.c.toelichting,
        )
        .select_from(MET_REEKS.join(Importindicator, Importindicator.nr == R.c.indicator_nr))
        .where(van_import(imp.id), Importindicator.import_id == imp.id)
        .order_by(M.c.nr)
        .limit(MEESTE_METINGEN)
    )  # fmt: skip
    for regel, gebied, indicator, eenheid, van, tot, soort, waarde, voorlopig, bron, toelichting in session.execute(
        keuze
    ):
        yield {
            "regel": regel,
            "gebied": gebied,
            "indicator": indicator,
            "eenheid": eenheid,
            "periode": Meetperiode(van, tot).code,
            "reeks": soort.value,
            "waarde": _getal(waarde),
            "voorlopig": voorlopig,
            "bron": bron,
            "toelichting": toelichting,
        }


def _getal(waarde: Decimal) -> int | float:
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
