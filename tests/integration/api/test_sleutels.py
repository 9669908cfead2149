"""The screens for keys: one is shown once, does what was chosen, and stops when it is withdrawn."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.models import ApiToken, Gebruiker, Logregel, Organisatie, Rol, nu
from app.services.sleutels import hash_van
from app.sleutels.forms import over_een_jaar
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.api.apihulp import Wereld, maak_sleutel

GEHEIM = re.compile(r"doelspoor_[\w-]{43}")


@pytest.fixture
def manager(wereld: Wereld) -> FlaskClient:
    return als(wereld, Rol.MANAGER)


def als(wereld: Wereld, rol: Rol, dorp: str = "testdorp") -> FlaskClient:
    organisatie = wereld.session.get_one(Organisatie, wereld.ids[dorp])
    email = hulp.maak_gebruiker(wereld.session, organisatie, rol, f"{rol.value} {dorp}").email
    wereld.session.commit()
    client = wereld.app.test_client()
    laat_binnen(client, email)
    return client


def maak(client: FlaskClient, **velden: str) -> TestResponse:
    begin = hulp.formulier(client.get("/sleutels/nieuw"))
    return client.post("/sleutels/nieuw", data={**begin, "naam": "Datawarehouse", **velden})


def geheim_in(antwoord: TestResponse) -> str:
    gevonden = set(GEHEIM.findall(antwoord.get_data(as_text=True)))
    assert len(gevonden) == 1
    return gevonden.pop()


def rij(wereld: Wereld, naam: str = "Datawarehouse") -> ApiToken:
    sleutel: ApiToken = hulp.een(wereld.session, ApiToken, naam=naam)
    return sleutel


@pytest.mark.parametrize(
    ("macht", "schrijft", "ziet"), [("lezen", False, False), ("alles lezen", False, True), ("schrijven", True, True)]
)
def test_een_nieuwe_sleutel_doet_wat_is_gekozen(
    wereld: Wereld, manager: FlaskClient, macht: str, schrijft: bool, ziet: bool
) -> None:
    wereld.zet("clienten", "testdorp", [("", "2020", "3")])
    antwoord = maak(manager, macht=macht)
    assert antwoord.status_code == 201
    assert antwoord.headers["Cache-Control"] == "no-store"
    geheim = geheim_in(antwoord)
    (meting,) = wereld.vraag("/indicatoren/{clienten}/metingen", geheim).get_json()["metingen"]
    assert meting["waarde"] == ("3" if ziet else None)
    assert wereld.lever(("2021", "5"), sleutel=geheim).status_code == (200 if schrijft else 403)


def test_de_sleutel_zelf_staat_nergens(wereld: Wereld, manager: FlaskClient) -> None:
    geheim = geheim_in(maak(manager))
    assert geheim not in manager.get("/sleutels/").get_data(as_text=True)
    sleutel = rij(wereld)
    assert sleutel.hash == hash_van(geheim)
    assert geheim not in str([vars(sleutel), *(vars(regel) for regel in wereld.session.scalars(select(Logregel)))])


def test_de_lijst_zegt_wie_wat_mag_tot_wanneer_en_het_laatst_gebruikt(wereld: Wereld, manager: FlaskClient) -> None:
    geheim = geheim_in(maak(manager, geldig_tot=str(over_een_jaar())))
    assert "nog niet" in hulp.tekst_van(manager.get("/sleutels/"))
    wereld.vraag("/indicatoren", geheim)
    tekst = hulp.tekst_van(manager.get("/sleutels/"))
    for stuk in (
        "Datawarehouse",
        "Lezen, met kleine aantallen afgeschermd",
        "manager testdorp",
        "/api/v1/openapi.json",
    ):
        assert stuk in tekst
    sleutel = rij(wereld)
    assert sleutel.gebruiker_id == hulp.een(wereld.session, Gebruiker, naam="manager testdorp").id
    assert sleutel.laatst_gebruikt_op


def test_het_logboek_zegt_wie_een_sleutel_maakte_en_introk(wereld: Wereld, manager: FlaskClient) -> None:
    maak(manager, macht="schrijven", geldig_tot=str(over_een_jaar()))
    trek_in(manager, rij(wereld).id)
    wereld.session.rollback()
    zinnen = list(wereld.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)))
    assert zinnen[0].startswith("Sleutel 'Datawarehouse' voor de API gemaakt: lezen en schrijven, geldig tot en met ")
    assert zinnen[1] == "Sleutel 'Datawarehouse' voor de API ingetrokken"


def trek_in(client: FlaskClient, id_: int) -> TestResponse:
    velden = hulp.formulier(client.get(f"/sleutels/{id_}/intrekken"))
    return client.post(f"/sleutels/{id_}/intrekken", data=velden)


def test_een_ingetrokken_sleutel_werkt_meteen_niet_meer(wereld: Wereld, manager: FlaskClient) -> None:
    geheim = geheim_in(maak(manager))
    assert wereld.vraag("/indicatoren", geheim).status_code == 200
    pagina = hulp.volg(manager, trek_in(manager, rij(wereld).id))
    assert "is ingetrokken en werkt niet meer" in hulp.melding(pagina)
    assert wereld.vraag("/indicatoren", geheim).status_code == 401
    wanneer = rij(wereld).ingetrokken_op
    assert "was al ingetrokken" in hulp.melding(hulp.volg(manager, trek_in(manager, rij(wereld).id)))
    assert rij(wereld).ingetrokken_op == wanneer
    assert maak(manager).status_code == 201, "de naam is weer vrij"


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"naam": " "}, "Vul in waarvoor de sleutel is."),
        ({"naam": "x" * 101}, "gebruik hoogstens 100 tekens"),
        ({"naam": "SCHRIJVER"}, "Er is al een sleutel"),
        ({"macht": "alles"}, "keuze"),
        ({"macht": ""}, "Kies wat de sleutel mag."),
        ({"geldig_tot": ""}, "Vul een datum in die bestaat"),
        ({"geldig_tot": "2021-02-30"}, "Vul een datum in die bestaat"),
        ({"geldig_tot": "2021-01-01"}, "Deze dag is al voorbij."),
        ({"geldig_tot": "9999-12-31"}, "hoogstens twee jaar geldig"),
    ],
)
def test_wat_niet_kan_zegt_wat_en_maakt_niets(
    wereld: Wereld, manager: FlaskClient, velden: dict[str, str], melding: str
) -> None:
    voor = wereld.aantal(ApiToken)
    antwoord = maak(manager, **velden)
    assert antwoord.status_code == 422
    assert melding in hulp.tekst_van(antwoord)
    assert wereld.aantal(ApiToken) == voor
    assert not GEHEIM.search(antwoord.get_data(as_text=True))


def test_de_laatste_dag_hoort_erbij(wereld: Wereld, manager: FlaskClient) -> None:
    maak(manager, geldig_tot=str(over_een_jaar() - timedelta(days=365)))
    assert timedelta(0) < rij(wereld).verloopt_op - nu() <= timedelta(days=1)


def test_niemand_geeft_meer_weg_dan_hij_heeft(wereld: Wereld) -> None:
    beheerder = als(wereld, Rol.BEHEERDER)
    assert "kan een manager maken" in hulp.tekst_van(beheerder.get("/sleutels/nieuw"))
    assert maak(beheerder, macht="schrijven").status_code == 422
    assert maak(beheerder, macht="alles lezen").status_code == 422
    assert maak(beheerder, macht="lezen").status_code == 201


def test_alleen_de_sleutels_van_de_eigen_organisatie(wereld: Wereld) -> None:
    buurman = als(wereld, Rol.MANAGER, "buurdorp")
    tekst = hulp.tekst_van(buurman.get("/sleutels/"))
    assert "schrijver" not in tekst
    id_ = rij(wereld, "schrijver").id
    assert buurman.get(f"/sleutels/{id_}/intrekken").status_code == 404
    velden = hulp.formulier(buurman.get("/sleutels/nieuw"))
    assert buurman.post(f"/sleutels/{id_}/intrekken", data=velden).status_code == 404
    assert rij(wereld, "schrijver").ingetrokken_op is None
    assert maak(buurman, naam="schrijver").status_code == 201, "een naam is van een organisatie"


@pytest.mark.parametrize("rol", [Rol.BELEIDSADVISEUR, Rol.LEZER, Rol.RIGG])
def test_wie_geen_sleutels_beheert_ziet_ze_niet(wereld: Wereld, rol: Rol) -> None:
    client = als(wereld, rol)
    assert client.get("/sleutels/").status_code == 403


def test_verlopen_en_ingetrokken_sleutels_staan_apart(wereld: Wereld, manager: FlaskClient) -> None:
    velden = {"verloopt_op": nu() - timedelta(days=3)}
    maak_sleutel(wereld.session, wereld.ids["testdorp"], "oud", True, True, **velden)
    wereld.session.commit()
    tekst = hulp.tekst_van(manager.get("/sleutels/"))
    werkend, _, voorbij = tekst.partition("Verlopen en ingetrokken")
    assert "schrijver" in werkend
    assert "verlopen" in voorbij.partition("oud")[2]
