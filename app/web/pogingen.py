"""How long somebody has to wait who tried too often: counted before the password is looked at, whatever it is.

For an address that nobody has it goes the same way, so that waiting tells nothing either.
"""

import math
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network

from flask import Response, current_app, make_response

from app.auth import bekend
from app.models import db
from app.services.accounts.pogingen import PER_ACCOUNT, PER_PLEK, Telling, begin_poging, geef_terug, sleutel_van
from app.services.eigen_transactie import eigen_transactie
from app.web.proxy import adres_van_bezoeker

# Milliseconds to wait for another writer; after that it is too busy to log in at all.
GEDULD = 10_000


@dataclass(frozen=True, slots=True)
class Poging:
    """`wacht`: zero when it may be tried."""

    plek: str
    account: str | None
    wacht: timedelta

    @property
    def weer_over(self) -> str:
        minuten = math.ceil(self.wacht.total_seconds() / 60)
        return f"U kunt het over {'een minuut' if minuten == 1 else f'{minuten} minuten'} weer proberen."

    def weiger(self, pagina: str) -> Response:
        """The page that says so, as an answer that programs understand too."""
        antwoord = make_response(pagina, 429)
        antwoord.headers["Retry-After"] = str(math.ceil(self.wacht.total_seconds()))
        return antwoord

    def gelukt(self) -> None:
        """It was no failure after all. Before anything is changed: on SQLite nobody else could write beside that."""
        with eigen_transactie(db.engine, geduld=GEDULD) as verbinding:
            geef_terug(verbinding, self.plek, self.account)


def probeer(soort: str, email: str) -> Poging:
    """`soort`: what is guessed at. A browser that is known here is a place of its own."""
    email = email.strip().lower()
    kenmerk = bekend.kenmerk_van(email)
    account = None if kenmerk else _sleutel(soort, email)
    plek = _sleutel(soort, email, kenmerk or _netwerk() or "onbekend")
    tellingen: list[Telling] = []
    # When it is not known where somebody is, everybody is in one place: then only all places together count.
    if kenmerk or _netwerk():
        tellingen.append((plek, PER_PLEK))
    if account:
        tellingen.append((account, PER_ACCOUNT))
    with eigen_transactie(db.engine, geduld=GEDULD) as verbinding:
        return Poging(plek, account, begin_poging(verbinding, tellingen))


def _netwerk() -> str | None:
    """Of IPv6 the network: one household has more addresses than anybody can count."""
    adres = adres_van_bezoeker()
    if adres is None:
        return None
    try:
        lengte = 64 if ip_address(adres).version == 6 else 32
        return str(ip_network(f"{adres}/{lengte}", strict=False))
    except ValueError:
        return adres


def _sleutel(*delen: str) -> str:
    return sleutel_van(current_app.config["SECRET_KEY"], *delen)
