"""Being logged in: a row on the server, that ends by itself, by the user, or by another password."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Gebruiker, Inlogsessie, Logregel, nu
from app.services.geheimen import hash_van
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller

EMAIL = "jo.jansen@testdorp.example"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
NIEUW = "kaas paars fiets lamp"


@pytest.fixture
def jo(session: Session) -> Gebruiker:
    gebruiker = hulp.maak_gebruiker(session, hulp.maak_organisatie(session))
    session.commit()
    return gebruiker


@pytest.fixture
def ingelogd(app: Flask, jo: Gebruiker) -> Callable[[], FlaskClient]:
    """Jo, in one more browser."""

    def log_in() -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_USER_AGENT"] = FIREFOX
        assert hulp.log_in(client, EMAIL).status_code == 302
        return client

    return log_in


def is_ingelogd(client: FlaskClient) -> bool:
    antwoord = client.get("/instellingen")
    if antwoord.status_code == 302:
        assert "sessie is verlopen of beëindigd" in hulp.melding(client.get(antwoord.location))
    return antwoord.status_code == 200


def druk(client: FlaskClient, adres: str) -> TestResponse:
    return client.post(adres, data=hulp.formulier(client.get("/instellingen/sessies"), adres))


def rijen(session: Session) -> list[Inlogsessie]:
    session.rollback()
    session.expire_all()
    return list(session.scalars(select(Inlogsessie).order_by(Inlogsessie.id)))


def zet(session: Session, **ouder: timedelta) -> None:
    session.execute(update(Inlogsessie).values({naam: nu() - duur for naam, duur in ouder.items()}))
    session.commit()


def test_elke_keer_inloggen_is_een_nieuwe_sessie(ingelogd: Callable[[], FlaskClient], session: Session) -> None:
    client = ingelogd()
    (eerste,) = rijen(session)
    with client.session_transaction() as koekje:
        bewijs = koekje["sessie"]
    hash_ = eerste.hash
    assert (hash_, eerste.browser) == (hash_van(bewijs), "Firefox op Linux")
    gestolen = client.get_cookie("session")
    assert gestolen
    druk(client, "/uitloggen")
    assert rijen(session) == []
    client.set_cookie("session", gestolen.value)
    assert not is_ingelogd(client), "een koekje van vroeger is niets meer waard"
    assert hulp.log_in(client, EMAIL).status_code == 302
    (tweede,) = rijen(session)
    assert tweede.hash != hash_


def test_zelf_een_of_alle_sessies_beeindigen(ingelogd: Callable[[], FlaskClient], session: Session) -> None:
    hier, daar, ginds = ingelogd(), ingelogd(), ingelogd()
    eigen, ander, _ = (rij.id for rij in rijen(session))
    pagina = hulp.tekst_van(hier.get("/instellingen/sessies"))
    assert pagina.count("Firefox op Linux") == 3
    assert pagina.count("deze browser") == 1
    assert "U bent in die browser uitgelogd." in hulp.melding(
        hulp.volg(hier, druk(hier, f"/instellingen/sessies/{ander}/beeindigen"))
    )
    assert [is_ingelogd(client) for client in (hier, daar, ginds)] == [True, False, True]
    assert druk(hier, f"/instellingen/sessies/{eigen}/beeindigen").location == "/inloggen"
    assert [is_ingelogd(client) for client in (daar, ginds)] == [False, True]
    assert druk(ginds, "/instellingen/sessies/overal-beeindigen").location == "/inloggen"
    assert rijen(session) == []


def test_een_sessie_van_een_ander_blijft(ingelogd: Callable[[], FlaskClient], app: Flask, session: Session) -> None:
    jo = ingelogd()
    (van_jo,) = rijen(session)
    kim = hulp.maak_gebruiker(session, hulp.een(session, hulp.Organisatie), naam="Kim Kok").email
    session.commit()
    client = app.test_client()
    hulp.log_in(client, kim)
    token = hulp.formulier(client.get("/instellingen/sessies"), "/uitloggen")
    assert client.post(f"/instellingen/sessies/{van_jo.id}/beeindigen", data=token).status_code == 404
    assert is_ingelogd(jo)
    assert len(rijen(session)) == 2


@pytest.mark.parametrize(
    ("ouder", "geldig"),
    [
        ({"laatst_gezien_op": timedelta(minutes=59)}, True),
        ({"laatst_gezien_op": timedelta(minutes=60)}, False),
        ({"begonnen_op": timedelta(hours=11, minutes=59)}, True),
        ({"begonnen_op": timedelta(hours=12)}, False),
    ],
    ids=str,
)
def test_een_sessie_houdt_vanzelf_op(
    ingelogd: Callable[[], FlaskClient], session: Session, ouder: dict[str, timedelta], geldig: bool
) -> None:
    client = ingelogd()
    zet(session, **ouder)
    assert is_ingelogd(client) is geldig
    if not geldig:
        assert hulp.log_in(client, EMAIL).status_code == 302
        assert len(rijen(session)) == 1, "wat voorbij is, is opgeruimd"


def test_laatst_gezien_wordt_nu_en_dan_genoteerd(
    ingelogd: Callable[[], FlaskClient], session: Session, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = ingelogd()
    with tel_queries() as vers:
        client.get("/instellingen/wachtwoord")
    assert vers.aantal == 1, "de sessie, de gebruiker en de organisatie zijn een vraag"
    zet(session, laatst_gezien_op=timedelta(minutes=5))
    client.get("/instellingen/wachtwoord")
    (rij,) = rijen(session)
    assert nu() - rij.laatst_gezien_op < timedelta(minutes=1)


def test_een_ander_wachtwoord_logt_elders_uit(
    ingelogd: Callable[[], FlaskClient], session: Session, jo: Gebruiker
) -> None:
    hier, daar = ingelogd(), ingelogd()
    vorige = hier.get_cookie("session")
    assert vorige
    velden = hulp.formulier(hier.get("/instellingen/wachtwoord")) | {"huidig": hulp.WACHTWOORD}
    antwoord = hier.post("/instellingen/wachtwoord", data=velden | {"nieuw": NIEUW, "nog_eens": NIEUW})
    assert "Uw wachtwoord is gewijzigd." in hulp.melding(hulp.volg(hier, antwoord))
    assert [is_ingelogd(client) for client in (hier, daar)] == [True, False]
    hier.set_cookie("session", vorige.value)
    assert not is_ingelogd(hier), "ook deze browser kreeg een nieuwe sessie"
    assert hulp.log_in(daar, EMAIL).status_code == 422
    assert hulp.log_in(daar, EMAIL, NIEUW).status_code == 302
    regel = session.scalars(select(Logregel).where(Logregel.over_gebruiker_id == jo.id)).one()
    assert regel.omschrijving == f"Wachtwoord gewijzigd: Jo Jansen ({EMAIL})"
    assert NIEUW not in str((regel.oud, regel.nieuw))


@pytest.mark.parametrize(
    ("huidig", "nieuw", "nog_eens", "zin"),
    [
        ("fout-wachtwoord", NIEUW, NIEUW, "niet uw huidige wachtwoord"),
        (hulp.WACHTWOORD, hulp.WACHTWOORD, hulp.WACHTWOORD, "Kies een ander wachtwoord"),
        (hulp.WACHTWOORD, NIEUW, NIEUW + " ", "niet hetzelfde"),
        (hulp.WACHTWOORD, "kort", "kort", "minstens 12 tekens"),
        (hulp.WACHTWOORD, "k" * 201, "k" * 201, "hoogstens 200 tekens"),
        (hulp.WACHTWOORD, "Welkom-2026!", "Welkom-2026!", "te makkelijk te raden"),
        (hulp.WACHTWOORD, "Jansen-1985-testdorp", "Jansen-1985-testdorp", "te makkelijk te raden"),
        ("", "", "", "Vul uw huidige wachtwoord in"),
    ],
)
def test_een_wachtwoord_dat_niet_kan(
    ingelogd: Callable[[], FlaskClient], huidig: str, nieuw: str, nog_eens: str, zin: str
) -> None:
    client = ingelogd()
    velden = hulp.formulier(client.get("/instellingen/wachtwoord"))
    antwoord = client.post(
        "/instellingen/wachtwoord", data=velden | {"huidig": huidig, "nieuw": nieuw, "nog_eens": nog_eens}
    )
    assert antwoord.status_code == 422
    assert zin in hulp.tekst_van(antwoord)
    assert is_ingelogd(client)


def test_ook_het_huidige_wachtwoord_is_niet_eindeloos_te_raden(ingelogd: Callable[[], FlaskClient]) -> None:
    """By who finds a screen left open. The right one is not told apart any more either; afterwards it counts anew."""
    client, adres = ingelogd(), "/instellingen/wachtwoord"
    velden = hulp.formulier(client.get(adres)) | {"nieuw": NIEUW, "nog_eens": NIEUW}
    codes = [client.post(adres, data=velden | {"huidig": f"gok nummer {nr}"}).status_code for nr in range(6)]
    assert codes == [422] * 5 + [429]
    goed = client.post(adres, data=velden | {"huidig": hulp.WACHTWOORD})
    assert (goed.status_code, goed.headers["Retry-After"]) == (429, "30")
    assert "te vaak een verkeerd wachtwoord" in hulp.tekst_van(goed)


def test_een_te_zwak_nieuw_wachtwoord_is_geen_gok(ingelogd: Callable[[], FlaskClient]) -> None:
    client, adres = ingelogd(), "/instellingen/wachtwoord"
    velden = hulp.formulier(client.get(adres)) | {"huidig": hulp.WACHTWOORD, "nieuw": "kort", "nog_eens": "kort"}
    assert [client.post(adres, data=velden).status_code for _ in range(7)] == [422] * 7


@pytest.mark.parametrize("adres", ["/inloggen", "/instellingen/wachtwoord"])
def test_een_wachtwoordveld_verbergt_en_laat_een_kluis_toe(
    ingelogd: Callable[[], FlaskClient], app: Flask, adres: str
) -> None:
    client = ingelogd() if adres.startswith("/instellingen") else app.test_client()
    velden = html.document_fromstring(client.get(adres).get_data(as_text=True)).xpath(
        "//main//input[contains(@autocomplete, 'password')]"
    )
    assert velden
    for veld in velden:
        assert veld.get("type") == "password"
        assert int(veld.get("maxlength") or 1000) >= 200
        assert not [naam for naam in veld.attrib if naam.startswith("on")]
