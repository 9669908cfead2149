"""Reporting periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.voortgang.periode import MAANDEN, OngeldigePeriode, Periode, PeriodeSoort, lees_periode


@pytest.mark.parametrize(
    ("code", "van", "tot", "label"),
    [
        ("2019-H1", date(2019, 1, 1), date(2019, 6, 30), "eerste halfjaar 2019"),
        ("2019-H2", date(2019, 7, 1), date(2019, 12, 31), "tweede halfjaar 2019"),
        ("2020-Q1", date(2020, 1, 1), date(2020, 3, 31), "eerste kwartaal 2020"),
        ("2020-Q4", date(2020, 10, 1), date(2020, 12, 31), "vierde kwartaal 2020"),
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "2020"),
    ],
)
def test_lezen_en_tonen(code: str, van: date, tot: date, label: str) -> None:
    periode = lees_periode(f" {code.lower()} ")
    assert (periode.code, periode.van, periode.tot, periode.label) == (code, van, tot, label)


@pytest.mark.parametrize(
    "code", ["2019-H3", "2019-H0", "2019-Q5", "2019-K1", "19-H1", "2019H1", "1999", "2101-Q1", "", "٢٠١٩"]
)
def test_wat_geen_periode_is(code: str) -> None:
    with pytest.raises(OngeldigePeriode, match="geen periode; schrijf bijvoorbeeld 2019-H1"):
        lees_periode(code)


@given(st.integers(2000, 2099), st.sampled_from(PeriodeSoort), st.integers(1, 4))
def test_perioden_sluiten_op_elkaar_aan(jaar: int, soort: PeriodeSoort, deel: int) -> None:
    periode = Periode(jaar, soort, min(deel, 12 // MAANDEN[soort]))
    assert lees_periode(periode.code) == periode
    assert periode.volgende.van == periode.tot + timedelta(days=1)
    assert periode.volgende.soort is soort
