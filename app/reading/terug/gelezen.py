"""What stands in a document that came back, laid out by its marks, before it is compared with what was handed out."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.structuur import Opdrachtnemer
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.plaats import Plaats
from app.reading.word.bereiken import Merk
from app.reading.word.opmerkingen import Opmerking


class Vak(StrEnum):
    """A row of the table of a probleemgebied; the last two are the halves of its last row."""

    IST = "ist"
    SOLL = "soll"
    DOELEN = "doelen"
    INDICATOREN = "indicatoren"
    INTERVENTIES = "interventies"
    OPDRACHT = "opdracht"
    LOKAAL = "lokaal"
    RIGG = "rigg"

    @staticmethod
    def van(nemer: Opdrachtnemer) -> "Vak":
        return Vak(nemer.value)


@dataclass(frozen=True, slots=True)
class Lijn:
    """A paragraph as it stands there. `nummer`, `letter` and `niveau`: what the program itself puts before it."""

    tekst: str
    plaats: Plaats = field(default_factory=Plaats)
    merken: tuple[Merk, ...] = ()
    nummer: int | None = None
    letter: str | None = None
    niveau: int = 0
    opsomteken: bool = False
    opmerkingen: tuple[str, ...] = ()

    def merk(self, soort: Merksoort) -> str | None:
        return next((merk for eigen, merk in self.merken if eigen is soort), None)


@dataclass(slots=True)
class Gebied:
    """`naam` is None when the document does not say it. `vakken`: only those that stand there."""

    merk: str | None = None
    naam: Lijn | None = None
    vakken: dict[Vak, list[Lijn]] = field(default_factory=dict)
    toelichting: list[Lijn] = field(default_factory=list)
    heeft_tabel: bool = False


@dataclass(frozen=True, slots=True)
class Inlijst:
    """An entry of the list of probleemgebieden; `groep` is the line above it, such as "Top vijf"."""

    lijn: Lijn
    groep: str = ""


@dataclass(slots=True)
class Terug:
    """`uitvoer`: the code of the export, "" when it is lost. `kenmerken`: the lines of the title block, by what they
    say. `onbekend`: what stands in no place we know."""

    uitvoer: str = ""
    notitie: str = ""
    organisatie: str = ""
    kenmerken: dict[Merksoort, Lijn] = field(default_factory=dict)
    inleiding: list[Lijn] = field(default_factory=list)
    lijst: list[Inlijst] = field(default_factory=list)
    gebieden: list[Gebied] = field(default_factory=list)
    onbekend: list[Lijn] = field(default_factory=list)
    opmerkingen: dict[str, Opmerking] = field(default_factory=dict)
    wijzigingen: int = 0

    @property
    def heeft_tabellen(self) -> bool:
        """Without any table of a probleemgebied the layout is gone, and the marks with it say little."""
        return any(gebied.heeft_tabel for gebied in self.gebieden)
