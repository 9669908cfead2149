"""The kinds of items in a probleemgebied that are added, edited, moved and removed, described once.

An item hangs below an ouder (a probleemgebied, or an interventie for an onderdeel) in a numbered list.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from app.domain.nummering import letter, plek_van
from app.domain.structuur import Opdrachtnemer
from app.models import Doel, Indicator, Interventie, Onderdeel, Opdracht, Probleemgebied, Punt, PuntSoort

Item = Punt | Doel | Indicator | Interventie | Onderdeel | Opdracht
Ouder = Probleemgebied | Interventie

# Above every real position: where numbers wait while others take their place.
WACHTPLAATS = 1_000_000


@dataclass(frozen=True, slots=True)
class Soort:
    """`positie`: the attribute that numbers the list. `vast`: what all items of this kind have in common."""

    code: str
    label: str
    model: type[Any]
    ouder: type[Any]
    lijst: str
    positie: str
    vast: dict[str, Any] = field(default_factory=dict)

    def items(self, ouder: Ouder) -> list[Any]:
        """The items of this kind below `ouder`, in order."""
        alle = getattr(ouder, self.lijst)
        eigen = [item for item in alle if all(getattr(item, naam) == w for naam, w in self.vast.items())]
        return sorted(eigen, key=lambda item: sleutel(getattr(item, self.positie)))

    def naam_van(self, item: Any) -> str:
        """How people call it: "Doel 3", "Onderdeel 1a", "Ist-punt 2"."""
        if isinstance(item, Onderdeel):
            return f"{self.label} {item.interventie.nummer}{item.letter}"
        if isinstance(item, Indicator):
            return f"{self.label} {item.nummer}"
        return f"{self.label} {getattr(item, self.positie)}"


SOORTEN: dict[str, Soort] = {
    soort.code: soort
    for soort in (
        Soort("ist", "Ist-punt", Punt, Probleemgebied, "punten", "volgorde", {"soort": PuntSoort.IST}),
        Soort("soll", "Soll-punt", Punt, Probleemgebied, "punten", "volgorde", {"soort": PuntSoort.SOLL}),
        Soort("doel", "Doel", Doel, Probleemgebied, "doelen", "nummer"),
        Soort("indicator", "Indicator", Indicator, Probleemgebied, "indicatoren", "volgorde"),
        Soort("interventie", "Interventie", Interventie, Probleemgebied, "interventies", "nummer"),
        Soort("onderdeel", "Onderdeel", Onderdeel, Interventie, "onderdelen", "letter"),
        Soort(
            "opdracht-lokaal",
            "Lokale opdracht",
            Opdracht,
            Probleemgebied,
            "opdrachten",
            "volgorde",
            {"opdrachtnemer": Opdrachtnemer.LOKAAL},
        ),
        Soort(
            "opdracht-rigg",
            "RIGG-opdracht",
            Opdracht,
            Probleemgebied,
            "opdrachten",
            "volgorde",
            {"opdrachtnemer": Opdrachtnemer.RIGG},
        ),
    )
}


def ouder_van(item: Any) -> Ouder:
    ouder: Ouder = item.interventie if isinstance(item, Onderdeel) else item.probleemgebied
    return ouder


def probleemgebied_van(ouder: Ouder) -> Probleemgebied:
    return ouder.probleemgebied if isinstance(ouder, Interventie) else ouder


def sleutel(positie: int | str) -> tuple[int, int | str]:
    """Sorts numbers as numbers and letters as a, b, ..., z, aa."""
    return (len(positie), positie) if isinstance(positie, str) else (0, positie)


def eerste_vrije(soort: Soort, ouder: Ouder) -> int | str:
    """The position behind the last item."""
    items = soort.items(ouder)
    if soort.positie == "letter":
        return letter(len(items) + 1) if not items else _letter_na(items[-1].letter)
    return int(getattr(items[-1], soort.positie)) + 1 if items else 1


def _letter_na(huidige: str) -> str:
    return letter(plek_van(huidige) + 1)


def schuif(positie: int | str, stap: int) -> int | str:
    return letter(plek_van(positie) + stap) if isinstance(positie, str) else positie + stap


def zet_posities(session: Session, soort: Soort, nieuw: dict[Any, int | str]) -> None:
    """Gives items other positions, in two steps because no two may ever share one."""
    for i, item in enumerate(nieuw):
        wacht: int | str = f"~{i}" if soort.positie == "letter" else WACHTPLAATS + i
        setattr(item, soort.positie, wacht)
    session.flush()
    for item, positie in nieuw.items():
        setattr(item, soort.positie, positie)
    session.flush()
