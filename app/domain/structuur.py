"""A notitie as plain values: what is read from a file, stored, checked for bevindingen and written out.

Every way in (Word, YAML, the tables) ends in these classes and every way out starts from them, so a
rule about a notitie is written once. They hold no identity: two equal notities are the same value. A `merk` only says
from which row an item came, so that it is recognised in another text of the notitie; it does not count in comparing.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

# The years a doel or notitie can speak of; anything else is a figure that was taken for a year.
JAREN = range(1900, 2201)


class Richting(StrEnum):
    """Which way a doel wants its figure to move. `niveau`: to reach a level, not to change by an amount."""

    DALING = "daling"
    STIJGING = "stijging"
    NIVEAU = "niveau"
    KWALITATIEF = "kwalitatief"


class Opdrachtnemer(StrEnum):
    """Who carries a doel, interventie or onderdeel: the gemeente itself or the regional procurement organisation."""

    LOKAAL = "lokaal"
    RIGG = "rigg"

    @property
    def label(self) -> str:
        return {"lokaal": "Lokaal", "rigg": "RIGG"}[self.value]


class Prioriteit(StrEnum):
    TOP_VIJF = "top vijf"
    OVERIG = "overig"


@dataclass(frozen=True, slots=True)
class Streefwaarde:
    """What a doel promises, as figures.

    `min` and `max` are equal for a single figure, differ for a band ("20-40") and one of them is None
    for a one-sided target ("minimaal 2": max is None; "maximaal 5": min is None).
    `eenheid` is "procent", "aantal", "euro", "weken", ... or None when `richting` is kwalitatief.
    `open`: the text still says X where the figure must come; min and max are None then.
    """

    richting: Richting = Richting.KWALITATIEF
    min: Decimal | None = None
    max: Decimal | None = None
    eenheid: str | None = None
    doeljaar: int | None = None
    referentiejaar: int | None = None
    open: bool = False


class Regel(str):
    """A line of the ist, the soll or an opdracht with the merk of its row; to whom does not look, a text like any."""

    merk: str | None

    def __new__(cls, tekst: str, merk: str | None = None) -> "Regel":
        regel = super().__new__(cls, tekst)
        regel.merk = merk
        return regel


def merk_van(item: object) -> str | None:
    """The merk of a probleemgebied, item or line; None for what came from elsewhere."""
    return getattr(item, "merk", None)


@dataclass(slots=True)
class Doel:
    nummer: int
    tekst: str
    streefwaarde: Streefwaarde = field(default_factory=Streefwaarde)
    merk: str | None = field(default=None, compare=False)


@dataclass(slots=True)
class Indicator:
    """`nummer` is the number of the doel it measures ("behorend bij gelijk genummerde doelen")."""

    nummer: int
    tekst: str
    merk: str | None = field(default=None, compare=False)


@dataclass(slots=True)
class Onderdeel:
    letter: str
    tekst: str
    merk: str | None = field(default=None, compare=False)


@dataclass(slots=True)
class Interventie:
    nummer: int
    tekst: str
    onderdelen: list[Onderdeel] = field(default_factory=list)
    merk: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """One number in "Uitvoeren interventies: (1, 2,) 3 (a, b)": `voorbehoud` is the outer parenthesis."""

    nummer: int
    onderdelen: tuple[str, ...] = ()
    voorbehoud: bool = False


@dataclass(slots=True)
class Opdracht:
    """What one opdrachtnemer gets in one probleemgebied: free lines beside the doelen and interventies it carries."""

    opdrachten: list[str] = field(default_factory=list)
    doelen: list[Verwijzing] = field(default_factory=list)
    interventies: list[Verwijzing] = field(default_factory=list)


@dataclass(slots=True)
class Probleemgebied:
    """`naam_in_lijst`: how the notitie's own priority list calls it, when that differs from the heading; else None."""

    volgorde: int
    naam: str
    prioriteit: Prioriteit | None = None
    ist: list[str] = field(default_factory=list)
    soll: list[str] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    doelen_toelichting: str = ""
    indicatoren: list[Indicator] = field(default_factory=list)
    indicatoren_inleiding: str = ""
    interventies: list[Interventie] = field(default_factory=list)
    opdracht: dict[Opdrachtnemer, Opdracht] = field(
        default_factory=lambda: {opdrachtnemer: Opdracht() for opdrachtnemer in Opdrachtnemer}
    )
    toelichting: str = ""
    naam_in_lijst: str | None = None
    merk: str | None = field(default=None, compare=False)


@dataclass(slots=True)
class Notitie:
    """`inleiding`: what stands before the first probleemgebied, one line per paragraph."""

    titel: str
    gemeente: str | None = None
    versie: str | None = None
    datum: date | None = None
    referentiejaar: int | None = None
    doeljaar: int | None = None
    probleemgebieden: list[Probleemgebied] = field(default_factory=list)
    inleiding: str = ""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something a careful reader would notice. `zin` is the Dutch sentence for people; `code` is stable for scripts.

    `soort` and `nummer` name the place: doel, indicator, interventie, probleemgebied (its volgorde) or notitie (0).
    """

    code: str
    probleemgebied: str
    soort: str
    nummer: int
    zin: str
