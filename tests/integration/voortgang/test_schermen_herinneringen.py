"""My choice of reminders, and the list for who manages."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from lxml import html
from sqlalchemy.orm import Session

from app.models import Frequentie, Gebruiker, Herinnering, HerinneringSoort, HerinneringStatus, Rol
from config import Mailserver
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.voortgang.schermhulp import Wereld, maak_wereld


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return maak_wereld(app, session)


def zet(wereld: Wereld, naam: str, **velden: object) -> None:
    wie = wereld.een(Gebruiker, naam=naam)
    vast = {"soort": HerinneringSoort.SLUIT, "tekst": f"Voor {naam}", "periode": "2019-H2"}
    aantal = len(wereld.session.query(Herinnering).all())
    rij = {"organisatie_id": wie.organisatie_id, "gebruiker_id": wie.id, "sleutel": f"s{aantal}"} | vast | velden
    wereld.session.add(Herinnering(**rij))
    wereld.session.commit()


def test_ieder_kiest_voor_zichzelf(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    assert 'href="/instellingen"' in client.get("/").get_data(as_text=True)
    velden = hulp.formulier(client.get("/instellingen"))
    assert velden["herinneringen"] == "dagelijks"
    antwoord = client.post("/instellingen", data=velden | {"herinneringen": "wekelijks"})
    assert (antwoord.status_code, antwoord.location) == (303, "/instellingen")
    wereld.session.expire_all()
    keuzes = {naam: wereld.een(Gebruiker, naam=naam).herinneringen for naam in ("Jo", "Col")}
    assert keuzes == {"Jo": Frequentie.WEKELIJKS, "Col": Frequentie.DAGELIJKS}
    assert hulp.formulier(client.get("/instellingen"))["herinneringen"] == "wekelijks"


@pytest.mark.parametrize("waarde", ["elk uur", ""])
def test_een_andere_keuze_wordt_geweigerd(wereld: Wereld, waarde: str) -> None:
    client = wereld.als("Jo")
    velden = hulp.formulier(client.get("/instellingen"))
    antwoord = client.post("/instellingen", data=velden | {"herinneringen": waarde})
    assert antwoord.status_code == 422
    wereld.session.expire_all()
    assert wereld.een(Gebruiker, naam="Jo").herinneringen is Frequentie.DAGELIJKS


def test_de_lijst_zegt_wat_weg_is_wat_wacht_en_dat_er_geen_mailserver_is(wereld: Wereld) -> None:
    leeg = wereld.als("Max").get("/herinneringen").get_data(as_text=True)
    assert "Nog geen herinneringen" in leeg
    zet(wereld, "Jo", status=HerinneringStatus.VERSTUURD)
    zet(wereld, "Col", status=HerinneringStatus.MISLUKT, fout="451 <b>vol</b>", pogingen=2)
    pagina = wereld.als("Max").get("/herinneringen").get_data(as_text=True)
    assert "Er is geen mailserver ingesteld" in pagina
    assert pagina.index("Voor Col") < pagina.index("Voor Jo")
    assert "451 &lt;b&gt;vol&lt;/b&gt; (2 pogingen)" in pagina
    assert "1 verstuurd" in pagina
    wereld.app.config["MAILSERVER"] = Mailserver("mail.example", 25, False, "a@b.example", "jan", "hondsdol")
    pagina = wereld.als("Max").get("/herinneringen").get_data(as_text=True)
    assert "geen mailserver" not in pagina
    assert "hondsdol" not in pagina


def test_door_alle_herinneringen_kan_worden_gebladerd(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits comes first, and then the newest; each stands on one page."""
    monkeypatch.setattr("app.herinneringen.queries.PER_PAGINA", 2)
    for nummer in range(4):
        zet(wereld, "Jo", status=HerinneringStatus.VERSTUURD, tekst=f"Verstuurd {nummer}.")
    zet(wereld, "Col", tekst="Wacht nog.")
    client = wereld.als("Max")
    gezien = []
    for pagina in ("1", "2", "3"):
        wortel = html.document_fromstring(client.get(f"/herinneringen?pagina={pagina}").get_data(as_text=True))
        gezien.append([cel.text for cel in wortel.xpath("//tbody/tr/td[1]")])
        assert wortel.xpath("//nav[@aria-label='Pagina’s']//a[@aria-current='page']/text()") == [pagina]
    assert gezien == [["Wacht nog.", "Verstuurd 3."], ["Verstuurd 2.", "Verstuurd 1."], ["Verstuurd 0."]]


@pytest.mark.parametrize("pagina", ["0", "-3", "99", "x", "99999999999999999999"])
def test_een_pagina_die_er_niet_is_is_de_eerste_of_de_laatste(wereld: Wereld, pagina: str) -> None:
    zet(wereld, "Jo")
    antwoord = wereld.als("Max").get(f"/herinneringen?pagina={pagina}")
    assert antwoord.status_code == 200
    assert "Voor Jo" in antwoord.get_data(as_text=True)


def test_alleen_manager_en_beheerder_en_alleen_van_de_eigen_gemeente(wereld: Wereld) -> None:
    zet(wereld, "Jo")
    ander = hulp.maak_organisatie(wereld.session, "anderdorp")
    hulp.maak_gebruiker(wereld.session, ander, Rol.BEHEERDER, "Bea")
    wereld.session.commit()
    client = wereld.app.test_client()
    laat_binnen(client, "bea@anderdorp.example")
    pagina = client.get("/herinneringen")
    assert pagina.status_code == 200
    assert "Voor Jo" not in pagina.get_data(as_text=True)
    assert [wereld.als(naam).get("/herinneringen").status_code for naam in ("Jo", "Lee", "Max")] == [403, 403, 200]


def test_de_lijst_doet_een_vast_aantal_queries(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client, aantallen = wereld.als("Max"), []
    for _ in range(2):
        for naam in ("Jo", "Col", "Max"):
            zet(wereld, naam)
        with tel_queries() as teller:
            assert client.get("/herinneringen").status_code == 200
        aantallen.append(teller.aantal)
    assert aantallen[0] == aantallen[1] <= 4
