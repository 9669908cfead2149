"""The kinds of work there are. Each is a function that says with `@taaksoort("...")` what it is called.

Such a function gets `(sessie, taak, meld)` and answers with an Uitkomst. It raises TaakFout with a Dutch sentence when
it cannot do its work. What it changed is committed together with "klaar", so that both happened or neither. It may
commit earlier itself, to keep transactions short (on SQLite nobody else can save during one); then it must be able to
start again after such a commit.

On SQLite: read first and write after that, and no savepoint before the first write (sqlite3 would end the transaction
with it).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy.orm import Session

from app.models import Bron, Taak
from app.services.logboek import Dader


class Meld(Protocol):
    """Says how far the work is; costs nothing, so it may be called for every row. Raises Onderbroken to stop it."""

    def __call__(self, gedaan: int, totaal: int | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`melding`: what was done, as a Dutch sentence. `resultaat`: figures for the screen; plain JSON values."""

    melding: str
    resultaat: dict[str, Any] = field(default_factory=dict)


Werk = Callable[[Session, Taak, Meld], Uitkomst]


@dataclass(frozen=True, slots=True)
class Taaksoort:
    """`bewaart_bestand`: the file is needed again, so it stays when the work is done."""

    naam: str
    werk: Werk
    bewaart_bestand: bool = False


SOORTEN: dict[str, Taaksoort] = {}


def taaksoort(naam: str, *, bewaart_bestand: bool = False) -> Callable[[Werk], Werk]:
    def meld_aan(werk: Werk) -> Werk:
        if naam in SOORTEN:
            raise ValueError(f"Er is al een taaksoort '{naam}'.")
        SOORTEN[naam] = Taaksoort(naam, werk, bewaart_bestand)
        return werk

    return meld_aan


def dader_van(taak: Taak) -> Dader:
    """Who planned the work, for what it writes in the logboek."""
    return Dader(gebruiker_id=taak.gebruiker_id, bron=Bron(taak.bron))
