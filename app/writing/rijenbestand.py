"""The rows of a sheet, laid aside in a file while they are counted and measured.

How wide a column is, and whether its texts need a second one, shows only when every row was seen; but asking for them
twice takes twice as long, and the second time they may have changed. So they wait outside of memory. A short list never
gets as far as the disk.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any

from app.writing.document import Rij, Waarde

IN_GEHEUGEN = 500_000  # bytes
_DAG, _GETAL = "dag", "getal"


class Rijenbestand:
    """To be filled first, then gone through; not both at once."""

    def __init__(self) -> None:
        self._bestand = SpooledTemporaryFile(max_size=IN_GEHEUGEN)  # noqa: SIM115
        self.aantal = 0

    def __enter__(self) -> "Rijenbestand":
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, waar: TracebackType | None
    ) -> None:
        self._bestand.close()

    def leg_weg(self, rij: Rij) -> None:
        self._bestand.write(json.dumps(rij, default=_in).encode() + b"\n")
        self.aantal += 1

    def __iter__(self) -> Iterator[Rij]:
        self._bestand.seek(0)
        return (tuple(map(_uit, json.loads(regel))) for regel in self._bestand)


def _in(waarde: object) -> list[str]:
    """Of what JSON does not know; a cell holds no lists of its own."""
    if isinstance(waarde, date):
        return [_DAG, waarde.isoformat()]
    if isinstance(waarde, Decimal):
        return [_GETAL, str(waarde)]
    raise TypeError(f"{waarde!r} is geen waarde voor een cel")


def _uit(waarde: Any) -> Waarde:
    if not isinstance(waarde, list):
        cel: Waarde = waarde
        return cel
    soort, inhoud = waarde
    return date.fromisoformat(inhoud) if soort == _DAG else Decimal(inhoud)
