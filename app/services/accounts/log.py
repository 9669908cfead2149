"""Lines in the logboek about users. The work of others does not become longer by them: see mijn_werk."""

from typing import Any

from app.models import Gebruiker
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


def schrijf_over(
    session: Sessie,
    gebruiker: Gebruiker,
    wat: str,
    *,
    door: Dader,
    oud: dict[str, Any] | None = None,
    nieuw: dict[str, Any] | None = None,
) -> None:
    """ "Wachtwoord gewijzigd: Jo Jansen (jo@noordwoude.example)". The words stay true when the user is gone."""
    schrijf(
        session,
        door=door,
        organisatie_id=gebruiker.organisatie_id,
        over_gebruiker_id=gebruiker.id,
        omschrijving=f"{wat}: {gebruiker.naam} ({gebruiker.email})",
        oud=oud,
        nieuw=nieuw,
    )
