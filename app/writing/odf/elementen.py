"""OpenDocument as text, piece by piece: what is written is forgotten, so long files take no memory.

The type keeps texts of users apart from XML: they become XML by way of `tekst` only.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

Xml = NewType("Xml", str)
Kenmerken = Mapping[str, str | int]

_WIT = re.compile(r"\n|\t|^ +| +$|(?<=[\n\t]) +| +(?=[\n\t])| {2,}")
_NAAMRUIMTE = "urn:oasis:names:tc:opendocument:xmlns"
_NAAMRUIMTEN = {
    "office": f"{_NAAMRUIMTE}:office:1.0",
    "style": f"{_NAAMRUIMTE}:style:1.0",
    "text": f"{_NAAMRUIMTE}:text:1.0",
    "table": f"{_NAAMRUIMTE}:table:1.0",
    "draw": f"{_NAAMRUIMTE}:drawing:1.0",
    "fo": f"{_NAAMRUIMTE}:xsl-fo-compatible:1.0",
    "svg": f"{_NAAMRUIMTE}:svg-compatible:1.0",
    "number": f"{_NAAMRUIMTE}:datastyle:1.0",
    "meta": f"{_NAAMRUIMTE}:meta:1.0",
    "config": f"{_NAAMRUIMTE}:config:1.0",
    "ooo": "http://openoffice.org/2004/office",  # of the settings only
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_WORTELKENMERKEN = {f"xmlns:{naam}": adres for naam, adres in _NAAMRUIMTEN.items()} | {"office:version": "1.3"}


def element(naam: str, kenmerken: Kenmerken | None = None, *inhoud: Xml) -> Xml:
    """`element("text:p", {"text:style-name": "Title"}, tekst("…"))`."""
    begin = naam + _als_tekst(kenmerken or {})
    return Xml(f"<{begin}>{''.join(inhoud)}</{naam}>" if inhoud else f"<{begin}/>")


def begin(naam: str, kenmerken: Kenmerken | None = None) -> Xml:
    """The opening of an element whose content is written bit by bit; `eind` closes it."""
    return Xml(f"<{naam}{_als_tekst(kenmerken or {})}>")


def eind(naam: str) -> Xml:
    return Xml(f"</{naam}>")


def wortel(naam: str) -> Xml:
    """The opening of a file in the package."""
    return Xml('<?xml version="1.0" encoding="UTF-8"?>\n' + begin(naam, _WORTELKENMERKEN))


def samen(delen: Iterable[Xml]) -> Xml:
    return Xml("".join(delen))


def gemerkt(merk: str, *inhoud: Xml) -> tuple[Xml, ...]:
    """`inhoud` within a bookmark; as it is without a merk."""
    if not merk:
        return inhoud
    return (
        element("text:bookmark-start", {"text:name": merk}),
        *inhoud,
        element("text:bookmark-end", {"text:name": merk}),
    )


def tekst(waarde: str) -> Xml:
    """Text within a paragraph. Line ends, tabs and spaces that XML would lose become elements."""
    return Xml(_WIT.sub(_wit, escape(waarde)))


def kaal(waarde: str) -> Xml:
    """Text outside of paragraphs, such as a title in the properties."""
    return Xml(escape(waarde))


def _wit(gevonden: re.Match[str]) -> str:
    match gevonden[0]:
        case "\n":
            return element("text:line-break")
        case "\t":
            return element("text:tab")
        case spaties:
            return element("text:s", {"text:c": len(spaties)})


def _als_tekst(kenmerken: Kenmerken) -> str:
    return "".join(f" {naam}={quoteattr(str(waarde))}" for naam, waarde in kenmerken.items())
