from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.datums import lees_datum, toon_datum, toon_moment
from app.domain.nummering import (
    hernummer,
    letter,
    maak_ruimte,
    plek_van,
    sluit_gat,
    verplaats,
    volgend_nummer,
    volgende_letter,
    zin_hernummerd,
)


@pytest.mark.parametrize(
    "tekst",
    ["20 mei 2020", "20-05-2020", "2020-05-20", "20/5/2020", " 20  Mei 2020 ", "20.05.2020", "woensdag 20 mei 2020"],
)
def test_leest_een_datum(tekst: str) -> None:
    assert lees_datum(tekst) == date(2020, 5, 20)


@pytest.mark.parametrize(
    "tekst", ["", "31-02-2020", "32 mei 2020", "20 foo 2020", "mei 2020", "20-05-20", "0-0-0000", "٢٠-05-2020"]
)
def test_wat_geen_datum_is(tekst: str) -> None:
    assert lees_datum(tekst) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_een_getoonde_datum_is_te_lezen(datum: date) -> None:
    assert lees_datum(toon_datum(datum)) == datum
    assert lees_datum(datum.isoformat()) == datum


@given(st.text(max_size=150))
def test_elke_tekst_is_als_datum_te_lezen(tekst: str) -> None:
    assert lees_datum(tekst) is None or isinstance(lees_datum(tekst), date)


def test_moment_op_de_nederlandse_klok() -> None:
    assert toon_moment(datetime(2020, 1, 1, 13, 5, tzinfo=UTC)) == "1 januari 2020, 14:05"
    assert toon_moment(datetime(2020, 7, 1, 13, 5)) == "1 juli 2020, 15:05"


def test_verplaatsen() -> None:
    assert verplaats([1, 2, 4], 4, "omhoog") == {4: 2, 2: 4}
    assert verplaats([1, 2, 4], 1, "omhoog") == {}
    assert verplaats([1, 2, 4], 4, "omlaag") == {}
    with pytest.raises(ValueError, match="3"):
        verplaats([1, 2, 4], 3, "omhoog")


@given(st.sets(st.integers(1, 60), max_size=20), st.integers(1, 60))
def test_gaten_en_ruimte(nummers: set[int], plek: int) -> None:
    ruim = maak_ruimte(nummers, plek)
    na = {ruim.get(nummer, nummer) for nummer in nummers}
    assert plek not in na
    assert len(na) == len(nummers)
    assert sorted(hernummer(nummers).get(nummer, nummer) for nummer in nummers) == list(range(1, len(nummers) + 1))
    rest = nummers - {plek}
    dicht = sluit_gat(rest, plek)
    assert len({dicht.get(nummer, nummer) for nummer in rest}) == len(rest)


@given(st.integers(1, 10_000))
def test_letters_en_plekken(plek: int) -> None:
    assert plek_van(letter(plek)) == plek


def test_volgende() -> None:
    assert [volgende_letter(letters) for letters in ([], ["a", "c"], ["z"], ["?"])] == ["a", "d", "aa", "a"]
    assert volgend_nummer([]) == 1
    assert volgend_nummer([3, 1]) == 4
    with pytest.raises(ValueError, match="letter"):
        letter(0)


def test_zegt_wat_is_hernummerd() -> None:
    assert (
        zin_hernummerd("doel", {3: 2}, {"indicator": 2, "toewijzing": 3})
        == "Doel 3 is nu doel 2; 2 indicatoren en 3 toewijzingen gingen mee."
    )
    assert zin_hernummerd("doel", {3: 2, 2: 3}, {"indicator": 1}) == (
        "Doel 2 is nu doel 3 en doel 3 is nu doel 2; 1 indicator ging mee."
    )
    assert zin_hernummerd("doel", {}) == ""
