"""Word: a file that a gemeente sends out."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import BinaryIO

from docx.document import Document as WordDocument
from docx.section import _Footer, _Header
from docx.shared import Length
from lxml.etree import _Element as Element

from app.domain.taal.datums import toon_datum
from app.writing.document import Alinea, Blok, Document, Genummerd, Grafiek, Kader, Kop, Lijst, Spoor, Tabel
from app.writing.nederlands import ingekort
from app.writing.word.beeld import beeld
from app.writing.word.eigenschappen import zet_eigenschappen
from app.writing.word.elementen import alinea, element, gemerkt, nummer_merken, tekst, veld
from app.writing.word.inhoud import inhoudsopgave, kop_met_merk, merken
from app.writing.word.kader import kader
from app.writing.word.lijst import Lijsten, opsomming
from app.writing.word.logo import logo
from app.writing.word.sjabloon import leeg_document, regelbreedte
from app.writing.word.spoor import Sporen
from app.writing.word.tabel import tabel

_LAAGSTE_KOP = 4


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the blokken below a title block, on A4."""
    word = leeg_document(document)
    zet_eigenschappen(word, document.eigenschappen)
    _schrijf_randen(word, document)
    romp = word.element.body
    eind = romp.sectPr
    for onderdeel in _romp(word, document):
        eind.addprevious(onderdeel)
    nummer_merken(romp)
    word.save(uit)


def _romp(word: WordDocument, document: Document) -> Iterator[Element]:
    if document.huisstijl.logo:
        yield logo(word, document.huisstijl.logo)
    yield from _titelblok(document)
    if document.inhoudsopgave:
        yield from inhoudsopgave(document)
    hoofdstukken, lijsten = iter(merken(document)), Lijsten(word, document.huisstijl.kleur)
    sporen = Sporen(document.organisatie, document.datum)
    for blok, volgende in zip_longest(document.blokken, islice(document.blokken, 1, None)):
        if document.inhoudsopgave and isinstance(blok, Kop) and blok.niveau == 1:
            yield kop_met_merk(blok, next(hoofdstukken))
        elif isinstance(blok, Spoor):
            yield sporen.regel(blok)
        else:
            yield from _blok(word, blok, regelbreedte(liggend=document.liggend), lijsten)
        # Word joins two tables that touch, and a page must not end with one.
        if isinstance(blok, Tabel | Kader | Grafiek) and not isinstance(volgende, Kop):
            yield alinea("NaTabel")


def _titelblok(document: Document) -> Iterator[Element]:
    yield alinea("Afzender", tekst(document.organisatie))
    titel = gemerkt(document.merken.get("titel", ""), tekst(document.titel))
    yield alinea("Title", *gemerkt(document.merken.get("uitvoer", ""), *titel))
    if document.ondertitel:
        yield alinea("Subtitle", tekst(document.ondertitel))
    *eerste, laatste = document.titelblok
    for naam, waarde in eerste:
        yield _kenmerk("Kenmerk", naam, waarde, document.merken.get(naam, ""))
    yield _kenmerk("Scheiding", *laatste, document.merken.get(laatste[0], ""))


def _kenmerk(stijl: str, naam: str, waarde: str, merk: str) -> Element:
    return alinea(stijl, tekst(naam, "Kenmerknaam"), tekst("\t"), *gemerkt(merk, tekst(waarde)))


def _blok(word: WordDocument, blok: Blok, breedte: Length, lijsten: Lijsten) -> Iterator[Element]:
    match blok:
        case Kop():
            yield _kop(blok)
        case Alinea(tekst=zin, merk=merk):
            yield alinea(_alineastijl(blok), *gemerkt(merk, tekst(zin)))
        case Lijst():
            yield from opsomming(blok, "ListBullet")
        case Genummerd():
            yield from lijsten.genummerd(blok, "Lijstnummer")
        case Kader():
            yield kader(blok, breedte.twips, lijsten)
        case Tabel():
            yield tabel(blok, breedte.twips)
        case Grafiek(beeld=grafiek, tabel=cijfers):
            yield alinea("Grafiektitel", tekst(grafiek.titel))
            yield beeld(word, grafiek, breedte)
            if cijfers.rijen:
                yield tabel(cijfers, breedte.twips)


def _kop(kop: Kop) -> Element:
    """A heading that begins a page needs no white above it."""
    bladzijde = [element("w:pageBreakBefore"), element("w:spacing", before=0)] if kop.bladzijde else []
    stijl = f"Heading{min(max(kop.niveau, 1), _LAAGSTE_KOP)}"
    return alinea(stijl, *gemerkt(kop.merk, tekst(kop.tekst)), opmaak=bladzijde)


def _alineastijl(blok: Alinea) -> str:
    if blok.vet:
        return "Tussenkop"
    return "Toelichting" if blok.stil else "Normal"


def _schrijf_randen(word: WordDocument, document: Document) -> None:
    """The title on every page but the first, which has it already; the page number on all of them."""
    deel = word.sections[0]
    kop = f"{ingekort(document.titel, 60)}\t{ingekort(document.organisatie, 60)}"
    _vul_rand(deel.header, alinea("Header", tekst(kop)))
    _vul_rand(deel.first_page_header, alinea("Header"))
    for voet in (deel.footer, deel.first_page_footer):
        _vul_rand(voet, _voetregel(document))


def _vul_rand(rand: _Header | _Footer, regel: Element) -> None:
    rand.is_linked_to_previous = False
    rand._element[:] = [regel]


def _voetregel(document: Document) -> Element:
    links = tekst(f"{toon_datum(document.datum)}\tpagina ")
    return alinea("Footer", links, veld("PAGE"), tekst(" van "), veld("NUMPAGES"))
