"""A file with metingen on its way in: how far it is, and what happens with an indicator that it names."""

from enum import StrEnum


class Importstatus(StrEnum):
    """`LEZEN`, `VERGELIJKEN` and `OVERNEMEN`: a job is at it. `VOORBEELD`: the user decides. The others are the end."""

    LEZEN = "lezen"
    VERGELIJKEN = "vergelijken"
    VOORBEELD = "voorbeeld"
    OVERNEMEN = "overnemen"
    KLAAR = "klaar"
    ONBRUIKBAAR = "onbruikbaar"

    @property
    def loopt(self) -> bool:
        return self in (Importstatus.LEZEN, Importstatus.VERGELIJKEN, Importstatus.OVERNEMEN)


class Besluit(StrEnum):
    """What to do with an indicator of the file. `VRAAG`: nobody has decided, so its figures cannot come in yet."""

    BESTAAND = "bestaand"
    NIEUW = "nieuw"
    OVERSLAAN = "overslaan"
    VRAAG = "vraag"


class Onbekend(StrEnum):
    """What to do with a name that no indicator has, when nobody decided.

    `VANZELF`: make it when the file gives its unit and nothing looks like it; otherwise a fault.
    """

    VANZELF = "vanzelf"
    MAAK = "maak"
    FOUT = "fout"
