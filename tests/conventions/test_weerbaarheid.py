"""What holds for every route: a token on what changes something, a limit on what costs, and nothing open unseen.

The headers of every answer are looked at in the walk of test_routes.
"""

import contextvars
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import event
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.auth.bewaking import recht_van
from app.auth.rechten import SLEUTELRECHTEN, Recht
from app.models import Rol, db
from app.web.grenzen import EXPORTEREN, Grens, grens_van
from app.web.transactie import LEZEND
from tests.conventions.koppen import controleer_koppen, controleer_veilig
from tests.conventions.voorbeelden import GEMEENTE, Voorbeelden, proefadres
from tests.integration import bewerkhulp

# Each is looked at by hand; whoever adds one says here why strangers may have it.
OPENBAAR = {
    "inloggen.inloggen": "or nobody comes in",
    "inloggen.code": "opens for who gave the right password",
    "inloggen.vergeten": "who forgot the password is not logged in",
    "inloggen.toegang": "opens with what was mailed",
    "inloggen.naar_aanbieder": "sends people to where they log in",
    "inloggen.terug_van_aanbieder": "opens with what was signed there, in the browser that asked for it",
    "inloggen.uitloggen": "does nothing for who is not there",
    "api.beschrijving": "how the API works is no secret",
    "gezondheid.gezond": "one word",
    "gezondheid.gereed": "one word",
}


def _alleen(vraag: Callable[..., TestResponse], *delen: Any, **velden: Any) -> TestResponse:
    """In a context of its own, so that each request has its own session of the database."""
    return contextvars.Context().run(partial(vraag, *delen, buffered=True, **velden))


def test_ook_wat_er_niet_is_of_niet_kan_heeft_de_koppen(app: Flask, regels: list[Rule]) -> None:
    client = app.test_client()
    for adres in ("/bestaat-niet", "/api/v1/bestaat-niet", "/static/bestaat-niet.css", "/notities", "//", "/inloggen"):
        for methode in ("GET", "OPTIONS", "TRACE", "DELETE", "ONZIN"):
            controleer_koppen(_alleen(client.open, adres, method=methode), f"{methode} {adres}")


def test_trace_herhaalt_niets(app: Flask, regels: list[Rule], voorbeelden: Voorbeelden) -> None:
    """Nor does any other method that a route does not name."""
    client = app.test_client()
    for regel in regels:
        for methode in {"TRACE", "CONNECT", "TRACK", "ONZIN"} - set(regel.methods or ()):
            adres = voorbeelden.adres(regel, Rol.MANAGER)
            antwoord = _alleen(client.open, adres, method=methode, headers={"X-Proef": "herhaal-mij"})
            assert antwoord.status_code in (404, 405), f"{methode} {adres}: {antwoord.status}"
            assert "herhaal-mij" not in antwoord.get_data(as_text=True)


def _statisch(app: Flask) -> list[str]:
    wortel = html.document_fromstring(_alleen(app.test_client().get, "/inloggen").get_data(as_text=True))
    return [adres for adres in wortel.xpath("//@src | //link/@href") if adres.startswith("/static/")]


def test_wat_de_pagina_ophaalt_mag_een_browser_voor_altijd_bewaren(app: Flask) -> None:
    client = app.test_client()
    adressen = _statisch(app)
    assert len(adressen) == 3
    for adres in adressen:
        antwoord = _alleen(client.get, adres, headers={"Accept-Encoding": "gzip, br"})
        if antwoord.status_code == 404:
            pytest.skip("De vormgeving is nog niet gebouwd (make css).")
        controleer_veilig(antwoord, adres)
        koppen = antwoord.headers
        assert "immutable" in koppen["Cache-Control"], adres
        assert (koppen["Content-Encoding"], koppen["Vary"]) == ("br", "Accept-Encoding"), adres
        bekend = {"If-None-Match": koppen["ETag"], "If-Modified-Since": koppen["Last-Modified"]}
        assert _alleen(client.get, adres, headers=bekend).status_code == 304, adres


@pytest.fixture(scope="module")
def schrijvers(app: Flask) -> Iterator[list[str]]:
    """The statements that changed something."""
    gezien: list[str] = []

    def noteer(_verbinding: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.split(None, 1)[0].upper() in ("INSERT", "UPDATE", "DELETE"):
            gezien.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", noteer)
    yield gezien
    event.remove(engine, "before_cursor_execute", noteer)


def test_zonder_geldig_token_verandert_er_niets(
    app: Flask, regels: list[Rule], voorbeelden: Voorbeelden, schrijvers: list[str]
) -> None:
    """Every route and method that changes something. The API has no cookie that somebody else could use."""
    client = app.test_client()
    ingelogd = contextvars.Context().run(bewerkhulp.log_in, client, proefadres(GEMEENTE, Rol.MANAGER))
    assert ingelogd.status_code == 302
    schrijvers.clear()
    with app.app_context():
        schermen = [r for r in regels if recht_van(r.endpoint) not in SLEUTELRECHTEN and not r.rule.startswith("/api/")]
    wijzigend = [(r, m) for r in schermen for m in sorted((r.methods or set()) - LEZEND)]
    assert len(wijzigend) > 30
    for regel, methode in wijzigend:
        for token in ({}, {"csrf_token": "ImEi.aaaa.bbbb"}):
            velden = {**token, "tekst": "Inbraak"}
            antwoord = _alleen(client.open, voorbeelden.adres(regel, Rol.MANAGER), method=methode, data=velden)
            assert antwoord.status_code == 400, f"{methode} {regel.rule}: {antwoord.status}"
            assert "sessie is verlopen" in antwoord.get_data(as_text=True), regel.rule
    assert schrijvers == []


def test_wat_veel_kost_heeft_een_grens(app: Flask, regels: list[Rule]) -> None:
    """Files out, writing by the API, and logging in; of files in see the walk of test_routes."""
    with app.app_context():
        grenzen: dict[str, Grens | None] = {regel.endpoint: grens_van(regel.endpoint) for regel in regels}
    for regel in regels:
        if "formaat" in regel.arguments:
            assert grenzen[regel.endpoint] is EXPORTEREN, regel.rule
        if regel.endpoint.startswith("api.") and "POST" in (regel.methods or ()):
            assert grenzen[regel.endpoint], regel.rule
    assert grenzen["inloggen.inloggen"]


def test_wat_openbaar_is_is_weinig(app: Flask, regels: list[Rule]) -> None:
    with app.app_context():
        assert {r.endpoint for r in regels if recht_van(r.endpoint) is Recht.OPENBAAR} == set(OPENBAAR)
