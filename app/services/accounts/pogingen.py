"""Whoever guesses waits longer and longer. Counted per account and place, so that nobody locks another out."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models import Poging, nu

# After this long without another failure it begins anew.
VERGETEN_NA = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Drempel:
    """So many failures cost nothing; the next one costs `eerste`, and each after that twice as long, to `hoogste`."""

    vrij: int
    eerste: timedelta
    hoogste: timedelta

    def wacht(self, aantal: int) -> timedelta:
        if aantal < self.vrij:
            return timedelta(0)
        keer: int = 2 ** min(aantal - self.vrij, 20)
        return min(self.hoogste, self.eerste * keer)


# One place that guesses at one account: a typing error is free, a list of passwords is not.
PER_PLEK = Drempel(5, timedelta(seconds=30), timedelta(minutes=15))
# All places together, but not the browsers in which this user logged in before: so many places are no person.
PER_ACCOUNT = Drempel(100, timedelta(seconds=30), timedelta(minutes=1))

Telling = tuple[str, Drempel]


def sleutel_van(geheim: str, *delen: str) -> str:
    """Who has the table but not the secret cannot find out whose failures these are."""
    return hmac.new(geheim.encode(), "\0".join(delen).encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()


def begin_poging(verbinding: Connection, tellingen: Sequence[Telling]) -> timedelta:
    """Zero: go ahead, and it counts as a failure until `geef_terug`. Else how long to wait; then nothing is counted.

    The row is written before it is read, so that of many at the same time each sees what the one before did.
    """
    volgorde = sorted(sleutel for sleutel, _ in tellingen)
    stand = {sleutel: _vergrendel(verbinding, sleutel, nu()) for sleutel in volgorde}
    moment = nu()  # not before the lock: who had it meanwhile has a later one
    # Only where there is something to wait for: clocks of servers differ, and nobody waits for that.
    wachten = [stand[sleutel][2] - moment for sleutel, drempel in tellingen if drempel.wacht(stand[sleutel][0])]
    langst = max(wachten, default=timedelta(0))
    if langst > timedelta(0):
        return langst
    for sleutel, drempel in tellingen:
        aantal, laatste, _ = stand[sleutel]
        nieuw = 1 if moment - laatste > VERGETEN_NA else aantal + 1
        _zet(verbinding, sleutel, aantal=nieuw, laatste_op=moment, wacht_tot=moment + drempel.wacht(nieuw))
    return timedelta(0)


def geef_terug(verbinding: Connection, plek: str, account: str | None) -> None:
    """It was no failure: this place begins anew, and of the account one is taken off again."""
    moment = nu()
    verbinding.execute(delete(Poging).where((Poging.sleutel == plek) | (Poging.laatste_op < moment - VERGETEN_NA)))
    if account is not None:
        minder = update(Poging).where(Poging.sleutel == account, Poging.aantal > 0)
        verbinding.execute(minder.values(aantal=Poging.aantal - 1, wacht_tot=moment))


def _vergrendel(verbinding: Connection, sleutel: str, moment: datetime) -> tuple[int, datetime, datetime]:
    soort: Any = sqlite if verbinding.dialect.name == "sqlite" else postgresql
    rij = soort.insert(Poging).values(sleutel=sleutel, aantal=0, laatste_op=moment, wacht_tot=moment)
    zelfde = rij.on_conflict_do_update(index_elements=["sleutel"], set_={"aantal": Poging.aantal})
    gevonden = verbinding.execute(zelfde.returning(Poging.aantal, Poging.laatste_op, Poging.wacht_tot)).one()
    return gevonden[0], gevonden[1], gevonden[2]


def _zet(verbinding: Connection, sleutel: str, **waarden: Any) -> None:
    verbinding.execute(update(Poging).where(Poging.sleutel == sleutel).values(waarden))
