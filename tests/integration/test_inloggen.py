"""Logging in and out, and what each role and each gemeente can reach."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.models import Gebruiker, NotitieStatus, Rol
from tests.integration import bewerkhulp as hulp

EMAIL = "jo.jansen@testdorp.example"


@pytest.fixture
def adviseur(session: Session) -> Gebruiker:
    gebruiker = hulp.maak_gebruiker(session, hulp.maak_organisatie(session))
    session.commit()
    return gebruiker


@pytest.mark.usefixtures("adviseur")
@pytest.mark.parametrize("email", [EMAIL, f"  {EMAIL.upper()} "])
def test_inloggen_en_uitloggen(client: FlaskClient, email: str) -> None:
    antwoord = hulp.log_in(client, email)
    assert (antwoord.status_code, antwoord.location) == (302, "/")
    pagina = client.get("/")
    assert "Jo Jansen" in hulp.tekst_van(pagina)
    assert client.get("/inloggen").status_code == 302
    uit = client.post("/uitloggen", data=hulp.formulier(pagina, "/uitloggen"), follow_redirects=True)
    assert "U bent uitgelogd." in hulp.melding(uit)
    assert client.get("/").status_code == 302


@pytest.mark.usefixtures("adviseur")
@pytest.mark.parametrize(
    ("email", "wachtwoord"),
    [
        (EMAIL, "fout"),
        ("niemand@testdorp.example", hulp.WACHTWOORD),
        (EMAIL, "\x00"),
        ("' OR 1=1 --", "x"),
        (EMAIL, "😀" * 200),
    ],
)
def test_wie_niet_klopt_komt_er_niet_in(client: FlaskClient, email: str, wachtwoord: str) -> None:
    antwoord = hulp.log_in(client, email, wachtwoord)
    assert antwoord.status_code == 422
    assert "horen niet bij elkaar" in hulp.tekst_van(antwoord)
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    ("email", "wachtwoord"), [("", "x"), (EMAIL, ""), ("   ", "   "), ("e" * 300, "x"), (EMAIL, "w" * 2000)]
)
def test_leeg_of_te_lang(client: FlaskClient, email: str, wachtwoord: str) -> None:
    assert hulp.log_in(client, email, wachtwoord).status_code == 422


def test_wie_is_afgesloten_komt_er_niet_in_en_gaat_er_meteen_uit(
    client: FlaskClient, session: Session, adviseur: Gebruiker
) -> None:
    hulp.log_in(client, EMAIL)
    assert client.get("/").status_code == 200
    adviseur.actief = False
    session.commit()
    assert client.get("/").status_code == 302
    assert hulp.log_in(client, EMAIL).status_code == 422


@pytest.mark.usefixtures("adviseur")
@pytest.mark.parametrize("naar", ["/notities/", "/opdrachten/?opdrachtnemer=rigg"])
def test_na_het_inloggen_de_gevraagde_pagina(client: FlaskClient, naar: str) -> None:
    antwoord = client.get(naar)
    assert antwoord.status_code == 302
    assert hulp.log_in(client, EMAIL, naar=antwoord.location).location == naar


@pytest.mark.usefixtures("adviseur")
@pytest.mark.parametrize(
    "naar",
    [
        "https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "/%09/kwaad.example", "/%5Ckwaad.example",
        "javascript:alert(1)", "\t//kwaad.example", "http:kwaad.example", "///kwaad.example", "/bestaat-niet",
        "/verwijderingen/1/terugzetten", "/notities/%0d%0aSet-Cookie:x=1", "/" + "a" * 5000,
    ],
)  # fmt: skip
def test_nooit_naar_een_andere_site(client: FlaskClient, naar: str) -> None:
    assert hulp.log_in(client, EMAIL, naar=f"/inloggen?next={quote(naar)}").location == "/"


def test_bezoek_wordt_onthouden(client: FlaskClient, session: Session, adviseur: Gebruiker) -> None:
    hulp.log_in(client, EMAIL)
    session.refresh(adviseur)
    eerste = adviseur.laatste_bezoek
    assert (eerste is not None, adviseur.vorig_bezoek) == (True, None)
    session.commit()
    client.delete_cookie("session")
    hulp.log_in(client, EMAIL)
    session.refresh(adviseur)
    assert adviseur.vorig_bezoek == eerste
    assert adviseur.laatste_bezoek > eerste


def test_verlopen_sessie_geeft_de_tekst_terug(client: FlaskClient, session: Session) -> None:
    wereld = hulp.maak_wereld(client, session)
    velden = hulp.formulier(client.get(f"{wereld.basis}/ist/nieuw"))
    client.delete_cookie("session")
    antwoord = hulp.sla_op(client, f"{wereld.basis}/ist/nieuw", velden, tekst="Een uur werk aan deze tekst")
    assert antwoord.status_code == 400
    assert "Een uur werk aan deze tekst" in hulp.tekst_van(antwoord)
    assert len(wereld.toestand()["structuur"].ist) == 3


@pytest.mark.parametrize(
    ("rol", "ziet"), [(Rol.LEZER, {"vastgesteld"}), (Rol.BEHEERDER, {s.value for s in NotitieStatus})]
)
def test_wie_leest_ziet_alleen_wat_daarvoor_bestemd_is(
    client: FlaskClient, session: Session, rol: Rol, ziet: set[str]
) -> None:
    wereld = hulp.maak_wereld(client, session, rol)
    organisatie = hulp.een(session, hulp.Organisatie, id=wereld.organisatie)
    notities = {s.value: hulp.maak_notitie(session, organisatie, f"Notitie {s.value}", s) for s in NotitieStatus}
    gebieden = {status: hulp.maak_gebied(session, notitie).id for status, notitie in notities.items()}
    ids = {status: notitie.id for status, notitie in notities.items()}
    session.commit()
    lijst = hulp.tekst_van(client.get("/notities/"))
    for status, id_ in ids.items():
        assert (f"Notitie {status}" in lijst) == (status in ziet)
        assert client.get(f"/notities/{id_}").status_code == (200 if status in ziet else 404)
        assert client.get(f"/probleemgebieden/{gebieden[status]}").status_code == (200 if status in ziet else 404)
        assert client.get(f"/probleemgebieden/{gebieden[status]}/geschiedenis").status_code == (
            200 if status in ziet else 404
        )
