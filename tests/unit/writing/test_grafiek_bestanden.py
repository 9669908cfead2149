"""The chart in files: a picture with words for who cannot see it in Word, and its figures in every format."""

import csv
import json
import struct
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from app.domain.cijfers.indicator import Reekssoort
from app.writing.document import Alinea, Document, Grafiek, Kop
from app.writing.formaten import schrijf
from app.writing.grafiek import png
from app.writing.grafiek.lijn import teken
from app.writing.grafiek.tabel import als_structuur, cijfertabel, gegevenstabel
from app.writing.grafiek.waarden import Lijngrafiek, Streef
from app.writing.schoon import schoon_document
from tests.unit.writing.grafieken import jaren, lijngrafiek, punt, reeks, volle_grafiek
from tests.unit.writing.uitgevouwen import uitgevouwen

ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"


def document(*grafieken: Lijngrafiek) -> Document:
    blokken = [blok for g in grafieken for blok in (Kop(g.titel), Alinea("Wat zien we?"), Grafiek(g, cijfertabel(g)))]
    return Document(
        titel="Halfjaarrapportage",
        ondertitel="eerste halfjaar 2022",
        organisatie="Gemeente Waddenstad",
        datum=date(2022, 7, 1),
        blokken=tuple(blokken),
        gegevens=gegevenstabel("Cijfers", grafieken),
        structuur={"indicatoren": [als_structuur(grafiek) for grafiek in grafieken]},
    )


