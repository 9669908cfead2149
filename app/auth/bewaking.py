"""The guard on every route: `@vereist(Recht...)` says what it needs, and a route that says nothing stays shut."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request
from flask_login import LoginManager, current_user
from sqlalchemy.orm import joinedload

from app.auth.rechten import SLEUTELRECHTEN, Recht, mag
from app.auth.sleutel import controleer_sleutel
from app.models import Gebruiker, db

Weergave = TypeVar("Weergave", bound=Callable[..., Any])

login_manager = LoginManager()
login_manager.login_view = "inloggen.inloggen"
login_manager.login_message = "Log in om verder te gaan."
login_manager.login_message_category = "let_op"


@login_manager.user_loader  # type: ignore[untyped-decorator]
def laad_gebruiker(id_: str) -> Gebruiker | None:
    # With the organisatie, which stands in the header of every page.
    if not id_.isdecimal():
        return None
    return db.session.get(Gebruiker, int(id_), options=[joinedload(Gebruiker.organisatie)])


def vereist(recht: Recht) -> Callable[[Weergave], Weergave]:
    def merk(weergave: Weergave) -> Weergave:
        weergave.recht = recht  # type: ignore[attr-defined]
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
        return login_manager.unauthorized()
    if recht is None or not mag(current_user.rol, recht):
        abort(403)
    return None


def init_bewaking(app: Flask) -> None:
    login_manager.init_app(app)
    app.before_request(bewaak)
