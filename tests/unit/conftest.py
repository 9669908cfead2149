"""A unit test knows no database: making an engine or a connection fails here."""

import sqlite3
from sqlite3 import dbapi2
from typing import Any, NoReturn

import psycopg
import pytest
from sqlalchemy.engine import Engine, create


@pytest.fixture(autouse=True)
def geen_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise AssertionError("Een test in tests/unit gebruikt geen database; zet hem in tests/integration.")

    for waar, wat in ((create, "create_engine"), (Engine, "connect"), (psycopg, "connect")):
        monkeypatch.setattr(waar, wat, weiger)
    for module in (sqlite3, dbapi2):
        monkeypatch.setattr(module, "connect", weiger)