def delen(inhoud: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def test_word_krijgt_svg_en_punten_met_woorden_erbij() -> None:
    inhoud = schrijf(document(volle_grafiek()), "docx")
    bestanden = delen(inhoud)
    svg = bestanden["word/media/grafiek1.svg"]
    assert etree.fromstring(svg).get("viewBox") == "0 0 720 320"
    breedte, hoogte = struct.unpack(">II", bestanden["word/media/image1.png"][16:24])
    assert (breedte, hoogte) == (1937, 861)
    assert b'Extension="svg"' in bestanden["[Content_Types].xml"] or b"grafiek1.svg" in bestanden["[Content_Types].xml"]


def test_word_tekening_verwijst_naar_beide_en_vult_de_regel() -> None:
    word = docx.Document(BytesIO(schrijf(document(volle_grafiek()), "docx")))
    (tekening,) = word.element.body.iter(qn("w:drawing"))
    (blip,) = tekening.iter(qn("a:blip"))
    (svgblip,) = tekening.iter(f"{ASVG}svgBlip")
    soorten = [word.part.related_parts[e.get(qn("r:embed"))].content_type for e in (blip, svgblip)]
    assert soorten == ["image/png", "image/svg+xml"]
    pagina = word.sections[0]
    (maat,) = tekening.iter(qn("wp:extent"))
    regel = pagina.page_width - pagina.left_margin - pagina.right_margin
    assert abs(int(maat.get("cx")) - regel) < Cm(0.01)
    (eigenschappen,) = tekening.iter(qn("wp:docPr"))
    assert eigenschappen.get("descr", "").startswith("Jongeren met hulp. Realisatie van 8,3% (2018) naar 9,6%")


def test_word_meer_grafieken_hebben_eigen_nummers_en_stijlen_zonder_losse_opmaak() -> None:
    ander = lijngrafiek(reeks(*jaren("1", "2")))
    word = docx.Document(BytesIO(schrijf(document(volle_grafiek(), ander), "docx")))
    romp = word.element.body
    nummers = [e.get("id") for e in romp.iter(qn("wp:docPr"))]
    assert len(set(nummers)) == 2
    assert romp.xpath(".//w:rPr/*[not(self::w:rStyle)]") == []
    assert romp.xpath(".//w:pPr/*[not(self::w:pStyle)]") == []
    stijlen = {stijl.get(qn("w:styleId")) for stijl in word.styles.element}
    assert {"Grafiek", "Grafiektitel", "Tabelkopgetal"} <= set(romp.xpath(".//w:pStyle/@w:val")) <= stijlen
    assert [onderdeel.tag.split("}")[1] for onderdeel in romp][-3:] == ["tbl", "p", "sectPr"]


def test_word_zet_de_cijfers_onder_de_grafiek() -> None:
    (tabel,) = docx.Document(BytesIO(schrijf(document(volle_grafiek()), "docx"))).tables
    rijen = [[cel.text for cel in rij.cells] for rij in tabel.rows]
    assert rijen[0] == ["Periode", "Realisatie", "Begroting", "Prognose", "Bijzonderheden"]
    assert rijen[3] == ["2020", "9,7%", "8%", "", "eerder gemeld 9,4%; verwacht 7,9%"]
    assert tabel.rows[3].cells[1].paragraphs[0].style.name == "Tabelgetal"


def test_word_zonder_lettertypen_zegt_het_in_woorden(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(png, "heeft_letters", lambda: False)
    word = docx.Document(BytesIO(schrijf(document(volle_grafiek()), "docx")))
    assert not list(word.element.body.iter(qn("w:drawing")))
    (woorden,) = [a.text for a in word.paragraphs if a.style.name == "Grafiek"]
    assert woorden.startswith("Realisatie van 8,3% (2018)")
    assert len(word.tables) == 1
    assert "geen lettertype" in caplog.text


def test_word_met_een_lege_grafiek_is_een_zin() -> None:
    word = docx.Document(BytesIO(schrijf(document(lijngrafiek()), "docx")))
    assert [a.text for a in word.paragraphs if a.style.name == "Grafiek"] == ["Er zijn nog geen cijfers."]
    assert not word.tables


def test_de_controle_op_letters_ziet_het_als_ze_er_niet_zijn(monkeypatch: pytest.MonkeyPatch) -> None:
    echt = png._beeld
    monkeypatch.setattr(png, "_beeld", lambda svg, breedte: echt(svg.replace("8%", ""), breedte))
    png.heeft_letters.cache_clear()
    assert not png.heeft_letters()
    with pytest.raises(png.GeenLettertype, match="lettertype"):
        png.naar_png(teken(volle_grafiek(), id_="a", stijl="bestand"), breedte=100)
    png.heeft_letters.cache_clear()


def test_csv_en_excel_dragen_elk_cijfer() -> None:
    inhoud = document(volle_grafiek())
    rijen = list(csv.reader(StringIO(schrijf(inhoud, "csv").decode("utf-8-sig")), delimiter=";"))
    begin = ["Jongeren met hulp", "procent"]
    assert [*begin, "realisatie", "Realisatie", "2021", "2021-12-31", "9,6", "ja", ""] in rijen
    assert [*begin, "eerder gemeld", "", "2020", "2020-12-31", "9,4", "nee", ""] in rijen
    assert [*begin, "streefwaarde", "bovengrens", "", "2024-12-31", "7", "nee", ""] in rijen
    blad = openpyxl.load_workbook(BytesIO(schrijf(inhoud, "xlsx")))["Gegevens"]
    assert blad.max_row == len(rijen)
    assert [cel.value for cel in blad["G"]][1:4] == [8.3, 9.2, 9.7]


def test_excel_toelichting_houdt_op_bij_de_eerste_grafiek() -> None:
    grafiek = volle_grafiek()
    blokken = (Alinea("Vooraf."), Grafiek(grafiek, cijfertabel(grafiek)), Alinea("Achteraf."))
    inhoud = Document("T", "", "O", date(2022, 7, 1), blokken, gegevenstabel("Cijfers", [grafiek]))
    blad = openpyxl.load_workbook(BytesIO(schrijf(inhoud, "xlsx")))["Toelichting"]
    teksten = {cel.value for rij in blad.iter_rows() for cel in rij}
    assert "Vooraf." in teksten
    assert "Achteraf." not in teksten


def test_json_houdt_alle_cijfers() -> None:
    gelezen = json.loads(schrijf(document(volle_grafiek()), "json"), parse_float=Decimal)
    (indicator,) = gelezen["indicatoren"]
    assert [p["waarde"] for p in indicator["reeksen"][0]["punten"]] == [
        Decimal(w) for w in ("8.3", "9.2", "9.7", "9.6")
    ]
    assert indicator["streefwaarde"] == {"min": 7, "max": 7, "datum": "2024-12-31"}
    assert indicator["nulmeting"]["periode"] == "2018"
    assert len(indicator["verwacht_pad"]) == 3


def test_een_schone_grafiek_is_dezelfde_en_houdt_zijn_soort() -> None:
    inhoud = document(volle_grafiek())
    assert uitgevouwen(schoon_document(inhoud)) == uitgevouwen(inhoud)
    (grafiek,) = [blok for blok in schoon_document(inhoud).blokken if isinstance(blok, Grafiek)]
    assert grafiek.beeld.reeksen[1].soort is Reekssoort.BEGROTING


def test_tabel_zonder_bijzonderheden_heeft_die_kolom_niet() -> None:
    tabel = cijfertabel(lijngrafiek(reeks(*jaren("102845", "101389"))))
    assert [kolom.naam for kolom in tabel.kolommen] == ["Periode", "Realisatie"]
    assert tabel.rijen == (("2018", "102.845"), ("2019", "101.389"))


def test_tabel_zegt_wat_afgeschermd_is() -> None:
    tabel = cijfertabel(lijngrafiek(reeks(punt("2018", "12"), punt("2019", None, tekst="< 5"))))
    assert tabel.rijen == (("2018", "12"), ("2019", "< 5"))


def test_tabel_noemt_bij_meer_reeksen_wat_er_voorlopig_is() -> None:
    grafiek = lijngrafiek(
        reeks(punt("2020", "1", voorlopig=True)),
        reeks(punt("2020", "2"), soort=Reekssoort.PROGNOSE),
        streef=Streef(Decimal(2), None, date(2020, 12, 31)),
    )
    assert cijfertabel(grafiek).rijen == (("2020", "1", "2", "Realisatie voorlopig; streefwaarde minimaal 2"),)
