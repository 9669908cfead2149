"""What seeds/voortgang/*.yaml may contain, and what does not fit with the other files."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from app.domain.voortgang.periode import OngeldigePeriode, lees_periode
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Status
from app.reading.seeds.schema import (
    Email,
    Invoer,
    NotitieInvoer,
    Nummer,
    Pad,
    Slug,
    Tekst,
    Titel,
    Vrij,
    als_decimaal,
    als_letter,
    fouten_in_organisatie,
    weiger,
)

Fouten = Iterator[tuple[Pad, str]]
_AANDUIDING = re.compile(r"[1-9]\d{0,2}[a-z]?")


def _als_periode(code: str) -> str:
    try:
        return lees_periode(code).code
    except OngeldigePeriode as fout:
        raise weiger(str(fout).rstrip(".")) from None


def _als_aanduiding(tekst: str) -> str:
    if not _AANDUIDING.fullmatch(tekst):
        raise weiger("schrijf het nummer van het thema en de letter van de maatregel, zoals 1a of 3")
    return tekst


Fte = Annotated[Decimal, BeforeValidator(als_decimaal), Field(gt=0, le=9999, decimal_places=4)]
KleurNaam = Annotated[Kleur, Field(strict=False)]
Periodecode = Annotated[str, AfterValidator(_als_periode)]


class InterventieplekInvoer(Invoer):
    probleemgebied: Titel
    nummer: Nummer


class MaatregelInvoer(Invoer):
    """`eigenaar` is the e-mail address of a user."""

    letter: Annotated[str, AfterValidator(als_letter)] | None = None
    naam: Titel
    eigenaar: Email | None = None
    fte: Fte | None = None
    interventies: list[InterventieplekInvoer] = []


class ThemaInvoer(Invoer):
    nummer: Nummer
    naam: Titel
    maatregelen: list[MaatregelInvoer] = []


class RegelInvoer(Invoer):
    """`maatregel` is "1a" or "3". Without `planning` that of the period before stays; without `status` it is read."""

    maatregel: Annotated[str, AfterValidator(_als_aanduiding)]
    voortgang: Tekst
    planning: list[Tekst] | None = None
    status: Annotated[Status, Field(strict=False)] | None = None
    kleur: KleurNaam | None = None
    oorzaak: Vrij = ""
    gevolg: Vrij = ""
    bijsturing: Vrij = ""
    beoordeling: Annotated[Beoordeling, Field(strict=False)] = Beoordeling.INGEVULD
    opmerking: Vrij = ""


class PeriodeInvoer(Invoer):
    code: Periodecode
    sluit_op: date | None = None
    status: Literal["open", "ter controle", "gesloten"] = "open"
    regels: list[RegelInvoer] = []


class VoortgangInvoer(Invoer):
    organisatie: Slug
    kleuren: dict[KleurNaam, Tekst] = {}
    themas: list[ThemaInvoer] = []
    periodes: list[PeriodeInvoer] = []


def controleer_voortgang(
    voortgang: Mapping[str, VoortgangInvoer],
    *,
    namen: Collection[str] | None,
    gebruikers: Collection[tuple[str, str]] | None,
    notities: Mapping[str, NotitieInvoer],
) -> Iterator[tuple[str, Fouten]]:
    """What is wrong per file. `namen`: slugs of organisaties; `gebruikers`: organisatie and e-mail address of each.

    None when the file they stand in could not be read.
    """
    aantal = Counter(invoer.organisatie for invoer in voortgang.values())
    for bestand, invoer in voortgang.items():
        wie = invoer.organisatie
        yield bestand, fouten_in_organisatie(wie, namen, aantal)
        adressen = None if gebruikers is None else {email for slug, email in gebruikers if slug == wie}
        eigen = [notitie for notitie in notities.values() if notitie.organisatie == wie]
        yield bestand, _controleer(invoer, adressen, _interventies(eigen))


def _interventies(notities: Iterable[NotitieInvoer]) -> set[tuple[str, int]]:
    return {
        (gebied.naam, interventie.nummer)
        for notitie in notities
        for gebied in notitie.probleemgebieden
        for interventie in gebied.interventies
    }


def _controleer(
    voortgang: VoortgangInvoer, gebruikers: Collection[str] | None, interventies: Collection[tuple[str, int]]
) -> Fouten:
    yield from _dubbel([thema.nummer for thema in voortgang.themas], ("themas",), "nummer", "thema")
    yield from _dubbel([periode.code for periode in voortgang.periodes], ("periodes",), "code", "periode")
    for t, thema in enumerate(voortgang.themas):
        pad: Pad = ("themas", t, "maatregelen")
        yield from _dubbel([maatregel.letter for maatregel in thema.maatregelen], pad, "letter", "letter")
        for m, maatregel in enumerate(thema.maatregelen):
            yield from _controleer_maatregel(maatregel, (*pad, m), gebruikers, interventies)
    bekend = {f"{t.nummer}{m.letter or ''}" for t in voortgang.themas for m in t.maatregelen}
    for p, periode in enumerate(voortgang.periodes):
        for r, regel in enumerate(periode.regels):
            yield from _controleer_regel(regel, ("periodes", p, "regels", r), bekend)


def _controleer_maatregel(
    maatregel: MaatregelInvoer,
    pad: Pad,
    gebruikers: Collection[str] | None,
    interventies: Collection[tuple[str, int]],
) -> Fouten:
    if maatregel.eigenaar and gebruikers is not None and maatregel.eigenaar not in gebruikers:
        yield (*pad, "eigenaar"), f"'{maatregel.eigenaar}' is geen gebruiker van deze organisatie"
    for i, plek in enumerate(maatregel.interventies):
        if (plek.probleemgebied, plek.nummer) not in interventies:
            yield (*pad, "interventies", i), f"interventie {plek.nummer} van '{plek.probleemgebied}' bestaat niet"


def _controleer_regel(regel: RegelInvoer, pad: Pad, bekend: Collection[str]) -> Fouten:
    if regel.maatregel not in bekend:
        yield (*pad, "maatregel"), f"maatregel {regel.maatregel} bestaat niet"
    if regel.kleur and regel.kleur.vraagt_uitleg:
        for naam in ("oorzaak", "gevolg", "bijsturing"):
            if not getattr(regel, naam):
                yield (*pad, naam), f"bij {regel.kleur.value} hoort hier een tekst"
    if regel.beoordeling is Beoordeling.TERUGGESTUURD and not regel.opmerking:
        yield (*pad, "opmerking"), "bij een teruggestuurde regel hoort een opmerking"


def _dubbel(waarden: list[object], pad: Pad, sleutel: str, soort: str) -> Fouten:
    aantal = Counter(waarden)
    for plek, waarde in enumerate(waarden):
        if aantal[waarde] > 1:
            yield (*pad, plek, sleutel), f"{soort} {waarde or 'zonder letter'} komt meer dan één keer voor"
