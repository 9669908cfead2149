"""The pieces of a printed line that stand apart from each other, as the cells of a row without lines do."""

from itertools import pairwise

from app.reading.bladen.blad import Woord, Zetregel
from app.reading.bladen.merken import lees_merk

WIJD = 1.0  # of the size: this much room between two words may be the room between two columns
GELIJK = 3.0
WEINIG = 4


def segmenten(regel: Zetregel) -> list[Zetregel]:
    """A mark before a list item belongs to what stands behind it, however far."""
    delen: list[list[Woord]] = [[regel.woorden[0]]]
    wijd = _wijd(regel)
    for woord in regel.woorden[1:]:
        gat = woord.x0 - delen[-1][-1].x1
        los_merk = len(delen[-1]) == 1 and lees_merk(Zetregel(regel.blad, [*delen[-1], woord])) is not None
        if gat > wijd and not los_merk:
            delen.append([woord])
        else:
            delen[-1].append(woord)
    return [Zetregel(regel.blad, deel) for deel in delen]


def gewoon_gat(regel: Zetregel) -> float:
    """The room between most of its words, in sizes; 0 for a line with too few of them.

    In a row of a table with few words most of the room may lie between columns: there the smallest counts.
    """
    gaten = sorted(b.x0 - a.x1 for a, b in pairwise(regel.woorden))
    midden = (len(gaten) - 1) // 2 if len(gaten) > WEINIG else 0
    return gaten[midden] / regel.grootte if len(gaten) > 2 else 0.0


def _wijd(regel: Zetregel) -> float:
    """In a justified line all words stand far apart; a column stands further."""
    return regel.grootte * max(WIJD, 1.8 * gewoon_gat(regel))


def kruist(regel: Zetregel, x: float) -> bool:
    """Whether running text of the line goes over the height line at `x`, where a column would begin."""
    links = [woord for woord in regel.woorden if woord.x0 < x - GELIJK]
    rechts = [woord for woord in regel.woorden if woord.x0 >= x - GELIJK]
    if links and links[-1].x1 > x - GELIJK:
        return True
    if not links or not rechts:
        return False
    los_merk = len(links) == 1 and lees_merk(Zetregel(regel.blad, [links[0], rechts[0]])) is not None
    return los_merk or rechts[0].x0 - links[-1].x1 <= 0.7 * _wijd(regel)
