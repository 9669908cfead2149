"""The two plain formats, to the byte."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from app.writing.document import Document, Kolom, Tabel, Waarde
from app.writing.formaten import schrijf, schrijf_naar
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok())


def csv_van(document: Document, *rijen: tuple[Waarde, ...]) -> bytes:
    kolommen = tuple(Kolom(f"k{nummer}") for nummer in range(len(rijen[0])))
    return schrijf(replace(document, gegevens=Tabel("t", kolommen, rijen)), "csv")


def test_csv_zoals_een_nederlandse_excel_hem_opent(document: Document) -> None:
    inhoud = csv_van(document, ("één;twee", 3), ('zegt "ja"', Decimal("-1234.50")), (date(2020, 5, 20), None))
    assert inhoud == (
        b"\xef\xbb\xbfk0;k1\r\n" + '"één;twee";3\r\n'.encode() + b'"zegt ""ja""";-1234,50\r\n' + b"2020-05-20;\r\n"
    )


@pytest.mark.parametrize("tekst", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1"])
def test_csv_rekent_niets_uit(document: Document, tekst: str) -> None:
    cel = csv_van(document, (tekst,)).decode("utf-8-sig").split("\r\n", 1)[1].strip('"')
    assert cel.startswith("'")
    assert cel[1:].rstrip('\r\n"') == tekst.replace("\r", "\n")


@pytest.mark.parametrize("tekst", ["'s avonds", "a=1", "1-2 aanbieders", "10%", "<script>"])
def test_csv_laat_gewone_tekst_zoals_hij_is(document: Document, tekst: str) -> None:
    assert csv_van(document, (tekst,)).decode("utf-8-sig") == f"k0\r\n{tekst}\r\n"


def test_csv_laat_de_stroom_open(document: Document) -> None:
    uit = BytesIO()
    schrijf_naar(uit, document, "csv")
    uit.write(b"erna")
    assert uit.getvalue() == schrijf(document, "csv") + b"erna"


def test_json_zegt_waar_het_over_gaat(document: Document) -> None:
    gelezen = json.loads(schrijf(document, "json"))
    assert list(gelezen)[:5] == ["titel", "ondertitel", "organisatie", "datum", "kenmerken"]
    assert gelezen["organisatie"] == "Gemeente Waddenstad"
    assert gelezen["datum"] == "2020-05-20"
    assert gelezen["kenmerken"] == {"Notitie": "Notitie jeugd 2020"}
    assert gelezen["totalen"] == {"rigg": {"doelen": 1, "interventies": 1, "opdrachten": 1}}


def test_json_is_leesbaar(document: Document) -> None:
    tekst = schrijf(replace(document, titel="Één 🎯"), "json").decode("utf-8")
    assert tekst.startswith('{\n  "titel": "Één 🎯",\n')
    assert tekst.endswith("}\n")


@pytest.mark.parametrize("cijfers", ["0.1", "12.50", "-3", "1234567890123456789.123456789", "1E+3"])
def test_json_houdt_alle_cijfers(document: Document, cijfers: str) -> None:
    inhoud = schrijf(replace(document, structuur={"waarden": [Decimal(cijfers)]}), "json")
    gelezen = json.loads(inhoud, parse_float=Decimal, parse_int=Decimal)["waarden"][0]
    assert gelezen == Decimal(cijfers)


@pytest.mark.parametrize("tekst", ["\x005", "\\u00005", '"\\u00005"', '\\"\x005'])
def test_json_ziet_tekst_niet_aan_voor_een_getal(document: Document, tekst: str) -> None:
    gelezen = json.loads(schrijf(replace(document, structuur={"tekst": tekst}), "json"))
    assert gelezen["tekst"] == tekst.replace("\x00", "")


def test_json_weigert_wat_geen_getal_is(document: Document) -> None:
    with pytest.raises(ValueError, match="kan niet in een JSON-bestand"):
        schrijf(replace(document, structuur={"x": Decimal("NaN")}), "json")
