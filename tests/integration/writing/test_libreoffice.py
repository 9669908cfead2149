"""The files as LibreOffice opens them: the program that many receivers have, and a second opinion on our XML."""

import csv
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, tel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Document
from app.writing.formaten import schrijf
from app.writing.opdrachten import opdrachten_document
from tests.unit.writing.grafieken import volle_grafiek
from tests.unit.writing.test_grafiek_bestanden import document as grafiekdocument
from tests.unit.writing.voorbeelden import DATUM, LASTIGE_TEKSTEN, gewoon_blok, maak_document
from tests.voorwaarden import sla_over

PUNTKOMMA_UTF8 = "CSV:59,34,76,1"  # separator ; quote " and UTF-8, from the first row on


@pytest.fixture(scope="module", autouse=True)
def programmas() -> None:
    ontbreekt = [naam for naam in ("soffice", "pdftotext") if shutil.which(naam) is None]
    if ontbreekt:
        sla_over(f"Niet gevonden: {' en '.join(ontbreekt)} (installeer LibreOffice en poppler-utils).")


@pytest.fixture(scope="module")
def profiel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def zet_om(bron: Path, naar: str, profiel: Path, *opties: str) -> Path:
    """Converts with a profile of its own, so that an open LibreOffice is not disturbed."""
    doel = bron.parent / "uit"
    opdracht = ["soffice", f"-env:UserInstallation={profiel.as_uri()}", "--headless", *opties]
    opdracht += ["--convert-to", naar, "--outdir", str(doel), str(bron)]
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, timeout=180, check=False)
    gemaakt = doel / f"{bron.stem}.{naar}"
    assert gemaakt.exists(), gedaan.stdout + gedaan.stderr
    return gemaakt


def pdf_tekst(bestand: Path) -> str:
    uit = subprocess.run(["pdftotext", "-layout", str(bestand), "-"], capture_output=True, check=True, timeout=60)
    return " ".join(uit.stdout.decode("utf-8").split())


def bewaar(map_: Path, document: Document, formaat: str) -> Path:
    bestand = map_ / f"overzicht.{formaat}"
    bestand.write_bytes(schrijf(document, formaat))
    return bestand


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok(), filters=(("Opdrachtnemer", "RIGG"),))


@pytest.fixture
def lastig() -> Document:
    regels = tuple(Regel(str(nummer), tekst) for nummer, tekst in enumerate(LASTIGE_TEKSTEN, start=1))
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.RIGG, doelen=regels)
    overzicht = Overzicht((blok,), tel((blok,)))
    return opdrachten_document(overzicht, organisatie="Gemeente Waddenstad", datum=DATUM)


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_tekstbestand_wordt_een_pdf_met_alles_erin(
    document: Document, formaat: str, tmp_path: Path, profiel: Path
) -> None:
    tekst = pdf_tekst(zet_om(bewaar(tmp_path, document, formaat), "pdf", profiel))
    for verwacht in (
        "Gemeente Waddenstad Opdrachtoverzicht Opdrachten aan de RIGG",
        "Datum 20 mei 2020",
        "1. Hulp dichtbij",
        "Doel 1 Wachttijd van 11 naar 4 weken. gedeeld met Lokaal",
        "Onderdeel 2a Voor jonge kinderen.",
        "pagina 1 van 1",
    ):
        assert verwacht in tekst


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_koprij_en_paginanummer_op_elke_bladzijde(formaat: str, tmp_path: Path, profiel: Path) -> None:
    regels = tuple(Regel(str(nummer), f"Doel nummer {nummer} uit een lange reeks.") for nummer in range(1, 121))
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.LOKAAL, doelen=regels)
    tekst = pdf_tekst(zet_om(bewaar(tmp_path, maak_document(blok), formaat), "pdf", profiel))
    bladzijden = int(tekst.rsplit(" van ", 1)[1].split()[0])
    assert bladzijden > 2
    assert tekst.count("Soort Nr Tekst Bijzonderheden") == bladzijden
    assert tekst.count("Opdrachtoverzicht Gemeente Waddenstad") == bladzijden - 1
    assert f"pagina {bladzijden} van {bladzijden}" in tekst


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_rekenblad_wordt_een_pdf_met_alles_erin(
    document: Document, formaat: str, tmp_path: Path, profiel: Path
) -> None:
    tekst = pdf_tekst(zet_om(bewaar(tmp_path, document, formaat), "pdf", profiel))
    for verwacht in ("Opdrachtoverzicht", "Wachttijd van 11 naar 4 weken.", "20 mei 2020", "Gemeente Waddenstad"):
        assert verwacht in tekst


