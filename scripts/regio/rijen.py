"""Rows gathered per table, and written in one statement per table."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from app.models import db

MOMENT = datetime(2020, 6, 1, 9, 0, tzinfo=UTC)


class Rijen:
    """Gives out ids itself, above those in use, so that no row has to wait for the id of another."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._per_tabel: dict[str, list[dict[str, Any]]] = {}
        self._laatste: dict[str, int] = {}

    def voeg_toe(self, model: type[Any], **waarden: Any) -> int:
        """The id of the new row. Of one table every row must give the same columns."""
        tabel: Table = model.__table__
        id_ = self._laatste[tabel.name] = self._vorige_id(tabel) + 1
        self._per_tabel.setdefault(tabel.name, []).append({"id": id_, **_vast(tabel), **waarden})
        return id_

    def schrijf(self) -> None:
        """Every row, parents before children; does not commit."""
        for tabel in self._gevulde_tabellen():
            self._session.execute(insert(tabel), self._per_tabel[tabel.name])
            self._zet_teller(tabel)
        self._per_tabel.clear()

    def _vorige_id(self, tabel: Table) -> int:
        if tabel.name not in self._laatste:
            self._laatste[tabel.name] = self._session.scalar(select(func.max(tabel.c.id))) or 0
        return self._laatste[tabel.name]

    def _gevulde_tabellen(self) -> Iterator[Table]:
        return (tabel for tabel in db.metadata.sorted_tables if self._per_tabel.get(tabel.name))

    def _zet_teller(self, tabel: Table) -> None:
        """PostgreSQL does not see which ids were given by hand; SQLite does."""
        if self._session.get_bind().dialect.name == "postgresql":
            opdracht = text("SELECT setval(pg_get_serial_sequence(:tabel, 'id'), :laatste)")
            self._session.execute(opdracht, {"tabel": tabel.name, "laatste": self._laatste[tabel.name]})


def _vast(tabel: Table) -> dict[str, Any]:
    """What is the same in every row: moments, so that the same region is made every time, and the first version."""
    vast: dict[str, Any] = {naam: MOMENT for naam in ("aangemaakt_op", "gewijzigd_op", "tijdstip") if naam in tabel.c}
    return vast | ({"rev": 1} if "rev" in tabel.c else {})
