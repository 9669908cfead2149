"""Writing down who did what, in the same transaction as the act itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.models import Bron, Logregel, Onderwerp
from app.models.basis import Sessie


@dataclass(frozen=True, slots=True)
class Dader:
    """Who acts, and through which door. `gebruiker_id` is None for a command."""

    gebruiker_id: int | None
    bron: Bron


OPDRACHTREGEL = Dader(gebruiker_id=None, bron=Bron.OPDRACHTREGEL)


def schrijf(
    session: Sessie,
    *,
    door: Dader,
    organisatie_id: int,
    omschrijving: str,
    over: Onderwerp | None = None,
    notitie_id: int | None = None,
    probleemgebied_id: int | None = None,
    over_gebruiker_id: int | None = None,
    oud: dict[str, Any] | None = None,
    nieuw: dict[str, Any] | None = None,
) -> Logregel:
    """`over` need not be said of what is about a user or a notitie."""
    bekend = Onderwerp.GEBRUIKERS if over_gebruiker_id else Onderwerp.NOTITIES if notitie_id else Onderwerp.BEHEER
    regel = Logregel(
        organisatie_id=organisatie_id,
        gebruiker_id=door.gebruiker_id,
        bron=door.bron,
        onderwerp=over or bekend,
        notitie_id=notitie_id,
        probleemgebied_id=probleemgebied_id,
        over_gebruiker_id=over_gebruiker_id,
        omschrijving=omschrijving,
        oud=als_json(oud or {}),
        nieuw=als_json(nieuw or {}),
    )
    session.add(regel)
    return regel


def als_json(waarden: dict[str, Any]) -> dict[str, Any]:
    return {naam: _json(waarde) for naam, waarde in waarden.items()}


def _json(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize() + 0:f}"  # 5, 5.0 and 5E+0 are one value
    return waarde.isoformat() if isinstance(waarde, date) else waarde
