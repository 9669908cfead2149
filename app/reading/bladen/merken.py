"""The mark before a printed list item: a bullet, a number or a letter, and whether its text hangs behind it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from app.reading.bladen.blad import Zetregel

_TEKEN = re.compile("[•·▪■□●○◦‣⁃➢➔→»§✓✔❖◆♦▸►\uf000-\uf0ff]")
_STREEP = re.compile(r"[-–—*o]")
_NUMMER = re.compile(r"\(?(\d{1,3})[.)\]:]\)?")
_LOS_NUMMER = re.compile(r"(\d{1,3})")
_DUBBEL = re.compile(r"\d{1,3}(?:\.\d{1,2})+[.):]?")
_LETTER = re.compile(r"\(?([a-zA-Z])[.)]")
_ROMEINS = re.compile(r"\(?([ivx]{2,6})[.)]", re.IGNORECASE)
_GEPLAKT = re.compile(r"(?:\(?\d{1,2}[.)]\)?|\(?[a-z]\)|[a-z]\.)[A-Z‘'\"][^.]|[•▪■●➢\uf000-\uf0ff]\w")
_WIJD = 0.55  # of the size: a wider gap than between words
_WAARDEN = {"i": 1, "v": 5, "x": 10}


class Soort(Enum):
    TEKEN = auto()
    STREEP = auto()
    NUMMER = auto()
    LETTER = auto()
    ROMEINS = auto()
    GETYPT = auto()


@dataclass(frozen=True, slots=True)
class Merk:
    """`tekst_x0`: where the text behind it begins. `hangt`: there is more room behind it than between words."""

    soort: Soort
    x0: float
    tekst_x0: float
    hangt: bool
    nummer: int | None = None
    letter: str | None = None

    @property
    def onmiskenbaar(self) -> bool:
        return self.soort is Soort.TEKEN

    @property
    def telt(self) -> bool:
        return self.nummer is not None or self.letter is not None


def lees_merk(regel: Zetregel) -> Merk | None:
    """None when the line starts with no mark. A number or letter may turn out to be part of the sentence."""
    eerste, *rest = regel.woorden
    tekst_x0 = rest[0].x0 if rest else eerste.x1
    wijd = bool(rest) and rest[0].x0 - eerste.x1 > _WIJD * regel.grootte

    def merk(soort: Soort, nummer: int | None = None, letter: str | None = None) -> Merk:
        return Merk(soort, eerste.x0, tekst_x0, wijd, nummer, letter)

    if _TEKEN.fullmatch(eerste.tekst):
        return merk(Soort.TEKEN)
    if not rest:
        return None
    if _STREEP.fullmatch(eerste.tekst):
        return merk(Soort.STREEP)
    if gevonden := _NUMMER.fullmatch(eerste.tekst):
        return merk(Soort.NUMMER, nummer=int(gevonden[1]))
    if wijd and (gevonden := _LOS_NUMMER.fullmatch(eerste.tekst)):
        return merk(Soort.NUMMER, nummer=int(gevonden[1]))
    if gevonden := _LETTER.fullmatch(eerste.tekst):
        return merk(Soort.LETTER, letter=gevonden[1].lower())
    if (gevonden := _ROMEINS.fullmatch(eerste.tekst)) and (waarde := van_romeins(gevonden[1])):
        return merk(Soort.ROMEINS, nummer=waarde)
    if _DUBBEL.fullmatch(eerste.tekst) or _GEPLAKT.match(eerste.tekst):
        return merk(Soort.GETYPT)
    return None


def van_romeins(tekst: str) -> int | None:
    """Up to thirty-nine; None for letters in an order that is no number."""
    waarde, hoogste = 0, 0
    for letter in reversed(tekst.casefold()):
        eigen = _WAARDEN[letter]
        waarde += eigen if eigen >= hoogste else -eigen
        hoogste = max(hoogste, eigen)
    return waarde if naar_romeins(waarde) == tekst.casefold() else None


def naar_romeins(waarde: int) -> str:
    uit = ""
    for stap, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while waarde >= stap:
            uit, waarde = uit + letters, waarde - stap
    return uit
