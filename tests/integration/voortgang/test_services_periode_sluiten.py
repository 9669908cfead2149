"""The life of a period: its steps, closing, what is frozen then, and reopening."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.voortgang.periodestatus import PeriodeStatus
from app.domain.voortgang.structuur import Kleur
from app.models import Logregel
from app.services.voortgang import fouten
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.kleurdefinities import zet_kleurdefinities
from app.services.voortgang.maatregel_beheren import wijzig_maatregel
from app.services.voortgang.periode_openen import wijzig_sluitdatum
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import (
    heropen_periode,
    sluit_periode,
    zet_ter_controle,
    zet_terug_naar_open,
)
from app.services.voortgang.regel_beoordelen import keur_alles_goed, keur_regel_goed, stuur_regel_terug
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.thema_beheren import wijzig_thema
from tests.integration.voortgang.periodehulp import Dorp


@pytest.fixture
def dorp(session: Session) -> Dorp:
    return Dorp(session)


def test_only_the_steps_that_exist(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    with pytest.raises(fouten.OngeldigeStap, match="is open en kan niet naar gesloten"):
        sluit_periode(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.OngeldigeStap):
        heropen_periode(session, periode=periode, reden="zomaar", door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.OngeldigeStap):
        zet_ter_controle(session, periode=periode, door=dorp.door)
    zet_terug_naar_open(session, periode=periode, door=dorp.door)
    assert periode.status is PeriodeStatus.OPEN


def test_closing_asks_for_approval_or_for_an_explicit_decision(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    keur_regel_goed(session, regel=dorp.regel(periode, "a"), door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.NietAllesAkkoord, match="2 regels zijn nog niet akkoord") as fout:
        sluit_periode(session, periode=periode, door=dorp.door)
    assert fout.value.regels == ("1b Maatregel b: ingevuld", "1c Maatregel c: ingevuld")
    assert (periode.status, periode.momentopname) == (PeriodeStatus.TER_CONTROLE, None)
    sluit_periode(session, periode=periode, door=dorp.door, toch=True)
    assert periode.status is PeriodeStatus.GESLOTEN
    laatste = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert laatste is not None
    assert laatste.nieuw == {"niet akkoord": ["1b Maatregel b: ingevuld", "1c Maatregel c: ingevuld"]}


def test_a_closed_period_shows_what_was_frozen(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    zet_kleurdefinities(
        session, organisatie_id=dorp.organisatie.id, teksten={Kleur.ROOD: "Het lukt niet."}, door=dorp.door
    )
    dorp.vul(periode)
    dorp.bewaar(dorp.regel(periode, "a"), kleur=Kleur.ROOD, oorzaak="o", gevolg="g", bijsturing="b")
    bevroren = dorp.sluit(periode)
    assert bevroren.periode.gesloten_door == "Ada"
    assert bevroren.kleurdefinities == {Kleur.ROOD: "Het lukt niet."}
    session.commit()
    session.expire_all()
    assert beeld_van(session, periode) == bevroren

    wijzig_thema(session, thema=dorp.thema, naam="Anders", door=dorp.door)
    wijzig_maatregel(session, maatregel=dorp.maatregelen[0], waarden={"naam": "Nieuw", "letter": "z"}, door=dorp.door)
    dorp.wie.naam = "Beatrix"
    zet_kleurdefinities(session, organisatie_id=dorp.organisatie.id, teksten={Kleur.ROOD: ""}, door=dorp.door)
    dorp.regel(periode, "b").voortgang = "Buiten de diensten om gewijzigd."
    session.commit()
    session.expire_all()
    assert beeld_van(session, periode) == bevroren
    assert [m.aanduiding for m in beeld_van(session, periode).maatregelen] == ["1a", "1b", "1c"]


def test_a_closed_period_refuses_everything(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    dorp.sluit(periode)
    regel = dorp.regel(periode, "a")
    for doe in (
        lambda: dorp.bewaar(regel, voortgang="Te laat."),
        lambda: keur_regel_goed(session, regel=regel, door=dorp.door),
        lambda: stuur_regel_terug(session, regel=regel, opmerking="Nee", door=dorp.door),
        lambda: keur_alles_goed(session, periode=periode, door=dorp.door),
        lambda: voeg_regel_toe(session, periode=periode, maatregel=dorp.maatregelen[0], door=dorp.door),
        lambda: start_periode(session, organisatie_id=dorp.organisatie.id, code="2019-H1", door=dorp.door),
    ):
        with pytest.raises(fouten.PeriodeGesloten, match="2019-H1 is gesloten"):
            doe()
    with pytest.raises(fouten.OngeldigeSluitdatum):
        wijzig_sluitdatum(session, periode=periode, sluit_op=date(2020, 1, 1), door=dorp.door)


def test_reopening_asks_why_and_shows_the_tables_again(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    dorp.sluit(periode)
    wijzig_thema(session, thema=dorp.thema, naam="Anders", door=dorp.door)
    with pytest.raises(fouten.RedenOntbreekt):
        heropen_periode(session, periode=periode, reden=" ", door=dorp.door)
    heropen_periode(session, periode=periode, reden="Cijfer klopt niet", door=dorp.door)
    assert (periode.status, periode.gesloten_op) == (PeriodeStatus.TER_CONTROLE, None)
    assert dorp.log()[-1] == "Periode 2019-H1 heropend: Cijfer klopt niet"
    assert beeld_van(session, periode).themas[0].naam == "Anders"
    opnieuw = sluit_periode(session, periode=periode, door=dorp.door)
    assert beeld_van(session, periode) == opnieuw
    assert opnieuw.themas[0].naam == "Anders"
