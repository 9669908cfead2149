"""Excel files with metingen: typed cells, formats, merged cells, several sheets, and what is wrong with them."""

import io
import tracemalloc
import zipfile
from datetime import date
from typing import Any

import pytest

from app.reading.metingen.lezen import Meetregel
from app.reading.xlsx.boek import Getalsoort, getalsoort
from tests.unit.reading.metingen_bouw import (
    BLAD,
    KOP,
    csv_bytes,
    fouten,
    gelezen,
    kort,
    met_deel,
    metingen,
    verkend,
    weigering,
    xlsx_bytes,
    xlsx_van,
)

SMAL = ("indicator", "periode", "waarde")


def _met_kop(vul: Any, **opties: Any) -> bytes:
    def alles(boek: Any, blad: Any) -> None:
        blad.write_row(0, 0, SMAL)
        vul(boek, blad)

    return xlsx_van(alles, **opties)


def test_getallen_zijn_exact() -> None:
    inhoud = xlsx_bytes(SMAL, *[("Kosten", 2020, waarde) for waarde in (8.3, 0.1 + 0.2, 0, -12.5, 1234567.89, 1 / 3)])
    assert verkend(inhoud).soort == "xlsx"
    assert [str(m.waarde) for m in metingen(inhoud)] == ["8.3", "0.3", "0", "-12.5", "1234567.89", "0.3333"]


def test_tekst_en_getallen_door_elkaar() -> None:
    """The text decides the decimal sign of texts only: a number has none."""
    inhoud = xlsx_bytes(SMAL, ("Kosten", "2019", "1234.50"), ("Kosten", "2020", 1.234), ("Kosten", "2021", "1.234"))
    assert [str(m.waarde) for m in metingen(inhoud)] == ["1234.50", "1.234", "1.234"]


def test_percentages_en_datums_zoals_ze_getoond_worden() -> None:
    def vul(boek: Any, blad: Any) -> None:
        for rij, (datum, opmaak) in enumerate(
            [(date(2019, 1, 1), "mmm-yy"), (date(2019, 12, 31), "dd-mm-yyyy"), (date(2020, 1, 1), "yyyy")], start=1
        ):
            blad.write(rij, 0, "Aandeel")
            blad.write_datetime(rij, 1, datum, boek.add_format({"num_format": opmaak}))
            blad.write_number(rij, 2, 0.083, boek.add_format({"num_format": "0.0%"}))

    verwacht = [("Aandeel", "2019-01", "8.300"), ("Aandeel", "2019-12-31", "8.300"), ("Aandeel", "2020", "8.300")]
    assert kort(_met_kop(vul)) == verwacht
    assert kort(_met_kop(vul, date_1904=True)) == verwacht


@pytest.mark.parametrize(
    ("opmaak", "soort"),
    [
        ("General", Getalsoort.GETAL),
        ('0.0" %"', Getalsoort.GETAL),
        ("0%", Getalsoort.PROCENT),
        ('"€ "#,##0.00', Getalsoort.GETAL),
        ("[$-413]d mmmm yyyy", Getalsoort.DAG),
        ("[Red]#,##0;-0%", Getalsoort.GETAL),
        ("mmmm", Getalsoort.MAAND),
        ("yyyy", Getalsoort.JAAR),
        ("h:mm", Getalsoort.GETAL),
    ],
)
def test_wat_een_opmaak_betekent(opmaak: str, soort: Getalsoort) -> None:
    assert getalsoort(opmaak) is soort


def test_formules_met_en_zonder_uitkomst() -> None:
    def vul(_: Any, blad: Any) -> None:
        blad.write_row(1, 0, ("Kosten", 2019))
        blad.write_formula(1, 2, "=1+1", None, 2)
        blad.write_row(2, 0, ("Kosten", 2020))
        blad.write_formula(2, 2, "=C2*2", None, "")
        blad.write_row(3, 0, ("Kosten", 2021))
        blad.write_formula(3, 2, "=1/0", None, "#DIV/0!")

    uit = gelezen(_met_kop(vul))
    assert [str(m.waarde) for m in uit if isinstance(m, Meetregel)] == ["2"]
    zonder, deling = fouten(uit)
    assert (zonder.regel, zonder.kolom) == (3, "waarde")
    assert "Cel C3 bevat een formule zonder uitkomst" in zonder.zin
    assert (deling.regel, deling.kolom) == (4, "waarde")
    assert "#DIV/0!" in deling.zin


