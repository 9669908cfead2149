"""A few maatregelen, and what was read of them in short."""

from typing import Any

from app.reading.voortgang.lezen import GelezenVoortgang, lees_voortgang
from tests.unit.reading.voortgang_bouw import Rapport

KOP = ("Maatregel", "Voortgang", "Planning")


WACHTLIJST = ("a. Wachtlijst inkorten", "Twee extra krachten zijn begonnen.", "Q3 2022")


COACH = ("b. Vaste gezinscoach", "Elk gezin heeft een coach.", "Afgerond")


PAND = ("a. Pand zoeken", "Er is nog geen pand.", "Uitgesteld")


def lees(rapport: Rapport, **rest: Any) -> GelezenVoortgang:
    return lees_voortgang(rapport.bytes(), **rest)


def kort(gelezen: GelezenVoortgang) -> dict[str, list[tuple[str | None, str, list[str]]]]:
    return {
        f"{thema.nummer}. {thema.naam}": [
            (m.letter, m.naam, [regel.status.value for regel in m.regels]) for m in thema.maatregelen
        ]
        for thema in gelezen.voortgang.themas
    }
