"""Whatever is in a file: metingen, faults with a line and a sentence, or one sentence about the file; nothing else."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.metingen.lezen import Meetregel, OnbruikbaarBestand, Regelfout, lees_metingen, verken
from tests.unit.reading.metingen_bouw import BLAD, KOP, RIJEN, csv_bytes, csv_tekst, met_deel, xlsx_bytes
from tests.verminken import verminkt

MUTATIES = 40
GOED = csv_bytes(KOP, *RIJEN)
GOED_XLSX = xlsx_bytes(KOP, *RIJEN, ("Dorp", "Kosten", "euro", 2020, 8.3, "telling"))


def lees(inhoud: bytes) -> int:
    """The number of outcomes, or -1 when the file is refused."""
    bestand = io.BytesIO(inhoud)
    zin, uit = "", []
    try:
        uit = list(lees_metingen(bestand, verken(bestand)))
    except OnbruikbaarBestand as fout:
        zin = fout.zin
    assert not zin or (zin[0].isupper() and zin.endswith((".", "?")) and len(zin) < 500)
    for regel in uit:
        assert isinstance(regel, Meetregel | Regelfout)
        assert regel.regel > 0
        if isinstance(regel, Meetregel):
            assert regel.indicator
            assert regel.waarde.is_finite()
        else:
            assert regel.zin.endswith((".", "?"))
    return -1 if zin else len(uit)


@given(st.binary(max_size=300))
def test_zomaar_bytes(inhoud: bytes) -> None:
    lees(inhoud)
    lees(b"\xff\xfe" + inhoud)
    lees(b"indicator;jaar;waarde\n" + inhoud)


_lelijk = st.sampled_from(
    [
        "",
        '"',
        ";",
        ",",
        "\t",
        "\r",
        "\n",
        "=1",
        "'",
        "-",
        "1.234,5",
        "2020",
        "2019-H3",
        "NaN",
        "\u00a0",
        "\ufeff",
        "x" * 300,
    ]
) | st.text(max_size=8)


@given(
    st.lists(st.lists(_lelijk, max_size=8), max_size=6),
    st.sampled_from(";,\t"),
    st.sampled_from(["utf-8", "utf-16"]),
    st.booleans(),
)
def test_zomaar_cellen(rijen: list[list[str]], scheiding: str, codering: str, met_kop: bool) -> None:
    kop = [KOP] if met_kop else []
    lees(csv_tekst([*kop, *rijen], scheiding).encode(codering, errors="replace"))
    lees("\n".join(scheiding.join(rij) for rij in [*kop, *rijen]).encode(codering, errors="replace"))


_excelcel = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.sampled_from(["=1+1", "2020", "<5", "Totaal"]),
)


@given(st.lists(st.lists(_excelcel, max_size=7), max_size=5))
def test_zomaar_een_rekenblad(rijen: list[list[object]]) -> None:
    assert lees(xlsx_bytes(KOP, *rijen, ("Dorp", "Kosten", "euro", 2020, 1, "telling"))) != 0


@pytest.mark.parametrize("zaad", range(3))
def test_verminkte_csv(zaad: int) -> None:
    toeval = random.Random(zaad)
    assert {lees(verminkt(GOED, toeval)) > 0 for _ in range(MUTATIES)} == {True, False}


@pytest.mark.parametrize(
    "deel", [BLAD, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"]
)
def test_verminkte_delen(deel: str) -> None:
    toeval = random.Random(deel)
    for _ in range(MUTATIES):
        lees(met_deel(GOED_XLSX, deel, lambda inhoud: verminkt(inhoud, toeval)))


def test_verminkte_zip() -> None:
    toeval = random.Random(7)
    assert {lees(verminkt(GOED_XLSX, toeval)) > 0 for _ in range(MUTATIES)} >= {False}
