"""Who gets in: a key that is valid and may do it. Nothing else, and every answer is one for systems."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.models import ApiToken, Rol, db, nu
from tests.integration import bewerkhulp as hulp
from tests.integration.api.apihulp import Wereld, maak_sleutel

PADEN = ["/indicatoren", "/indicatoren/{clienten}", "/indicatoren/{clienten}/metingen"]


@pytest.mark.parametrize("pad", PADEN)
@pytest.mark.parametrize(
    "kop", ["", "Bearer", "Bearer ", "Bearer x", "Basic eDp5", "Bearer doelspoor_x", "Bearer doelspoor_" + "x" * 9000]
)
def test_zonder_geldige_sleutel_komt_niemand_binnen(wereld: Wereld, pad: str, kop: str) -> None:
    antwoord = wereld.vraag(pad, None, headers={"Authorization": kop} if kop else {})
    assert antwoord.status_code == 401
    assert antwoord.mimetype == "application/problem+json"
    assert antwoord.headers["WWW-Authenticate"].startswith("Bearer")
    assert antwoord.get_json()["title"] == "Geen geldige sleutel"
    assert "Indicator" not in antwoord.text


@pytest.mark.parametrize("velden", [{"ingetrokken_op": nu()}, {"verloopt_op": nu() - timedelta(seconds=1)}])
def test_een_ingetrokken_of_verlopen_sleutel_werkt_niet(wereld: Wereld, velden: dict[str, Any]) -> None:
    geheim = maak_sleutel(wereld.session, wereld.ids["testdorp"], "oud", True, True, **velden)
    wereld.session.commit()
    oud, onbekend = wereld.vraag("/indicatoren", geheim), wereld.vraag("/indicatoren", geheim + "x")
    assert oud.status_code == onbekend.status_code == 401
    zeggen = [{**antwoord.get_json(), "verzoek": ""} for antwoord in (oud, onbekend)]  # each has a number of its own
    assert zeggen[0] == zeggen[1]
    assert wereld.lever(("2020", "5"), sleutel=geheim).status_code == 401


def test_intrekken_werkt_meteen(wereld: Wereld) -> None:
    assert wereld.vraag("/indicatoren").status_code == 200
    wereld.session.execute(update(ApiToken).where(ApiToken.naam == "schrijver").values(ingetrokken_op=nu()))
    wereld.session.commit()
    assert wereld.vraag("/indicatoren").status_code == 401


@pytest.mark.parametrize("sleutel", ["lezer", "kijker"])
def test_een_sleutel_om_te_lezen_schrijft_niet(wereld: Wereld, sleutel: str) -> None:
    antwoord = wereld.lever(("2020", "5"), sleutel=sleutel)
    assert antwoord.status_code == 403
    assert antwoord.get_json()["detail"].startswith("Met deze sleutel kunt u alleen lezen.")
    assert wereld.metingen() == {}


def test_wie_is_ingelogd_heeft_nog_geen_sleutel_en_een_sleutel_opent_geen_schermen(wereld: Wereld) -> None:
    gemeente = hulp.maak_organisatie(wereld.session, "ander")
    email = hulp.maak_gebruiker(wereld.session, gemeente, Rol.MANAGER).email
    wereld.session.commit()
    client = wereld.app.test_client()
    hulp.log_in(client, email)
    assert client.get("/").status_code == 200
    assert client.get("/api/v1/indicatoren").status_code == 401
    met_sleutel = {"Authorization": f"Bearer {wereld.sleutels['schrijver']}"}
    antwoord = wereld.app.test_client().get("/", headers=met_sleutel)
    assert antwoord.location.startswith("/inloggen")


def test_elk_antwoord_heeft_de_koppen_van_de_api_en_geen_cookie(wereld: Wereld) -> None:
    for antwoord in (
        wereld.vraag("/indicatoren"),
        wereld.vraag("/indicatoren", None),
        wereld.vraag("/bestaat-niet"),
        wereld.vraag("/openapi.json", None),
        wereld.lever(("2020", "x")),
        wereld.vraag("/indicatoren", methode="DELETE"),
    ):
        koppen = antwoord.headers
        assert koppen["API-Version"] == "1.0.0"
        assert koppen["Cache-Control"] == "no-store"
        assert koppen["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in koppen["Content-Security-Policy"]
        assert "Set-Cookie" not in koppen
        assert "Strict-Transport-Security" not in koppen
    veilig = wereld.vraag("/indicatoren", base_url="https://doelspoor.example")
    assert "max-age" in veilig.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("methode", "pad", "code"),
    [
        ("GET", "/indicatoren/", 404),
        ("GET", "/indicatoren/{clienten}/metingen/", 404),
        ("GET", "/indicatoren/-1", 404),
        ("GET", "/indicatoren/99999999999999999999", 404),
        ("GET", "/Indicatoren", 404),
        ("GET", "/../v2/indicatoren", 404),
        ("PUT", "/indicatoren/{clienten}/metingen", 405),
        ("POST", "/indicatoren", 405),
        ("POST", "/openapi.json", 405),
    ],
)
def test_wat_er_niet_is_zegt_dat_als_probleem(wereld: Wereld, methode: str, pad: str, code: int) -> None:
    antwoord = wereld.vraag(pad, methode=methode)
    assert (antwoord.status_code, antwoord.mimetype) == (code, "application/problem+json")
    assert antwoord.get_json()["status"] == code
    assert "GET" in antwoord.headers.get("Allow", "") or code == 404
    assert "<" not in antwoord.text


def test_gebruik_wordt_genoteerd_en_niet_bij_elk_verzoek(wereld: Wereld) -> None:
    def laatst() -> Any:
        wereld.session.rollback()
        return wereld.session.scalar(select(ApiToken.laatst_gebruikt_op).where(ApiToken.naam == "lezer"))

    assert laatst() is None
    wereld.vraag("/indicatoren", "lezer")
    eerst = laatst()
    assert nu() - eerst < timedelta(minutes=1)
    wereld.vraag("/indicatoren", "lezer")
    assert laatst() == eerst
    lang = nu() - timedelta(minutes=6)
    wereld.session.execute(update(ApiToken).where(ApiToken.naam == "lezer").values(laatst_gebruikt_op=lang))
    wereld.session.commit()
    wereld.vraag("/indicatoren?aantal=0", "lezer")
    assert laatst() > lang, "ook een verzoek dat niet lukt is gebruik"


def test_lezen_gaat_door_terwijl_een_ander_schrijft(wereld: Wereld) -> None:
    """The use of the key cannot be noted then, and that stops nobody."""
    wereld.session.execute(update(ApiToken).values(naam=ApiToken.naam))
    assert wereld.session.in_transaction()
    if db.engine.dialect.name == "sqlite":
        assert wereld.vraag("/indicatoren", "kijker").status_code == 200
        wereld.session.rollback()
        assert wereld.session.scalar(select(ApiToken.laatst_gebruikt_op).where(ApiToken.naam == "kijker")) is None
    wereld.session.rollback()
    assert wereld.vraag("/indicatoren", "kijker").status_code == 200
    assert wereld.session.scalar(select(ApiToken.laatst_gebruikt_op).where(ApiToken.naam == "kijker"))
