"""Being logged in, for tests about something else: without the form, and with the token that its pages would carry.

The form itself, what it refuses and what it remembers is proven where logging in is the subject.
"""

import contextvars
from typing import Any

from flask import Flask, session
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import select

from app.auth.sessie import log_in
from app.models import Gebruiker, db

# As Flask-WTF has them.
VELD, ZOUT = "csrf_token", "wtf-csrf-token"


def laat_binnen(client: FlaskClient, email: str) -> None:
    """As the form does for whoever has no second step; whoever was logged in before is forgotten."""
    # In a context of its own, as a request: with its own session of the database.
    inhoud = contextvars.Context().run(_begin_sessie, client.application, email)
    with client.session_transaction() as koekje:
        koekje.clear()
        koekje.update(inhoud)


def _begin_sessie(app: Flask, email: str) -> dict[str, Any]:
    with app.test_request_context():
        gebruiker = db.session.scalars(select(Gebruiker).where(Gebruiker.email == email)).one()
        assert gebruiker.actief, f"{email} is afgesloten"
        log_in(gebruiker)
        db.session.commit()
        return dict(session)


def token_van(client: FlaskClient) -> str:
    """What every form holds that this client gets."""
    with client.session_transaction() as koekje:
        ruw = koekje.setdefault(VELD, "0" * 40)
    return str(URLSafeTimedSerializer(client.application.config["SECRET_KEY"], salt=ZOUT).dumps(ruw))
