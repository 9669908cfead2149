"""Which reminders are due, for whom, and when the next mail may go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.herinnering import (
    Aanleiding,
    Frequentie,
    HerinneringSoort,
    Ontvangers,
    PeriodeStand,
    RegelStand,
    aanleidingen,
    drempel,
    stil_vanaf,
)
from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.domain.voortgang.structuur import Moment, Precisie, Status

ADVISEUR, COLLEGA, MANAGER, WEG = 1, 2, 3, 4
MENSEN = Ontvangers(frozenset({ADVISEUR, COLLEGA, MANAGER}), frozenset({MANAGER}))
SLUIT = date(2020, 1, 31)
BUITEN = date(2019, 10, 1)  # too early for the closing
MAART = Moment(date(2019, 3, 1), date(2019, 3, 31), Precisie.MAAND)
REGEL = RegelStand(10, 1, 100, "1a Scholing", ADVISEUR, Beoordeling.AKKOORD, Status.GEPLAND)


def periode(*regels: RegelStand, **velden: object) -> PeriodeStand:
    basis = PeriodeStand(5, "2019-H2", date(2019, 12, 31), SLUIT, PeriodeStatus.OPEN, regels)
    return replace(basis, **velden)  # type: ignore[arg-type]


def van(uit: dict[int, list[Aanleiding]]) -> dict[int, list[str]]:
    return {wie: [een.sleutel for een in lijst] for wie, lijst in uit.items()}


@pytest.mark.parametrize(
    ("voor", "verwacht"), [(31, None), (30, 30), (8, 30), (7, 7), (2, 7), (1, 1), (0, 1), (-1, None)]
)
def test_de_drempel(voor: int, verwacht: int | None) -> None:
    assert drempel(SLUIT, SLUIT - timedelta(days=voor)) == verwacht


@pytest.mark.parametrize("beoordeling", list(Beoordeling))
def test_bij_sluiten_krijgt_wie_iets_moet_doen_een_herinnering(beoordeling: Beoordeling) -> None:
    uit = aanleidingen([periode(replace(REGEL, beoordeling=beoordeling))], MENSEN, SLUIT - timedelta(days=7))
    wie = {w for w, lijst in uit.items() for een in lijst if een.soort is HerinneringSoort.SLUIT}
    verwacht = {
        Beoordeling.IN_TE_VULLEN: {ADVISEUR, MANAGER},
        Beoordeling.TERUGGESTUURD: {ADVISEUR, MANAGER},
        Beoordeling.INGEVULD: {MANAGER},
        Beoordeling.AKKOORD: set(),
    }
    assert wie == verwacht[beoordeling]


def test_een_verschoven_sluitdatum_is_een_nieuwe_herinnering() -> None:
    leeg = replace(REGEL, beoordeling=Beoordeling.IN_TE_VULLEN)
    dag = SLUIT - timedelta(days=5)
    eerst = van(aanleidingen([periode(leeg)], MENSEN, dag))
    later = van(aanleidingen([periode(leeg, sluit_op=SLUIT + timedelta(days=1))], MENSEN, dag))
    assert eerst[ADVISEUR] != later[ADVISEUR]


@pytest.mark.parametrize("status", list(Status))
def test_een_voorbije_planning_telt_tot_de_maatregel_klaar_is(status: Status) -> None:
    uit = aanleidingen([periode(replace(REGEL, status=status, momenten=[MAART]))], MENSEN, BUITEN)
    klaar = status in (Status.AFGEROND, Status.VERVALLEN, Status.DOORLOPEND)
    assert van(uit) == ({} if klaar else {ADVISEUR: ["planning:100:2019-03-31"]})


def test_op_de_laatste_dag_is_de_planning_nog_niet_voorbij() -> None:
    stand = [periode(replace(REGEL, momenten=[MAART]))]
    assert not aanleidingen(stand, MENSEN, date(2019, 3, 31))
    assert aanleidingen(stand, MENSEN, date(2019, 4, 1))


@pytest.mark.parametrize("eigenaar", [None, WEG])
def test_zonder_eigenaar_die_iets_kan_doen_gaat_het_naar_de_manager(eigenaar: int | None) -> None:
    uit = aanleidingen([periode(replace(REGEL, eigenaar_id=eigenaar, momenten=[MAART]))], MENSEN, BUITEN)
    assert list(uit) == [MANAGER]


def test_de_nieuwste_periode_zegt_hoe_de_maatregel_ervoor_staat() -> None:
    oud = periode(replace(REGEL, momenten=[MAART]), id=4, code="2019-Q3", tot=date(2019, 9, 30))
    nieuw = periode(replace(REGEL, id=11, status=Status.AFGEROND, momenten=[MAART]))
    assert not aanleidingen([oud, nieuw], MENSEN, BUITEN)
    twee_regels = periode(replace(REGEL, id=12, momenten=[MAART]), replace(REGEL, id=13, momenten=[MAART]))
    assert van(aanleidingen([oud, twee_regels], MENSEN, BUITEN)) == {ADVISEUR: ["planning:100:2019-03-31"]}


def test_een_teruggestuurde_regel_is_elke_keer_een_nieuwe_herinnering() -> None:
    terug = replace(REGEL, beoordeling=Beoordeling.TERUGGESTUURD, opmerking="Hoeveel\nmensen?" + " nog" * 200)
    (een,) = aanleidingen([periode(terug)], MENSEN, BUITEN)[ADVISEUR]
    assert (een.sleutel, een.regel_id) == ("terug:10:1", 10)
    assert "Opmerking: Hoeveel mensen? nog" in een.tekst
    assert een.tekst.endswith("…")
    assert len(een.tekst) < 400
    opnieuw = aanleidingen([periode(replace(terug, rev=3))], MENSEN, BUITEN)
    assert van(opnieuw) == {ADVISEUR: ["terug:10:3"]}


def test_wie_geen_wil_krijgt_niets_en_de_manager_krijgt_het_ook_niet() -> None:
    stil = replace(MENSEN, stil=frozenset({ADVISEUR}))
    regel = replace(REGEL, beoordeling=Beoordeling.TERUGGESTUURD, momenten=[MAART])
    assert not aanleidingen([periode(regel)], stil, BUITEN)


def test_een_gesloten_periode_herinnert_niemand() -> None:
    regel = replace(REGEL, beoordeling=Beoordeling.TERUGGESTUURD, momenten=[MAART])
    assert not aanleidingen([periode(regel, status=PeriodeStatus.GESLOTEN)], MENSEN, SLUIT)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_een_mail_per_dag_of_per_week(dag: date) -> None:
    assert stil_vanaf(Frequentie.DAGELIJKS, dag) == dag
    maandag = stil_vanaf(Frequentie.WEKELIJKS, dag)
    assert maandag.weekday() == 0
    assert maandag <= dag < maandag + timedelta(days=7)
