"""Faults of the API as problem details (RFC 9457): the same for every route below /api, also where there is none."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, request
from werkzeug.exceptions import HTTPException

from app.web.verzoek import huidig_verzoek

API = "/api/"
MIMETYPE = "application/problem+json"

# Per code the title and, where a fault has nothing of its own to say, the explanation.
TEKSTEN = {
    400: ("Het verzoek klopt niet", "Controleer het verzoek met de beschrijving in openapi.json."),
    401: ("Geen geldige sleutel", "Stuur een geldige sleutel mee."),
    403: ("Niet toegestaan", "Met deze sleutel mag dit niet."),
    404: ("Niet gevonden", "Dit adres bestaat niet, of is niet voor uw organisatie. Een adres eindigt niet op een /."),
    405: ("Niet mogelijk op dit adres", "De kop Allow zegt wat hier wel kan."),
    409: ("Iemand anders was net eerder", "Er is niets opgeslagen. Stuur het verzoek opnieuw."),
    413: ("Het verzoek is te groot", "Er is niets opgeslagen. Stuur minder metingen per verzoek."),
    415: ("Geen JSON", "Stuur de inhoud als application/json."),
    422: ("De cijfers zijn niet op te slaan", "Er is niets opgeslagen."),
    429: ("Te veel verzoeken", "Er is niets opgeslagen. De kop Retry-After zegt na hoeveel seconden het weer kan."),
    503: ("Het is even te druk", "Er is niets opgeslagen. Wacht een minuut en stuur het verzoek opnieuw."),
}
ANDERS = ("Er ging iets mis", "Dit ligt aan Doelspoor. Er is niets opgeslagen.")


@dataclass(frozen=True, slots=True)
class Foutplek:
    """`plek`: where in the request, as a JSON pointer (`/metingen/3/waarde`) or the name of a query parameter."""

    plek: str
    melding: str
    index: int | None = None

    def als_json(self) -> dict[str, Any]:
        rij = {} if self.index is None else {"index": self.index}
        return {**rij, "plek": self.plek, "melding": self.melding}


class Probleem(HTTPException):
    """A fault that tells more than its code: `fouten` are all places that are wrong, not only the first."""

    def __init__(self, code: int, zin: str, fouten: Sequence[Foutplek] = ()) -> None:
        super().__init__(zin)
        self.code = code
        self.fouten = tuple(fouten)


def is_api() -> bool:
    return request.path.startswith(API)


def probleem(code: int, fout: Exception | None = None) -> Response:
    titel, uitleg = TEKSTEN.get(code, ANDERS)
    lichaam = {
        "type": "about:blank",
        "title": titel,
        "status": code,
        "detail": _eigen_zin(fout) or uitleg,
        "instance": request.path,
        "verzoek": huidig_verzoek().nummer,
    }
    if isinstance(fout, Probleem) and fout.fouten:
        lichaam["fouten"] = [plek.als_json() for plek in fout.fouten]
    antwoord = Response(json.dumps(lichaam, ensure_ascii=False), status=code, mimetype=MIMETYPE)
    for naam, waarde in _koppen(fout):
        antwoord.headers[naam] = waarde
    return antwoord


def _eigen_zin(fout: Exception | None) -> str | None:
    """What was said where the fault was raised; the standard texts of Werkzeug are English."""
    if isinstance(fout, HTTPException) and fout.description != type(fout).description:
        return fout.description
    return None


def _koppen(fout: Exception | None) -> list[tuple[str, str]]:
    """Such as Allow and WWW-Authenticate."""
    if not isinstance(fout, HTTPException):
        return []
    return [(naam, waarde) for naam, waarde in fout.get_headers() if naam.lower() not in ("content-type", "location")]
