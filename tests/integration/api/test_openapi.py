"""The description of the API says what the API does: complete, in Dutch, and with examples that are right."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from app.api import voorbeelden
from app.api.openapi import document
from app.api.vormen import IndicatorVorm, Levering, MetingVorm, Ontvangst, ProbleemVorm, Vorm
from app.web.probleem import MIMETYPE
from tests.integration.api.apihulp import Wereld

ADRES = "https://doelspoor.testdorp.example/api/v1"


@pytest.fixture(scope="module")
def beschrijving() -> dict[str, Any]:
    return document(ADRES)


def operaties(beschrijving: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for pad, delen in beschrijving["paths"].items():
        yield from ((pad, naam, deel) for naam, deel in delen.items() if naam != "parameters")


def knopen(waarde: Any) -> Iterator[dict[str, Any]]:
    if isinstance(waarde, dict):
        yield waarde
    for deel in waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else ():
        yield from knopen(deel)


def test_iedereen_mag_haar_lezen_ook_van_een_ander_domein(wereld: Wereld) -> None:
    antwoord = wereld.vraag("/openapi.json", None)
    assert (antwoord.status_code, antwoord.mimetype) == (200, "application/json")
    assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
    assert antwoord.get_json() == document("http://localhost/api/v1")
    assert antwoord.get_json()["info"]["version"] == antwoord.headers["API-Version"]
    wereld.app.config["ADRES"] = "https://doelspoor.testdorp.example"
    assert wereld.vraag("/openapi.json", None).get_json() == document(ADRES)


def test_elke_route_staat_erin_en_niets_anders(beschrijving: dict[str, Any], app: Flask) -> None:
    routes = {
        (re.sub(r"<int:id_>", "{id}", regel.rule.removeprefix("/api/v1")), methode.lower())
        for regel in app.url_map.iter_rules()
        if regel.endpoint.startswith("api.")
        for methode in (regel.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert {(pad, naam) for pad, naam, _ in operaties(beschrijving)} == routes - {("/openapi.json", "get")}


def test_elke_verwijzing_wijst_ergens_naar(beschrijving: dict[str, Any]) -> None:
    verwijzingen = {knoop["$ref"] for knoop in knopen(beschrijving) if "$ref" in knoop}
    bekend = {f"#/components/schemas/{naam}" for naam in beschrijving["components"]["schemas"]}
    assert verwijzingen == bekend


def test_een_schema_heeft_alleen_woorden_die_programmas_kennen(beschrijving: dict[str, Any]) -> None:
    vormen = [
        knoop for knoop in knopen(beschrijving) if "type" in knoop and "in" not in knoop and "status" not in knoop
    ]
    assert not {"ge", "le", "gt", "lt", "title"} & {woord for vorm in vormen for woord in vorm}


def test_elke_operatie_noemt_haar_fouten_met_een_voorbeeld(beschrijving: dict[str, Any]) -> None:
    for pad, naam, operatie in operaties(beschrijving):
        fouten = {code: deel for code, deel in operatie["responses"].items() if code != "200"}
        assert {"400", "401", "503"} <= fouten.keys(), (pad, naam)
        for code, fout in fouten.items():
            inhoud = fout["content"][MIMETYPE]
            assert inhoud["schema"] == {"$ref": "#/components/schemas/ProbleemVorm"}
            assert ProbleemVorm.model_validate(inhoud["example"]).status == int(code)
        assert operatie["summary"]
        assert "API-Version" in operatie["responses"]["200"]["headers"]


@pytest.mark.parametrize(
    ("vorm", "voorbeeld"),
    [
        (IndicatorVorm, voorbeelden.INDICATOR),
        (MetingVorm, voorbeelden.METING),
        (Levering, voorbeelden.LEVERING),
        (Ontvangst, voorbeelden.ONTVANGST),
    ],
)
def test_de_voorbeelden_kloppen(vorm: type[Vorm], voorbeeld: dict[str, Any]) -> None:
    assert vorm.model_validate(voorbeeld, strict=False)


def test_het_voorbeeld_van_een_levering_is_zo_te_sturen(wereld: Wereld) -> None:
    levering = voorbeelden.LEVERING
    antwoord = wereld.vraag("/indicatoren/{clienten}/metingen", methode="POST", json=levering)
    assert antwoord.get_json()["nieuw"] == len(levering["metingen"])


def test_namen_volgen_de_regels_van_de_overheid(beschrijving: dict[str, Any]) -> None:
    """Paths in kebab-case without a slash at the end; fields and parameters in lowerCamelCase."""
    for pad, _, operatie in operaties(beschrijving):
        assert re.fullmatch(r"(/([a-z]+(-[a-z]+)*|\{[a-z]+\}))+", pad)
        for parameter in operatie.get("parameters", ()):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])
            assert parameter["description"].endswith(".")
    for naam, schema in beschrijving["components"]["schemas"].items():
        for veld in schema.get("properties", {}):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", veld), naam
    assert beschrijving["servers"][0]["url"].endswith("/v1")
    assert re.fullmatch(r"1\.\d+\.\d+", beschrijving["info"]["version"])
    assert beschrijving["security"] == [{"sleutel": []}]
