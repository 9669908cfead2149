"""Runs the migrations on the database of the application: all of them in one transaction, so all or nothing.

A migration that fails leaves the tables as they were, and with them the version that runs.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import context
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Connection

from app.models.basis import Getal, Moment

db = current_app.extensions["migrate"].db
VERSIES = "versions"
# Who waits for a table holds up everybody behind them: better to fail, and to try it again at a quiet moment.
SECONDEN_WACHTEN = "10"
gedaan: list[str] = []


class Verweesd(Exception):
    """A row refers to another that is not there."""


def render_item(soort: str, item: Any, _autogen: Any) -> str | bool:
    """Migrations stand on their own: own column types are written out as what the database sees."""
    if soort == "type" and isinstance(item, Getal):
        return "sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite')"
    if soort == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations() -> None:
    with db.engine.connect() as connection, _een_transactie_mogelijk(connection):
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render_item,
            transactional_ddl=True,
            transaction_per_migration=False,
            on_version_apply=lambda step, **_: gedaan.append(step.up_revision_id),
        )
        try:
            with context.begin_transaction():
                _sluit_af(connection, _seconden())
                context.run_migrations()
                _kijk_na(connection)
        except CommandError:
            raise
        except Exception as fout:
            raise CommandError(_in_woorden(fout)) from fout


@contextmanager
def _een_transactie_mogelijk(connection: Connection) -> Iterator[None]:
    """Python's driver for SQLite begins no transaction for DDL by itself, so here it begins none at all: we do.

    References are not kept meanwhile: a table that is made anew would take along what refers to it. See _kijk_na.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    rauw: Any = connection.connection.driver_connection
    gewoon, rauw.isolation_level = rauw.isolation_level, None
    rauw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        if rauw.in_transaction:
            rauw.rollback()
        rauw.execute("PRAGMA foreign_keys = ON")
        rauw.isolation_level = gewoon


def _sluit_af(connection: Connection, seconden: int) -> None:
    """Two that upgrade at the same time go one after the other; the second finds nothing to do."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {seconden * 1000}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('doelspoor: migraties'))")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{seconden}s'")


def _seconden() -> int:
    waarde = context.get_x_argument(as_dictionary=True).get("wacht", SECONDEN_WACHTEN)
    if not (isinstance(waarde, str) and waarde.isascii() and waarde.isdecimal() and 1 <= int(waarde[:6]) <= 3600):
        raise CommandError("Geef achter -x wacht= een aantal seconden van 1 tot en met 3600.")
    return int(waarde)


def _kijk_na(connection: Connection) -> None:
    """What SQLite did not keep up meanwhile."""
    if gedaan and connection.dialect.name == "sqlite":
        rij = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if rij is not None:
            raise Verweesd(f"een rij van {rij[0]} verwijst naar een rij van {rij[2]} die er niet is")


def _in_woorden(fout: Exception) -> str:
    """With the migration it came from. Only the first line: databases repeat what was in a row behind it."""
    plek = [deel.filename for deel in traceback.extract_tb(fout.__traceback__)]
    welke = next((Path(naam).stem for naam in reversed(plek) if Path(naam).parent.name == VERSIES), None)
    oorzaak = str(getattr(fout, "orig", None) or fout).partition("\n")[0]
    return (
        f"De migratie {welke + ' ' if welke else ''}is mislukt ({type(fout).__name__}: {oorzaak}). Er is niets "
        "veranderd: de tabellen en wat erin staat zijn zoals ze waren, en de vorige versie van Doelspoor werkt ermee "
        "door. Start de nieuwe versie nog niet."
    )


run_migrations()
