"""Changes the XML of a Word file the way Word saves it: runs in pieces with rsids, marks between paragraphs, tracked
changes, content controls."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
WIE = {W + "id": "900", W + "author": "Jo Jansen", W + "date": "2026-11-29T10:00:00Z"}
Element = etree._Element


def bewerk(inhoud: bytes, bewerking: Callable[[Element], None], deel: str = "word/document.xml") -> bytes:
    uit = BytesIO()
    with ZipFile(BytesIO(inhoud)) as oud, ZipFile(uit, "w", ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            bytes_ = oud.read(naam)
            if naam == deel:
                wortel = etree.fromstring(bytes_)
                bewerking(wortel)
                bytes_ = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
            nieuw.writestr(naam, bytes_)
    return uit.getvalue()


def alinea(wortel: Element, tekst: str, welke: int = 0) -> Element:
    gevonden = [p for p in wortel.iter(W + "p") if tekst in "".join(t.text or "" for t in p.iter(W + "t"))]
    return gevonden[welke]


def run(tekst: str, soort: str = "t") -> Element:
    gemaakt = etree.Element(W + "r", {W + "rsidR": "00A1B2C3"})
    etree.SubElement(gemaakt, W + soort, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = tekst
    return gemaakt


def in_stukken(p: Element) -> None:
    """As Word leaves a line that was typed in: a run per few letters, and the spelling checker between them."""
    for eigen in p.findall(W + "r"):
        tekst = "".join(t.text or "" for t in eigen.iter(W + "t"))
        stukken = [run(tekst[plek : plek + 5]) for plek in range(0, len(tekst), 5)]
        for stuk in stukken:
            eigen.addprevious(etree.Element(W + "proofErr", {W + "type": "spellStart"}))
            eigen.addprevious(stuk)
        p.remove(eigen)


def bijgehouden(soort: str, *delen: Element) -> Element:
    gemaakt = etree.Element(W + soort, WIE)
    gemaakt.extend(delen)
    return gemaakt


def vervang(p: Element, oud: str, nieuw: str) -> None:
    """With tracked changes on: the old word deleted, the new one inserted."""
    (eigen,) = p.findall(W + "r")
    voor, achter = "".join(t.text or "" for t in eigen.iter(W + "t")).split(oud)
    weg, erbij = bijgehouden("del", run(oud, "delText")), bijgehouden("ins", run(nieuw))
    for deel in (run(voor), weg, erbij, run(achter)):
        eigen.addprevious(deel)
    p.remove(eigen)


def verwijder_bijgehouden(p: Element, soort: str = "del") -> None:
    """The whole paragraph, with its sign."""
    opmaak = p.find(W + "pPr")
    etree.SubElement(etree.SubElement(opmaak, W + "rPr"), W + soort, WIE)
    for eigen in p.findall(W + "r"):
        tekst = "".join(t.text or "" for t in eigen.iter(W + "t"))
        eigen.addprevious(bijgehouden(soort, run(tekst, "delText" if soort == "del" else "t")))
        p.remove(eigen)


def nieuwe_alinea(na: Element, tekst: str, soort: str = "ins") -> Element:
    """Below `na`, with its looks, tracked as inserted or moved."""
    p = etree.Element(W + "p", {W + "rsidR": "00D4E5F6"})
    p.append(etree.fromstring(etree.tostring(na.find(W + "pPr"))))
    p.append(bijgehouden(soort, run(tekst)))
    na.addnext(p)
    return p


def zonder_merken(p: Element) -> None:
    for soort in ("bookmarkStart", "bookmarkEnd"):
        for merk in p.findall(W + soort):
            p.remove(merk)


def merken_naar_buiten(p: Element) -> None:
    """Word may keep a bookmark of a whole paragraph before and behind the paragraph."""
    for merk in p.findall(W + "bookmarkStart"):
        p.addprevious(merk)
    for merk in p.findall(W + "bookmarkEnd"):
        p.addnext(merk)


def in_inhoudsbesturing(p: Element) -> None:
    sdt = etree.Element(W + "sdt")
    etree.SubElement(sdt, W + "sdtPr")
    inhoud = etree.SubElement(sdt, W + "sdtContent")
    p.addprevious(sdt)
    inhoud.append(p)


def naam_van_merk(p: Element) -> str:
    return str(p.find(W + "bookmarkStart").get(W + "name"))


def met_merk(p: Element, naam: str, nummer: int = 777) -> None:
    plek = 0 if p.find(W + "pPr") is None else 1
    p.insert(plek, etree.Element(W + "bookmarkStart", {W + "id": str(nummer), W + "name": naam}))
    p.append(etree.Element(W + "bookmarkEnd", {W + "id": str(nummer)}))
