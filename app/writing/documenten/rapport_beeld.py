"""What a half-year report says, as plain values: collected once, then written as a document."""

from dataclasses import dataclass
from datetime import date

from app.domain.cijfers.indicator import Bloksoort
from app.domain.voortgang.overzicht import PeriodeBeeld, ThemaBeeld
from app.writing.grafiek.waarden import Lijngrafiek


@dataclass(frozen=True, slots=True)
class Tekstdeel:
    tekst: str


@dataclass(frozen=True, slots=True)
class Indicatordeel:
    """`id`: of the indicator. `soort`: what of it is shown. `koers`: in sentences. `duiding`: of this period."""

    id: int
    soort: Bloksoort
    lijn: Lijngrafiek
    koers: tuple[str, ...] = ()
    duiding: str = ""

    @property
    def naam(self) -> str:
        return self.lijn.titel


@dataclass(frozen=True, slots=True)
class Voortgangdeel:
    """`naam`: of the one thema that was asked for, also when nothing was reported on it; empty for all."""

    themas: tuple[ThemaBeeld, ...]
    naam: str = ""


Deel = Tekstdeel | Indicatordeel | Voortgangdeel


@dataclass(frozen=True, slots=True)
class Hoofdstukbeeld:
    """`duiding` opens the chapter: what the figures in it say together."""

    titel: str
    duiding: str = ""
    delen: tuple[Deel, ...] = ()


@dataclass(frozen=True, slots=True)
class Rapportbeeld:
    """`peildatum`: the day on which a report that is not closed was looked at."""

    titel: str
    organisatie: str
    periode: PeriodeBeeld
    peildatum: date
    hoofdstukken: tuple[Hoofdstukbeeld, ...] = ()
