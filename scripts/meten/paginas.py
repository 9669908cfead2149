"""Pages: number of queries, time on one gemeente and on the region, and what the same bytes cost without the work."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from scripts.meten.bezoeker import Bezoeker
from scripts.meten.klok import Duur, meet_om_de_beurt
from scripts.meten.stand import Stand

VOLLE_PAGINA = 5  # gemeenten that together fill the first page of the overview for the RIGG


@dataclass(frozen=True, slots=True)
class Pagina:
    """`klein`: on how many gemeenten (or maatregelen) the page is measured beside the largest number."""

    naam: str
    wie: Callable[[Stand], str]
    adres: Callable[[Stand], str]
    klein: int = 1


@dataclass(frozen=True, slots=True)
class Kant:
    """One page on one database. `vloer`: the same bytes without the work."""

    queries: int
    bytes: int
    duur: Duur
    vloer: Duur


@dataclass(frozen=True, slots=True)
class Paginameting:
    pagina: Pagina
    klein: Kant
    groot: Kant

    @property
    def verhouding(self) -> float:
        return self.groot.duur.mediaan / self.klein.duur.mediaan


def _adviseur(stand: Stand) -> str:
    return stand.gemeente.adviseur


def _rigg(stand: Stand) -> str:
    return stand.regio.rigg


def _grootste_gebied(stand: Stand) -> str:
    return f"/probleemgebieden/{stand.gemeente.gebieden[0]}"


def _late_pagina(stand: Stand) -> str:
    """Far in the overview; a small region has no more than its first page to compare it with."""
    return "/opdrachten/?pagina=20" if len(stand.regio.gemeenten) > VOLLE_PAGINA else "/opdrachten/"


PAGINAS = (
    Pagina("notitie (adviseur)", _adviseur, lambda stand: f"/notities/{stand.gemeente.notities[0]}"),
    Pagina("notitie, concept (adviseur)", _adviseur, lambda stand: f"/notities/{stand.gemeente.notities[1]}"),
    Pagina("probleemgebied (adviseur)", _adviseur, _grootste_gebied),
    Pagina("Mijn werk (adviseur)", _adviseur, lambda _: "/"),
    Pagina("Mijn werk (RIGG)", _rigg, lambda _: "/"),
    Pagina("regio (RIGG)", _rigg, lambda _: "/regio/"),
    Pagina("opdrachten (adviseur)", _adviseur, lambda _: "/opdrachten/"),
    Pagina("opdrachten (RIGG)", _rigg, lambda _: "/opdrachten/"),
    Pagina("opdrachten, volle pagina (RIGG)", _rigg, lambda _: "/opdrachten/", klein=VOLLE_PAGINA),
    Pagina("opdrachten, 20e pagina (RIGG)", _rigg, _late_pagina, klein=VOLLE_PAGINA),
)


def meet_paginas(
    standen: dict[int, Stand], groot: int, aantal: int, paginas: Iterable[Pagina] = PAGINAS
) -> Iterator[Paginameting]:
    for pagina in paginas:
        yield _meet(pagina, standen[pagina.klein], standen[groot], aantal)


def _meet(pagina: Pagina, klein: Stand, groot: Stand, aantal: int) -> Paginameting:
    bezoeken = [_Bezoek(stand.bezoeker(pagina.wie(stand)), pagina.adres(stand)) for stand in (klein, groot)]
    werk = {(plek, wat): doe for plek, bezoek in enumerate(bezoeken) for wat, doe in bezoek.werk().items()}
    duren = meet_om_de_beurt(werk, aantal)
    kanten = [
        Kant(bezoek.bezoeker.tel_queries(bezoek.adres), len(bezoek.inhoud), duren[plek, "pagina"], duren[plek, "vloer"])
        for plek, bezoek in enumerate(bezoeken)
    ]
    return Paginameting(pagina, kanten[0], kanten[1])


class _Bezoek:
    def __init__(self, bezoeker: Bezoeker, adres: str) -> None:
        self.bezoeker, self.adres = bezoeker, adres
        self.inhoud = bezoeker.haal(adres)

    def werk(self) -> dict[str, Callable[[], object]]:
        return {
            "pagina": partial(self.bezoeker.haal, self.adres),
            "vloer": partial(self.bezoeker.haal_vloer, self.inhoud),
        }
