"""The ODS file: typed cells to sort and filter, nothing that calculates, nothing lost, no memory for long lists."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from app.domain.structuur import Opdrachtnemer
from app.writing import blad, ods
from app.writing.blad import MAX_TEKENS
from app.writing.document import Document, Kolom, Tabel, Waarde
from app.writing.formaten import schrijf
from tests.unit.writing.teruglezen_odf import NS, Element, deel, ods_rijen, q, tabellen
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok(), gewoon_blok(Opdrachtnemer.LOKAAL))


def met_rijen(document: Document, *rijen: tuple[Waarde, ...]) -> Document:
    kolommen = tuple(Kolom(f"kolom{nummer}") for nummer in range(len(rijen[0])))
    return replace(document, gegevens=Tabel("t", kolommen, rijen))


def cellen(inhoud: bytes, rij: int) -> list[Element]:
    blad = deel(inhoud).find(".//table:table", NS)
    return list(list(blad.iter(q("table:table-row")))[rij].iterfind("table:table-cell", NS))


def test_blad_gegevens_is_ingericht_om_mee_te_werken(document: Document) -> None:
    inhoud = schrijf(document, "ods")
    assert tabellen(inhoud)[0][0][:3] == ["Organisatie", "Notitie", "Volgorde"]
    (bereik,) = deel(inhoud).iter(q("table:database-range"))
    assert bereik.get(q("table:target-range-address")) == "Gegevens.A1:Gegevens.O9"
    assert bereik.get(q("table:display-filter-buttons")) == "true"
    assert len(deel(inhoud).findall(".//table:table-header-rows/table:table-row", NS)) == 1
    blad = deel(inhoud, "styles.xml").find(".//style:page-layout-properties", NS)
    assert (blad.get(q("style:print-orientation")), blad.get(q("style:scale-to-Y"))) == ("landscape", "0")


def test_de_koprij_blijft_in_beeld(document: Document) -> None:
    waarden = {e.get(q("config:name")): e.text for e in deel(schrijf(document, "ods"), "settings.xml").iter()}
    assert (waarden["ActiveTable"], waarden["VerticalSplitMode"], waarden["VerticalSplitPosition"]) == (
        "Gegevens",
        "2",
        "1",
    )


def test_blad_toelichting_zegt_wat_het_bestand_toont(document: Document) -> None:
    uitleg = tabellen(schrijf(replace(document, kenmerken=(("Regio", "=Noord"),)), "ods"))[1]
    assert uitleg[:5] == [
        ["Titel", "Opdrachtoverzicht"],
        ["Ondertitel", "Alle opdrachten"],
        ["Organisatie", "Gemeente Waddenstad"],
        ["Datum", "20 mei 2020"],
        ["Regio", "=Noord"],
    ]
    assert ["", "Lokaal: 1 doel, 1 interventie en 1 opdracht"] in uitleg


def test_cellen_houden_hun_soort(document: Document) -> None:
    rij = (3, Decimal("12.50"), date(2020, 5, 20), "0012", "=1+1", "regel een\nregel twee", None, "", -7)
    inhoud = schrijf(met_rijen(document, rij), "ods")
    gevonden = cellen(inhoud, 1)
    soorten = [cel.get(q("office:value-type")) for cel in gevonden]
    assert soorten == ["float", "float", "date", "string", "string", "string", None, None, "float"]
    assert [gevonden[n].get(q("office:value")) for n in (0, 1, 8)] == ["3", "12.50", "-7"]
    assert gevonden[2].get(q("office:date-value")) == "2020-05-20"
    assert tabellen(inhoud)[0][1][1:6] == ["12,50", "20 mei 2020", "0012", "=1+1", "regel een\nregel twee"]
    assert not [e for e in deel(inhoud).iter() if e.get(q("table:formula")) is not None]


def test_wat_niet_precies_kan_blijft_tekst(document: Document) -> None:
    rij = (12345678901234567, Decimal("0.1234567890123456789"), date(1850, 1, 2))
    inhoud = schrijf(met_rijen(document, rij), "ods")
    assert tabellen(inhoud)[0][1] == ["12345678901234567", "0,1234567890123456789", "1850-01-02"]
    assert {cel.get(q("office:value-type")) for cel in cellen(inhoud, 1)} == {"string"}


def test_tekst_die_niet_in_een_cel_past_gaat_ernaast_verder(document: Document) -> None:
    inhoud = schrijf(met_rijen(document, ("kort", "x"), ("a" * 50_000, "y")), "ods")
    assert tabellen(inhoud)[0][0] == ["Kolom0", "kolom0 (vervolg)", "Kolom1"]
    assert max(len(cel) for cel in tabellen(inhoud)[0][2]) <= MAX_TEKENS
    assert ods_rijen(inhoud)[1] == {"kolom0": "a" * 50_000, "kolom1": "y"}
    assert [len(rij) for rij in tabellen(inhoud)[0]] == [3, 3, 3]


def test_te_veel_rijen_is_een_nederlandse_zin(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blad, "MAX_RIJEN", 7)
    uit = BytesIO()
    with pytest.raises(ValueError, match="Een ODS-bestand kan hoogstens 7 rijen hebben"):
        ods.schrijf(document, uit)
    assert uit.getvalue() == b""


def test_zonder_rijen_blijft_het_een_goed_bestand() -> None:
    inhoud = schrijf(maak_document(), "ods")
    assert len(tabellen(inhoud)[0]) == 1
    (bereik,) = deel(inhoud).iter(q("table:database-range"))
    assert bereik.get(q("table:target-range-address")) == "Gegevens.A1:Gegevens.O1"


@pytest.mark.parametrize(("kolom", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_kolommen_heten_naar_letters(kolom: int, letters: str) -> None:
    assert ods._letters(kolom) == letters


def test_elke_stijl_die_gebruikt_wordt_bestaat(document: Document) -> None:
    lang = met_rijen(document, ("woord " * 400, 5, date(2020, 1, 1)))
    wortel = deel(schrijf(lang, "ods"))
    gebruikt = {e.get(q("table:style-name")) for e in wortel.iter()} - {None}
    assert gebruikt <= {e.get(q("style:name")) for e in wortel.iter(q("style:style"))}
    assert {"R31", "Getal", "Datum", "Kop"} <= gebruikt
