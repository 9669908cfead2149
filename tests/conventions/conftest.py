"""The conventions hold for the code, not for a kind of database: SQLite is enough here."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from app.models import db
from config import Inlogregels
from config_inloggen import Aanbieder
from tests.conventions.voorbeelden import Voorbeelden
from tests.databases import SqliteDatabases, laat_los, maak_app

# With all that can be set, so that every route is there; nobody answers on this port.
NIEMAND = Aanbieder("http://127.0.0.1:9", "doelspoor", "uw werkaccount", "geheim")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One application on the demonstration data for all tests of a module: they change nothing."""
    databases = SqliteDatabases(tmp_path_factory.mktemp("conventies"))
    app = maak_app(databases.kopie(gevuld=True), inloggen=Inlogregels(aanbieder=NIEMAND))
    yield app
    laat_los(app)
    databases.ruim_op()


@pytest.fixture(scope="module")
def regels(app: Flask) -> list[Rule]:
    """Every route of the product."""
    return [regel for regel in app.url_map.iter_rules() if regel.endpoint != "static"]


@pytest.fixture(scope="module")
def voorbeelden(app: Flask) -> Iterator[Voorbeelden]:
    with app.app_context():
        yield Voorbeelden(db.session())
