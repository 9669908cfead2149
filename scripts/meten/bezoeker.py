"""The application as it runs in production, and somebody who is logged in to it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from app import create_app
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import db
from config import Instellingen, Omgeving

SITE = "https://localhost"
SLEUTEL = "alleen-om-te-meten-0123456789-abcdefghij"
CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
VLOER = "/meten/vloer"


def maak_app(database_url: str) -> Flask:
    """With one page more: the same bytes as another page, without the work (`VLOER`)."""
    app = create_app(Instellingen(omgeving=Omgeving.PRODUCTIE, database_url=database_url, secret_key=SLEUTEL))
    app.extensions["vloer"] = b""

    @vereist(Recht.INGELOGD)
    def vloer() -> Response:
        return Response(app.extensions["vloer"], mimetype="text/html")

    app.add_url_rule(VLOER, view_func=vloer)
    return app


class Bezoeker:
    """Logs in through the login page, as a browser does."""

    def __init__(self, app: Flask, email: str, wachtwoord: str) -> None:
        self.app = app
        self._client: FlaskClient = app.test_client()
        pagina = self._client.get("/inloggen", base_url=SITE).get_data(as_text=True)
        token = CSRF.search(pagina)
        assert token, "Op de inlogpagina staat geen csrf_token."
        velden = {"email": email, "wachtwoord": wachtwoord, "csrf_token": token[1]}
        koppen = {"Referer": f"{SITE}/inloggen"}
        antwoord = self._client.post("/inloggen", data=velden, base_url=SITE, headers=koppen)
        assert antwoord.status_code == 302, f"Inloggen als {email} lukt niet ({antwoord.status_code})."

    def haal(self, adres: str) -> bytes:
        antwoord: TestResponse = self._client.get(adres, base_url=SITE)
        inhoud = antwoord.get_data()
        assert antwoord.status_code == 200, f"{adres} geeft {antwoord.status_code}."
        return inhoud

    def haal_bestand(self, adres: str, velden: dict[str, str] | None = None) -> int | None:
        """How long it is; taken as it comes, as a browser does, and forgotten. None: it cannot be made (422)."""
        vast: dict[str, Any] = {"base_url": SITE, "buffered": False}
        if velden is None:
            antwoord = self._client.get(adres, **vast)
        else:
            koppen = {"Referer": f"{SITE}/"}
            antwoord = self._client.post(adres, data={**velden, "csrf_token": self._token()}, headers=koppen, **vast)
        lengte = sum(map(len, antwoord.iter_encoded()))
        antwoord.close()
        assert antwoord.status_code in (200, 422), f"{adres} geeft {antwoord.status_code}."
        return lengte if antwoord.status_code == 200 else None

    def _token(self) -> str:
        """From a page that costs little."""
        gevonden = CSRF.search(self.haal("/instellingen/sessies").decode())
        assert gevonden, "Op de pagina van de sessies staat geen csrf_token."
        return gevonden[1]

    def haal_vloer(self, inhoud: bytes) -> None:
        self.app.extensions["vloer"] = inhoud
        self.haal(VLOER)

    def tel_queries(self, adres: str) -> int:
        with queries_van(self.app) as queries:
            self.haal(adres)
        return len(queries)


@contextmanager
def queries_van(app: Flask) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile."""
    gezien: list[str] = []

    def noteer(_verbinding: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        gezien.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", noteer)
    try:
        yield gezien
    finally:
        event.remove(engine, "before_cursor_execute", noteer)
