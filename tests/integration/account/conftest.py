"""A gemeente with a beheerder, and a mail server of its own when a test asks for `bus`."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.models import Rol
from config import Mailserver
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.posthulp import ADRES, AFZENDER, Brievenbus, brievenbus

BAAS = "bo.baas@testdorp.example"
JO = "jo.jansen@testdorp.example"


@pytest.fixture
def testdorp(session: Session) -> None:
    organisatie = hulp.maak_organisatie(session)
    hulp.maak_gebruiker(session, organisatie, Rol.BEHEERDER, naam="Bo Baas")
    hulp.maak_gebruiker(session, organisatie)
    session.commit()


@pytest.fixture
def als(app: Flask, testdorp: None) -> Callable[[str], FlaskClient]:
    """A browser of its own, logged in with that address."""

    def log_in(email: str) -> FlaskClient:
        client = app.test_client()
        laat_binnen(client, email)
        return client

    return log_in


@pytest.fixture
def bus(app: Flask) -> Iterator[Brievenbus]:
    with brievenbus() as bus:
        app.config["MAILSERVER"] = Mailserver("127.0.0.1", bus.poort, False, AFZENDER)
        app.config["ADRES"] = ADRES
        yield bus
