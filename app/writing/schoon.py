"""Texts as every format can carry them.

People paste from everywhere. What no XML file may hold is taken out before any writer sees it, so that all formats say
the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from app.domain.stroom import Stroom
from app.domain.taal.tekst_verschil import Stuk
from app.writing.document import Document, Gegevens, Rij

_REGELEINDEN = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_STUURTEKENS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def schone_tekst(tekst: str) -> str:
    """The text with every line end as a newline, without the characters that XML forbids."""
    if tekst.isprintable():  # as nearly every text is
        return tekst
    return _STUURTEKENS.sub("", _REGELEINDEN.sub("\n", tekst))


def schoon_document(document: Document) -> Document:
    """The same document, every text in it clean. What no file asks for is not made, and not cleaned either."""
    lang: dict[str, Any] = {
        "blokken": _stroom(document.blokken),
        "gegevens": Gegevens(
            _schoon(document.gegevens.kolommen), Stroom(lambda: map(_schone_rij, document.gegevens.rijen))
        ),
        "structuur": Stroom(lambda: _schoon(dict(document.structuur)).items()),
    }
    kort = {veld.name: _schoon(getattr(document, veld.name)) for veld in fields(document) if veld.name not in lang}
    return Document(**kort, **lang)


def _schone_rij(rij: Rij) -> Rij:
    return tuple(schone_tekst(waarde) if isinstance(waarde, str) else waarde for waarde in rij)


def _stroom(delen: Iterable[Any]) -> Stroom[Any]:
    return Stroom(lambda: map(_schoon, delen))


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, Enum):
        return waarde
    if isinstance(waarde, str):
        return schone_tekst(waarde)
    if isinstance(waarde, Stroom):
        return _stroom(waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return type(waarde)(**{veld.name: _schoon(getattr(waarde, veld.name)) for veld in fields(waarde)})
    if isinstance(waarde, Mapping):
        return {_schoon(sleutel): _schoon(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, Stuk):
        return Stuk(waarde.soort, schone_tekst(waarde.tekst))
    if isinstance(waarde, tuple | list | frozenset):
        return type(waarde)(_schoon(inhoud) for inhoud in waarde)
    return waarde
