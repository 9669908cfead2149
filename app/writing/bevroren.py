"""A document as plain JSON and back, exactly: what a report said on the day it was closed.

Every value that JSON does not know carries its kind ("#"), so that a date stays a date and a figure all its digits.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.cijfers.indicator import Reekssoort
from app.domain.stroom import Stroom
from app.writing.document import (
    Alinea,
    Document,
    Gegevens,
    Genummerd,
    Grafiek,
    Kader,
    Kaderrij,
    Kolom,
    Kop,
    Lijst,
    Nummerpunt,
    Tabel,
)
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks, Streef
from app.writing.huisstijl import Huisstijl

# Goes up when older ones can no longer be read as they are.
VERSIE = 1
SOORT, INHOUD = "#", "w"

_KLASSEN: dict[str, type[Any]] = {
    klasse.__name__: klasse
    for klasse in (
        *(Document, Kop, Alinea, Lijst, Genummerd, Nummerpunt, Kolom, Gegevens, Tabel, Kader, Kaderrij),
        *(Grafiek, Lijngrafiek, Reeks, Punt, Streef),
    )
}
_WAARDEN: dict[str, Callable[[Any], Any]] = {
    "datum": date.fromisoformat,
    "getal": Decimal,
    "reekssoort": Reekssoort,
    "verzameling": frozenset,
    "reeks": lambda delen: tuple(map(_uit, delen)),
    "woordenboek": lambda paren: {sleutel: _uit(deel) for sleutel, deel in paren},
}


def bevries(document: Document) -> dict[str, Any]:
    """All of it, also what would be made only when somebody asks."""
    return {"versie": VERSIE, "document": _in(replace(document, structuur=dict(document.structuur)))}


def ontdooi(inhoud: Mapping[str, Any]) -> Document:
    """The inverse of `bevries`. ValueError for what it did not make."""
    document = _uit(inhoud.get("document"))
    if inhoud.get("versie") != VERSIE or not isinstance(document, Document):
        raise ValueError("Dit is geen bevroren document.")
    return document


def _in(waarde: Any) -> Any:
    if is_dataclass(waarde) and not isinstance(waarde, type):
        delen = {veld.name: getattr(waarde, veld.name) for veld in fields(waarde)}
        # How it looks is no part of what was said: that follows whoever takes it along.
        delen = {naam: _in(deel) for naam, deel in delen.items() if not isinstance(deel, Huisstijl)}
        return {SOORT: type(waarde).__name__, **delen}
    match waarde:
        case Reekssoort():
            return {SOORT: "reekssoort", INHOUD: waarde.value}
        case Decimal():
            return {SOORT: "getal", INHOUD: str(waarde)}
        case date():
            return {SOORT: "datum", INHOUD: waarde.isoformat()}
        case frozenset():
            return {SOORT: "verzameling", INHOUD: sorted(waarde)}
        case tuple() | Stroom():
            return {SOORT: "reeks", INHOUD: [_in(deel) for deel in waarde]}
        case list():
            return [_in(deel) for deel in waarde]
        case dict() if SOORT in waarde:  # not to be taken for a kind
            return {SOORT: "woordenboek", INHOUD: [[sleutel, _in(deel)] for sleutel, deel in waarde.items()]}
        case dict():
            return {sleutel: _in(deel) for sleutel, deel in waarde.items()}
    return waarde


def _uit(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [_uit(deel) for deel in waarde]
    if not isinstance(waarde, dict):
        return waarde
    soort = waarde.get(SOORT)
    if soort is None:
        return {sleutel: _uit(deel) for sleutel, deel in waarde.items()}
    if soort in _WAARDEN:
        return _WAARDEN[soort](waarde[INHOUD])
    return _KLASSEN[soort](**{naam: _uit(deel) for naam, deel in waarde.items() if naam != SOORT})
