"""One writer of figures per indicator at a time: who comes second waits, and then compares with what is there.

As in `app.services.notities.slot`: writing a row to itself is the lock that SQLite and PostgreSQL share.
"""

from collections.abc import Collection

from sqlalchemy import select

from app.models import Indicator
from app.models.basis import Sessie
from app.services.notities.slot import schrijf_ongewijzigd


def vergrendel_indicatoren(session: Sessie, ids: Collection[int]) -> None:
    """Until the transaction ends, and with what the indicatoren say now. Three statements, however many there are.

    PostgreSQL takes the locks in the order of the ids, so that two writers never wait for each other; an update of
    many rows alone has no order. SQLite knows no such question, and locks at the update: only what is read after that
    is what the writer before us left.
    """
    gekozen = Indicator.id.in_(sorted(ids))
    session.execute(select(Indicator.id).where(gekozen).order_by(Indicator.id).with_for_update()).all()
    schrijf_ongewijzigd(session, Indicator, gekozen)
    session.scalars(select(Indicator).where(gekozen), execution_options={"populate_existing": True}).all()
