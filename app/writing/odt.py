"""ODT: the open format of a text that people edit further, in LibreOffice, Word and others."""

from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from app.domain.taal.tekst_verschil import Soort
from app.writing.document import Alinea, Document, Genummerd, Grafiek, Kader, Kop, Lijst, Spoor, Tabel
from app.writing.odf.beeld import beeld, bewaar_beelden
from app.writing.odf.elementen import Kenmerken, Xml, begin, eind, element, gemerkt, tekst, wortel
from app.writing.odf.kader import kader
from app.writing.odf.lijst import genummerd, opsomming
from app.writing.odf.logo import bewaar_logo, logo
from app.writing.odf.pagina import regelbreedte, stijlen
from app.writing.odf.pakket import Pakket, meta
from app.writing.odf.tabel import kolomstijlen, tabel
from app.writing.odf.vast import vaste_stijlen

MIMETYPE = "application/vnd.oasis.opendocument.text"
_LAAGSTE_KOP = 4
_SPOREN = {Soort.WEG: "Spoorweg", Soort.NIEUW: "Spoornieuw"}


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the blokken below a title block, on A4."""
    pakket = Pakket(uit, MIMETYPE, document.datum)
    bewaar_beelden(pakket, document, regelbreedte(document))
    bewaar_logo(pakket, document)
    pakket.schrijf("content.xml", _inhoud(document))
    pakket.schrijf("styles.xml", stijlen(document))
    pakket.schrijf("meta.xml", meta(document))
    pakket.sluit()


def _inhoud(document: Document) -> Iterator[Xml]:
    yield wortel("office:document-content")
    yield element(
        "office:automatic-styles",
        {},
        vaste_stijlen(document.huisstijl),
        *kolomstijlen(document, regelbreedte(document)),
    )
    yield from (begin("office:body"), begin("office:text"))
    yield from _titelblok(document)
    yield from _inhoudsopgave(document)
    yield from _romp(document)
    yield from (eind("office:text"), eind("office:body"))
    yield eind("office:document-content")


def _titelblok(document: Document) -> Iterator[Xml]:
    stijl = "Begin"
    if document.huisstijl.logo:
        yield _alinea(f"{stijl}logo", logo(document.huisstijl.logo))
        stijl = "Afzender"
    yield _alinea(stijl, tekst(document.organisatie))
    titel = gemerkt(document.merken.get("titel", ""), tekst(document.titel))
    yield _alinea("Title", *gemerkt(document.merken.get("uitvoer", ""), *titel))
    if document.ondertitel:
        yield _alinea("Subtitle", tekst(document.ondertitel))
    *eerste, laatste = document.titelblok
    for naam, waarde in eerste:
        yield _kenmerk("Kenmerk", naam, waarde, document.merken.get(naam, ""))
    yield _kenmerk("Scheiding", *laatste, document.merken.get(laatste[0], ""))


def _kenmerk(stijl: str, naam: str, waarde: str, merk: str) -> Xml:
    naam_ervoor = element("text:span", {"text:style-name": "Kenmerknaam"}, tekst(naam))
    return _alinea(stijl, naam_ervoor, element("text:tab"), *gemerkt(merk, tekst(waarde)))


def _inhoudsopgave(document: Document) -> Iterator[Xml]:
    """The highest headings. Without page numbers: only the program that shows the file knows those."""
    koppen = [blok for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == 1]
    if not document.inhoudsopgave or not koppen:
        return
    regels = [_inhoudsregel(kop, nummer) for nummer, kop in enumerate(koppen, 1)]
    titel = element("text:index-title", {"text:name": "Inhoudskop"}, _alinea("Inhoudskop", tekst("Inhoud")))
    yield element(
        "text:table-of-content",
        {"text:name": "Inhoud", "text:protected": "true"},
        _inhoudsbron(),
        element("text:index-body", {}, titel, *regels),
    )


def _inhoudsbron() -> Xml:
    """How a program makes the list again."""
    regel = element(
        "text:table-of-content-entry-template",
        {"text:outline-level": 1, "text:style-name": "Inhoudsregel"},
        *map(element, ("text:index-entry-link-start", "text:index-entry-text", "text:index-entry-link-end")),
    )
    titel = element("text:index-title-template", {"text:style-name": "Inhoudskop"}, tekst("Inhoud"))
    return element("text:table-of-content-source", {"text:outline-level": 1}, titel, regel)


def _inhoudsregel(kop: Kop, nummer: int) -> Xml:
    verwijzing = {"text:style-name": "Inhoudslink", "xlink:type": "simple", "xlink:href": f"#hoofdstuk{nummer}"}
    return _alinea("Inhoudsregel", element("text:a", verwijzing, tekst(kop.tekst)))


def _romp(document: Document) -> Iterator[Xml]:
    hoofdstukken, tabellen, grafieken = count(1), count(1), count(1)
    breedte = regelbreedte(document)
    for blok in document.blokken:
        match blok:
            case Kop(niveau=niveau):
                yield _kop(blok, next(hoofdstukken) if niveau == 1 else 0)
            case Kader():
                yield from _met_ruimte(kader(blok, next(tabellen)))
            case Tabel():
                yield from _met_ruimte(tabel(blok, next(tabellen), breedte))
            case Grafiek(beeld=grafiek, tabel=cijfers):
                yield _alinea("Grafiektitel", tekst(grafiek.titel))
                yield beeld(grafiek, next(grafieken), breedte)
                if cijfers.rijen:
                    yield from _met_ruimte(tabel(cijfers, next(tabellen), breedte))
            case _:
                yield _tekstblok(blok)


def _tekstblok(blok: Alinea | Lijst | Genummerd | Spoor) -> Xml:
    match blok:
        case Alinea(tekst=zin, merk=merk):
            return _alinea(_alineastijl(blok), *gemerkt(merk, tekst(zin)))
        case Lijst():
            return opsomming(blok, "Opsommingsregel")
        case Genummerd():
            return genummerd(blok, "Nummerregel")
        case Spoor():
            return _spoor(blok)


def _spoor(spoor: Spoor) -> Xml:
    kop = [element("text:span", {"text:style-name": "Spoorkop"}, tekst(f"{spoor.kop}\n"))] if spoor.kop else []
    stukken = [
        element("text:span", {"text:style-name": _SPOREN[stuk.soort]}, tekst(stuk.tekst))
        if stuk.soort in _SPOREN
        else tekst(stuk.tekst)
        for stuk in spoor.stukken
    ]
    return _alinea("Spooronder" if spoor.ondergeschikt else "Standard", *kop, *stukken)


def _met_ruimte(tabel: Iterator[Xml]) -> Iterator[Xml]:
    """LibreOffice leaves a heading that touches a table behind when what follows goes to the next page."""
    yield from tabel
    yield _alinea("NaTabel")


def _kop(kop: Kop, hoofdstuk: int) -> Xml:
    """`hoofdstuk`: its number when the list of contents refers to it."""
    niveau = min(max(kop.niveau, 1), _LAAGSTE_KOP)
    merk = [element("text:bookmark", {"text:name": f"hoofdstuk{hoofdstuk}"})] if hoofdstuk else []
    stijl = f"Nieuwe_20_bladzijde_20_{niveau}" if kop.bladzijde else f"Heading_20_{niveau}"
    kenmerken: Kenmerken = {"text:style-name": stijl, "text:outline-level": niveau}
    return element("text:h", kenmerken, *merk, *gemerkt(kop.merk, tekst(kop.tekst)))


def _alineastijl(blok: Alinea) -> str:
    if blok.vet:
        return "Tussenkop"
    return "Toelichting" if blok.stil else "Standard"


def _alinea(stijl: str, *inhoud: Xml) -> Xml:
    return element("text:p", {"text:style-name": stijl}, *inhoud)
