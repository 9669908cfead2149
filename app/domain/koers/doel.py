"""What a Streefwaarde asks in the unit of the indicator: from which value it is met.

All sums are in fractions, so that nothing is rounded before it is judged.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.cijfers.indicator import Gunstig
from app.domain.structuur import Richting, Streefwaarde
from app.domain.taal.getallen import EENHEDEN

# Units of which a doel and an indicator must both speak. Any other ("trajecten", "fte") counts things, as aantal does.
_VAST = frozenset(EENHEDEN.values()) - {"fte"} | {"cijfer"}


class Reden(StrEnum):
    """Why a koers cannot be computed."""

    KWALITATIEF = "kwalitatief"
    EENHEID = "andere eenheid"
    GEEN_NULMETING = "geen nulmeting"
    NULMETING_NUL = "nulmeting is nul"
    GEEN_DOELJAAR = "geen doeljaar"
    RICHTING = "richting onbekend"


@dataclass(frozen=True, slots=True)
class Bereik:
    """The values from `laag` to `hoog`, both included; None has no end on that side."""

    laag: Fraction | None
    hoog: Fraction | None

    def bevat(self, waarde: Fraction) -> bool:
        return self.buiten(waarde) == 0

    def buiten(self, waarde: Fraction) -> Fraction:
        """How far outside: below zero when the value is too low, above when it is too high, 0 inside."""
        return waarde - self.dichtstbij(waarde)

    def dichtstbij(self, waarde: Fraction) -> Fraction:
        if self.laag is not None and waarde < self.laag:
            return self.laag
        return self.hoog if self.hoog is not None and waarde > self.hoog else waarde

    def ook(self, waarde: Fraction) -> "Bereik":
        """Stretched as far as this value."""
        laag = None if self.laag is None else min(self.laag, waarde)
        hoog = None if self.hoog is None else max(self.hoog, waarde)
        return Bereik(laag, hoog)

    @property
    def maat(self) -> Fraction:
        """The width, or what the only bound is."""
        if self.laag is not None and self.hoog is not None and self.laag != self.hoog:
            return self.hoog - self.laag
        return abs(self.laag if self.laag is not None else self.hoog or Fraction(0))


@dataclass(frozen=True, slots=True)
class Doel:
    """`belofte`: the figure or band as it was promised. `eis`: the values with which it is met.

    They differ where more is as good: "20-40 meer" is met from 20 on. `verandering`: the size of the change that was
    promised, 0 for a level. `richting_bekend` is False for one bare level ("40 trajecten") of which nobody can tell
    whether it must be reached from below or from above.
    """

    belofte: Bereik
    eis: Bereik
    verandering: Fraction = Fraction(0)
    richting_bekend: bool = True

    @property
    def maat(self) -> Fraction:
        """What a shortfall is compared with when there is no way to go."""
        return self.verandering or self.eis.maat


def bepaal_doel(
    s: Streefwaarde, nulmeting: Decimal | None, eenheid: str | None, gunstig: Gunstig | None
) -> Doel | Reden:
    """`eenheid` and `gunstig` are those of the indicator; None for an unknown unit, which is taken to fit.

    `s` has a figure. A percentage is a share of the nulmeting, also when the indicator is itself in procent: only
    "procentpunt" is added and subtracted. "30% minder" than a nulmeting below zero is lower still.
    """
    if s.richting is Richting.KWALITATIEF:
        return Reden.KWALITATIEF
    if not _eenheid_past(s, eenheid):
        return Reden.EENHEID
    nul = None if nulmeting is None else Fraction(nulmeting)
    if s.richting is Richting.NIVEAU:
        return _niveau(_breuk(s.min), _breuk(s.max), nul, gunstig)
    if nul is None:
        return Reden.GEEN_NULMETING
    if s.eenheid == "procent" and nul == 0:
        return Reden.NULMETING_NUL
    return _verandering(s, nul)


def _breuk(waarde: Decimal | None) -> Fraction | None:
    return None if waarde is None else Fraction(waarde)


def _eenheid_past(s: Streefwaarde, eenheid: str | None) -> bool:
    """ "€ 500 minder" fits an indicator in "euro per jeugdige"; "30% minder" fits any."""
    if eenheid is None or s.eenheid is None or s.eenheid == eenheid or eenheid.startswith(f"{s.eenheid} "):
        return True
    if s.richting is not Richting.NIVEAU and s.eenheid == "procent":
        return True
    if s.eenheid == "procentpunt":
        return eenheid == "procent"
    return s.eenheid not in _VAST and eenheid not in _VAST


def _niveau(laag: Fraction | None, hoog: Fraction | None, nul: Fraction | None, gunstig: Gunstig | None) -> Doel:
    """A band must be hit. One bare level is met from one side: that of `gunstig`, else the one the nulmeting is on."""
    belofte = Bereik(laag, hoog)
    if laag is None or hoog is None or laag != hoog:
        return Doel(belofte, belofte)
    if gunstig is Gunstig.HOGER or (gunstig is None and nul is not None and nul < laag):
        return Doel(belofte, Bereik(laag, None))
    if gunstig is Gunstig.LAGER or (nul is not None and nul > hoog):
        return Doel(belofte, Bereik(None, hoog))
    return Doel(belofte, belofte, richting_bekend=False)


def _verandering(s: Streefwaarde, nul: Fraction) -> Doel:
    """The smallest change asked is what counts; of "hoogstens 5 minder" only the largest one is known."""
    omhoog = s.richting is Richting.STIJGING
    keer = abs(nul) / 100 if s.eenheid == "procent" else Fraction(1)
    stap = keer if omhoog else -keer
    minste = None if s.min is None else nul + stap * Fraction(s.min)
    meeste = None if s.max is None else nul + stap * Fraction(s.max)
    belofte = Bereik(minste, meeste) if omhoog else Bereik(meeste, minste)
    eis = belofte if minste is None else Bereik(minste, None) if omhoog else Bereik(None, minste)
    return Doel(belofte, eis, keer * abs(Fraction(s.min if s.min is not None else s.max or 0)))
