"""What an aanbieder sends is believed only when it signed it, for us, now and in answer to this browser."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from authlib.integrations.flask_client import FlaskOAuth2App
from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from joserfc.jws import JWSRegistry
from requests import PreparedRequest, Response, Session

from app.inloggen.client import in_twee_stappen
from config import Inlogregels
from config_inloggen import Aanbieder
from tests.integration import bewerkhulp as hulp
from tests.integration.aanbieder import TERUG
from tests.integration.account.conftest import JO

ELDERS = Aanbieder("https://elders.example", "doelspoor", "het proefaccount", "geheim-van-de-proef-0123456789abcdef")
SLEUTEL = RSAKey.generate_key(2048, parameters={"kid": "echt"})
VREEMD = RSAKey.generate_key(2048, parameters={"kid": "echt"})
GEDEELD = OctKey.import_key(ELDERS.geheim, {"kid": "echt"})
GEGEVENS = {
    "_loaded_at": 1,
    "issuer": ELDERS.adres,
    "authorization_endpoint": f"{ELDERS.adres}/in",
    "token_endpoint": f"{ELDERS.adres}/token",
    "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
    "jwks": {"keys": [SLEUTEL.as_dict(private=False), GEDEELD.as_dict(private=True)]},
}

Zegt = Callable[..., int]


@pytest.fixture
def zegt(app: Flask, client: FlaskClient, testdorp: None, monkeypatch: pytest.MonkeyPatch) -> Zegt:
    """Goes there and back, with this said; the status of a page for who is logged in."""
    app.config["INLOGGEN"] = Inlogregels(aanbieder=ELDERS)
    monkeypatch.setattr(FlaskOAuth2App, "load_server_metadata", lambda zelf: _vul(zelf))

    def ga(sleutel: Any = SLEUTEL, soort: str = "RS256", **anders: Any) -> int:
        vraag = parse_qs(urlsplit(str(client.get("/inloggen/aanbieder").location)).query)
        zegt = {
            "iss": ELDERS.adres,
            "aud": ELDERS.client,
            "sub": "jo-1",
            "email": JO,
            "email_verified": True,
            "nonce": vraag["nonce"][0],
            "iat": int(time.time()),
            "exp": int(time.time()) + 60,
        } | anders
        register = JWSRegistry(algorithms=[soort])
        bewijs = jwt.encode({"alg": soort, "kid": "echt"}, zegt, sleutel, registry=register)
        monkeypatch.setattr(FlaskOAuth2App, "fetch_access_token", lambda *_, **__: {"id_token": bewijs})
        client.get(TERUG, query_string={"code": "x", "state": vraag["state"][0]})
        return client.get("/instellingen").status_code

    return ga


def _vul(client: Any) -> dict[str, Any]:
    if not client.server_metadata.get("_loaded_at"):
        client.server_metadata.update(GEGEVENS)
    gegevens: dict[str, Any] = client.server_metadata
    return gegevens


def test_zo_komt_iemand_binnen(zegt: Zegt) -> None:
    assert zegt() == 200


@pytest.mark.parametrize(
    "vervalst",
    [
        {"sleutel": VREEMD},
        {"sleutel": GEDEELD, "soort": "HS256"},
        {"iss": "https://vals.example"},
        {"aud": "een-ander"},
        {"aud": "een-ander", "azp": ELDERS.client},
        {"nonce": "van een andere keer"},
        {"exp": int(time.time()) - 3600, "iat": int(time.time()) - 7200},
        {"sub": ""},
    ],
    ids=lambda vervalst: " ".join(vervalst),
)
def test_wat_niet_klopt_komt_er_niet_in(zegt: Zegt, vervalst: dict[str, Any]) -> None:
    assert zegt(**vervalst) == 302


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
def test_zonder_handtekening_komt_er_niets_in(zegt: Zegt) -> None:
    assert zegt(soort="none") == 302


@pytest.mark.parametrize(("van", "waar"), [("cross-site", "/inloggen"), ("same-site", "/inloggen"), ("none", "")])
def test_een_vreemde_pagina_logt_niemand_in(client: FlaskClient, zegt: Zegt, van: str, waar: str) -> None:
    antwoord = client.get("/inloggen/aanbieder?next=/opdrachten/", headers={"Sec-Fetch-Site": van})
    assert antwoord.location.startswith(waar or GEGEVENS["authorization_endpoint"])


def test_een_omleiding_van_de_aanbieder_wordt_niet_gevolgd(
    app: Flask, client: FlaskClient, testdorp: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd: list[str | None] = []

    def stuur(_zelf: Session, verzoek: PreparedRequest, **velden: Any) -> Response:
        gevraagd.append(verzoek.url)
        assert velden["allow_redirects"] is False
        antwoord = Response()
        antwoord.status_code, antwoord.headers["Location"] = 302, "http://127.0.0.1:9100/metrics"
        antwoord.raw = None
        antwoord._content = b""
        return antwoord

    monkeypatch.setattr(Session, "send", stuur)
    app.config["INLOGGEN"] = Inlogregels(aanbieder=ELDERS)
    assert client.get("/inloggen/aanbieder").status_code == 303
    assert "nu niet te bereiken" in hulp.melding(client.get("/inloggen"))
    assert gevraagd == [f"{ELDERS.adres}/.well-known/openid-configuration"]


@pytest.mark.parametrize(
    ("amr", "genoeg"),
    [
        (None, False),
        (["pwd"], False),
        (["otp"], False),
        (["fpt"], False),
        (["pwd", "kba"], False),
        (["mfa"], True),
        (["pwd", "otp"], True),
        (["pwd", "hwk"], True),
        ("mfa", False),
        ([["mfa"], {}], False),
    ],
)
def test_een_ding_is_geen_twee_stappen(amr: Any, genoeg: bool) -> None:
    assert in_twee_stappen({"amr": amr}) is genoeg
