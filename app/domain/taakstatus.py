"""The life of work in the background: wacht → bezig → klaar, mislukt or afgebroken, and perhaps wacht once more."""

from enum import StrEnum


class TaakStatus(StrEnum):
    """`MISLUKT`: it ended with an error, or its worker stopped without a word. `AFGEBROKEN`: somebody stopped it."""

    WACHT = "wacht"
    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"
    AFGEBROKEN = "afgebroken"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def loopt(self) -> bool:
        """Whether something may still change without anybody doing anything."""
        return self in (TaakStatus.WACHT, TaakStatus.BEZIG)

    @property
    def mag_opnieuw(self) -> bool:
        return self in (TaakStatus.MISLUKT, TaakStatus.AFGEBROKEN)
