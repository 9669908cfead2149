"""The logboek grows and never changes: the session refuses to change or remove a line of it, and so does the database
itself (see the triggers of migration 0019) for whoever goes around the session."""

from itertools import chain
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from app.models.logboek import Logregel

ZIN = "Het logboek verandert niet: een regel erin kan niet worden gewijzigd of verwijderd."


class LogboekVerandertNiet(Exception):
    """Raised before anything is sent to the database."""

    def __init__(self) -> None:
        super().__init__(ZIN)


@event.listens_for(Session, "before_flush")
def weiger_te_wijzigen(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    gewijzigd = (item for item in session.dirty if isinstance(item, Logregel) and session.is_modified(item))
    weg = (item for item in session.deleted if isinstance(item, Logregel))
    if any(True for _ in chain(gewijzigd, weg)):
        raise LogboekVerandertNiet


@event.listens_for(Session, "do_orm_execute")
def weiger_in_het_groot(opdracht: ORMExecuteState) -> None:
    """For `session.execute(update(Logregel)...)` and `delete(...)`, of the class or of its table."""
    if opdracht.is_update or opdracht.is_delete:
        tabel: Any = getattr(opdracht.statement, "table", None)
        if getattr(tabel, "name", None) == Logregel.__tablename__:
            raise LogboekVerandertNiet
