"""Counts the lists that Word numbers by itself: the number is not in the text, only which list and which level."""

from dataclasses import dataclass, field

from lxml import etree

from app.reading.word.stijlen import Stijlen
from app.reading.xml import W, getal, kinderen, waarde

LETTERS = {"lowerLetter", "upperLetter"}
GEEN_TEKEN = {"none"}
MAX_NIVEAU = 8


@dataclass(frozen=True, slots=True)
class Nummer:
    """The mark before a list item: a number, a letter or a bullet; all empty when the level shows nothing."""

    nummer: int | None = None
    letter: str | None = None
    opsomteken: bool = False
    niveau: int = 0


@dataclass(slots=True)
class _Niveau:
    vorm: str = "decimal"
    start: int = 1


@dataclass(slots=True)
class _Lijst:
    abstract: int
    starts: dict[int, int] = field(default_factory=dict)
    vormen: dict[int, str] = field(default_factory=dict)


class Nummering:
    """Keeps the counters while the document is walked from top to bottom; ask once per paragraph."""

    def __init__(self, wortel: etree._Element | None, stijlen: Stijlen) -> None:
        self._abstract: dict[int, dict[int, _Niveau]] = {}
        self._verwijst: dict[int, str] = {}
        self._lijsten: dict[int, _Lijst] = {}
        self._tellers: dict[int, dict[int, int]] = {}
        self._begonnen: set[tuple[int, int]] = set()
        self._stijlen = stijlen
        for element in kinderen(wortel) if wortel is not None else ():
            if element.tag == W + "abstractNum":
                self._lees_abstract(element)
            elif element.tag == W + "num":
                self._lees_lijst(element)

    def _lees_abstract(self, element: etree._Element) -> None:
        sleutel = getal(waarde(element, "abstractNumId"), -1)
        self._abstract[sleutel] = {
            getal(waarde(niveau, "ilvl"), 0): _lees_niveau(niveau) for niveau in element.findall(W + "lvl")
        }
        if stijl := waarde(element.find(W + "numStyleLink")):
            self._verwijst[sleutel] = stijl

    def _lees_lijst(self, element: etree._Element) -> None:
        lijst = _Lijst(getal(waarde(element.find(W + "abstractNumId")), -1))
        for afwijking in element.findall(W + "lvlOverride"):
            niveau = getal(waarde(afwijking, "ilvl"), 0)
            eigen = afwijking.find(W + "lvl")
            if eigen is not None:
                gelezen = _lees_niveau(eigen)
                lijst.vormen[niveau] = gelezen.vorm
                lijst.starts[niveau] = gelezen.start
            if (start := waarde(afwijking.find(W + "startOverride"))) is not None:
                lijst.starts[niveau] = getal(start, 1)
        self._lijsten[getal(waarde(element, "numId"), -1)] = lijst

    def _abstract_van(self, lijst: _Lijst) -> int:
        stijl = self._verwijst.get(lijst.abstract)
        doel = self._lijsten.get(self._stijlen.num_id_van_lijststijl(stijl) or 0) if stijl else None
        return doel.abstract if doel is not None else lijst.abstract

    def volgende(self, num_id: int, niveau: int) -> Nummer:
        """Advances the list and gives the mark of this paragraph. `num_id` 0 means: no list."""
        lijst = self._lijsten.get(num_id)
        if lijst is None:
            return Nummer()
        niveau = min(max(niveau, 0), MAX_NIVEAU)
        abstract = self._abstract_van(lijst)
        regel = self._abstract.get(abstract, {}).get(niveau, _Niveau())
        stand = self._tel(num_id, abstract, niveau, lijst.starts.get(niveau), regel.start)
        return _teken(lijst.vormen.get(niveau, regel.vorm), stand, niveau)

    def _tel(self, num_id: int, abstract: int, niveau: int, eigen_start: int | None, start: int) -> int:
        tellers = self._tellers.setdefault(abstract, {})
        if eigen_start is not None and (num_id, niveau) not in self._begonnen:
            tellers[niveau] = eigen_start - 1
        self._begonnen.add((num_id, niveau))
        tellers[niveau] = tellers.get(niveau, start - 1) + 1
        for dieper in [n for n in tellers if n > niveau]:
            del tellers[dieper]
        return tellers[niveau]


def _lees_niveau(element: etree._Element) -> _Niveau:
    vorm = waarde(element.find(W + "numFmt")) or "decimal"
    return _Niveau(vorm, getal(waarde(element.find(W + "start")), 1))


def _teken(vorm: str, stand: int, niveau: int) -> Nummer:
    if vorm == "bullet":
        return Nummer(opsomteken=True, niveau=niveau)
    if vorm in GEEN_TEKEN:
        return Nummer(niveau=niveau)
    if vorm in LETTERS:
        return Nummer(letter=letter_van(stand), niveau=niveau)
    return Nummer(nummer=stand, niveau=niveau)


def letter_van(stand: int) -> str:
    """1 is "a", 26 is "z", 27 is "aa", as Word counts."""
    if stand < 1:
        return "a"
    keer, plaats = divmod(stand - 1, 26)
    return chr(ord("a") + plaats) * (min(keer, 20) + 1)
