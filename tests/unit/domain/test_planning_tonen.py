"""Moments in words, recurrences as dates, and when something is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.planning.bereik import maanden
from app.domain.planning.lezen import deadline, lees_planning, te_laat, toon_momenten, voorkomens
from app.domain.voortgang.structuur import Moment, Precisie, Status

DAGEN = st.dates(date(2000, 1, 1), date(2098, 12, 31))
GROF = st.sampled_from([Precisie.MAAND, Precisie.KWARTAAL, Precisie.HALFJAAR, Precisie.JAAR])


@st.composite
def _momenten(trek: st.DrawFn) -> Moment:
    """Every moment that a planning can give: days and whole units, open on either side or not."""
    dag, later = sorted((trek(DAGEN), trek(DAGEN)))
    precisie = trek(GROF | st.just(Precisie.DAG))
    van, tot = dag, later
    if precisie is not Precisie.DAG:
        stap = {Precisie.MAAND: 1, Precisie.KWARTAAL: 3, Precisie.HALFJAAR: 6, Precisie.JAAR: 12}[precisie]
        van = date(dag.year, (dag.month - 1) // stap * stap + 1, 1)
        tot = maanden(later.year, (later.month - 1) // stap * stap + 1, precisie).tot
    open_ = trek(st.sampled_from(["", "van", "tot"]))
    return Moment(None if open_ == "van" else van, None if open_ == "tot" else tot, precisie)


@given(_momenten())
def test_wat_getoond_wordt_wordt_hetzelfde_gelezen(moment: Moment) -> None:
    getoond = toon_momenten([moment])
    planning = lees_planning([getoond])
    assert planning.momenten == [moment], getoond
    assert planning.niet_begrepen == []


WOORDEN = """1 31 32 2020 2021 januari mei dec. Q1 Q5 H2 kwartaal eerste helft van t/m tot vanaf voor na uiterlijk - /
. , en week 12 schooljaar begin eind medio jaarlijks elk jaar in november per afgerond doorlopend niet nog € ' winter
31-02-2020 1-1-2020 2020-05 2020/21 zomer dit volgend tussen 1x 0 99999999999999999999"""
_STUKKEN = st.sampled_from(WOORDEN.split())


@given(st.lists(_STUKKEN | st.text(max_size=6), max_size=14), st.none() | st.dates())
def test_nooit_een_fout_en_van_ligt_voor_tot(stukken: list[str], peil: date | None) -> None:
    planning = lees_planning([" ".join(stukken), "".join(stukken)], peil)
    for moment in planning.momenten:
        assert moment.van is None or moment.tot is None or moment.van <= moment.tot
        assert (moment.herhaling is None) == (moment.precisie is not None)
        assert moment.herhaling or moment.van or moment.tot
        assert toon_momenten([moment])
    assert planning.status == (planning.statussen[-1] if planning.statussen else planning.status)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_grenzen_van_de_kalender(peil: date) -> None:
    lees_planning(["december - januari, eind volgend jaar, vorig jaar, schooljaar 2020/2021, na 31 december"], peil)


@pytest.mark.parametrize(
    "stuk", ["nog nader te bepalen ", "1 januari ", "en ", "niet ", "2020-", "1 - ", "jaarlijks in mei en ", "  ", "q"]
)
def test_lange_teksten_kosten_evenredig_veel(stuk: str) -> None:
    """Twenty thousand times the same must not take long; a quadratic reader would take minutes."""
    planning = lees_planning([stuk * 20_000], date(2020, 6, 30))
    assert all(len(tekst) <= 200 for tekst in planning.niet_begrepen)


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("voor 2 juli 2020", "t/m 1 juli 2020"),
        ("Q1 2020", "eerste kwartaal 2020"),
        ("elk jaar in november", "jaarlijks in november"),
        ("2020/2021", "2020 t/m 2021"),
        ("januari-maart 2020", "januari t/m maart 2020"),
        ("30-10-2020 t/m 6-11-2020", "30 oktober t/m 6 november 2020"),
        ("november 2019 - maart 2020", "november 2019 t/m maart 2020"),
        ("najaar 2020", "najaar 2020"),
        ("schooljaar 2020/21", "schooljaar 2020/2021"),
        ("winter 2020/2021", "winter 2020/2021"),
        ("eind 2019", "vierde kwartaal 2019"),
        ("1 juli 2020, januari 2021 en jaarlijks", "1 juli 2020, januari 2021 en jaarlijks"),
        ("vanaf 2021", "vanaf 2021"),
        ("Doorlopend", ""),
    ],
)
def test_getoond(tekst: str, getoond: str) -> None:
    assert toon_momenten(lees_planning([tekst]).momenten) == getoond


@pytest.mark.parametrize(
    ("herhaling", "verwacht"),
    [
        ("jaarlijks", ["2020-12-31"]),
        ("jaarlijks in november", ["2020-11-30"]),
        ("jaarlijks op 1 november", ["2020-11-01"]),
        ("jaarlijks in het eerste kwartaal", ["2020-03-31"]),
        ("jaarlijks in het najaar", ["2020-11-30"]),
        ("halfjaarlijks", ["2020-06-30", "2020-12-31"]),
        ("elk kwartaal", ["2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"]),
        ("zomaar", []),
    ],
)
def test_voorkomens_in_een_jaar(herhaling: str, verwacht: list[str]) -> None:
    data = voorkomens(Moment(herhaling=herhaling), date(2020, 1, 1), date(2020, 12, 31))
    assert [dag.isoformat() for dag in data] == verwacht


def test_voorkomens_binnen_de_grenzen() -> None:
    maandelijks = voorkomens(Moment(herhaling="maandelijks"), date(2020, 1, 15), date(2020, 4, 29))
    assert maandelijks == [date(2020, 1, 31), date(2020, 2, 29), date(2020, 3, 31)]
    weken = voorkomens(Moment(herhaling="wekelijks"), date(2020, 1, 6), date(2020, 1, 31))
    assert weken == [date(2020, 1, 12) + timedelta(weeks=week) for week in range(3)]
    schrikkeldag = Moment(herhaling="jaarlijks op 29 februari")
    assert voorkomens(schrikkeldag, date(2020, 1, 1), date(2021, 12, 31)) == [date(2020, 2, 29), date(2021, 2, 28)]
    assert voorkomens(Moment(herhaling="jaarlijks"), date(2021, 1, 1), date(2020, 1, 1)) == []
    assert (
        voorkomens(Moment(date(2020, 1, 1), date(2020, 1, 1), Precisie.DAG), date(2019, 1, 1), date(2021, 1, 1)) == []
    )


MAART = Moment(date(2020, 3, 1), date(2020, 3, 31), Precisie.MAAND)
MEI = Moment(date(2020, 5, 1), date(2020, 5, 31), Precisie.MAAND)
VANAF = Moment(date(2020, 1, 1), None, Precisie.DAG)


@pytest.mark.parametrize(
    ("status", "momenten", "peildatum", "verwacht"),
    [
        (Status.GEPLAND, [MAART], date(2020, 4, 1), True),
        (Status.GEPLAND, [MAART], date(2020, 3, 31), False),
        (Status.IN_UITVOERING, [MAART], date(2020, 4, 1), True),
        (Status.UITGESTELD, [MAART], date(2020, 4, 1), True),
        (None, [MAART], date(2020, 4, 1), True),
        (Status.AFGEROND, [MAART], date(2020, 4, 1), False),
        (Status.VERVALLEN, [MAART], date(2020, 4, 1), False),
        (Status.DOORLOPEND, [MAART], date(2020, 4, 1), False),
        (Status.GEPLAND, [MEI, MAART], date(2020, 4, 1), False),
        (Status.GEPLAND, [VANAF], date(2020, 4, 1), True),
        (Status.IN_UITVOERING, [VANAF, MAART], date(2020, 4, 1), False),
        (Status.GEPLAND, [Moment(herhaling="jaarlijks")], date(2030, 1, 1), False),
        (Status.GEPLAND, [], date(2030, 1, 1), False),
    ],
)
def test_te_laat(status: Status | None, momenten: list[Moment], peildatum: date, verwacht: bool) -> None:
    assert te_laat(status, momenten, peildatum) is verwacht


def test_deadline_is_de_laatste_dag() -> None:
    assert deadline(Status.GEPLAND, [MEI, MAART]) == date(2020, 5, 31)
    assert deadline(Status.GEPLAND, [VANAF]) == date(2020, 1, 1)
    assert deadline(Status.IN_UITVOERING, [VANAF]) is None
