"""One writer per period at a time: who comes second waits, and then reads what the first one saved.

A row is not saved in a period that is being closed, and two people do not start the same period.
"""

from sqlalchemy import update

from app.models import Organisatie, Rapportageperiode
from app.models.basis import Sessie


def vergrendel_periode(session: Sessie, periode_id: int) -> None:
    """Call it before reading what is about to change; what was read before is read again."""
    zelfde = {
        Rapportageperiode.gewijzigd_op: Rapportageperiode.gewijzigd_op,
        Rapportageperiode.rev: Rapportageperiode.rev,
    }
    session.flush()
    session.execute(
        update(Rapportageperiode).where(Rapportageperiode.id == periode_id).values(zelfde),
        execution_options={"synchronize_session": False},
    )
    session.expire_all()


def vergrendel_organisatie(session: Sessie, organisatie_id: int) -> None:
    """For what is numbered in an organisatie as a whole: themas, maatregelen and periods."""
    session.flush()
    session.execute(
        update(Organisatie)
        .where(Organisatie.id == organisatie_id)
        .values({Organisatie.gewijzigd_op: Organisatie.gewijzigd_op}),
        execution_options={"synchronize_session": False},
    )
    session.expire_all()
