"""Notities: making them, their data, their status, and that a decision cannot be edited."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app.auth.bewaking import recht_van
from app.auth.rechten import Recht
from app.models import Doel, Notitie, NotitieStatus, Rol
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def test_nieuwe_notitie_tot_en_met_het_eerste_probleemgebied(wereld: Wereld) -> None:
    velden = hulp.formulier(wereld.client.get("/notities/nieuw"))
    antwoord = hulp.sla_op(
        wereld.client, "/notities/nieuw", velden, titel=" Nieuw  plan ", datum="2020-05-20", doeljaar="2022"
    )
    pagina = hulp.volg(wereld.client, antwoord)
    assert "De notitie 'Nieuw plan' is gemaakt." in hulp.melding(pagina)
    assert "Nog geen probleemgebieden" in hulp.tekst_van(pagina)
    notitie = hulp.een(wereld.session, Notitie, titel="Nieuw plan")
    assert (str(notitie.datum), notitie.doeljaar, notitie.status) == ("2020-05-20", 2022, NotitieStatus.CONCEPT)
    gebied = f"/notities/{notitie.id}/probleemgebieden/nieuw"
    hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, gebied, hulp.formulier(wereld.client.get(gebied)), naam="Eerste")
    )
    lijst = hulp.tekst_van(wereld.client.get("/notities/"))
    assert "1 probleemgebied, 0 doelen, 0 interventies" in lijst
    assert "1 probleemgebied, 3 doelen, 2 interventies" in lijst


def test_hetzelfde_formulier_twee_keer_is_een_notitie(wereld: Wereld) -> None:
    velden = hulp.formulier(wereld.client.get("/notities/nieuw"))
    eerste = hulp.sla_op(wereld.client, "/notities/nieuw", velden, titel="Plan", datum="2020-05-20")
    tweede = hulp.sla_op(wereld.client, "/notities/nieuw", velden, titel="Plan", datum="2020-05-20")
    assert (eerste.status_code, tweede.status_code) == (303, 303)
    assert tweede.location == eerste.location
    assert hulp.een(wereld.session, Notitie, titel="Plan").probleemgebieden == []


@pytest.mark.parametrize("datum", ["2020-05-20", ""])
def test_een_tweede_notitie_van_die_titel_en_datum(wereld: Wereld, datum: str) -> None:
    velden = hulp.formulier(wereld.client.get("/notities/nieuw"))
    hulp.sla_op(wereld.client, "/notities/nieuw", velden, titel="Plan", datum=datum)
    antwoord = hulp.sla_op(wereld.client, "/notities/nieuw", velden, titel="Plan", datum=datum, doeljaar="2022")
    assert antwoord.status_code == 422
    assert "Er is al een notitie met deze titel en datum." in hulp.tekst_van(antwoord)
    assert hulp.een(wereld.session, Notitie, titel="Plan").doeljaar is None
    anders = hulp.sla_op(wereld.client, "/notities/nieuw", velden, titel="Plan", datum="2021-05-20", doeljaar="2022")
    assert anders.status_code == 303


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("titel", ""), ("titel", "   "), ("titel", "x" * 301), ("datum", "31-31-2020"), ("datum", "2020-02-30"),
     ("doeljaar", "1899"), ("doeljaar", "2201"), ("doeljaar", "veel"), ("referentiejaar", "9" * 5000),
     ("versie", "v" * 81)],
)  # fmt: skip
def test_ongeldige_gegevens(wereld: Wereld, veld: str, waarde: str) -> None:
    adres_ = f"/notities/{wereld.notitie}/bewerken"
    antwoord = hulp.sla_op(wereld.client, adres_, hulp.formulier(wereld.client.get(adres_)), **{veld: waarde})
    assert antwoord.status_code == 422
    assert hulp.een(wereld.session, Notitie, id=wereld.notitie).rev == 1


STAPPEN = [
    (Rol.BELEIDSADVISEUR, "concept", {"ter vaststelling"}),
    (Rol.BELEIDSADVISEUR, "ter vaststelling", set()),
    (Rol.BELEIDSADVISEUR, "vastgesteld", set()),
    (Rol.MANAGER, "concept", {"ter vaststelling"}),
    (Rol.MANAGER, "ter vaststelling", {"concept"}),  # vaststellen asks for the decision first
    (Rol.MANAGER, "vastgesteld", set()),
]


@pytest.mark.parametrize(("rol", "van", "mogelijk"), STAPPEN)
def test_statusstappen_per_rol(client: FlaskClient, session: Session, rol: Rol, van: str, mogelijk: set[str]) -> None:
    wereld = hulp.maak_wereld(client, session, rol)
    for naar in [*NotitieStatus, "onzin", ""]:
        notitie = session.get_one(Notitie, wereld.notitie)
        if notitie.status != van:
            notitie.status = NotitieStatus(van)
        session.commit()
        pagina = hulp.doe(client, f"/notities/{wereld.notitie}/status", status=str(naar))
        nu = hulp.een(session, Notitie, id=wereld.notitie).status
        assert nu == (naar if naar in mogelijk else van)
        assert ("De status van deze notitie is nu" in hulp.melding(pagina)) == (naar in mogelijk)


@pytest.mark.parametrize("status", [NotitieStatus.TER_VASTSTELLING, NotitieStatus.VASTGESTELD])
def test_wat_geen_concept_is_verandert_langs_geen_enkele_weg(
    app: Flask, client: FlaskClient, session: Session, status: NotitieStatus
) -> None:
    wereld = hulp.maak_wereld(client, session, Rol.MANAGER)
    session.get_one(Notitie, wereld.notitie).status = status
    session.commit()
    voor, doel = wereld.toestand(), wereld.id(Doel, nummer=1)
    token = hulp.formulier(client.get("/"), "/uitloggen")["csrf_token"]
    velden = {"csrf_token": token, "tekst": "Anders", "naam": "Anders", "titel": "Anders", "stap": "omlaag"}
    gelopen = 0
    for regel in _bewerkroutes(app):
        waarden = {"id_": wereld.notitie if "/notities" in regel.rule else wereld.gebied, "item_id": doel}
        adres = re.sub(r"<(?:\w+:)?(\w+)>", lambda deel, w=waarden: str(w.get(deel[1], "doel")), regel.rule)
        for methode in {"GET", "POST"} & (regel.methods or set()):
            antwoord = client.open(adres, method=methode, data=velden if methode == "POST" else None)
            assert antwoord.status_code == 409, (regel.rule, methode, antwoord.status_code)
            assert "Deze notitie staat vast" in hulp.tekst_van(antwoord)
            gelopen += 1
    assert gelopen >= 14
    assert wereld.toestand() == voor
    assert hulp.een(session, Notitie, id=wereld.notitie).titel == "Jeugd"
    pagina = client.get(f"/notities/{wereld.notitie}").get_data(as_text=True)
    assert "/bewerken" not in pagina


def _bewerkroutes(app: Flask) -> list[Rule]:
    """What edits a notitie that is there, but not its status."""
    anders = ("notities.status", "probleemgebieden.terugzetten", "prullenbak.terugzetten", "versies.nieuw_concept")
    with app.app_context():
        bewerkt = [r for r in app.url_map.iter_rules() if recht_van(r.endpoint) is Recht.NOTITIES_BEWERKEN]
    return [regel for regel in bewerkt if "id_" in regel.arguments and regel.endpoint not in anders]


def test_twee_gebieden_met_dezelfde_naam_tellen_hun_eigen_bevindingen(wereld: Wereld) -> None:
    notitie = hulp.een(wereld.session, Notitie, id=wereld.notitie)
    leeg = hulp.Probleemgebied(
        notitie_id=notitie.id, organisatie_id=notitie.organisatie_id, naam="Wachttijden", volgorde=2
    )
    wereld.session.add(leeg)
    wereld.session.commit()
    tekst = hulp.tekst_van(wereld.client.get(f"/notities/{wereld.notitie}"))
    regel = tekst.split("2 Wachttijden 0 doelen")[1]
    assert "1 bevinding " in regel[:120]
