"""Whether this installation can do its work."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.models.basis import Sessie
from app.services.werkertekens import werker_gezien
from config import PROJECT

WERKER_GEZIEN_SINDS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Gereedheid:
    """`bezwaar`: why it cannot, "" when it can. `waarschuwing`: what asks attention meanwhile. Both are for the log."""

    bezwaar: str = ""
    waarschuwing: str = ""


def gereedheid(session: Sessie) -> Gereedheid:
    try:
        stand = session.scalar(text("SELECT version_num FROM alembic_version"))
        if stand != nieuwste_migratie():
            return Gereedheid(f"De tabellen zijn van versie {stand}; voer 'flask db upgrade' uit.")
        gezien = werker_gezien(session, sinds=WERKER_GEZIEN_SINDS)
    except SQLAlchemyError as fout:
        return Gereedheid(f"De database is niet te gebruiken: {type(fout).__name__}.")
    return Gereedheid(waarschuwing="" if gezien else "Er is in de laatste tien minuten geen werker gezien.")


@cache
def nieuwste_migratie() -> str | None:
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    return ScriptDirectory.from_config(config).get_current_head()
