"""Every route: guarded by the one table of rights, with an address people can read, and a page with one heading."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.auth.bewaking import recht_van
from app.auth.rechten import SLEUTELRECHTEN, Recht, mag
from app.models import Gebruiker, Rol, db
from tests.conventions.adressen import Voorbeelden, methoden
from tests.integration.conftest import csrf_token

SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]*)?")


def test_elke_route_noemt_een_recht(app: Flask, regels: list[Rule]) -> None:
    with app.app_context():
        zonder = [regel.rule for regel in regels if not isinstance(recht_van(regel.endpoint), Recht)]
    assert not zonder


def test_adressen_zijn_leesbaar(regels: list[Rule]) -> None:
    for regel in regels:
        vast = re.sub(r"<[^>]+>", "", regel.rule)
        fout = [deel for deel in vast.split("/") if deel and not SEGMENT.fullmatch(deel)]
        assert not fout, f"{regel.rule}: {fout}"


@pytest.fixture
def schermregels(app: Flask, regels: list[Rule]) -> list[Rule]:
    """The routes for people; those of the API open with a key only."""
    with app.app_context():
        return [regel for regel in regels if recht_van(regel.endpoint) not in SLEUTELRECHTEN]


@pytest.mark.parametrize("rol", [None, *Rol])
def test_de_api_gaat_alleen_open_met_een_sleutel(
    rol: Rol | None,
    client: FlaskClient,
    inloggen: Callable[..., FlaskClient],
    regels: list[Rule],
    schermregels: list[Rule],
    voorbeelden: Voorbeelden,
) -> None:
    """Whoever is logged in has no more to say there than anybody else."""
    if rol:
        inloggen(rol)
    met_sleutel = [regel for regel in regels if regel not in schermregels]
    assert met_sleutel
    for regel in met_sleutel:
        for methode in methoden(regel):
            antwoord = client.open(voorbeelden.adres(regel), method=methode)
            assert antwoord.status_code == 401, f"{methode} {regel.rule}: {antwoord.status}"


def test_alleen_openbare_routes_zijn_er_zonder_inloggen(
    app: Flask, client: FlaskClient, schermregels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    token = csrf_token(client, "/inloggen")
    for regel in schermregels:
        for methode in methoden(regel):
            antwoord = _vraag(client, methode, voorbeelden.adres(regel), token)
            with app.app_context():
                openbaar = recht_van(regel.endpoint) is Recht.OPENBAAR
            naar_inloggen = antwoord.status_code == 302 and antwoord.location.startswith("/inloggen?next=")
            assert naar_inloggen is not openbaar, f"{methode} {regel.rule}: {antwoord.status}"


@pytest.mark.parametrize("rol", list(Rol))
def test_wie_het_recht_niet_heeft_komt_er_niet_in(
    rol: Rol, app: Flask, inloggen: Callable[..., FlaskClient], schermregels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    client = inloggen(rol)
    token = csrf_token(client, "/")
    for regel in schermregels:
        with app.app_context():
            recht = recht_van(regel.endpoint)
        for methode in methoden(regel):
            if recht is None or not mag(rol, recht):
                antwoord = _vraag(client, methode, voorbeelden.adres(regel), token)
                assert antwoord.status_code == 403, f"{methode} {regel.rule}: {antwoord.status}"


@pytest.mark.parametrize("rol", list(Rol))
def test_wie_het_recht_heeft_wordt_niet_geweigerd(
    rol: Rol, app: Flask, inloggen: Callable[..., FlaskClient], schermregels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    client = inloggen(rol)
    for regel in schermregels:
        with app.app_context():
            recht = recht_van(regel.endpoint)
        if recht and "GET" in methoden(regel) and mag(rol, recht):
            antwoord = client.get(voorbeelden.adres(regel))
            # Not 200: a record that this role may not see yet is not there for it.
            assert antwoord.status_code in (200, 302, 404), f"{regel.rule}: {antwoord.status}"


def test_wat_van_een_andere_gemeente_is_bestaat_niet(
    app: Flask, inloggen: Callable[..., FlaskClient], schermregels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    """Not even for a manager, who may do most."""
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    with app.app_context():
        db.session.execute(update(Gebruiker).values(rol=Rol.MANAGER).where(Gebruiker.rol == Rol.BELEIDSADVISEUR))
        db.session.commit()
    token = csrf_token(client, "/")
    met_id = [regel for regel in schermregels if "id_" in regel.arguments]
    assert met_id
    for regel in met_id:
        for methode in methoden(regel):
            antwoord = _vraag(client, methode, voorbeelden.adres(regel), token)
            assert antwoord.status_code == 404, f"{methode} {regel.rule}: {antwoord.status}"


def test_elke_pagina_is_een_goede_pagina(
    inloggen: Callable[..., FlaskClient], schermregels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    """The client looks at each page of a manager: one h1, a title, unique ids, labels, tokens, nothing inline."""
    client = inloggen(Rol.MANAGER)
    for regel in schermregels:
        if "GET" in methoden(regel) and voorbeelden.bestaat(regel):
            antwoord = client.get(voorbeelden.adres(regel), follow_redirects=True)
            assert antwoord.status_code == 200, f"{regel.rule}: {antwoord.status}"


def _vraag(client: FlaskClient, methode: str, adres: str, token: str) -> TestResponse:
    gegevens = {"csrf_token": token} if methode == "POST" else None
    return client.open(adres, method=methode, data=gegevens)
