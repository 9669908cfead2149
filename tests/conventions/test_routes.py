"""Every route: an address people can read, and open to exactly who the one table of rights says it is."""

import contextvars
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.auth.bewaking import recht_van
from app.auth.rechten import SLEUTELRECHTEN, WIE_MAG, Recht, mag
from app.models import Rol, db
from app.web.grenzen import grens_van
from tests.conventions.koppen import controleer_koppen
from tests.conventions.voorbeelden import BUUR, ELDERS, GEMEENTE, RIGG, Voorbeelden, proefadres
from tests.integration import bewerkhulp
from tests.paginacontrole import controleer_pagina

SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]*)?")
METHODEN = ("GET", "POST")
# Whose pages are looked at: together these two meet every page there is.
BEKEKEN = (Rol.MANAGER, Rol.BEHEERDER)


def test_elke_route_noemt_een_recht(app: Flask, regels: list[Rule]) -> None:
    with app.app_context():
        zonder = [regel.rule for regel in regels if not isinstance(recht_van(regel.endpoint), Recht)]
    assert not zonder


def test_elk_recht_staat_in_de_tabel() -> None:
    assert set(WIE_MAG) == set(Recht) - {Recht.OPENBAAR}
    for recht, wie in WIE_MAG.items():
        assert all(rol in (None, vast) for rol, vast in zip(wie, Rol, strict=True)), recht


def test_adressen_zijn_leesbaar(regels: list[Rule]) -> None:
    for regel in regels:
        vast = re.sub(r"<[^>]+>", "", regel.rule)
        fout = [deel for deel in vast.split("/") if deel and not SEGMENT.fullmatch(deel)]
        assert not fout, f"{regel.rule}: {fout}"


@dataclass
class Bezoeker:
    """Somebody with a session that stays as it is: nothing that is asked or sent changes anything."""

    client: FlaskClient
    koppen: dict[str, str]
    token: str

    def vraag(self, methode: str, adres: str) -> TestResponse:
        velden = {"csrf_token": self.token} if methode == "POST" else None
        # In a context of its own, so that each request has its own session of the database.
        vraag = contextvars.Context().run
        antwoord: TestResponse = vraag(self.client.open, adres, method=methode, data=velden, headers=self.koppen)
        controleer_koppen(antwoord, f"{methode} {adres}")
        return antwoord


@pytest.fixture(scope="module")
def iedereen(app: Flask, voorbeelden: Voorbeelden) -> Iterator[dict[tuple[str, Rol], Bezoeker]]:
    """By organisatie and role. From here on nothing is stored any more."""
    wie = [(slug, rol) for slug in (GEMEENTE, BUUR) for rol in Rol] + [(RIGG, Rol.RIGG), (ELDERS, Rol.RIGG)]
    bezoekers = {(slug, rol): _bezoeker(app, proefadres(slug, rol)) for slug, rol in wie}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.session, "commit", db.session.rollback)
        yield bezoekers


@pytest.fixture(scope="module")
def niemand(app: Flask) -> Bezoeker:
    return _bezoeker(app, None)


def _bezoeker(app: Flask, email: str | None) -> Bezoeker:
    client = app.test_client()
    alleen = contextvars.Context().run
    if email:
        assert alleen(bewerkhulp.log_in, client, email).status_code == 302
    pagina = alleen(client.get, "/inloggen", follow_redirects=True)
    token = bewerkhulp.formulier(pagina, "/uitloggen" if email else None)["csrf_token"]
    koekjes = "; ".join(f"{koekje.key}={koekje.value}" for koekje in client._cookies.values())
    return Bezoeker(app.test_client(use_cookies=False), {"Cookie": koekjes}, token)


