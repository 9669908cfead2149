"""The application as it is served: with limits, behind a proxy, in production."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.models import db
from config import Omgeving, Server
from tests.databases import SLEUTEL, laat_los, maak_app
from tests.integration.bewerkhulp import formulier
from tests.integration.conftest import ControlerendeClient

BUITEN = {"REMOTE_ADDR": "203.0.113.7"}
SITE = "https://doelspoor.example"


@contextmanager
def anders(app: Flask, omgeving: Omgeving = Omgeving.ONTWIKKELING, **server: Any) -> Iterator[Flask]:
    """The same database, other settings."""
    with app.app_context():
        url = db.engine.url.render_as_string(hide_password=False)
    andere = maak_app(url, omgeving=omgeving, secret_key=SLEUTEL, server=Server(**server))
    andere.test_client_class = ControlerendeClient
    try:
        yield andere
    finally:
        laat_los(andere)


def probeer(client: FlaskClient, email: str, wachtwoord: str, **verzoek: Any) -> TestResponse:
    """Somebody from outside logs in."""
    basis = {"environ_base": BUITEN, **verzoek}
    velden = formulier(client.get("/inloggen", **basis)) | {"email": email, "wachtwoord": wachtwoord}
    return client.post("/inloggen", data=velden, buffered=True, **basis)
