"""One writer per notitie at a time: who comes second waits, and then reads what the first one saved.

Writing a row to itself is the lock that SQLite and PostgreSQL share; it lasts until the transaction ends.
"""

from sqlalchemy import ScalarSelect, select, update

from app.models import Notitie, Probleemgebied
from app.models.basis import Sessie


def vergrendel_notitie(session: Sessie, notitie_id: int | ScalarSelect[int]) -> None:
    """Call it before reading what is about to change; what was read before is read again."""
    zelfde = {Notitie.gewijzigd_op: Notitie.gewijzigd_op, Notitie.rev: Notitie.rev}
    session.execute(
        update(Notitie).where(Notitie.id == notitie_id).values(zelfde), execution_options={"synchronize_session": False}
    )
    session.expire_all()


def vergrendel_notitie_van_gebied(session: Sessie, gebied_id: int) -> None:
    van_gebied = select(Probleemgebied.notitie_id).where(Probleemgebied.id == gebied_id).scalar_subquery()
    vergrendel_notitie(session, van_gebied)
