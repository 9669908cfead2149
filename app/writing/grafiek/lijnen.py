"""The lines of a chart: where they run, where figures are missing, which points get a mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.writing.grafiek.indeling import Indeling
from app.writing.grafiek.plaatsing import Plek
from app.writing.grafiek.waarden import Punt, Reeks

_GAT = 1.6  # times the usual distance, where the points do not say how long their periods are
_DICHT = 9.0  # points that are closer together than this have no marks of their own


@dataclass(frozen=True, slots=True)
class Getrokken:
    """`heel`: the pieces of the line; `gaten`: what joins two pieces across missing periods; `merken`: with a mark."""

    plekken: tuple[Plek, ...]
    heel: tuple[tuple[Plek, ...], ...]
    gaten: tuple[tuple[Plek, Plek], ...]
    merken: tuple[tuple[Plek, Punt], ...]


def trek(reeks: Reeks, indeling: Indeling) -> Getrokken:
    """The line of a reeks that has at least one figure."""
    punten = reeks.getallen
    plekken = [indeling.plek(punt.datum, punt.waarde) for punt in punten if punt.waarde is not None]
    open_ = _ontbrekend(reeks, punten)
    stukken, gaten = [[plekken[0]]], []
    for (links, rechts), gat in zip(pairwise(plekken), open_, strict=True):
        if gat:
            gaten.append((links, rechts))
            stukken.append([rechts])
        else:
            stukken[-1].append(rechts)
    merken = _merken(list(zip(plekken, punten, strict=True)), stukken)
    return Getrokken(tuple(plekken), tuple(map(tuple, stukken)), tuple(gaten), tuple(merken))


def _ontbrekend(reeks: Reeks, punten: Sequence[Punt]) -> list[bool]:
    """For each pair of neighbours whether a period between them has no figure."""
    zonder = [punt.datum for punt in reeks.punten if punt.waarde is None]
    afstanden = [(later.datum - eerder.datum).days for eerder, later in pairwise(punten)]
    gewoon = median(afstanden) if afstanden else 0
    return [
        any(eerder.datum < datum < later.datum for datum in zonder) or _is_gat(eerder, later, gewoon)
        for eerder, later in pairwise(punten)
    ]


def _is_gat(eerder: Punt, later: Punt, gewoon: float) -> bool:
    """A figure of one day says nothing about the days around it, so there the usual distance decides."""
    if later.van is not None and later.van < later.datum:
        return (later.van - eerder.datum).days > 1
    return (later.datum - eerder.datum).days > gewoon * _GAT


def _merken(paren: Sequence[tuple[Plek, Punt]], stukken: Sequence[Sequence[Plek]]) -> list[tuple[Plek, Punt]]:
    """All of them where there is room; otherwise what is voorlopig, what stands alone and the last."""
    breedte = paren[-1][0][0] - paren[0][0][0]
    if breedte >= _DICHT * (len(paren) - 1):
        return list(paren)
    alleen = {stuk[0] for stuk in stukken if len(stuk) == 1}
    laatste = paren[-1][1]
    return [(plek, punt) for plek, punt in paren if punt.voorlopig or plek in alleen or punt is laatste]
