"""The Excel file: typed cells to sort and filter, nothing that calculates, nothing lost."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from app.domain.structuur import Opdrachtnemer
from app.writing import blad as bladen
from app.writing.blad import MAX_TEKENS
from app.writing.document import Document, Kolom, Tabel, Waarde
from app.writing.formaten import schrijf
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok(), gewoon_blok(Opdrachtnemer.LOKAAL))


def lees(document: Document) -> Workbook:
    return openpyxl.load_workbook(BytesIO(schrijf(document, "xlsx")))


def met_rijen(document: Document, *rijen: tuple[Waarde, ...]) -> Document:
    kolommen = tuple(Kolom(f"kolom{nummer}") for nummer in range(len(rijen[0])))
    return replace(document, gegevens=Tabel("t", kolommen, rijen))


def test_blad_gegevens_is_ingericht_om_mee_te_werken(document: Document) -> None:
    blad = lees(document)["Gegevens"]
    assert [cel.value for cel in blad[1]] == [
        "Organisatie",
        "Notitie",
        "Volgorde",
        "Probleemgebied",
        "Opdrachtnemer",
        "Soort",
        "Kenmerk",
        "Tekst",
        "Gedeeld",
        "Voorbehoud",
        "Antwoord",
        "Toelichting antwoord",
        "Antwoord op",
        "Antwoord door",
        "Beantwoorde tekst",
    ]
    assert blad.freeze_panes == "A2"
    assert blad.auto_filter.ref == "A1:O9"
    assert blad.print_title_rows == "$1:$1"
    assert blad.page_setup.orientation == "landscape"
    assert (blad.page_setup.paperSize, blad.page_setup.fitToHeight) == (9, 0)
    assert blad.sheet_properties.pageSetUpPr.fitToPage
    assert blad["H2"].alignment.wrap_text


def test_blad_toelichting_zegt_wat_het_bestand_toont(document: Document) -> None:
    blad = lees(replace(document, kenmerken=(("Regio", "=Noord"),)))["Toelichting"]
    regels = [tuple(rij) for rij in blad.iter_rows(values_only=True)]
    assert regels[:5] == [
        ("Titel", "Opdrachtoverzicht"),
        ("Ondertitel", "Alle opdrachten"),
        ("Organisatie", "Gemeente Waddenstad"),
        ("Datum", "20 mei 2020"),
        ("Regio", "=Noord"),
    ]
    assert "Lokaal: 1 doel, 1 interventie en 1 opdracht" in [inhoud for _, inhoud in regels]


def test_cellen_houden_hun_soort(document: Document) -> None:
    rij = (3, Decimal("12.5"), date(2020, 5, 20), "0012", "1e5", "=1+1", "https://voorbeeld.test", None, "")
    cellen = lees(met_rijen(document, rij))["Gegevens"][2]
    assert [cel.value for cel in cellen] == [
        3,
        12.5,
        datetime(2020, 5, 20),
        "0012",
        "1e5",
        "=1+1",
        "https://voorbeeld.test",
        None,
        None,
    ]
    assert [cel.data_type for cel in cellen[:7]] == ["n", "n", "d", "s", "s", "s", "s"]
    assert not any(cel.hyperlink for cel in cellen)


def test_wat_excel_niet_precies_kan_blijft_tekst(document: Document) -> None:
    rij = (12345678901234567, Decimal("0.1234567890123456789"), date(1850, 1, 2))
    cellen = lees(met_rijen(document, rij))["Gegevens"][2]
    assert [cel.value for cel in cellen] == ["12345678901234567", "0,1234567890123456789", "1850-01-02"]


@pytest.mark.parametrize("teken", ["a", "🎯"])
def test_tekst_die_niet_in_een_cel_past_gaat_ernaast_verder(document: Document, teken: str) -> None:
    tekst = teken * 50_000
    blad = lees(met_rijen(document, ("kort", "x"), (tekst, "y")))["Gegevens"]
    koppen = [cel.value for cel in blad[1]]
    assert koppen[:2] == ["Kolom0", "kolom0 (vervolg)" if teken == "a" else "kolom0 (vervolg 1)"]
    assert koppen[-1] == "Kolom1"
    stukken = [cel.value for cel in blad[3]][:-1]
    assert "".join(stukken) == tekst
    assert all(len(stuk.encode("utf-16-le")) // 2 <= MAX_TEKENS for stuk in stukken)
    assert blad[2][0].value == "kort"
    assert (blad[2][-1].value, blad[3][-1].value) == ("x", "y")


def test_lange_tekst_in_de_toelichting_gaat_eronder_verder(document: Document) -> None:
    lang = "z" * 40_000
    blad = lees(replace(document, ondertitel=lang))["Toelichting"]
    regels = list(blad.iter_rows(values_only=True))
    assert (regels[1][0], regels[2][0]) == ("Ondertitel", None)
    assert regels[1][1] + regels[2][1] == lang


def test_te_veel_rijen_is_een_nederlandse_zin(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bladen, "MAX_RIJEN", 7)
    with pytest.raises(ValueError, match="kan hoogstens 7 rijen hebben"):
        schrijf(document, "xlsx")


def test_zonder_rijen_blijft_het_een_goed_bestand() -> None:
    blad = lees(maak_document())["Gegevens"]
    assert blad.max_row == 1
    assert blad.auto_filter.ref == "A1:O1"


def test_kop_en_voet_op_papier(document: Document) -> None:
    blad = lees(replace(document, titel="2020 R&D"))["Gegevens"]
    assert blad.oddHeader.left.text == "2020 R&&D Gemeente Waddenstad"
    assert blad.oddFooter.left.text == "20 mei 2020"
    assert blad.oddFooter.right.text == "pagina &P van &N"


def test_geen_formules_en_geen_koppelingen_in_het_pakket(document: Document) -> None:
    kwaad = met_rijen(document, ("=cmd()|'/C calc'!A0", "http://voorbeeld.test", "{=1}"))
    with ZipFile(BytesIO(schrijf(kwaad, "xlsx"))) as pakket:
        blad = pakket.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in blad
    assert "hyperlink" not in blad


def test_eigenschappen(document: Document) -> None:
    eigenschappen = lees(document).properties
    assert (eigenschappen.title, eigenschappen.creator) == ("Opdrachtoverzicht", "Doelspoor")
