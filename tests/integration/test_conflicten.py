"""Two people, or twenty, in the same record: nothing typed is lost, and nothing is overwritten unseen."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Doel, Logregel, Probleemgebied, Punt, Toewijzing
from app.probleemgebieden.items import haal_item
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

DRADEN = 20


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


@pytest.fixture
def collega(app: Flask, wereld: Wereld) -> FlaskClient:
    client = app.test_client()
    hulp.maak_gebruiker(
        wereld.session, hulp.een(wereld.session, hulp.Organisatie, id=wereld.organisatie), naam="Col Lega"
    )
    wereld.session.commit()
    laat_binnen(client, "col.lega@testdorp.example")
    return client


def test_tweede_ziet_beide_teksten_en_kiest(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 1')}"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, tekst="Van de collega"))
    botsing = hulp.sla_op(wereld.client, adres, mijn, tekst="Van mij")
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Tekst": ["ist 1", "Van de collega", "Van mij"]}
    assert wereld.toestand()["structuur"].ist[0] == "Van de collega"
    assert hulp.formulier(botsing)["tekst"] == "Van mij"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(botsing, "mijn")))
    assert wereld.toestand()["structuur"].ist[0] == "Van mij"


def test_zonder_keuze_verandert_er_niets(wereld: Wereld, collega: FlaskClient) -> None:
    """Saving again is no choice: it must be said which text stays."""
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 1')}"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, tekst="Van de collega"))
    botsing = hulp.sla_op(wereld.client, adres, mijn, tekst="Van mij")
    zonder = hulp.sla_op(wereld.client, adres, hulp.formulier(botsing), tekst="Van ons samen")
    assert zonder.status_code == 422
    assert "Tekst: Kies welke tekst blijft" in hulp.melding(zonder)
    assert hulp.naast_elkaar(zonder) == hulp.naast_elkaar(botsing)
    assert wereld.toestand()["structuur"].ist[0] == "Van de collega"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(zonder)))
    assert wereld.toestand()["structuur"].ist[0] == "Van ons samen"


def test_per_veld_kiezen(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/gegevens"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    velden = {"naam": "Naam hun", "toelichting": "Tekst hun", "prioriteit": "overig"}
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, **velden))
    botsing = hulp.sla_op(wereld.client, adres, mijn, naam="Naam mijn", toelichting="Tekst mijn", prioriteit="top vijf")
    assert hulp.naast_elkaar(botsing) == {
        "Naam": ["Wachttijden", "Naam hun", "Naam mijn"],
        "Toelichting": ["Waarom.", "Tekst hun", "Tekst mijn"],
        "Prioriteit": ["Geen", "Overig", "Top vijf"],
    }
    keuze = hulp.kies(botsing, "hun") | {"keuze-toelichting": "mijn"}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, keuze))
    structuur = wereld.toestand()["structuur"]
    assert (structuur.naam, structuur.toelichting, structuur.prioriteit) == ("Naam hun", "Tekst mijn", "overig")


def test_een_derde_die_tussen_het_kiezen_door_opslaat(wereld: Wereld, collega: FlaskClient) -> None:
    """Who gives in gets what is there by then; who does not sees the third text as well."""
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 1')}"
    mijn = hulp.formulier(wereld.client.get(adres))
    hulp.volg(collega, hulp.sla_op(collega, adres, hulp.formulier(collega.get(adres)), tekst="Tweede"))
    botsing = hulp.sla_op(wereld.client, adres, mijn, tekst="Van mij")
    hulp.volg(collega, hulp.sla_op(collega, adres, hulp.formulier(collega.get(adres)), tekst="Derde"))
    weer = hulp.sla_op(wereld.client, adres, hulp.kies(botsing, "mijn"))
    assert hulp.naast_elkaar(weer) == {"Tekst": ["Tweede", "Derde", "Van mij"]}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(botsing, "hun")))
    assert wereld.toestand()["structuur"].ist[0] == "Derde"


def test_dezelfde_wijziging_is_geen_botsing(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 1')}"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, tekst="Gelijk"))
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, mijn, tekst="Gelijk"))


def test_verschillende_velden_gaan_samen(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/gegevens"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, toelichting="Van de collega", prioriteit="top vijf"))
    pagina = hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, mijn, naam="Van mij"))
    assert "die wijzigingen zijn bewaard" in hulp.melding(pagina)
    structuur = wereld.toestand()["structuur"]
    assert (structuur.naam, structuur.toelichting, structuur.prioriteit) == ("Van mij", "Van de collega", "top vijf")


def test_na_een_botsing_blijft_wat_alleen_de_collega_wijzigde(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/gegevens"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    hulp.volg(
        collega, hulp.sla_op(collega, adres, hun, naam="Naam collega", toelichting="Tekst collega", prioriteit="overig")
    )
    botsing = hulp.sla_op(wereld.client, adres, mijn, naam="Naam van mij")
    assert hulp.naast_elkaar(botsing) == {"Naam": ["Wachttijden", "Naam collega", "Naam van mij"]}
    velden = hulp.formulier(botsing)
    assert (velden["naam"], velden["toelichting"], velden["prioriteit"]) == ("Naam van mij", "Tekst collega", "overig")
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden | {"keuze-naam": "mijn"}))
    structuur = wereld.toestand()["structuur"]
    assert (structuur.naam, structuur.toelichting, structuur.prioriteit) == ("Naam van mij", "Tekst collega", "overig")


@pytest.mark.parametrize("basis", ["", "{", "[]", "null", "[" * 100_000, '{"tekst": 1}', "9" * 5000, None])
def test_kapotte_basis_vraagt_het_een_keer(wereld: Wereld, basis: str | None) -> None:
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 1')}"
    velden = hulp.formulier(wereld.client.get(adres)) | {"tekst": "Anders", "basis": basis}
    antwoord = wereld.client.post(adres, data={n: w for n, w in velden.items() if w is not None})
    assert antwoord.status_code == 409
    assert hulp.naast_elkaar(antwoord) == {"Tekst": ["Niet meer bekend.", "ist 1", "Anders"]}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(antwoord)))
    assert wereld.toestand()["structuur"].ist[0] == "Anders"


def test_streefwaarde_botst_als_een_geheel(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    zelf = {"hoe": "zelf", "richting": "niveau", "minimum": "2", "maximum": "8", "eenheid": "aantal"}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), **zelf))
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    assert (mijn["minimum"], mijn["hoe"]) == ("2", "zelf")
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, minimum="7"))
    botsing = hulp.sla_op(wereld.client, adres, mijn, maximum="4")  # alone fine, together 7 to 4
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Streefwaarde": ["tussen 2 en 8", "tussen 7 en 8", "tussen 2 en 4"]}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(botsing)))
    doel = hulp.een(wereld.session, Doel, nummer=1)
    assert (doel.minimum, doel.maximum) == (2, 4)


def test_tekst_van_mij_en_getal_van_de_collega_gaan_samen(wereld: Wereld, collega: FlaskClient) -> None:
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    mijn, hun = hulp.formulier(wereld.client.get(adres)), hulp.formulier(collega.get(adres))
    zelf = {"hoe": "zelf", "richting": "niveau", "minimum": "1.234,5", "eenheid": "aantal"}
    hulp.volg(collega, hulp.sla_op(collega, adres, hun, **zelf))
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, mijn, tekst="Beter gezegd"))
    doel = hulp.een(wereld.session, Doel, nummer=1)
    assert (doel.tekst, str(doel.minimum)) == ("Beter gezegd", "1234.5")


def test_verplaatsen_en_wijzigen_tegelijk_gaan_samen(wereld: Wereld, collega: FlaskClient) -> None:
    id_ = wereld.id(Doel, nummer=1)
    adres = f"{wereld.basis}/doel/{id_}"
    mijn = hulp.formulier(wereld.client.get(adres))
    hulp.doe(collega, f"{adres}/verplaatsen", stap="omlaag")
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, mijn, tekst="Nieuwe tekst"))
    assert wereld.doelen()[1] == (2, "Nieuwe tekst")


def tegelijk(app: Flask, werk: Callable[[FlaskClient, int], int], wereld: Wereld) -> list[int]:
    """The status codes of `werk`, done at once by twenty people who are logged in."""
    sessie = wereld.client.get_cookie("session")
    assert sessie

    def een(nummer: int) -> int:
        client = app.test_client()
        client.set_cookie("session", sessie.value)
        return werk(client, nummer)

    with ThreadPoolExecutor(DRADEN) as draden:
        taken = [draden.submit(contextvars.Context().run, een, nummer) for nummer in range(DRADEN)]
        return [taak.result() for taak in taken]


def test_twintig_mensen_voegen_tegelijk_een_doel_toe(app: Flask, wereld: Wereld) -> None:
    adres = f"{wereld.basis}/doel/nieuw"
    velden = hulp.formulier(wereld.client.get(adres))
    codes = tegelijk(app, lambda c, i: hulp.sla_op(c, adres, velden, tekst=f"Doel van {i}").status_code, wereld)
    assert codes == [303] * DRADEN
    doelen = wereld.doelen()
    assert [nummer for nummer, _ in doelen] == [1, 2, *range(4, 5 + DRADEN)]
    assert {tekst for _, tekst in doelen[3:]} == {f"Doel van {i}" for i in range(DRADEN)}
    assert wereld.session.scalar(select(func.count()).select_from(Logregel)) == DRADEN


def test_twintig_mensen_verplaatsen_en_verwijderen_tegelijk(app: Flask, wereld: Wereld) -> None:
    ids = [d[0] for d in wereld.toestand()["doelen"]]
    token = hulp.formulier(wereld.client.get(f"{wereld.basis}/ist/nieuw"))["csrf_token"]

    def werk(client: FlaskClient, i: int) -> int:
        wat = "verwijderen" if i % 5 == 4 else "verplaatsen"
        velden = {"csrf_token": token, "stap": "omhoog" if i % 2 else "omlaag"}
        return client.post(f"{wereld.basis}/doel/{ids[i % 3]}/{wat}", data=velden).status_code

    assert set(tegelijk(app, werk, wereld)) == {303}
    nummers = [nummer for nummer, _ in wereld.doelen()]
    assert nummers == sorted(set(nummers))


def test_twintig_mensen_zetten_tegelijk_hetzelfde_terug(app: Flask, wereld: Wereld) -> None:
    voor = wereld.toestand()
    pagina = wereld.verwijder("doel", wereld.id(Doel, nummer=2)).get_data(as_text=True)
    adres = f"/verwijderingen/{pagina.split('/verwijderingen/')[1].split('/')[0]}/terugzetten"
    token = hulp.formulier(wereld.client.get(f"{wereld.basis}/ist/nieuw"))["csrf_token"]
    codes = tegelijk(app, lambda c, _i: c.post(adres, data={"csrf_token": token}).status_code, wereld)
    assert codes == [303] * DRADEN
    assert wereld.toestand() == voor


def test_twintig_mensen_wijzen_tegelijk_toe(app: Flask, wereld: Wereld) -> None:
    adres = f"{wereld.basis}/toewijzen"
    velden = hulp.formulier(wereld.client.get(adres))
    doel = wereld.id(Doel, nummer=1)
    codes = tegelijk(
        app, lambda c, _i: hulp.sla_op(c, adres, velden, **{f"doel-{doel}-rigg": "ja"}).status_code, wereld
    )
    assert codes == [303] * DRADEN
    aantal = select(func.count()).select_from(Toewijzing).where(Toewijzing.doel_id == doel)
    assert wereld.session.scalar(aantal) == 1


def test_twintig_mensen_maken_tegelijk_een_probleemgebied(app: Flask, wereld: Wereld) -> None:
    adres = f"/notities/{wereld.notitie}/probleemgebieden/nieuw"
    velden = hulp.formulier(wereld.client.get(adres))
    codes = tegelijk(app, lambda c, i: hulp.sla_op(c, adres, velden, naam=f"Gebied {i}").status_code, wereld)
    assert codes == [303] * DRADEN
    wereld.session.rollback()
    assert sorted(wereld.session.scalars(select(Probleemgebied.volgorde))) == list(range(1, DRADEN + 2))


def test_zonder_slot_vangt_de_tweede_poging_het_op(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not take the lock (an import, a command) can still come between reading and writing."""
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    velden = hulp.formulier(wereld.client.get(adres))
    tussendoor = [True]

    def sla_op_als_een_ander() -> None:
        with wereld.client.application.app_context():
            wereld.session.commit()

    monkeypatch.setattr("app.probleemgebieden.routes.vergrendel_notitie_van_gebied", lambda *_: None)

    def laat_iemand_voorgaan(*args: Any) -> Any:
        item = haal_item(*args)
        if tussendoor and tussendoor.pop():
            hulp.een(wereld.session, Doel, nummer=1).tekst = "Er tussendoor"
            contextvars.Context().run(sla_op_als_een_ander)  # somebody else, whose line is not what this is about
        return item

    monkeypatch.setattr("app.probleemgebieden.items.haal_item", laat_iemand_voorgaan)
    antwoord = hulp.sla_op(wereld.client, adres, velden, tekst="Van mij")
    assert antwoord.status_code == 409
    assert hulp.naast_elkaar(antwoord)["Tekst"][1] == "Er tussendoor"
    assert hulp.formulier(antwoord)["tekst"] == "Van mij"
    assert wereld.doelen()[0] == (1, "Er tussendoor")
