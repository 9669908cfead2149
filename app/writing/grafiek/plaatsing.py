"""Where a text can stand without touching a line, a mark or another text. In the units of the chart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Plek = tuple[float, float]
_STAPPEN = 8


@dataclass(frozen=True, slots=True)
class Vak:
    """A rectangle; y goes down."""

    links: float
    boven: float
    rechts: float
    onder: float

    def raakt(self, ander: "Vak") -> bool:
        return (
            self.links < ander.rechts
            and ander.links < self.rechts
            and self.boven < ander.onder
            and ander.boven < self.onder
        )

    def bevat(self, ander: "Vak") -> bool:
        return (
            self.links <= ander.links
            and self.boven <= ander.boven
            and ander.rechts <= self.rechts
            and ander.onder <= self.onder
        )

    def snijdt(self, van: Plek, naar: Plek) -> bool:
        """Whether the straight line from `van` to `naar` comes inside."""
        (x1, y1), (x2, y2) = van, naar
        if (
            max(x1, x2) < self.links
            or min(x1, x2) > self.rechts
            or max(y1, y2) < self.boven
            or min(y1, y2) > self.onder
        ):
            return False
        # Their shadows overlap; they are apart only when all four corners are at one side of the line.
        kanten = [
            (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
            for x in (self.links, self.rechts)
            for y in (self.boven, self.onder)
        ]
        return min(kanten) <= 0 <= max(kanten)


@dataclass(slots=True)
class Bezetting:
    """What is taken already, within `grens`."""

    grens: Vak
    vakken: list[Vak] = field(default_factory=list)
    lijnen: list[tuple[Plek, Plek]] = field(default_factory=list)

    def neem_lijn(self, plekken: Sequence[Plek]) -> None:
        self.lijnen.extend(pairwise(plekken))

    def neem_merk(self, plek: Plek, straal: float) -> None:
        x, y = plek
        self.vakken.append(Vak(x - straal, y - straal, x + straal, y + straal))

    def is_vrij(self, vak: Vak) -> bool:
        return (
            self.grens.bevat(vak)
            and not any(vak.raakt(ander) for ander in self.vakken)
            and not any(vak.snijdt(*lijn) for lijn in self.lijnen)
        )

    def neem_eerste(self, voorstellen: Iterable[Vak]) -> Vak | None:
        """The first that is free, which is then taken; None when there is no room."""
        vak = next(filter(self.is_vrij, voorstellen), None)
        if vak is not None:
            self.vakken.append(vak)
        return vak


def rondom(plek: Plek, breedte: float, hoogte: float, afstand: float) -> Iterator[Vak]:
    """Around a mark: at its right first, then above and below it, then at its left; then the same further off."""
    x, y = plek
    for ver in (afstand, afstand + hoogte * 0.4, afstand + hoogte, afstand + hoogte * 1.8):
        yield _vak(x + ver, y - hoogte / 2, breedte, hoogte)
        for links in (x - breedte / 2, x - afstand, x - breedte + afstand):
            yield _vak(links, y - ver - hoogte, breedte, hoogte)
            yield _vak(links, y + ver, breedte, hoogte)
        yield _vak(x - ver - breedte, y - hoogte / 2, breedte, hoogte)


def langs(vlak: Vak, y: float, breedte: float, hoogte: float) -> Iterator[Vak]:
    """Above or below a level line through `vlak`: at its right end first, and then step by step to the left."""
    rechts, ruimte = vlak.rechts - breedte - 4, vlak.rechts - vlak.links - breedte - 8
    for stap in range(_STAPPEN + 1):
        x = rechts - ruimte * stap / _STAPPEN
        yield _vak(x, y - hoogte - 2, breedte, hoogte)
        yield _vak(x, y + 3, breedte, hoogte)


def _vak(links: float, boven: float, breedte: float, hoogte: float) -> Vak:
    return Vak(links, boven, links + breedte, boven + hoogte)
