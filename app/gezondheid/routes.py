"""Whoever asks learns yes or no; why not stands in the log."""

from flask import Blueprint, Response, current_app
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import db
from app.services.gereedheid import gereedheid

scherm = Blueprint("gezondheid", __name__)


@scherm.get("/gezond")
@vereist(Recht.OPENBAAR)
def gezond() -> ResponseReturnValue:
    """Without the database: a process that waits for it need not be started again."""
    return _antwoord("gezond")


@scherm.get("/gereed")
@vereist(Recht.OPENBAAR)
def gereed() -> ResponseReturnValue:
    stand = gereedheid(db.session)
    if stand.bezwaar:
        current_app.logger.error("niet gereed", extra={"velden": {"reden": stand.bezwaar}})
        return _antwoord("niet gereed", 503)
    if stand.waarschuwing:
        current_app.logger.warning("gereed, met een waarschuwing", extra={"velden": {"reden": stand.waarschuwing}})
        return _antwoord("gereed, met een waarschuwing")
    return _antwoord("gereed")


def _antwoord(tekst: str, code: int = 200) -> Response:
    return Response(f"{tekst}\n", code, mimetype="text/plain")
