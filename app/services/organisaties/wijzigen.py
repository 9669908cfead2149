"""Change the data of an organisatie; its slug stays, as scripts rely on it."""

from typing import Any

from app.models import Organisatie
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.velden import wijzig_velden


def wijzig_organisatie(session: Sessie, *, organisatie: Organisatie, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed."""
    oud, nieuw = wijzig_velden(organisatie, waarden)
    session.flush()
    if oud:
        zin = "Gegevens van de organisatie gewijzigd"
        schrijf(session, door=door, organisatie_id=organisatie.id, omschrijving=zin, oud=oud, nieuw=nieuw)
    return bool(oud)
