"""Reads our OpenDocument files back with nothing but a zip reader and lxml."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.unit.writing.teruglezen import KOLOMMEN, Feit, ja_nee

_RUIMTEN = "urn:oasis:names:tc:opendocument:xmlns"
NS = {naam: f"{_RUIMTEN}:{naam}:1.0" for naam in ("office", "text", "table", "style", "config", "manifest", "meta")} | {
    "draw": f"{_RUIMTEN}:drawing:1.0",
    "svg": f"{_RUIMTEN}:svg-compatible:1.0",
    "fo": f"{_RUIMTEN}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
Element = etree._Element


def q(naam: str) -> str:
    """`q("text:p")` as lxml names it."""
    ruimte, _, kort = naam.partition(":")
    return f"{{{NS[ruimte]}}}{kort}"


def deel(inhoud: bytes, naam: str = "content.xml") -> Element:
    with ZipFile(BytesIO(inhoud)) as pakket:
        return etree.fromstring(pakket.read(naam))


def tekst(alinea: Element) -> str:
    """The words of a paragraph with its line ends, tabs and spaces, as the norm says they count."""
    return "".join(_stukken(alinea))


def _stukken(element: Element) -> Iterator[str]:
    yield element.text or ""
    for kind in element:
        if kind.tag == q("text:s"):
            yield " " * int(kind.get(q("text:c"), "1"))
        elif kind.tag in (q("text:line-break"), q("text:tab")):
            yield "\n" if kind.tag == q("text:line-break") else "\t"
        else:
            yield from _stukken(kind)
        yield kind.tail or ""


def met_stijl(inhoud: bytes, stijl: str) -> list[str]:
    alineas = deel(inhoud).iterfind(f".//text:p[@text:style-name='{stijl}']", NS)
    return [tekst(alinea) for alinea in alineas]


def tabellen(inhoud: bytes) -> list[list[list[str]]]:
    """Every table: its rows, its header row first, of cells."""
    return [
        [[_celtekst(cel) for cel in rij.iterfind("table:table-cell", NS)] for rij in tabel.iter(q("table:table-row"))]
        for tabel in deel(inhoud).iter(q("table:table"))
    ]


def _celtekst(cel: Element) -> str:
    return "\n".join(tekst(alinea) for alinea in cel.iterfind("text:p", NS))


def uit_odt(inhoud: bytes) -> list[Feit]:
    """Only (soort, kenmerk, tekst, gedeeld, voorbehoud): the rest stands in the headings."""
    return sorted(
        (soort.lower(), kenmerk, tekst, ja_nee("gedeeld met" in merken), ja_nee("onder voorbehoud" in merken))
        for tabel in tabellen(inhoud)
        for soort, kenmerk, tekst, merken in tabel[1:]
    )


def ods_rijen(inhoud: bytes) -> list[dict[str, str]]:
    """The rows of Gegevens; columns that go on in the next one are put together."""
    koppen, *rijen = tabellen(inhoud)[0]
    gelezen = []
    for rij in rijen:
        waarden: dict[str, str] = {}
        for kop, cel in zip(koppen, rij, strict=True):
            naam = kop.lower().split(" (vervolg")[0]
            waarden[naam] = waarden.get(naam, "") + cel
        gelezen.append(waarden)
    return gelezen


def uit_ods(inhoud: bytes) -> list[Feit]:
    return sorted(tuple(rij[kolom] for kolom in KOLOMMEN) for rij in ods_rijen(inhoud))
