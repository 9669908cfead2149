"""The files as LibreOffice opens them: the program that many receivers have, and a second opinion on our XML."""

import csv
import subprocess
from collections.abc import Callable
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
from app.writing.documenten.opdrachten import opdrachten_document
from app.writing.formaten import schrijf
from tests.libreoffice import LibreOffice
from tests.unit.writing.grafieken import volle_grafiek
from tests.unit.writing.test_grafiek_bestanden import document as grafiekdocument
from tests.unit.writing.voorbeelden import DATUM, LASTIGE_TEKSTEN, gewoon_blok, maak_document
from tests.voorwaarden import poppler

PUNTKOMMA_UTF8 = "CSV:59,34,76,1"  # separator ; quote " and UTF-8, from the first row on


Pad = Callable[[str, str], Path]

# What is converted to what, all at once: LibreOffice starts for every line, and that takes longer than what it does.
OPDRACHTEN = (
    ("pdf", "", "gewoon.docx gewoon.odt lang.docx lang.odt lastig.docx lastig.odt leeg.docx"),
    ("pdf", "", "gewoon.xlsx gewoon.ods lastig.xlsx lastig.ods"),
    ("pdf", PUNTKOMMA_UTF8, "gewoon.csv"),
    ("xlsx", PUNTKOMMA_UTF8, "lastig.csv"),
    ("xlsx", "", "lastig.xlsx lastig.ods grafiek.ods"),
    ("docx", "", "liggend.odt"),
)


def gewoon() -> Document:
    return maak_document(gewoon_blok(), filters=(("Opdrachtnemer", "RIGG"),))


def lang() -> Document:
    regels = tuple(Regel(str(nummer), f"Doel nummer {nummer} uit een lange reeks.") for nummer in range(1, 121))
    return maak_document(Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.LOKAAL, doelen=regels))


def lastig() -> Document:
    regels = tuple(Regel(str(nummer), tekst) for nummer, tekst in enumerate(LASTIGE_TEKSTEN, start=1))
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.RIGG, doelen=regels)
    overzicht = Overzicht((blok,), tel((blok,)))
    return opdrachten_document(overzicht, organisatie="Gemeente Waddenstad", datum=DATUM)


