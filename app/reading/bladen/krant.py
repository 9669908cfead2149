"""Pages set in columns, as a newspaper: the left column is read to its end before the right one begins."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from app.reading.bladen.blad import Blad, Woord

GOOT = 8.0
MINSTE_REGELS = 8
VOL = 0.6
STAPPEN = 24


@dataclass(slots=True)
class Strook:
    """A part of the page with its own text columns: the words of each, from left to right. `goot` parts two."""

    goot: float
    kolommen: list[list[Woord]] = field(default_factory=list)

    @property
    def boven(self) -> float:
        return min(woord.midden[1] for kolom in self.kolommen for woord in kolom)


def stroken(blad: Blad, regels: list[list[Woord]]) -> list[Strook]:
    """`regels`: the words of each line of the page, from top to bottom."""
    goot = _vind_goot(blad, regels)
    if goot is None:
        return [Strook(blad.breedte, [[woord for regel in regels for woord in regel]])]
    uit: list[Strook] = []
    for dubbel, reeks in _reeksen(regels, goot):
        if dubbel:
            woorden = [woord for regel in reeks for woord in regel]
            links, rechts = [w for w in woorden if w.x0 < goot], [w for w in woorden if w.x0 >= goot]
            uit.append(Strook(goot, [links, rechts]))
        elif uit and len(uit[-1].kolommen) == 1:
            uit[-1].kolommen[0].extend(woord for regel in reeks for woord in regel)
        else:
            uit.append(Strook(blad.breedte, [[woord for regel in reeks for woord in regel]]))
    return uit


def _reeksen(regels: list[list[Woord]], goot: float) -> Iterator[tuple[bool, list[list[Woord]]]]:
    """Runs of lines, and whether both sides of the gutter are filled with running text there."""
    for kruisend, groep in groupby(regels, key=lambda regel: _kruist(regel, goot)):
        reeks = list(groep)
        yield not kruisend and _is_krant(reeks, goot), reeks


def _is_krant(reeks: list[list[Woord]], goot: float) -> bool:
    links = [deel for regel in reeks if (deel := [woord for woord in regel if woord.x0 < goot])]
    rechts = [deel for regel in reeks if (deel := [woord for woord in regel if woord.x0 >= goot])]
    return _is_lopend(links, goot) and _is_lopend(rechts, 0.0)


def _kruist(regel: list[Woord], goot: float) -> bool:
    links = [woord for woord in regel if woord.x0 < goot]
    rechts = [woord for woord in regel if woord.x0 >= goot]
    if any(woord.x1 > goot for woord in links):
        return True
    return bool(links and rechts) and rechts[0].x0 - max(woord.x1 for woord in links) < GOOT


def _vind_goot(blad: Blad, regels: list[list[Woord]]) -> float | None:
    """The gutter between two columns of running text; None for a page without."""
    beste, meeste = None, 0
    for stap in range(STAPPEN + 1):
        x = blad.breedte * (0.38 + 0.24 * stap / STAPPEN)
        aantal = sum(len(reeks) for dubbel, reeks in _reeksen(regels, x) if dubbel)
        if aantal > meeste:
            beste, meeste = x, aantal
    return beste


def _is_lopend(delen: list[list[Woord]], tot: float) -> bool:
    """Most lines fill their half of the page, at least as far as `tot`: the first column of a table is mostly empty."""
    if len(delen) < MINSTE_REGELS:
        return False
    begin, einde = min(deel[0].x0 for deel in delen), max(tot - GOOT, *(deel[-1].x1 for deel in delen))
    vol = sum(deel[-1].x1 - deel[0].x0 > VOL * (einde - begin) for deel in delen)
    return vol > VOL * len(delen)
