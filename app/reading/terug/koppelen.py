"""Which line of a document that came back goes on with which item of what was handed out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.koppeling import Plek, koppel
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.terug.gelezen import Lijn
from app.reading.terug.kern import kern

_WOORD = re.compile(r"\w+")
_HETZELFDE = 2.0


@dataclass(frozen=True, slots=True)
class Vroeger:
    """An item as it was handed out. `positie`: its number, letter or place in the list."""

    merk: str
    tekst: str
    positie: int | str


@dataclass(frozen=True, slots=True)
class Regel:
    """A line that is an item now, with its position now."""

    lijn: Lijn
    positie: int | str


class Koppelaar:
    """All items of one kind in the whole notitie: an item may have moved to another probleemgebied.

    A mark goes before everything. Where a mark lies in several lines (somebody pressed Enter in it) the line that
    resembles most has it; where several lie in one line (two lines were joined) the item that resembles most.
    """

    def __init__(self, soort: Merksoort, lijnen: Iterable[Lijn], vroeger: Iterable[Vroeger]) -> None:
        self._van: dict[int, str] = {}
        self._gebruikt: set[str] = set()
        bekend = {item.merk: item for item in vroeger}
        paren = [
            (_gelijkenis(bekend[merk].tekst, lijn.tekst), -plek, merk, id(lijn))
            for plek, lijn in enumerate(lijnen)
            for eigen, merk in lijn.merken
            if eigen is soort and merk in bekend
        ]
        for _, _, merk, lijn_id in sorted(paren, reverse=True):
            if lijn_id not in self._van and merk not in self._gebruikt:
                self._neem(lijn_id, merk)

    def _neem(self, lijn_id: int, merk: str) -> None:
        self._van[lijn_id] = merk
        self._gebruikt.add(merk)

    def koppel(self, regels: Sequence[Regel], vroeger: Sequence[Vroeger]) -> list[str | None]:
        """Per line the merk of the item it continues, None for a new one. `vroeger`: what stood in this list.

        What has no mark any more, after copying or retyping, is recognised by its text and its number.
        """
        los = [regel for regel in regels if id(regel.lijn) not in self._van]
        over = [item for item in vroeger if item.merk not in self._gebruikt]
        oud = [Plek(item.positie, kern(item.tekst)) for item in over]
        nieuw = [Plek(regel.positie, kern(regel.lijn.tekst)) for regel in los]
        for regel, i in zip(los, koppel(oud, nieuw), strict=True):
            if i is not None:
                self._neem(id(regel.lijn), over[i].merk)
        return [self._van.get(id(regel.lijn)) for regel in regels]


def _gelijkenis(een: str, ander: str) -> float:
    """The share of the words that both have."""
    if kern(een) == kern(ander):
        return _HETZELFDE
    a, b = (Counter(_WOORD.findall(tekst.casefold())) for tekst in (een, ander))
    samen = a.total() + b.total()
    return 2 * (a & b).total() / samen if samen else 0.0
