"""What the RIGG says to one opdracht that a gemeente gives it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Antwoordsoort(StrEnum):
    AANVAARD = "aanvaard"
    VRAAG = "vraag"
    NIET_UITVOERBAAR = "niet uitvoerbaar"

    @property
    def label(self) -> str:
        return self.value.capitalize()


# A gemeente can do nothing with these without knowing what is asked, or why it cannot be done.
MET_TOELICHTING = frozenset({Antwoordsoort.VRAAG, Antwoordsoort.NIET_UITVOERBAAR})


@dataclass(frozen=True, slots=True)
class Antwoord:
    """`tekst`: the opdracht as it read when it was answered. `door`: who answered, in words."""

    soort: Antwoordsoort
    toelichting: str
    tekst: str
    op: datetime
    door: str

    def is_op_eerdere_tekst(self, tekst: str) -> bool:
        """Spaces and line ends say nothing."""
        return self.tekst.split() != tekst.split()


def volledige_tekst(tekst: str, onderdelen: tuple[tuple[str, str], ...] = ()) -> str:
    """An opdracht as it is answered: its text, and a line for each onderdeel (letter, text) that is asked."""
    return "\n".join([tekst, *(f"{letter}. {deel}" for letter, deel in onderdelen)])
