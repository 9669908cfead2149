"""How a half-year report is laid out: its chapters, and what each is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.cijfers.indicator import Bloksoort
from app.domain.voortgang.periode import PeriodeSoort

TITELS = {
    PeriodeSoort.JAAR: "Jaarrapportage",
    PeriodeSoort.HALFJAAR: "Halfjaarrapportage",
    PeriodeSoort.KWARTAAL: "Kwartaalrapportage",
}
# In the order of the list to choose from: the label, and what it puts on the page.
BLOKSOORTEN = {
    Bloksoort.GRAFIEK: ("Grafiek", "De lijn van een indicator, met de koers en de cijfers eronder."),
    Bloksoort.CIJFERS: ("Cijfers", "De cijfers van een indicator in een tabel, met de koers."),
    Bloksoort.DUIDING: ("Wat zien we?", "Wat de cijfers van een indicator in deze periode betekenen."),
    Bloksoort.VOORTGANG: ("Voortgangstabel", "De maatregelen van een thema, of van alle thema’s."),
    Bloksoort.TEKST: ("Tekst", "Eigen tekst, zoals een inleiding of een besluit."),
}
OVERIG = "Overige cijfers"
LANGSTE_TITEL = 300
MEESTE_HOOFDSTUKKEN, MEESTE_BLOKKEN = 100, 100


@dataclass(frozen=True, slots=True)
class Blokopzet:
    """`thema_id` None in a voortgangstabel stands for all themas."""

    soort: Bloksoort
    indicator_id: int | None = None
    thema_id: int | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Hoofdstukopzet:
    titel: str
    blokken: tuple[Blokopzet, ...] = ()


def standaardindeling(
    *,
    gebieden: Iterable[tuple[str, Iterable[int]]],
    themas: Iterable[tuple[str, int]],
    overige: Iterable[int] = (),
) -> list[Hoofdstukopzet]:
    """First what was measured per probleemgebied, then what was done per thema.

    `gebieden`: names with the ids of their indicatoren; one without any gets no chapter, and an indicator is shown in
    the first that has it. `overige`: indicatoren that may be in none of them.
    """
    met_cijfers = _ontdubbeld([*gebieden, (OVERIG, overige)])
    return [
        *(Hoofdstukopzet(kort(naam), tuple(_per_indicator(ids))) for naam, ids in met_cijfers if ids),
        *(Hoofdstukopzet(kort(naam), (Blokopzet(Bloksoort.VOORTGANG, thema_id=id_),)) for naam, id_ in themas),
    ]


def _ontdubbeld(groepen: Iterable[tuple[str, Iterable[int]]]) -> Iterator[tuple[str, list[int]]]:
    gehad: set[int] = set()
    for naam, ids in groepen:
        nieuw = [id_ for id_ in dict.fromkeys(ids) if id_ not in gehad]
        gehad.update(nieuw)
        yield naam, nieuw


def _per_indicator(ids: Iterable[int]) -> Iterator[Blokopzet]:
    for id_ in ids:
        yield Blokopzet(Bloksoort.GRAFIEK, id_)
        yield Blokopzet(Bloksoort.DUIDING, id_)


def kort(titel: str) -> str:
    """On one line, and no longer than a title can be."""
    regel = " ".join(titel.split())
    return regel if len(regel) <= LANGSTE_TITEL else regel[: LANGSTE_TITEL - 1].rstrip() + "…"
