"""What seeds/indicatoren/*.yaml may contain: indicatoren, their figures, what people say of a doel, and reports."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from app.domain.cijfers.indicator import Bloksoort, Gunstig, Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import OngeldigeMeetperiode, lees_meetperiode
from app.domain.koers.bepalen import Koers
from app.reading.seeds.schema import Email, Getal, Invoer, Nummer, Pad, Schoon, Slug, Tekst, Titel, Vrij, weiger
from app.reading.seeds.voortgang import Periodecode

_MET_INDICATOR = (Bloksoort.GRAFIEK, Bloksoort.CIJFERS, Bloksoort.DUIDING)


def _als_meetperiode(tekst: str) -> str:
    """Only as its code, so that no period can stand there twice."""
    try:
        code = lees_meetperiode(tekst).code
    except OngeldigeMeetperiode as fout:
        raise weiger(str(fout).rstrip(".")) from None
    if code != tekst:
        raise weiger(f"schrijf deze periode als {code}")
    return code


Meetcode = Annotated[str, AfterValidator(_als_meetperiode)]
Eenheid = Annotated[str, Field(min_length=1, max_length=40), Schoon]
Gebied = Annotated[str, Field(max_length=200), Schoon]


class DoelplekInvoer(Invoer):
    probleemgebied: Titel
    doel: Nummer


class NulmetingInvoer(Invoer):
    datum: date
    waarde: Getal


class HerzieningInvoer(Invoer):
    """What a figure said before, and why it changed."""

    periode: Meetcode
    eerder: Getal
    reden: Tekst
    voorlopig: bool = True


class ReeksInvoer(Invoer):
    """`metingen`: the figure by period; the other keys speak of the periods in it. `gebied` "" is the organisatie."""

    gebied: Gebied = ""
    soort: Annotated[Reekssoort, Field(strict=False)] = Reekssoort.REALISATIE
    bron: Vrij = ""
    nulmeting: NulmetingInvoer | None = None
    metingen: dict[Meetcode, Getal] = {}
    voorlopig: list[Meetcode] = []
    toelichting: dict[Meetcode, Tekst] = {}
    herzien: list[HerzieningInvoer] = []


class DuidingInvoer(Invoer):
    periode: Periodecode
    tekst: Tekst


class GemetenInvoer(Invoer):
    """`regels`: the doelen of the own notities whose lines it measures."""

    naam: Titel
    regels: list[DoelplekInvoer] = []
    reeksen: list[ReeksInvoer] = []
    duidingen: list[DuidingInvoer] = []


class EigenIndicatorInvoer(GemetenInvoer):
    """`noemer` is the name of another indicator, of the organisatie itself or shared with it."""

    eenheid: Eenheid
    frequentie: Annotated[Meetfrequentie, Field(strict=False)] = Meetfrequentie.JAAR
    definitie: Vrij = ""
    bron: Vrij = ""
    gunstig: Annotated[Gunstig, Field(strict=False)] | None = None
    ondergrens: Getal | None = None
    bovengrens: Getal | None = None
    gedeeld: bool = False
    noemer: Titel | None = None


class GedeeldeIndicatorInvoer(GemetenInvoer):
    """Own figures on an indicator that the organisatie `van` shares."""

    van: Slug


class PadpuntInvoer(Invoer):
    datum: date
    waarde: Getal


class OordeelInvoer(Invoer):
    koers: Annotated[Koers, Field(strict=False)]
    reden: Tekst
    door: Email


class KoersInvoer(DoelplekInvoer):
    streefpad: list[PadpuntInvoer] = []
    oordeel: OordeelInvoer | None = None


class BlokInvoer(Invoer):
    """`thema` is its number; a voortgangstabel without one is of all."""

    soort: Annotated[Bloksoort, Field(strict=False)]
    tekst: Vrij = ""
    indicator: Titel | None = None
    thema: Nummer | None = None

    @model_validator(mode="after")
    def _klopt(self) -> "BlokInvoer":
        if (self.soort is Bloksoort.TEKST) != bool(self.tekst):
            raise weiger("alleen een blok tekst heeft een tekst, en dat heeft er altijd een")
        if (self.soort in _MET_INDICATOR) != bool(self.indicator):
            raise weiger("een grafiek, cijfers en een duiding noemen een indicator; de andere blokken niet")
        if self.thema and self.soort is not Bloksoort.VOORTGANG:
            raise weiger("alleen een voortgangstabel noemt een thema")
        return self


class HoofdstukInvoer(Invoer):
    titel: Titel
    duiding: Vrij = ""
    blokken: list[BlokInvoer] = []


class RapportInvoer(Invoer):
    periode: Periodecode
    titel: Titel
    hoofdstukken: list[HoofdstukInvoer] = []


class IndicatorenInvoer(Invoer):
    organisatie: Slug
    indicatoren: list[EigenIndicatorInvoer] = []
    gedeeld: list[GedeeldeIndicatorInvoer] = []
    koersen: list[KoersInvoer] = []
    rapporten: list[RapportInvoer] = []

    @property
    def gemeten(self) -> list[tuple[Pad, GemetenInvoer]]:
        """All that has figures, each with the path to it."""
        eigen = [(("indicatoren", plek), wat) for plek, wat in enumerate(self.indicatoren)]
        return [*eigen, *((("gedeeld", plek), wat) for plek, wat in enumerate(self.gedeeld))]
