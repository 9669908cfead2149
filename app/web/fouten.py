"""Errors as pages in plain Dutch; the texts per code stand in the template."""

from flask import Flask, current_app, g, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from app.models import db


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(StaleDataError, _te_laat)
    app.register_error_handler(IntegrityError, _te_laat)
    app.register_error_handler(500, _kapot)


def foutpagina(code: int, **teksten: str) -> tuple[str, int]:
    """`teksten`: titel, uitleg and advies, where this fault has something of its own to say."""
    return render_template("layouts/fout.html", code=code, **teksten), code


def _http(fout: HTTPException) -> tuple[str, int]:
    return foutpagina(fout.code or 500)


def _csrf(_fout: CSRFError) -> tuple[str, int]:
    return foutpagina(
        400,
        uitleg="Uw sessie is verlopen, of deze pagina stond te lang open. Er is niets opgeslagen.",
        advies="Ga terug: uw tekst staat nog in het formulier. Log in een ander tabblad opnieuw in en sla dan op.",
    )


def _te_laat(_fout: Exception) -> ResponseReturnValue:
    """Someone saved between our reading and our writing: do it once more, now with what they saved in sight."""
    db.session.rollback()
    if g.get("tweede_poging"):
        return foutpagina(409)
    g.tweede_poging = True
    try:
        return current_app.ensure_sync(current_app.dispatch_request)()
    except (StaleDataError, IntegrityError):
        db.session.rollback()
        return foutpagina(409)
    except HTTPException as fout:
        return _http(fout)


def _kapot(_fout: Exception) -> tuple[str, int]:
    db.session.rollback()
    return foutpagina(500)