@pytest.mark.parametrize("rol", list(Rol))
def test_wie_er_bij_mag(
    rol: Rol, app: Flask, iedereen: dict[tuple[str, Rol], Bezoeker], regels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    """Every route, with records of the own organisatie: shut when the table says so, and else it opens."""
    wie = iedereen[RIGG if rol is Rol.RIGG else GEMEENTE, rol]
    fout = []
    for regel, methode, recht in _alles(app, regels):
        antwoord = wie.vraag(methode, voorbeelden.adres(regel, rol))
        if not _klopt(antwoord, rol, recht):
            fout.append(f"{methode} {regel.rule}: {antwoord.status} voor {rol} met recht '{recht}'")
        if rol in BEKEKEN and antwoord.status_code == 200 and antwoord.mimetype == "text/html":
            controleer_pagina(antwoord.get_data(as_text=True), dict(antwoord.headers))
            fout += _uploads_zonder_grens(app, antwoord, regel)
    assert not fout, "\n".join(fout)


def _uploads_zonder_grens(app: Flask, pagina: TestResponse, regel: Rule) -> list[str]:
    """Whoever takes a file in says how many in how long."""
    wortel = html.document_fromstring(pagina.get_data(as_text=True))
    fout = []
    for formulier in wortel.xpath("//form[.//input[@type='file']]"):
        adres = (formulier.get("action") or pagina.request.path).partition("?")[0]
        endpoint = app.url_map.bind("localhost").match(adres, method="POST")[0]
        with app.app_context():
            if grens_van(endpoint) is None:
                fout.append(f"{endpoint}, het formulier op {regel.rule}, heeft geen grens")
    return fout


def _klopt(antwoord: TestResponse, rol: Rol, recht: Recht) -> bool:
    if recht in SLEUTELRECHTEN:  # whoever is logged in has no more to say there than anybody else
        return antwoord.status_code == 401
    if not mag(rol, recht):
        return antwoord.status_code == 403
    return antwoord.status_code not in (401, 403, 404, 405) and antwoord.status_code < 500


@pytest.mark.parametrize("rol", list(Rol))
def test_wat_van_een_ander_is_bestaat_niet(
    rol: Rol, app: Flask, iedereen: dict[tuple[str, Rol], Bezoeker], regels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    """The same addresses for somebody of another organisatie."""
    wie = iedereen[ELDERS if rol is Rol.RIGG else BUUR, rol]
    met_record = [regel for regel in regels if set(regel.arguments) - {"formaat"}]
    fout = []
    for regel, methode, recht in _alles(app, met_record):
        if recht is Recht.OPENBAAR or recht in SLEUTELRECHTEN:
            continue
        antwoord = wie.vraag(methode, voorbeelden.adres(regel, rol))
        if antwoord.status_code != (404 if mag(rol, recht) else 403):
            fout.append(f"{methode} {regel.rule}: {antwoord.status} voor {rol} van een ander")
    assert not fout, "\n".join(fout)


def test_zonder_inloggen_is_alles_dicht(
    app: Flask, niemand: Bezoeker, iedereen: object, regels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    """Nothing is open but what is OPENBAAR; the API asks for a key, everything else for logging in."""
    fout = []
    for regel, methode, recht in _alles(app, regels):
        antwoord = niemand.vraag(methode, voorbeelden.adres(regel, Rol.MANAGER))
        naar_inloggen = antwoord.status_code == 302 and antwoord.location.startswith("/inloggen?next=")
        klopt = (
            antwoord.status_code == 401 if recht in SLEUTELRECHTEN else naar_inloggen is not (recht is Recht.OPENBAAR)
        )
        if not klopt:
            fout.append(f"{methode} {regel.rule}: {antwoord.status}")
    assert not fout, "\n".join(fout)


def _alles(app: Flask, regels: list[Rule]) -> Iterator[tuple[Rule, str, Recht]]:
    with app.app_context():
        rechten = {regel.endpoint: recht_van(regel.endpoint) for regel in regels}
    for regel in regels:
        recht = rechten[regel.endpoint]
        assert isinstance(recht, Recht), f"{regel.rule} noemt geen recht"
        yield from ((regel, methode, recht) for methode in METHODEN if methode in (regel.methods or ()))
