"""The reminders of a whole country: deciding who gets one, storing that and sending it to a real mail server here.

Every gemeente has a period that closes in seven days, with rows that are still to be filled in.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from config import PROJECT
from scripts.meten.stand import Stand
from scripts.regio import Regio, maak_regio, maak_voortgang
from scripts.regio.voortgang import DAGEN_OM_TE_SLUITEN, periodes_op_rij
from tests.integration.posthulp import Brievenbus, brievenbus

LAND = 342  # gemeenten
KLEIN = 34
MAATREGELEN = 19  # as many as a real report has
DAGEN_TEVOREN = 7
EERSTE, TWEEDE = "eerste ronde", "tweede ronde"


@dataclass(frozen=True, slots=True)
class Ronde:
    """One run of `flask herinneringen`. `mb`: how much the peak of its process rose because of it."""

    gemeenten: int
    mails: int
    queries: int
    seconden: float
    mb: float


@dataclass(frozen=True, slots=True)
class Rondemeting:
    naam: str
    klein: Ronde
    groot: Ronde


def vul_herinneringen(session: Session, gemeenten: int) -> Regio:
    regio = maak_regio(session, gemeenten=gemeenten, statussen=())
    for gemeente in regio.gemeenten:
        maak_voortgang(session, gemeente, maatregelen=MAATREGELEN, periodes=1)
    return regio


def meet_herinneringen(standen: dict[int, Stand], klein: int, groot: int) -> Iterator[Rondemeting]:
    """Twice on each database: the second time there is nothing left to send."""
    rondes = {aantal: _twee_rondes(standen[aantal], aantal) for aantal in (klein, groot)}
    for naam in (EERSTE, TWEEDE):
        yield Rondemeting(naam, rondes[klein][naam], rondes[groot][naam])


def _twee_rondes(stand: Stand, gemeenten: int) -> dict[str, Ronde]:
    with brievenbus() as bus:
        return {naam: _ronde(stand, gemeenten, bus) for naam in (EERSTE, TWEEDE)}


def _ronde(stand: Stand, gemeenten: int, bus: Brievenbus) -> Ronde:
    """In a process of its own. `mails` is what the mail server really got."""
    eerder = len(bus.mails)
    opdracht = [sys.executable, "-m", "scripts.meten.een_ronde", stand.url, str(bus.poort), _dag().isoformat()]
    uit = subprocess.run(opdracht, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Ronde(gemeenten=gemeenten, mails=len(bus.mails) - eerder, **json.loads(uit))


def _dag() -> date:
    sluit_op = periodes_op_rij(1)[0].tot + timedelta(days=DAGEN_OM_TE_SLUITEN)
    return sluit_op - timedelta(days=DAGEN_TEVOREN)
