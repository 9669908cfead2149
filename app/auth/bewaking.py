"""The guard on every route: `@vereist(Recht...)` says what it needs, and a route that says nothing stays shut."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, flash, redirect, request, url_for
from flask_login import LoginManager, current_user

from app.auth.formulier import onthoud_formulier
from app.auth.rechten import SLEUTELRECHTEN, Recht, mag
from app.auth.sessie import huidige_sessie, is_verlopen, laad_gebruiker, noteer_gezien
from app.auth.sleutel import controleer_sleutel
from app.auth.tweede_stap import eist_tweede_stap

Weergave = TypeVar("Weergave", bound=Callable[..., Any])

login_manager = LoginManager()
login_manager.login_view = "inloggen.inloggen"
login_manager.login_message = None
login_manager.session_protection = None  # a session is a row in the database: see auth/sessie
login_manager.user_loader(laad_gebruiker)


def vereist(recht: Recht, *, zonder_tweede_stap: bool = False) -> Callable[[Weergave], Weergave]:
    """`zonder_tweede_stap`: also for who must log in in two steps and has not arranged that yet."""

    def merk(weergave: Weergave) -> Weergave:
        weergave.recht = recht  # type: ignore[attr-defined]
        weergave.zonder_tweede_stap = zonder_tweede_stap  # type: ignore[attr-defined]
        return weergave

    return merk


def recht_van(endpoint: str) -> Recht | None:
    """The Recht a route asks for; None when it names none."""
    if endpoint == "static":
        return Recht.OPENBAAR
    return getattr(current_app.view_functions[endpoint], "recht", None)


def bewaak() -> Any:
    if request.endpoint is None:
        return None  # no such page: the 404 follows
    recht = recht_van(request.endpoint)
    if recht is Recht.OPENBAAR:
        return None
    if recht in SLEUTELRECHTEN:
        return controleer_sleutel(recht)
    if not current_user.is_authenticated:
        return _naar_inloggen()
    if recht is None or not mag(current_user.rol, recht):
        abort(403)
    noteer_gezien()
    return _eerst_de_tweede_stap()


def _eerst_de_tweede_stap() -> Any:
    """Where it is asked for, nothing else opens before it is arranged."""
    if huidige_sessie().tweede_stap or not eist_tweede_stap(current_user):
        return None
    if getattr(current_app.view_functions[request.endpoint or ""], "zonder_tweede_stap", False):
        return None
    flash("Hier wordt van u gevraagd om in te loggen in twee stappen. Stel dat eerst in.", "let_op")
    return redirect(url_for("account.tweede_stap", next=_formulier() or _gevraagd()), 303)


def _naar_inloggen() -> Any:
    verlopen = "Uw sessie is verlopen of beëindigd. Log opnieuw in om verder te gaan."
    flash(verlopen if is_verlopen() else "Log in om verder te gaan.", "let_op")
    formulier = _formulier()
    if formulier is None:
        return login_manager.unauthorized()
    return redirect(url_for("inloggen.inloggen", next=formulier), 303)


def _formulier() -> str | None:
    """Where the form that was sent is kept; None when there is none."""
    nummer = onthoud_formulier()
    return url_for("inloggen.verder", formulier=nummer) if nummer else None


def _gevraagd() -> str | None:
    """The page to go on with afterwards; None when something was sent that cannot be kept."""
    return request.full_path.removesuffix("?") if request.method == "GET" else None


def init_bewaking(app: Flask) -> None:
    login_manager.init_app(app)
    app.before_request(bewaak)
