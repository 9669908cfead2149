"""A manager judges the koers of a doel otherwise than the figures do, with a reason."""

from sqlalchemy import select

from app.domain.koers.bepalen import Koers
from app.models import Doel, Koersoordeel, nu
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


def zoek_oordeel(session: Sessie, doel: Doel) -> Koersoordeel | None:
    return session.scalars(select(Koersoordeel).where(Koersoordeel.doel_id == doel.id)).first()


def geef_oordeel(session: Sessie, *, doel: Doel, koers: Koers, reden: str, door: Dader) -> bool:
    """True when something changed. `reden` is not empty. Who judges last stands with it."""
    rij = zoek_oordeel(session, doel)
    oud = {"koers": rij.koers.value, "reden": rij.reden} if rij else {}
    nieuw = {"koers": koers.value, "reden": reden}
    if oud == nieuw:
        return False
    if rij is None:
        rij = Koersoordeel(organisatie_id=doel.organisatie_id, doel_id=doel.id, koers=koers, reden=reden)
        session.add(rij)
    rij.koers, rij.reden = koers, reden
    rij.gebruiker_id, rij.tijdstip = door.gebruiker_id, nu()
    session.flush()
    _log(session, doel, f"Koers van doel {doel.nummer} beoordeeld als '{koers.value}'", door, oud, nieuw)
    return True


def trek_oordeel_in(session: Sessie, *, doel: Doel, door: Dader) -> bool:
    """True when there was one; the logboek keeps what it said."""
    rij = zoek_oordeel(session, doel)
    if rij is None:
        return False
    oud = {"koers": rij.koers.value, "reden": rij.reden}
    session.delete(rij)
    session.flush()
    _log(session, doel, f"Oordeel over de koers van doel {doel.nummer} ingetrokken", door, oud, {})
    return True


def _log(session: Sessie, doel: Doel, zin: str, door: Dader, oud: dict[str, str], nieuw: dict[str, str]) -> None:
    schrijf(
        session,
        door=door,
        organisatie_id=doel.organisatie_id,
        notitie_id=doel.probleemgebied.notitie_id,
        probleemgebied_id=doel.probleemgebied_id,
        omschrijving=zin,
        oud=oud,
        nieuw=nieuw,
    )
