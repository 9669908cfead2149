"""A notitie as a file: the layout of a policy note, and the same facts in every format."""

import json
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from app.domain import structuur as s
from app.domain.notitie.structuur_json import uit_dict
from app.domain.terugkomst.documentmerk import lees_bladwijzer
from app.reading.word.document import lees_word
from app.reading.word.lezen import Alinea, Tabel
from app.writing.formaten import schrijf
from tests.unit.terug.notities import UITVOER, document, leesbare_notitie
from tests.unit.writing import teruglezen_odf, teruglezen_pdf
from tests.unit.writing.teruglezen import csv_rijen, xlsx_rijen

LABELS = ["Ist", "Soll", "Doelen", "Indicatoren", "Interventies", "Opdracht"]


@pytest.fixture(scope="module")
def word() -> bytes:
    return schrijf(document(leesbare_notitie()), "docx")


def test_per_probleemgebied_een_kop_en_een_tabel_van_twee_kolommen(word: bytes) -> None:
    gelezen = docx.Document(BytesIO(word))
    koppen = [alinea.text for alinea in gelezen.paragraphs if alinea.style.name == "Heading 1"]
    assert koppen == ["Probleemgebieden", "Wonen met hulp", "Vervoer naar school"]
    assert [[rij.cells[0].paragraphs[0].text for rij in tabel.rows] for tabel in gelezen.tables] == [LABELS] * 2
    assert {len(rij.cells) for tabel in gelezen.tables for rij in tabel.rows} == {2}
    assert gelezen.tables[0].rows[5].cells[0].text == "Opdracht\nTussen haakjes: onder voorbehoud"
    assert gelezen.tables[1].rows[5].cells[0].text == "Opdracht"


def test_word_nummert_zelf_ook_met_gaten_en_letters(word: bytes) -> None:
    """The numbers are in the lists of Word, not in the text; another reader than the writer counts them."""
    tabel = next(blok for blok in lees_word(word).blokken if isinstance(blok, Tabel))
    cel = {rij.cellen[0].alineas[0].tekst: rij.cellen[1].alineas for rij in tabel.rijen}
    assert [a.nummer for a in cel["Doelen"]] == [1, 2, 3, None]
    assert [a.nummer for a in cel["Indicatoren"]] == [None, 1, 3]
    assert [(a.nummer, a.letter) for a in cel["Interventies"]] == [
        (1, None),
        (None, "a"),
        (None, "b"),
        (2, None),
        (4, None),
    ]
    assert [a.opsomteken for a in cel["Ist"]] == [True] * 3
    assert [a.tekst for a in cel["Opdracht"]] == [
        "Lokaal",
        "Kamers zoeken.",
        "Realiseren doelen: 1, 2.",
        "Uitvoeren interventies: 1 (a), 4.",
        "RIGG",
        "Realiseren doelen: 3.",
        "Uitvoeren interventies: (2).",
    ]


def test_elke_lijst_telt_voor_zichzelf(word: bytes) -> None:
    """Who moves or adds a line in one list must not renumber another."""
    with ZipFile(BytesIO(word)) as pakket:
        nummering = ElementTree.fromstring(pakket.read("word/numbering.xml"))
    lijsten = [lijst.find(qn("w:abstractNumId")).get(qn("w:val")) for lijst in nummering.iter(qn("w:num"))]
    soorten = [soort.get(qn("w:abstractNumId")) for soort in nummering.iter(qn("w:abstractNum"))]
    assert len(soorten) == len(set(soorten))
    # 2 priority lists, then doelen, indicatoren and interventies twice; a gap begins a list of its own.
    assert [lijsten.count(soort) for soort in soorten if soort != "0"] == [1, 1, 1, 2, 2, 1, 1, 1]


def test_alles_draagt_een_merk_en_het_bestand_zegt_waar_het_vandaan_komt(word: bytes) -> None:
    gelezen = lees_word(word, met_merken=True)
    assert gelezen.eigenschappen == {
        "DoelspoorUitvoer": UITVOER,
        "DoelspoorNotitie": "Notitie jeugdhulp Waddenstad",
        "DoelspoorOrganisatie": "Gemeente Waddenstad",
    }
    namen = [m.get(qn("w:name")) for m in docx.Document(BytesIO(word)).element.body.iter(qn("w:bookmarkStart"))]
    assert len(namen) == len(set(namen))
    assert all(lees_bladwijzer(naam) and len(naam) <= 40 for naam in namen)
    tabel = next(blok for blok in gelezen.blokken if isinstance(blok, Tabel))
    assert all(a.merken for rij in tabel.rijen for cel in rij.cellen for a in cel.alineas[:1])


