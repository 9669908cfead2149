"""Limits on what one person does in a short time. A route says `@begrensd(...)`, as it says `@vereist(...)`.

Counted per user or per key, and only where nobody is known yet per address: so nobody can use up what another needs.
People of one municipality may share an address; there only what failed counts, and the limit is wide.
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, request
from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage, Storage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import TooManyRequests

from app.auth.wie import gebruiker_id, sleutel_id
from app.models import db
from app.services.limietopslag import Limietopslag
from app.web.blokteller import Blokteller
from app.web.proxy import adres_van_bezoeker
from app.web.transactie import LEZEND

logger = logging.getLogger(__name__)
Weergave = TypeVar("Weergave", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Grens:
    """At most `aantal` in so many `seconden`. `zin` tells what there was too much of.

    `ook_lezen`: a visit counts too, where that is what costs. `alleen_mislukt`: what went well is not counted.
    """

    naam: str
    aantal: int
    seconden: int
    zin: str
    ook_lezen: bool = False
    alleen_mislukt: bool = False

    @property
    def telling(self) -> RateLimitItemPerSecond:
        return RateLimitItemPerSecond(self.aantal, self.seconden, namespace=self.naam)


INLOGGEN = Grens(
    "inloggen", 100, 600, "Er is vanaf uw netwerk te vaak zonder succes geprobeerd in te loggen.", alleen_mislukt=True
)
AANBIEDER = Grens(
    "aanbieder", 100, 600, "Er is vanaf uw netwerk te vaak geprobeerd in te loggen bij de aanbieder.", ook_lezen=True
)
HERSTELLEN = Grens("herstellen", 20, 600, "Er is vanaf uw netwerk te vaak om een nieuw wachtwoord gevraagd.")
UPLOADEN = Grens("uploaden", 30, 600, "U hebt in korte tijd veel bestanden aangeboden. Er is niets opgeslagen.")
EXPORTEREN = Grens("exporteren", 60, 60, "U hebt in korte tijd veel bestanden opgehaald.", ook_lezen=True)
API_SCHRIJVEN = Grens(
    "api-schrijven", 120, 60, "Met deze sleutel is in korte tijd veel gestuurd. Er is niets opgeslagen."
)

# Every page and every request to the API: wide enough for the fastest reader, too narrow to copy everything by machine.
VERZOEKEN = Grens("verzoeken", 600, 60, "U hebt in korte tijd heel veel pagina's opgevraagd.", ook_lezen=True)
# Who is not logged in yet may share an address with a whole municipality.
BEZOEKEN = Grens("bezoeken", 3000, 60, "Er zijn vanaf uw netwerk heel veel pagina's opgevraagd.", ook_lezen=True)
# Files that go along with every page, and what a load balancer asks every second.
ONBEPERKT = {"static", "gezondheid.gezond", "gezondheid.gereed"}


def begrensd(grens: Grens) -> Callable[[Weergave], Weergave]:
    def merk(weergave: Weergave) -> Weergave:
        weergave.grens = grens  # type: ignore[attr-defined]
        return weergave

    return merk


def grens_van(endpoint: str) -> Grens | None:
    """The Grens a route asks for; None when it names none."""
    return getattr(current_app.view_functions[endpoint], "grens", None)


class Tellers:
    """Counts in the database; when that is too busy to count, in this process alone: better than not at all."""

    def __init__(self, gedeeld: Storage) -> None:
        self._gedeeld, self._eigen = (FixedWindowRateLimiter(opslag) for opslag in (gedeeld, MemoryStorage()))
        self._blokken = {grens: Blokteller(partial(self.tel, grens), grens.seconden) for grens in (VERZOEKEN, BEZOEKEN)}

    def tel(self, grens: Grens, wie: str, keer: int = 1) -> int:
        """How many seconds `wie` has to wait, 0 when this is allowed."""
        try:
            return _tel(self._gedeeld, grens, wie, keer)
        except SQLAlchemyError as fout:
            logger.warning("De grens %s telt nu per proces: %s", grens.naam, type(fout).__name__)
            return _tel(self._eigen, grens, wie, keer)

    def tel_verzoek(self, grens: Grens, wie: str) -> int:
        """As `tel`, for what happens all the time."""
        return self._blokken[grens].tel(wie)

    def geef_terug(self, grens: Grens, wie: str) -> None:
        """What was counted beforehand went well after all."""
        try:
            self._gedeeld.storage.incr(grens.telling.key_for(wie), grens.seconden, -1)
        except SQLAlchemyError as fout:
            logger.warning("De grens %s kon niets teruggeven: %s", grens.naam, type(fout).__name__)


def _tel(teller: FixedWindowRateLimiter, grens: Grens, wie: str, keer: int) -> int:
    if teller.hit(grens.telling, wie, cost=keer):
        return 0
    wacht = math.ceil(teller.get_window_stats(grens.telling, wie).reset_time - time.time())
    return min(max(1, wacht), grens.seconden)  # the store rounds its times, so the window may seem a second longer


def _wie() -> str | None:
    """None when it cannot be said who this is: then there is nobody to limit."""
    for soort, wie in (("gebruiker", gebruiker_id()), ("sleutel", sleutel_id()), ("adres", adres_van_bezoeker())):
        if wie is not None:
            return f"{soort}:{wie}"
    return None


def bewaak_grens() -> None:
    """Raises TooManyRequests, which says when it can be done again."""
    wie = _wie()
    if request.endpoint is None or request.endpoint in ONBEPERKT or wie is None:
        return
    tellers: Tellers = current_app.extensions["tellers"]
    altijd = BEZOEKEN if wie.startswith("adres:") else VERZOEKEN
    _weiger_bij(tellers.tel_verzoek(altijd, wie), altijd, wie)
    grens = grens_van(request.endpoint)
    if grens is None or (request.method in LEZEND and not grens.ook_lezen):
        return
    _weiger_bij(tellers.tel(grens, wie), grens, wie)
    if grens.alleen_mislukt:
        g.geteld = (grens, wie)


def _weiger_bij(wacht: int, grens: Grens, wie: str) -> None:
    if wacht:
        logger.warning("grens bereikt", extra={"velden": {"grens": grens.naam, "wie": wie}})
        raise TooManyRequests(f"{grens.zin} Dit kan weer over {_duur(wacht)}.", retry_after=wacht)


def _geef_terug(antwoord: Response) -> Response:
    grens, wie = g.pop("geteld", (None, None))
    if grens and antwoord.status_code < 400:
        # When the request is over: on SQLite its own transaction would be in the way.
        antwoord.call_on_close(partial(current_app.extensions["tellers"].geef_terug, grens, wie))
    return antwoord


def _duur(seconden: int) -> str:
    minuten = math.ceil(seconden / 60)
    return "een minuut" if minuten == 1 else f"{minuten} minuten"


def init_app(app: Flask) -> None:
    """After the guard: it must be known who asks."""
    if not app.config["GRENZEN"]:
        return
    with app.app_context():
        app.extensions["tellers"] = Tellers(Limietopslag(db.engine))
    app.before_request(bewaak_grens)
    app.after_request(_geef_terug)
