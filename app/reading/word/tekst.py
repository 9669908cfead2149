"""The text of one paragraph, as a reader sees it: insertions in, deletions out, soft breaks as newlines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.reading.xml import W, kinderen

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"

VERVALLEN = {W + naam for naam in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt")}
TEKENS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
NOTEN = {W + "footnoteReference", W + "endnoteReference"}
BEELDEN = {W + "drawing", W + "pict", W + "object"}
OPSOMTEKEN = "•"

_ONZICHTBAAR = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]")
_WIT = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_OM_EINDE = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(slots=True)
class Bijvangst:
    """What a paragraph holds beside its text. `kaders`: text boxes, to be read as paragraphs of their own."""

    kaders: list[etree._Element] = field(default_factory=list)
    noten: int = 0
    beelden: int = 0


def stukken(alinea: etree._Element, bijvangst: Bijvangst) -> Iterator[tuple[str, etree._Element | None]]:
    """Pieces of text with the run they stand in (None for what has no run)."""
    yield from _loop(alinea, None, bijvangst)


def _loop(
    element: etree._Element, run: etree._Element | None, vangst: Bijvangst
) -> Iterator[tuple[str, etree._Element | None]]:
    for kind in kinderen(element):
        soort = kind.tag
        if soort == W + "r":
            yield from _loop(kind, kind, vangst)
        elif soort == W + "t" or soort == M + "t":
            yield (kind.text or ""), run
        elif soort in TEKENS:
            yield TEKENS[soort], run
        elif soort not in VERVALLEN:
            yield from _bijzonder(kind, run, vangst)


def _bijzonder(
    kind: etree._Element, run: etree._Element | None, vangst: Bijvangst
) -> Iterator[tuple[str, etree._Element | None]]:
    soort = kind.tag
    if soort == W + "br":
        yield ("\n" if kind.get(W + "type") in {None, "textWrapping"} else " "), run
    elif soort == W + "sym":
        yield OPSOMTEKEN, run
    elif soort in NOTEN:
        vangst.noten += 1
    elif soort == MC + "AlternateContent":
        if (keuze := _keuze(kind)) is not None:
            yield from _loop(keuze, run, vangst)
    elif soort in BEELDEN:
        _beeld(kind, vangst)
    else:
        yield from _loop(kind, run, vangst)


def _keuze(element: etree._Element) -> etree._Element | None:
    """Both branches say the same; the first that is there counts, else everything would be read twice."""
    keuze = element.find(MC + "Choice")
    return keuze if keuze is not None else element.find(MC + "Fallback")


def _beeld(element: etree._Element, vangst: Bijvangst) -> None:
    kaders = [kind for kind in element.iter(W + "txbxContent") if not _in_ander_kader(kind, element)]
    vangst.kaders.extend(kaders)
    vangst.beelden += not kaders


def _in_ander_kader(kader: etree._Element, grens: etree._Element) -> bool:
    """Inside another text box, or in the fallback of one that is read already."""
    for ouder in kader.iterancestors():
        if ouder is grens:
            return False
        if ouder.tag in {W + "txbxContent", MC + "Fallback"}:
            return True
    return False


def maak_schoon(tekst: str) -> str:
    """One kind of space and hyphen, no invisible signs; newlines and tabs inside stay."""
    tekst = _ONZICHTBAAR.sub("", tekst.replace("\u2011", "-").replace("\u2028", "\n").replace("\u2029", "\n"))
    return _OM_EINDE.sub("\n", _WIT.sub(" ", tekst)).strip()
