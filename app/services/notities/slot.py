"""One writer per notitie at a time: who comes second waits, and then reads what the first one saved.

Writing a row to itself is the lock that SQLite and PostgreSQL share; it lasts until the transaction ends.
"""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, select, update

from app.models import Notitie, Probleemgebied
from app.models.basis import Sessie


def schrijf_ongewijzigd(session: Sessie, model: type[Any], welke: ColumnElement[bool]) -> None:
    """The lock itself: these rows are written as they are. What was changed before goes to the database first."""
    zelfde = {kolom: kolom for naam in ("gewijzigd_op", "rev") if (kolom := getattr(model, naam, None)) is not None}
    session.flush()
    session.execute(update(model).where(welke).values(zelfde), execution_options={"synchronize_session": False})


def vergrendel_notitie(session: Sessie, notitie_id: int | ScalarSelect[int]) -> None:
    """Call it before reading what is about to change; what was read before is read again."""
    schrijf_ongewijzigd(session, Notitie, Notitie.id == notitie_id)
    session.expire_all()


def vergrendel_notitie_van_gebied(session: Sessie, gebied_id: int) -> None:
    van_gebied = select(Probleemgebied.notitie_id).where(Probleemgebied.id == gebied_id).scalar_subquery()
    vergrendel_notitie(session, van_gebied)
