"""What the files in seeds/ may contain, and what to say in Dutch when they contain something else."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from app.domain.structuur import Prioriteit, Richting

RolNaam = Literal["beleidsadviseur", "manager", "rigg", "lezer", "beheerder"]
StatusNaam = Literal["concept", "ter vaststelling", "vastgesteld"]
SoortNaam = Literal["gemeente", "inkooporganisatie"]
ROLLEN: tuple[str, ...] = get_args(RolNaam)
STATUSSEN: tuple[str, ...] = get_args(StatusNaam)

_STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+")


def weiger(reden: str) -> PydanticCustomError:
    # The braces of a text would be read as places to fill in.
    return PydanticCustomError("seed", "{reden}", {"reden": reden})


def _zonder_stuurtekens(tekst: str) -> str:
    if _STUURTEKEN.search(tekst):
        raise weiger("de tekst bevat een teken dat niet te zien is (stuurteken)")
    return tekst


def _als_slug(tekst: str) -> str:
    if not _SLUG.fullmatch(tekst):
        raise weiger("gebruik alleen kleine letters, cijfers en losse streepjes")
    return tekst


def _als_email(tekst: str) -> str:
    if not _EMAIL.fullmatch(tekst):
        raise weiger("hier hoort een e-mailadres in kleine letters te staan, zoals naam@gemeente.example")
    return tekst


def als_letter(tekst: str) -> str:
    if not re.fullmatch("[a-z]", tekst):
        raise weiger("een onderdeel heeft één kleine letter van a tot en met z")
    return tekst


def als_decimaal(waarde: object) -> object:
    getal = isinstance(waarde, int | float) and not isinstance(waarde, bool)
    return Decimal(str(waarde)) if getal else waarde


Schoon = AfterValidator(_zonder_stuurtekens)
Tekst = Annotated[str, Field(min_length=1, max_length=20_000), Schoon]
Vrij = Annotated[str, Field(max_length=20_000), Schoon]
Naam = Annotated[str, Field(min_length=1, max_length=200), Schoon]
Titel = Annotated[str, Field(min_length=1, max_length=300), Schoon]
Kort = Annotated[str, Field(min_length=1, max_length=80), Schoon]
Slug = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_als_slug)]
Email = Annotated[str, Field(min_length=1, max_length=254), AfterValidator(_als_email)]
Letter = Annotated[str, AfterValidator(als_letter)]
Nummer = Annotated[int, Field(ge=1, le=999)]
Jaar = Annotated[int, Field(ge=1900, le=2200)]
Getal = Annotated[Decimal, BeforeValidator(als_decimaal), Field(ge=0, max_digits=18, decimal_places=4)]


class Invoer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


class RegioInvoer(Invoer):
    slug: Slug
    naam: Naam


class OrganisatieInvoer(Invoer):
    slug: Slug
    naam: Naam
    soort: SoortNaam
    regio: Slug


class GebruikerInvoer(Invoer):
    naam: Naam
    email: Email
    rol: RolNaam
    organisatie: Slug
    wachtwoord: Annotated[Naam, Field(repr=False)]


class StreefwaardeInvoer(Invoer):
    richting: Annotated[Richting, Field(strict=False)]
    min: Getal | None = None
    max: Getal | None = None
    eenheid: Kort | None = None
    doeljaar: Jaar | None = None
    referentiejaar: Jaar | None = None
    open: bool = False

    @model_validator(mode="after")
    def _klopt(self) -> "StreefwaardeInvoer":
        getal = self.min is not None or self.max is not None
        kwalitatief = self.richting is Richting.KWALITATIEF
        if self.min is not None and self.max is not None and self.max < self.min:
            raise weiger(f"de hoogste waarde ({_kaal(self.max)}) is lager dan de laagste ({_kaal(self.min)})")
        if getal and self.open:
            raise weiger("een open streefwaarde (X) heeft nog geen getal")
        if kwalitatief and (getal or self.open or self.eenheid):
            raise weiger("een kwalitatief doel heeft geen getal en geen eenheid")
        if not (getal or self.open or kwalitatief):
            raise weiger("er staat geen getal; vul min of max in, of zet open op true")
        return self


class DoelInvoer(Invoer):
    nummer: Nummer
    tekst: Tekst
    streefwaarde: StreefwaardeInvoer | None = None


class IndicatorInvoer(Invoer):
    nummer: Nummer
    tekst: Tekst


class InterventieInvoer(Invoer):
    nummer: Nummer
    tekst: Tekst
    onderdelen: dict[Letter, Tekst] = {}


class OpdrachtInvoer(Invoer):
    """`doelen` and `interventies` are lists of numbers as notities write them: "1 (a, b), 2, (3,) 4"."""

    opdrachten: list[Tekst] = []
    doelen: Tekst = "geen"
    interventies: Tekst = "geen"


class OpdrachtenInvoer(Invoer):
    lokaal: OpdrachtInvoer = OpdrachtInvoer()
    rigg: OpdrachtInvoer = OpdrachtInvoer()


class ProbleemgebiedInvoer(Invoer):
    naam: Titel
    naam_in_lijst: Titel | None = None
    prioriteit: Annotated[Prioriteit, Field(strict=False)] | None = None
    ist: list[Tekst] = []
    soll: list[Tekst] = []
    doelen: list[DoelInvoer] = []
    doelen_toelichting: Vrij = ""
    indicatoren_inleiding: Vrij = ""
    indicatoren: list[IndicatorInvoer] = []
    interventies: list[InterventieInvoer] = []
    opdracht: OpdrachtenInvoer = OpdrachtenInvoer()
    toelichting: Vrij = ""


class NotitieInvoer(Invoer):
    organisatie: Slug
    titel: Titel
    versie: Kort | None = None
    datum: date | None = None
    status: StatusNaam
    referentiejaar: Jaar | None = None
    doeljaar: Jaar | None = None
    probleemgebieden: list[ProbleemgebiedInvoer]


Pad = tuple[str | int, ...]


def in_het_nederlands(fouten: list[ErrorDetails]) -> Iterator[tuple[Pad, str]]:
    """Per pydantic error the path of keys (positions in a list count from 0) and a Dutch clause."""
    for fout in fouten:
        yield tuple(deel for deel in fout["loc"] if deel != "[key]"), _reden(fout)


def _kaal(getal: Decimal) -> str:
    return f"{getal.normalize():f}".replace(".", ",")


_REDENEN = {
    "seed": "{reden}",
    "missing": "deze sleutel ontbreekt",
    "extra_forbidden": "deze sleutel is niet bekend",
    "string_too_short": "dit mag niet leeg zijn",
    "string_too_long": "deze tekst is langer dan {max_length} tekens",
    "int_type": "hier hoort een heel getal te staan, geen {soort}",
    "bool_type": "hier hoort true of false te staan, geen {soort}",
    "date_type": "hier hoort een datum te staan zoals 2020-05-20, zonder aanhalingstekens",
    "date_from_datetime_inexact": "hier hoort een datum te staan zonder tijd",
    "is_instance_of": "hier hoort een getal te staan, geen {soort}",
    "decimal_type": "hier hoort een getal te staan, geen {soort}",
    "finite_number": "hier hoort een gewoon getal te staan",
    "decimal_max_digits": "dit getal is te groot",
    "decimal_whole_digits": "dit getal is te groot",
    "decimal_max_places": "een getal heeft hoogstens {decimal_places} cijfers achter de komma",
    "list_type": "hier hoort een lijst te staan (regels die met - beginnen), geen {soort}",
    "model_type": "hier horen sleutels met waarden te staan, geen {soort}",
    "dict_type": "hier horen sleutels met waarden te staan, geen {soort}",
    "greater_than_equal": "dit moet minstens {ge} zijn",
    "less_than_equal": "dit mag hoogstens {le} zijn",
}

_SOORTEN: dict[type, str] = {
    bool: "true of false",
    int: "getal",
    float: "getal",
    str: "tekst",
    list: "lijst",
    dict: "blok met sleutels",
    date: "datum",
    type(None): "lege waarde",
}


def _reden(fout: ErrorDetails) -> str:
    context: dict[str, Any] = {**fout.get("ctx", {}), "soort": _soort(fout["input"])}
    if fout["type"] in ("enum", "literal_error"):
        keuzes = ", ".join(re.findall(r"'([^']+)'", context["expected"]))
        return f"'{str(fout['input'])[:40]}' is geen bekende waarde; kies uit: {keuzes}"
    if fout["type"] == "string_type":
        hulp = " (zet er aanhalingstekens omheen)" if isinstance(fout["input"], int | float | date) else ""
        return f"hier hoort tekst te staan, geen {context['soort']}{hulp}"
    return _REDENEN.get(fout["type"], "deze waarde klopt niet").format(**context)


def _soort(waarde: object) -> str:
    return next((naam for soort, naam in _SOORTEN.items() if isinstance(waarde, soort)), "andere waarde")


def fouten_in_organisatie(
    wie: str, namen: Collection[str] | None, per_organisatie: Mapping[str, int]
) -> Iterator[tuple[Pad, str]]:
    """Of a file with all that belongs to one organisatie. `per_organisatie`: how many such files each has.

    `namen`: slugs of organisaties; None when the file they stand in could not be read.
    """
    if namen is not None and wie not in namen:
        yield ("organisatie",), f"de organisatie '{wie}' bestaat niet"
    if per_organisatie[wie] > 1:
        yield ("organisatie",), f"'{wie}' komt meer dan één keer voor"
