"""My page: what is still to be done, what I worked on, and what colleagues changed."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session

from app.models import Doel, Gebruiker, Notitie, NotitieStatus, Organisatie, Rol
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def blok(client: FlaskClient, kop: str) -> str:
    wortel = html.document_fromstring(client.get("/").get_data(as_text=True))
    return " ".join(wortel.xpath(f"//section[@aria-labelledby='kop-{kop}']")[0].text_content().split())


def collega_van(app: Flask, wereld: Wereld) -> FlaskClient:
    client = app.test_client()
    email = hulp.maak_gebruiker(
        wereld.session, hulp.een(wereld.session, Organisatie, id=wereld.organisatie), naam="Col Lega"
    ).email
    wereld.session.commit()
    laat_binnen(client, email)
    return client


def test_wat_er_ontbreekt_staat_bij_nog_te_doen(wereld: Wereld) -> None:
    tekst = blok(wereld.client, "todo")
    assert "Jeugd" in tekst
    assert "Wachttijden" in tekst
    assert "bevindingen: " in tekst
    assert "Nummer overgeslagen" in tekst


def test_een_notitie_die_vaststaat_is_geen_werk_meer(wereld: Wereld) -> None:
    wereld.session.get_one(Notitie, wereld.notitie).status = NotitieStatus.VASTGESTELD
    wereld.session.commit()
    assert "Nog geen concept" in blok(wereld.client, "todo")


def test_laatst_bewerkt(wereld: Wereld) -> None:
    assert "U hebt nog niets bewerkt." in blok(wereld.client, "bewerkt")
    wereld.verwijder("doel", wereld.id(Doel, nummer=4))
    assert "Wachttijden Jeugd" in blok(wereld.client, "bewerkt")


def test_wat_collegas_veranderden_sinds_het_vorige_bezoek(app: Flask, wereld: Wereld) -> None:
    assert "niets veranderd" in blok(wereld.client, "veranderd")
    collega = collega_van(app, wereld)
    hulp.doe(collega, f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}/verplaatsen", stap="omlaag")
    assert "Doel 1 is nu doel 2 en 2 is nu 1" in blok(wereld.client, "veranderd")
    assert "Col Lega" in blok(wereld.client, "veranderd")
    assert "niets veranderd" in blok(collega, "veranderd")
    email = wereld.session.query(Gebruiker.email).filter_by(naam="Jo Jansen").scalar()
    for _ in range(2):  # twice: the change is older than the visit before this one
        wereld.client.delete_cookie("session")
        laat_binnen(wereld.client, email)
    assert "niets veranderd" in blok(wereld.client, "veranderd")


def test_wat_verwijderd_is_heeft_geen_link(app: Flask, wereld: Wereld) -> None:
    collega = collega_van(app, wereld)
    hulp.doe(collega, f"{wereld.basis}/verwijderen")
    pagina = wereld.client.get("/")
    assert "Probleemgebied 'Wachttijden' verwijderd" in hulp.tekst_van(pagina)
    assert wereld.basis not in pagina.get_data(as_text=True)


def test_van_een_andere_gemeente_komt_hier_niets(app: Flask, wereld: Wereld) -> None:
    vreemd = app.test_client()
    email = hulp.maak_gebruiker(
        wereld.session, hulp.maak_organisatie(wereld.session, "verderop"), naam="Vreem Deling"
    ).email
    wereld.session.commit()
    laat_binnen(vreemd, email)
    velden = hulp.formulier(vreemd.get("/notities/nieuw"))
    hulp.volg(vreemd, hulp.sla_op(vreemd, "/notities/nieuw", velden, titel="Van verderop"))
    assert "verderop" not in hulp.tekst_van(wereld.client.get("/"))
    assert "Wachttijden" not in hulp.tekst_van(vreemd.get("/"))


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEHEERDER, Rol.RIGG])
def test_wie_niet_bewerkt_ziet_wat_er_te_doen_is(client: FlaskClient, session: Session, rol: Rol) -> None:
    hulp.maak_wereld(client, session, rol)
    assert "Wat u hier kunt doen" in hulp.tekst_van(client.get("/"))
