"""Databases to measure on: migrated for real, filled with regions of different size, thrown away afterwards."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psycopg
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.models import NotitieStatus, db
from app.services.accounts.wachtwoorden import stel_kosten_in
from scripts.meten.bezoeker import Bezoeker, maak_app
from scripts.regio import Gemeente, Regio, maak_regio
from tests.databases import Databases, PostgresDatabases, SqliteDatabases, laat_los

POSTGRES_STANDAARD = "postgresql://postgres@127.0.0.1:5432"
STATUSSEN = (NotitieStatus.VASTGESTELD, NotitieStatus.CONCEPT)

Vuller = Callable[[Session, int], Regio]


@dataclass(frozen=True, slots=True)
class Stand:
    """One database with one region in it. `vultijd` in seconds."""

    url: str
    app: Flask
    regio: Regio
    vultijd: float

    @property
    def gemeente(self) -> Gemeente:
        """One from the middle."""
        return self.regio.gemeenten[len(self.regio.gemeenten) // 2]

    def bezoeker(self, email: str) -> Bezoeker:
        return Bezoeker(self.app, email, self.regio.wachtwoord)


def postgres_adres() -> str | None:
    """Without the name of a database; None when there is no server."""
    adres = os.environ.get("DOELSPOOR_TEST_POSTGRES", POSTGRES_STANDAARD).rstrip("/")
    adres = adres.replace("postgresql+psycopg://", "postgresql://", 1)
    try:
        psycopg.connect(f"{adres}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return None
    return adres


@contextmanager
def tijdelijke_databases(postgres: str | None) -> Iterator[Databases]:
    databases = PostgresDatabases(postgres) if postgres else SqliteDatabases(Path(tempfile.mkdtemp()))
    try:
        yield databases
    finally:
        databases.ruim_op()


def vul_regio(session: Session, gemeenten: int) -> Regio:
    return maak_regio(session, gemeenten=gemeenten, statussen=STATUSSEN)


@contextmanager
def standen(databases: Databases, aantallen: tuple[int, ...], vul: Vuller = vul_regio) -> Iterator[dict[int, Stand]]:
    """Per number (of gemeenten, unless `vul` counts something else) a database of that size."""
    gemaakt: dict[int, Stand] = {}
    try:
        for aantal in aantallen:
            gemaakt[aantal] = _stand(databases.kopie(gevuld=False), aantal, vul)
        yield gemaakt
    finally:
        for stand in gemaakt.values():
            laat_los(stand.app)


def _stand(url: str, aantal: int, vul: Vuller) -> Stand:
    app = maak_app(url)
    stel_kosten_in(time_cost=1, memory_cost=8)  # a password of full strength would hide what an export needs in memory
    begin = perf_counter()
    with app.app_context():
        regio = vul(db.session(), aantal)
        db.session.commit()
        vultijd = perf_counter() - begin
        _werk_statistieken_bij()
    return Stand(url, app, regio, vultijd)


def _werk_statistieken_bij() -> None:
    """A PostgreSQL server does this by itself within minutes; SQLite never does."""
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.execute(text("VACUUM ANALYZE"))
