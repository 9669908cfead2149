"""Whether a doel is on course.

The last figure is held against what was expected *when it was measured*, on the straight line from the nulmeting to the
end of the doeljaar, or on the path a user set. How far it falls short is a share of the whole way:

* met, or met more than was asked → behaald, also before the doeljaar;
* as expected, better, or short by at most SPEELRUIMTE of the way → op koers;
* short by at most VER_VANAF of the way → achter; by more → ver achter;
* the doeljaar is over and it is not met → ver achter, however little is missing.

A band that is a level (25-30) must be hit; above it is as much off course as below it. Where the nulmeting meets the
doel already there is no way to go: then a share is one of the change that was promised, of the width of the band, or of
the level itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.cijfers.indicator import Gunstig
from app.domain.koers.doel import Reden, bepaal_doel
from app.domain.koers.pad import Weg, afgerond, maak_weg
from app.domain.structuur import Richting, Streefwaarde

SPEELRUIMTE = Fraction(1, 10)
VER_VANAF = Fraction(1, 3)
# A yearly figure comes some months after its year, and is the newest for a year: older than this is old.
OUD_NA_MAANDEN = 18


class Koers(StrEnum):
    BEHAALD = "behaald"
    OP_KOERS = "op koers"
    ACHTER = "achter"
    VER_ACHTER = "ver achter"
    GEEN_METING = "geen meting"
    DOEL_OPEN = "doel nog open"
    NIET_TE_BEREKENEN = "niet te berekenen"


# What needs attention first.
AANDACHT = (
    Koers.VER_ACHTER,
    Koers.ACHTER,
    Koers.GEEN_METING,
    Koers.DOEL_OPEN,
    Koers.NIET_TE_BEREKENEN,
    Koers.OP_KOERS,
    Koers.BEHAALD,
)


@dataclass(frozen=True, slots=True)
class Meetpunt:
    """`datum`: the moment the value speaks of, the last day of its period."""

    datum: date
    waarde: Decimal
    voorlopig: bool = False


@dataclass(frozen=True, slots=True)
class Koersbeeld:
    """The koers and everything it was computed from. Figures are rounded to four decimals, after judging.

    `doel_min` and `doel_max`: what was promised, in the unit of the indicator; `eis_min` and `eis_max`: with which
    values it is met; None has no bound. `verwacht`: on the day of `laatste`, `verwacht_nu`: on the peildatum,
    `verwacht_pad`: its corners; None and empty when there is no path. `afwijking`: `laatste` less `verwacht`.
    `buiten`: how far `laatste` is worse than what was expected: below 0 too low, above 0 too high, 0 good.
    `achterstand`: that distance as a share of the way. `voortgang`: the share of the way that was gone, below 0 when it
    went back; None when there was no way to go.
    """

    koers: Koers
    streefwaarde: Streefwaarde
    peildatum: date
    eenheid: str | None = None
    nulmeting: Meetpunt | None = None
    laatste: Meetpunt | None = None
    einde: date | None = None
    doel_min: Decimal | None = None
    doel_max: Decimal | None = None
    eis_min: Decimal | None = None
    eis_max: Decimal | None = None
    verwacht: Decimal | None = None
    verwacht_nu: Decimal | None = None
    verwacht_pad: tuple[tuple[date, Decimal], ...] = ()
    afwijking: Decimal | None = None
    buiten: Decimal | None = None
    achterstand: Decimal | None = None
    voortgang: Decimal | None = None
    reden: Reden | None = None

    @property
    def doeljaar_voorbij(self) -> bool:
        return self.einde is not None and self.peildatum > self.einde

    @property
    def verouderd(self) -> bool:
        if self.laatste is None:
            return False
        nu, toen = self.peildatum, self.laatste.datum
        return 12 * (nu.year - toen.year) + nu.month - toen.month > OUD_NA_MAANDEN


def kies_nulmeting(
    metingen: Iterable[Meetpunt], *, expliciet: Meetpunt | None, referentiejaar: int | None
) -> Meetpunt | None:
    """The one that was set; else the last one of the referentiejaar; without such a year the first of several."""
    if expliciet is not None:
        return expliciet
    op_datum = sorted(metingen, key=lambda punt: punt.datum)
    if referentiejaar is not None:
        return next((punt for punt in reversed(op_datum) if punt.datum.year == referentiejaar), None)
    return op_datum[0] if len(op_datum) > 1 else None


def bereken_koers(
    *,
    streefwaarde: Streefwaarde,
    nulmeting: Meetpunt | None,
    metingen: Iterable[Meetpunt],
    peildatum: date,
    pad: Sequence[tuple[date, Decimal]] = (),
    eenheid: str | None = None,
    gunstig: Gunstig | None = None,
) -> Koersbeeld:
    """`metingen` in any order; only those after the nulmeting and until the peildatum count.

    `eenheid` and `gunstig` are those of the indicator. `pad`: what a user expects instead of the straight line.
    """
    einde = None if streefwaarde.doeljaar is None else date(streefwaarde.doeljaar, 12, 31)
    laatste = _laatste(metingen, nulmeting, peildatum)
    leeg = Koersbeeld(Koers.NIET_TE_BEREKENEN, streefwaarde, peildatum, eenheid, nulmeting, laatste, einde)
    if streefwaarde.richting is not Richting.KWALITATIEF and streefwaarde.min is None and streefwaarde.max is None:
        return replace(leeg, koers=Koers.DOEL_OPEN)
    doel = bepaal_doel(streefwaarde, nulmeting.waarde if nulmeting else None, eenheid, gunstig)
    if isinstance(doel, Reden):
        geen_meting = doel is Reden.GEEN_NULMETING and laatste is None
        return replace(leeg, koers=Koers.GEEN_METING if geen_meting else leeg.koers, reden=doel)
    weg = maak_weg(doel, (nulmeting.datum, nulmeting.waarde) if nulmeting else None, pad, einde)
    beeld = _met_doel(leeg, weg)
    return beeld if laatste is None else _met_meting(beeld, weg, laatste)


def _laatste(metingen: Iterable[Meetpunt], nulmeting: Meetpunt | None, peildatum: date) -> Meetpunt | None:
    na = nulmeting.datum if nulmeting else date.min
    return max((punt for punt in metingen if na < punt.datum <= peildatum), key=lambda punt: punt.datum, default=None)


def _met_doel(beeld: Koersbeeld, weg: Weg) -> Koersbeeld:
    return replace(
        beeld,
        koers=Koers.GEEN_METING,
        doel_min=_decimaal(weg.doel.belofte.laag),
        doel_max=_decimaal(weg.doel.belofte.hoog),
        eis_min=_decimaal(weg.doel.eis.laag),
        eis_max=_decimaal(weg.doel.eis.hoog),
        verwacht_nu=_decimaal(weg.verwacht(beeld.peildatum)),
        verwacht_pad=tuple((dag, afgerond(waarde)) for dag, waarde in weg.pad),
    )


def _met_meting(beeld: Koersbeeld, weg: Weg, laatste: Meetpunt) -> Koersbeeld:
    waarde, eis = Fraction(laatste.waarde), weg.doel.eis
    verwacht = weg.verwacht(laatste.datum)
    toegestaan = eis if verwacht is None or beeld.doeljaar_voorbij else eis.ook(verwacht)
    buiten = toegestaan.buiten(waarde)
    beeld = replace(
        beeld,
        verwacht=_decimaal(verwacht),
        afwijking=None if verwacht is None else afgerond(waarde - verwacht),
        voortgang=_decimaal(weg.deel(waarde)),
    )
    if eis.bevat(waarde):
        return replace(beeld, koers=Koers.BEHAALD, buiten=afgerond(buiten), achterstand=Decimal(0))
    if reden := _waarom_niet(beeld, weg):
        return replace(beeld, koers=Koers.NIET_TE_BEREKENEN, reden=reden)
    koers = Koers.VER_ACHTER if beeld.doeljaar_voorbij else _oordeel(abs(buiten), weg.lengte)
    return replace(beeld, koers=koers, buiten=afgerond(buiten), achterstand=_achterstand(buiten, weg.lengte))


def _achterstand(buiten: Fraction, lengte: Fraction) -> Decimal:
    """Whoever must keep a level of zero and does not is wholly behind."""
    if lengte == 0:
        return Decimal(1 if buiten else 0)
    return afgerond(abs(buiten) / lengte)


def _waarom_niet(beeld: Koersbeeld, weg: Weg) -> Reden | None:
    """Of a value that does not meet the doel; when the doeljaar is over no path is needed to judge it."""
    if not weg.doel.richting_bekend:
        return Reden.RICHTING
    if beeld.einde is None and not weg.pad:
        return Reden.GEEN_DOELJAAR
    return Reden.GEEN_NULMETING if weg.begin is None and not weg.pad and not beeld.doeljaar_voorbij else None


def _oordeel(tekort: Fraction, lengte: Fraction) -> Koers:
    """Compared by multiplying, so that a way of no length needs no exception."""
    if tekort <= lengte * SPEELRUIMTE:
        return Koers.OP_KOERS
    return Koers.ACHTER if tekort <= lengte * VER_VANAF else Koers.VER_ACHTER


def _decimaal(breuk: Fraction | None) -> Decimal | None:
    return None if breuk is None else afgerond(breuk)
