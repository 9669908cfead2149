"""Cells merged downwards: what stands in the first of them counts for every row they cover."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils.cell import coordinate_to_tuple

from app.reading.metingen.gelezen import OnbruikbaarBestand
from app.reading.metingen.tekst import Cel
from app.reading.xlsx.pakket import TE_GROOT, Pakket

MEESTE_SAMENGEVOEGD = 50_000
_SAMENGEVOEGD = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*?ref=[\"']([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})[\"']"
)


@dataclass(slots=True)
class Samengevoegd:
    """`vanaf`: by the first row, the columns (from 0) and the last row of the ranges that begin there."""

    vanaf: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    lopend: dict[int, tuple[int, Cel]] = field(default_factory=dict)

    def vul(self, regel: int, cellen: list[Cel]) -> None:
        """Fills the empty cells of a row in place. Rows must come in order."""
        for kolom, (laatste, cel) in list(self.lopend.items()):
            if regel > laatste:
                del self.lopend[kolom]
            elif not _op(cellen, kolom):
                cellen.extend([""] * (kolom + 1 - len(cellen)))
                cellen[kolom] = cel
        for kolom, laatste in self.vanaf.get(regel, ()):
            if cel := _op(cellen, kolom):
                self.lopend[kolom] = (laatste, cel)


def zoek_samengevoegd(pakket: Pakket, deel: str, meeste_kolommen: int) -> Samengevoegd:
    """They are listed behind the rows of a sheet, so this goes through all of its bytes."""
    gevonden = Samengevoegd()
    for van, tot in set(_bereiken(pakket, deel)):
        (eerste, kolom), (laatste, _) = coordinate_to_tuple(van), coordinate_to_tuple(tot)
        if laatste > eerste and kolom <= meeste_kolommen:
            gevonden.vanaf.setdefault(eerste, []).append((kolom - 1, laatste))
    return gevonden


def _bereiken(pakket: Pakket, deel: str) -> Iterator[tuple[str, str]]:
    """A range that stands across two blocks is seen whole; one at the end of a block is seen twice."""
    aantal, rest = 0, b""
    for blok in pakket.blokken(deel):
        stuk = rest + blok
        rest = stuk[-16:]
        if b"mergeCell" in stuk:
            for van, tot in _SAMENGEVOEGD.findall(stuk):
                aantal += 1
                yield van.decode(), tot.decode()
            rest = stuk[max(stuk.rfind(b"<"), len(stuk) - 512) :]
        if aantal > MEESTE_SAMENGEVOEGD:
            raise OnbruikbaarBestand(TE_GROOT.format(wat="te veel samengevoegde cellen"))


def _op(cellen: list[Cel], kolom: int) -> Cel:
    return cellen[kolom] if kolom < len(cellen) else ""