def test_naar_beneden_samengevoegde_cellen_gelden_voor_elke_rij() -> None:
    def vul(_: Any, blad: Any) -> None:
        blad.merge_range("A2:A3", "Kosten")
        blad.merge_range("B3:B4", 2020)
        blad.write("B2", 2019)
        blad.write("A4", "Plaatsen")
        blad.write_column("C2", [1, 2, 3])

    assert kort(_met_kop(vul)) == [("Kosten", "2019", "1"), ("Kosten", "2020", "2"), ("Plaatsen", "2020", "3")]


def test_titel_over_alle_kolommen_en_perioden_als_getal_in_de_kop() -> None:
    def vul(_: Any, blad: Any) -> None:
        blad.merge_range("A1:D1", "Jeugdhulp in cijfers 2020")
        blad.write_row(2, 0, ("Indicator", "Eenheid", 2019, 2020))
        blad.write_row(3, 0, ("Plaatsen", "aantal", 3, None))
        blad.write_row(4, 0, ("Totaal", "", 3, None))
        blad.write_row(5, 0, ("Bron: eigen telling",))

    verkenning = verkend(xlsx_van(vul))
    assert (verkenning.koprij, verkenning.koppen) == (3, ("Indicator", "Eenheid", "2019", "2020"))
    assert kort(xlsx_van(vul)) == [("Plaatsen", "2019", "3")]


def test_het_blad_met_de_kop_ook_als_het_niet_het_eerste_is() -> None:
    def vul(boek: Any, eerste: Any) -> None:
        eerste.write_row(0, 0, ("Leeswijzer", "bij dit bestand"))
        verborgen = boek.add_worksheet("Verborgen")
        verborgen.write_row(0, 0, SMAL)
        verborgen.hide()
        for naam in ("Metingen", "Oud"):
            blad = boek.add_worksheet(naam)
            blad.write_row(0, 0, SMAL)
            blad.write_row(1, 0, (naam, 2020, 5))

    verkenning = verkend(xlsx_van(vul))
    assert verkenning.blad == "Metingen"
    assert verkenning.waarschuwingen == ("Alleen het blad 'Metingen' wordt gelezen; ook op 'Oud' staan metingen.",)
    assert kort(xlsx_van(vul)) == [("Metingen", "2020", "5")]


def test_alle_bladen_verborgen_of_zonder_kolommen() -> None:
    leeg = weigering(xlsx_bytes())
    assert "Op 'Cijfers' staan geen kolommen" in leeg
    verborgen = met_deel(
        xlsx_bytes(SMAL), "xl/workbook.xml", lambda deel: deel.replace(b'name="Cijfers"', b'name="C" state="hidden"')
    )
    assert "verborgen" in weigering(verborgen)


def test_een_excelbestand_dat_csv_heet_wordt_herkend() -> None:
    """The name of a file says nothing; what is in it does."""
    assert verkend(xlsx_bytes(KOP)).soort == "xlsx"
    assert verkend(csv_bytes(KOP)).soort == "csv"


def test_voorvoegsels_en_losse_teksten_in_de_cel() -> None:
    def om(deel: bytes) -> bytes:
        rijen = (
            b'<x:row><x:c t="inlineStr"><x:is><x:r><x:t>indi</x:t></x:r><x:r><x:t>cator</x:t></x:r></x:is></x:c>'
            b'<x:c t="str"><x:v>jaar</x:v></x:c><x:c t="str"><x:v>waarde</x:v></x:c></x:row>'
            b'<x:row><x:c t="str"><x:v>A_x0042_&amp;C</x:v></x:c>'
            b"<x:c><x:v>2020</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row>"
        )
        return (
            b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
            + rijen
            + b"</x:sheetData></x:worksheet>"
        )

    assert kort(met_deel(xlsx_bytes(KOP), BLAD, om)) == [("AB&C", "2020", "7")]


