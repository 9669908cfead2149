"""Two thousand posts to every route that takes one, and hostile files through the real upload: never a 500, and what
was refused left nothing behind."""

import contextvars
import io
import logging
import random
from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.achtergrond import verwerk_alles
from app.achtergrond.uitvoeren import ONVERWACHT
from app.auth.bewaking import recht_van
from app.auth.rechten import SLEUTELRECHTEN
from app.models import Gebruiker, Rol, Taak, db
from app.services.accounts.wachtwoorden import versleutel
from tests.binnen import laat_binnen
from tests.bronbestanden import goede_bestanden
from tests.conventions.voorbeelden import GEMEENTE, Voorbeelden, proefadres
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import ControlerendeClient, csrf_token
from tests.integration.web.formulierfuzz import Formulieren, maak_zending
from tests.integration.web.stand import Stand
from tests.verminken import verminkingen

POSTS = 2_000
DELEN = 2  # per kind of database
BESTANDEN = 60
WIE = proefadres(GEMEENTE, Rol.MANAGER)
# Ends the session itself; what follows would only meet the login page.
NIET_DOEN = {"inloggen.uitloggen"}
VRAGEN = ("", "", "", "?next=//kwaad.example", "?pagina=-1", "?x=%00&y=%ff", "?periode=%ed%a0%80", "?kolom=x&kolom=y")


class Aanvaller:
    """A manager who means harm, and comes back in when the session ended."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        app.test_client_class = ControlerendeClient
        with app.app_context():
            self.voorbeelden = Voorbeelden(db.session())
            self.regels = [r for r in app.url_map.iter_rules() if self._van_schermen(r)]
        self.stand = Stand(app)
        self.kom_binnen()

    def _van_schermen(self, regel: Rule) -> bool:
        eigen = regel.endpoint != "static" and regel.endpoint not in NIET_DOEN
        return eigen and recht_van(regel.endpoint) not in SLEUTELRECHTEN

    def kom_binnen(self) -> None:
        with self.app.app_context():
            herstel = {"wachtwoord_hash": versleutel(hulp.WACHTWOORD), "actief": True, "rol": Rol.MANAGER}
            db.session.execute(update(Gebruiker).where(Gebruiker.email == WIE).values(herstel))
            db.session.commit()
        self.client: FlaskClient = self.app.test_client()
        laat_binnen(self.client, WIE)
        self.token = csrf_token(self.client, "/instellingen")
        self.stand.veranderd()

    def adres(self, regel: Rule) -> str:
        return self.voorbeelden.adres(regel, Rol.MANAGER)

    def leer(self) -> Formulieren:
        formulieren = Formulieren()
        for regel in self.regels:
            if "GET" in (regel.methods or ()) and "formaat" not in regel.arguments:
                formulieren.leer(self.adres(regel), self.client.get(self.adres(regel)))
        return formulieren

    def is_buiten(self, antwoord: TestResponse) -> bool:
        """The session is over: without it a post is refused for its token alone, and nothing more is tried."""
        return antwoord.status_code in (302, 400) and self.client.get("/instellingen").status_code == 302


@pytest.fixture
def aanvaller(app: Flask, demo: object) -> Iterator[Aanvaller]:
    aanvaller = contextvars.Context().run(Aanvaller, app)
    yield aanvaller
    aanvaller.stand.sluit()


# Werkzeug leaves the file of a part open when the parts that follow make no sense; it is gone with the request.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <function SpooledTemporaryFile")
@pytest.mark.parametrize("deel", range(DELEN))
def test_wat_er_ook_wordt_ingevuld(deel: int, aanvaller: Aanvaller) -> None:
    toeval = random.Random(f"formulieren {deel}")
    formulieren = aanvaller.leer()
    routes = [regel for regel in aanvaller.regels if "POST" in (regel.methods or ())]
    codes: dict[int, int] = {}
    for nummer in range(POSTS // DELEN // 2):
        regel = routes[(nummer + deel) % len(routes)]
        adres = _adres(aanvaller, regel, toeval)
        zending = maak_zending(formulieren.velden(adres, toeval), aanvaller.token, toeval)
        antwoord = aanvaller.client.post(adres, data=zending.lichaam, content_type=zending.soort)
        waar = f"{regel.endpoint} {adres} ({zending.soort}): {zending.lichaam[:3000]!r}"
        assert antwoord.status_code < 500, waar
        assert antwoord.status_code not in (405, 429), waar
        veranderd = aanvaller.stand.veranderd()
        assert antwoord.status_code < 400 or not veranderd, f"geweigerd, en toch gewijzigd in {veranderd}: {waar}"
        codes[antwoord.status_code] = codes.get(antwoord.status_code, 0) + 1
        if aanvaller.is_buiten(antwoord):
            contextvars.Context().run(aanvaller.kom_binnen)
    # Some of each: or the door was shut all the time, or nothing was looked at.
    assert min(codes.get(code, 0) for code in (303, 400, 422)) > 3, codes


def _adres(aanvaller: Aanvaller, regel: Rule, toeval: random.Random) -> str:
    """Now and then another record than there is, or an address with something behind it."""
    adres = aanvaller.adres(regel)
    if toeval.random() < 0.1:
        delen = (toeval.choice([deel, "2147483647"]) if deel.isdecimal() else deel for deel in adres.split("/"))
        adres = "/".join(delen)
    return adres if "?" in adres else adres + toeval.choice(VRAGEN)


UPLOADS = ("/importeren/", "/voortgang/importeren", "/indicatoren/importeren/")
NAMEN = ("../../x.docx", "x" * 400 + ".csv", "a\x00.docx", "é<b>.xlsx")


def test_welk_bestand_er_ook_wordt_gekozen(
    aanvaller: Aanvaller, caplog: pytest.LogCaptureFixture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Through the form, into the preview or the queue, and through the worker."""
    toeval = random.Random("uploads")
    goed = goede_bestanden()
    buiten = (tmp_path_factory.mktemp("buiten") / "geheim.txt").as_uri()
    caplog.set_level(logging.ERROR)
    for nummer in range(BESTANDEN):
        naam = toeval.choice(list(goed))
        kapot = toeval.choice(verminkingen(goed[naam], buiten=buiten))(goed[naam], toeval)
        adres = UPLOADS[nummer % len(UPLOADS)]
        velden = {"csrf_token": aanvaller.token, "periode": toeval.choice(["", "2019-H2", "x"])}
        bestand = (io.BytesIO(kapot), toeval.choice([naam, *NAMEN]))
        antwoord = aanvaller.client.post(adres, data={**velden, "bestand": bestand}, content_type="multipart/form-data")
        assert antwoord.status_code in (303, 400, 413, 422), f"{adres} {naam}: {antwoord.status}"
        veranderd = aanvaller.stand.veranderd()
        assert bool(veranderd) == (antwoord.status_code == 303), f"{adres} {naam}: {antwoord.status} {veranderd}"
        if antwoord.status_code == 303:
            assert aanvaller.client.get(antwoord.location).status_code == 200
    assert contextvars.Context().run(partial(verwerk_alles, aanvaller.app)) > 5
    with aanvaller.app.app_context():
        assert ONVERWACHT not in db.session.scalars(select(Taak.melding)).all()
    assert not [regel.getMessage() for regel in caplog.records if "vastlopen" in regel.getMessage()]
