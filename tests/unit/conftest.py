"""A unit test knows no database: making an engine or a connection fails here."""

import sqlite3
from typing import Any, NoReturn

import psycopg
import pytest
from sqlalchemy.engine import Engine


@pytest.fixture(autouse=True)
def geen_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise AssertionError("Een test in tests/unit gebruikt geen database; zet hem in tests/integration.")

    monkeypatch.setattr(Engine, "__init__", weiger)
    monkeypatch.setattr(sqlite3, "connect", weiger)
    monkeypatch.setattr(psycopg, "connect", weiger)
