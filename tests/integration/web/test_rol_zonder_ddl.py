"""The product runs under a user of PostgreSQL that may only read and write rows."""

import secrets
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import ProgrammingError

from app.models import Gebruiker, Logregel, Notitie, Rol, Werkerteken, db
from config import PROJECT
from tests.databases import PostgresDatabases, in_app, laat_los, maak_app
from tests.integration import bewerkhulp as hulp

VERBODEN = [
    "DROP TABLE notitie",
    "ALTER TABLE notitie ADD COLUMN erbij INTEGER",
    "CREATE TABLE erbij (id INTEGER)",
    "CREATE FUNCTION erbij() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "TRUNCATE notitie CASCADE",
    "ALTER TABLE logregel DISABLE TRIGGER ALL",
    "DROP TRIGGER logregel_niet_wijzigen ON logregel",
    "UPDATE logregel SET omschrijving = 'anders'",
    "DELETE FROM logregel",
    "UPDATE alembic_version SET version_num = '0001'",
]


@pytest.fixture
def krap(_postgres: PostgresDatabases) -> Iterator[Flask]:
    """A database whose server user has only the rights of deploy/rechten.sql."""
    url, rol = _postgres.kopie(gevuld=True), f"doelspoor_{secrets.token_hex(4)}"
    rechten = (PROJECT / "deploy" / "rechten.sql").read_text().replace("TO doelspoor;", f"TO {rol};")
    rechten = f"CREATE ROLE {rol} LOGIN;\n" + rechten.replace("FROM doelspoor;", f"FROM {rol};")
    in_app(url, lambda: _voer_uit(rechten))
    app = maak_app(make_url(url).set(username=rol).render_as_string(hide_password=False))
    yield app
    laat_los(app)
    in_app(url, lambda: _voer_uit(f"DROP OWNED BY {rol}; DROP ROLE {rol}"))
    _postgres.gooi_weg(url)


def _voer_uit(opdrachten: str) -> None:
    with db.engine.begin() as verbinding:
        for opdracht in opdrachten.split(";\n"):
            verbinding.exec_driver_sql(opdracht)


def test_gewoon_werk_gaat_door(krap: Flask) -> None:
    with krap.app_context():
        assert krap.test_cli_runner().invoke(args=["werker", "--eenmalig"]).exit_code == 0
        assert krap.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0, "er is niets te doen"
    client = krap.test_client()
    assert client.get("/gereed").get_data(as_text=True) == "gereed\n"
    with krap.app_context():
        wie = db.session.scalars(select(Gebruiker).where(Gebruiker.rol == Rol.BELEIDSADVISEUR)).first()
        assert wie is not None
        wie.wachtwoord_hash, email = hulp.versleutel(hulp.WACHTWOORD), wie.email
        db.session.commit()
    assert hulp.log_in(client, email).status_code == 302
    velden = hulp.formulier(client.get("/notities/nieuw")) | {"titel": "Onder een krappe rol"}
    assert client.post("/notities/nieuw", data=velden).status_code == 303
    with krap.app_context():
        assert db.session.scalars(select(Notitie.id).where(Notitie.titel == "Onder een krappe rol")).one()
        assert db.session.scalars(select(Logregel.id).order_by(Logregel.id.desc())).first()
        assert db.session.scalars(select(Werkerteken.naam)).all()


def test_de_tabellen_zelf_zijn_buiten_bereik(krap: Flask) -> None:
    with krap.app_context(), db.engine.connect() as verbinding:
        for opdracht in VERBODEN:
            with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
                verbinding.execute(text(opdracht))
            verbinding.rollback()
