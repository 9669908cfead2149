"""What makes the Word file one that a gemeente can send out, read by a screen reader and edit further."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Alinea, Document, Kolom, Kop, Lijst, Tabel
from app.writing.formaten import schrijf
from app.writing.word.tabel import verdeel
from tests.unit.writing.teruglezen import tabellen_met_koppen
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok(), filters=(("Opdrachtnemer", "RIGG"),))


def lees(document: Document) -> WordDocument:
    return docx.Document(BytesIO(schrijf(document, "docx")))


def deel(document: Document, naam: str) -> str:
    with ZipFile(BytesIO(schrijf(document, "docx"))) as pakket:
        return pakket.read(naam).decode()


def met_stijl(word: WordDocument, stijl: str) -> list[str]:
    return [alinea.text for alinea in word.paragraphs if alinea.style.name == stijl]


def test_titelblok(document: Document) -> None:
    word = lees(document)
    assert met_stijl(word, "Afzender") == ["Gemeente Waddenstad"]
    assert met_stijl(word, "Title") == ["Opdrachtoverzicht"]
    assert met_stijl(word, "Subtitle") == ["Opdrachten aan de RIGG"]
    assert met_stijl(word, "Kenmerk") == ["Datum\t20 mei 2020", "Notitie\tNotitie jeugd 2020"]
    assert met_stijl(word, "Scheiding") == ["Opdrachtnemer\tRIGG"]


def test_koppen_staan_in_het_navigatievenster(document: Document) -> None:
    blokken = (Kop("Een"), Kop("Twee", 2), Kop("Drie", 3), Kop("Vier", 4), Kop("Zeven", 7))
    word = lees(replace(document, blokken=blokken))
    koppen = [a for a in word.paragraphs if a.style.name.startswith("Heading ")]
    assert [(k.text, k.style.name[-1]) for k in koppen] == [
        ("Een", "1"),
        ("Twee", "2"),
        ("Drie", "3"),
        ("Vier", "4"),
        ("Zeven", "4"),
    ]
    niveaus = [k.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for k in koppen]
    assert niveaus == ["0", "1", "2", "3", "3"]


def test_kop_blijft_bij_zijn_tabel(document: Document) -> None:
    word = lees(document)
    assert word.styles["Heading 1"].paragraph_format.keep_with_next
    assert word.styles["Tabelkop"].paragraph_format.keep_with_next


def test_koprij_herhaalt_en_korte_rijen_blijven_heel() -> None:
    lang = Regel("2", "Lange tekst. " * 200)
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.RIGG, doelen=(Regel("1", "Kort."), lang))
    ((_, tabel),) = tabellen_met_koppen(schrijf(maak_document(blok), "docx"))
    eigenschappen = [rij._tr.trPr for rij in tabel.rows]
    assert eigenschappen[0].find(qn("w:tblHeader")) is not None
    assert all(e is None or e.find(qn("w:tblHeader")) is None for e in eigenschappen[1:])
    assert [e is not None and e.find(qn("w:cantSplit")) is not None for e in eigenschappen] == [True, True, False]


def test_tabel_is_te_volgen_zonder_hem_te_zien(document: Document) -> None:
    ((_, tabel),) = tabellen_met_koppen(schrijf(document, "docx"))
    eigenschappen = tabel._tbl.tblPr
    assert eigenschappen.find(qn("w:tblCaption")).get(qn("w:val")) == (
        "Opdrachten aan de RIGG bij Hulp dichtbij, Waddenstad"
    )
    assert eigenschappen.find(qn("w:tblDescription")).get(qn("w:val")) == (
        "Tabel met 4 rijen en de kolommen Soort, Nr, Tekst en Bijzonderheden."
    )
    uiterlijk = eigenschappen.find(qn("w:tblLook"))
    assert (uiterlijk.get(qn("w:firstRow")), uiterlijk.get(qn("w:firstColumn"))) == ("1", "1")
    assert tabel.style.name == "Doelspoor tabel"


def test_onderdelen_springen_in(document: Document) -> None:
    ((_, tabel),) = tabellen_met_koppen(schrijf(document, "docx"))
    stijlen = {rij.cells[1].text: rij.cells[2].paragraphs[0].style.name for rij in tabel.rows}
    assert stijlen["2"] == "Tabeltekst"
    assert stijlen["2a"] == "Tabelonderdeel"


@pytest.mark.parametrize("liggend", [False, True])
def test_pagina_is_a4_en_de_tabel_vult_de_regel(document: Document, liggend: bool) -> None:
    word = lees(replace(document, liggend=liggend))
    pagina = word.sections[0]
    afmetingen = (round(pagina.page_width.cm, 1), round(pagina.page_height.cm, 1))
    assert afmetingen == ((29.7, 21.0) if liggend else (21.0, 29.7))
    assert pagina.orientation == (WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT)
    regel = pagina.page_width - pagina.left_margin - pagina.right_margin
    assert abs(sum(kolom.width for kolom in word.tables[0].columns) - regel) < Cm(0.01)


def test_kolommen_krijgen_hun_aandeel() -> None:
    assert verdeel(1000, (Kolom("a", 1), Kolom("b", 3))) == [250, 750]
    assert sum(verdeel(9299, (Kolom("a", 1.5), Kolom("b", 0.7), Kolom("c", 6.2)))) == 9299


def test_kop_en_voet_met_paginanummers_als_veld(document: Document) -> None:
    pagina = lees(document).sections[0]
    assert pagina.different_first_page_header_footer
    assert pagina.header.paragraphs[0].text == "Opdrachtoverzicht\tGemeente Waddenstad"
    assert pagina.first_page_header.paragraphs[0].text == ""
    for voet in (pagina.footer, pagina.first_page_footer):
        velden = [veld.get(qn("w:instr")).strip() for veld in voet._element.iter(qn("w:fldSimple"))]
        assert velden == ["PAGE", "NUMPAGES"]
        assert "".join(stuk.text for stuk in voet._element.iter(qn("w:t"))) == "20 mei 2020pagina 1 van 1"


def test_taal_is_nederlands(document: Document) -> None:
    word = lees(document)
    talen = word.styles.element.findall(f".//{qn('w:lang')}")
    assert [taal.get(qn("w:val")) for taal in talen] == ["nl-NL"]
    assert word.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "nl-NL"
    assert word.core_properties.language == "nl-NL"


def test_eigenschappen(document: Document) -> None:
    eigenschappen = lees(replace(document, titel="T" * 400)).core_properties
    assert eigenschappen.title == "T" * 254 + "…"
    assert eigenschappen.author == "Doelspoor"
    assert eigenschappen.created.date() == document.datum


def test_lijst_is_een_echte_lijst(document: Document) -> None:
    word = lees(replace(document, blokken=(Lijst(("een", "twee")), Alinea("stil", stil=True))))
    assert met_stijl(word, "List Bullet") == ["een", "twee"]
    assert met_stijl(word, "Toelichting") == ["stil"]
    nummering = word.styles["List Bullet"].element.pPr.numPr.numId.val
    assert word.part.numbering_part.element.num_having_numId(nummering) is not None


def test_geen_opmaak_buiten_de_stijlen_om(document: Document) -> None:
    romp = lees(document).element.body
    assert romp.xpath(".//w:rPr/*[not(self::w:rStyle)]") == []
    assert romp.xpath(".//w:pPr/*[not(self::w:pStyle)]") == []
    stijlen = {stijl.get(qn("w:styleId")) for stijl in lees(document).styles.element}
    gebruikt = set(romp.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    assert gebruikt <= stijlen


def test_niets_over_van_het_sjabloon_van_de_bibliotheek(document: Document) -> None:
    with ZipFile(BytesIO(schrijf(document, "docx"))) as pakket:
        namen = pakket.namelist()
    assert not [naam for naam in namen if re.search("thumbnail|stylesWithEffects|customXml|app.xml", naam)]


def test_tabellen_raken_elkaar_niet_en_staan_niet_aan_het_eind(document: Document) -> None:
    tabel = Tabel("t", (Kolom("k"),), (("w",),))
    romp = lees(replace(document, blokken=(tabel, tabel))).element.body
    namen = [onderdeel.tag.split("}")[1] for onderdeel in romp]
    assert namen[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_tekst_blijft_tekst() -> None:
    blok = Blok("Waddenstad", "N", "<b>&amp;", 1, Opdrachtnemer.RIGG, opdrachten=(Regel("", "<w:t>x</w:t>\nb\x00c"),))
    document = maak_document(blok)
    ((koppen, tabel),) = tabellen_met_koppen(schrijf(document, "docx"))
    assert koppen == ["1. <b>&amp;"]
    assert tabel.rows[1].cells[2].text == "<w:t>x</w:t>\nbc"
    assert "<w:br/>" in deel(document, "word/document.xml")
