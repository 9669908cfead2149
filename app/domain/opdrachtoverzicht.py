"""The opdracht overview: what each opdrachtnemer is asked to do, per organisatie and probleemgebied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.regio.antwoord import Antwoord, volledige_tekst
from app.domain.structuur import Opdrachtnemer


@dataclass(frozen=True, slots=True)
class Regel:
    """One doel, interventie, onderdeel or free opdracht in the overview.

    `kenmerk` is "3" for a doel or interventie, "1a" for an onderdeel and empty for a free opdracht.
    `gedeeld`: the other opdrachtnemer carries it too. `voorbehoud`: this opdrachtnemer carries it onder voorbehoud.
    """

    kenmerk: str
    tekst: str
    gedeeld: bool = False
    voorbehoud: bool = False
    onderdelen: tuple["Regel", ...] = ()
    antwoord: Antwoord | None = None  # of the RIGG, when it carries this
    merk: str = field(default="", compare=False)

    @property
    def volledig(self) -> str:
        """As the RIGG answers it."""
        delen = ((deel.kenmerk.removeprefix(self.kenmerk), deel.tekst) for deel in self.onderdelen)
        return volledige_tekst(self.tekst, tuple(delen))


@dataclass(frozen=True, slots=True)
class Blok:
    """What one opdrachtnemer gets from one probleemgebied of one organisatie."""

    organisatie: str
    notitie: str
    probleemgebied: str
    volgorde: int
    opdrachtnemer: Opdrachtnemer
    doelen: tuple[Regel, ...] = ()
    interventies: tuple[Regel, ...] = ()
    opdrachten: tuple[Regel, ...] = ()

    @property
    def leeg(self) -> bool:
        return not (self.doelen or self.interventies or self.opdrachten)


@dataclass(frozen=True, slots=True)
class Totaal:
    """Onderdelen count with their interventie, not on their own."""

    doelen: int = 0
    interventies: int = 0
    opdrachten: int = 0


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`blokken`: of a long list a Stroom. `filters`: what was chosen, as label and value, so that a file says what it
    shows ("Opdrachtnemer": "RIGG")."""

    blokken: Iterable[Blok]
    totalen: dict[Opdrachtnemer, Totaal]
    filters: tuple[tuple[str, str], ...] = field(default=())


def tel(blokken: Sequence[Blok]) -> dict[Opdrachtnemer, Totaal]:
    """Totals per opdrachtnemer; an opdrachtnemer without blokken counts zero."""
    return {
        opdrachtnemer: Totaal(
            doelen=sum(len(b.doelen) for b in blokken if b.opdrachtnemer is opdrachtnemer),
            interventies=sum(len(b.interventies) for b in blokken if b.opdrachtnemer is opdrachtnemer),
            opdrachten=sum(len(b.opdrachten) for b in blokken if b.opdrachtnemer is opdrachtnemer),
        )
        for opdrachtnemer in Opdrachtnemer
    }
