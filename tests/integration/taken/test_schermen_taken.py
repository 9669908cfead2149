"""The list of jobs and the page of one job: what each state shows, who sees what, and what the buttons do."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session

from app.achtergrond import verwerk_alles
from app.models import Rol, Taak, TaakStatus, nu
from tests.integration.conftest import Teller, csrf_token

Plan = Callable[..., Taak]
Inloggen = Callable[..., FlaskClient]


def lees(client: FlaskClient, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    pagina = html.document_fromstring(antwoord.get_data(as_text=True))
    return " ".join(" ".join(pagina.find(".//main").itertext()).split())


def zet(session: Session, taak: Taak, **waarden: object) -> None:
    for naam, waarde in waarden.items():
        setattr(taak, naam, waarde)
    session.commit()


def zet_bezig(session: Session, taak: Taak, **waarden: object) -> None:
    zet(session, taak, status=TaakStatus.BEZIG, gestart_op=nu(), bijgewerkt_op=nu(), pogingen=1, **waarden)


def druk(client: FlaskClient, taak: Taak, knop: str) -> str:
    """What the page says after pressing the button."""
    token = csrf_token(client, f"/taken/{taak.id}")
    antwoord = client.post(f"/taken/{taak.id}/{knop}", data={"csrf_token": token})
    assert (antwoord.status_code, antwoord.location) == (303, f"/taken/{taak.id}")
    return lees(client, antwoord.location)


def test_zonder_taken(inloggen: Inloggen) -> None:
    assert "Nog geen taken" in lees(inloggen(Rol.BEHEERDER), "/taken/")


def test_van_wachten_tot_klaar(app: Flask, plan: Plan, inloggen: Inloggen) -> None:
    plan("kort")
    taak = plan("kort", vervolg="/mijn-cijfers")
    client = inloggen(Rol.BELEIDSADVISEUR)
    assert "Er wacht 1 taak voor deze." in lees(client, f"/taken/{taak.id}")
    verwerk_alles(app)
    tekst = lees(client, f"/taken/{taak.id}")
    assert "3 rijen gelezen." in tekst
    assert "Nieuw 2 Gelijk 1" in tekst
    assert 'href="/mijn-cijfers"' in client.get(f"/taken/{taak.id}").get_data(as_text=True)
    assert "2 klaar" in lees(client, "/taken/")


def test_hoever_het_is(session: Session, plan: Plan, inloggen: Inloggen) -> None:
    taak = plan("kort")
    zet_bezig(session, taak, gedaan=250_000, totaal=1_000_000)
    client = inloggen(Rol.MANAGER)
    for adres in (f"/taken/{taak.id}", "/taken/"):
        assert "250.000 van 1.000.000 gedaan (25%)" in lees(client, adres)
    pagina = html.document_fromstring(client.get(f"/taken/{taak.id}").get_data(as_text=True))
    assert [(b.get("value"), b.get("max")) for b in pagina.iter("progress")] == [("250000", "1000000")]
    assert pagina.xpath("//*[@data-volg]")
    zet(session, taak, totaal=None)
    assert "250.000 gedaan" in lees(client, f"/taken/{taak.id}")


def test_meer_gedaan_dan_gedacht_is_hoogstens_alles(session: Session, plan: Plan, inloggen: Inloggen) -> None:
    taak = plan("kort")
    zet_bezig(session, taak, gedaan=12, totaal=10)
    assert "12 van 10 gedaan (100%)" in lees(inloggen(Rol.MANAGER), f"/taken/{taak.id}")


def test_een_mislukte_taak_opnieuw_uitvoeren(app: Flask, session: Session, plan: Plan, inloggen: Inloggen) -> None:
    taak = plan("kan niet")
    verwerk_alles(app)
    client = inloggen(Rol.BELEIDSADVISEUR)
    assert "Regel 3 is geen getal." in lees(client, f"/taken/{taak.id}")
    assert "data-volg" not in client.get(f"/taken/{taak.id}").get_data(as_text=True)
    assert "De taak staat weer in de wachtrij." in druk(client, taak, "opnieuw")
    assert verwerk_alles(app) == 1
    assert "(poging 2)" in lees(client, f"/taken/{taak.id}")


def test_zonder_zijn_bestand_kan_een_taak_niet_opnieuw(
    app: Flask, session: Session, plan: Plan, inloggen: Inloggen
) -> None:
    taak = plan("kan niet")
    verwerk_alles(app)
    session.refresh(taak)
    zet(session, taak, bestandsnaam="cijfers.csv")
    tekst = lees(inloggen(Rol.BELEIDSADVISEUR), f"/taken/{taak.id}")
    assert "Kies het bestand opnieuw" in tekst
    assert "Opnieuw uitvoeren" not in tekst


def test_afbreken(app: Flask, session: Session, plan: Plan, inloggen: Inloggen) -> None:
    taak = plan("kort")
    client = inloggen(Rol.BELEIDSADVISEUR)
    assert "De taak is afgebroken." in druk(client, taak, "afbreken")
    assert "valt niets meer af te breken" in druk(client, taak, "afbreken")
    assert verwerk_alles(app) == 0


def test_wat_klaar_is_gebeurt_geen_tweede_keer(app: Flask, plan: Plan, inloggen: Inloggen) -> None:
    taak = plan("kort")
    verwerk_alles(app)
    assert "zij wordt niet nog eens uitgevoerd" in druk(inloggen(Rol.MANAGER), taak, "opnieuw")


@pytest.mark.parametrize("einde", ["", "/opnieuw", "/afbreken"])
def test_van_een_andere_gemeente(session: Session, plan: Plan, inloggen: Inloggen, einde: str) -> None:
    taak = plan("kort")
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    token = csrf_token(client, "/instellingen")
    adres = f"/taken/{taak.id}{einde}"
    antwoord = client.post(adres, data={"csrf_token": token}) if einde else client.get(adres)
    assert antwoord.status_code == 404
    assert "Nog geen taken" in lees(client, "/taken/")
    session.refresh(taak)
    assert taak.status is TaakStatus.WACHT


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.RIGG])
def test_wie_er_niets_te_zoeken_heeft(inloggen: Inloggen, rol: Rol) -> None:
    assert inloggen(rol).get("/taken/").status_code == 403


def test_de_lijst_stelt_altijd_evenveel_vragen(
    plan: Plan, inloggen: Inloggen, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    plan("kort")
    client = inloggen(Rol.MANAGER)
    with tel_queries() as een:
        lees(client, "/taken/")
    for nummer in range(30):
        plan("kort", bevestig=nummer == 29)
    with tel_queries() as veel:
        lees(client, "/taken/")
    assert een.aantal == veel.aantal <= 4


def test_bladeren(plan: Plan, inloggen: Inloggen) -> None:
    for nummer in range(30):
        plan("kort", bevestig=nummer == 29)
    client = inloggen(Rol.MANAGER)
    aantallen = [lees(client, f"/taken/?pagina={p}").count("Proef: kort") for p in ("1", "2", "99", "x", "²", "0")]
    assert aantallen == [25, 5, 5, 25, 25, 25]
