"""What a line chart shows, as plain values: the same for a page, a Word file and a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode


@dataclass(frozen=True, slots=True)
class Punt:
    """A figure at `datum`, the last day of the period that `label` names.

    `van` is the first day of that period; with it the chart sees which periods are missing. Without `waarde` the
    period has no figure to show, and `tekst` is what the table says in its place ("< 5"). ValueError for a value that
    is no number.
    """

    datum: date
    waarde: Decimal | None
    label: str
    voorlopig: bool = False
    van: date | None = None
    tekst: str = ""

    def __post_init__(self) -> None:
        _controleer(self.waarde)

    @classmethod
    def van_periode(
        cls, periode: Meetperiode, waarde: Decimal | None, *, voorlopig: bool = False, tekst: str = ""
    ) -> "Punt":
        return cls(periode.tot, waarde, periode.label, voorlopig, periode.van, tekst)


@dataclass(frozen=True)
class Reeks:
    """A line. `naam` tells lines of one soort apart, such as gemeenten; otherwise the soort is its name."""

    soort: Reekssoort
    punten: tuple[Punt, ...]
    naam: str = ""

    @property
    def label(self) -> str:
        return self.naam or self.soort.value.capitalize()

    @cached_property
    def getallen(self) -> tuple[Punt, ...]:
        """The points that have a figure, in order of time."""
        return tuple(sorted((p for p in self.punten if p.waarde is not None), key=lambda punt: punt.datum))


@dataclass(frozen=True, slots=True)
class Streef:
    """What is aimed for: a line when `min` and `max` are the same or one of them is missing, else a band.

    `datum`: when it must be met. ValueError without any figure.
    """

    min: Decimal | None
    max: Decimal | None
    datum: date | None = None

    def __post_init__(self) -> None:
        if self.min is None and self.max is None:
            raise ValueError("Een streefwaarde heeft een ondergrens, een bovengrens of beide.")
        _controleer(self.min)
        _controleer(self.max)

    @property
    def grenzen(self) -> tuple[Decimal, ...]:
        """One value for a line, two in order for a band."""
        return tuple(sorted({grens for grens in (self.min, self.max) if grens is not None}))


Stap = tuple[date, Decimal]


@dataclass(frozen=True, slots=True)
class Lijngrafiek:
    """`omschrijving`: the facts in a sentence, for who cannot see the chart; empty: made from the figures.

    `eerdere`: values that were restated since. `pad`: the expected way from nulmeting to streefwaarde.
    `peildatum`: the day the reader looks from.
    """

    titel: str
    omschrijving: str
    eenheid: str
    reeksen: tuple[Reeks, ...] = ()
    eerdere: tuple[Punt, ...] = ()
    nulmeting: Punt | None = None
    streef: Streef | None = None
    pad: tuple[Stap, ...] = ()
    peildatum: date | None = None

    @property
    def leeg(self) -> bool:
        """Nothing was measured, budgeted or expected: there is no line to draw."""
        return not any(reeks.getallen for reeks in self.reeksen) and not self._heeft_nulmeting

    @property
    def _heeft_nulmeting(self) -> bool:
        return self.nulmeting is not None and self.nulmeting.waarde is not None

    def waarden(self) -> Iterator[Decimal]:
        """Everything that must fit between the bottom and the top."""
        yield from (punt.waarde for punt in self._punten() if punt.waarde is not None)
        yield from (waarde for _, waarde in self.pad)
        yield from self.streef.grenzen if self.streef else ()

    def datums(self) -> Iterator[date]:
        """Everything that must fit between the left and the right."""
        yield from (punt.datum for punt in self._punten() if punt.waarde is not None)
        yield from (datum for datum, _ in self.pad)
        if self.streef and self.streef.datum:
            yield self.streef.datum

    def _punten(self) -> Iterator[Punt]:
        yield from (punt for reeks in self.reeksen for punt in reeks.punten)
        yield from self.eerdere
        if self.nulmeting:
            yield self.nulmeting


def _controleer(waarde: Decimal | None) -> None:
    if waarde is not None and not waarde.is_finite():
        raise ValueError(f"De waarde {waarde} kan niet in een grafiek.")
