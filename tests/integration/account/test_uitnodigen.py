"""From an invitation to being logged in, with a link that works once and is kept nowhere."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Gebruiker, Logregel, Rol, Toegangslink, nu
from app.services.geheimen import hash_van
from tests.integration import bewerkhulp as hulp
from tests.integration.account.conftest import BAAS
from tests.integration.posthulp import ADRES, Brievenbus

NIEUW = "kim.kok@testdorp.example"
WACHTWOORD = "kaas paars fiets lamp"
UITNODIGEN = "/beheer/gebruikers/uitnodigen"
Als = Callable[[str], FlaskClient]


def nodig_uit(client: FlaskClient, **anders: str) -> TestResponse:
    velden = {"naam": "Kim Kok", "email": f" {NIEUW.upper()} ", "rol": "manager"}
    return hulp.sla_op(client, UITNODIGEN, hulp.formulier(client.get(UITNODIGEN)), **(velden | anders))


def link_op(pagina: TestResponse) -> str:
    (gevonden,) = re.findall(r"https?://[^/]+(/toegang/[\w-]+)", hulp.tekst_van(pagina))
    return str(gevonden)


def kies(client: FlaskClient, link: str, wachtwoord: str = WACHTWOORD, nog_eens: str | None = None) -> TestResponse:
    velden = hulp.formulier(client.get(link)) | {"nieuw": wachtwoord, "nog_eens": nog_eens or wachtwoord}
    return client.post(link, data=velden)


def test_van_uitnodiging_tot_ingelogd(als: Als, bus: Brievenbus, client: FlaskClient, session: Session) -> None:
    baas = als(BAAS)
    assert f"gestuurd aan {NIEUW}" in hulp.melding(hulp.volg(baas, nodig_uit(baas)))
    (mail,) = bus.mails
    tekst = mail.get_content()
    assert mail["To"] == NIEUW
    assert "voor Testdorp, als manager" in tekst
    (link,) = re.findall(rf"{ADRES}(/toegang/[\w-]+)", tekst)
    rij = session.scalars(select(Toegangslink)).one()
    assert rij.hash == hash_van(link.rpartition("/")[2])
    assert rij.verloopt_op - rij.gemaakt_op == timedelta(days=7)
    for _ in range(2):
        assert "Welkom bij Doelspoor" in hulp.tekst_van(client.get(link)), "kijken verbruikt de link niet"
    assert hulp.log_in(client, NIEUW, "").status_code == 422, "zonder wachtwoord komt niemand binnen"
    assert kies(client, link, "kort").status_code == 422
    assert kies(client, link, "Kim-Kok-2026!").status_code == 422, "de eigen naam is geen wachtwoord"
    antwoord = kies(client, link)
    assert (antwoord.status_code, antwoord.location) == (302, "/")
    assert "Uw wachtwoord is ingesteld." in hulp.melding(client.get("/"))
    assert "Kim Kok" in hulp.tekst_van(client.get("/"))
    assert client.get(link).status_code == 404, "een keer"
    regels = session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)).all()
    assert regels == [f"Uitgenodigd als manager: Kim Kok ({NIEUW})", f"Wachtwoord gewijzigd: Kim Kok ({NIEUW})"]


def test_zonder_mailserver_een_keer_op_het_scherm(als: Als, client: FlaskClient) -> None:
    baas = als(BAAS)
    eerste = nodig_uit(baas)
    assert eerste.status_code == 201
    oud = link_op(eerste)
    assert oud.rpartition("/")[2] not in baas.get("/beheer/gebruikers/").get_data(as_text=True)
    kim = re.findall(r"/beheer/gebruikers/\d+", baas.get("/beheer/gebruikers/").get_data(as_text=True))[-1]
    pagina = baas.get(kim)
    assert "uitgenodigd" in hulp.tekst_van(pagina)
    opnieuw = baas.post(f"{kim}/link", data=hulp.formulier(pagina, f"{kim}/link"))
    assert client.get(oud).status_code == 404, "een nieuwe link maakt de oude waardeloos"
    assert kies(client, link_op(opnieuw)).status_code == 302
    assert "actief" in hulp.tekst_van(baas.get(kim))


def test_een_mail_die_niet_weg_kan_geeft_de_link_en_de_reden(als: Als, bus: Brievenbus, client: FlaskClient) -> None:
    bus.weigert.add(NIEUW)
    antwoord = nodig_uit(als(BAAS))
    assert antwoord.status_code == 201
    assert "451 Nu even niet" in hulp.tekst_van(antwoord)
    assert client.get(link_op(antwoord)).status_code == 200


@pytest.mark.parametrize("wat", ["te oud", "geblokkeerd", "verwijderd", "ingetrokken", "onbekend"])
def test_een_link_die_niet_meer_werkt(als: Als, client: FlaskClient, session: Session, wat: str) -> None:
    baas = als(BAAS)
    link = link_op(nodig_uit(baas))
    kim = session.scalars(select(Gebruiker.id).where(Gebruiker.email == NIEUW)).one()
    session.rollback()
    if wat == "te oud":
        session.execute(update(Toegangslink).values(verloopt_op=nu()))
        session.commit()
    elif wat == "geblokkeerd":
        session.execute(update(Gebruiker).where(Gebruiker.id == kim).values(actief=False))
        session.commit()
    elif wat == "onbekend":
        link = link[:-1] + ("a" if link[-1] != "a" else "b")
    else:
        adres = f"/beheer/gebruikers/{kim}/verwijderen"
        hulp.volg(baas, baas.post(adres, data=hulp.formulier(baas.get(adres))))
    antwoord = client.get(link)
    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer" in hulp.tekst_van(antwoord)
    token = hulp.formulier(client.get("/inloggen"))
    assert client.post(link, data=token | {"nieuw": WACHTWOORD, "nog_eens": WACHTWOORD}).status_code == 404
    assert hulp.log_in(client, NIEUW, WACHTWOORD).status_code == 422


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"email": BAAS}, "Er is al een gebruiker"),
        ({"email": "geen adres"}, "is geen e-mailadres"),
        ({"email": "a@b@c"}, "is geen e-mailadres"),
        ({"email": "x" * 300 + "@testdorp.example"}, "te lang"),
        ({"email": ""}, "Vul een e-mailadres in"),
        ({"naam": " "}, "Vul een naam in"),
        ({"naam": "n" * 201}, "te lang"),
        ({"rol": "rigg"}, "Not a valid choice"),
        ({"rol": ""}, "Kies een rol"),
    ],
)
def test_een_uitnodiging_die_niet_kan(als: Als, session: Session, anders: dict[str, str], zin: str) -> None:
    antwoord = nodig_uit(als(BAAS), **anders)
    assert antwoord.status_code == 422
    assert zin in hulp.tekst_van(antwoord) or zin == "Not a valid choice"
    assert len(session.scalars(select(Gebruiker)).all()) == 2


def test_een_inkooporganisatie_heeft_ook_de_rol_van_de_rigg(app: Flask, session: Session) -> None:
    rigg = hulp.maak_organisatie(session, "inkoop")
    rigg.soort = "inkooporganisatie"
    email = hulp.maak_gebruiker(session, rigg, Rol.BEHEERDER).email
    session.commit()
    client = app.test_client()
    hulp.log_in(client, email)
    assert nodig_uit(client, rol="rigg").status_code == 201
    assert hulp.een(session, Gebruiker, email=NIEUW).rol is Rol.RIGG


def test_een_link_van_de_opdrachtregel(app: Flask, testdorp: None, client: FlaskClient) -> None:
    uit = app.test_cli_runner().invoke(args=["gebruiker", "link", BAAS])
    assert uit.exit_code == 0
    pad = re.sub(r"https?://[^/]+", "", uit.output.strip())
    assert kies(client, pad).status_code == 302
    fout = app.test_cli_runner().invoke(args=["gebruiker", "link", "niemand@testdorp.example"])
    assert fout.exit_code == 2
    assert "Er is geen gebruiker" in fout.stderr
