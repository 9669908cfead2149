"""What many tests begin with is stored once and then put back: making it by the services costs more than most tests."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.models import Organisatie
from tests.databases import Databases

NAAM = "standen"
T = TypeVar("T")


def bewaar_standen(app: Flask, databases: Databases) -> None:
    """From here on, for the app that the tests share."""
    app.extensions[NAAM] = databases


def begin_met(app: Flask, session: Session, vul: Callable[[Session], T]) -> T:
    """What `vul` stores and gives back: ids, no records. It is called the first time, and always where the database
    is not empty or not shared."""
    databases: Databases | None = app.extensions.get(NAAM)
    if databases is None or session.scalar(select(exists().where(Organisatie.id > 0))):
        return vul(session)
    naam = f"{vul.__module__}.{vul.__qualname__}"
    if naam in databases.standen:
        session.close()
        databases.neem_stand(naam)
    else:
        databases.standen[naam] = vul(session)
        session.commit()
        session.close()
        databases.bewaar_stand(naam)
    uitkomst: T = databases.standen[naam]
    return uitkomst
