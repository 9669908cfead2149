"""Take figures away. Each is kept whole, with all it ever said, so that it can come back."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.models import Meting, Onderwerp, Reeks, Verwijdering
from app.models.basis import Sessie
from app.services.indicatoren.metingen_opslaan import in_logboek
from app.services.indicatoren.metingen_vergelijken import in_delen
from app.services.indicatoren.rijen import verwijder_rijen
from app.services.logboek import Dader, schrijf
from app.services.verwijderd.bewaard import inhoud_van

METING = "meting"
# In `inhoud`, beside the columns: why it was taken away.
REDEN = "reden"


def verwijder_metingen(session: Sessie, *, ids: Sequence[int], door: Dader, reden: str = "") -> list[Verwijdering]:
    """The caller has locked the indicatoren. What is gone already is passed over. Flushes."""
    rijen = _rijen(session, ids)
    weg = [_bewaar(rij, door, reden) for rij in rijen]
    session.add_all(weg)
    _log(session, rijen, door, reden)
    session.flush()
    verwijder_rijen(session, rijen)
    return weg


def _rijen(session: Sessie, ids: Sequence[int]) -> list[Meting]:
    """With what goes along already there, so that removing asks nothing more."""
    opties = (selectinload(Meting.eerdere), joinedload(Meting.reeks).joinedload(Reeks.indicator))
    uit: list[Meting] = []
    for deel in in_delen(sorted(ids)):
        keuze = select(Meting).where(Meting.id.in_(deel)).order_by(Meting.id).options(*opties)
        uit += session.scalars(keuze, execution_options={"populate_existing": True})
    return uit


def _bewaar(rij: Meting, door: Dader, reden: str) -> Verwijdering:
    return Verwijdering(
        organisatie_id=rij.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=METING,
        ouder_id=rij.reeks_id,
        omschrijving=naam_van(rij),
        inhoud=inhoud_van(rij) | {REDEN: reden},
    )


def _log(session: Sessie, rijen: Sequence[Meting], door: Dader, reden: str) -> None:
    """One line. The values stand under the series and the period, in the words people know them by."""
    if not rijen:
        return
    namen = {rij.reeks.indicator.naam for rij in rijen}
    aantal = "1 meting" if len(rijen) == 1 else f"{len(rijen)} metingen"
    van = next(iter(namen)) if len(namen) == 1 else f"{len(namen)} indicatoren"
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=rijen[0].organisatie_id,
        omschrijving=f"{aantal} van {van} verwijderd{f': {reden}' if reden else ''}",
        oud={naam_van(rij): in_logboek(rij) for rij in rijen},
    )


def naam_van(rij: Meting) -> str:
    """ "Wachttijd, 2020", "Wachttijd, Provincie Groningen, begroting, 2020"."""
    reeks = rij.reeks
    soort = "" if reeks.soort is Reekssoort.REALISATIE else reeks.soort.value
    return ", ".join(filter(None, (reeks.indicator.naam, reeks.gebied, soort, Meetperiode(rij.van, rij.tot).label)))
