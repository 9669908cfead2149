"""A form that arrives when the session is over comes back after logging in, to nobody but who typed it."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Doel, Gebruiker, Importvoorstel, Inlogsessie, Organisatie, Probleemgebied, Rol, nu
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

TEKST = "In 2024 zijn er 40% minder wachtenden dan in 2020."


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def verloop(session: Session) -> None:
    session.execute(update(Inlogsessie).values(laatst_gezien_op=nu() - timedelta(days=1)))
    session.commit()


def adres_van(wereld: Wereld) -> str:
    return f"/probleemgebieden/{wereld.gebied}/doel/{doel_van(wereld).id}"


def doel_van(wereld: Wereld) -> Doel:
    wereld.session.expire_all()
    return wereld.session.get_one(Probleemgebied, wereld.gebied).doelen[0]


def te_laat(wereld: Wereld, session: Session, tekst: str = TEKST) -> TestResponse:
    adres = adres_van(wereld)
    velden = hulp.formulier(wereld.client.get(adres))
    verloop(session)
    return wereld.client.post(adres, data=velden | {"tekst": tekst})


def log_in(client: FlaskClient, adres: str, email: str = "jo.jansen@testdorp.example") -> TestResponse:
    velden = hulp.formulier(client.get(adres))
    return client.post(adres, data=velden | {"email": email, "wachtwoord": hulp.WACHTWOORD})


def test_na_inloggen_is_het_formulier_er_nog(wereld: Wereld, session: Session) -> None:
    naar = te_laat(wereld, session)
    assert naar.status_code == 303
    binnen = log_in(wereld.client, naar.location)
    assert re.fullmatch(r"/verder\?formulier=\d+", binnen.location)
    pagina = wereld.client.get(binnen.location)
    assert TEKST in hulp.tekst_van(pagina)
    adres = adres_van(wereld)
    opgeslagen = wereld.client.post(adres, data=hulp.formulier(pagina, adres))
    assert opgeslagen.status_code == 303
    assert doel_van(wereld).tekst == TEKST
    assert not session.scalars(select(Importvoorstel)).all(), "niets blijft liggen"


def test_wat_een_collega_intussen_deed_wordt_niet_overschreven(wereld: Wereld, session: Session) -> None:
    naar = te_laat(wereld, session)
    doel_van(wereld).tekst = "Een collega was eerder."
    session.commit()
    binnen = log_in(wereld.client, naar.location)
    adres = adres_van(wereld)
    antwoord = wereld.client.post(adres, data=hulp.formulier(wereld.client.get(binnen.location), adres))
    assert antwoord.status_code == 409
    assert "Een collega was eerder." in hulp.tekst_van(antwoord)
    assert session.scalars(select(Importvoorstel)).all(), "tot het is opgeslagen blijft het bewaard"


def test_een_ander_die_hier_inlogt_ziet_er_niets_van(wereld: Wereld, session: Session) -> None:
    hulp.maak_gebruiker(session, session.get_one(Organisatie, wereld.organisatie), Rol.MANAGER, naam="Col Lega")
    session.commit()
    naar = te_laat(wereld, session)
    binnen = log_in(wereld.client, naar.location, "col.lega@testdorp.example")
    pagina = wereld.client.get(binnen.location, follow_redirects=True)
    assert pagina.request.path == "/"
    assert TEKST not in hulp.tekst_van(pagina)


def test_weggooien(wereld: Wereld, session: Session) -> None:
    binnen = log_in(wereld.client, te_laat(wereld, session).location)
    weg = wereld.client.post(binnen.location, data=hulp.formulier(wereld.client.get(binnen.location), None))
    assert weg.status_code == 303
    assert "weggegooid" in hulp.melding(wereld.client.get(weg.location))
    assert not session.scalars(select(Importvoorstel)).all()
    assert wereld.client.get(binnen.location).status_code == 303


def test_een_vreemd_formulier_wordt_niet_bewaard(wereld: Wereld, session: Session) -> None:
    verloop(session)
    antwoord = wereld.client.post(adres_van(wereld), data={"tekst": TEKST, "csrf_token": "verzonnen"})
    assert antwoord.status_code == 400
    assert not session.scalars(select(Importvoorstel)).all()


def test_een_wachtwoord_wordt_nooit_bewaard(wereld: Wereld, session: Session) -> None:
    adres = "/instellingen/wachtwoord"
    velden = hulp.formulier(wereld.client.get(adres))
    verloop(session)
    antwoord = wereld.client.post(adres, data=velden | {"huidig": "geheim-geheim"})
    assert antwoord.status_code == 302
    assert not session.scalars(select(Importvoorstel)).all()


@pytest.mark.parametrize("nummer", ["", "0", "x", "99999999999", "1"])
def test_een_nummer_dat_niet_bestaat(wereld: Wereld, nummer: str) -> None:
    assert wereld.client.get(f"/verder?formulier={nummer}").location == "/"


def test_wie_nooit_inlogde_laat_niets_achter(app: Flask, wereld: Wereld, session: Session) -> None:
    bezoeker = app.test_client()
    token = hulp.formulier(bezoeker.get("/inloggen"))["csrf_token"]
    assert bezoeker.post(adres_van(wereld), data={"tekst": TEKST, "csrf_token": token}).status_code == 302
    assert not session.scalars(select(Importvoorstel)).all()


def test_wie_geblokkeerd_is_laat_niets_achter(wereld: Wereld, session: Session) -> None:
    adres = adres_van(wereld)
    velden = hulp.formulier(wereld.client.get(adres))
    session.execute(update(Gebruiker).values(actief=False))
    verloop(session)
    assert wereld.client.post(adres, data=velden | {"tekst": TEKST}).status_code == 302
    assert not session.scalars(select(Importvoorstel)).all()


def test_een_burgerservicenummer_wordt_ook_zo_niet_bewaard(wereld: Wereld, session: Session) -> None:
    assert te_laat(wereld, session, "Voor BSN 123456782 is een plek gevonden.").status_code == 302
    assert not session.scalars(select(Importvoorstel)).all()


def test_een_sessie_die_over_is_vult_de_database_niet(
    wereld: Wereld, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.auth.formulier.MEESTE_FORMULIEREN", 2)
    adres = adres_van(wereld)
    velden = hulp.formulier(wereld.client.get(adres))
    verloop(session)
    for nr in range(4):
        assert wereld.client.post(adres, data=velden | {"tekst": f"{TEKST} {nr}"}).status_code == 303
    bewaard = [dict(v.inhoud["velden"])["tekst"] for v in session.scalars(select(Importvoorstel))]
    assert sorted(bewaard) == [f"{TEKST} 2", f"{TEKST} 3"]
