"""One writer per period at a time: who comes second waits, and then reads what the first one saved.

A row is not saved in a period that is being closed, and two people do not start the same period.
"""

from app.models import Organisatie, Rapportageperiode
from app.models.basis import Sessie
from app.services.notities.slot import schrijf_ongewijzigd


def vergrendel_periode(session: Sessie, periode_id: int) -> None:
    """Call it before reading what is about to change; what was read before is read again."""
    schrijf_ongewijzigd(session, Rapportageperiode, Rapportageperiode.id == periode_id)
    session.expire_all()


def vergrendel_organisatie(session: Sessie, organisatie_id: int) -> None:
    """For what is numbered in an organisatie as a whole: themas, maatregelen and periods."""
    schrijf_ongewijzigd(session, Organisatie, Organisatie.id == organisatie_id)
    session.expire_all()
