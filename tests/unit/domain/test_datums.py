from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.taal.datums import lees_datum, toon_datum, toon_moment


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
