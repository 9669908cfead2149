"""The period a figure speaks of, in every form in which people and Statistics Netherlands write it."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.cijfers.meetperiode import Meetperiodesoort, OngeldigeMeetperiode, lees_meetperiode, van_datum


@pytest.mark.parametrize(
    ("tekst", "code", "label"),
    [
        ("2018", "2018", "2018"),
        ("jaar 2018", "2018", "2018"),
        ("2019JJ00", "2019", "2019"),
        ("2019-H1", "2019-H1", "eerste halfjaar 2019"),
        ("h1 2019", "2019-H1", "eerste halfjaar 2019"),
        ("1e halfjaar 2019", "2019-H1", "eerste halfjaar 2019"),
        ("1ste half jaar 2019", "2019-H1", "eerste halfjaar 2019"),
        ("tweede helft van 2019", "2019-H2", "tweede halfjaar 2019"),
        ("2019 2e halfjaar", "2019-H2", "tweede halfjaar 2019"),
        ("2019-Q1", "2019-Q1", "eerste kwartaal 2019"),
        ("Q1 2019", "2019-Q1", "eerste kwartaal 2019"),
        ("2019Q1", "2019-Q1", "eerste kwartaal 2019"),
        ("1e kwartaal 2019", "2019-Q1", "eerste kwartaal 2019"),
        ("vierde kwartaal 2019", "2019-Q4", "vierde kwartaal 2019"),
        ("kw. 3 2019", "2019-Q3", "derde kwartaal 2019"),
        ("2019KW03", "2019-Q3", "derde kwartaal 2019"),
        ("januari 2019", "2019-01", "januari 2019"),
        ("jan-19", "2019-01", "januari 2019"),
        ("mrt. '19", "2019-03", "maart 2019"),
        ("dec-70", "1970-12", "december 1970"),
        ("2019 sept", "2019-09", "september 2019"),
        ("2019-01", "2019-01", "januari 2019"),
        ("01-2019", "2019-01", "januari 2019"),
        ("2019M01", "2019-01", "januari 2019"),
        ("2019MM12", "2019-12", "december 2019"),
        ("2019 week 5", "2019-W05", "week 5 2019"),
        ("wk 53 2020", "2020-W53", "week 53 2020"),
        ("2019-W05", "2019-W05", "week 5 2019"),
        ("31-12-2019", "2019-12-31", "31 december 2019"),
        ("31/12/2019", "2019-12-31", "31 december 2019"),
        ("2019-12-31", "2019-12-31", "31 december 2019"),
        ("2019-12-31 00:00:00", "2019-12-31", "31 december 2019"),
        ("2019-12-31T13:45:00.000Z", "2019-12-31", "31 december 2019"),
        ("1 januari\u00a02019", "2019-01-01", "1 januari 2019"),
        ("1-jan-2019", "2019-01-01", "1 januari 2019"),
        ("1-1-2019 t/m 30-6-2019", "2019-H1", "eerste halfjaar 2019"),
        ("1 maart 2019 tot en met 10 april 2019", "2019-03-01/2019-04-10", "1 maart 2019 t/m 10 april 2019"),
        ("2019\u2013h1", "2019-H1", "eerste halfjaar 2019"),
    ],
)
def test_lezen(tekst: str, code: str, label: str) -> None:
    periode = lees_meetperiode(f" {tekst} ")
    assert (periode.code, periode.label) == (code, label)


@pytest.mark.parametrize(
    "tekst",
    [
        "32-13-2020", "30-02-2020", "2019-H3", "2019-H0", "H3 2019", "2019-Q5", "5e kwartaal 2019", "2019-13",
        "2019-00", "2019-1", "1-2019", "2021-W53", "week 0 2019", "jan 19", "19-H1", "1899", "2201", "2019/2020",
        "2019-20", "Q1", "12", "2019-12-31-5", "2019-12-31 heel", "2019 2020", "٢٠١٩", "voorjaar 2019", "x" * 5000,
        "2019JJ01",
    ],
)  # fmt: skip
def test_wat_geen_periode_is_of_er_twee_kan_zijn(tekst: str) -> None:
    with pytest.raises(OngeldigeMeetperiode, match=r"^'.{1,40}' is geen periode; schrijf bijvoorbeeld 2020, 2019-H1"):
        lees_meetperiode(tekst)


@pytest.mark.parametrize("tekst", ["", "  \n"])
def test_zonder_periode(tekst: str) -> None:
    with pytest.raises(OngeldigeMeetperiode, match="De periode ontbreekt; schrijf bijvoorbeeld"):
        lees_meetperiode(tekst)


def test_achterstevoren() -> None:
    with pytest.raises(OngeldigeMeetperiode, match="van 1 januari 2020 tot en met 31 december 2019 eindigt voor zij"):
        lees_meetperiode("2020 t/m 2019")


def test_een_datum_uit_een_rekenblad_is_een_dag() -> None:
    assert van_datum(datetime(2020, 7, 1, 23, 59)).code == "2020-07-01"
    assert van_datum(date(2020, 7, 1)).soort is Meetperiodesoort.DAG
    with pytest.raises(OngeldigeMeetperiode, match="tussen 1900 en 2200"):
        van_datum(date.max)


SOORTEN = st.sampled_from(Meetperiodesoort)
DAGEN = st.dates(date(1901, 1, 1), date(2198, 12, 31))
CODES = {
    Meetperiodesoort.DAG: lambda d: d.isoformat(),
    Meetperiodesoort.WEEK: lambda d: f"{d.isocalendar().year}-W{d.isocalendar().week:02}",
    Meetperiodesoort.MAAND: lambda d: f"{d.year}-{d.month:02}",
    Meetperiodesoort.KWARTAAL: lambda d: f"{d.year}-Q{(d.month + 2) // 3}",
    Meetperiodesoort.HALFJAAR: lambda d: f"{d.year}-H{(d.month + 5) // 6}",
    Meetperiodesoort.JAAR: lambda d: str(d.year),
    Meetperiodesoort.ANDERS: lambda d: f"{d.isoformat()}/{(d + timedelta(days=9)).isoformat()}",
}


@given(DAGEN, SOORTEN)
def test_de_periode_waar_een_dag_in_valt(dag: date, soort: Meetperiodesoort) -> None:
    periode = lees_meetperiode(CODES[soort](dag))
    assert periode.soort is soort
    assert periode.van <= dag <= periode.tot
    assert periode.van <= periode.midden <= periode.tot
    assert lees_meetperiode(periode.code) == lees_meetperiode(periode.label) == periode


@given(DAGEN, SOORTEN)
def test_volgende_en_vorige_sluiten_aan(dag: date, soort: Meetperiodesoort) -> None:
    periode = lees_meetperiode(CODES[soort](dag))
    assume(date(1902, 1, 1) < periode.van)
    assert periode.volgende.van == periode.tot + timedelta(days=1)
    assert periode.volgende.vorige == periode == periode.vorige.volgende
    assert periode.vorige < periode < periode.volgende
    assert periode.volgende.soort is soort or soort is Meetperiodesoort.ANDERS


def test_na_de_laatste_en_voor_de_eerste_is_er_geen() -> None:
    for code in ("2200", "2200-12", "2200-12-31"):
        with pytest.raises(OngeldigeMeetperiode):
            _ = lees_meetperiode(code).volgende
    with pytest.raises(OngeldigeMeetperiode):
        _ = lees_meetperiode("1900-H1").vorige


def test_volgorde() -> None:
    codes = ["2021", "2020", "2020-H2", "2020-01", "2020-Q1", "2020-01-01"]
    gesorteerd = [periode.code for periode in sorted(map(lees_meetperiode, codes))]
    assert gesorteerd == ["2020-01-01", "2020-01", "2020-Q1", "2020", "2020-H2", "2021"]


STUKKEN = "2019 2020 19 1 01 13 32 Q1 H3 KW01 MM W05 jan januari mrt. eerste 2e kwartaal helft van - / ' t/m T00:00 :"


@given(st.lists(st.sampled_from(STUKKEN.split()) | st.text(max_size=4), max_size=7), st.sampled_from(["", " ", "-"]))
def test_een_periode_of_een_zin(stukken: list[str], tussen: str) -> None:
    try:
        periode = lees_meetperiode(tussen.join(stukken))
    except OngeldigeMeetperiode:
        return
    assert lees_meetperiode(periode.code) == periode
