"""Requests into models, and everything that is wrong with them into Dutch, with the place."""

from collections.abc import Sequence
from typing import TypeVar

from flask import request
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.api.vormen import Vorm
from app.web.probleem import Foutplek, Probleem

# Bytes; some thousands of metingen with a long toelichting each.
GROOTSTE_LICHAAM = 4 * 1024 * 1024
MEESTE_GEMELD = 1_000
# Each fault costs memory: of a body that is nothing but faults the places are not worth it.
MEESTE_BEKEKEN = 25_000

V = TypeVar("V", bound=Vorm)

# What pydantic calls the faults that our models can have, in Dutch.
MELDINGEN = {
    "missing": "Dit veld ontbreekt.",
    "extra_forbidden": "Dit veld bestaat niet.",
    "string_type": "Hier hoort tekst te staan, tussen aanhalingstekens.",
    "bool_type": "Hier hoort true of false te staan.",
    "list_type": "Hier hoort een lijst te staan.",
    "model_type": "Hier hoort een object te staan.",
    "enum": "Kies uit: {expected}.",
    "string_too_short": "Deze tekst is leeg.",
    "string_too_long": "Deze tekst is te lang: hoogstens {max_length} tekens.",
    "string_pattern_mismatch": "Deze tekst heeft niet de goede vorm.",
    "too_short": "Deze lijst is leeg.",
    "too_long": "Deze lijst is te lang: hoogstens {max_length}.",
    "greater_than_equal": "Dit is te weinig: minstens {ge}.",
    "less_than_equal": "Dit is te veel: hoogstens {le}.",
}
ANDERS = "Dit klopt niet met de beschrijving in openapi.json."
GEEN_JSON = "De inhoud is geen geldige JSON in UTF-8. NaN en Infinity bestaan niet in JSON."


def lees_vraag(soort: type[V]) -> V:
    """The query. Raises Probleem 400, also for a parameter that does not exist or is there twice."""
    dubbel = [naam for naam, waarden in request.args.lists() if len(waarden) > 1]
    if dubbel:
        raise onjuist(400, [Foutplek(naam, "Deze parameter staat er meer dan één keer.") for naam in dubbel])
    try:
        return soort.model_validate_strings(request.args.to_dict(), by_alias=True, by_name=False)
    except ValidationError as fout:
        raise onjuist(400, [_van_parameter(f) for f in _details(fout)]) from None


def lees_lichaam(soort: type[V]) -> V:
    """The body. Raises Probleem 400 or 415, or RequestEntityTooLarge."""
    if request.mimetype != "application/json":
        raise Probleem(415, "Stuur de inhoud als JSON, met de kop Content-Type: application/json.")
    request.max_content_length = GROOTSTE_LICHAAM
    try:
        return soort.model_validate_json(request.get_data(), by_alias=True, by_name=False)
    except ValidationError as fout:
        if fout.error_count() > MEESTE_BEKEKEN:
            raise Probleem(400, f"{fout.error_count()} dingen kloppen niet. Er is niets opgeslagen.") from None
        details = _details(fout)
        if details[0]["type"] == "json_invalid":
            raise Probleem(400, GEEN_JSON) from None
        raise onjuist(400, [_van_lichaam(f) for f in details]) from None


def onjuist(code: int, fouten: Sequence[Foutplek]) -> Probleem:
    """What is said of a request of which these places are wrong."""
    aantal = "1 ding klopt" if len(fouten) == 1 else f"{len(fouten)} dingen kloppen"
    eerste = f" De eerste {MEESTE_GEMELD} staan hieronder." if len(fouten) > MEESTE_GEMELD else ""
    niets = " Er is niets opgeslagen." if request.method == "POST" else ""
    return Probleem(code, f"{aantal} niet.{niets}{eerste}", fouten[:MEESTE_GEMELD])


def _details(fout: ValidationError) -> list[ErrorDetails]:
    return fout.errors(include_url=False, include_input=False)


def _van_parameter(fout: ErrorDetails) -> Foutplek:
    return Foutplek(str(fout["loc"][0]), _melding(fout))


def _van_lichaam(fout: ErrorDetails) -> Foutplek:
    plek = "".join("/" + str(deel)[:100].replace("~", "~0").replace("/", "~1") for deel in fout["loc"])
    index = next((deel for deel in fout["loc"] if isinstance(deel, int)), None)
    return Foutplek(plek, _melding(fout), index)


def _melding(fout: ErrorDetails) -> str:
    if fout["type"] == "vorm":
        return fout["msg"]
    feiten = {**fout.get("ctx", {})}
    feiten["expected"] = str(feiten.get("expected", "")).replace("'", "").replace(" or ", " of ")
    return MELDINGEN.get(fout["type"], ANDERS).format(**feiten)
