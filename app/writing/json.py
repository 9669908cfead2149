"""JSON: the structure of the document with what it is about. Figures keep all their digits.

A Stroom among the names of the structure is written item by item, so that a long list takes no memory.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from app.domain.stroom import Stroom
from app.writing.document import Document

# A clean text holds no NUL, so only a Decimal can carry this mark.
_MERK = "\x00"
_GEMERKT_GETAL = re.compile(r'"\\u0000([^"]*)"')
_INSPRONG = "  "


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes UTF-8 without BOM. Numbers are read back exactly with `json.loads(..., parse_float=Decimal)`."""
    for stuk in _object(_inhoud(document)):
        uit.write(stuk.encode())


def _inhoud(document: Document) -> dict[str, Any]:
    return {
        "titel": document.titel,
        "ondertitel": document.ondertitel,
        "organisatie": document.organisatie,
        "datum": document.datum,
        "kenmerken": dict(document.kenmerken),
        **dict(document.structuur),
    }


def _object(inhoud: dict[str, Any]) -> Iterator[str]:
    for plek, (naam, waarde) in enumerate(inhoud.items()):
        yield f"{',' if plek else '{'}\n{_INSPRONG}{json.dumps(naam, ensure_ascii=False)}: "
        yield from _lijst(waarde) if isinstance(waarde, Stroom) else [_tekst(waarde, 1)]
    yield "\n}\n"


def _lijst(delen: Stroom[Any]) -> Iterator[str]:
    leeg = True
    for deel in delen:
        yield f"{'[' if leeg else ','}\n{_INSPRONG * 2}{_tekst(deel, 2)}"
        leeg = False
    yield "[]" if leeg else f"\n{_INSPRONG}]"


def _tekst(waarde: Any, diepte: int) -> str:
    """A line end within a text is written as \\n, so every real one is between two parts."""
    tekst = json.dumps(waarde, ensure_ascii=False, indent=len(_INSPRONG), allow_nan=False, default=_eenvoudig)
    return _GEMERKT_GETAL.sub(r"\1", tekst).replace("\n", "\n" + _INSPRONG * diepte)


def _eenvoudig(waarde: object) -> str | list[Any]:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal) and waarde.is_finite():
        return _MERK + format(waarde, "f")
    if isinstance(waarde, Stroom):
        return list(waarde)
    raise ValueError(f"De waarde {waarde!r} kan niet in een JSON-bestand.")
