"""The life of a notitie, and which steps in it exist."""

from enum import StrEnum


class NotitieStatus(StrEnum):
    CONCEPT = "concept"
    TER_VASTSTELLING = "ter vaststelling"
    VASTGESTELD = "vastgesteld"

    @property
    def label(self) -> str:
        return self.value.capitalize()


OVERGANGEN: dict[NotitieStatus, tuple[NotitieStatus, ...]] = {
    NotitieStatus.CONCEPT: (NotitieStatus.TER_VASTSTELLING,),
    NotitieStatus.TER_VASTSTELLING: (NotitieStatus.VASTGESTELD, NotitieStatus.CONCEPT),
    NotitieStatus.VASTGESTELD: (NotitieStatus.CONCEPT,),
}
