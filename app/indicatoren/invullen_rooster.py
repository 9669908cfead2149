"""The grid as the page shows it: a row per indicator, a cell per period, with what is stored and what was typed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.taal.getallen import toon_getal
from app.indicatoren import rooster_queries
from app.indicatoren.forms_meting import STER
from app.indicatoren.invullen_keuze import Keuze
from app.models import Indicator, Meting
from app.web.basis import Botsing, Start, teken
from app.web.bladeren import tel_paginas


@dataclass(slots=True)
class Cel:
    """`stand`: what is stored now. `basis`: what was stored when the page was opened. `tekst`: what the field says.

    `fout`: what is wrong with it. `botsing`: a colleague stored something else meanwhile; the user chooses.
    """

    indicator: Indicator
    periode: Meetperiode
    rij: Meting | None = None
    basis: str = ""
    tekst: str = ""
    fout: str = ""
    botsing: Botsing | None = None

    @property
    def id(self) -> str:
        """Of the field, and its name."""
        return cel_id(self.indicator.id, self.periode)

    @property
    def stand(self) -> str:
        return toon_cel(self.rij)

    @property
    def plek(self) -> str:
        """Where it is, in words."""
        return f"{self.indicator.naam}, {self.periode.label}"

    @property
    def getypt(self) -> bool:
        return self.tekst != self.basis

    @property
    def goed(self) -> bool:
        return not self.fout and self.botsing is None


@dataclass(slots=True)
class Rij:
    indicator: Indicator
    cellen: list[Cel]


@dataclass(slots=True)
class Rooster:
    """`voorlopig`: the codes of the columns in which what is typed is voorlopig."""

    keuze: Keuze
    rijen: list[Rij]
    totaal: int
    voorlopig: set[str] = field(default_factory=set)
    reden: str = ""
    reden_fout: str = ""
    opmerkingen: list[str] = field(default_factory=list)

    @property
    def aantal_paginas(self) -> int:
        return tel_paginas(self.totaal, self.keuze.rijen_per_pagina)

    @property
    def ids(self) -> str:
        return ",".join(str(rij.indicator.id) for rij in self.rijen)

    def cellen(self) -> Iterator[Cel]:
        for rij in self.rijen:
            yield from rij.cellen

    @property
    def basis(self) -> str:
        """What the fields start from, as JSON by the name of the field; an empty one is not named."""
        return json.dumps({cel.id: cel.basis for cel in self.cellen() if cel.basis}, ensure_ascii=False)

    @property
    def botsingen(self) -> list[Botsing]:
        return [cel.botsing for cel in self.cellen() if cel.botsing is not None]

    @property
    def gevraagd(self) -> str:
        """What the page asks to choose between, for the next time it is sent."""
        return teken(Start({}, tuple(self.botsingen))) if self.botsingen else ""

    @property
    def fout(self) -> list[Cel]:
        return [cel for cel in self.cellen() if not cel.goed]


def cel_id(indicator_id: int, periode: Meetperiode) -> str:
    return f"c-{indicator_id}-{periode.code.replace('/', '_')}"


def toon_cel(rij: Meting | None) -> str:
    """`8,3`, with a star when it is voorlopig; nothing for no figure."""
    return "" if rij is None else toon_stand(rij.waarde, rij.voorlopig)


def toon_stand(waarde: Decimal | None, voorlopig: bool) -> str:
    return "" if waarde is None else toon_getal(waarde) + (STER if voorlopig else "")


def rooster_van(keuze: Keuze) -> Rooster:
    """The page of the grid that the address asks for."""
    indicatoren, totaal = rooster_queries.indicatoren(
        frequentie=None if keuze.alle else keuze.frequentie,
        probleemgebied=keuze.probleemgebied,
        begin=(keuze.pagina - 1) * keuze.rijen_per_pagina,
        aantal=keuze.rijen_per_pagina,
    )
    return maak_rooster(keuze, indicatoren, totaal)


def maak_rooster(keuze: Keuze, indicatoren: Sequence[Indicator], totaal: int) -> Rooster:
    ids = [indicator.id for indicator in indicatoren]
    rijen = rooster_queries.metingen(ids, keuze.periodes, gebied=keuze.gebied, soort=keuze.soort)
    return Rooster(keuze, [_rij(indicator, keuze.periodes, rijen) for indicator in indicatoren], totaal)


def _rij(indicator: Indicator, periodes: Sequence[Meetperiode], rijen: Mapping[rooster_queries.Plek, Meting]) -> Rij:
    cellen = []
    for periode in periodes:
        rij = rijen.get((indicator.id, periode))
        cellen.append(Cel(indicator, periode, rij, basis=toon_cel(rij), tekst=toon_cel(rij)))
    return Rij(indicator, cellen)
