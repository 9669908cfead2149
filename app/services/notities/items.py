"""The kinds of items in a probleemgebied that are added, edited, moved and removed, described once.

An item hangs below an ouder (a probleemgebied, or an interventie for an onderdeel) in a numbered list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.domain.structuur import Opdrachtnemer
from app.domain.taal.letters import letter, plek_van
from app.models import Doel, Indicatorregel, Interventie, Onderdeel, Opdracht, Probleemgebied, Punt, PuntSoort
from app.models.basis import Sessie
from app.services.notities.gebied_lezen import Leesindicator

Regel = TypeVar("Regel", bound=Indicatorregel | Leesindicator)
Item = Punt | Doel | Indicatorregel | Interventie | Onderdeel | Opdracht
Ouder = Probleemgebied | Interventie

# Above every real position: where numbers wait while others take their place.
WACHTPLAATS = 1_000_000


@dataclass(frozen=True, slots=True)
class Soort:
    """`positie`: the attribute that numbers the list. `vast`: what all items of this kind have in common."""

    code: str
    label: str
    enkelvoud: str
    meervoud: str
    model: type[Any]
    ouder: type[Any]
    lijst: str
    positie: str
    vast: dict[str, Any] = field(default_factory=dict)

    def items(self, ouder: Ouder) -> list[Any]:
        """The items of this kind below `ouder`, in order."""
        alle = getattr(ouder, self.lijst)
        eigen = [item for item in alle if all(getattr(item, naam) == w for naam, w in self.vast.items())]
        return op_volgorde(eigen) if self.model is Indicatorregel else sorted(eigen, key=self._plek)

    def _plek(self, item: Any) -> tuple[int, int | str]:
        return sleutel(getattr(item, self.positie))

    def eerste_vrije(self, ouder: Ouder) -> int | str:
        """The position behind the last item."""
        bezet = [getattr(item, self.positie) for item in self.items(ouder)]
        begin: int | str = letter(1) if self.positie == "letter" else 1
        return schuif(max(bezet, key=sleutel), 1) if bezet else begin

    def naam_van(self, item: Any) -> str:
        """How people call it: "Doel 3", "Onderdeel 1a", "Ist-punt 2"."""
        return f"{self.label} {self.nummer_van(item)}"

    def nummer_van(self, item: Any) -> str:
        """ "3", "1a"; of an indicator the number of its doel."""
        if isinstance(item, Onderdeel):
            return f"{item.interventie.nummer}{item.letter}"
        return str(item.nummer if isinstance(item, Indicatorregel) else getattr(item, self.positie))


def op_volgorde(indicatoren: Iterable[Regel]) -> list[Regel]:
    """By the number of the doel they measure, and then as people put them."""
    return sorted(indicatoren, key=lambda indicator: (indicator.nummer, indicator.volgorde))


SOORTEN: dict[str, Soort] = {
    soort.code: soort
    for soort in (
        Soort(
            "ist",
            "Ist-punt",
            "ist-punt",
            "ist-punten",
            Punt,
            Probleemgebied,
            "punten",
            "volgorde",
            {"soort": PuntSoort.IST},
        ),
        Soort(
            "soll",
            "Soll-punt",
            "soll-punt",
            "soll-punten",
            Punt,
            Probleemgebied,
            "punten",
            "volgorde",
            {"soort": PuntSoort.SOLL},
        ),
        Soort("doel", "Doel", "doel", "doelen", Doel, Probleemgebied, "doelen", "nummer"),
        Soort(
            "indicator",
            "Indicator",
            "indicator",
            "indicatoren",
            Indicatorregel,
            Probleemgebied,
            "indicatoren",
            "volgorde",
        ),
        Soort(
            "interventie",
            "Interventie",
            "interventie",
            "interventies",
            Interventie,
            Probleemgebied,
            "interventies",
            "nummer",
        ),
        Soort("onderdeel", "Onderdeel", "onderdeel", "onderdelen", Onderdeel, Interventie, "onderdelen", "letter"),
        Soort(
            "opdracht-lokaal",
            "Lokale opdracht",
            "lokale opdracht",
            "lokale opdrachten",
            Opdracht,
            Probleemgebied,
            "opdrachten",
            "volgorde",
            {"opdrachtnemer": Opdrachtnemer.LOKAAL},
        ),
        Soort(
            "opdracht-rigg",
            "RIGG-opdracht",
            "RIGG-opdracht",
            "RIGG-opdrachten",
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


def schuif(positie: int | str, stap: int) -> int | str:
    return letter(plek_van(positie) + stap) if isinstance(positie, str) else positie + stap


def zet_posities(session: Sessie, soort: Soort, nieuw: dict[Any, int | str]) -> None:
    """Gives items other positions, in two steps because no two may ever share one."""
    if not nieuw:
        return
    for i, item in enumerate(nieuw):
        wacht: int | str = f"~{i}" if soort.positie == "letter" else WACHTPLAATS + i
        setattr(item, soort.positie, wacht)
    session.flush()
    for item, positie in nieuw.items():
        setattr(item, soort.positie, positie)
    session.flush()
