"""A job is there as soon as the transaction that planned it is committed, and never when it was not."""

from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.achtergrond import verwerk_alles
from app.models import Gebruiker, Logregel, Taak, TaakStatus
from app.services.logboek import Dader
from app.services.taken.plannen import plan_taak

Plan = Callable[..., Taak]
Sporen = Callable[[], Counter[int]]


def test_wat_wordt_teruggedraaid_laat_geen_taak_na(
    app: Flask, session: Session, gebruiker: Gebruiker, door: Dader, sporen: Sporen
) -> None:
    plan_taak(session, soort="proef: kort", door=door, organisatie_id=gebruiker.organisatie_id)
    session.rollback()
    assert verwerk_alles(app) == 0
    assert session.scalar(select(func.count(Taak.id))) == 0
    assert not sporen()


def test_een_taak_die_bevestigd_is_wordt_gevonden(app: Flask, session: Session, plan: Plan, sporen: Sporen) -> None:
    """Nothing but the row tells that it is there, so a server that dies right after the commit loses nothing."""
    taak = plan("kort", jaar=2020)
    assert (taak.status, taak.pogingen, taak.parameters) == (TaakStatus.WACHT, 0, {"jaar": 2020})
    assert verwerk_alles(app) == 1
    assert sporen() == {taak.id: 1}


def test_wie_hem_klaarzette_staat_in_het_logboek(session: Session, plan: Plan, gebruiker: Gebruiker) -> None:
    taak = plan("kort")
    regel = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert regel is not None
    assert regel.omschrijving == f"Taak {taak.id} (proef: kort) is klaargezet"
    assert (regel.gebruiker_id, regel.bron.value) == (gebruiker.id, "import")


def test_een_soort_die_niemand_uitvoert_wordt_geweigerd(session: Session, gebruiker: Gebruiker, door: Dader) -> None:
    with pytest.raises(LookupError, match="geen taaksoort 'proef: onzin'"):
        plan_taak(session, soort="proef: onzin", door=door, organisatie_id=gebruiker.organisatie_id)


def test_een_werker_laat_liggen_wat_hij_niet_kent(app: Flask, session: Session, plan: Plan) -> None:
    """While a new version is rolled out there are workers that do not know everything yet."""
    taak = plan("kort")
    taak.soort = "van morgen"
    session.commit()
    assert verwerk_alles(app) == 0
    assert taak.status is TaakStatus.WACHT
