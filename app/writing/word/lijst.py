"""Lists in Word that Word numbers itself, so that who adds a line in the middle gets the right numbers."""

from collections.abc import Iterator
from itertools import count

from docx.document import Document as WordDocument
from lxml.etree import _Element as Element

from app.domain.taal.letters import plek_van
from app.writing.document import Genummerd, Lijst, Nummerpunt
from app.writing.word.elementen import alinea, element, gemerkt, tekst

_EERSTE = 10  # numbers below it are those of numbering.xml
_INSPRINGEN, _DIEPER = 397, 794  # twentieths of a point


class Lijsten:
    """The numbered lists of one document: every list counts by itself, also when somebody moves it."""

    def __init__(self, word: WordDocument, kleur: str) -> None:
        self._kleur = kleur
        self._wortel: Element = word.part.numbering_part.element
        self._nummers = count(_EERSTE)

    def genummerd(self, lijst: Genummerd, stijl: str) -> Iterator[Element]:
        """A paragraph for every line. A number that does not follow begins the list anew at that number."""
        abstract = next(self._nummers)
        self._zet_vooraan(_abstract(abstract, self._kleur))
        huidig, begin, vorige = 0, Nummerpunt(""), Nummerpunt("")
        for punt in lijst.punten:
            # A list that was begun at a letter has no number to go on from.
            if not huidig or not _volgt(vorige, punt) or (begin.letter and not punt.letter):
                huidig, begin = self._nieuw(abstract, punt), punt
            yield _regel(stijl, punt, huidig)
            vorige = punt

    def _nieuw(self, abstract: int, punt: Nummerpunt) -> int:
        nummer = next(self._nummers)
        stand = plek_van(punt.letter) if punt.letter else punt.nummer
        begin = element("w:lvlOverride", [element("w:startOverride", val=stand)], ilvl=1 if punt.letter else 0)
        self._wortel.append(element("w:num", [element("w:abstractNumId", val=abstract), begin], numId=nummer))
        return nummer

    def _zet_vooraan(self, abstract: Element) -> None:
        """Word wants every kind of list before the lists."""
        eerste = self._wortel.find(element("w:num").tag)
        if eerste is None:
            self._wortel.append(abstract)
        else:
            eerste.addprevious(abstract)


def opsomming(lijst: Lijst, stijl: str) -> Iterator[Element]:
    for plek, regel in enumerate(lijst.regels):
        yield alinea(stijl, *gemerkt(lijst.merken[plek] if lijst.merken else "", tekst(regel)))


def _volgt(vorige: Nummerpunt, punt: Nummerpunt) -> bool:
    """Whether Word would give this very number or letter by itself, also after a jump at the other level."""
    if not punt.letter:
        return punt.nummer == vorige.nummer + 1
    if punt.nummer != vorige.nummer:
        return False
    return plek_van(punt.letter) == (plek_van(vorige.letter) + 1 if vorige.letter else 1)


def _regel(stijl: str, punt: Nummerpunt, nummer: int) -> Element:
    niveau = element("w:ilvl", val=1 if punt.letter else 0)
    plaats = element("w:numPr", [niveau, element("w:numId", val=nummer)])
    return alinea(stijl, *gemerkt(punt.merk, tekst(punt.tekst)), opmaak=[plaats])


def _abstract(nummer: int, kleur: str) -> Element:
    delen = [
        element("w:nsid", val=f"{0x5D000000 + nummer:08X}"),
        element("w:multiLevelType", val="hybridMultilevel"),
        _niveau(0, "decimal", "%1.", _INSPRINGEN, kleur),
        _niveau(1, "lowerLetter", "%2.", _DIEPER, kleur),
    ]
    return element("w:abstractNum", delen, abstractNumId=nummer)


def _niveau(niveau: int, vorm: str, patroon: str, links: int, kleur: str) -> Element:
    plaats = element("w:ind", left=links, hanging=_INSPRINGEN)
    delen = [
        element("w:start", val=1),
        element("w:numFmt", val=vorm),
        element("w:lvlText", val=patroon),
        element("w:lvlJc", val="left"),
        element("w:pPr", [plaats]),
        element("w:rPr", [element("w:color", val=kleur)]),
    ]
    return element("w:lvl", delen, ilvl=niveau)
