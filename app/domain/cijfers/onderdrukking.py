"""Small counts of people: which figures of a table may not be shown, so that none can be worked out from the rest.

First what is small itself: from 1 up to the threshold. A 0 is shown: it says that there was nobody. Then, where a total
would give a small count away, the next smallest figure beside it, and so on until:

* in no sum of the table exactly one figure is hidden, and no sums taken together give a hidden figure away either;
* what is hidden in a sum with a visible total is together not a small count itself;
* in each sum at least two values remain possible for a small one, to whoever knows that a small one is 1 to 4 and any
  other hidden one 5 or more.

Figures that are not whole counts do not belong here; see `telt_mensen`.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.cijfers.onderdrukking_herleiden import herleidbaar

Sleutel = TypeVar("Sleutel", bound=Hashable)

AFGESCHERMD = "afgeschermd"
UITLEG_AFGESCHERMD = "Afgeschermd, anders is een klein aantal te herleiden."


class Zicht(StrEnum):
    """`KLEIN`: hidden because it is small itself. `MEE`: hidden because it would give a small one away."""

    OPEN = "open"
    KLEIN = "klein"
    MEE = "mee"


@dataclass(frozen=True, slots=True)
class Som(Generic[Sleutel]):
    """The cell that is the sum of the others."""

    totaal: Sleutel
    delen: tuple[Sleutel, ...]


def is_klein(waarde: Decimal | None, drempel: int) -> bool:
    """A threshold of 0 or 1 hides nothing."""
    return waarde is not None and 0 < waarde < drempel


def toon_afgeschermd(zicht: Zicht, drempel: int) -> str:
    """What stands in place of a hidden figure: `< 5`, or a word that says nothing about its size."""
    return f"< {drempel}" if zicht is Zicht.KLEIN else AFGESCHERMD


def aandeel_zichtbaar(teller: Decimal | None, noemer: Decimal | None, drempel: int) -> bool:
    """Whether a percentage may be shown: not when it is of a small count, or out of one."""
    return not is_klein(teller, drempel) and not is_klein(noemer, drempel)


def onderdruk(
    cellen: Mapping[Sleutel, Decimal | None],
    sommen: Sequence[Som[Sleutel]] = (),
    *,
    drempel: int,
    dicht: Collection[Sleutel] = (),
) -> dict[Sleutel, Zicht]:
    """For every cell whether it is shown. None is a cell without a figure: it is no part of a sum.

    `sommen` tells which cells add up to which: any number of totals, also totals of totals. `dicht`: cells that are
    hidden already, for what they would tell elsewhere.
    """
    zicht = {sleutel: Zicht.KLEIN if is_klein(waarde, drempel) else Zicht.OPEN for sleutel, waarde in cellen.items()}
    zicht |= {sleutel: Zicht.MEE for sleutel in dicht if zicht[sleutel] is Zicht.OPEN}
    tabel = _Tabel(cellen, sommen, zicht, drempel)
    while extra := tabel.moet_mee():
        zicht.update(dict.fromkeys(extra, Zicht.MEE))
    return zicht


def onderdruk_reeks(
    delen: Sequence[Decimal | None], totaal: Decimal | None, *, drempel: int
) -> tuple[list[Zicht], Zicht]:
    """Parts and their total; a total of None is not shown anywhere."""
    cellen = dict(enumerate([*delen, totaal]))
    plekken = range(len(delen))
    sommen = [] if totaal is None else [Som(len(delen), tuple(plekken))]
    zicht = onderdruk(cellen, sommen, drempel=drempel)
    return [zicht[plek] for plek in plekken], zicht[len(delen)]


def onderdruk_tabel(rijen: Sequence[Sequence[Decimal | None]], *, drempel: int) -> list[list[Zicht]]:
    """Rows of equal length; the last column and the last row are the totals of the others."""
    hoogte, breedte = len(rijen) - 1, len(rijen[0]) - 1
    cellen = {(y, x): waarde for y, rij in enumerate(rijen) for x, waarde in enumerate(rij)}
    over_rij = [Som((y, breedte), tuple((y, x) for x in range(breedte))) for y in range(hoogte + 1)]
    over_kolom = [Som((hoogte, x), tuple((y, x) for y in range(hoogte))) for x in range(breedte + 1)]
    zicht = onderdruk(cellen, over_rij + over_kolom, drempel=drempel)
    return [[zicht[y, x] for x in range(breedte + 1)] for y in range(hoogte + 1)]


class _Tabel(Generic[Sleutel]):
    """The cells with a figure and the sums between them; `zicht` is what its owner changes."""

    def __init__(
        self,
        cellen: Mapping[Sleutel, Decimal | None],
        sommen: Sequence[Som[Sleutel]],
        zicht: Mapping[Sleutel, Zicht],
        drempel: int,
    ) -> None:
        self._waarden = {sleutel: waarde for sleutel, waarde in cellen.items() if waarde is not None}
        self._zicht = zicht
        self._drempel = drempel
        self._sommen = [
            Som(som.totaal, tuple(deel for deel in som.delen if deel in self._waarden))
            for som in sommen
            if som.totaal in self._waarden
        ]

    def moet_mee(self) -> set[Sleutel]:
        """What to hide next; empty when nothing can be worked out any more, or nothing is left to hide."""
        lekken = (som for som in self._sommen if self._lekt(som))
        if extra := {volgende for som in lekken for volgende in self._volgende(som)}:
            return extra
        return self._tegen_combinaties()

    def _verborgen(self, som: Som[Sleutel]) -> list[Sleutel]:
        return [cel for cel in (som.totaal, *som.delen) if self._zicht[cel] is not Zicht.OPEN]

    def _lekt(self, som: Som[Sleutel]) -> bool:
        verborgen = self._verborgen(som)
        if len(verborgen) == 1:
            return True
        if not verborgen or self._zicht[som.totaal] is not Zicht.OPEN:
            return False
        kleine = [cel for cel in verborgen if self._zicht[cel] is Zicht.KLEIN]
        samen = sum(self._waarden[cel] for cel in verborgen)
        return bool(kleine) and (samen < self._drempel or self._mogelijk(samen, len(kleine), len(verborgen)) < 2)

    def _mogelijk(self, samen: Decimal | int, kleine: int, alle: int) -> int:
        """How many values a small one can have, when only the sum of the hidden ones is known.

        The others are 1 to threshold - 1 when small, the threshold or more when not. A threshold of 2 leaves a small
        one no choice but 1; that is not for this function to mend.
        """
        grootste, andere = self._drempel - 1, alle - kleine
        hoog = min(grootste, int(samen) - (kleine - 1) - andere * self._drempel)
        laag = 1 if andere else max(1, int(samen) - (kleine - 1) * grootste)
        return hoog - laag + 1 if grootste > 1 else 2

    def _volgende(self, som: Som[Sleutel]) -> list[Sleutel]:
        """The smallest part that is still shown, the total when there is none. A zero hides nothing."""
        delen = [deel for deel in som.delen if self._kan_mee(deel)]
        if delen:
            return [min(delen, key=lambda deel: self._waarden[deel])]
        return [som.totaal] if self._kan_mee(som.totaal) else []

    def _kan_mee(self, cel: Sleutel) -> bool:
        return self._zicht[cel] is Zicht.OPEN and self._waarden[cel] >= self._drempel

    def _tegen_combinaties(self) -> set[Sleutel]:
        """One cell near the first hidden one that the sums give away together, else anywhere in the table."""
        for cel in herleidbaar(self._vergelijkingen()):
            nabij = [som for som in self._sommen if cel in (som.totaal, *som.delen)]
            for som in (*nabij, *self._sommen):
                if volgende := self._volgende(som):
                    return set(volgende)
        return set()

    def _vergelijkingen(self) -> Iterator[dict[Sleutel, int]]:
        """Per sum its hidden cells: the parts count for one, the total for minus one; the rest is known."""
        for som in self._sommen:
            yield {cel: -1 if cel == som.totaal else 1 for cel in self._verborgen(som)}
