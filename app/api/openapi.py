"""The description of the API for programs, made from the same models that check the requests."""

import json
from typing import Any

from flask import Response
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.api.blauwdruk import API_VERSIE, basisadres, scherm
from app.api.openapi_paden import paden
from app.api.vormen import (
    Indicatorenpagina,
    IndicatorVorm,
    Levering,
    Metingenpagina,
    Ontvangst,
    ProbleemVorm,
)
from app.auth.bewaking import vereist
from app.auth.rechten import Recht

UIT = (IndicatorVorm, Indicatorenpagina, Metingenpagina, Ontvangst, ProbleemVorm)
IN = (Levering,)
BESCHRIJVING = (
    "Lees en schrijf de cijfers van uw organisatie. Elk verzoek gaat over https en heeft een sleutel in de kop "
    "`Authorization: Bearer doelspoor_…`; een manager of beheerder van uw organisatie maakt die in Doelspoor. "
    "Getallen zijn tekst met een punt voor de decimalen, zodat ze exact blijven. Kleine aantallen zijn afgeschermd "
    "voor wie ze niet mag zien. Doelspoor bewaart alleen opgetelde cijfers: persoonsgegevens worden geweigerd."
)


@scherm.get("/openapi.json")
@vereist(Recht.OPENBAAR)
def beschrijving() -> Response:
    """Open to everybody and from every web page: it holds no data."""
    antwoord = Response(json.dumps(document(basisadres()), ensure_ascii=False), mimetype="application/json")
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    return antwoord


def document(adres: str) -> dict[str, Any]:
    """OpenAPI 3.1. `adres`: where the API is, with its major version at the end."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Doelspoor: indicatoren en metingen",
            "version": API_VERSIE,
            "description": BESCHRIJVING,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "contact": {"name": "De beheerder van Doelspoor bij uw organisatie"},
        },
        "servers": [{"url": adres}],
        "security": [{"sleutel": []}],
        "tags": [{"name": "indicatoren"}, {"name": "metingen"}],
        "paths": paden(),
        "components": {"securitySchemes": {"sleutel": _sleutel()}, "schemas": _schemas()},
    }


def _sleutel() -> dict[str, str]:
    uitleg = "De sleutel van uw organisatie. Zij kan verlopen en worden ingetrokken."
    return {"type": "http", "scheme": "bearer", "description": uitleg}


def _schemas() -> dict[str, Any]:
    """Without the titles that pydantic makes up and the (English) docstrings of our enums."""
    modellen: list[tuple[type[BaseModel], Any]] = [(m, "serialization") for m in UIT] + [(m, "validation") for m in IN]
    _, samen = models_json_schema(modellen, by_alias=True, ref_template="#/components/schemas/{model}")
    schemas: dict[str, Any] = samen["$defs"]
    for schema in schemas.values():
        _ontdoe(schema)
        if "enum" in schema:
            schema.pop("description", None)
    return schemas


def _ontdoe(schema: dict[str, Any]) -> None:
    schema.pop("title", None)
    for veld in schema.get("properties", {}).values():
        veld.pop("title", None)
