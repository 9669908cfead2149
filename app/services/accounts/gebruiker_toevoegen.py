"""Somebody who can log in at once, with a password that whoever adds them chose."""

from app.models import Gebruiker, Organisatie, Rol
from app.models.basis import Sessie
from app.services.accounts.gebruiker_maken import maak_gebruiker
from app.services.accounts.log import schrijf_over
from app.services.logboek import Dader


def voeg_gebruiker_toe(
    session: Sessie, *, organisatie: Organisatie, email: str, naam: str, rol: Rol, wachtwoord: str, door: Dader
) -> Gebruiker:
    """Raises OngeldigeGebruiker."""
    gebruiker = maak_gebruiker(session, email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord=wachtwoord)
    schrijf_over(session, gebruiker, f"Toegevoegd als {rol.label.lower()}", door=door)
    return gebruiker
