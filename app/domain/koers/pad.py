"""The way from where a figure started to where it must be, and what is expected on each day of it."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from app.domain.koers.doel import Doel

Punt = tuple[date, Fraction]


@dataclass(frozen=True, slots=True)
class Weg:
    """`begin`: where it started, None when unknown. `pad`: the corners of the expected path, in order of time.

    The path is empty when there is nothing to go by, and when what was there at the begin meets the doel already.
    """

    doel: Doel
    begin: Fraction | None
    pad: tuple[Punt, ...]

    @property
    def lengte(self) -> Fraction:
        """What 100% of the way is; 0 only for a level of zero that was met at the begin."""
        begin = self.pad[0][1] if self.begin is None and self.pad else self.begin
        te_gaan = Fraction(0) if begin is None else abs(self.doel.eis.buiten(begin))
        return te_gaan or self.doel.maat

    def deel(self, waarde: Fraction) -> Fraction | None:
        """The share of the way that was gone: below 0 when it went back, None when there was no way to go."""
        if self.begin is None or self.doel.eis.bevat(self.begin):
            return None
        return (waarde - self.begin) / (self.doel.eis.dichtstbij(self.begin) - self.begin)

    def verwacht(self, dag: date) -> Fraction | None:
        """Before the first and after the last point it stays what it is there; None without a path."""
        if not self.pad:
            return None
        if dag <= self.pad[0][0]:
            return self.pad[0][1]
        for (van, waarde), (tot, volgende) in pairwise(self.pad):
            if dag <= tot:
                return waarde + (volgende - waarde) * (_maanden(dag) - _maanden(van)) / (_maanden(tot) - _maanden(van))
        return self.pad[-1][1]


def maak_weg(
    doel: Doel, begin: tuple[date, Decimal] | None, gezet: Sequence[tuple[date, Decimal]], einde: date | None
) -> Weg:
    """A straight line from the begin to the nearest value that meets the doel, through the points that a user set.

    Points before the begin or after the end do not count; one on the last day replaces the end.
    """
    eerste = None if begin is None else Fraction(begin[1])
    tussen = {
        dag: Fraction(waarde)
        for dag, waarde in sorted(gezet)
        if (begin is None or dag > begin[0]) and (einde is None or dag <= einde)
    }
    if not tussen and (eerste is None or begin is None or einde is None or begin[0] >= einde or doel.eis.bevat(eerste)):
        return Weg(doel, eerste, ())
    punten = {} if begin is None or eerste is None else {begin[0]: eerste}
    punten |= tussen
    if einde is not None and einde not in punten:
        punten[einde] = doel.eis.dichtstbij(list(punten.values())[-1])
    return Weg(doel, eerste, tuple(punten.items()))


def afgerond(breuk: Fraction) -> Decimal:
    """To four decimals, half to even; built from text, because a sum of Decimals is rounded to 28 figures."""
    return Decimal(f"{round(breuk * 10_000)}E-4")


@lru_cache(maxsize=1024)
def _maanden(dag: date) -> Fraction:
    """Time in months at the end of the day: every month is one, so a quarter is exactly a quarter of a year."""
    dagen = monthrange(dag.year, dag.month)[1]
    return Fraction((12 * dag.year + dag.month - 1) * dagen + dag.day, dagen)
