"""A document with everything that is made only when it is asked for."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from app.domain.stroom import Stroom
from app.writing.document import Blok, Document, Rij


class Uitgevouwen(NamedTuple):
    blokken: tuple[Blok, ...]
    rijen: tuple[Rij, ...]
    structuur: dict[str, Any]


def uitgevouwen(document: Document) -> Uitgevouwen:
    return Uitgevouwen(tuple(document.blokken), tuple(document.gegevens.rijen), _vol(dict(document.structuur)))


def _vol(waarde: Any) -> Any:
    if isinstance(waarde, Mapping):
        return {naam: _vol(deel) for naam, deel in waarde.items()}
    return [_vol(deel) for deel in waarde] if isinstance(waarde, Stroom | list) else waarde
