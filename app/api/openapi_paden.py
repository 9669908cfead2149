"""Per address of the API: what it asks, what it answers, and with which faults."""

from typing import Any

from pydantic import BaseModel

from app.api.voorbeelden import INDICATOR, LEVERING, METING, ONTVANGST, PROBLEEM
from app.api.vormen import HOOGSTE_ID, IndicatorenVraag, MetingenVraag, SchrijfVraag
from app.web.probleem import MIMETYPE, TEKSTEN

VERSIEKOP = {"API-Version": {"description": "Versie van de API.", "schema": {"type": "string"}}}
LINKKOP = {"Link": {"description": 'De volgende pagina, met rel="next".', "schema": {"type": "string"}}}
SLEUTELFOUTEN = (400, 401, 503)


def paden() -> dict[str, Any]:
    return {
        "/indicatoren": {"get": _indicatorenlijst()},
        "/indicatoren/{id}": {"parameters": [_id()], "get": _een_indicator()},
        "/indicatoren/{id}/metingen": {"parameters": [_id()], "get": _metingenlijst(), "post": _opslaan()},
    }


def _indicatorenlijst() -> dict[str, Any]:
    return {
        "operationId": "indicatorenlijst",
        "tags": ["indicatoren"],
        "summary": "De indicatoren van uw organisatie, en die uw regio deelt",
        "parameters": _vraag(IndicatorenVraag),
        "responses": {
            "200": _goed("Indicatorenpagina", {"indicatoren": [INDICATOR], "volgende": None}, bladert=True),
            **_fouten(*SLEUTELFOUTEN),
        },
    }


def _een_indicator() -> dict[str, Any]:
    return {
        "operationId": "indicator",
        "tags": ["indicatoren"],
        "summary": "Eén indicator",
        "responses": {"200": _goed("IndicatorVorm", INDICATOR), **_fouten(*SLEUTELFOUTEN, 404)},
    }


def _metingenlijst() -> dict[str, Any]:
    pagina = {"indicatorId": 12, "eenheid": "aantal", "metingen": [METING], "volgende": None}
    return {
        "operationId": "metingenlijst",
        "tags": ["metingen"],
        "summary": "De metingen van een indicator, in de volgorde van de tijd",
        "description": "Van een gedeelde indicator ook de cijfers van de andere organisaties van uw regio.",
        "parameters": _vraag(MetingenVraag),
        "responses": {"200": _goed("Metingenpagina", pagina, bladert=True), **_fouten(*SLEUTELFOUTEN, 404)},
    }


def _opslaan() -> dict[str, Any]:
    return {
        "operationId": "metingenOpslaan",
        "tags": ["metingen"],
        "summary": "Metingen van uw organisatie opslaan",
        "description": "Alles of niets, tenzij alleenGoede=true. Dezelfde levering nog eens sturen verandert niets. "
        "Verandert een waarde die er al stond, dan is een reden nodig; de oude waarde blijft zichtbaar.",
        "parameters": _vraag(SchrijfVraag),
        "requestBody": {"required": True, "content": {"application/json": _inhoud("Levering", LEVERING)}},
        "responses": {
            "200": _goed("Ontvangst", ONTVANGST),
            **_fouten(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503),
        },
    }


def _id() -> dict[str, Any]:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Het nummer van de indicator.",
        "schema": {"type": "integer", "minimum": 0, "maximum": HOOGSTE_ID},
    }


def _vraag(vorm: type[BaseModel]) -> list[dict[str, Any]]:
    """The fields of a model as query parameters; the description of a field is that of its parameter."""
    schema = vorm.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    return [_parameter(naam, dict(veld)) for naam, veld in schema["properties"].items()]


def _parameter(naam: str, veld: dict[str, Any]) -> dict[str, Any]:
    """`null` cannot be written in an address: what is optional is simply left out."""
    uitleg = veld.pop("description")
    veld.pop("title", None)
    keuzes = [keuze for keuze in veld.pop("anyOf", ()) if keuze != {"type": "null"}]
    if veld.get("default", "") is None:
        del veld["default"]
    schema = {**keuzes[0], **veld} if keuzes else veld
    return {"name": naam, "in": "query", "required": False, "description": uitleg, "schema": schema}


def _goed(schema: str, voorbeeld: Any, *, bladert: bool = False) -> dict[str, Any]:
    return {
        "description": "Gelukt.",
        "headers": {**VERSIEKOP, **(LINKKOP if bladert else {})},
        "content": {"application/json": _inhoud(schema, voorbeeld)},
    }


def _fouten(*codes: int) -> dict[str, Any]:
    return {str(code): _fout(code) for code in codes}


def _fout(code: int) -> dict[str, Any]:
    titel, uitleg = TEKSTEN[code]
    voorbeeld = {**PROBLEEM, "title": titel, "status": code, "detail": uitleg}
    return {
        "description": f"{titel}. {uitleg}",
        "headers": VERSIEKOP,
        "content": {MIMETYPE: _inhoud("ProbleemVorm", voorbeeld)},
    }


def _inhoud(schema: str, voorbeeld: Any) -> dict[str, Any]:
    return {"schema": {"$ref": f"#/components/schemas/{schema}"}, "example": voorbeeld}
