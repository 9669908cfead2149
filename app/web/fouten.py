"""Errors in plain Dutch: as pages, with the texts per code in the template; for the API as problem details."""

from typing import NoReturn

from flask import Flask, current_app, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, SecurityError, TooManyRequests

from app.models import StaatVast, db
from app.web.formulier import schoon
from app.web.leeskopie import zonder_kopie
from app.web.probleem import is_api, probleem
from app.web.transactie import LEZEND

# What PostgreSQL calls a deadlock and a failed serialisation: both ask to be done once more.
OPNIEUW = {"40001", "40P01"}
NIET_GETYPT = {"csrf_token", "basis", "getoond", "actie", "wachtwoord", "email"}
KORTSTE_TEKST = 20


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(TooManyRequests, _te_vaak)
    app.register_error_handler(SecurityError, _vreemde_naam)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(StaleDataError, _te_laat)
    app.register_error_handler(IntegrityError, _te_laat)
    app.register_error_handler(OperationalError, _bezet)
    app.register_error_handler(StaatVast, _staat_vast)
    app.register_error_handler(500, _kapot)


def foutpagina(code: int, **teksten: str) -> tuple[str, int]:
    """`teksten`: titel, uitleg and advies, where this fault has something of its own to say."""
    return render_template("layouts/fout.html", code=code, getypt=getypt(), **teksten), code


def stop(code: int, **teksten: str) -> NoReturn:
    """Ends the request with that page, from however deep."""
    pagina, code = foutpagina(code, **teksten)
    raise HTTPException(response=make_response(pagina, code))


def getypt() -> list[str]:
    """The texts in a form that could not be saved: shown, so that no typed word is lost."""
    if request.mimetype != "application/x-www-form-urlencoded":
        return []
    try:
        velden = list(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return []
    teksten = (schoon(waarde) for naam, waarde in velden if naam not in NIET_GETYPT)
    return [tekst for tekst in teksten if len(tekst) >= KORTSTE_TEKST]


def meld(code: int, fout: Exception | None = None, **teksten: str) -> ResponseReturnValue:
    """A page for people, problem details for what calls the API."""
    return probleem(code, fout) if is_api() else foutpagina(code, **teksten)


def _http(fout: HTTPException) -> ResponseReturnValue:
    return meld(fout.code or 500, fout)


def _vreemde_naam(_fout: SecurityError) -> ResponseReturnValue:
    """No page: without a name of ours it cannot be said where anything is."""
    return "Onder deze naam is Doelspoor hier niet te vinden.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _te_vaak(fout: TooManyRequests) -> ResponseReturnValue:
    antwoord = make_response(meld(429, fout, uitleg=fout.description or ""))
    antwoord.headers["Retry-After"] = str(fout.retry_after)
    return antwoord


def _csrf(_fout: CSRFError) -> ResponseReturnValue:
    return meld(
        400,
        uitleg="Uw sessie is verlopen, of deze pagina stond te lang open. Er is niets opgeslagen.",
        advies="Log opnieuw in en open het formulier nog een keer. Wat u had ingevuld staat hieronder.",
    )


def _te_laat(fout: Exception) -> ResponseReturnValue:
    """Someone saved between our reading and our writing: do it once more, now with what they saved in sight.

    The rollback ends the transaction and makes every row be read again; only the view runs again, with the same form.
    """
    db.session.rollback()
    if g.get("tweede_poging"):
        current_app.logger.warning("Ook de tweede poging mislukte", exc_info=fout)
        return meld(409)
    g.tweede_poging = True
    try:
        antwoord: ResponseReturnValue = current_app.dispatch_request()
    except Exception as opnieuw:
        # As for any first fault: a page for what is abort()ed, this function again for what came too late.
        antwoord = current_app.handle_user_exception(opnieuw)
    return antwoord


def _staat_vast(fout: StaatVast) -> ResponseReturnValue:
    """Most screens look before they begin; a colleague may have been just ahead."""
    db.session.rollback()
    return meld(409, titel="Deze notitie staat vast", uitleg=f"{fout} Er is niets opgeslagen.")


def _bezet(fout: OperationalError) -> ResponseReturnValue:
    """A database that is busy gets a second chance; one that is broken does not, unless it was only a copy, or was
    only asked something: then a new connection may do."""
    verbroken = fout.connection_invalidated and request.method in LEZEND
    if getattr(fout.orig, "sqlstate", None) in OPNIEUW or zonder_kopie() or verbroken:
        return _te_laat(fout)
    db.session.rollback()
    if "locked" not in str(fout.orig):
        raise fout
    return meld(
        503,
        titel="Het is even te druk",
        uitleg="Iemand anders slaat op dit moment veel tegelijk op. Uw wijziging is nog niet opgeslagen.",
        advies="Wacht een minuut en probeer het dan opnieuw.",
    )


def _kapot(_fout: Exception) -> ResponseReturnValue:
    db.session.rollback()
    return meld(500)