def documenten() -> dict[str, Document]:
    grafiek = grafiekdocument(volle_grafiek())
    return {
        "gewoon": gewoon(),
        "lang": lang(),
        "lastig": lastig(),
        "leeg": maak_document(),
        "grafiek": grafiek,
        "liggend": replace(grafiek, inhoudsopgave=True, liggend=True),
    }


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By name, as "lang.odt"; what comes of it is called after the whole name."""
    map_, alle, gemaakt = tmp_path_factory.mktemp("bronnen"), documenten(), {}
    for naam in {naam for _, _, namen in OPDRACHTEN for naam in namen.split()}:
        welk, formaat = naam.split(".")
        gemaakt[naam] = map_ / f"{welk}-{formaat}.{formaat}"
        gemaakt[naam].write_bytes(schrijf(alle[welk], formaat))
    return gemaakt


@pytest.fixture(scope="module")
def omgezet(libreoffice: LibreOffice, bronnen: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Pad:
    """`omgezet("lang.odt", "pdf")`: what LibreOffice made of it."""
    doel, gemaakt = tmp_path_factory.mktemp("omgezet"), {}
    for naar, filter_, namen in OPDRACHTEN:
        opties = (f"--infilter={filter_}",) if filter_ else ()
        paden = libreoffice.zet_om([bronnen[naam] for naam in namen.split()], naar, doel, *opties)
        gemaakt |= {(naam, naar): pad for naam, pad in zip(namen.split(), paden, strict=True)}
    return lambda naam, naar: gemaakt[naam, naar]


def pdf_tekst(bestand: Path) -> str:
    programma = poppler("pdftotext")
    uit = subprocess.run([programma, "-layout", str(bestand), "-"], capture_output=True, check=True, timeout=60)
    return " ".join(uit.stdout.decode("utf-8").split())


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_tekstbestand_wordt_een_pdf_met_alles_erin(formaat: str, omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet(f"gewoon.{formaat}", "pdf"))
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
def test_koprij_en_paginanummer_op_elke_bladzijde(formaat: str, omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet(f"lang.{formaat}", "pdf"))
    bladzijden = int(tekst.rsplit(" van ", 1)[1].split()[0])
    assert bladzijden > 2
    assert tekst.count("Soort Nr Tekst Bijzonderheden") == bladzijden
    assert tekst.count("Opdrachtoverzicht Gemeente Waddenstad") == bladzijden - 1
    assert f"pagina {bladzijden} van {bladzijden}" in tekst


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_rekenblad_wordt_een_pdf_met_alles_erin(formaat: str, omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet(f"gewoon.{formaat}", "pdf"))
    for verwacht in ("Opdrachtoverzicht", "Wachttijd van 11 naar 4 weken.", "20 mei 2020", "Gemeente Waddenstad"):
        assert verwacht in tekst


def test_csv_bestand_wordt_een_pdf_met_alles_erin(omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet("gewoon.csv", "pdf"))
    for verwacht in ("probleemgebied", "Hulp dichtbij", "Wachttijd van 11 naar 4 weken.", "Minder producten."):
        assert verwacht in tekst


def test_csv_opent_in_cellen_en_rekent_niets_uit(omgezet: Pad, bronnen: dict[str, Path]) -> None:
    blad = openpyxl.load_workbook(omgezet("lastig.csv", "xlsx")).active
    rijen = list(csv.reader(StringIO(bronnen["lastig.csv"].read_text("utf-8-sig")), delimiter=";"))
    assert [cel.value for cel in blad[1]] == rijen[0]
    assert blad.max_row == len(rijen)
    assert [cel.coordinate for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"] == []


@pytest.mark.parametrize("formaat", ["docx", "odt", "xlsx", "ods"])
def test_lastige_teksten_openen_ook(formaat: str, omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet(f"lastig.{formaat}", "pdf"))
    for verwacht in ("<script>alert(1)</script>", "=cmd()", "_x0041_ blijft staan", "stuurtekenenmeer"):
        assert verwacht in tekst


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_rekenblad_blijft_heel_na_bewaren_in_libreoffice(formaat: str, omgezet: Pad) -> None:
    boek = openpyxl.load_workbook(BytesIO(omgezet(f"lastig.{formaat}", "xlsx").read_bytes()))
    blad = boek["Gegevens"]
    assert blad.max_row == 1 + sum(1 for _ in lastig().gegevens.rijen)
    teksten = {cel.value for cel in blad["H"]}
    assert {"=cmd()|'/C calc'!A0", "w" * 20_000} <= teksten
    assert [cel.coordinate for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"] == []


def test_ods_houdt_soorten_filter_en_koprij_in_libreoffice(omgezet: Pad) -> None:
    blad = openpyxl.load_workbook(BytesIO(omgezet("grafiek.ods", "xlsx").read_bytes()))["Gegevens"]
    assert (blad.auto_filter.ref, blad.print_title_rows) == ("A1:I16", "$1:$1")
    assert (blad.page_setup.orientation, blad.page_setup.fitToHeight) == ("landscape", 0)
    assert [cel.value for cel in blad["G"]][1:4] == [8.3, 9.2, 9.7]
    assert blad["F2"].value == datetime(2018, 12, 31)
    assert blad["F2"].data_type == "d"


def test_odt_houdt_koppen_tabellen_en_grafieken_in_libreoffice(omgezet: Pad) -> None:
    """As LibreOffice saves it as a Word file, read with another library."""
    word = docx.Document(BytesIO(omgezet("liggend.odt", "docx").read_bytes()))
    assert [a.text for a in word.paragraphs if a.style.name == "Heading 1"] == ["Jongeren met hulp"]
    assert word.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cel.text for cel in word.tables[0].rows[3].cells][:3] == ["2020", "9,7%", "8%"]
    (eigenschappen,) = word.element.body.iter(qn("wp:docPr"))
    assert eigenschappen.get("descr", "").startswith("Jongeren met hulp. Realisatie van 8,3% (2018)")
    assert word.core_properties.title == "Halfjaarrapportage"
    assert word.sections[0].page_width > word.sections[0].page_height


def test_leeg_overzicht_is_een_bladzijde_met_een_zin(omgezet: Pad) -> None:
    tekst = pdf_tekst(omgezet("leeg.docx", "pdf"))
    assert "Er zijn geen doelen, interventies of opdrachten die bij deze keuze passen." in tekst
    assert "pagina 1 van 1" in tekst
