"""A short transaction beside that of the request: it is kept whatever becomes of the request."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine


@contextmanager
def eigen_transactie(engine: Engine, *, geduld: int) -> Iterator[Connection]:
    """`geduld`: milliseconds to wait for another writer. Raises OperationalError when that is not enough.

    PostgreSQL has nothing to wait for here but somebody who writes the same row, just as shortly.
    """
    with engine.connect() as verbinding, _ongeduldig(verbinding, geduld), verbinding.begin():
        yield verbinding


@contextmanager
def _ongeduldig(verbinding: Connection, geduld: int) -> Iterator[None]:
    if verbinding.dialect.name != "sqlite":
        yield
        return
    gewoon = int(verbinding.exec_driver_sql("PRAGMA busy_timeout").scalar_one())
    verbinding.exec_driver_sql(f"PRAGMA busy_timeout = {geduld}")
    verbinding.rollback()
    try:
        yield
    finally:
        verbinding.exec_driver_sql(f"PRAGMA busy_timeout = {gewoon}")
