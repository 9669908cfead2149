"""Finds the row with the headings: below titles and empty lines, above the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reading.metingen.kolommen import Betekenis, Kolomkeuze, raad_kolommen
from app.reading.metingen.tekst import Cel, celtekst

MEESTE_KOLOMMEN = 200
# Below so many rows with something in them there is no heading any more.
ZOEK_IN = 40

Rij = tuple[int, Sequence[Cel]]


@dataclass(frozen=True, slots=True)
class Koprij:
    """`zeker`: the columns for reading metingen are all there. `te_breed`: more columns than are ever read."""

    regel: int
    koppen: tuple[str, ...]
    keuze: Kolomkeuze
    zeker: bool
    te_breed: bool = False

    @property
    def gewicht(self) -> tuple[bool, int, int]:
        """To compare headings found in another way: what is recognised, then how many columns there are."""
        return self.zeker, len(self.keuze.kolommen), len(self.koppen)

    @property
    def gelijkenis(self) -> tuple[int, int]:
        """How much it looks like a heading: two words that are known say something, a year or one word does not."""
        bekend = sum(wat is not Betekenis.WAARDE_PER_PERIODE for wat in self.keuze.kolommen.values())
        return (bekend if bekend > 1 else 0, sum(map(bool, self.koppen)))


def te_breed(regel: int) -> str:
    return f"Regel {regel} heeft meer dan {MEESTE_KOLOMMEN} kolommen; dat is te breed voor een bestand met metingen."


def vind_koprij(rijen: Sequence[Rij], onthouden: dict[str, str] | None = None) -> Koprij | None:
    """The first row that heads metingen; else what looks most like it. None when no row has two cells filled."""
    beste: Koprij | None = None
    for regel, cellen in rijen[:ZOEK_IN]:
        kandidaat = _kandidaat(regel, cellen, onthouden)
        if kandidaat is None:
            continue
        if kandidaat.zeker:
            return kandidaat
        if beste is None or kandidaat.gelijkenis > beste.gelijkenis:
            beste = kandidaat
    return beste


def als_koppen(cellen: Sequence[Cel]) -> tuple[str, ...]:
    """The headings without the empty columns behind them."""
    koppen = [celtekst(cel) for cel in cellen[:MEESTE_KOLOMMEN]]
    while koppen and not koppen[-1]:
        koppen.pop()
    return tuple(koppen)


def _kandidaat(regel: int, cellen: Sequence[Cel], onthouden: dict[str, str] | None) -> Koprij | None:
    koppen = als_koppen(cellen)
    if sum(map(bool, koppen)) < 2:
        return None
    keuze = raad_kolommen(koppen, onthouden)
    te_breed = any(map(celtekst, cellen[MEESTE_KOLOMMEN:]))
    return Koprij(regel, koppen, keuze, keuze.bezwaar(koppen) is None, te_breed)
