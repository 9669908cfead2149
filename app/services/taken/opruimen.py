"""What every worker looks after now and then: jobs whose worker is gone, and files that nobody came back for."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update

from app.models import Bestand, Taak, TaakStatus
from app.models.basis import Sessie
from app.services.taken.bestanden import verwijder_bestand
from app.services.taken.oppakken import klok

BEWAARTIJD = timedelta(days=7)
GESTOPT = (
    "Gestopt zonder afronding: het programma dat de taak uitvoerde is weggevallen. U kunt de taak opnieuw uitvoeren."
)


def markeer_gestopte(session: Sessie, *, stil_na: timedelta) -> Sequence[int]:
    """Jobs without a sign of life for `stil_na` are given up; the ids. A worker that lives after all loses its hold."""
    stil = (Taak.status == TaakStatus.BEZIG, Taak.bijgewerkt_op < klok(session) - stil_na)
    if session.scalar(select(Taak.id).where(*stil).limit(1)) is None:
        return ()  # looking costs no lock
    return session.scalars(
        update(Taak)
        .where(*stil)
        .values(status=TaakStatus.MISLUKT, melding=GESTOPT, klaar_op=klok(session))
        .returning(Taak.id),
        execution_options={"synchronize_session": False},
    ).all()


def ruim_bestanden_op(session: Sessie) -> int:
    """Throws away files that are older than BEWAARTIJD and that no job waits for; how many."""
    in_gebruik = select(Taak.bestand_id).where(
        Taak.bestand_id.is_not(None), Taak.status.in_((TaakStatus.WACHT, TaakStatus.BEZIG))
    )
    oud = session.scalars(
        select(Bestand.id).where(Bestand.aangemaakt_op < klok(session) - BEWAARTIJD, Bestand.id.not_in(in_gebruik))
    ).all()
    for bestand_id in oud:
        verwijder_bestand(session, bestand_id=bestand_id)
    return len(oud)
