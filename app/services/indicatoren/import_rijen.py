"""Rows by the million into a table, past the objects: COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.models.basis import CIJFERS_ACHTER_KOMMA, Model, Sessie

PER_KEER = 5_000


class Rijenbak:
    """Collects rows and writes them by the thousand. The values must be what the driver takes: see `datum`, `getal`."""

    datum: Callable[[date], Any]
    getal: Callable[[Decimal], Any]

    def __init__(self, session: Sessie, model: type[Model], kolommen: Sequence[str]) -> None:
        self._session = session
        self._tabel, self._kolommen = model.__table__.name, ", ".join(kolommen)  # type: ignore[attr-defined]
        self._plekken = ", ".join("?" * len(kolommen))
        self._postgres = session.get_bind().dialect.name == "postgresql"
        self.rijen: list[tuple[Any, ...]] = []
        self.datum, self.getal = (_zelf, _zelf) if self._postgres else (date.isoformat, als_geheel)

    @property
    def vol(self) -> bool:
        return len(self.rijen) >= PER_KEER

    def schrijf(self) -> None:
        if not self.rijen:
            return
        if self._postgres:
            self._kopieer()
        else:
            opdracht = f"INSERT INTO {self._tabel} ({self._kolommen}) VALUES ({self._plekken})"  # noqa: S608 # our own
            self._session.connection().exec_driver_sql(opdracht, self.rijen)
        self.rijen.clear()

    def _kopieer(self) -> None:
        verbinding: Any = self._session.connection().connection.driver_connection
        with (
            verbinding.cursor() as cursor,
            cursor.copy(f"COPY {self._tabel} ({self._kolommen}) FROM STDIN") as kopie,
        ):
            for rij in self.rijen:
                kopie.write_row(rij)


def als_geheel(waarde: Decimal) -> int:
    """As SQLite keeps a Getal."""
    return int(waarde.scaleb(CIJFERS_ACHTER_KOMMA))


def _zelf(waarde: Any) -> Any:
    return waarde
