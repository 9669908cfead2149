"""Each request gets a number, which goes into every line of the log and back to the user, and one line when it is done.

The line tells the route, not the address: in an address stands what people looked for, or a link to reset a password.
"""

import logging
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from flask import Flask, Response, request
from structlog.contextvars import bind_contextvars, clear_contextvars
from werkzeug.wsgi import ClosingIterator

from app.auth.wie import gebruiker_id, sleutel_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KOP = "X-Request-ID"
SLEUTEL = "doelspoor.verzoek"
GOED_NUMMER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}", re.ASCII)
BEKEND = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})

logger = logging.getLogger("app.verzoek")


@dataclass(slots=True)
class Verzoek:
    """`route`: the rule that fits the address, "" when none does. Times in seconds."""

    nummer: str
    methode: str
    route: str = ""
    status: int = 0
    gebruiker: int | None = None
    sleutel: int | None = None
    begin: float = field(default_factory=time.perf_counter)
    duur: float = 0.0

    def regel(self) -> dict[str, Any]:
        wie = {"user_id": self.gebruiker, "api_key_id": self.sleutel}
        return {
            "method": self.methode,
            "route": self.route,
            "status": self.status,
            "duration_ms": round(self.duur * 1000, 1),
            **{naam: id_ for naam, id_ in wie.items() if id_ is not None},
        }


class MetNummer:
    """`klaar` is called when the last byte of the answer has gone out."""

    def __init__(self, wsgi_app: "WSGIApplication", klaar: list[Callable[[Verzoek], None]]) -> None:
        self._wsgi_app, self._klaar = wsgi_app, klaar

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        verzoek = environ[SLEUTEL] = Verzoek(_nummer(environ), _methode(environ))
        clear_contextvars()
        bind_contextvars(request_id=verzoek.nummer)

        def begin(status: str, koppen: list[tuple[str, str]], *rest: Any) -> Any:
            verzoek.status = int(status[:3])
            return start_response(status, [*koppen, (KOP, verzoek.nummer)], *rest)

        try:
            antwoord = self._wsgi_app(environ, begin)
        except Exception:
            self._rond_af(verzoek, 500)
            raise
        return ClosingIterator(antwoord, lambda: self._rond_af(verzoek))

    def _rond_af(self, verzoek: Verzoek, status: int | None = None) -> None:
        verzoek.status = status or verzoek.status
        verzoek.duur = time.perf_counter() - verzoek.begin
        for doe in self._klaar:
            doe(verzoek)


def _nummer(environ: "WSGIEnvironment") -> str:
    """What stands before us may have given it a number already; anything else than a number is not believed."""
    gegeven = environ.get("HTTP_X_REQUEST_ID", "")
    return gegeven if GOED_NUMMER.fullmatch(gegeven) else uuid4().hex


def _methode(environ: "WSGIEnvironment") -> str:
    methode = environ.get("REQUEST_METHOD", "")
    return methode if methode in BEKEND else "?"


def schrijf_regel(verzoek: Verzoek) -> None:
    logger.info("request", extra={"velden": verzoek.regel()})


def huidig_verzoek() -> Verzoek:
    verzoek: Verzoek = request.environ[SLEUTEL]
    return verzoek


def init_app(app: Flask) -> None:
    klaar = app.extensions["verzoek_klaar"] = [schrijf_regel]
    app.wsgi_app = MetNummer(app.wsgi_app, klaar)  # type: ignore[method-assign]

    @app.context_processor
    def verzoeknummer() -> dict[str, str]:
        return {"verzoeknummer": huidig_verzoek().nummer if SLEUTEL in request.environ else ""}

    @app.after_request
    def onthoud(antwoord: Response) -> Response:
        verzoek = huidig_verzoek()
        verzoek.route = request.url_rule.rule if request.url_rule else ""
        verzoek.gebruiker, verzoek.sleutel = gebruiker_id(), sleutel_id()
        return antwoord
