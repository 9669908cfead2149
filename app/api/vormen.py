"""What goes over the line, as models: they check what comes in, write what goes out, and make up openapi.json.

Names are lowerCamelCase. A figure is a text with a decimal point ("1234.5"): a JSON number would be read by many
programs as a binary fraction, and come back as 8.299999999.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, LiteralString, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from app.domain.cijfers.indicator import Gunstig, Meetfrequentie, Reekssoort

MEESTE_METINGEN = 5_000
MEESTE_PER_PAGINA = 1_000
HOOGSTE_ID = 2**31 - 1


class Vorm(BaseModel):
    """Strict: `1` is no "true" and `"1"` is no number. What is not described is refused, as it is likely a slip."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid", strict=True)


Getaltekst = Annotated[str, Field(examples=["1234.5"], json_schema_extra={"format": "decimal"})]
Korte = Annotated[str, StringConstraints(max_length=200)]
Lange = Annotated[str, StringConstraints(max_length=5_000)]


def _uit_tekst(patroon: str, maak: Callable[[str], Any], melding: LiteralString) -> BeforeValidator:
    """In an address everything is text; pydantic reads more in it than we promise, such as `yes` and `1_000`."""

    def lees(waarde: Any) -> Any:
        if not isinstance(waarde, str):
            return waarde
        try:
            return maak(waarde) if re.fullmatch(patroon, waarde, re.ASCII) else _weiger(melding)
        except ValueError:
            return _weiger(melding)

    return BeforeValidator(lees)


def _weiger(melding: LiteralString) -> NoReturn:
    raise PydanticCustomError("vorm", melding)


Heel = Annotated[int, _uit_tekst(r"\d{1,10}", int, "Hier hoort een geheel getal te staan, zoals 100.")]
WaarOfNiet = Annotated[bool, _uit_tekst("true|false", "true".__eq__, "Hier hoort true of false te staan.")]
Dag = Annotated[
    date,
    _uit_tekst(r"\d{4}-\d\d-\d\d", date.fromisoformat, "Hier hoort een datum te staan die bestaat, als 2020-12-31."),
]


class IndicatorVorm(Vorm):
    """Wat er wordt gemeten. Een gedeelde indicator is van een organisatie uit uw regio."""

    id: int
    naam: str = Field(examples=["Jongeren met jeugdhulp"])
    eenheid: str = Field(description="aantal, procent, euro, weken, cijfer of een eigen eenheid.", examples=["aantal"])
    frequentie: Meetfrequentie
    definitie: str
    bron: str
    gunstig: Gunstig | None = Field(description="Welke kant gunstig is; null: dat volgt uit de doelen.")
    ondergrens: Getaltekst | None = Field(description="Een lagere waarde wordt geweigerd.")
    bovengrens: Getaltekst | None = Field(description="Een hogere waarde wordt geweigerd.")
    gedeeld: bool = Field(description="De organisaties van de regio kunnen er ook cijfers bij leveren.")
    organisatie: str = Field(description="Van welke organisatie de indicator is.", examples=["eemsdelta"])
    noemer_id: int | None = Field(description="De indicator waardoor wordt gedeeld om te vergelijken.")


class MetingVorm(Vorm):
    """Eén cijfer over één periode."""

    organisatie: str = Field(description="Van wie het cijfer is.", examples=["eemsdelta"])
    gebied: str = Field(description="Leeg: de organisatie zelf.", examples=["", "Provincie Groningen"])
    reeks: Reekssoort
    periode: str = Field(description="Code van de periode.", examples=["2020", "2020-H1", "2020-Q3", "2020-07"])
    van: date
    tot: date = Field(description="De laatste dag die bij de periode hoort.")
    waarde: Getaltekst | None = Field(description="null als het cijfer is afgeschermd.")
    afgeschermd: bool = Field(description="Een klein aantal, of een cijfer waaruit dat te herleiden is.")
    weergave: str = Field(description="Zoals mensen het lezen.", examples=["1.234,5", "< 5", "afgeschermd"])
    voorlopig: bool
    bron: str
    toelichting: str


class Indicatorenpagina(Vorm):
    indicatoren: list[IndicatorVorm]
    volgende: str | None = Field(description="Adres van de volgende pagina; null op de laatste.")


class Metingenpagina(Vorm):
    indicator_id: int
    eenheid: str
    metingen: list[MetingVorm]
    volgende: str | None = Field(description="Adres van de volgende pagina; null op de laatste.")


