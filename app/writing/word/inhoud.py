"""The list of chapters in Word: a real one, that Word can renew, and right before it does.

It has no page numbers: only Word knows those, and it does not look before somebody asks it to.
"""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from app.writing.document import Document, Kop
from app.writing.word.elementen import alinea, element, gemerkt, tekst

_OPDRACHT = ' TOC \\o "1-1" \\n \\h \\z '


def koppen(document: Document) -> list[Kop]:
    return [blok for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == 1]


def merken(document: Document) -> list[str]:
    """The names of the bookmarks at the highest headings, in order."""
    return [f"_Toc{nummer:08d}" for nummer, _ in enumerate(koppen(document), 1)]


def kop_met_merk(kop: Kop, merk: str) -> Element:
    return alinea("Heading1", *gemerkt(merk, tekst(kop.tekst)))


def inhoudsopgave(document: Document) -> Iterator[Element]:
    """Nothing without headings."""
    regels = [
        element("w:hyperlink", [tekst(kop.tekst)], anchor=merk)
        for kop, merk in zip(koppen(document), merken(document), strict=True)
    ]
    if regels:
        yield alinea("Inhoudskop", tekst("Inhoud"))
        yield from _veld(regels)


def _veld(regels: Sequence[Element]) -> Iterator[Element]:
    """One field over all the lines: it begins in the first and ends in the last."""
    opdracht = element("w:instrText")
    opdracht.text = _OPDRACHT
    voor = [_teken("begin"), element("w:r", [opdracht]), _teken("separate")]
    for plaats, regel in enumerate(regels):
        begin = voor if plaats == 0 else []
        eind = [_teken("end")] if plaats == len(regels) - 1 else []
        yield alinea("TOC1", *begin, regel, *eind)


def _teken(soort: str) -> Element:
    return element("w:r", [element("w:fldChar", fldCharType=soort)])
