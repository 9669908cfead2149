"""Make a user with one role at one organisatie."""

from sqlalchemy import select

from app.models import Gebruiker, Organisatie, Rol
from app.models.basis import Sessie
from app.services.wachtwoorden import MINIMALE_LENGTE, versleutel


class OngeldigeGebruiker(Exception):
    """The Dutch sentence says what is wrong."""


def maak_gebruiker(
    session: Sessie, *, email: str, naam: str, rol: Rol, organisatie: Organisatie, wachtwoord: str
) -> Gebruiker:
    """Raises OngeldigeGebruiker."""
    email = email.strip().lower()
    if email.count("@") != 1 or email.startswith("@") or email.endswith("@") or len(email) > 254:
        raise OngeldigeGebruiker(f"'{email}' is geen e-mailadres.")
    if len(wachtwoord) < MINIMALE_LENGTE:
        raise OngeldigeGebruiker(f"Het wachtwoord is te kort: gebruik minstens {MINIMALE_LENGTE} tekens.")
    if session.scalar(select(Gebruiker.id).where(Gebruiker.email == email)):
        raise OngeldigeGebruiker(f"Er is al een gebruiker met het e-mailadres {email}.")
    gebruiker = Gebruiker(
        email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord_hash=versleutel(wachtwoord)
    )
    session.add(gebruiker)
    session.flush()
    return gebruiker
