"""The columns of the grid, and the period that is due next."""

from datetime import date

import pytest

from app.domain.cijfers.indicator import Meetfrequentie
from app.domain.cijfers.meetperiode import OngeldigeMeetperiode, lees_meetperiode
from app.indicatoren.periodes import lees_periodes, periode_met, toon_periodes, volgende_periode, vul_uit

DAG = date(2020, 11, 30)


@pytest.mark.parametrize(
    ("frequentie", "code", "volgende"),
    [
        ("jaar", "2020", "2021"),
        ("halfjaar", "2020-H2", "2021-H1"),
        ("kwartaal", "2020-Q4", "2021-Q1"),
        ("maand", "2020-11", "2020-12"),
        ("week", "2020-W49", "2020-W50"),
        ("dag", "2020-11-30", "2020-12-01"),
    ],
)
def test_the_period_of_a_day_and_the_one_that_follows(frequentie: str, code: str, volgende: str) -> None:
    soort = Meetfrequentie(frequentie)
    assert periode_met(DAG, soort).code == code
    assert volgende_periode(soort, lees_meetperiode(code), DAG).code == volgende
    assert volgende_periode(soort, None, DAG).volgende.code == code


def test_after_another_kind_of_period_it_goes_on_in_its_own() -> None:
    assert volgende_periode(Meetfrequentie.JAAR, lees_meetperiode("2019-Q2"), DAG).code == "2020"
    assert volgende_periode(Meetfrequentie.JAAR, lees_meetperiode("2200"), DAG).code == "2200"


@pytest.mark.parametrize(
    ("tekst", "codes"),
    [
        ("2018..2020", ["2018", "2019", "2020"]),
        ("2019-Q4..2020-Q1", ["2019-Q4", "2020-Q1"]),
        ("2020, 2018,2020", ["2018", "2020"]),
        ("2018..2018", ["2018"]),
        ("", []),
    ],
)
def test_reading_periods_and_showing_them_again(tekst: str, codes: list[str]) -> None:
    periodes = lees_periodes(tekst, 40)
    assert [periode.code for periode in periodes] == codes
    assert lees_periodes(toon_periodes(periodes), 40) == periodes


@pytest.mark.parametrize(
    "tekst", ["2020..2018", "2018..2019-H1", "x", "2018..", "..2018", "2000-01..2100-01", "1900..2200"]
)
def test_what_cannot_be_columns(tekst: str) -> None:
    with pytest.raises(OngeldigeMeetperiode):
        lees_periodes(tekst, 40)


def test_filling_a_stretch_with_shorter_periods() -> None:
    assert toon_periodes(vul_uit("2019", "2020", Meetfrequentie.KWARTAAL, 40)) == "2019-Q1..2020-Q4"
    assert toon_periodes(vul_uit("2019-Q2", "", Meetfrequentie.JAAR, 40)) == "2019"
