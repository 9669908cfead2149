"""JSON: the structure of the document with what it is about. Figures keep all their digits."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from app.writing.document import Document

# A clean text holds no NUL, so only a Decimal can carry this mark.
_MERK = "\x00"
_GEMERKT_GETAL = re.compile(r'"\\u0000([^"]*)"')


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes UTF-8 without BOM. Numbers are read back exactly with `json.loads(..., parse_float=Decimal)`."""
    tekst = json.dumps(_inhoud(document), ensure_ascii=False, indent=2, allow_nan=False, default=_eenvoudig)
    uit.write(_GEMERKT_GETAL.sub(r"\1", tekst).encode() + b"\n")


def _inhoud(document: Document) -> dict[str, Any]:
    return {
        "titel": document.titel,
        "ondertitel": document.ondertitel,
        "organisatie": document.organisatie,
        "datum": document.datum,
        "kenmerken": dict(document.kenmerken),
        **document.structuur,
    }


def _eenvoudig(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal) and waarde.is_finite():
        return _MERK + format(waarde, "f")
    raise ValueError(f"De waarde {waarde!r} kan niet in een JSON-bestand.")
