"""One writer per regio at a time, as with a notitie: who comes second waits, and then sees what was done."""

from app.models import Organisatie, OrganisatieSoort
from app.models.basis import Sessie
from app.services.notities.slot import schrijf_ongewijzigd


def vergrendel_regio(session: Sessie, regio_id: int) -> None:
    """Of all who may decide here the organisatie; call it before reading what is about to change."""
    inkoop = Organisatie.soort == OrganisatieSoort.INKOOPORGANISATIE
    schrijf_ongewijzigd(session, Organisatie, (Organisatie.regio_id == regio_id) & inkoop)
    session.expire_all()
