"""Make a user with one role at one organisatie."""

from sqlalchemy import select

from app.domain.wachtwoord import bezwaar_tegen_lengte, staat_op_lijst
from app.models import Gebruiker, Organisatie, Rol
from app.models.basis import Sessie
from app.services.accounts.wachtwoorden import GEEN, versleutel


class OngeldigeGebruiker(Exception):
    """`veld`: email, rol or wachtwoord; the Dutch sentence says what is wrong with it."""

    def __init__(self, zin: str, veld: str = "email") -> None:
        super().__init__(zin)
        self.veld = veld


def maak_gebruiker(
    session: Sessie, *, email: str, naam: str, rol: Rol, organisatie: Organisatie, wachtwoord: str | None
) -> Gebruiker:
    """Without a `wachtwoord` nobody can log in yet. Raises OngeldigeGebruiker."""
    email = schoon_email(email)
    if wachtwoord is not None:
        _controleer_wachtwoord(wachtwoord)
    eis_vrij_email(session, email)
    hash_ = GEEN if wachtwoord is None else versleutel(wachtwoord)
    gebruiker = Gebruiker(email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord_hash=hash_)
    session.add(gebruiker)
    session.flush()
    return gebruiker


def schoon_email(email: str) -> str:
    """Raises OngeldigeGebruiker."""
    email = email.strip().lower()
    deel, _, domein = email.partition("@")
    if not deel or not domein or "@" in domein or len(email) > 254 or not email.isprintable() or " " in email:
        raise OngeldigeGebruiker(f"'{email}' is geen e-mailadres.")
    return email


def eis_vrij_email(session: Sessie, email: str) -> None:
    if session.scalar(select(Gebruiker.id).where(Gebruiker.email == email)):
        raise OngeldigeGebruiker(f"Er is al een gebruiker met het e-mailadres {email}.")


def _controleer_wachtwoord(wachtwoord: str) -> None:
    """Less strict than on screen: whoever has the command has everything."""
    if reden := bezwaar_tegen_lengte(wachtwoord):
        raise OngeldigeGebruiker(reden, "wachtwoord")
    if staat_op_lijst(wachtwoord):
        raise OngeldigeGebruiker("Dit wachtwoord staat op een lijst van veelgebruikte wachtwoorden.", "wachtwoord")