@pytest.mark.parametrize("tiende", range(1, 10))
def test_halverwege_afgebroken(tiende: int) -> None:
    goed = xlsx_bytes(KOP, *[("Dorp", f"Kosten {n}", "euro", 2020, n, "telling") for n in range(200)])
    assert "beschadigd" in weigering(goed[: len(goed) * tiende // 10])


def _rijen(stuk: bytes) -> Any:
    return lambda deel: deel.replace(b"<sheetData>", b"<sheetData>" + stuk)


@pytest.mark.parametrize(
    ("hoe", "woord"),
    [
        (lambda deel: deel[: len(deel) // 2], "klopt niet"),
        (lambda _: b"", "klopt niet"),
        (_rijen(b'<row r="0"/>'), "klopt niet"),
        (_rijen(b'<row r="99999999"/>'), "klopt niet"),
        (_rijen(b'<row r="x"/>'), "klopt niet"),
        (_rijen(b'<row><c r="ZZZZ1"><v>1</v></c></row>'), "klopt niet"),
        (_rijen(b'<row><c t="s"><v>9999</v></c></row>'), "klopt niet"),
        (_rijen(b'<row r="9"><c r="IV9"><v>1</v></c></row>'), "meer dan 200 kolommen"),
        (_rijen(b"<row><c><v>" + b"1" * 70_000 + b"</v></c></row>"), "langer dan"),
        (_rijen(b"<row>" * 100), "te diep genest"),
        (lambda deel: deel.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'), "onveilig"),
    ],
)
def test_een_blad_dat_niet_klopt(hoe: Any, woord: str) -> None:
    assert woord in weigering(met_deel(xlsx_bytes(SMAL, ("Kosten", 2020, 1)), BLAD, hoe))


@pytest.mark.parametrize(
    "deel", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
def test_een_deel_dat_niet_klopt(deel: str) -> None:
    assert "beschadigd" in weigering(met_deel(xlsx_bytes(SMAL, ("Kosten", 2020, 1)), deel, lambda inhoud: inhoud[:-9]))


def _piek(inhoud: bytes) -> tuple[str, int]:
    tracemalloc.start()
    zin = weigering(inhoud)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return zin, piek


@pytest.mark.parametrize(
    "stuk",
    [
        b" " * 64_000_000,
        b"<row>" + b'<c r="A1"><v>1</v></c>' * 1_000_000 + b"</row>",
        b"<row><c><v>" + b"1" * 32_000_000,
        b'<row a="' + b"1" * 16_000_000,
        b"<!--" + b"1" * 16_000_000,
    ],
    ids=["leeg", "cellen", "cel", "kenmerk", "opmerking"],
)
def test_een_zipbom_kost_geen_geheugen(stuk: bytes) -> None:
    inhoud = met_deel(xlsx_bytes(SMAL, ("Kosten", 2020, 1)), BLAD, _rijen(stuk))
    assert len(inhoud) < 200_000
    _, piek = _piek(inhoud)
    assert piek < 8_000_000


def test_te_veel_gedeelde_teksten() -> None:
    inhoud = met_deel(
        xlsx_bytes(SMAL), "xl/sharedStrings.xml", lambda deel: deel.replace(b"</sst>", b"<si/>" * 2_000_100 + b"</sst>")
    )
    assert "te veel tekst" in weigering(inhoud) or "te groot" in weigering(inhoud)


def test_andere_pakketten_en_een_wachtwoord() -> None:
    def zip_van(*namen: str) -> bytes:
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as pakket:
            for naam in namen:
                pakket.writestr(naam, b"application/vnd.oasis.opendocument.spreadsheet")
        return uit.getvalue()

    assert ".ods" in weigering(zip_van("mimetype", "content.xml"))
    assert "een Word-document" in weigering(zip_van("word/document.xml"))
    assert ".xlsb" in weigering(zip_van("xl/workbook.bin"))
    assert "zip-archief" in weigering(zip_van("los.txt"))
    assert "onderdelen" in weigering(zip_van(*[f"x{n}" for n in range(5_001)]))
    beschermd = bytearray(xlsx_bytes(SMAL))
    begin = beschermd.find(b"PK\x01\x02")
    beschermd[begin + 8] |= 1
    assert "wachtwoord" in weigering(bytes(beschermd))
