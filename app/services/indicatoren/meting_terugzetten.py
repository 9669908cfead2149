"""Put one figure back that was taken away, with all it ever said, when its place is still empty."""

from app.models import Onderwerp, Reeks, Verwijdering
from app.models.basis import Sessie
from app.services.indicatoren.metingen_ongedaan import Spoor, zet_verwijderde_terug
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.verwijderd.terugdraaien import KanNietTerug, ouder_om_in_terug_te_zetten


def zet_meting_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> None:
    """Raises KanNietTerug when it is back already, its series is gone, or there is another figure by now."""
    reeks: Reeks = ouder_om_in_terug_te_zetten(session, Reeks, verwijdering)
    vergrendel_indicatoren(session, [reeks.indicator_id])
    session.refresh(verwijdering)
    spoor = Spoor()
    if not zet_verwijderde_terug(session, [verwijdering.id], spoor):
        raise KanNietTerug(f"{verwijdering.omschrijving} kan niet terug: er staat intussen een ander cijfer.")
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=verwijdering.organisatie_id,
        omschrijving=f"{verwijdering.omschrijving} teruggezet",
        nieuw=spoor.nieuw,
    )
    session.flush()
