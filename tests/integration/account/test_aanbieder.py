"""Logging in with an account elsewhere, at a real OpenID Provider: who comes in, and who does not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Aanbiederkoppeling, Gebruiker, Inlogsessie, Logregel, Rol
from config import Inlogregels
from config_inloggen import Aanbieder
from tests.e2e.server import vrije_poort
from tests.integration import bewerkhulp as hulp
from tests.integration.aanbieder import TERUG, aanbieder, log_daar_in

JO = "jo.jansen@testdorp.example"
ZEKER = {"sub": "jo-1", "email": JO, "email_verified": True}


@pytest.fixture(scope="module")
def elders() -> Iterator[Aanbieder]:
    with aanbieder("http://localhost") as gestart:
        yield gestart


@pytest.fixture
def jo(app: Flask, elders: Aanbieder, session: Session) -> Gebruiker:
    app.config["INLOGGEN"] = Inlogregels(aanbieder=elders)
    gebruiker = hulp.maak_gebruiker(session, hulp.maak_organisatie(session))
    session.commit()
    return gebruiker


def ga(client: FlaskClient, next_: str = "") -> str:
    antwoord = client.get("/inloggen/aanbieder", query_string={"next": next_} if next_ else {})
    assert antwoord.status_code == 302
    return str(antwoord.location)


def log_in(client: FlaskClient, next_: str = "", **zegt: Any) -> TestResponse:
    return client.get(log_daar_in(ga(client, next_), **zegt))


def geweigerd(client: FlaskClient, antwoord: TestResponse) -> str:
    """What the page says to who did not come in."""
    assert (antwoord.status_code, antwoord.location) == (303, "/inloggen")
    assert client.get("/instellingen").status_code == 302
    return hulp.melding(client.get("/inloggen"))


def test_de_eerste_keer_telt_het_adres_en_daarna_het_account(
    client: FlaskClient, jo: Gebruiker, session: Session
) -> None:
    assert log_in(client, **ZEKER).location == "/"
    assert client.get("/instellingen").status_code == 200
    koppeling = session.scalars(select(Aanbiederkoppeling)).one()
    assert (koppeling.gebruiker_id, koppeling.onderwerp) == (jo.id, "jo-1")
    regel = session.scalars(select(Logregel).where(Logregel.over_gebruiker_id == jo.id)).one()
    assert regel.omschrijving.startswith("Account van een aanbieder gekoppeld: Jo Jansen")
    client.post("/uitloggen", data=hulp.formulier(client.get("/instellingen"), "/uitloggen"))
    anders = {"sub": "jo-1", "email": "getrouwd@testdorp.example", "email_verified": False}
    assert log_in(client, **anders).location == "/"
    assert len(session.scalars(select(Inlogsessie)).all()) == 1


def test_de_knop_en_terug_naar_waar_u_was(client: FlaskClient, jo: Gebruiker) -> None:
    pagina = client.get("/inloggen?next=/opdrachten/?opdrachtnemer=rigg").get_data(as_text=True)
    assert "Inloggen met het proefaccount" in pagina
    assert log_in(client, "/opdrachten/", **ZEKER).location == "/opdrachten/"


@pytest.mark.parametrize("next_", ["https://elders.example/", "//elders.example", "/uitloggen"])
def test_nooit_naar_elders(client: FlaskClient, jo: Gebruiker, next_: str) -> None:
    assert log_in(client, next_, **ZEKER).location == "/"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"email": "onbekend@testdorp.example"}, "geen account voor onbekend@testdorp.example"),
        ({"email_verified": False}, "zegt niet zeker welk e-mailadres van u is"),
        ({"email": ""}, "zegt niet zeker welk e-mailadres van u is"),
    ],
)
def test_wie_niet_zeker_bekend_is_komt_er_niet_in(
    client: FlaskClient, jo: Gebruiker, session: Session, anders: dict[str, Any], zin: str
) -> None:
    assert zin in geweigerd(client, log_in(client, **ZEKER | anders))
    assert not session.scalars(select(Aanbiederkoppeling)).all()


def test_een_aanbieder_die_niets_over_het_adres_zegt(app: Flask, client: FlaskClient, jo: Gebruiker) -> None:
    """Only where whoever runs this installation says that it can be trusted."""
    zegt = {"sub": "jo-1", "email": JO}
    assert "zegt niet zeker" in geweigerd(client, log_in(client, **zegt))
    regels: Inlogregels = app.config["INLOGGEN"]
    assert regels.aanbieder
    app.config["INLOGGEN"] = Inlogregels(aanbieder=replace(regels.aanbieder, mail_zeker=True))
    assert log_in(client, **zegt).location == "/"


def test_wie_geblokkeerd_is(client: FlaskClient, jo: Gebruiker, session: Session) -> None:
    jo.actief = False
    session.commit()
    assert "is geblokkeerd" in geweigerd(client, log_in(client, **ZEKER))


def test_een_ander_account_met_hetzelfde_adres(client: FlaskClient, jo: Gebruiker, session: Session) -> None:
    """The address was given to somebody else at work: that is not Jo."""
    session.add(Aanbiederkoppeling(gebruiker_id=jo.id, uitgever="https://elders.example", onderwerp="jo-1"))
    session.commit()
    assert "hoort bij een ander account" in geweigerd(client, log_in(client, **ZEKER))


def test_losmaken_door_de_beheerder(app: Flask, client: FlaskClient, jo: Gebruiker, session: Session) -> None:
    hulp.maak_gebruiker(session, jo.organisatie, Rol.BEHEERDER, naam="Bo Baas")
    session.commit()
    log_in(client, **ZEKER)
    baas = app.test_client()
    hulp.log_in(baas, "bo.baas@testdorp.example")
    adres = f"/beheer/gebruikers/{jo.id}"
    pagina = baas.get(adres)
    assert "Logt in met een account van de aanbieder" in hulp.tekst_van(pagina)
    baas.post(f"{adres}/ontkoppelen", data=hulp.formulier(pagina, f"{adres}/ontkoppelen"))
    assert not session.scalars(select(Aanbiederkoppeling)).all()
    nieuw = app.test_client()
    assert log_in(nieuw, **ZEKER | {"sub": "jo-2"}).location == "/"


def test_wie_een_tweede_stap_heeft_zet_die_ook_hier(client: FlaskClient, jo: Gebruiker, session: Session) -> None:
    jo.organisatie.eist_tweede_stap = True
    session.commit()
    assert log_in(client, **ZEKER).location == "/"
    assert client.get("/opdrachten/").location == "/instellingen/tweede-stap?next=/opdrachten/"


def test_wie_dat_bij_de_aanbieder_al_deed_niet_nog_eens(client: FlaskClient, jo: Gebruiker, session: Session) -> None:
    jo.organisatie.eist_tweede_stap = True
    session.commit()
    assert log_in(client, **ZEKER, amr=["pwd", "mfa"]).location == "/"
    assert client.get("/opdrachten/").status_code == 200


def test_de_sessie_daar_en_de_sessie_hier_staan_los(app: Flask, client: FlaskClient, jo: Gebruiker) -> None:
    """As docs/beveiliging.md says: blocking there stops the next time, logging out here is not logging out there."""
    assert log_in(client, **ZEKER).location == "/"
    elders = app.test_client()
    assert "afgebroken" in geweigerd(elders, elders.get(f"{TERUG}?error=access_denied"))
    assert client.get("/opdrachten/").status_code == 200, "wat liep, loopt"
    uit = client.post("/uitloggen", data=hulp.formulier(client.get("/instellingen"), "/uitloggen"))
    assert uit.location == "/inloggen", "en niet naar de aanbieder"
    assert log_in(client, **ZEKER).location == "/", "daar is hij nog ingelogd"


def test_een_antwoord_dat_niet_bij_deze_browser_hoort(app: Flask, client: FlaskClient, jo: Gebruiker) -> None:
    """What an attacker got of the aanbieder opens nothing in the browser of somebody else; and nothing works twice."""
    terug = log_daar_in(ga(client), **ZEKER)
    vreemd = app.test_client()
    assert "niet gelukt" in geweigerd(vreemd, vreemd.get(terug))
    assert client.get(terug).location == "/"
    client.post("/uitloggen", data=hulp.formulier(client.get("/instellingen"), "/uitloggen"))
    assert "niet gelukt" in geweigerd(client, client.get(terug))


@pytest.mark.parametrize(
    "vraag", ["", "?code=verzonnen", "?code=x&state=y", "?error=server_error", "?error=x%00&state=%ff"]
)
def test_een_verzonnen_antwoord(client: FlaskClient, jo: Gebruiker, vraag: str) -> None:
    ga(client)
    assert "niet gelukt" in geweigerd(client, client.get(f"{TERUG}{vraag}"))


def test_wie_afbreekt_hoort_dat(client: FlaskClient, jo: Gebruiker) -> None:
    ga(client)
    assert "afgebroken" in geweigerd(client, client.get(f"{TERUG}?error=access_denied&state=x"))


def test_een_aanbieder_die_zich_anders_noemt(app: Flask, client: FlaskClient, jo: Gebruiker) -> None:
    regels: Inlogregels = app.config["INLOGGEN"]
    assert regels.aanbieder
    terug = log_daar_in(ga(client), **ZEKER)
    app.config["INLOGGEN"] = Inlogregels(aanbieder=replace(regels.aanbieder, adres=regels.aanbieder.adres + "/"))
    assert "niet gelukt" in geweigerd(client, client.get(terug))


def test_een_aanbieder_die_weg_is(app: Flask, client: FlaskClient, jo: Gebruiker) -> None:
    weg = Aanbieder(f"http://127.0.0.1:{vrije_poort()}", "doelspoor", "het proefaccount", "geheim")
    app.config["INLOGGEN"] = Inlogregels(aanbieder=weg)
    antwoord = client.get("/inloggen/aanbieder")
    assert antwoord.status_code == 303
    assert "nu niet te bereiken" in hulp.melding(client.get("/inloggen"))


def test_wat_er_gevraagd_wordt_is_alleen_hier_te_gebruiken(client: FlaskClient, jo: Gebruiker) -> None:
    vraag = parse_qs(urlsplit(ga(client)).query)
    assert vraag["code_challenge_method"] == ["S256"]
    assert vraag["redirect_uri"] == [f"http://localhost{TERUG}"]
    assert vraag["response_type"] == ["code"]
    assert len(vraag["nonce"][0]) >= 16
    assert len(vraag["state"][0]) >= 16


def test_zonder_instelling_is_er_niets(client: FlaskClient) -> None:
    assert not re.search("aanbieder", client.get("/inloggen").get_data(as_text=True))
    assert client.get("/inloggen/aanbieder").status_code == 404
    assert client.get(TERUG).status_code == 404
