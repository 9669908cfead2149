"""Who is behind this request, for the log and for limits. Never asks the database: who did not log in is nobody."""

from flask import g
from sqlalchemy import inspect

from app.models import ApiToken, Gebruiker


def gebruiker_id() -> int | None:
    return _id(g.get("_login_user"), Gebruiker)


def sleutel_id() -> int | None:
    return _id(g.get("sleutel"), ApiToken)


def _id(wie: object, soort: type[object]) -> int | None:
    """Of the identity, which stays known when the transaction in which it was read is over."""
    if not isinstance(wie, soort):
        return None
    identiteit = inspect(wie).identity
    return identiteit[0] if identiteit else None
