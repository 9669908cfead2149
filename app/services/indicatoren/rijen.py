"""Rows of figures in and out by the hundred, in a fixed number of statements.

The session would send each row with a version on its own. Here a row still changes only when it is as it was read.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import bindparam, delete, insert, inspect, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from app.models import EerdereMeting, Meting
from app.models.basis import Sessie
from app.services.indicatoren.metingen_vergelijken import in_delen

# What a meting says; the rest is where it belongs.
STAND = ("waarde", "voorlopig", "bron", "toelichting")

Rij = TypeVar("Rij")


def voeg_rijen_toe(session: Sessie, model: type[Rij], rijen: Sequence[dict[str, Any]]) -> list[Rij]:
    """In any order: tell them by what they say."""
    return list(session.scalars(insert(model).returning(model), rijen)) if rijen else []


def werk_metingen_bij(session: Sessie, nieuw: Sequence[tuple[Meting, dict[str, Any]]]) -> None:
    """`nieuw`: each row with its STAND from now on. Raises StaleDataError when somebody was first."""
    if not nieuw:
        return
    tabel: Any = inspect(Meting).local_table
    opdracht = update(tabel).where(tabel.c.id == bindparam("b_id"), tabel.c.rev == bindparam("b_rev"))
    waarden: dict[str, Any] = {naam: bindparam(naam) for naam in STAND}
    rijen = [{"b_id": rij.id, "b_rev": rij.rev, **stand} for rij, stand in nieuw]
    # The connection, not the session: that one would take it for one row at a time.
    uitkomst = session.connection().execute(opdracht.values(**waarden, rev=tabel.c.rev + 1), rijen)
    if uitkomst.rowcount != len(rijen):
        raise StaleDataError("Een meting is intussen door iemand anders gewijzigd.")
    for rij, stand in nieuw:
        for naam, waarde in {**stand, "rev": rij.rev + 1}.items():
            set_committed_value(rij, naam, waarde)


def verwijder_rijen(session: Sessie, metingen: Sequence[Meting]) -> None:
    """With all they said before."""
    for deel in in_delen([rij.id for rij in metingen]):
        eerst = delete(EerdereMeting).where(EerdereMeting.meting_id.in_(deel))
        for opdracht in (eerst, delete(Meting).where(Meting.id.in_(deel))):
            session.execute(opdracht, execution_options={"synchronize_session": False})
    for rij in metingen:
        session.expunge(rij)


def eerder(rij: Meting, *, gebruiker_id: int | None, reden: str) -> dict[str, Any]:
    """What a row says now, as the row of EerdereMeting that keeps it."""
    vast = {"organisatie_id": rij.organisatie_id, "meting_id": rij.id, "gebruiker_id": gebruiker_id, "reden": reden}
    return vast | {naam: getattr(rij, naam) for naam in STAND}