def test_csv_bestand_wordt_een_pdf_met_alles_erin(document: Document, tmp_path: Path, profiel: Path) -> None:
    bestand = bewaar(tmp_path, document, "csv")
    tekst = pdf_tekst(zet_om(bestand, "pdf", profiel, f"--infilter={PUNTKOMMA_UTF8}"))
    for verwacht in ("probleemgebied", "Hulp dichtbij", "Wachttijd van 11 naar 4 weken.", "Minder producten."):
        assert verwacht in tekst


def test_csv_opent_in_cellen_en_rekent_niets_uit(lastig: Document, tmp_path: Path, profiel: Path) -> None:
    bestand = bewaar(tmp_path, lastig, "csv")
    blad = openpyxl.load_workbook(zet_om(bestand, "xlsx", profiel, f"--infilter={PUNTKOMMA_UTF8}")).active
    rijen = list(csv.reader(StringIO(bestand.read_text("utf-8-sig")), delimiter=";"))
    assert [cel.value for cel in blad[1]] == rijen[0]
    assert blad.max_row == len(rijen)
    assert [cel.coordinate for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"] == []


@pytest.mark.parametrize("formaat", ["docx", "odt", "xlsx", "ods"])
def test_lastige_teksten_openen_ook(lastig: Document, formaat: str, tmp_path: Path, profiel: Path) -> None:
    tekst = pdf_tekst(zet_om(bewaar(tmp_path, lastig, formaat), "pdf", profiel))
    for verwacht in ("<script>alert(1)</script>", "=cmd()", "_x0041_ blijft staan", "stuurtekenenmeer"):
        assert verwacht in tekst


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_rekenblad_blijft_heel_na_bewaren_in_libreoffice(
    lastig: Document, formaat: str, tmp_path: Path, profiel: Path
) -> None:
    bron = bewaar(tmp_path, lastig, formaat)
    boek = openpyxl.load_workbook(BytesIO(zet_om(bron, "xlsx", profiel).read_bytes()))
    blad = boek["Gegevens"]
    assert blad.max_row == 1 + len(lastig.gegevens.rijen)
    teksten = {cel.value for cel in blad["H"]}
    assert {"=cmd()|'/C calc'!A0", "w" * 20_000} <= teksten
    assert [cel.coordinate for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"] == []


def test_ods_houdt_soorten_filter_en_koprij_in_libreoffice(tmp_path: Path, profiel: Path) -> None:
    bron = bewaar(tmp_path, grafiekdocument(volle_grafiek()), "ods")
    blad = openpyxl.load_workbook(BytesIO(zet_om(bron, "xlsx", profiel).read_bytes()))["Gegevens"]
    assert (blad.auto_filter.ref, blad.print_title_rows) == ("A1:I16", "$1:$1")
    assert (blad.page_setup.orientation, blad.page_setup.fitToHeight) == ("landscape", 0)
    assert [cel.value for cel in blad["G"]][1:4] == [8.3, 9.2, 9.7]
    assert blad["F2"].value == datetime(2018, 12, 31)
    assert blad["F2"].data_type == "d"


def test_odt_houdt_koppen_tabellen_en_grafieken_in_libreoffice(tmp_path: Path, profiel: Path) -> None:
    """As LibreOffice saves it as a Word file, read with another library."""
    bron = bewaar(tmp_path, replace(grafiekdocument(volle_grafiek()), inhoudsopgave=True, liggend=True), "odt")
    word = docx.Document(BytesIO(zet_om(bron, "docx", profiel).read_bytes()))
    assert [a.text for a in word.paragraphs if a.style.name == "Heading 1"] == ["Jongeren met hulp"]
    assert word.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cel.text for cel in word.tables[0].rows[3].cells][:3] == ["2020", "9,7%", "8%"]
    (eigenschappen,) = word.element.body.iter(qn("wp:docPr"))
    assert eigenschappen.get("descr", "").startswith("Jongeren met hulp. Realisatie van 8,3% (2018)")
    assert word.core_properties.title == "Halfjaarrapportage"
    assert word.sections[0].page_width > word.sections[0].page_height


def test_leeg_overzicht_is_een_bladzijde_met_een_zin(tmp_path: Path, profiel: Path) -> None:
    tekst = pdf_tekst(zet_om(bewaar(tmp_path, maak_document(), "docx"), "pdf", profiel))
    assert "Er zijn geen doelen, interventies of opdrachten die bij deze keuze passen." in tekst
    assert "pagina 1 van 1" in tekst
