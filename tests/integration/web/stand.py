"""Whether anything in the database changed, quickly enough to ask a thousand times."""

import sqlite3
from typing import Any

from flask import Flask
from sqlalchemy import Engine, text

from app.models import db
from tests.databases import bestand

# What is only counted, or shows that somebody is there; nothing of what people store.
TELT_NIET = {"limiet", "werkerteken", "inlogsessie"}


class Stand:
    def __init__(self, app: Flask) -> None:
        with app.app_context():
            self._engine: Engine = db.engine
        self._tabellen = [naam for naam in sorted(db.metadata.tables) if naam not in TELT_NIET]
        sqlite = self._engine.dialect.name == "sqlite"
        url = self._engine.url.render_as_string(hide_password=False)
        self._apart = sqlite3.connect(bestand(url)) if sqlite else None
        self._versie, self._inhoud = self._lees_versie(), self._lees_inhoud()

    def sluit(self) -> None:
        if self._apart is not None:
            self._apart.close()

    def veranderd(self) -> set[str]:
        """The tables that changed since the last time."""
        versie = self._lees_versie()
        if versie is not None and versie == self._versie:
            return set()
        oud, self._versie, self._inhoud = self._inhoud, versie, self._lees_inhoud()
        return {naam for naam, waarde in self._inhoud.items() if oud[naam] != waarde}

    def _lees_versie(self) -> Any:
        """SQLite says in one word whether another connection stored something."""
        return self._apart.execute("PRAGMA data_version").fetchone() if self._apart is not None else None

    def _lees_inhoud(self) -> dict[str, Any]:
        with self._engine.connect() as verbinding:
            if self._apart is None:
                delen = (
                    f"SELECT '{n}', count(*), sum(hashtext(t::text)::bigint) FROM \"{n}\" t" for n in self._tabellen
                )
                return {rij[0]: tuple(rij[1:]) for rij in verbinding.execute(text(" UNION ALL ".join(delen)))}
            return {
                naam: hash(tuple(map(repr, verbinding.exec_driver_sql(f'SELECT * FROM "{naam}" ORDER BY 1').all())))
                for naam in self._tabellen
            }
