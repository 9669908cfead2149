"""The few pieces of WordprocessingML that our documents are made of, as lxml elements.

Built directly, because looking up cells through python-docx takes quadratic time in long tables.
"""

import re
from collections.abc import Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

_STUKKEN = re.compile("([\n\t])")


def element(naam: str, kinderen: Sequence[Element] = (), **kenmerken: str | int) -> Element:
    """`element("w:jc", val="right")`: attributes are in the w namespace."""
    gemaakt: Element = OxmlElement(naam)
    for kenmerk, waarde in kenmerken.items():
        gemaakt.set(qn(f"w:{kenmerk}"), str(waarde))
    gemaakt.extend(kinderen)
    return gemaakt


def alinea(stijl: str, *inhoud: Element, opmaak: Sequence[Element] = ()) -> Element:
    """A paragraph in a style, called by its id. `opmaak`: what it has of its own, in the order that Word asks for."""
    return element("w:p", [element("w:pPr", [element("w:pStyle", val=stijl), *opmaak]), *inhoud])


def gemerkt(merk: str, *inhoud: Element) -> tuple[Element, ...]:
    """`inhoud` within a bookmark; as it is without a merk. `nummer_merken` gives the bookmarks their numbers."""
    if not merk:
        return inhoud
    begin, eind = element("w:bookmarkStart", id=merk, name=merk), element("w:bookmarkEnd", id=merk)
    return (begin, *inhoud, eind)


def nummer_merken(romp: Element) -> None:
    """Word knows the begin and the end of a bookmark as two by a number that no other bookmark has."""
    nummers: dict[str, int] = {}
    for merk in romp.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        naam = str(merk.get(qn("w:id")))
        merk.set(qn("w:id"), str(nummers.setdefault(naam, len(nummers) + 1)))


def tekst(waarde: str, tekenstijl: str | None = None) -> Element:
    """A run; newlines and tabs become those of Word."""
    opmaak = [element("w:rPr", [element("w:rStyle", val=tekenstijl)])] if tekenstijl else []
    return element("w:r", [*opmaak, *_stukken(waarde)])


def _stukken(waarde: str) -> Iterator[Element]:
    for stuk in filter(None, _STUKKEN.split(waarde)):
        if stuk == "\n":
            yield element("w:br")
        elif stuk == "\t":
            yield element("w:tab")
        else:
            yield _letterlijk(stuk)


def _letterlijk(stuk: str) -> Element:
    gemaakt = element("w:t")
    gemaakt.text = stuk
    gemaakt.set(qn("xml:space"), "preserve")
    return gemaakt


def veld(opdracht: str, voorlopig: str = "1") -> Element:
    """A field that Word fills in itself, such as PAGE; `voorlopig` shows until it does."""
    return element("w:fldSimple", [tekst(voorlopig)], instr=f" {opdracht} ")