def test_zonder_uitvoer_en_zonder_merken_staat_er_niets_verborgen() -> None:
    kaal = s.Notitie("Kaal", probleemgebieden=[s.Probleemgebied(1, "Wonen")])
    gelezen = lees_word(schrijf(document(kaal), "docx"), met_merken=True)
    tabellen = [blok for blok in gelezen.blokken if isinstance(blok, Tabel)]
    assert not any(a.merken for tabel in tabellen for rij in tabel.rijen for cel in rij.cellen for a in cel.alineas)


def test_een_lege_notitie_en_een_leeg_probleemgebied_zijn_te_schrijven() -> None:
    leeg = lees_word(schrijf(document(s.Notitie("Leeg")), "docx"))
    assert [blok.tekst for blok in leeg.blokken if isinstance(blok, Alinea)][:4] == [
        "Gemeente Waddenstad",
        "Leeg",
        "Concept",
        "Datum\t–",
    ]
    assert "Top vijf" not in [blok.tekst for blok in leeg.blokken if isinstance(blok, Alinea)]


def test_odt_heeft_dezelfde_koppen_lijsten_en_merken() -> None:
    inhoud = schrijf(document(leesbare_notitie()), "odt")
    deel = teruglezen_odf.deel(inhoud)
    koppen = [teruglezen_odf.tekst(kop) for kop in deel.iter(teruglezen_odf.q("text:h"))]
    assert koppen == ["Probleemgebieden", "Wonen met hulp", "Vervoer naar school"]
    begin = [
        item.get(teruglezen_odf.q("text:start-value"))
        for item in deel.iter(teruglezen_odf.q("text:list-item"))
        if item.get(teruglezen_odf.q("text:start-value"))
    ]
    assert begin == ["2", "3", "4"]  # the second priority list, indicator 3, interventie 4
    merken = [m.get(teruglezen_odf.q("text:name")) for m in deel.iter(teruglezen_odf.q("text:bookmark-start"))]
    word_ = docx.Document(BytesIO(schrijf(document(leesbare_notitie()), "docx"))).element.body
    assert merken == [m.get(qn("w:name")) for m in word_.iter(qn("w:bookmarkStart"))]
    eigen = teruglezen_odf.deel(inhoud, "meta.xml").iter(teruglezen_odf.q("meta:user-defined"))
    assert next(eigen).text == UITVOER


def test_pdf_leest_als_koppen_met_lijsten_eronder() -> None:
    wortel = teruglezen_pdf.lees_pdf(schrijf(document(leesbare_notitie()), "pdf"))
    koppen = [(k.soort, k.woorden) for k in wortel.alle("H1", "H2")]
    assert koppen[:3] == [("H1", "Probleemgebieden"), ("H1", "Wonen met hulp"), ("H2", "Ist")]
    assert [woorden for soort, woorden in koppen if soort == "H2"] == LABELS * 2
    teksten = " ".join(k.woorden for k in wortel.alle("LBody"))
    assert "20-40 jongeren begeleid naar een eigen kamer in 2030." in teksten
    tekens = [k.woorden for k in wortel.alle("Lbl")]
    assert "".join(tekens).replace("•", "") == "1.2.1.2.3.1.3.1.a.b.2.4.1.1.1."


def test_gegevens_per_regel_met_wie_het_uitvoert() -> None:
    notitie = leesbare_notitie()
    uit_csv = csv_rijen(schrijf(document(notitie), "csv"))
    assert uit_csv == [
        {naam: "" if waarde is None else waarde for naam, waarde in rij.items()} for rij in _als_teksten(notitie)
    ]
    doel = next(rij for rij in uit_csv if rij["tekst"].startswith("20-40"))
    feiten = {naam: doel[naam] for naam in ("nummer", "lokaal", "rigg", "minimum", "maximum", "eenheid", "doeljaar")}
    assert feiten == {
        "nummer": "3",
        "lokaal": "",
        "rigg": "ja",
        "minimum": "20",
        "maximum": "40",
        "eenheid": "aantal",
        "doeljaar": "2030",
    }
    soorten = {"interventie", "onderdeel"}
    wonen = [rij for rij in uit_csv if rij["volgorde"] == "1" and rij["soort"] in soorten]
    wie = {rij["nummer"]: (rij["lokaal"], rij["rigg"]) for rij in wonen}
    assert wie == {"1": ("ja", ""), "1a": ("ja", ""), "1b": ("", ""), "2": ("", "onder voorbehoud"), "4": ("ja", "")}
    assert [rij["tekst"] for rij in uit_csv if rij["soort"] == "naam in lijst"] == ["Leerlingenvervoer"]


def _als_teksten(notitie: s.Notitie) -> list[dict[str, str]]:
    """The rows of the xlsx, whose figures are figures."""
    return xlsx_rijen(schrijf(document(notitie), "xlsx"))


def test_json_is_de_notitie_zelf() -> None:
    notitie = leesbare_notitie()
    inhoud = json.loads(schrijf(document(notitie), "json"))
    assert uit_dict(inhoud) == notitie
    assert inhoud["status"] == "concept"
