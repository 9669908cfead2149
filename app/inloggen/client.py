"""What talks to the aanbieder: stricter than the library by itself about what it asks, follows and believes."""

from typing import Any

from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from authlib.integrations.requests_client import OAuth2Session
from flask import current_app

from config_inloggen import Aanbieder

NAAM = "aanbieder"
SECONDEN = 10
# Signed with a key that only the aanbieder has: not with a secret that we have too, and not unsigned.
ONDERTEKEND = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
# What the aanbieder says when somebody did more than type a password there (RFC 8176).
MEER_DAN_EEN_WACHTWOORD = {"otp", "hwk", "fpt", "face", "sc"}


class _ZonderOmleiding(OAuth2Session):  # type: ignore[misc]
    """Goes to the addresses that the aanbieder named, and not to where those send it on."""

    def request(self, *delen: Any, **velden: Any) -> Any:
        return super().request(*delen, **velden, allow_redirects=False)


class _Client(FlaskOAuth2App):  # type: ignore[misc]
    client_cls = _ZonderOmleiding


def maak_client(aanbieder: Aanbieder) -> Any:
    """Made for this request: nothing of one visitor is there for the next."""
    return OAuth(current_app).register(
        NAAM,
        client_cls=_Client,
        client_id=aanbieder.client,
        client_secret=aanbieder.geheim,
        server_metadata_url=f"{aanbieder.adres.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": SECONDEN,
        },
    )


def lees_ondertekend(client: Any, aanbieder: Aanbieder) -> dict[str, Any]:
    """What the aanbieder signed, for us, in this visit. Raises one of many errors when anything is not as it should."""
    gegevens = client.load_server_metadata()
    if gegevens.get("issuer") != aanbieder.adres:
        raise ValueError("another issuer than the setting names")
    kan = gegevens.get("id_token_signing_alg_values_supported") or ["RS256"]
    mag = [soort for soort in kan if soort in ONDERTEKEND]
    if not mag:
        raise ValueError("the issuer signs in no way that is safe")
    gegevens["id_token_signing_alg_values_supported"] = mag
    eisen = {
        "iss": {"essential": True, "value": aanbieder.adres},
        "aud": {"essential": True, "value": aanbieder.client},
    }
    return dict(client.authorize_access_token(claims_options=eisen)["userinfo"])


def in_twee_stappen(zegt: dict[str, Any]) -> bool:
    """Whether the aanbieder says that it asked more than one thing. A code or a finger alone is one thing."""
    manieren = zegt.get("amr")
    gezegd = {manier for manier in manieren if isinstance(manier, str)} if isinstance(manieren, list) else set()
    return "mfa" in gezegd or (len(gezegd) > 1 and not MEER_DAN_EEN_WACHTWOORD.isdisjoint(gezegd))
