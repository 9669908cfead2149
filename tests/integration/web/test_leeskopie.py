"""Files out come from a copy of the database where there is one, and from the database itself where it is away.

The copy here is another database that says something else, so that it shows which one was read; a real one that
follows is tried by `make bench`.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text

from app.models import db
from config import InstellingFout
from config_lezen import lees_leesdatabase
from tests.databases import PostgresDatabases, in_app, laat_los, maak_app
from tests.e2e.server import vrije_poort
from tests.integration import bewerkhulp as hulp

BESTAND = "/opdrachten/exporteren.csv?opdrachtnemer=rigg"
ADVISEUR, WACHTWOORD = "adviseur@hogeland.example", "doelspoor-demo"
ANDERS = "Zo staat het in de kopie"


@pytest.fixture(scope="module")
def twee(_postgres: PostgresDatabases) -> Iterator[tuple[str, str]]:
    """The database, and what plays its copy."""
    hoofd, kopie = _postgres.kopie(gevuld=True), _postgres.kopie(gevuld=True)

    def maak_anders() -> None:
        db.session.execute(text("UPDATE opdracht SET tekst = :tekst"), {"tekst": ANDERS})
        db.session.commit()

    in_app(kopie, maak_anders)
    yield hoofd, kopie
    for url in (hoofd, kopie):
        _postgres.gooi_weg(url)


def met_kopie(hoofd: str, kopie: str) -> Flask:
    return maak_app(hoofd, leesdatabase=lees_leesdatabase(kopie, hoofd))


@pytest.fixture
def app(twee: tuple[str, str]) -> Iterator[Flask]:
    app = met_kopie(*twee)
    yield app
    laat_los(app)


def bestand(app: Flask, *, net_opgeslagen: bool = False) -> str:
    client = app.test_client()
    assert hulp.log_in(client, ADVISEUR, WACHTWOORD).status_code == 302
    with client.session_transaction() as koekje:
        assert koekje["opgeslagen"]
        if not net_opgeslagen:
            koekje["opgeslagen"] = 0
    antwoord = client.get(BESTAND)
    assert antwoord.status_code == 200
    assert client.get("/opdrachten/?opdrachtnemer=rigg").status_code == 200
    return antwoord.get_data(as_text=True)


def test_een_bestand_komt_uit_de_kopie_en_een_pagina_niet(app: Flask) -> None:
    assert ANDERS in bestand(app)
    client = app.test_client()
    hulp.log_in(client, ADVISEUR, WACHTWOORD)
    assert ANDERS not in client.get("/opdrachten/?opdrachtnemer=rigg").get_data(as_text=True)


def test_wie_net_iets_opsloeg_leest_zijn_eigen_woorden(app: Flask) -> None:
    assert ANDERS not in bestand(app, net_opgeslagen=True)


def test_een_kopie_die_weg_is(twee: tuple[str, str]) -> None:
    hoofd, _ = twee
    nergens = f"postgresql://postgres@127.0.0.1:{vrije_poort()}/{hoofd.rpartition('/')[2]}"
    app = met_kopie(hoofd, nergens)
    assert ANDERS not in bestand(app)
    laat_los(app)


def test_een_kopie_die_tijdens_het_lezen_uitvalt(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view runs again, on the database itself."""
    with app.app_context():
        kopie = db.engines["lezen"]
    weg = maak_app("sqlite://", leesdatabase=None)
    with weg.app_context():
        stuk = db.engine
    monkeypatch.setattr("app.web.leeskopie._engine", lambda: stuk)
    assert ANDERS not in bestand(app)
    kopie.dispose()
    laat_los(weg)


def test_de_kopie_is_om_te_lezen(app: Flask) -> None:
    with app.app_context(), db.engines["lezen"].connect() as verbinding:
        assert verbinding.scalar(text("SHOW default_transaction_read_only")) == "on"


HOOFD = "postgresql+psycopg://u:geheim@hoofd/doelspoor"


def test_eerst_de_kopie_dan_de_database_zelf() -> None:
    adres = lees_leesdatabase("postgresql://u:geheim@kopie:6432/doelspoor", HOOFD)
    assert adres is not None
    assert adres.query["host"] == ("kopie:6432", "hoofd:5432")
    assert adres.query["target_session_attrs"] == "prefer-standby"
    assert (adres.host, adres.username, adres.database) == (None, "u", "doelspoor")


@pytest.mark.parametrize(
    ("lees", "hoofd"),
    [
        ("postgresql://u:geheim@kopie/doelspoor", "sqlite:///doelspoor.db"),
        ("sqlite:///kopie.db", HOOFD),
        ("postgresql:///doelspoor", HOOFD),
        ("wat", HOOFD),
    ],
)
def test_een_onmogelijke_kopie_wordt_geweigerd(lees: str, hoofd: str) -> None:
    with pytest.raises(InstellingFout, match="DOELSPOOR_LEESDATABASE_URL") as fout:
        lees_leesdatabase(lees, hoofd)
    assert "geheim" not in str(fout.value)
