"""The text of one paragraph of an OpenDocument text, with the bookmarks and comments it lies in.

What a tracked change took away does not stand in the text any more, so it reads as if all were accepted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from app.domain.terugkomst.documentmerk import lees_bladwijzer
from app.reading.odt.namen import DC, DRAW, MEESTE_HERHALINGEN, META, OFFICE, TEXT
from app.reading.word.bereiken import Merk
from app.reading.word.opmerkingen import LANGSTE, Opmerking
from app.reading.word.tekst import maak_schoon
from app.reading.xml import getal

_WIT = re.compile(r"[ \t\r\n]+")
_TEKENS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_OVERSLAAN = {TEXT + naam for naam in ("note", "ruby-text", "soft-page-break", "change-start", "change-end")}
_KOPIE = re.compile(r" Copy \d+$")  # LibreOffice names a bookmark so that went along with text that was taken away
_LANGSTE_NAAM = 100


@dataclass(slots=True)
class Gelopen:
    """`stukken`: text with the style of the span it stands in. `kaders`: text boxes, to be read by themselves."""

    stukken: list[tuple[str, str | None]] = field(default_factory=list)
    kaders: list[etree._Element] = field(default_factory=list)
    merken: dict[Merk, None] = field(default_factory=dict)
    opmerkingen: dict[str, None] = field(default_factory=dict)

    @property
    def tekst(self) -> str:
        return maak_schoon("".join(tekst for tekst, _ in self.stukken))


class OdtTekst:
    """Keeps over the paragraphs which bookmarks and comments are open. `weg`: by tracked change, the bookmarks of the
    text that it took away; they are at the place where that stood, so that is known to be empty now."""

    def __init__(self, weg: Mapping[str, Sequence[Merk]] | None = None) -> None:
        self._weg = weg or {}
        self.opmerkingen: dict[str, Opmerking] = {}
        self.noten = self.beelden = 0
        self._merken: dict[str, Merk] = {}
        self._open: dict[str, None] = {}
        self._wachtend: list[Merk] = []

    def loop(self, alinea: etree._Element) -> Gelopen:
        uit = Gelopen(merken=dict.fromkeys(self._wachtend))
        self._wachtend = []
        self._in(alinea, None, uit)
        return uit

    def teken(self, element: etree._Element, uit: Gelopen | None = None) -> bool:
        """Whether it begins or ends a bookmark or comment; outside the paragraphs it is of the one that follows."""
        naam = element.get(TEXT + "name") or element.get(OFFICE + "name") or ""
        match element.tag.rpartition("}")[2]:
            case "bookmark" | "bookmark-start" as soort:
                self._bladwijzer(naam, uit, blijft=soort == "bookmark-start")
            case "bookmark-end":
                self._merken.pop(naam, None)
            case "annotation":
                self._opmerking(element, naam, uit)
            case "annotation-end":
                self._open.pop(naam, None)
            case _:
                return False
        return True

    def _bladwijzer(self, naam: str, uit: Gelopen | None, *, blijft: bool) -> None:
        merk = lees_bladwijzer(naam)
        if merk is None:
            return
        if blijft:
            self._merken[naam] = merk
        if uit is None:
            self._wachtend.append(merk)
        else:
            uit.merken[merk] = None

    def _opmerking(self, element: etree._Element, naam: str, uit: Gelopen | None) -> None:
        gelezen = _lees_opmerking(element)
        sleutel = naam or f"los {len(self.opmerkingen)}"
        if not gelezen.tekst:
            return
        self.opmerkingen[sleutel] = gelezen
        if uit is not None:
            uit.opmerkingen[sleutel] = None
        if naam:
            self._open[sleutel] = None

    def _in(self, element: etree._Element, stijl: str | None, uit: Gelopen) -> None:
        self._zet(element.text, stijl, uit)
        for kind in element:
            if isinstance(kind.tag, str):
                self._kind(kind, stijl, uit)
            self._zet(kind.tail, stijl, uit)

    def _kind(self, kind: etree._Element, stijl: str | None, uit: Gelopen) -> None:
        if kind.tag == TEXT + "s":
            self._zet(" " * min(max(getal(kind.get(TEXT + "c"), 1), 1), MEESTE_HERHALINGEN), stijl, uit)
        elif kind.tag in _TEKENS:
            uit.stukken.append((_TEKENS[kind.tag], stijl))
        elif kind.tag.startswith(DRAW):
            self._beeld(kind, uit)
        elif kind.tag == TEXT + "change":
            uit.merken.update(dict.fromkeys(self._weg.get(kind.get(TEXT + "change-id") or "", ())))
        elif kind.tag in _OVERSLAAN:
            self.noten += kind.tag == TEXT + "note"
        elif not self.teken(kind, uit):
            self._in(kind, kind.get(TEXT + "style-name") if kind.tag == TEXT + "span" else stijl, uit)

    def _zet(self, tekst: str | None, stijl: str | None, uit: Gelopen) -> None:
        if not tekst:
            return
        uit.stukken.append((_WIT.sub(" ", tekst), stijl))
        if tekst.strip():
            uit.merken.update(dict.fromkeys(self._merken.values()))
            uit.opmerkingen.update(self._open)

    def _beeld(self, kind: etree._Element, uit: Gelopen) -> None:
        kaders = [kader for kader in kind.iter(DRAW + "text-box") if next(_binnen(kader, kind), None) is None]
        uit.kaders.extend(kaders)
        self.beelden += not kaders


def lees_weggehaald(romp: etree._Element) -> dict[str, list[Merk]]:
    """By tracked change, our bookmarks that begin in the text it took away."""
    uit: dict[str, list[Merk]] = {}
    for verandering in romp.iter(TEXT + "changed-region"):
        namen = [deel.get(TEXT + "name") or "" for deel in verandering.iter(TEXT + "bookmark-start", TEXT + "bookmark")]
        merken = [merk for naam in namen if (merk := lees_bladwijzer(_KOPIE.sub("", naam)))]
        uit[verandering.get(TEXT + "id") or ""] = merken
    return uit


def _binnen(kader: etree._Element, grens: etree._Element) -> Iterator[etree._Element]:
    """The text boxes around it."""
    for ouder in kader.iterancestors():
        if ouder is grens:
            return
        if ouder.tag == DRAW + "text-box":
            yield ouder


def _lees_opmerking(element: etree._Element) -> Opmerking:
    wie = element.findtext(META + "creator-initials") or element.findtext(DC + "creator") or ""
    alineas = [OdtTekst().loop(p).tekst for p in element.iter(TEXT + "p")]
    return Opmerking(maak_schoon(wie)[:_LANGSTE_NAAM], "\n".join(filter(None, alineas))[:LANGSTE])
