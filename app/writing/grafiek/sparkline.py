"""A line as small as a word, for lists: which way it goes and, where there is one, what is aimed for."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from app.writing.grafiek.doek import Doek
from app.writing.grafiek.getallen import kort
from app.writing.grafiek.plaatsing import Plek
from app.writing.grafiek.tijdas import Tijdas
from app.writing.grafiek.waarden import Punt, Streef

BREEDTE, HOOGTE = 96.0, 24.0
_RAND, _MERK = 4.0, 2.75


def sparkline(punten: Sequence[Punt], *, streef: Streef | None = None, eenheid: str = "") -> Markup:
    """Empty when there is no figure. It needs no id: its name is the text that a screen reader says."""
    getallen = sorted((punt for punt in punten if punt.waarde is not None), key=lambda punt: punt.datum)
    if not getallen:
        return Markup("")
    doek = Doek(BREEDTE, HOOGTE)
    grenzen = streef.grenzen if streef else ()
    plekken = _plekken(getallen, grenzen)
    for y in _hoogtes(grenzen, _bereik(getallen, grenzen)):
        doek.lijn("streef", (0, y), (BREEDTE, y))
    doek.weg("lijn--1", [plekken])
    doek.merk("merk--open-1" if getallen[-1].voorlopig else "merk--1", "o", plekken[-1], _MERK)
    return Markup(
        '<svg class="sparkline" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}" focusable="false">{}</svg>'
    ).format(BREEDTE, HOOGTE, _woorden(getallen, eenheid), doek.inhoud())


def _woorden(punten: Sequence[Punt], eenheid: str) -> str:
    """`Van 8,3% (2018) naar 9,6% (2021)`"""
    eerste, laatste = (f"{kort(p.waarde or Decimal(0), eenheid)} ({p.label})" for p in (punten[0], punten[-1]))
    return f"Van {eerste} naar {laatste}" if len(punten) > 1 else laatste


def _bereik(punten: Sequence[Punt], grenzen: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    waarden = [punt.waarde for punt in punten if punt.waarde is not None] + list(grenzen)
    return min(waarden), max(waarden)


def _plekken(punten: Sequence[Punt], grenzen: Sequence[Decimal]) -> list[Plek]:
    as_ = Tijdas(punten[0].datum, punten[-1].datum)
    hoogtes = _hoogtes([punt.waarde for punt in punten if punt.waarde is not None], _bereik(punten, grenzen))
    return [(_RAND + as_.deel(punt.datum) * (BREEDTE - 2 * _RAND), y) for punt, y in zip(punten, hoogtes, strict=True)]


def _hoogtes(waarden: Sequence[Decimal], bereik: tuple[Decimal, Decimal]) -> list[float]:
    """In the middle when all are the same."""
    laag, hoog = bereik
    ruimte = HOOGTE - 2 * _RAND
    delen = [float((waarde - laag) / (hoog - laag)) if hoog != laag else 0.5 for waarde in waarden]
    return [HOOGTE - _RAND - deel * ruimte for deel in delen]
