"""The report as a file: the same facts in every format, and never a small count."""

import csv
import io
import json

import docx
import openpyxl
import pytest

from tests.integration.rapportages.rapporthulp import ADRES, Wereld, pagina, vul_in


@pytest.fixture
def rapport(wereld: Wereld) -> Wereld:
    wereld.begin()
    vul_in(wereld.als("Jo"), f"/rapportages/hoofdstukken/{wereld.hoofdstuk('Sturing').id}", duiding="Er is gewerkt.")
    return wereld


def haal(wereld: Wereld, formaat: str) -> bytes:
    antwoord = wereld.als("Max").get(f"{ADRES}/rapport.{formaat}")
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Disposition"].endswith(f"rapport-testdorp-2019-h2.{formaat}")
    return bytes(antwoord.data)


def test_word_heeft_koppen_een_grafiek_met_tekst_en_tabellen_met_een_kopregel(rapport: Wereld) -> None:
    word = docx.Document(io.BytesIO(haal(rapport, "docx")))
    koppen = [p.text for p in word.paragraphs if p.style and p.style.style_id == "Heading1"]
    assert koppen == ["1. Wachttijden", "2. Overige cijfers", "3. Structuur", "4. Sturing"]
    [*beelden] = word.element.body.iter("{*}docPr")
    assert "Kosten" in beelden[0].get("descr")
    assert all(next(tabel._tbl.iter("{*}tblHeader"), None) is not None for tabel in word.tables)
    assert len(word.tables) == 4
    assert "PAGE" in word.sections[0].footer._element.xml


def test_de_inhoudsopgave_in_word_wijst_naar_de_hoofdstukken(rapport: Wereld) -> None:
    romp = docx.Document(io.BytesIO(haal(rapport, "docx"))).element.body
    wijst = [link.get(link.nsmap["w"].join("{}") + "anchor") for link in romp.iter("{*}hyperlink")]
    merken = [merk.get(merk.nsmap["w"].join("{}") + "name") for merk in romp.iter("{*}bookmarkStart")]
    assert wijst == merken
    assert len(merken) == 4


def test_csv_excel_en_json_zeggen_hetzelfde(rapport: Wereld) -> None:
    rijen = list(csv.DictReader(io.StringIO(haal(rapport, "csv").decode("utf-8-sig"), newline=""), delimiter=";"))
    kop, *blad = openpyxl.load_workbook(io.BytesIO(haal(rapport, "xlsx")))["Gegevens"].iter_rows(values_only=True)
    assert len(blad) == len(rijen)
    [kosten, voorlopig] = [rij for rij in rijen if rij["onderwerp"] == "Kosten"]
    assert (kosten["periode"], kosten["waarde"], kosten["eenheid"]) == ("2018", "1234567", "euro")
    assert (voorlopig["periode"], voorlopig["waarde"], voorlopig["voorlopig"]) == ("2019", "1200000,5", "ja")
    assert 1200000.5 in [rij[[str(naam).lower() for naam in kop].index("waarde")] for rij in blad]
    inhoud = json.loads(haal(rapport, "json"))
    assert inhoud["hoofdstukken"][3]["duiding"] == "Er is gewerkt."
    assert inhoud["hoofdstukken"][0]["blokken"][0]["reeksen"][0]["punten"][0]["waarde"] == 1234567
    assert [rij["tekst"] for rij in rijen if rij["soort"] == "duiding"] == ["Er is gewerkt."]


@pytest.mark.parametrize("formaat", ["csv", "json"])
def test_een_klein_aantal_staat_er_voor_niemand_in(rapport: Wereld, formaat: str) -> None:
    rapport.meet(rapport.trajecten, "2018", "4")
    for wie in ("Max", "Jo"):
        gezien = pagina(rapport.als(wie).get(ADRES))
        assert "< 5" in gezien
        assert "eerder gemeld afgeschermd" in gezien, "met het oude cijfer was het nieuwe te raden"
    tekst = haal(rapport, formaat).decode()
    assert "< 5" in tekst
    assert "12" not in [woord.strip('";, ') for woord in tekst.split(";")]


def test_cijfers_van_na_de_periode_staan_er_niet_in(rapport: Wereld) -> None:
    rijen = csv.DictReader(io.StringIO(haal(rapport, "csv").decode("utf-8-sig"), newline=""), delimiter=";")
    assert {rij["periode"] for rij in rijen if rij["soort"] == "cijfer"} == {"2018", "2019"}


def test_een_onbekend_formaat_is_er_niet(rapport: Wereld) -> None:
    assert rapport.als("Max").get(f"{ADRES}/rapport.exe").status_code == 404
