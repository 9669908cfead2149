"""A worker takes a job, shows that it lives, and finishes it: each an UPDATE that only the owner of the job can do."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, DateTime, func, select, update

from app.models import Taak, TaakStatus, nu
from app.models.basis import Sessie
from app.services.taken.fouten import Onderbroken
from app.services.taken.soorten import Uitkomst


@dataclass(frozen=True, slots=True)
class Greep:
    """The hold of one worker on one job. When the job is taken again, `poging` is higher and this one is void."""

    taak_id: int
    poging: int


def klok(session: Sessie) -> Any:
    """Now, by the clock of the database, which all workers share; SQLite has one machine, and so one clock."""
    if session.get_bind().dialect.name == "postgresql":
        return func.clock_timestamp(type_=DateTime(timezone=True))
    return nu()


def pak_op(session: Sessie, *, werker: str, soorten: Collection[str]) -> Greep | None:
    """The oldest job that waits, of the kinds this worker knows; None when there is none. Two never get the same."""
    wachtend = (Taak.status == TaakStatus.WACHT, Taak.soort.in_(soorten))
    if session.scalar(select(Taak.id).where(*wachtend).limit(1)) is None:
        return None  # looking costs no lock
    oudste = select(Taak.id).where(*wachtend).order_by(Taak.id).limit(1).with_for_update(skip_locked=True)
    moment = klok(session)
    gepakt = session.execute(
        update(Taak)
        .where(Taak.id == oudste.scalar_subquery(), *wachtend)
        .values(
            status=TaakStatus.BEZIG,
            pogingen=Taak.pogingen + 1,
            werker=werker,
            gestart_op=moment,
            bijgewerkt_op=moment,
        )
        .returning(Taak.id, Taak.pogingen),
        execution_options={"synchronize_session": False},
    ).first()
    return Greep(*gepakt) if gepakt else None


def teken_van_leven(session: Sessie, greep: Greep, *, gedaan: int, totaal: int | None) -> None:
    """Raises Onderbroken when the job is no longer of this worker: nothing it did may be committed any more."""
    _zet(session, greep, gedaan=gedaan, totaal=totaal, bijgewerkt_op=klok(session))


def rond_af(session: Sessie, greep: Greep, *, uitkomst: Uitkomst, gedaan: int, totaal: int | None) -> None:
    """In the transaction of the work itself. Raises Onderbroken."""
    _zet(
        session,
        greep,
        status=TaakStatus.KLAAR,
        melding=uitkomst.melding,
        resultaat=uitkomst.resultaat,
        gedaan=gedaan,
        totaal=totaal,
        klaar_op=klok(session),
    )


def laat_mislukken(session: Sessie, greep: Greep, *, zin: str) -> None:
    """Raises Onderbroken."""
    _zet(session, greep, status=TaakStatus.MISLUKT, melding=zin, klaar_op=klok(session))


def leg_terug(session: Sessie, greep: Greep) -> None:
    """The worker must stop before the work is done: another one begins anew. Raises Onderbroken."""
    _zet(session, greep, status=TaakStatus.WACHT, gedaan=0, totaal=None, werker="", gestart_op=None, bijgewerkt_op=None)


def _zet(session: Sessie, greep: Greep, **waarden: Any) -> None:
    uitkomst = session.execute(
        update(Taak)
        .where(Taak.id == greep.taak_id, Taak.pogingen == greep.poging, Taak.status == TaakStatus.BEZIG)
        .values(**waarden),
        execution_options={"synchronize_session": False},
    )
    assert isinstance(uitkomst, CursorResult)
    if uitkomst.rowcount == 0:
        raise Onderbroken
