"""A progress report as plain values: themas, beheersmaatregelen and what was reported on them in one period."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Stable codes; `label` is what people read."""

    NIET_GESTART = "niet gestart"
    GEPLAND = "gepland"
    IN_UITVOERING = "in uitvoering"
    DOORLOPEND = "doorlopend"
    UITGESTELD = "uitgesteld"
    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def klaar(self) -> bool:
        return self in (Status.AFGEROND, Status.VERVALLEN)


class Kleur(StrEnum):
    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def vraagt_uitleg(self) -> bool:
        """Oranje and rood need oorzaak, gevolg and bijsturing."""
        return self is not Kleur.GROEN


class Precisie(StrEnum):
    DAG = "dag"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is planned. `van` or `tot` is None when it is open on that side ("vanaf 1 januari 2020").

    `herhaling` ("jaarlijks", "jaarlijks in november", ...) stands alone: then van, tot and precisie are None.
    """

    van: date | None = None
    tot: date | None = None
    precisie: Precisie | None = None
    herhaling: str | None = None


@dataclass(slots=True)
class Regel:
    """`planning`: the paragraphs of the cell, to the letter. `statussen_in_tekst`: set when there was more than one."""

    voortgang: str
    planning: list[str] = field(default_factory=list)
    status: Status = Status.NIET_GESTART
    momenten: list[Moment] = field(default_factory=list)
    statussen_in_tekst: list[Status] = field(default_factory=list)


@dataclass(slots=True)
class Maatregel:
    letter: str | None
    naam: str
    regels: list[Regel] = field(default_factory=list)


@dataclass(slots=True)
class Thema:
    nummer: int
    naam: str
    maatregelen: list[Maatregel] = field(default_factory=list)


@dataclass(slots=True)
class Voortgang:
    titel: str
    gemeente: str | None = None
    periode: str | None = None
    themas: list[Thema] = field(default_factory=list)
