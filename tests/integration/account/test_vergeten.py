"""A forgotten password: a link by mail, and an answer that tells nobody who has an account."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Gebruiker, Inlogsessie, Toegangslink, nu
from tests.integration import bewerkhulp as hulp
from tests.integration.account.conftest import JO
from tests.integration.account.test_uitnodigen import WACHTWOORD, kies
from tests.integration.conftest import Teller
from tests.integration.posthulp import ADRES, Brievenbus

VERGETEN = "/wachtwoord-vergeten"


def vraag(client: FlaskClient, email: str = JO, site: str = "http://localhost") -> TestResponse:
    """The answer, read to its end: what happens after it has happened too."""
    velden = hulp.formulier(client.get(VERGETEN, base_url=site)) | {"email": email}
    return client.post(VERGETEN, data=velden, base_url=site, buffered=True)


def link_in(bus: Brievenbus) -> str:
    (gevonden,) = re.findall(rf"{ADRES}(/toegang/[\w-]+)", bus.mails[-1].get_content())
    return str(gevonden)


@pytest.fixture
def ouder(session: Session) -> Callable[[timedelta], None]:
    def maak(duur: timedelta) -> None:
        session.execute(update(Toegangslink).values(gemaakt_op=nu() - duur))
        session.commit()

    return maak


def test_een_nieuw_wachtwoord_met_de_link(
    als: Callable[[str], FlaskClient], bus: Brievenbus, client: FlaskClient, session: Session
) -> None:
    oude_sessie = als(JO)
    antwoord = vraag(client, f" {JO.upper()} ")
    assert "Kennen wij dit e-mailadres" in hulp.melding(hulp.volg(client, antwoord))
    assert bus.aan == [JO]
    assert client.get(link_in(bus)).status_code == 200
    rij = session.scalars(select(Toegangslink)).one()
    assert rij.verloopt_op - rij.gemaakt_op == timedelta(hours=1)
    session.rollback()
    antwoord = kies(client, link_in(bus))
    antwoord.close()
    assert antwoord.status_code == 302
    assert oude_sessie.get("/").status_code == 302
    assert [str(mail["Subject"]) for mail in bus.mails][1:] == ["Uw wachtwoord voor Doelspoor is gewijzigd"]
    assert WACHTWOORD not in "".join(mail.get_content() for mail in bus.mails)
    assert len(session.scalars(select(Inlogsessie)).all()) == 1


def test_een_onbekend_adres_krijgt_hetzelfde_antwoord(
    client: FlaskClient, bus: Brievenbus, testdorp: None, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    """Also as fast: before the answer nothing is looked up, and the mail goes after it."""
    antwoorden = []
    for email in (JO, "niemand@testdorp.example"):
        velden = hulp.formulier(client.get(VERGETEN)) | {"email": email}
        with tel_queries() as teller:
            antwoord = client.post(VERGETEN, data=velden)
            antwoorden.append((antwoord.status_code, antwoord.location, antwoord.get_data(), teller.aantal))
        assert bus.mails == []
        assert hulp.melding(client.get("/inloggen")).startswith("Ter informatie: Kennen wij")
    assert antwoorden[0] == antwoorden[1]
    assert antwoorden[0][-1] == 0


def test_niemand_vult_een_mailbox_of_maakt_een_link_waardeloos(
    client: FlaskClient, bus: Brievenbus, testdorp: None, ouder: Callable[[timedelta], None]
) -> None:
    for _ in range(3):
        vraag(client)
    assert len(bus.mails) == 1
    eerste = link_in(bus)
    ouder(timedelta(minutes=6))
    vraag(client)
    assert len(bus.mails) == 2
    tweede = link_in(bus)
    assert client.get(eerste).status_code == 200, "wie een nieuwe vraagt, neemt de vorige niet af"
    assert kies(client, tweede).status_code == 302
    assert client.get(eerste).status_code == 404


def test_de_link_wijst_naar_het_eigen_adres_wat_een_bezoeker_ook_zegt(
    client: FlaskClient, bus: Brievenbus, testdorp: None
) -> None:
    vraag(client, site="http://kwaad.example")
    tekst = bus.mails[0].get_content()
    assert ADRES in tekst
    assert "kwaad" not in tekst


def test_wie_geblokkeerd_is_krijgt_geen_link(
    client: FlaskClient, bus: Brievenbus, testdorp: None, session: Session
) -> None:
    session.execute(update(Gebruiker).values(actief=False))
    session.commit()
    assert vraag(client).status_code == 303
    assert bus.mails == []


def test_een_mailserver_die_weg_is_verandert_het_antwoord_niet(
    app: Flask, client: FlaskClient, testdorp: None, bus: Brievenbus
) -> None:
    bus.weigert.add(JO)
    assert vraag(client).status_code == 303
    assert "Kennen wij dit e-mailadres" in hulp.melding(client.get("/inloggen"))


@pytest.mark.usefixtures("testdorp")
def test_zonder_mailserver_staat_er_wie_een_link_kan_maken(client: FlaskClient) -> None:
    assert "Vraag de beheerder van uw organisatie om een link" in hulp.tekst_van(client.get(VERGETEN))


@pytest.mark.parametrize("email", ["", "e" * 300])
def test_leeg_of_te_lang(client: FlaskClient, bus: Brievenbus, email: str) -> None:
    assert vraag(client, email).status_code == 422
