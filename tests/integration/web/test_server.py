"""What stands in front: who is believed about it, to which name this installation answers, and https."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Gebruiker
from config import Omgeving
from tests.integration import bewerkhulp as hulp
from tests.integration.web.webhulp import BUITEN, SITE, anders, probeer

DOORGESTUURD = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "kwaad.example"}
# Of the session, and of the browsers in which somebody has logged in before.
COOKIES = ["__Host-bekend", "__Host-doelspoor"]


def _gezien(app: Flask, koppen: dict[str, str]) -> tuple[str | None, str, str]:
    """The address, the scheme and the host as the application sees them."""
    gezien: list[tuple[str | None, str, str]] = []

    @app.before_request
    def noteer() -> None:
        from flask import request

        gezien.append((request.remote_addr, request.scheme, request.host))

    app.test_client().get("/gezond", headers=koppen, environ_base=BUITEN)
    return gezien[0]


def test_zonder_instelling_wordt_niemand_geloofd(app: Flask) -> None:
    with anders(app) as kaal:
        assert _gezien(kaal, DOORGESTUURD) == ("203.0.113.7", "http", "localhost")


def test_van_de_eigen_proxies_en_van_geen_een_meer(app: Flask) -> None:
    with anders(app, proxies=1) as achter:
        koppen = {**DOORGESTUURD, "X-Forwarded-For": "6.6.6.6, 198.51.100.9"}
        assert _gezien(achter, koppen) == ("198.51.100.9", "https", "kwaad.example")


def test_alleen_de_eigen_namen_worden_beantwoord(app: Flask) -> None:
    with anders(app, hosts=("doelspoor.example",)) as eigen:
        client = eigen.test_client()
        assert client.get("/inloggen", base_url=SITE).status_code == 200
        for naam in ("kwaad.example", "doelspoor.example.kwaad.example", "127.0.0.1", "doelspoor.example:x"):
            for pad in ("/inloggen", "/api/v1/indicatoren"):
                antwoord = client.get(pad, headers={"Host": naam})
                assert antwoord.mimetype == "text/plain"
            assert antwoord.status_code == 400, naam
            assert "Content-Security-Policy" in antwoord.headers


@pytest.mark.parametrize("pad", ["/inloggen", "/", "/bestaat-niet", "/api/v1/indicatoren", "/gezond", "/static/x.css"])
def test_in_productie_altijd_https(app: Flask, pad: str) -> None:
    with anders(app, Omgeving.PRODUCTIE) as productie:
        antwoord = productie.test_client().get(pad)
        assert antwoord.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_in_productie_zijn_de_cookies_dicht(app: Flask, session: Session) -> None:
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    with anders(app, Omgeving.PRODUCTIE) as productie:
        client: FlaskClient = productie.test_client()
        antwoord = probeer(client, email, hulp.WACHTWOORD, base_url=SITE, headers={"Referer": f"{SITE}/inloggen"})
        assert antwoord.status_code == 302
        cookies = [[deel.strip() for deel in kop.split(";")] for kop in antwoord.headers.getlist("Set-Cookie")]
        assert sorted(naam.partition("=")[0] for naam, *_ in cookies) == COOKIES
        for _, *kenmerken in cookies:
            blijft = {deel for deel in kenmerken if deel.startswith(("Expires=", "Max-Age="))}
            assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} == set(kenmerken) - blijft
        assert client.get("/", base_url=SITE).status_code == 200


def test_in_productie_telt_ook_waar_een_formulier_vandaan_komt(app: Flask, session: Session) -> None:
    """Over https the token alone is not enough: the page it stands on must be ours."""
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    with anders(app, Omgeving.PRODUCTIE) as productie:
        for koppen in ({}, {"Referer": "https://kwaad.example/"}):
            antwoord = probeer(productie.test_client(), email, hulp.WACHTWOORD, base_url=SITE, headers=koppen)
            assert antwoord.status_code == 400


@pytest.mark.parametrize(
    "pad", ["/static/", "/static", "/.git/config", "/static/../config.py", "/static/%2e%2e/config.py", "/config.py"]
)
def test_alleen_gebouwde_bestanden_zijn_op_te_halen(client: FlaskClient, pad: str) -> None:
    assert client.get(pad).status_code == 404


def test_in_productie_staat_de_foutzoekstand_uit(app: Flask) -> None:
    with anders(app, Omgeving.PRODUCTIE) as productie:
        assert not productie.debug
        assert not productie.testing


def test_in_productie_komt_de_demo_er_niet_in(app: Flask, session: Session) -> None:
    """Its passwords stand in the README."""
    with anders(app, Omgeving.PRODUCTIE) as productie, productie.app_context():
        uit = productie.test_cli_runner().invoke(args=["demo"])
    assert uit.exit_code == 2
    assert "geen demonstratiegegevens" in uit.output
    assert not session.scalars(select(Gebruiker)).all()


def test_wat_de_browser_bewaart_is_ondertekend_met_sha_256(client: FlaskClient, session: Session) -> None:
    """The session, the browsers that are known, and the token in a form: a signature of 32 bytes is 43 signs."""
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    assert hulp.log_in(client, email).status_code == 302
    koekjes = [client.get_cookie(naam) for naam in ("session", "bekend")]
    token = hulp.formulier(client.get("/instellingen/wachtwoord"))["csrf_token"]
    getekend = [koekje.value for koekje in koekjes if koekje] + [token]
    assert [len(tekst.rpartition(".")[2]) for tekst in getekend] == [43] * 3
