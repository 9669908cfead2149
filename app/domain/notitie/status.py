"""The life of a notitie, and which steps in it exist."""

from enum import StrEnum


class NotitieStatus(StrEnum):
    CONCEPT = "concept"
    TER_VASTSTELLING = "ter vaststelling"
    VASTGESTELD = "vastgesteld"

    @property
    def label(self) -> str:
        return self.value.capitalize()


# What is vastgesteld stays so: whoever wants to go on begins a new version.
OVERGANGEN: dict[NotitieStatus, tuple[NotitieStatus, ...]] = {
    NotitieStatus.CONCEPT: (NotitieStatus.TER_VASTSTELLING,),
    NotitieStatus.TER_VASTSTELLING: (NotitieStatus.VASTGESTELD, NotitieStatus.CONCEPT),
    NotitieStatus.VASTGESTELD: (),
}


def hoe_verder(status: NotitieStatus) -> str:
    """What to do for who wants to change a notitie in this status; "" when that is possible as it is."""
    return {
        NotitieStatus.CONCEPT: "",
        NotitieStatus.TER_VASTSTELLING: "Een manager kan haar terugzetten naar concept; daarna kunt u verder.",
        NotitieStatus.VASTGESTELD: "Begin een nieuw concept: dat krijgt dezelfde tekst en een eigen versienummer.",
    }[status]
