"""Figures in: new, changed, the same, wrong; twice; many; and by several people at once."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Reekssoort
from app.models import EerdereMeting, Indicator, Logregel, Meting, Reeks, db
from app.services.indicatoren.metingen_opslaan import NieuweMeting, Opgeslagen, Uitkomst, vergelijk_metingen
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren.cijferhulp import Wereld

N, A, G, F = Uitkomst.NIEUW, Uitkomst.GEWIJZIGD, Uitkomst.GELIJK, Uitkomst.FOUT


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


@pytest.fixture
def aandeel(wereld: Wereld) -> Indicator:
    return wereld.session.get_one(Indicator, wereld.aandeel)


def uitkomsten(opgeslagen: Opgeslagen) -> list[Uitkomst]:
    return [b.uitkomst for b in opgeslagen.beoordeeld]


def test_new_changed_the_same_and_wrong_in_one_go(wereld: Wereld, aandeel: Indicator) -> None:
    metingen = [
        ch.nieuw(aandeel, "2018", "8.30"),
        ch.nieuw(aandeel, "2019", "9.4"),
        ch.nieuw(aandeel, "2020", "9.7"),
        ch.nieuw(aandeel, "2021", "101"),
    ]
    opgeslagen = ch.sla_op(wereld.session, wereld.organisatie, *metingen, reden="Telfout hersteld")
    assert uitkomsten(opgeslagen) == [G, A, N, F]
    assert opgeslagen.beoordeeld[1].oud == Decimal("9.2")
    assert opgeslagen.fouten[0].zin == "101% kan hier niet: het hoogste is 100%."
    wereld.session.commit()
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.4", "2020": "9.7"}


def test_a_changed_value_keeps_what_it_was(wereld: Wereld, aandeel: Indicator) -> None:
    for waarde in ("9.4", "9.5"):
        ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(aandeel, "2019", waarde), reden=f"Nu {waarde}")
    wereld.session.commit()
    eerdere = wereld.meting("2019").eerdere
    assert [(e.waarde, e.voorlopig, e.reden) for e in eerdere] == [
        (Decimal("9.2"), True, "Nu 9.4"),
        (Decimal("9.4"), False, "Nu 9.5"),
    ]
    assert (wereld.meting("2019").waarde, wereld.meting("2019").voorlopig) == (Decimal("9.5"), False)


def test_the_same_twice_changes_nothing_and_says_nothing(wereld: Wereld, aandeel: Indicator) -> None:
    metingen = [ch.nieuw(aandeel, "2018", "8.3"), ch.nieuw(aandeel, "2019", "9.2", voorlopig=True)]
    regels = wereld.session.scalar(select(func.count()).select_from(Logregel))
    assert uitkomsten(ch.sla_op(wereld.session, wereld.organisatie, *metingen)) == [G, G]
    assert wereld.session.scalar(select(func.count()).select_from(Logregel)) == regels
    assert wereld.meting("2018").rev == 1


def test_making_it_definitief_is_a_change(wereld: Wereld, aandeel: Indicator) -> None:
    assert uitkomsten(ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(aandeel, "2019", "9.2"))) == [A]
    log = wereld.session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert log
    assert (log.oud, log.nieuw) == ({"2019": "9,2 (voorlopig)"}, {"2019": "9,2"})
    assert log.omschrijving == "1 meting van Aandeel ingevoerd"


@pytest.mark.parametrize(
    ("waarden", "verwacht"), [(["5", "5"], [N, G]), (["5", "6"], [F, F]), (["5", "5", "6"], [F, F, F])]
)
def test_one_cell_twice(wereld: Wereld, aandeel: Indicator, waarden: list[str], verwacht: list[Uitkomst]) -> None:
    metingen = [ch.nieuw(aandeel, "2020", w, plek=i) for i, w in enumerate(waarden, 2)]
    opgeslagen = ch.sla_op(wereld.session, wereld.organisatie, *metingen)
    assert uitkomsten(opgeslagen) == verwacht
    wereld.session.commit()
    assert wereld.cijfers().get("2020") == ("5" if F not in verwacht else None)
    if F in verwacht:
        anders = len(waarden) + 1
        assert opgeslagen.fouten[0].zin == f"2020 staat er twee keer, met 5% (regel 2) en met 6% (regel {anders})."


def test_each_series_apart(wereld: Wereld, aandeel: Indicator) -> None:
    metingen = [
        ch.nieuw(aandeel, "2020", "1"),
        ch.nieuw(aandeel, "2020", "2", soort=Reekssoort.BEGROTING),
        ch.nieuw(aandeel, "2020", "3", gebied="Provincie"),
        ch.nieuw(aandeel, "2020-H1", "4"),
    ]
    assert uitkomsten(ch.sla_op(wereld.session, wereld.organisatie, *metingen)) == [N] * 4
    wereld.session.commit()
    assert wereld.cijfers(soort=Reekssoort.BEGROTING) == {"2020": "2"}
    assert wereld.cijfers(gebied="Provincie") == {"2020": "3"}
    assert wereld.cijfers(gebied="", soort=Reekssoort.REALISATIE)["2020-H1"] == "4"
    assert wereld.session.scalar(select(func.count()).select_from(Reeks)) == 3


def test_of_a_shared_indicator_each_gemeente_has_its_own(wereld: Wereld, aandeel: Indicator) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    ch.sla_op(wereld.session, buur.id, ch.nieuw(aandeel, "2018", "50"))
    wereld.session.commit()
    assert wereld.cijfers(organisatie_id=wereld.organisatie)["2018"] == "8.3"
    assert wereld.cijfers(organisatie_id=buur.id) == {"2018": "50"}


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        ("NaN", "Dit is geen getal."),
        ("Infinity", "Dit is geen getal."),
        ("1e30", "Dit getal heeft meer dan 14 cijfers voor de komma."),
        ("0.00001", "Dit getal heeft meer dan 4 cijfers achter de komma; rond het af."),
        ("-1", "Een aantal is niet negatief; hier staat -1."),
    ],
)
def test_what_cannot_be_is_said(wereld: Wereld, waarde: str, zin: str) -> None:
    trajecten = wereld.session.get_one(Indicator, wereld.trajecten)
    opgeslagen = ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(trajecten, "2020", waarde))
    assert [b.zin for b in opgeslagen.fouten] == [zin]
    assert wereld.cijfers(wereld.trajecten) == {}


def test_comparing_changes_nothing(wereld: Wereld, aandeel: Indicator) -> None:
    metingen = [ch.nieuw(aandeel, "2018", "1"), ch.nieuw(aandeel, "2022", "2")]
    beoordeeld = vergelijk_metingen(wereld.session, organisatie_id=wereld.organisatie, metingen=metingen)
    assert [b.uitkomst for b in beoordeeld] == [A, N]
    assert not wereld.session.new
    assert not wereld.session.dirty
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}


def duizend(session: Session, organisatie_id: int, indicatoren: int, plus: int = 0) -> list[NieuweMeting]:
    namen = [f"Reeks {i}" for i in range(indicatoren)]
    bekend = {i.naam: i for i in session.scalars(select(Indicator).where(Indicator.naam.in_(namen)))}
    alle = [bekend.get(naam) or ch.maak_indicator(session, organisatie_id, naam) for naam in namen]
    per = 1000 // indicatoren
    return [ch.nieuw(indicator, f"{1950 + j}", str(j + plus)) for indicator in alle for j in range(per)]


@pytest.mark.parametrize("indicatoren", [10, 50])
def test_a_thousand_values_in_a_fixed_number_of_queries(
    wereld: Wereld, indicatoren: int, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    aantallen = []
    for plus in (0, 1, 1):
        metingen = duizend(wereld.session, wereld.organisatie, indicatoren, plus)
        with tel_queries() as teller:
            ch.sla_op(wereld.session, wereld.organisatie, *metingen)
        aantallen.append(teller.aantal)
    assert max(aantallen) <= 14, aantallen
    assert wereld.session.scalar(select(func.count()).select_from(EerdereMeting)) == 1000


def test_of_eight_who_write_the_same_cell_all_are_kept(wereld: Wereld, aandeel: Indicator, app: Flask) -> None:
    """Nobody's value is lost: the last one stands, and the others are what it said before."""

    def schrijf(nummer: int) -> None:
        with app.app_context():
            indicator = db.session.get_one(Indicator, wereld.aandeel)
            db.session.scalars(select(Meting)).all()  # what was read before the lock is old by then
            ch.sla_op(db.session(), wereld.organisatie, ch.nieuw(indicator, "2020", str(nummer)))
            db.session.commit()
            db.session.remove()

    wereld.session.rollback()
    with ThreadPoolExecutor(8) as draden:
        taken = [draden.submit(contextvars.Context().run, schrijf, nummer) for nummer in range(8)]
        for taak in taken:
            taak.result()
    rij = wereld.meting("2020")
    assert sorted([rij.waarde, *(e.waarde for e in rij.eerdere)]) == [Decimal(i) for i in range(8)]
