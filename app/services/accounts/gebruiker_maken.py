"""Make a user with one role at one organisatie."""

from sqlalchemy import select

from app.domain.wachtwoord import bezwaar_tegen_lengte, staat_op_lijst
from app.models import Gebruiker, Organisatie, Rol
from app.models.basis import Sessie
from app.services.accounts.wachtwoorden import versleutel


class OngeldigeGebruiker(Exception):
    """The Dutch sentence says what is wrong."""


def maak_gebruiker(
    session: Sessie, *, email: str, naam: str, rol: Rol, organisatie: Organisatie, wachtwoord: str
) -> Gebruiker:
    """Raises OngeldigeGebruiker."""
    email = email.strip().lower()
    if email.count("@") != 1 or email.startswith("@") or email.endswith("@") or len(email) > 254:
        raise OngeldigeGebruiker(f"'{email}' is geen e-mailadres.")
    _controleer_wachtwoord(wachtwoord)
    if session.scalar(select(Gebruiker.id).where(Gebruiker.email == email)):
        raise OngeldigeGebruiker(f"Er is al een gebruiker met het e-mailadres {email}.")
    gebruiker = Gebruiker(
        email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord_hash=versleutel(wachtwoord)
    )
    session.add(gebruiker)
    session.flush()
    return gebruiker


def _controleer_wachtwoord(wachtwoord: str) -> None:
    """Less strict than on screen: whoever has the command has everything."""
    if reden := bezwaar_tegen_lengte(wachtwoord):
        raise OngeldigeGebruiker(reden)
    if staat_op_lijst(wachtwoord):
        raise OngeldigeGebruiker("Dit wachtwoord staat op een lijst van veelgebruikte wachtwoorden.")
