"""What was removed and may come back keeps its place among what goes and comes in the same list meanwhile."""

from sqlalchemy import select

from app.models import Verwijdering
from app.models.basis import Sessie
from app.services.items import Ouder, Soort, schuif, sleutel


def schuif_wachtende(
    session: Sessie, soort: Soort, ouder: Ouder, *, na: int | str, stap: int, behalve: Verwijdering
) -> None:
    """Removals of this list behind `na` move along; on `na` itself those that were removed later."""
    keuze = select(Verwijdering).where(
        Verwijdering.soort == soort.code,
        Verwijdering.ouder_id == ouder.id,
        Verwijdering.organisatie_id == ouder.organisatie_id,
        Verwijdering.teruggezet_op.is_(None),
        Verwijdering.id != behalve.id,
    )
    for wachtende in session.scalars(keuze):
        plek = wachtende.inhoud[soort.positie]
        later = plek == na and wachtende.id > behalve.id
        if later or sleutel(plek) > sleutel(na):
            wachtende.inhoud = wachtende.inhoud | {soort.positie: schuif(plek, stap)}
    session.flush()
