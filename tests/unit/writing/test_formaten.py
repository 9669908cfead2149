from dataclasses import fields, replace
from decimal import Decimal

import pytest

from app.domain.taal.hoeveel import hoeveel
from app.writing.formaten import FORMATEN, bestandsnaam, schrijf, zoek_formaat
from app.writing.nederlands import als_tekst, ingekort, opsomming
from app.writing.schoon import schone_tekst, schoon_document
from tests.unit.writing.uitgevouwen import uitgevouwen
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


def test_er_zijn_zeven_formaten() -> None:
    assert list(FORMATEN) == ["docx", "odt", "pdf", "xlsx", "ods", "csv", "json"]
    assert zoek_formaat(".XLSX").mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("naam", ["txt", "", "exe"])
def test_onbekend_formaat_zegt_wat_er_is(naam: str) -> None:
    zin = f"Het formaat ‘{naam}’ bestaat niet. Kies uit: docx, odt, pdf, xlsx, ods, csv, json."
    with pytest.raises(ValueError, match=zin):
        schrijf(maak_document(), naam)


@pytest.mark.parametrize(
    ("organisatie", "naam"),
    [
        ("Gemeente Het Hogeland", "opdrachtoverzicht-gemeente-het-hogeland-2020-05-20.csv"),
        ("Súdwest-Fryslân", "opdrachtoverzicht-sudwest-fryslan-2020-05-20.csv"),
        ('../../"x"\r\n;', "opdrachtoverzicht-x-2020-05-20.csv"),
        ("مرحبا", "opdrachtoverzicht-2020-05-20.csv"),
    ],
)
def test_bestandsnaam_past_overal(organisatie: str, naam: str) -> None:
    assert bestandsnaam(replace(maak_document(), organisatie=organisatie), "csv") == naam


def test_schone_tekst() -> None:
    assert schone_tekst("a\x00b\x0bc\r\nd\re\u2028f\x1b\ud800\ufffeg\t") == "ab\nc\nd\ne\nfg\t"
    assert schone_tekst("🎯 مرحبا é") == "🎯 مرحبا é"


def test_schoon_document_laat_een_gewoon_document_gelijk() -> None:
    document = maak_document(gewoon_blok())
    assert uitgevouwen(schoon_document(document)) == uitgevouwen(document)
    namen = {veld.name for veld in fields(document)} - {"blokken", "gegevens", "structuur"}
    assert all(getattr(schoon_document(document), naam) == getattr(document, naam) for naam in namen)


def test_nederlandse_waarden() -> None:
    assert als_tekst(Decimal("1234.50")) == "1234,50"
    assert als_tekst(2022) == "2022"
    assert als_tekst(None) == ""
    assert hoeveel(1, "doel", "doelen") == "1 doel"
    assert hoeveel(0, "doel", "doelen") == "0 doelen"
    assert [opsomming(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a en b", "a, b en c"]
    assert ingekort("een  twee\ndrie", 9) == "een twee…"
