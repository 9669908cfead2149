"""Who guesses waits; who is known, or elsewhere, does not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Poging, nu
from app.services.accounts.pogingen import PER_ACCOUNT, PER_PLEK, Drempel
from tests.databases import laat_los, maak_app
from tests.integration import bewerkhulp as hulp
from tests.integration.account.conftest import JO

HIER, DAAR = "203.0.113.7", "198.51.100.20"
NIEMAND = "niemand@testdorp.example"


@pytest.fixture
def van(app: Flask, testdorp: None) -> Callable[[str], FlaskClient]:
    """A browser that was never here before, at that address."""

    def maak(adres: str) -> FlaskClient:
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = adres
        return client

    return maak


def raad(client: FlaskClient, email: str = JO, keer: int = 1) -> TestResponse:
    return [hulp.log_in(client, email, f"gok nummer {nr}") for nr in range(keer)][-1]


def later(session: Session, duur: timedelta) -> None:
    for rij in session.scalars(select(Poging)):
        rij.wacht_tot, rij.laatste_op = rij.wacht_tot - duur, rij.laatste_op - duur
    session.commit()


def test_raden_gaat_steeds_langzamer(van: Callable[[str], FlaskClient], session: Session) -> None:
    client = van(HIER)
    assert raad(client, keer=5).status_code == 422
    wacht = raad(client)
    assert (wacht.status_code, wacht.headers["Retry-After"]) == (429, "30")
    assert "U kunt het over een minuut weer proberen." in hulp.tekst_van(wacht)
    goed = hulp.log_in(client, JO)
    assert goed.status_code == 429, "ook het goede wachtwoord verklapt zich niet"
    later(session, timedelta(seconds=31))
    assert raad(client).status_code == 422
    assert raad(client).headers["Retry-After"] == "60"
    later(session, timedelta(seconds=61))
    assert hulp.log_in(client, JO).status_code == 302
    client.delete_cookie("bekend")
    client.delete_cookie("session")
    assert raad(client, keer=5).status_code == 422, "na inloggen begint het tellen opnieuw"


def test_een_onbekend_adres_wacht_net_zo(van: Callable[[str], FlaskClient]) -> None:
    client = van(HIER)
    codes = [raad(client, NIEMAND).status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]


def test_wie_raadt_houdt_een_ander_niet_buiten(van: Callable[[str], FlaskClient]) -> None:
    bekend = van(HIER)
    assert hulp.log_in(bekend, JO).status_code == 302
    bekend.delete_cookie("session")
    assert raad(van(HIER), keer=6).status_code == 429
    assert hulp.log_in(van(DAAR), JO).status_code == 302, "van een andere plek"
    assert hulp.log_in(bekend, JO).status_code == 302, "in een browser waarin Jo eerder was, ook van dezelfde plek"
    assert hulp.log_in(van(HIER), "bo.baas@testdorp.example").status_code == 302, "een ander account"


def test_een_netwerk_is_een_plek(van: Callable[[str], FlaskClient]) -> None:
    codes = [raad(van(f"2001:db8:1:2::{nr}")).status_code for nr in range(6)]
    assert codes == [422] * 5 + [429]
    assert raad(van("2001:db8:1:3::1")).status_code == 422


def test_een_bekende_browser_mag_ook_niet_eindeloos_raden(van: Callable[[str], FlaskClient]) -> None:
    bekend = van(HIER)
    hulp.log_in(bekend, JO)
    bekend.delete_cookie("session")
    assert raad(bekend, keer=6).status_code == 429


def test_van_heel_veel_plekken_tegelijk(van: Callable[[str], FlaskClient], session: Session) -> None:
    """Nobody is stopped for long, and who was here before not at all."""
    bekend = van(HIER)
    hulp.log_in(bekend, JO)
    bekend.delete_cookie("session")
    raad(van(DAAR))
    veel = update(Poging).values(aantal=PER_ACCOUNT.vrij - 1)
    session.execute(veel)
    session.commit()
    assert raad(van("192.0.2.1")).status_code == 422
    assert raad(van("192.0.2.2")).headers["Retry-After"] == "30"
    assert hulp.log_in(bekend, JO).status_code == 302
    later(session, timedelta(seconds=31))
    assert hulp.log_in(van("192.0.2.3"), JO).status_code == 302


def test_zonder_bekend_netwerk_telt_alleen_het_geheel(client: FlaskClient, testdorp: None) -> None:
    """Behind a server that is not counted everybody seems to be in one place: nobody may suffer from that."""
    assert raad(client, keer=8).status_code == 422
    assert hulp.log_in(client, JO).status_code == 302


def test_het_telt_over_alle_processen_en_ook_gelijktijdig(app: Flask, van: Callable[[str], FlaskClient]) -> None:
    ander = maak_app(app.config["SQLALCHEMY_DATABASE_URI"])
    clients = [van(HIER) for _ in range(6)]
    for _ in range(6):
        client = ander.test_client()
        client.environ_base["REMOTE_ADDR"] = HIER
        clients.append(client)
    velden = [hulp.formulier(client.get("/inloggen")) | {"email": JO, "wachtwoord": "een gok"} for client in clients]
    with ThreadPoolExecutor(6) as pool:
        antwoorden = list(
            pool.map(lambda paar: paar[0].post("/inloggen", data=paar[1]), zip(clients, velden, strict=True))
        )
    laat_los(ander)
    assert sorted(a.status_code for a in antwoorden) == [422] * 5 + [429] * 7


def test_wat_er_bewaard_wordt_is_niet_te_herleiden(van: Callable[[str], FlaskClient], session: Session) -> None:
    raad(van(HIER))
    for rij in session.scalars(select(Poging)):
        assert len(rij.sleutel) == 64
        assert HIER not in rij.sleutel
        assert nu() - rij.laatste_op < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("drempel", "seconden"),
    [(PER_PLEK, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]), (Drempel(1, timedelta(1), timedelta(9)), [86400])],
)
def test_hoe_lang_het_wachten_wordt(drempel: Drempel, seconden: list[int]) -> None:
    assert [drempel.wacht(nr).total_seconds() for nr in range(1, len(seconden) + 1)] == seconden
    assert drempel.wacht(10**9) == drempel.hoogste
