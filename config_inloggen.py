"""Settings about logging in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from config_server import InstellingFout, lees_aan_of_uit, lees_getal

MINUTEN, UREN = 60, 12
ROLLEN = ("beleidsadviseur", "manager", "rigg", "lezer", "beheerder")
IEDEREEN, NIEMAND = "iedereen", "niemand"
THUIS = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """Where people log in with the account they have already, by OpenID Connect.

    `adres`: the issuer, exactly as it calls itself. `naam`: how people know it, for the button. `mail_zeker`: that it
    gives only addresses it has verified itself, also where it does not say so.
    """

    adres: str
    client: str
    naam: str
    geheim: str = field(default="", repr=False)
    mail_zeker: bool = False


@dataclass(frozen=True, slots=True)
class Inlogregels:
    """`sessie_stil`: who does nothing for so long is logged out. `sessie_langst`: and after so long everybody is.

    `tweede_stap`: the roles that log in in two steps, whatever their organisatie says.
    """

    sessie_stil: timedelta = timedelta(minutes=MINUTEN)
    sessie_langst: timedelta = timedelta(hours=UREN)
    aanbieder: Aanbieder | None = None
    tweede_stap: frozenset[str] = frozenset()


def lees_inlogregels(omgeving: Mapping[str, str], *, productie: bool) -> Inlogregels:
    return Inlogregels(
        sessie_stil=timedelta(minutes=lees_getal(omgeving, "DOELSPOOR_SESSIE_MINUTEN", MINUTEN, (5, 1440))),
        sessie_langst=timedelta(hours=lees_getal(omgeving, "DOELSPOOR_SESSIE_UREN", UREN, (1, 168))),
        aanbieder=_aanbieder(omgeving),
        tweede_stap=_tweede_stap(omgeving.get("DOELSPOOR_TWEEDE_STAP", "") or (IEDEREEN if productie else NIEMAND)),
    )


def _tweede_stap(waarde: str) -> frozenset[str]:
    if waarde in (IEDEREEN, NIEMAND):
        return frozenset(ROLLEN if waarde == IEDEREEN else ())
    rollen = frozenset(deel.strip() for deel in waarde.split(","))
    if not rollen <= set(ROLLEN):
        keuzes = ", ".join((IEDEREEN, NIEMAND, *ROLLEN))
        raise InstellingFout(f"DOELSPOOR_TWEEDE_STAP is '{waarde}'; kies uit: {keuzes}. Tussen rollen staat een komma.")
    return rollen


def _aanbieder(omgeving: Mapping[str, str]) -> Aanbieder | None:
    adres = omgeving.get("DOELSPOOR_OIDC_ADRES", "")
    client = omgeving.get("DOELSPOOR_OIDC_CLIENT", "")
    geheim = omgeving.get("DOELSPOOR_OIDC_GEHEIM", "")
    mail_zeker = lees_aan_of_uit(omgeving, "DOELSPOOR_OIDC_MAIL_ZEKER", standaard=False)
    if not adres:
        if client or geheim:
            raise InstellingFout("DOELSPOOR_OIDC_ADRES ontbreekt; zonder adres kan niemand bij die aanbieder inloggen.")
        return None
    if not (client and geheim):
        raise InstellingFout("Bij DOELSPOOR_OIDC_ADRES horen DOELSPOOR_OIDC_CLIENT en DOELSPOOR_OIDC_GEHEIM.")
    naam = omgeving.get("DOELSPOOR_OIDC_NAAM", "") or "uw werkaccount"
    return Aanbieder(_veilig_adres(adres), client, naam, geheim, mail_zeker)


def _veilig_adres(adres: str) -> str:
    delen = urlsplit(adres)
    veilig = delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in THUIS)
    if not (veilig and delen.hostname) or delen.query or delen.fragment:
        raise InstellingFout(f"DOELSPOOR_OIDC_ADRES is '{adres}'; geef een adres dat met https:// begint.")
    return adres
