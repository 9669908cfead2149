"""The prullenbak: what was removed, by whom, and back on its place; also when what it belonged to went as well."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import (
    Doel,
    Interventie,
    Logregel,
    Notitie,
    NotitieStatus,
    Onderdeel,
    Probleemgebied,
    Punt,
    Rol,
    Verwijdering,
)
from app.prullenbak.soorten import SOORTEN
from app.services.verwijderd.prullenbak import OUDERS
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld
from tests.integration.conftest import Teller

ADRES = "/prullenbak/"
TelQueries = Callable[[], AbstractContextManager[Teller]]


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def laatste(wereld: Wereld) -> Verwijdering:
    wereld.session.rollback()
    weg = wereld.session.scalars(select(Verwijdering).order_by(Verwijdering.id.desc())).first()
    assert weg is not None
    return weg


def zet_terug(wereld: Wereld, weg: Verwijdering | int) -> str:
    """What the page says afterwards."""
    id_ = weg if isinstance(weg, int) else weg.id
    antwoord = hulp.doe(wereld.client, f"{ADRES}{id_}/terugzetten")
    assert antwoord.status_code == 200
    return hulp.tekst_van(antwoord)


def tekst(wereld: Wereld, **filters: Any) -> str:
    antwoord = wereld.client.get(ADRES, query_string=filters)
    assert antwoord.status_code == 200
    return hulp.tekst_van(antwoord)


def test_leeg(wereld: Wereld) -> None:
    assert "De prullenbak is leeg" in tekst(wereld)


@pytest.mark.parametrize(
    ("soort", "model", "velden", "naam"),
    [
        ("doel", Doel, {"nummer": 2}, "Doel 2"),
        ("ist", Punt, {"tekst": "ist 2"}, "Ist-punt 2"),
        ("interventie", Interventie, {"nummer": 1}, "Interventie 1"),
        ("onderdeel", Onderdeel, {"letter": "c"}, "Onderdeel 1c"),
    ],
)
def test_terug_op_de_oude_plaats(
    wereld: Wereld, soort: str, model: type[Any], velden: dict[str, Any], naam: str
) -> None:
    voor = wereld.toestand()
    wereld.verwijder(soort, wereld.id(model, **velden))
    assert wereld.toestand() != voor
    pagina = tekst(wereld)
    assert naam in pagina
    assert "Wachttijden, Jeugd" in pagina
    assert "door Jo Jansen" in pagina
    assert f"{naam} teruggezet" in zet_terug(wereld, laatste(wereld))
    assert wereld.toestand() == voor
    assert "De prullenbak is leeg" in tekst(wereld)
    zinnen = wereld.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)).all()
    assert [naam in zin and woord in zin for zin, woord in zip(zinnen, ("verwijderd", "teruggezet"), strict=True)] == [
        True,
        True,
    ]


def test_wat_eerst_ging_kan_ook_eerst_terug(wereld: Wereld) -> None:
    voor = wereld.toestand()
    eerste, tweede = wereld.id(Doel, nummer=1), wereld.id(Doel, nummer=4)
    wereld.verwijder("doel", eerste)
    weg = laatste(wereld).id
    wereld.verwijder("doel", tweede)
    later = laatste(wereld).id
    zet_terug(wereld, weg)
    zet_terug(wereld, later)
    assert wereld.toestand() == voor


def test_een_heel_probleemgebied(wereld: Wereld) -> None:
    voor = wereld.toestand()
    hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    assert "Probleemgebied 'Wachttijden' teruggezet" in zet_terug(wereld, laatste(wereld))
    assert wereld.toestand() == voor


def test_samen_terug_als_waar_het_bij_hoorde_ook_weg_is(wereld: Wereld) -> None:
    voor = wereld.toestand()
    wereld.verwijder("onderdeel", wereld.id(Onderdeel, letter="a"))
    onderdeel = laatste(wereld).id
    wereld.verwijder("interventie", wereld.id(Interventie, nummer=1))
    hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    assert "Waar dit bij hoorde, is ook verwijderd" not in tekst(wereld)
    assert "Interventie 1 komt dan ook terug." in tekst(wereld)
    melding = zet_terug(wereld, onderdeel)
    for zin in ("Probleemgebied 'Wachttijden' teruggezet", "Interventie 1 teruggezet", "Onderdeel 1a teruggezet"):
        assert zin in melding
    assert wereld.toestand() == voor


def test_wat_met_iets_anders_mee_wegging_komt_daarmee_terug(wereld: Wereld) -> None:
    """The interventie went as a part of the probleemgebied: that one has to come first."""
    wereld.verwijder("onderdeel", wereld.id(Onderdeel, letter="a"))
    onderdeel = laatste(wereld).id
    hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    assert "Waar dit bij hoorde, is ook verwijderd. Zet dat eerst terug." in tekst(wereld)
    assert "waar het bij hoorde is ook verwijderd. Zet dat eerst terug." in zet_terug(wereld, onderdeel)
    assert wereld.session.scalars(select(Probleemgebied)).all() == []


def test_een_notitie_die_vaststaat_krijgt_niets_terug(wereld: Wereld) -> None:
    wereld.verwijder("doel", wereld.id(Doel, nummer=1))
    notitie = wereld.session.get_one(Notitie, wereld.notitie)
    notitie.status = NotitieStatus.TER_VASTSTELLING
    wereld.session.commit()
    voor = wereld.toestand()
    assert "De notitie is ter vaststelling en wijzigt niet meer, dus dit kan niet terug." in tekst(wereld)
    assert "kan niet terug" in zet_terug(wereld, laatste(wereld))
    assert wereld.toestand() == voor


def test_twee_keer_terugzetten(wereld: Wereld) -> None:
    wereld.verwijder("doel", wereld.id(Doel, nummer=1))
    weg = laatste(wereld).id
    wereld.verwijder("ist", wereld.id(Punt, tekst="ist 2"))  # so that there is still a form on the page
    zet_terug(wereld, weg)
    voor = wereld.toestand()
    assert "Doel 1 is al teruggezet." in zet_terug(wereld, weg)
    assert wereld.toestand() == voor


def test_alleen_van_de_eigen_organisatie(wereld: Wereld) -> None:
    wereld.verwijder("doel", wereld.id(Doel, nummer=1))
    weg = laatste(wereld).id
    buur = hulp.maak_gebruiker(wereld.session, hulp.maak_organisatie(wereld.session, "elders"), naam="Bo Buur").email
    wereld.session.commit()
    client = wereld.client
    client.delete_cookie("session")
    laat_binnen(client, buur)
    assert "De prullenbak is leeg" in tekst(wereld)
    token = hulp.formulier(client.get("/notities/nieuw"))["csrf_token"]
    assert client.post(f"{ADRES}{weg}/terugzetten", data={"csrf_token": token}).status_code == 404
    assert laatste(wereld).teruggezet_op is None


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEHEERDER, Rol.RIGG])
def test_niet_voor_wie_niet_mag_bewerken(wereld: Wereld, rol: Rol) -> None:
    wie = hulp.maak_gebruiker(wereld.session, wereld.session.get_one(Notitie, wereld.notitie).organisatie, rol, "Lee")
    wereld.session.commit()
    wereld.client.delete_cookie("session")
    laat_binnen(wereld.client, wie.email)
    assert wereld.client.get(ADRES).status_code == 403


def test_het_aantal_vragen_staat_vast_en_er_wordt_gebladerd(wereld: Wereld, tel_queries: TelQueries) -> None:
    def tel() -> int:
        with tel_queries() as teller:
            tekst(wereld)
        return teller.aantal

    wereld.verwijder("onderdeel", wereld.id(Onderdeel, letter="c"))
    wereld.verwijder("doel", wereld.id(Doel, nummer=1))
    tekst(wereld)
    weinig = tel()
    assert weinig <= 5
    vast = {"organisatie_id": wereld.organisatie, "soort": "ist", "ouder_id": wereld.gebied}
    wereld.session.add_all(
        Verwijdering(omschrijving=f"Ist-punt {n}.", inhoud={"id": 900 + n, "tekst": "x"}, **vast) for n in range(120)
    )
    wereld.session.commit()
    assert tel() == weinig - 1  # the onderdeel is on another page, and with it its interventie
    eerste = tekst(wereld)
    assert "Ist-punt 119." in eerste
    assert "Ist-punt 69." not in eerste
    onderste = wereld.session.scalars(select(Verwijdering.id).where(Verwijdering.omschrijving == "Ist-punt 70.")).one()
    tweede = tekst(wereld, voor=onderste)
    assert "Ist-punt 69." in tweede
    assert "Ist-punt 70." not in tweede
    assert "Niets ouders" in tekst(wereld, voor=1)
    assert "Ist-punt 119." in tekst(wereld, voor="onzin")


def test_elke_soort_heeft_een_naam_en_een_plek() -> None:
    assert OUDERS.keys() <= SOORTEN.keys()
    assert SOORTEN.keys() - OUDERS.keys() == {"thema", "gemeten indicator"}  # of the organisatie itself
