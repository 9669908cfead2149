"""Which unknowns a set of sums gives away: those that have one value in every solution.

Linear algebra in exact fractions; the sums are sparse, so a row is a dict of what stands in it.
"""

from collections.abc import Hashable, Iterable
from fractions import Fraction
from typing import TypeVar

Sleutel = TypeVar("Sleutel", bound=Hashable)
Rij = dict[Sleutel, Fraction]


def herleidbaar(vergelijkingen: Iterable[dict[Sleutel, int]]) -> list[Sleutel]:
    """Each equation: the unknowns in it with their factor. An unknown is given away when a row of its own remains."""
    herleid: dict[Sleutel, Rij[Sleutel]] = {}
    for vergelijking in vergelijkingen:
        rij = {sleutel: Fraction(factor) for sleutel, factor in vergelijking.items()}
        for sleutel in [sleutel for sleutel in rij if sleutel in herleid]:
            _trek_af(rij, herleid[sleutel], sleutel)
        if rij:
            _neem_op(herleid, rij)
    return [sleutel for sleutel, rij in herleid.items() if len(rij) == 1]


def _neem_op(herleid: dict[Sleutel, Rij[Sleutel]], rij: Rij[Sleutel]) -> None:
    """Solves the row for its first unknown and puts that out of all others."""
    sleutel, factor = next(iter(rij.items()))
    gedeeld = {ander: waarde / factor for ander, waarde in rij.items()}
    for andere in herleid.values():
        if sleutel in andere:
            _trek_af(andere, gedeeld, sleutel)
    herleid[sleutel] = gedeeld


def _trek_af(rij: Rij[Sleutel], af: Rij[Sleutel], sleutel: Sleutel) -> None:
    """Takes `af`, in which `sleutel` stands once, from `rij` as often as it stands there."""
    keer = rij[sleutel]
    for ander, waarde in af.items():
        rest = rij.get(ander, Fraction(0)) - keer * waarde
        if rest:
            rij[ander] = rest
        else:
            rij.pop(ander, None)
