"""The axis of time. A figure stands at the last day of its period, so a mark on the axis does too and has its name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.cijfers.meetperiode import Meetperiode, Meetperiodesoort
from app.domain.taal.datums import MAANDEN
from app.writing.grafiek.waarden import Lijngrafiek, Punt

_PER_SOORT = {
    Meetperiodesoort.MAAND: 1,
    Meetperiodesoort.KWARTAAL: 3,
    Meetperiodesoort.HALFJAAR: 6,
    Meetperiodesoort.JAAR: 12,
}
_DAG = 0
_SPRONGEN = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
_MEESTE_LOSSE_DAGEN = 10
_MEESTE_TIJDSTIPPEN = 40  # more never fit


@dataclass(frozen=True, slots=True)
class Tijdstip:
    datum: date
    label: str


@dataclass(frozen=True, slots=True)
class Tijdas:
    """From `begin` to `eind`; equal when there is one moment only, which then stands in the middle."""

    begin: date
    eind: date

    def deel(self, datum: date) -> float:
        """0 at the left, 1 at the right."""
        dagen = (self.eind - self.begin).days
        return (datum - self.begin).days / dagen if dagen else 0.5


def kies_tijdstippen(
    grafiek: Lijngrafiek, as_: Tijdas, past: Callable[[Sequence[Tijdstip]], bool]
) -> tuple[Tijdstip, ...]:
    """The finest marks that fit. `past` judges whether their labels keep apart."""
    punten = [punt for reeks in grafiek.reeksen for punt in reeks.getallen] or list(filter(None, [grafiek.nulmeting]))
    fijnheid = min((_fijnheid(punt) for punt in punten), default=_DAG)
    minstens = 1 if as_.begin == as_.eind else 2
    goed = (keuze for keuze in _voorstellen(punten, as_, fijnheid) if len(keuze) >= minstens and past(keuze))
    return tuple(next(goed, [Tijdstip(as_.eind, _naam(as_.eind, fijnheid))]))


def _voorstellen(punten: Sequence[Punt], as_: Tijdas, fijnheid: int) -> Iterator[list[Tijdstip]]:
    if fijnheid == _DAG:
        yield from _dagen(punten)
    for sprong in _SPRONGEN:
        if sprong >= fijnheid:
            yield list(_per_maanden(as_, sprong, fijnheid))
    yield [Tijdstip(datum, _naam(datum, fijnheid)) for datum in (as_.begin, as_.eind)]


def _dagen(punten: Sequence[Punt]) -> Iterator[list[Tijdstip]]:
    datums = sorted({punt.datum for punt in punten})
    if len(datums) <= _MEESTE_LOSSE_DAGEN:
        yield [Tijdstip(datum, _naam(datum, _DAG)) for datum in datums]


def _fijnheid(punt: Punt) -> int:
    """How many months the period of a figure lasts; 0 for days and for what follows no calendar."""
    if punt.van is not None:
        return _PER_SOORT.get(Meetperiode(punt.van, punt.datum).soort, _DAG)
    return next((m for m in sorted(_PER_SOORT.values(), reverse=True) if _is_eind(punt.datum, m)), _DAG)


def _is_eind(datum: date, maanden: int) -> bool:
    """Whether a stretch of so many months ends on this day."""
    return datum.month % maanden == 0 and _maandeind(datum.year, datum.month) == datum


def _maandeind(jaar: int, maand: int) -> date:
    return date(jaar, 12, 31) if maand == 12 else date(jaar, maand + 1, 1) - timedelta(days=1)


def _per_maanden(as_: Tijdas, sprong: int, fijnheid: int) -> Iterator[Tijdstip]:
    """Every `sprong` months within the axis: the last day of a period, or the first day of a month for days."""
    laatste = as_.eind.year * 12 + as_.eind.month - 1
    eerste = as_.begin.year * 12 + as_.begin.month - 1
    # A year that ends a round number of years is round itself: December 2020 with steps of five years.
    rest = 0 if fijnheid == _DAG else 11 if sprong >= 12 else sprong - 1
    eerste += (rest - eerste) % sprong
    if laatste - eerste > sprong * _MEESTE_TIJDSTIPPEN:
        return
    for maand in range(eerste, laatste + 1, sprong):
        einde = _maandeind(maand // 12, maand % 12 + 1)
        datum = einde.replace(day=1) if fijnheid == _DAG else einde
        if as_.begin <= datum <= as_.eind:
            yield Tijdstip(datum, _naam(datum, fijnheid))


def _naam(datum: date, fijnheid: int) -> str:
    """The period that ends on this day, as short as it can be: `2019`, `H1 2019`, `Q3 2019`, `mrt 2019`."""
    if fijnheid == _DAG or not _is_eind(datum, fijnheid):
        return f"{datum.day} {_maand(datum)} {datum.year}"
    if fijnheid == 12:
        return str(datum.year)
    if fijnheid == 1:
        return f"{_maand(datum)} {datum.year}"
    return f"{'H' if fijnheid == 6 else 'Q'}{datum.month // fijnheid} {datum.year}"


def _maand(datum: date) -> str:
    return "mrt" if datum.month == 3 else MAANDEN[datum.month - 1][:3]
