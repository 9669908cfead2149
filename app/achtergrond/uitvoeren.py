"""Carries out one job, in an application context: the work and its end in one transaction."""

import os
import socket
from threading import Event

from flask import Flask
from sqlalchemy.orm import Session

from app.achtergrond.hartslag import Hartslag
from app.models import Taak, db
from app.services.taken.bestanden import verwijder_bestand
from app.services.taken.fouten import Onderbroken, TaakFout
from app.services.taken.oppakken import Greep, laat_mislukken, leg_terug, pak_op, rond_af
from app.services.taken.soorten import SOORTEN

ONVERWACHT = (
    "Er ging iets mis in Doelspoor. Voer de taak opnieuw uit; gaat het dan weer mis, vraag dan wie Doelspoor beheert "
    "om in het logbestand van de werker te kijken."
)


def werkernaam() -> str:
    return f"{socket.gethostname()[:80]}:{os.getpid()}"


def pak_volgende(app: Flask) -> Greep | None:
    with app.app_context():
        greep = pak_op(db.session(), werker=werkernaam(), soorten=tuple(SOORTEN))
        db.session.commit()
        return greep


def voer_uit(app: Flask, greep: Greep, ophouden: Event | None = None) -> None:
    """Never raises because of what the job does; the record says how it ended.

    When `ophouden` is set the job is stopped at its next `meld` and goes back to the queue.
    """
    ophouden = ophouden or Event()
    with app.app_context():
        session = db.session()
        with Hartslag(db.engine, greep, ophouden) as hartslag:
            try:
                _werk(session, hartslag)
            except Onderbroken:
                session.rollback()
                if ophouden.is_set():
                    geef_terug(app, greep)
            except TaakFout as fout:
                _mislukt(session, greep, fout.zin)
            except Exception:
                app.logger.exception("Taak %s is vastgelopen.", greep.taak_id)
                _mislukt(session, greep, ONVERWACHT)


def geef_terug(app: Flask, greep: Greep) -> None:
    """The worker stops before the job is done. What the job still does cannot be committed any more."""
    with app.app_context():
        try:
            leg_terug(db.session(), greep)
            db.session.commit()
        except Onderbroken:
            db.session.rollback()


def verwerk_alles(app: Flask) -> int:
    """Carries out everything that waits, here and now; how many jobs that were."""
    aantal = 0
    while greep := pak_volgende(app):
        voer_uit(app, greep)
        aantal += 1
    return aantal


def _werk(session: Session, hartslag: Hartslag) -> None:
    taak = session.get_one(Taak, hartslag.greep.taak_id)
    soort = SOORTEN[taak.soort]
    with hartslag.bewaak(session):
        uitkomst = soort.werk(session, taak, hartslag.meld)
    if taak.bestand_id is not None and not soort.bewaart_bestand:
        verwijder_bestand(session, bestand_id=taak.bestand_id)
    rond_af(session, hartslag.greep, uitkomst=uitkomst, gedaan=hartslag.gedaan, totaal=hartslag.totaal)
    session.commit()


def _mislukt(session: Session, greep: Greep, zin: str) -> None:
    session.rollback()
    try:
        laat_mislukken(session, greep, zin=zin)
    except Onderbroken:
        session.rollback()
    session.commit()
