"""Texts as every format can carry them.

People paste from everywhere. What no XML file may hold is taken out once, before any writer sees the document, so that
all formats say the same.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from app.domain.tekst_verschil import Stuk
from app.writing.document import Document

_REGELEINDEN = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_STUURTEKENS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def schone_tekst(tekst: str) -> str:
    """The text with every line end as a newline, without the characters that XML forbids."""
    return _STUURTEKENS.sub("", _REGELEINDEN.sub("\n", tekst))


def schoon_document(document: Document) -> Document:
    """The same document, every text in it clean."""
    schone: Document = _schoon(document)
    return schone


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, Enum):
        return waarde
    if isinstance(waarde, str):
        return schone_tekst(waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return type(waarde)(**{veld.name: _schoon(getattr(waarde, veld.name)) for veld in fields(waarde)})
    if isinstance(waarde, Mapping):
        return {_schoon(sleutel): _schoon(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, Stuk):
        return Stuk(waarde.soort, schone_tekst(waarde.tekst))
    if isinstance(waarde, tuple | list | frozenset):
        return type(waarde)(_schoon(inhoud) for inhoud in waarde)
    return waarde
