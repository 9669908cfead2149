"""The way in for figures: a CSV or Excel file becomes metingen and faults, row by row, however long it is."""

from collections.abc import Iterator
from typing import BinaryIO

from app.reading.metingen.bron import codering_in_woorden, lees_rijen
from app.reading.metingen.gelezen import Meetregel, OnbruikbaarBestand, Regelfout, Verkenning
from app.reading.metingen.gelezen_json import als_dict, keuze_als_dict, keuze_uit_dict, uit_dict
from app.reading.metingen.kolommen import Betekenis, Kolomkeuze, raad_kolommen
from app.reading.metingen.rij import Rijlezer
from app.reading.metingen.verken import verken

__all__ = [
    "Betekenis",
    "Kolomkeuze",
    "Meetregel",
    "Metingen",
    "OnbruikbaarBestand",
    "Regelfout",
    "Verkenning",
    "als_dict",
    "codering_in_woorden",
    "keuze_als_dict",
    "keuze_uit_dict",
    "lees_metingen",
    "raad_kolommen",
    "uit_dict",
    "verken",
]


class Metingen:
    """The figures and faults of a file, in its order, read while they are asked for; to be gone through once.

    `zonder_waarde`: cells without a figure so far. `totaalregels`: the first lines with totals, which are left out;
    `totalen`: how many there are.
    """

    def __init__(self, bestand: BinaryIO, verkenning: Verkenning, keuze: Kolomkeuze) -> None:
        self._bestand = bestand
        self._verkenning = verkenning
        self._lezer = Rijlezer(verkenning, keuze)

    def __iter__(self) -> Iterator[Meetregel | Regelfout]:
        lees, koprij = self._lezer.lees, self._verkenning.koprij
        for regel, cellen in lees_rijen(self._bestand, self._verkenning):
            if isinstance(cellen, str):
                yield Regelfout(regel, "", cellen)
            elif regel > koprij and cellen:
                yield from lees(regel, cellen)

    @property
    def zonder_waarde(self) -> int:
        return self._lezer.zonder_waarde

    @property
    def totalen(self) -> int:
        return self._lezer.totalen

    @property
    def totaalregels(self) -> list[int]:
        return self._lezer.totaalregels


def lees_metingen(bestand: BinaryIO, verkenning: Verkenning, keuze: Kolomkeuze | None = None) -> Metingen:
    """`keuze`: what the user made of the columns; the guess of the verkenning otherwise.

    Raises OnbruikbaarBestand at once for personal data and for columns that do not make metingen, and while reading
    when the file is damaged further on.
    """
    gekozen = keuze or verkenning.kolomkeuze
    if bezwaar := verkenning.bezwaar or gekozen.bezwaar(verkenning.koppen):
        raise OnbruikbaarBestand(bezwaar)
    return Metingen(bestand, verkenning, gekozen)
