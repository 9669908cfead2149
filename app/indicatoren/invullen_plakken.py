"""A block copied from a spreadsheet: periods above, indicatoren at the left, tabs between the cells."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.cijfers.meetperiode import Meetperiode, OngeldigeMeetperiode, lees_meetperiode
from app.domain.taal.citaat import citaat
from app.domain.taal.gelijkenis import gelijkenis, kernwoorden
from app.models import Indicator

MEESTE_TEKENS = 200_000
MEESTE_REGELS = 500
LIJKT_OP = 0.5


@dataclass(slots=True)
class Blok:
    """`cellen`: by id of the indicator and period what stood there; empty cells are left out."""

    periodes: list[Meetperiode] = field(default_factory=list)
    cellen: dict[tuple[int, Meetperiode], str] = field(default_factory=dict)
    opmerkingen: list[str] = field(default_factory=list)


class OnbruikbaarBlok(Exception):
    """The Dutch sentence says what the block should look like."""


def lees_blok(tekst: str, indicatoren: Sequence[Indicator]) -> Blok:
    """Raises OnbruikbaarBlok when no period or no indicator is recognised in it."""
    regels = _regels(tekst)
    blok = Blok()
    kolommen = _kolommen(regels[0], blok)
    per_naam = {_sleutel(indicator.naam): indicator for indicator in indicatoren}
    for nummer, regel in enumerate(regels[1:], 2):
        if indicator := _indicator(regel, nummer, per_naam, blok):
            for plek, periode in kolommen.items():
                _zet(blok, indicator, periode, regel[plek] if plek < len(regel) else "")
    if not blok.cellen:
        raise OnbruikbaarBlok(" ".join(["Er is geen cijfer herkend.", *blok.opmerkingen[:5]]))
    return blok


def _regels(tekst: str) -> list[list[str]]:
    if len(tekst) > MEESTE_TEKENS:
        raise OnbruikbaarBlok("Dit blok is te groot. Lees het in als bestand.")
    try:
        alle = list(csv.reader(tekst.splitlines(), delimiter="\t"))
    except csv.Error as fout:
        raise OnbruikbaarBlok("Dit blok is niet te lezen. Kopieer het opnieuw uit het rekenblad.") from fout
    regels = [[" ".join(cel.split()) for cel in regel] for regel in alle if any(cel.strip() for cel in regel)]
    if len(regels) < 2 or len(regels[0]) < 2:
        raise OnbruikbaarBlok("Plak een blok met de periodes in de eerste regel en de indicatoren in de eerste kolom.")
    if len(regels) > MEESTE_REGELS:
        raise OnbruikbaarBlok(f"Dit zijn {len(regels)} regels; plak er hoogstens {MEESTE_REGELS}.")
    return regels


def _kolommen(kop: Sequence[str], blok: Blok) -> dict[int, Meetperiode]:
    """By the place in the row which period it is; a column with another heading is passed over, and that is said."""
    kolommen: dict[int, Meetperiode] = {}
    for plek, cel in enumerate(kop[1:], 1):
        try:
            kolommen[plek] = lees_meetperiode(cel)
        except OngeldigeMeetperiode:
            if cel:
                blok.opmerkingen.append(f"Kolom {citaat(cel)} is overgeslagen: dat is geen periode.")
    if not kolommen:
        raise OnbruikbaarBlok("In de eerste regel staat geen periode, zoals 2020 of 2019-H1.")
    blok.periodes = sorted(set(kolommen.values()))
    return kolommen


def _indicator(regel: Sequence[str], nummer: int, per_naam: dict[str, Indicator], blok: Blok) -> Indicator | None:
    naam = regel[0]
    if indicator := per_naam.get(_sleutel(naam)):
        return indicator
    lijkt = _lijkt_op(naam, list(per_naam.values()))
    vraag = f" Bedoelt u '{lijkt.naam}'?" if lijkt else ""
    blok.opmerkingen.append(f"Regel {nummer}: {citaat(naam)} is geen indicator die u kunt invullen.{vraag}")
    return None


def _lijkt_op(naam: str, indicatoren: Sequence[Indicator]) -> Indicator | None:
    over = kernwoorden(naam)
    beste = max(indicatoren, key=lambda i: gelijkenis(over, kernwoorden(i.naam)), default=None)
    return beste if beste and gelijkenis(over, kernwoorden(beste.naam)) >= LIJKT_OP else None


def _zet(blok: Blok, indicator: Indicator, periode: Meetperiode, tekst: str) -> None:
    """Of a cell that stands there twice the last one is shown, and that it was twice."""
    if not tekst:
        return
    plek = indicator.id, periode
    if blok.cellen.get(plek, tekst) != tekst:
        zin = f"{indicator.naam}, {periode.label} staat er twee keer: {blok.cellen[plek]} en {tekst}. De laatste telt."
        blok.opmerkingen.append(zin)
    blok.cellen[plek] = tekst


def _sleutel(naam: str) -> str:
    return " ".join(naam.split()).casefold()
