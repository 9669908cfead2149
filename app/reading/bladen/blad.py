"""A page as it was printed: words and ruled lines with their positions, down and to the right from its top left."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

MEESTE_WOORDEN = 150  # on one line; more is no line that a person can read
_BOVEN, _ONDER = 0.75, 0.25  # how far letters reach above and below their base line, of the size
_LIGATUREN = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ"}
_TEKENS = str.maketrans(_LIGATUREN | {"\u2010": "-", "\u2011": "-", "\u00ad": "-"})
_ZACHT_BINNENIN = re.compile("\u00ad(?=.)")
_GEEN_TEKEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no file or database takes these


@dataclass(frozen=True, slots=True)
class Woord:
    """`basis`: the height of the line it stands on; `regel`: which line of the page that is.

    A soft hyphen inside is gone, at the end it is a hyphen.
    """

    x0: float
    x1: float
    basis: float
    grootte: float
    vet: bool
    tekst: str
    regel: int = 0

    @property
    def midden(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, self.basis - 0.3 * self.grootte


@dataclass(frozen=True, slots=True)
class Lijn:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def liggend(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Blad:
    nummer: int
    breedte: float
    hoogte: float
    woorden: list[Woord] = field(default_factory=list)
    lijnen: list[Lijn] = field(default_factory=list)


@dataclass(slots=True)
class Zetregel:
    """One line as it was set, or the part of it that stands in one column; `woorden` is never empty.

    `kolom`: which text column of the page, from the left. `rand`: how far a line may reach there, if that is known.
    `aaneen`: a sentence that begins here goes on with the paragraph above, wherever the line before it ended.
    """

    blad: int
    woorden: list[Woord]
    kolom: int = 0
    rand: float | None = None
    aaneen: bool = False

    @property
    def nummer(self) -> int:
        return self.woorden[0].regel

    @property
    def x0(self) -> float:
        return self.woorden[0].x0

    @property
    def x1(self) -> float:
        return self.woorden[-1].x1

    @property
    def basis(self) -> float:
        return max(self.woorden, key=lambda woord: woord.grootte).basis

    @property
    def grootte(self) -> float:
        return max(woord.grootte for woord in self.woorden)

    @property
    def boven(self) -> float:
        return self.basis - _BOVEN * self.grootte

    @property
    def onder(self) -> float:
        return self.basis + _ONDER * self.grootte

    @property
    def vet(self) -> bool:
        """Signs without letters, such as a bullet, do not count."""
        return all(woord.vet for woord in self.woorden if any(map(str.isalpha, woord.tekst))) and self.heeft_letters

    @property
    def heeft_letters(self) -> bool:
        return any(any(map(str.isalpha, woord.tekst)) for woord in self.woorden)

    @property
    def tekst(self) -> str:
        return " ".join(woord.tekst for woord in self.woorden)


def schoon_woord(tekst: str) -> str:
    return _ZACHT_BINNENIN.sub("", schoon_teken(tekst)).translate(_TEKENS)


def schoon_teken(tekst: str) -> str:
    return _GEEN_TEKEN.sub("\ufffd", tekst)


def zet_regels(blad: int, woorden: Iterable[Woord], kolom: int = 0) -> list[Zetregel]:
    """The words in lines, from top to bottom; what is raised or lowered a little stays in its line."""
    regels: list[list[Woord]] = []
    for woord in sorted(woorden, key=lambda woord: (woord.basis, woord.x0)):
        if regels and _zelfde_regel(regels[-1], woord):
            regels[-1].append(woord)
        else:
            regels.append([woord])
    return [Zetregel(blad, sorted(regel, key=lambda woord: woord.x0), kolom) for regel in regels]


def _zelfde_regel(regel: list[Woord], woord: Woord) -> bool:
    if len(regel) > MEESTE_WOORDEN:
        return False
    anker = max(regel, key=lambda ander: ander.grootte)
    return abs(woord.basis - anker.basis) <= 0.45 * max(woord.grootte, anker.grootte) and not any(
        _over_elkaar(ander, woord) for ander in regel
    )


def _over_elkaar(een: Woord, ander: Woord) -> bool:
    """Two words that would stand on each other belong to different lines."""
    gedeeld = min(een.x1, ander.x1) - max(een.x0, ander.x0)
    return (
        gedeeld > 0.5 * min(een.x1 - een.x0, ander.x1 - ander.x0) and abs(een.basis - ander.basis) > 0.2 * een.grootte
    )


def genummerd(blad: int, woorden: list[Woord]) -> list[Woord]:
    """Every word with the number of the line of the page on which it stands."""
    regels = enumerate(zet_regels(blad, woorden), start=1)
    return [replace(woord, regel=nummer) for nummer, regel in regels for woord in regel.woorden]
