"""An application on a fresh database, on SQLite and on PostgreSQL, and a client that looks at every page it gets.

`app`, `session`, `client`  one test, run on both databases, each time without rows; the app itself is shared
`demo`                      ask for it beside them, and the database holds the seeds
`inloggen(rol)`             the client, logged in as the first demonstration user of that role
`tel_queries()`             counts the SQL statements inside the block
"""

import contextvars
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Rol, db
from app.reading.seeds.lezen import Seeds
from tests import logboekcontrole, voorwaarden
from tests.binnen import laat_binnen
from tests.databases import Databases, PostgresDatabases, SqliteDatabases, laat_los, maak_app, seeds
from tests.libreoffice import LibreOffice
from tests.paginacontrole import controleer_pagina
from tests.standen import bewaar_standen

CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture(scope="session")
def _sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteDatabases]:
    databases = SqliteDatabases(tmp_path_factory.mktemp("sqlite"))
    yield databases
    databases.ruim_op()


@pytest.fixture(scope="session")
def _postgres() -> Iterator[PostgresDatabases]:
    databases = PostgresDatabases(voorwaarden.postgres())
    yield databases
    databases.ruim_op()


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """One for all tests; starting it takes longer than what it does."""
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Makes databases; the parameter runs every test that asks for one on both kinds."""
    gekozen: Databases = request.getfixturevalue("_sqlite" if request.param == "sqlite" else "_postgres")
    return gekozen


@pytest.fixture
def app(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Flask]:
    app = databases.werkplek(gevuld="demo" in request.fixturenames)
    app.test_client_class = ControlerendeClient
    app.test_cli_runner_class = ControlerendeOpdrachten
    with app.app_context():
        logboekcontrole.luister(db.engine)
    bewaar_standen(app, databases)
    instellingen = dict(app.config)
    yield app
    databases.na_een_test()
    app.config.clear()
    app.config.update(instellingen)


@pytest.fixture
def app_zonder_tabellen(databases: Databases) -> Iterator[Flask]:
    """An app of its own, whose database was just made."""
    url = databases.nieuw()
    app = maak_app(url)
    yield app
    laat_los(app)
    databases.gooi_weg(url)


@pytest.fixture
def kaal(app_zonder_tabellen: Flask) -> Iterator[Flask]:
    """The same, at work."""
    with app_zonder_tabellen.app_context():
        yield app_zonder_tabellen


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """The session of the test itself. Requests have their own: commit before a request, expire_all() after it."""
    with app.app_context():
        yield db.session()
        db.session.rollback()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def demo(app: Flask) -> Seeds:
    """The database holds the seeds; these are they."""
    return seeds()


@pytest.fixture
def inloggen(demo: Seeds, client: FlaskClient) -> Callable[..., FlaskClient]:
    """`inloggen(rol, organisatie=slug)`: the client, logged in; whoever was logged in before is logged out."""

    def log_in(rol: Rol | str, *, organisatie: str | None = None) -> FlaskClient:
        wie = next(g for g in demo.gebruikers if g.rol == rol and organisatie in (None, g.organisatie))
        laat_binnen(client, wie.email)
        return client

    return log_in


def csrf_token(client: FlaskClient, adres: str) -> str:
    """The token in the page at `adres`, as a browser would send it back."""
    gevonden = CSRF.search(client.get(adres).get_data(as_text=True))
    assert gevonden, f"Op {adres} staat geen csrf_token."
    return gevonden[1]


@dataclass
class Teller:
    statements: list[str] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return len(self.statements)


@pytest.fixture
def tel_queries(app: Flask) -> Callable[[], AbstractContextManager[Teller]]:
    """`with tel_queries() as teller: ...`, then `teller.aantal` and `teller.statements`."""
    with app.app_context():
        engine = db.engine

    @contextmanager
    def tel() -> Iterator[Teller]:
        teller = Teller()

        def noteer(_verbinding: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            teller.statements.append(statement)

        event.listen(engine, "before_cursor_execute", noteer)
        try:
            yield teller
        finally:
            event.remove(engine, "before_cursor_execute", noteer)

    return tel


class ControlerendeOpdrachten(FlaskCliRunner):
    """What a command changes stands in the logboek."""

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        los = contextvars.copy_context()
        los.run(logboekcontrole.let_op)
        return los.run(super().invoke, *args, **kwargs)


class ControlerendeClient(FlaskClient):
    """Each request runs outside the context of the test, so it has its own session and user; each page is checked,
    and so is that what was changed stands in the logboek."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        los = contextvars.Context()
        los.run(logboekcontrole.let_op)
        antwoord = los.run(self._open_heel, *args, **kwargs)
        if antwoord.mimetype == "text/html" and antwoord.get_data() and not _alleen_doorverwijzing(antwoord):
            controleer_pagina(antwoord.get_data(as_text=True), dict(antwoord.headers))
        return antwoord

    def _open_heel(self, *args: Any, **kwargs: Any) -> TestResponse:
        """What is sent while it is read, is read here too: it belongs to the request."""
        antwoord = super().open(*args, **kwargs)
        if antwoord.is_streamed:
            antwoord.get_data()
        return antwoord

    def post_formulier(self, adres: str, velden: dict[str, Any], *, vanaf: str | None = None) -> TestResponse:
        """Post with the CSRF token of the page `vanaf` (default: `adres` itself)."""
        return self.post(adres, data={**velden, "csrf_token": csrf_token(self, vanaf or adres)})


def _alleen_doorverwijzing(antwoord: TestResponse) -> bool:
    return 300 <= antwoord.status_code < 400
