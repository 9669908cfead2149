"""Reads the records of a CSV file one by one, each with its line and never more of it than fits."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from app.reading.csv.codering import LANGSTE_RECORD, te_lang
from app.reading.metingen.gelezen import OnbruikbaarBestand

Record = tuple[int, list[str] | str]


@dataclass(slots=True)
class Regelstroom:
    """The lines of a text; counts how much of it went into the record being read."""

    tekst: io.TextIOBase
    tekens: int = 0
    begin: int = 1
    regel: int = 0

    def __iter__(self) -> Iterator[str]:
        for regel in self.tekst:
            self.regel += 1
            self.tekens += len(regel)
            if self.tekens > LANGSTE_RECORD:
                self._weiger()
            yield regel

    def _weiger(self) -> None:
        raise OnbruikbaarBestand(te_lang(self.begin) if self.regel == self.begin else open_aanhalingsteken(self.begin))


def open_aanhalingsteken(regel: int, *, afgebroken: bool = False) -> str:
    waarom = "Het bestand lijkt afgebroken." if afgebroken else "Sluit het, of haal het weg."
    return f"Op regel {regel} begint een tekst met een aanhalingsteken die nergens eindigt. {waarom}"


@contextmanager
def als_tekst(bestand: BinaryIO, codering: str, begin: int) -> Iterator[io.TextIOWrapper]:
    """The file as text with its line ends as they are; the file itself stays open."""
    bestand.seek(begin)
    tekst = io.TextIOWrapper(bestand, encoding=codering, newline="")
    try:
        yield tekst
    finally:
        tekst.detach()


def lees_records(bestand: BinaryIO, codering: str, begin: int, scheiding: str) -> Iterator[Record]:
    """`(line, cells)`, or `(line, sentence)` for a record with a misplaced quote. The line is where the record begins.

    An empty line is a record without cells. Raises OnbruikbaarBestand for a quote that is never closed.
    """
    with als_tekst(bestand, codering, begin) as tekst:
        yield from records(tekst, scheiding)


def records(tekst: io.TextIOBase, scheiding: str) -> Iterator[Record]:
    stroom = Regelstroom(tekst)
    lezer = csv.reader(stroom, delimiter=scheiding, strict=True)
    while True:
        try:
            for cellen in lezer:
                yield stroom.begin, cellen
                stroom.tekens = 0
                stroom.begin = stroom.regel + 1
            return
        except csv.Error as fout:
            yield stroom.begin, _zin(stroom, fout)
            stroom.tekens = 0
            stroom.begin = stroom.regel + 1


def _zin(stroom: Regelstroom, fout: csv.Error) -> str:
    if "unexpected end of data" in str(fout):
        raise OnbruikbaarBestand(open_aanhalingsteken(stroom.begin, afgebroken=True)) from fout
    if stroom.regel > stroom.begin:
        raise OnbruikbaarBestand(open_aanhalingsteken(stroom.begin)) from fout
    return 'Een aanhalingsteken staat op een plek waar dat niet kan; schrijf het binnen een tekst dubbel ("").'
