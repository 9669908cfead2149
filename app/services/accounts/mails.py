"""The mails about accounts. Short, in plain words, and never with a password in them."""

from dataclasses import dataclass

from app.models import Gebruiker, Linksoort
from app.services.accounts.links import GELDIG

VAN_NIEMAND = "Hebt u hier niet om gevraagd? Meld het dan bij de beheerder van uw organisatie."


@dataclass(frozen=True, slots=True)
class Mail:
    aan: str
    onderwerp: str
    tekst: str


def uitnodiging(gebruiker: Gebruiker, link: str) -> Mail:
    dagen, rol = GELDIG[Linksoort.UITNODIGING].days, gebruiker.rol_label.lower()
    return _mail(
        gebruiker,
        "Uitnodiging voor Doelspoor",
        f"U bent uitgenodigd om in Doelspoor te werken voor {gebruiker.organisatie.naam}, als {rol}.\n"
        f"Kies met deze link een wachtwoord. De link werkt één keer en {dagen} dagen lang.",
        link,
    )


def herstel(gebruiker: Gebruiker, link: str) -> Mail:
    return _mail(
        gebruiker,
        "Nieuw wachtwoord voor Doelspoor",
        "Met deze link kiest u een nieuw wachtwoord. De link werkt één keer en een uur lang.\n"
        "Hebt u hier niet om gevraagd? Dan hoeft u niets te doen; uw wachtwoord blijft zoals het is.",
        link,
    )


def wachtwoord_gewijzigd(gebruiker: Gebruiker) -> Mail:
    return _mail(
        gebruiker,
        "Uw wachtwoord voor Doelspoor is gewijzigd",
        f"Het wachtwoord van uw account is gewijzigd. In andere browsers bent u uitgelogd.\n{VAN_NIEMAND}",
    )


def tweede_stap_uit(gebruiker: Gebruiker) -> Mail:
    return _mail(
        gebruiker,
        "Inloggen in twee stappen staat uit",
        "Voor uw account in Doelspoor is inloggen in twee stappen uitgezet. U logt in met alleen uw wachtwoord, tot u "
        f"het weer aanzet bij Mijn instellingen.\n{VAN_NIEMAND}",
    )


def _mail(gebruiker: Gebruiker, onderwerp: str, tekst: str, link: str = "") -> Mail:
    slot = f"\n\n{link}" if link else ""
    return Mail(gebruiker.email, onderwerp, f"Beste {gebruiker.naam},\n\n{tekst}{slot}\n")
