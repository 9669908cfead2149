"""Files out are made from the copy of the database, where there is one: they cost most, and bear to be a moment old.

Whoever has just saved something reads from the database itself, so that nobody misses his own words.
"""

import time

from flask import Flask, Response, current_app, g, request, session
from sqlalchemy import Engine

from app.models import db
from app.models.basis import leesengine
from app.web.grenzen import EXPORTEREN, grens_van
from app.web.transactie import LEZEND

NAAM = "lezen"
OPGESLAGEN = "opgeslagen"
# Seconds that the copy may be behind.
ACHTERSTAND = 15


def init_app(app: Flask) -> None:
    """After the guard: who is logged in is never read from a copy."""
    if NAAM not in app.config["SQLALCHEMY_BINDS"]:
        return
    app.before_request(_kies)
    app.after_request(_onthoud)
    app.teardown_request(_laat_los)


def _kies() -> None:
    if request.endpoint is None or request.method not in LEZEND or grens_van(request.endpoint) is not EXPORTEREN:
        return
    if time.time() - session.get(OPGESLAGEN, 0) > ACHTERSTAND:
        g.kopie = leesengine.set(_engine())


def _engine() -> Engine:
    return db.engines[NAAM]


def _onthoud(antwoord: Response) -> Response:
    if request.method not in LEZEND and antwoord.status_code < 400:
        session[OPGESLAGEN] = int(time.time())
    return antwoord


def _laat_los(_fout: BaseException | None) -> None:
    geleend = g.pop("kopie", None)
    if geleend is not None:
        leesengine.reset(geleend)


def zonder_kopie() -> bool:
    """Give up the copy for the rest of this request. False when none was in use."""
    if leesengine.get() is None:
        return False
    current_app.logger.warning("De leesdatabase gaf geen antwoord; het verzoek gaat naar de database zelf.")
    leesengine.set(None)
    return True
