"""Recognise somebody by an account elsewhere. Only who has an account here comes in; nobody gets one by it."""

from dataclasses import dataclass

from sqlalchemy import CursorResult, delete, select

from app.models import Aanbiederkoppeling, Gebruiker
from app.models.basis import Sessie
from app.services.accounts.log import schrijf_over
from app.services.logboek import Dader

LANGSTE_ONDERWERP = 255  # OpenID Connect Core, section 2


class NietBekend(Exception):
    """The Dutch sentence says why this account does not open anything here."""


@dataclass(frozen=True, slots=True)
class Identiteit:
    """What the aanbieder says, after it was checked that the aanbieder says it. `email`: "" unless it is sure."""

    uitgever: str
    onderwerp: str
    email: str = ""


def herken_identiteit(session: Sessie, wie: Identiteit) -> tuple[Gebruiker, bool]:
    """The user, and whether this account was known: then the address no longer matters. Raises NietBekend."""
    if not 0 < len(wie.onderwerp) <= LANGSTE_ONDERWERP:
        raise NietBekend("Het account is niet te herkennen. Meld dit aan wie Doelspoor beheert.")
    gekoppeld = _gekoppeld(session, wie)
    gebruiker = gekoppeld or _op_adres(session, wie)
    if not gebruiker.actief:
        raise NietBekend("Uw account in Doelspoor is geblokkeerd. Vraag uw beheerder om de blokkade op te heffen.")
    return gebruiker, gekoppeld is not None


def koppel(session: Sessie, *, gebruiker: Gebruiker, wie: Identiteit, door: Dader) -> None:
    """From now on this account opens that of `gebruiker`, and no other does."""
    session.add(Aanbiederkoppeling(gebruiker_id=gebruiker.id, uitgever=wie.uitgever, onderwerp=wie.onderwerp))
    schrijf_over(session, gebruiker, "Account van een aanbieder gekoppeld", door=door)
    session.flush()


def ontkoppel(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> bool:
    """False when there was nothing to undo. The next time the address counts again."""
    weg = session.execute(delete(Aanbiederkoppeling).where(Aanbiederkoppeling.gebruiker_id == gebruiker.id))
    assert isinstance(weg, CursorResult)
    if weg.rowcount:
        schrijf_over(session, gebruiker, "Account van een aanbieder ontkoppeld", door=door)
        session.flush()
    return bool(weg.rowcount)


def koppeling_van(session: Sessie, gebruiker_id: int) -> Aanbiederkoppeling | None:
    return session.get(Aanbiederkoppeling, gebruiker_id)


def _gekoppeld(session: Sessie, wie: Identiteit) -> Gebruiker | None:
    keuze = select(Gebruiker).join(Aanbiederkoppeling, Aanbiederkoppeling.gebruiker_id == Gebruiker.id)
    return session.scalars(
        keuze.where(Aanbiederkoppeling.uitgever == wie.uitgever, Aanbiederkoppeling.onderwerp == wie.onderwerp)
    ).first()


def _op_adres(session: Sessie, wie: Identiteit) -> Gebruiker:
    if not wie.email:
        raise NietBekend("De aanbieder zegt niet zeker welk e-mailadres van u is. Meld dit aan wie Doelspoor beheert.")
    gevonden = session.scalars(select(Gebruiker).where(Gebruiker.email == wie.email.strip().lower())).first()
    if gevonden is None:
        raise NietBekend(f"Er is hier geen account voor {wie.email}. Vraag uw beheerder om een uitnodiging.")
    if koppeling_van(session, gevonden.id) is not None:
        raise NietBekend(
            "Uw account in Doelspoor hoort bij een ander account van de aanbieder. Vraag uw beheerder om dat los te "
            "maken."
        )
    return gevonden
