"""A half-year report to calculate with: one flat table, and plain dicts and lists."""

from collections.abc import Iterator
from typing import Any

from app.domain.cijfers.indicator import Bloksoort
from app.writing.document import Kolom, Tabel, Waarde
from app.writing.documenten.rapport_beeld import (
    Deel,
    Hoofdstukbeeld,
    Indicatordeel,
    Rapportbeeld,
    Tekstdeel,
    Voortgangdeel,
)
from app.writing.documenten.voortgang import noem, thema_als_dict
from app.writing.grafiek.tabel import als_structuur
from app.writing.grafiek.waarden import Lijngrafiek

_KOLOMMEN = (
    "hoofdstuk", "titel", "soort", "onderwerp", "reeks", "periode", "waarde", "eenheid", "voorlopig", "tekst",
    "planning", "status",
)  # fmt: skip
_Rij = dict[str, Waarde]


def gegevens_van(beeld: Rapportbeeld) -> Tabel:
    """A row for every text, figure and line of progress, in the order of the report."""
    rijen: list[_Rij] = [
        {"hoofdstuk": nummer, "titel": hoofdstuk.titel, **rij}
        for nummer, hoofdstuk in enumerate(beeld.hoofdstukken, 1)
        for rij in _rijen(hoofdstuk, beeld.periode.code)
    ]
    cellen = tuple(tuple(rij.get(naam, "") for naam in _KOLOMMEN) for rij in rijen)
    return Tabel(beeld.titel, tuple(map(Kolom, _KOLOMMEN)), cellen)


def structuur_van(beeld: Rapportbeeld) -> dict[str, Any]:
    periode = beeld.periode
    return {
        "gemeente": beeld.organisatie.removeprefix("Gemeente "),
        "periode": periode.code,
        "stand": periode.status.value,
        "gesloten_op": periode.gesloten_op.isoformat() if periode.gesloten_op else None,
        "gesloten_door": periode.gesloten_door,
        "hoofdstukken": [
            {
                "nummer": nummer,
                "titel": hoofdstuk.titel,
                "duiding": hoofdstuk.duiding,
                "blokken": [_als_dict(deel) for deel in hoofdstuk.delen],
            }
            for nummer, hoofdstuk in enumerate(beeld.hoofdstukken, 1)
        ],
    }


def _rijen(hoofdstuk: Hoofdstukbeeld, code: str) -> Iterator[_Rij]:
    """The figures of an indicator stand in a chapter once, also when there is a chart as well as a table."""
    if hoofdstuk.duiding:
        yield {"soort": "duiding", "periode": code, "tekst": hoofdstuk.duiding}
    gehad: set[int] = set()
    for deel in hoofdstuk.delen:
        if isinstance(deel, Indicatordeel) and deel.soort is not Bloksoort.DUIDING:
            if deel.id not in gehad:
                yield from _cijfers(deel.lijn)
            gehad.add(deel.id)
        else:
            yield from _woorden(deel, code)


def _woorden(deel: Deel, code: str) -> Iterator[_Rij]:
    match deel:
        case Tekstdeel(tekst=tekst):
            yield {"soort": "tekst", "tekst": tekst}
        case Indicatordeel(duiding=duiding) if duiding:
            yield {"soort": "duiding", "onderwerp": deel.naam, "periode": code, "tekst": duiding}
        case Voortgangdeel():
            yield from _voortgang(deel, code)


def _voortgang(deel: Voortgangdeel, code: str) -> Iterator[_Rij]:
    for thema in deel.themas:
        for maatregel in thema.maatregelen:
            for regel in maatregel.regels:
                yield {
                    "soort": "voortgang",
                    "onderwerp": f"{thema.nummer}. {thema.naam}: {noem(maatregel)}",
                    "periode": code,
                    "tekst": regel.voortgang,
                    "planning": regel.planning,
                    "status": regel.status.value if regel.status else "",
                }


def _cijfers(lijn: Lijngrafiek) -> Iterator[_Rij]:
    for reeks in lijn.reeksen:
        for punt in reeks.punten:
            yield {
                "soort": "cijfer",
                "onderwerp": lijn.titel,
                "reeks": reeks.label,
                "periode": punt.label,
                "waarde": punt.waarde,
                "eenheid": lijn.eenheid,
                "voorlopig": "ja" if punt.voorlopig else "nee",
                "tekst": punt.tekst,
            }


def _als_dict(deel: Deel) -> dict[str, Any]:
    match deel:
        case Tekstdeel(tekst=tekst):
            return {"soort": Bloksoort.TEKST.value, "tekst": tekst}
        case Voortgangdeel(themas=themas):
            return {"soort": Bloksoort.VOORTGANG.value, "themas": [thema_als_dict(thema) for thema in themas]}
        case Indicatordeel(soort=Bloksoort.DUIDING):
            return {"soort": deel.soort.value, "indicator": deel.naam, "tekst": deel.duiding}
        case Indicatordeel():
            return {"soort": deel.soort.value, **als_structuur(deel.lijn), "koers": list(deel.koers)}
