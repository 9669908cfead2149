"""The life of a reporting period and of one row in it, and which steps exist."""

from enum import StrEnum


class PeriodeStatus(StrEnum):
    OPEN = "open"
    TER_CONTROLE = "ter controle"
    GESLOTEN = "gesloten"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class Beoordeling(StrEnum):
    """Where one row stands between adviseur and manager."""

    IN_TE_VULLEN = "in te vullen"
    INGEVULD = "ingevuld"
    TERUGGESTUURD = "teruggestuurd"
    AKKOORD = "akkoord"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def moet_nog(self) -> bool:
        """The adviseur has something to do: the one answer to what is not filled in yet."""
        return self in MOET_NOG


# What the adviseur still has to do: what is blank, and what the manager sent back. Everything else is filled in.
MOET_NOG = (Beoordeling.IN_TE_VULLEN, Beoordeling.TERUGGESTUURD)

PERIODE_OVERGANGEN: dict[PeriodeStatus, tuple[PeriodeStatus, ...]] = {
    PeriodeStatus.OPEN: (PeriodeStatus.TER_CONTROLE,),
    PeriodeStatus.TER_CONTROLE: (PeriodeStatus.GESLOTEN, PeriodeStatus.OPEN),
    PeriodeStatus.GESLOTEN: (PeriodeStatus.TER_CONTROLE,),  # reopening
}

BEOORDELING_OVERGANGEN: dict[Beoordeling, tuple[Beoordeling, ...]] = {
    Beoordeling.IN_TE_VULLEN: (Beoordeling.INGEVULD,),
    Beoordeling.INGEVULD: (Beoordeling.AKKOORD, Beoordeling.TERUGGESTUURD, Beoordeling.IN_TE_VULLEN),
    Beoordeling.TERUGGESTUURD: (Beoordeling.INGEVULD, Beoordeling.AKKOORD, Beoordeling.IN_TE_VULLEN),
    Beoordeling.AKKOORD: (Beoordeling.TERUGGESTUURD, Beoordeling.INGEVULD, Beoordeling.IN_TE_VULLEN),
}

# Which rows the adviseur may change. Once ter controle, only what was not there yet or came back.
INVULBAAR: dict[PeriodeStatus, frozenset[Beoordeling]] = {
    PeriodeStatus.OPEN: frozenset(Beoordeling),
    PeriodeStatus.TER_CONTROLE: frozenset(MOET_NOG),
    PeriodeStatus.GESLOTEN: frozenset(),
}
