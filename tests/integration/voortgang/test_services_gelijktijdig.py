"""Several people at once, each with a connection of their own."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.models import Bron, Logregel, Rapportageperiode, Voortgangsregel, db
from app.services.logboek import OPDRACHTREGEL, Dader
from app.services.organisaties.maken import maak_organisatie
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.fouten import PeriodeBestaatAl, PeriodeGesloten, RegelIntussenGewijzigd, VoortgangFout
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.thema_beheren import voeg_thema_toe

DRADEN = 8
DOOR = Dader(None, Bron.SCHERM)


@pytest.fixture
def organisatie_id(session: Session) -> int:
    organisatie = maak_organisatie(session, slug="testdorp", naam="Testdorp", door=OPDRACHTREGEL)
    thema = voeg_thema_toe(session, organisatie_id=organisatie.id, naam="Samen", door=DOOR)
    voeg_maatregel_toe(session, thema=thema, waarden={"naam": "Een"}, door=DOOR)
    session.commit()
    return organisatie.id


def tegelijk(app: Flask, werk: Callable[[int], Any]) -> list[Any]:
    """What `werk` gives back, or the exception it raised, done by eight at once in a transaction of their own."""

    def een(nummer: int) -> Any:
        with app.app_context():
            try:
                uit = werk(nummer)
                db.session.commit()
            except (VoortgangFout, StaleDataError) as fout:
                db.session.rollback()
                return fout
            finally:
                db.session.remove()
            return uit

    with ThreadPoolExecutor(DRADEN) as draden:
        taken = [draden.submit(contextvars.Context().run, een, nummer) for nummer in range(DRADEN)]
        return [taak.result() for taak in taken]


def test_a_period_is_started_once(app: Flask, session: Session, organisatie_id: int) -> None:
    def start(_: int) -> str:
        return start_periode(db.session, organisatie_id=organisatie_id, code="2019-H1", door=DOOR).periode.code

    uitkomsten = tegelijk(app, start)
    assert uitkomsten.count("2019-H1") == 1
    assert sum(isinstance(uit, PeriodeBestaatAl) for uit in uitkomsten) == DRADEN - 1
    assert session.scalar(select(func.count()).select_from(Voortgangsregel)) == 1


def test_of_eight_who_saw_the_same_row_one_saves_it(app: Flask, session: Session, organisatie_id: int) -> None:
    start_periode(session, organisatie_id=organisatie_id, code="2019-H1", door=DOOR)
    session.commit()
    regel = session.scalars(select(Voortgangsregel)).one()
    id_, rev = regel.id, regel.rev
    session.rollback()

    def bewaar(nummer: int) -> bool:
        rij = db.session.get_one(Voortgangsregel, id_)
        return bewaar_regel(db.session, regel=rij, waarden={"voortgang": f"Van {nummer}"}, door=DOOR, rev=rev)

    uitkomsten = tegelijk(app, bewaar)
    assert uitkomsten.count(True) == 1
    assert sum(isinstance(uit, RegelIntussenGewijzigd) for uit in uitkomsten) == DRADEN - 1
    session.expire_all()
    assert regel.voortgang == f"Van {uitkomsten.index(True)}"


def test_saving_while_closing_is_either_in_the_report_or_refused(
    app: Flask, session: Session, organisatie_id: int
) -> None:
    periode = start_periode(session, organisatie_id=organisatie_id, code="2019-H1", door=DOOR).periode
    zet_ter_controle(session, periode=periode, door=DOOR)
    regel = session.scalars(select(Voortgangsregel)).one()
    regel.beoordeling = Beoordeling.TERUGGESTUURD
    session.commit()
    periode_id, regel_id = periode.id, regel.id
    session.rollback()

    def werk(nummer: int) -> Any:
        if nummer == DRADEN // 2:
            rij = db.session.get_one(Rapportageperiode, periode_id)
            sluit_periode(db.session, periode=rij, door=DOOR, toch=True)
            return "gesloten"
        rij = db.session.get_one(Voortgangsregel, regel_id)
        return bewaar_regel(db.session, regel=rij, waarden={"voortgang": f"Van {nummer}"}, door=DOOR)

    uitkomsten = tegelijk(app, werk)
    assert uitkomsten.count("gesloten") == 1
    assert all(uit in (True, "gesloten") or isinstance(uit, VoortgangFout) for uit in uitkomsten)
    session.expire_all()
    periode = session.get_one(Rapportageperiode, periode_id)
    assert periode.status is PeriodeStatus.GESLOTEN
    assert beeld_van(session, periode).regels[0].voortgang == session.get_one(Voortgangsregel, regel_id).voortgang
    assert any(isinstance(uit, PeriodeGesloten) for uit in uitkomsten) or uitkomsten.count(True) >= 1
    assert session.scalar(select(func.count()).select_from(Logregel)) >= 4


def test_themas_added_at_once_get_numbers_of_their_own(app: Flask, session: Session, organisatie_id: int) -> None:
    nummers = tegelijk(
        app, lambda i: voeg_thema_toe(db.session, organisatie_id=organisatie_id, naam=f"Thema {i}", door=DOOR).nummer
    )
    assert sorted(nummers) == list(range(2, 2 + DRADEN))
