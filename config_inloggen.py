"""Settings about logging in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from config_server import lees_getal

MINUTEN, UREN = 60, 12


@dataclass(frozen=True, slots=True)
class Inlogregels:
    """`sessie_stil`: who does nothing for so long is logged out. `sessie_langst`: and after so long everybody is."""

    sessie_stil: timedelta = timedelta(minutes=MINUTEN)
    sessie_langst: timedelta = timedelta(hours=UREN)


def lees_inlogregels(omgeving: Mapping[str, str]) -> Inlogregels:
    return Inlogregels(
        sessie_stil=timedelta(minutes=lees_getal(omgeving, "DOELSPOOR_SESSIE_MINUTEN", MINUTEN, (5, 1440))),
        sessie_langst=timedelta(hours=lees_getal(omgeving, "DOELSPOOR_SESSIE_UREN", UREN, (1, 168))),
    )
