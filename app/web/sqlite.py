"""SQLite as a server database: write-ahead log, foreign keys kept, and waiting for a lock instead of failing."""

from typing import Any

from flask import Flask
from sqlalchemy import event

from app.models import db

PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "busy_timeout = 30000")


def zet_pragmas(verbinding: Any, _registratie: Any) -> None:
    cursor = verbinding.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def init_app(app: Flask) -> None:
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", zet_pragmas)
