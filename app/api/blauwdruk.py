"""What every answer of the API has: its version, and headers for systems instead of browsers."""

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from app.web.probleem import is_api

# Semantic versioning of the API itself; its changes stand in docs/api.md.
API_VERSIE = "1.0.0"

KOPPEN = {
    "API-Version": API_VERSIE,
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}

scherm = Blueprint("api", __name__, url_prefix="/api/v1")


@scherm.record_once
def zonder_csrf(staat: BlueprintSetupState) -> None:
    """A key in a header cannot be sent by somebody else's page, as a cookie can."""
    staat.app.extensions["csrf"].exempt(scherm)


@scherm.after_app_request
def zet_koppen(antwoord: Response) -> Response:
    """Also on the faults of addresses that do not exist."""
    if is_api():
        for naam, waarde in KOPPEN.items():
            antwoord.headers.setdefault(naam, waarde)
    return antwoord


def basisadres() -> str:
    """Where this API is, as callers reach it: what the installation says, or else what this request used."""
    return (current_app.config["ADRES"] or request.host_url.rstrip("/")) + (scherm.url_prefix or "")
