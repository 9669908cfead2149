"""Invite somebody: the account is there at once, and opens with the link that is sent or handed over."""

from app.models import Gebruiker, Linksoort, Organisatie, OrganisatieSoort, Rol
from app.models.basis import Sessie
from app.services.accounts.gebruiker_maken import OngeldigeGebruiker, maak_gebruiker
from app.services.accounts.links import maak_link, trek_links_in
from app.services.accounts.log import schrijf_over
from app.services.accounts.wachtwoorden import GEEN
from app.services.logboek import Dader


def rollen_voor(organisatie: Organisatie) -> tuple[Rol, ...]:
    """The role of the RIGG sees all gemeenten of the regio, so a gemeente cannot give it to its own people."""
    if organisatie.soort is OrganisatieSoort.INKOOPORGANISATIE:
        return tuple(Rol)
    return tuple(rol for rol in Rol if rol is not Rol.RIGG)


def nodig_uit(
    session: Sessie, *, organisatie: Organisatie, email: str, naam: str, rol: Rol, door: Dader
) -> tuple[Gebruiker, str]:
    """The user, and what goes in the address of the link. Raises OngeldigeGebruiker."""
    eis_rol(organisatie, rol)
    gebruiker = maak_gebruiker(session, email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord=None)
    schrijf_over(session, gebruiker, f"Uitgenodigd als {rol.label.lower()}", door=door)
    return gebruiker, maak_link(session, gebruiker=gebruiker, soort=Linksoort.UITNODIGING)


def geef_link(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> tuple[Linksoort, str]:
    """Another link for who lost the first one, or forgot the password; the one before works no longer."""
    soort = Linksoort.UITNODIGING if wacht_op_antwoord(gebruiker) else Linksoort.HERSTEL
    wat = "Opnieuw uitgenodigd" if soort is Linksoort.UITNODIGING else "Link gemaakt om een wachtwoord te kiezen"
    schrijf_over(session, gebruiker, wat, door=door)
    trek_links_in(session, gebruiker_id=gebruiker.id)
    return soort, maak_link(session, gebruiker=gebruiker, soort=soort)


def wacht_op_antwoord(gebruiker: Gebruiker) -> bool:
    """Invited, and not been here yet."""
    return gebruiker.wachtwoord_hash == GEEN and gebruiker.laatste_bezoek is None


def eis_rol(organisatie: Organisatie, rol: Rol) -> None:
    if rol not in rollen_voor(organisatie):
        raise OngeldigeGebruiker(f"De rol {rol.label} past niet bij {organisatie.naam}.", "rol")
