"""The axis of values: round steps around everything that must fit. Exact decimals; only places are floats."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_MOOI = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_VANAF_NUL = Decimal("0.5")  # when the lowest is under this share of the highest, the axis begins at nothing
_LUCHT = Decimal("0.06")  # of the spread, kept free above and below an axis that does not begin at nothing


@dataclass(frozen=True, slots=True)
class Waardeas:
    """`stappen`: where the lines are, from bottom to top, at least two."""

    stappen: tuple[Decimal, ...]

    @property
    def onder(self) -> Decimal:
        return self.stappen[0]

    @property
    def boven(self) -> Decimal:
        return self.stappen[-1]

    @property
    def zonder_nul(self) -> bool:
        """Readers should know that the height of the line is not the size of the figure."""
        return self.onder > 0 or self.boven < 0

    def deel(self, waarde: Decimal) -> float:
        """0 at the bottom, 1 at the top."""
        return float((waarde - self.onder) / (self.boven - self.onder))


def maak_waardeas(waarden: Sequence[Decimal], *, delen: int) -> Waardeas:
    """About `delen` steps. Whole figures get whole steps. ValueError without any value."""
    laag, hoog = _bereik(min(waarden), max(waarden))
    sprong = _sprong((hoog - laag) / delen, heel=all(waarde == waarde.to_integral_value() for waarde in waarden))
    eerste = (laag / sprong).to_integral_value(ROUND_FLOOR)
    laatste = (hoog / sprong).to_integral_value(ROUND_CEILING)
    return Waardeas(tuple(stap * sprong for stap in map(Decimal, range(int(eerste), int(laatste) + 1))))


def _bereik(laag: Decimal, hoog: Decimal) -> tuple[Decimal, Decimal]:
    """From nothing where that costs little height, otherwise with some air around the values."""
    if laag == hoog or (laag >= 0 and laag <= hoog * _VANAF_NUL) or (hoog <= 0 and hoog >= laag * _VANAF_NUL):
        laag, hoog = min(laag, Decimal(0)), max(hoog, Decimal(0))
        return (laag, hoog) if laag != hoog else (Decimal(0), Decimal(1))
    lucht = (hoog - laag) * _LUCHT
    return (max(laag - lucht, Decimal(0)) if laag >= 0 else laag - lucht), (
        min(hoog + lucht, Decimal(0)) if hoog <= 0 else hoog + lucht
    )


def _sprong(ruw: Decimal, *, heel: bool) -> Decimal:
    """The first round figure that is not smaller than `ruw`."""
    macht = ruw.adjusted()
    sprong = next(stap for keer in _MOOI if (stap := keer.scaleb(macht)) >= ruw)
    if not heel:
        return sprong
    return max(sprong, Decimal(1)).to_integral_value(ROUND_CEILING)
