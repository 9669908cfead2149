"""A password that was forgotten: a link by mail, and what choosing a new one with it means."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from app.models import Bron, Gebruiker, Linksoort, Toegangslink, nu
from app.models.basis import Sessie
from app.services.accounts.links import laatste_link, maak_link, trek_links_in
from app.services.accounts.wachtwoord_zetten import zet_wachtwoord
from app.services.logboek import Dader

# Nobody fills another's mailbox by asking again and again.
HOOGSTENS_PER = timedelta(minutes=5)


class LinkGebruikt(Exception):
    """Somebody was just first with the same link."""


def vraag_herstel(session: Sessie, *, email: str) -> tuple[Gebruiker, str] | None:
    """The user to mail, and what goes in the address of the link; None when there is nobody or nothing to send."""
    keuze = select(Gebruiker).where(Gebruiker.email == email.strip().lower(), Gebruiker.actief)
    gebruiker = session.scalars(keuze.options(joinedload(Gebruiker.organisatie))).first()
    if gebruiker is None:
        return None
    vorige = laatste_link(session, gebruiker.id)
    if vorige is not None and nu() - vorige.gemaakt_op < HOOGSTENS_PER:
        return None
    return gebruiker, maak_link(session, gebruiker=gebruiker, soort=Linksoort.HERSTEL)


def kies_wachtwoord(session: Sessie, *, link: Toegangslink, wachtwoord: str) -> Gebruiker:
    """With that the link is used up, and so are others of this user. Raises LinkGebruikt or OngeldigWachtwoord."""
    gebruiker = link.gebruiker
    weg = delete(Toegangslink).where(Toegangslink.id == link.id).returning(Toegangslink.id)
    if session.execute(weg).first() is None:
        raise LinkGebruikt
    door = Dader(gebruiker_id=gebruiker.id, bron=Bron.SCHERM)
    zet_wachtwoord(session, gebruiker=gebruiker, wachtwoord=wachtwoord, door=door)
    trek_links_in(session, gebruiker_id=gebruiker.id)
    return gebruiker
