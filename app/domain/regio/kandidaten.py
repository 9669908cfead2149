"""Which opdrachten can ask the same at all, found without comparing everything with everything.

`zelfde_opdracht` wants one of two things of two sets of words. Either one only adds to the other: nearly all of the
lighter set is in the heavier one. Or both say something of their own: then they share nearly all of both. Go through
the words of each set from the rarest on. The first word they share is then among the very first of the lighter set and
among the first of the heavier one, or, in the other case, among the very first of both. Only sets that meet there, and
whose weights are near enough, are looked at.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from app.domain.regio.kenmerk import (
    DREMPEL_AANVULLING,
    DREMPEL_ANDERS,
    VERWAARLOOSBAAR,
    gewicht,
    gewicht_van,
)

_RUIMTE = 1e-6


class Kandidaten:
    """Of sets that come one after another. `hoe_vaak`: of every word in all of them."""

    def __init__(self, hoe_vaak: Mapping[str, int]) -> None:
        self._hoe_vaak = hoe_vaak
        self._lichte, self._zware, self._gelijke = _Register(), _Register(), _Register()

    def voeg_toe(self, plek: int, soort: Hashable, woorden: frozenset[str]) -> set[int]:
        """The places of those that came before and can be the same; only sets of one `soort` are compared."""
        zwaarte, (licht, zwaar, gelijk) = gewicht(woorden), self._begin(woorden)
        eerdere = {
            *self._zware.zoek(soort, licht, zwaarte, zwaarte / DREMPEL_AANVULLING),
            *self._lichte.zoek(soort, zwaar, zwaarte * DREMPEL_AANVULLING, zwaarte),
            *self._gelijke.zoek(soort, gelijk, zwaarte * DREMPEL_ANDERS, zwaarte / DREMPEL_ANDERS),
        }
        self._lichte.neem_op(plek, soort, licht, zwaarte)
        self._zware.neem_op(plek, soort, zwaar, zwaarte)
        self._gelijke.neem_op(plek, soort, gelijk, zwaarte)
        return eerdere

    def _begin(self, woorden: frozenset[str]) -> tuple[list[str], list[str], list[str]]:
        """The rarest words, of each as many as it takes for the others to weigh less than what must be shared."""
        zwaarte = gewicht(woorden)
        op_volgorde = sorted(woorden, key=lambda woord: (self._hoe_vaak[woord], woord))
        gedeeld = (zwaarte - VERWAARLOOSBAAR, DREMPEL_AANVULLING * zwaarte, DREMPEL_ANDERS * zwaarte)
        licht, zwaar, gelijk = (op_volgorde[: _hoeveel(op_volgorde, zwaarte, minst)] for minst in gedeeld)
        return licht, zwaar, gelijk


def _hoeveel(woorden: list[str], zwaarte: int, minst: float) -> int:
    for plek, woord in enumerate(woorden):
        if zwaarte < minst - _RUIMTE:
            return plek
        zwaarte -= gewicht_van(woord)
    return len(woorden)


class _Register:
    """Places by a word, those of each word by the weight of their set."""

    def __init__(self) -> None:
        self._plekken: dict[tuple[Hashable, str], list[tuple[float, int]]] = defaultdict(list)

    def neem_op(self, plek: int, soort: Hashable, woorden: Iterable[str], zwaarte: int) -> None:
        for woord in woorden:
            insort(self._plekken[soort, woord], (zwaarte, plek))

    def zoek(self, soort: Hashable, woorden: Iterable[str], van: float, tot: float) -> Iterator[int]:
        for woord in woorden:
            plekken = self._plekken.get((soort, woord), ())
            begin, eind = bisect_left(plekken, (van - _RUIMTE,)), bisect_left(plekken, (tot + _RUIMTE,))
            yield from (plek for _, plek in plekken[begin:eind])


def tel_woorden(verzamelingen: Iterable[frozenset[str]]) -> Counter[str]:
    return Counter(woord for woorden in verzamelingen for woord in woorden)
