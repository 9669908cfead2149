"""Vaststellen with a decision, a new concept, the page with versions, and comparing two of them, as people do it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Doel, Logregel, Notitie, NotitieStatus, Organisatie, Rol
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp
from tests.integration.bewerkhulp import doe, formulier, melding, sla_op, tekst_van, volg
from tests.integration.versies import hulp

GOED = {"datum": "2020-01-30", "besluit": "Raadsbesluit", "nummer": "2020-014", "link": "https://gemeente.example/b"}


@pytest.fixture
def manager(client: FlaskClient, session: Session) -> FlaskClient:
    gemeente = bewerkhulp.maak_organisatie(session)
    for rol in Rol:
        bewerkhulp.maak_gebruiker(session, gemeente, rol, f"Wie {rol.value}")
    hulp.maak_notitie(session, gemeente)
    return als(client, Rol.MANAGER)


def als(client: FlaskClient, rol: Rol) -> FlaskClient:
    laat_binnen(client, f"wie.{rol.value}@testdorp.example")
    return client


def laatste(session: Session) -> Notitie:
    session.rollback()
    session.expire_all()
    return session.scalars(select(Notitie).order_by(Notitie.id.desc()).limit(1)).one()


def bied_aan(client: FlaskClient, session: Session) -> str:
    """The address of the form to vaststellen."""
    notitie = laatste(session)
    doe(client, f"/notities/{notitie.id}/status", status="ter vaststelling")
    return f"/notities/{notitie.id}/vaststellen"


def stel_vast(client: FlaskClient, session: Session, **velden: str) -> str:
    adres = bied_aan(client, session)
    return tekst_van(volg(client, sla_op(client, adres, formulier(client.get(adres)), **(GOED | velden))))


def test_van_concept_tot_en_met_een_tweede_besluit(manager: FlaskClient, session: Session) -> None:
    pagina = stel_vast(manager, session)
    assert "Versie 1 is vastgesteld. Deze tekst verandert niet meer." in pagina
    assert "Vastgesteld: Raadsbesluit 2020-014 van 30 januari 2020 (naar het besluit)." in pagina
    eerste = laatste(session)
    assert eerste.status is NotitieStatus.VASTGESTELD
    assert eerste.vaststelling
    assert eerste.vaststelling.datum == date(2020, 1, 30)
    assert eerste.vaststelling.gebruiker
    assert eerste.vaststelling.gebruiker.naam == "Wie manager"

    pagina = tekst_van(doe(manager, f"/notities/{eerste.id}/nieuw-concept"))
    assert "Versie 2 is begonnen als concept. Versie 1 blijft gelden tot de nieuwe is vastgesteld." in pagina
    assert "Versie 1 geldt, tot deze is vastgesteld." in pagina
    tweede = laatste(session)
    doel = bewerkhulp.een(session, Doel, probleemgebied_id=tweede.probleemgebieden[0].id, nummer=1)
    adres = f"/probleemgebieden/{doel.probleemgebied_id}/doel/{doel.id}"
    volg(manager, sla_op(manager, adres, formulier(manager.get(adres)), tekst="Doel tekst met een nieuw woord"))
    assert "Deze versie is opgevolgd" not in tekst_van(manager.get(f"/notities/{eerste.id}"))

    assert "Versie 2 is vastgesteld." in stel_vast(manager, session, datum="2021-06-01", nummer="", link="")
    oude = tekst_van(manager.get(f"/notities/{eerste.id}"))
    assert "Deze versie is opgevolgd." in oude
    assert "Er is een nieuwere versie: versie 2 (vastgesteld)." in oude
    versies = tekst_van(manager.get(f"/notities/{eerste.id}/versies"))
    assert "Raadsbesluit van 1 juni 2021" in versies
    assert versies.count("geldt nu") == 1
    regels = session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)).all()
    assert "Versie 1 van 'Jeugd' is vastgesteld: Raadsbesluit 2020-014 van 30 januari 2020" in regels
    assert "Versie 2 van 'Jeugd' begonnen als concept, met de tekst van versie 1" in regels


MORGEN = (date.today() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"datum": ""}, "Vul de datum van het besluit in."),
        ({"datum": "31-02-2020"}, "Vul een datum in die bestaat"),
        ({"datum": MORGEN}, "Deze datum ligt in de toekomst."),
        ({"datum": "0020-01-30"}, "Vul een datum in vanaf 1900."),
        ({"besluit": "  "}, "Vul in welk besluit dit is"),
        ({"besluit": "x" * 301}, "300"),
        ({"nummer": "9" * 81}, "80"),
        ({"link": "data:text/html,x"}, "Vul een heel internetadres in"),
        ({"link": "https://"}, "Vul een heel internetadres in"),
        ({"link": "http://["}, "Vul een heel internetadres in"),
    ],
)
def test_een_besluit_dat_niet_klopt(manager: FlaskClient, session: Session, velden: dict[str, str], zin: str) -> None:
    adres = bied_aan(manager, session)
    antwoord = sla_op(manager, adres, formulier(manager.get(adres)), **(GOED | velden))
    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)
    assert laatste(session).status is NotitieStatus.TER_VASTSTELLING


def test_een_tweede_besluit_is_niet_van_voor_het_eerste(manager: FlaskClient, session: Session) -> None:
    stel_vast(manager, session)
    doe(manager, f"/notities/{laatste(session).id}/nieuw-concept")
    adres = bied_aan(manager, session)
    antwoord = sla_op(manager, adres, formulier(manager.get(adres)), **(GOED | {"datum": "2020-01-29"}))
    assert "De vorige versie is vastgesteld op 30 januari 2020" in tekst_van(antwoord)


def test_wie_iets_anders_zag_dan_er_nu_staat_kijkt_opnieuw(manager: FlaskClient, session: Session) -> None:
    adres = bied_aan(manager, session)
    velden = formulier(manager.get(adres))
    for status in ("concept", "ter vaststelling"):
        doe(manager, adres.replace("vaststellen", "status"), status=status)
    antwoord = sla_op(manager, adres, velden, **GOED)
    assert antwoord.status_code == 409
    assert "intussen gewijzigd" in tekst_van(antwoord)
    assert laatste(session).status is NotitieStatus.TER_VASTSTELLING
    volg(manager, sla_op(manager, adres, formulier(antwoord)))
    assert laatste(session).status is NotitieStatus.VASTGESTELD


@pytest.mark.parametrize(
    ("status", "zin"),
    [("concept", "Bied haar eerst ter vaststelling aan."), ("vastgesteld", "Deze versie is al vastgesteld.")],
)
def test_vaststellen_kan_alleen_wat_is_aangeboden(
    manager: FlaskClient, session: Session, status: str, zin: str
) -> None:
    notitie = laatste(session)
    if status == "vastgesteld":
        hulp.stel(session, notitie)
    adres = f"/notities/{notitie.id}/vaststellen"
    assert zin in melding(volg(manager, manager.get(adres)))
    assert zin in melding(doe(manager, adres, **GOED))
    assert laatste(session).status == status


def test_twee_keer_op_nieuw_concept_maakt_er_een(manager: FlaskClient, session: Session) -> None:
    eerste = hulp.stel(session, laatste(session))
    doe(manager, f"/notities/{eerste.id}/nieuw-concept")
    pagina = doe(manager, f"/notities/{eerste.id}/nieuw-concept")
    assert "Er is al een versie 2; die is concept." in melding(pagina)
    assert session.scalar(select(func.count(Notitie.id))) == 2


def test_vergelijken_woord_voor_woord(manager: FlaskClient, session: Session) -> None:
    eerste = hulp.stel(session, laatste(session))
    tweede = hulp.volgende(session, eerste)
    gebied = tweede.probleemgebieden[0]
    gebied.doelen[0].tekst, gebied.punten[0].tekst = "Doel zin 1", "ist 1 en meer"
    gebied.interventies[0].toewijzingen = []
    session.delete(gebied.opdrachten[0])
    session.commit()
    antwoord = manager.get(f"/notities/{tweede.id}/vergelijken")
    pagina, html = tekst_van(antwoord), antwoord.get_data(as_text=True)
    assert "Van versie 1 naar versie 2" in pagina
    assert "2 gewijzigd, 1 verwijderd." in pagina.replace("onderdelen ", "")
    assert '<del><span class="verborgen">verwijderd: </span>tekst </del>' in html
    assert '<ins><span class="verborgen">toegevoegd: </span>zin </ins>' in html
    assert "Lokale opdracht 1 verwijderd" in pagina
    assert "Gelijk gebleven: soll, indicatoren, interventies, opdrachten rigg, toelichting." in pagina
    assert "Doel 2" not in pagina
    assert "Doel 2" in tekst_van(manager.get(f"/notities/{tweede.id}/vergelijken?alles=ja"))
    terug = tekst_van(manager.get(f"/notities/{eerste.id}/vergelijken?van={tweede.id}&naar={eerste.id}"))
    assert "Van versie 2 naar versie 1" in terug
    assert "Lokale opdracht 1 nieuw" in terug


@pytest.mark.parametrize("formaat", ["docx", "pdf", "json"])
def test_de_vergelijking_als_bestand(manager: FlaskClient, session: Session, formaat: str) -> None:
    eerste = hulp.stel(session, laatste(session))
    tweede = hulp.volgende(session, eerste)
    tweede.probleemgebieden[0].doelen[0].tekst = "Doel zin 1"
    session.commit()
    antwoord = manager.get(f"/notities/{tweede.id}/vergelijken.{formaat}")
    assert antwoord.status_code == 200
    assert f"wijzigingen-testdorp-versie-1-2.{formaat}" in antwoord.headers["Content-Disposition"]
    if formaat == "json":
        assert antwoord.json
        assert antwoord.json["van"] == "versie 1 (vastgesteld: Raadsbesluit 2020-014 van 30 januari 2020)"
        assert [w["nieuw"] for w in antwoord.json["wijzigingen"]] == ["Doel zin 1"]
    assert manager.get(f"/notities/{tweede.id}/vergelijken.exe").status_code == 404
    lezer = als(manager, Rol.LEZER)
    assert lezer.get(f"/notities/{tweede.id}/vergelijken.{formaat}").status_code == 404
    assert lezer.get(f"/notities/{eerste.id}/vergelijken.{formaat}?naar={tweede.id}").status_code == 404


def test_een_versie_valt_niet_te_vergelijken(manager: FlaskClient, session: Session) -> None:
    assert "Er is nog maar één versie" in tekst_van(manager.get(f"/notities/{laatste(session).id}/vergelijken"))


@pytest.mark.parametrize("welke", ["onzin", "999999", "9" * 30, "-1"])
def test_vergelijken_met_wat_er_niet_is(manager: FlaskClient, session: Session, welke: str) -> None:
    antwoord = manager.get(f"/notities/{laatste(session).id}/vergelijken?van={welke}")
    assert antwoord.status_code == 404
    assert "Deze versie is er niet" in tekst_van(antwoord)


def test_een_lezer_ziet_alleen_wat_vastgesteld_is(manager: FlaskClient, session: Session) -> None:
    eerste = hulp.stel(session, laatste(session))
    concept = hulp.volgende(session, eerste)
    lezer = als(manager, Rol.LEZER)
    versies = lezer.get(f"/notities/{eerste.id}/versies").get_data(as_text=True)
    assert f"/notities/{concept.id}" not in versies
    assert "Nieuw concept" not in versies
    assert lezer.get(f"/notities/{concept.id}/versies").status_code == 404
    assert lezer.get(f"/notities/{eerste.id}/vergelijken?naar={concept.id}").status_code == 404
    pagina = tekst_van(lezer.get(f"/notities/{eerste.id}"))
    assert "versie 2" not in pagina


def test_een_andere_gemeente_komt_er_niet_bij(app: Flask, manager: FlaskClient, session: Session) -> None:
    eerste = hulp.stel(session, laatste(session))
    ander = bewerkhulp.maak_organisatie(session, "ander")
    email = bewerkhulp.maak_gebruiker(session, ander, Rol.MANAGER, "Vreemde").email
    session.commit()
    manager.delete_cookie("session")
    laat_binnen(manager, email)
    for pad in ("versies", "vergelijken", "vaststellen"):
        assert manager.get(f"/notities/{eerste.id}/{pad}").status_code == 404
    token = formulier(manager.get("/"), "/uitloggen")["csrf_token"]
    assert manager.post(f"/notities/{eerste.id}/nieuw-concept", data={"csrf_token": token}).status_code == 404
    assert session.scalar(select(func.count(Notitie.id))) == 1


def test_de_geschiedenis_loopt_door_over_de_versies(manager: FlaskClient, session: Session) -> None:
    eerste = laatste(session)
    gebied = eerste.probleemgebieden[0]
    adres = f"/probleemgebieden/{gebied.id}"
    doe(manager, f"{adres}/doel/{gebied.doelen[0].id}/verplaatsen", stap="omlaag")
    hulp.stel(session, session.get_one(Notitie, eerste.id))
    tweede = hulp.volgende(session, session.get_one(Notitie, eerste.id))
    nieuw = tweede.probleemgebieden[0]
    doe(manager, f"/probleemgebieden/{nieuw.id}/doel/{nieuw.doelen[0].id}/verwijderen")
    zin, later = "Doel 1 is nu doel 2 en 2 is nu 1", "Doel 1 verwijderd"
    hier = tekst_van(manager.get(f"/probleemgebieden/{nieuw.id}/geschiedenis"))
    daar = tekst_van(manager.get(f"{adres}/geschiedenis"))
    assert zin in hier
    assert later in hier
    assert zin in daar
    assert later not in daar
    assert "begonnen als concept" in tekst_van(manager.get(f"/notities/{tweede.id}"))
    mijn_werk = manager.get("/").get_data(as_text=True)
    assert f'href="/probleemgebieden/{nieuw.id}"' in mijn_werk


def test_even_veel_vragen_aan_de_database_hoe_groot_ook(
    client: FlaskClient, session: Session, tel_queries: Callable[[], AbstractContextManager[Any]]
) -> None:
    aantallen: list[list[int]] = []
    for slug, gebieden, versies in (("klein", 1, 2), ("groot", 3, 4)):
        gemeente: Organisatie = bewerkhulp.maak_organisatie(session, slug)
        email = bewerkhulp.maak_gebruiker(session, gemeente, Rol.MANAGER).email
        notitie = hulp.maak_notitie(session, gemeente, gebieden)
        for _ in range(versies - 1):
            notitie = hulp.volgende(session, hulp.stel(session, notitie))
        for gebied in notitie.probleemgebieden:
            gebied.doelen[0].tekst = "Anders"
        session.commit()
        if client.get_cookie("session"):
            client.delete_cookie("session")
        laat_binnen(client, email)
        per_pagina = []
        for pad in ("", "/versies", "/vergelijken"):
            client.get(f"/notities/{notitie.id}{pad}")
            with tel_queries() as teller:
                assert client.get(f"/notities/{notitie.id}{pad}").status_code == 200
            per_pagina.append(teller.aantal)
        aantallen.append(per_pagina)
    assert aantallen[0] == aantallen[1]
    assert max(aantallen[0]) <= 16
