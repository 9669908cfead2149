"""Below which number counts of people are shown as "< 5" to who may not see them."""

from app.models import Organisatie
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.velden import wijzig_velden


def zet_drempel(session: Sessie, *, organisatie: Organisatie, drempel: int, door: Dader) -> bool:
    """True when something changed. 0: nothing is too small to show."""
    oud, nieuw = wijzig_velden(organisatie, {"drempel": drempel})
    session.flush()
    if oud:
        zin = f"Drempel voor kleine aantallen is nu {drempel}"
        schrijf(session, door=door, organisatie_id=organisatie.id, omschrijving=zin, oud=oud, nieuw=nieuw)
    return bool(oud)
