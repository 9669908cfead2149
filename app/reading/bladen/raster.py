"""Finds the tables that are drawn with lines: which cells there are, and which of them were merged."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from app.reading.bladen.blad import Lijn, Woord

SPELING = 3.0
MEESTE_LIJNEN = 1500
MEESTE_VAKKEN = 20_000


@dataclass(slots=True)
class Vak:
    """A cell of the grid, merged or not; rows and columns are counted from 0, and measured in."""

    rij: int
    kolom: int
    hoogte: int
    breedte: int
    woorden: list[Woord] = field(default_factory=list)


@dataclass(slots=True)
class Raster:
    """`xs` and `ys`: the lines between the columns and rows. `vak_van`: which cell a square of the grid belongs to."""

    xs: list[float]
    ys: list[float]
    vakken: list[Vak]
    vak_van: dict[tuple[int, int], Vak]

    def bevat(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def vak_op(self, x: float, y: float) -> Vak:
        kolom = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        rij = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.vak_van[rij, kolom]

    @property
    def oppervlakte(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def vind_rasters(lijnen: list[Lijn]) -> list[Raster]:
    """Only what has at least two cells; a frame around a text is no table."""
    liggend = _voeg_samen([lijn for lijn in lijnen if lijn.liggend], liggend=True)
    staand = _voeg_samen([lijn for lijn in lijnen if not lijn.liggend], liggend=False)
    if max(len(liggend), len(staand)) > MEESTE_LIJNEN:
        return []
    rasters = [_maak_raster(h, v) for h, v in _groepen(liggend, staand)]
    return sorted((raster for raster in rasters if raster), key=lambda raster: (raster.ys[0], raster.xs[0]))


def _voeg_samen(lijnen: list[Lijn], *, liggend: bool) -> list[Lijn]:
    """Lines in each other's extension, or nearly upon each other, become one."""
    stukken = sorted((lijn.y0, lijn.x0, lijn.x1) if liggend else (lijn.x0, lijn.y0, lijn.y1) for lijn in lijnen)
    groepen: list[list[tuple[float, float, float]]] = []
    for stuk in stukken:
        if groepen and stuk[0] - groepen[-1][-1][0] <= SPELING / 2 and stuk[0] - groepen[-1][0][0] <= SPELING:
            groepen[-1].append(stuk)
        else:
            groepen.append([stuk])
    uit: list[Lijn] = []
    for groep in groepen:
        plek = sum(stuk[0] for stuk in groep) / len(groep)
        for begin, einde in _aaneen(sorted((a, b) for _, a, b in groep)):
            uit.append(Lijn(begin, plek, einde, plek) if liggend else Lijn(plek, begin, plek, einde))
    return uit


def _aaneen(stukken: list[tuple[float, float]]) -> list[tuple[float, float]]:
    uit: list[tuple[float, float]] = []
    for begin, einde in stukken:
        if uit and begin <= uit[-1][1] + SPELING:
            uit[-1] = (uit[-1][0], max(uit[-1][1], einde))
        else:
            uit.append((begin, einde))
    return uit


def _raken(h: Lijn, v: Lijn) -> bool:
    return h.x0 - SPELING <= v.x0 <= h.x1 + SPELING and v.y0 - SPELING <= h.y0 <= v.y1 + SPELING


def _groepen(liggend: list[Lijn], staand: list[Lijn]) -> list[tuple[list[Lijn], list[Lijn]]]:
    """Lines that touch each other, directly or through others."""
    baas = list(range(len(liggend) + len(staand)))

    def hoofd(i: int) -> int:
        while baas[i] != i:
            baas[i] = baas[baas[i]]
            i = baas[i]
        return i

    for i, h in enumerate(liggend):
        for j, v in enumerate(staand, start=len(liggend)):
            if _raken(h, v):
                baas[hoofd(i)] = hoofd(j)
    groepen: dict[int, tuple[list[Lijn], list[Lijn]]] = defaultdict(lambda: ([], []))
    for i, lijn in enumerate([*liggend, *staand]):
        groepen[hoofd(i)][i >= len(liggend)].append(lijn)
    return [groep for groep in groepen.values() if groep[0] and groep[1]]


def _randen(plekken: list[float]) -> list[float]:
    uit: list[float] = []
    for plek in sorted(plekken):
        if not uit or plek - uit[-1] > SPELING:
            uit.append(plek)
    return uit


def _maak_raster(liggend: list[Lijn], staand: list[Lijn]) -> Raster | None:
    links, rechts = min(h.x0 for h in liggend), max(h.x1 for h in liggend)
    boven, onder = min(v.y0 for v in staand), max(v.y1 for v in staand)
    xs = _randen([links, rechts, *(v.x0 for v in staand)])
    ys = _randen([boven, onder, *(h.y0 for h in liggend)])
    rijen, kolommen = len(ys) - 1, len(xs) - 1
    if rijen < 1 or kolommen < 1 or not 1 < rijen * kolommen <= MEESTE_VAKKEN:
        return None
    vak_van = _vakken(xs, ys, liggend, staand)
    vakken = sorted({id(vak): vak for vak in vak_van.values()}.values(), key=lambda vak: (vak.rij, vak.kolom))
    return Raster(xs, ys, vakken, vak_van) if len(vakken) > 1 else None


def _vakken(xs: list[float], ys: list[float], liggend: list[Lijn], staand: list[Lijn]) -> dict[tuple[int, int], Vak]:
    """Squares without a line between them are one cell."""
    vast: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for r in range(len(ys) - 1):
        for k in range(len(xs) - 1):
            eigen = vast.setdefault((r, k), {(r, k)})
            midden_x, midden_y = (xs[k] + xs[k + 1]) / 2, (ys[r] + ys[r + 1]) / 2
            if k + 2 < len(xs) and not _staat_tussen(staand, xs[k + 1], midden_y):
                eigen = _verenig(vast, eigen, (r, k + 1))
            if r + 2 < len(ys) and not _ligt_tussen(liggend, ys[r + 1], midden_x):
                _verenig(vast, eigen, (r + 1, k))
    return _als_vakken(vast)


def _verenig(
    vast: dict[tuple[int, int], set[tuple[int, int]]], een: set[tuple[int, int]], plek: tuple[int, int]
) -> set[tuple[int, int]]:
    ander = vast.get(plek, {plek})
    if ander is een:
        return een
    een |= ander
    for vak in ander:
        vast[vak] = een
    return een


def _als_vakken(vast: dict[tuple[int, int], set[tuple[int, int]]]) -> dict[tuple[int, int], Vak]:
    uit: dict[tuple[int, int], Vak] = {}
    for plek, leden in vast.items():
        if plek in uit:
            continue
        rijen, kolommen = [r for r, _ in leden], [k for _, k in leden]
        vak = Vak(min(rijen), min(kolommen), max(rijen) - min(rijen) + 1, max(kolommen) - min(kolommen) + 1)
        uit.update(dict.fromkeys(leden, vak))
    return uit


def _staat_tussen(staand: list[Lijn], x: float, y: float) -> bool:
    return any(abs(v.x0 - x) <= SPELING and v.y0 - SPELING <= y <= v.y1 + SPELING for v in staand)


def _ligt_tussen(liggend: list[Lijn], y: float, x: float) -> bool:
    return any(abs(h.y0 - y) <= SPELING and h.x0 - SPELING <= x <= h.x1 + SPELING for h in liggend)
