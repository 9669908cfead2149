"""Give a user another password. Whoever was logged in with the old one is logged out at once."""

from app.domain.wachtwoord import bezwaar
from app.models import Gebruiker
from app.models.basis import Sessie
from app.services.accounts.log import schrijf_over
from app.services.accounts.sessies import beeindig_sessies
from app.services.accounts.wachtwoorden import klopt, versleutel
from app.services.logboek import Dader


class OngeldigWachtwoord(Exception):
    """`veld`: huidig or nieuw; the Dutch sentence says what is wrong with it."""

    def __init__(self, veld: str, zin: str) -> None:
        super().__init__(zin)
        self.veld = veld


def wijzig_wachtwoord(session: Sessie, *, gebruiker: Gebruiker, huidig: str, nieuw: str, door: Dader) -> None:
    """By who knows the present one. Raises OngeldigWachtwoord."""
    if not klopt(gebruiker.wachtwoord_hash, huidig):
        raise OngeldigWachtwoord("huidig", "Dit is niet uw huidige wachtwoord.")
    if klopt(gebruiker.wachtwoord_hash, nieuw):
        raise OngeldigWachtwoord("nieuw", "Dit is uw huidige wachtwoord. Kies een ander wachtwoord.")
    zet_wachtwoord(session, gebruiker=gebruiker, wachtwoord=nieuw, door=door)


def zet_wachtwoord(session: Sessie, *, gebruiker: Gebruiker, wachtwoord: str, door: Dader) -> None:
    """Raises OngeldigWachtwoord."""
    reden = bezwaar(wachtwoord, _eigen_woorden(gebruiker))
    if reden:
        raise OngeldigWachtwoord("nieuw", reden)
    gebruiker.wachtwoord_hash = versleutel(wachtwoord)
    beeindig_sessies(session, gebruiker_id=gebruiker.id)
    schrijf_over(session, gebruiker, "Wachtwoord gewijzigd", door=door)
    session.flush()


def _eigen_woorden(gebruiker: Gebruiker) -> tuple[str, ...]:
    organisatie = gebruiker.organisatie
    regio = organisatie.regio.naam if organisatie.regio else ""
    return (gebruiker.naam, gebruiker.email, organisatie.naam, organisatie.slug, regio)