class NieuweMetingVorm(Vorm):
    """Eén cijfer van uw eigen organisatie. Staat die cel er al, dan wordt de waarde bijgesteld."""

    periode: Annotated[str, StringConstraints(min_length=1, max_length=80)] = Field(
        description="2020, 2020-H1, 2020-Q3, 2020-07, 2020-W05, 2020-07-01 of 2020-07-01/2020-07-10.",
        examples=["2020-H1"],
    )
    waarde: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(
        description="Met een punt voor de decimalen: hoogstens 14 cijfers ervoor en 4 erna.",
        examples=["1234.5"],
        json_schema_extra={"format": "decimal"},
    )
    reeks: Reekssoort = Reekssoort.REALISATIE
    gebied: Korte = Field("", description="Leeg: uw organisatie zelf. Anders de naam van een gebied.")
    voorlopig: bool = False
    bron: Lange = Field("", description="Leeg laat staan wat er al stond.")
    toelichting: Lange = Field("", description="Leeg laat staan wat er al stond.")


class Levering(Vorm):
    """Cijfers om op te slaan. Dezelfde levering nog eens sturen verandert niets."""

    metingen: list[NieuweMetingVorm] = Field(min_length=1, max_length=MEESTE_METINGEN)
    reden: Annotated[str, StringConstraints(max_length=1_000)] = Field(
        "", description="Waarom cijfers veranderen die er al staan; dan verplicht.", examples=["Nagekomen declaraties"]
    )


class FoutplekVorm(Vorm):
    """Eén ding dat niet klopt."""

    index: int | None = Field(None, description="De hoeveelste meting, vanaf 0; ontbreekt als het geen meting betreft.")
    plek: str = Field(description="JSON-pointer, of de naam van een parameter.", examples=["/metingen/3/waarde"])
    melding: str = Field(examples=["Een aantal is niet negatief; hier staat -3."])


class Ontvangst(Vorm):
    """Wat er met de levering is gebeurd."""

    nieuw: int
    gewijzigd: int
    gelijk: int
    fout: int
    fouten: list[FoutplekVorm] = Field(description="Alleen bij alleenGoede=true is deze lijst ooit gevuld.")


class ProbleemVorm(BaseModel):
    """Een fout, volgens RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    verzoek: str = Field(description="Het nummer van dit verzoek, ook in de kop X-Request-ID; noem het bij een vraag.")
    fouten: list[FoutplekVorm] = Field(default=[], description="Alle plekken die niet kloppen.")


class IndicatorenVraag(Vorm):
    """The query of GET /indicatoren."""

    naam: Annotated[str, StringConstraints(max_length=300)] | None = Field(
        None, description="Alleen indicatoren met deze tekst in de naam."
    )
    gedeeld: WaarOfNiet | None = Field(None, description="Alleen gedeelde, of juist alleen niet-gedeelde indicatoren.")
    aantal: Heel = Field(100, ge=1, le=MEESTE_PER_PAGINA, description="Hoeveel per pagina.")
    cursor: Heel = Field(0, ge=0, le=HOOGSTE_ID, description="Uit het adres van de volgende pagina.")


# Two days as ordinal numbers, and a reeks: every text of this form is a place between two metingen.
CURSOR = r"^[1-9][0-9]{0,5}\.[1-9][0-9]{0,5}\.[0-9]{1,9}$"


class MetingenVraag(Vorm):
    """The query of GET /indicatoren/{id}/metingen."""

    organisatie: Korte | None = Field(None, description="Alleen cijfers van deze organisatie.", examples=["eemsdelta"])
    gebied: Korte | None = Field(None, description="Alleen dit gebied; leeg: de organisaties zelf.")
    reeks: Reekssoort | None = Field(None, description="Alleen deze reeks.")
    periode_vanaf: Dag | None = Field(None, description="Alleen perioden die op of na deze dag beginnen.")
    periode_tot: Dag | None = Field(None, description="Alleen perioden die op of voor deze dag eindigen.")
    aantal: Heel = Field(500, ge=1, le=MEESTE_PER_PAGINA, description="Hoeveel per pagina.")
    cursor: Annotated[str, StringConstraints(pattern=CURSOR)] | None = Field(
        None, description="Uit het adres van de volgende pagina."
    )


class GeenVraag(Vorm):
    """The query of what has no parameters."""


class SchrijfVraag(Vorm):
    """The query of POST /indicatoren/{id}/metingen."""

    alleen_goede: WaarOfNiet = Field(False, description="Sla de goede metingen op, ook als er andere niet kloppen.")


def als_getal(waarde: Any) -> str | None:
    return None if waarde is None else f"{waarde:f}"
