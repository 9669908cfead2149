"""The life of a period: start, fill in and judge."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.voortgang.periode import OngeldigePeriode
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Precisie, Status
from app.models import Rapportageperiode
from app.services.voortgang import fouten
from app.services.voortgang.periode_openen import open_periode
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import (
    zet_ter_controle,
)
from app.services.voortgang.regel_beoordelen import keur_alles_goed, keur_regel_goed, stuur_regel_terug
from tests.integration.voortgang.periodehulp import Dorp


@pytest.fixture
def dorp(session: Session) -> Dorp:
    return Dorp(session)


def test_first_period_asks_for_every_maatregel(dorp: Dorp, session: Session) -> None:
    gestart = start_periode(session, organisatie_id=dorp.organisatie.id, code="2019-h1", door=dorp.door)
    assert (gestart.meegenomen, gestart.nieuw, gestart.periode.code) == (0, 3, "2019-H1")
    assert (gestart.periode.van, gestart.periode.tot) == (date(2019, 1, 1), date(2019, 6, 30))
    assert gestart.periode.sluit_op == date(2019, 7, 31)
    assert [(n.eigenaar, [m.letter for m in n.maatregelen]) for n in gestart.te_rapporteren] == [
        ("Ada", ["a"]),
        (None, ["b", "c"]),
    ]


@pytest.mark.parametrize(
    ("code", "dag"),
    [("2019-H2", "2020-01-31"), ("2020-Q1", "2020-04-30"), ("2020-Q3", "2020-10-31"), ("2019", "2020-01-31")],
)
def test_closes_a_month_after_it_ends(dorp: Dorp, session: Session, code: str, dag: str) -> None:
    periode = open_periode(session, organisatie_id=dorp.organisatie.id, code=code, door=dorp.door)
    assert periode.sluit_op.isoformat() == dag


def test_refuses_a_period_twice_and_what_is_none(dorp: Dorp, session: Session) -> None:
    dorp.start("2019-H1")
    with pytest.raises(fouten.PeriodeBestaatAl, match="2019-H1 bestaat al"):
        open_periode(session, organisatie_id=dorp.organisatie.id, code="2019-H1", door=dorp.door)
    with pytest.raises(fouten.PeriodeBestaatAl, match="al gestart"):
        dorp.start("2019-H1")
    with pytest.raises(OngeldigePeriode, match="2019-H3"):
        dorp.start("2019-H3")
    with pytest.raises(fouten.OngeldigeSluitdatum, match="1 juli 2019"):
        open_periode(
            session, organisatie_id=dorp.organisatie.id, code="2019-H2", sluit_op=date(2019, 7, 1), door=dorp.door
        )
    assert session.scalar(select(func.count()).select_from(Rapportageperiode)) == 1


def test_planning_gives_momenten_and_status(dorp: Dorp) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    regel = dorp.regel(periode, "c")
    assert (regel.status, regel.beoordeling) == (Status.GEPLAND, Beoordeling.INGEVULD)
    assert [(m.van, m.tot, m.precisie) for m in regel.momenten] == [
        (date(2020, 1, 1), date(2020, 1, 1), Precisie.DAG),
        (date(2020, 4, 1), date(2020, 6, 30), Precisie.KWARTAAL),
    ]
    assert dorp.bewaar(regel, planning="Q2 2020\n 1 januari 2020 ") is True
    assert [m.precisie for m in regel.momenten] == [Precisie.KWARTAAL, Precisie.DAG]
    assert regel.planning == "Q2 2020\n1 januari 2020"
    assert dorp.bewaar(regel, planning="Q2 2020\n1 januari 2020") is False


def test_a_status_set_by_hand_stays_when_the_planning_changes(dorp: Dorp) -> None:
    periode = dorp.start("2019-H1")
    regel = dorp.regel(periode, "a")
    dorp.bewaar(regel, voortgang="Bezig.", planning="2020", status=Status.IN_UITVOERING)
    dorp.bewaar(regel, planning="2021")
    assert regel.status is Status.IN_UITVOERING
    dorp.bewaar(regel, planning="Uitgesteld", status=None)
    assert regel.status is Status.UITGESTELD
    dorp.bewaar(regel, planning="Afgerond")
    assert regel.status is Status.AFGEROND


def test_oranje_and_rood_ask_why(dorp: Dorp) -> None:
    regel = dorp.regel(dorp.start("2019-H1"), "a")
    with pytest.raises(fouten.UitlegOntbreekt, match="Bij rood horen") as fout:
        dorp.bewaar(regel, voortgang="Stokt.", kleur=Kleur.ROOD, oorzaak="Ziekte", gevolg=" ")
    assert fout.value.velden == ("gevolg", "bijsturing")
    assert (regel.kleur, regel.voortgang) == (None, "")
    dorp.bewaar(regel, voortgang="Stokt.", kleur=Kleur.ROOD, oorzaak="o", gevolg="g", bijsturing="b")
    assert regel.kleur is Kleur.ROOD
    with pytest.raises(fouten.UitlegOntbreekt):
        dorp.bewaar(regel, bijsturing="")
    assert dorp.bewaar(regel, kleur=Kleur.GROEN, bijsturing="")


def test_a_row_without_text_is_not_reported(dorp: Dorp) -> None:
    regel = dorp.regel(dorp.start("2019-H1"), "a")
    dorp.bewaar(regel, planning="2020")
    assert (regel.beoordeling, regel.status) == (Beoordeling.IN_TE_VULLEN, Status.GEPLAND)
    dorp.bewaar(regel, voortgang="Nu wel.")
    assert regel.beoordeling is Beoordeling.INGEVULD


def test_the_manager_returns_and_approves(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    regel = dorp.regel(periode, "a")
    with pytest.raises(fouten.OngeldigeStap, match="nog niet ingevuld"):
        keur_regel_goed(session, regel=regel, door=dorp.door)
    dorp.vul(periode)
    with pytest.raises(fouten.OpmerkingOntbreekt):
        stuur_regel_terug(session, regel=regel, opmerking="  ", door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.RegelDicht, match="ter controle"):
        dorp.bewaar(regel, voortgang="Toch anders.")
    stuur_regel_terug(session, regel=regel, opmerking="Hoeveel gezinnen?", door=dorp.door)
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.TERUGGESTUURD, "Hoeveel gezinnen?")
    dorp.bewaar(regel, voortgang="Het loopt, met 12 gezinnen.")
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.INGEVULD, "Hoeveel gezinnen?")
    keur_regel_goed(session, regel=regel, door=dorp.door)
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.AKKOORD, "")
    with pytest.raises(fouten.OngeldigeStap, match="al akkoord"):
        keur_regel_goed(session, regel=regel, door=dorp.door)
    assert dorp.log()[-3:] == [
        "Voortgang 2019-H1 van 1a Maatregel a teruggestuurd",
        "Voortgang 2019-H1 van 1a Maatregel a ingevuld",
        "Voortgang 2019-H1 van 1a Maatregel a goedgekeurd",
    ]


def test_changing_an_approved_row_asks_for_approval_again(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    keur_alles_goed(session, periode=periode, door=dorp.door)
    regel = dorp.regel(periode, "a")
    assert dorp.bewaar(regel, voortgang="Het loopt.") is False
    assert regel.beoordeling is Beoordeling.AKKOORD
    dorp.bewaar(regel, voortgang="Het loopt beter.")
    assert regel.beoordeling is Beoordeling.INGEVULD
