"""The setting about a second database that is only read: a copy that PostgreSQL keeps up to date by itself."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from config_server import InstellingFout

NAAM = "DOELSPOOR_LEESDATABASE_URL"
POORT = 5432


def lees_leesdatabase(waarde: str, hoofd: str) -> URL | None:
    """Where connections for reading go: the copy, or the database itself when the copy does not answer; libpq chooses.

    Raises InstellingFout, which never repeats the address: there may be a password in it.
    """
    if not waarde:
        return None
    kopie, eerste = _adres(waarde), make_url(hoofd)
    if not eerste.drivername.startswith("postgresql"):
        raise InstellingFout(f"{NAAM} kan alleen als DATABASE_URL ook een adres van PostgreSQL is.")
    if not (kopie.host and eerste.host):
        raise InstellingFout(f"{NAAM} en DATABASE_URL moeten allebei een server noemen.")
    servers = [f"{adres.host}:{adres.port or POORT}" for adres in (kopie, eerste)]
    alleen_lezen = "-c default_transaction_read_only=on"
    keuze = {"host": servers, "target_session_attrs": "prefer-standby", "options": alleen_lezen}
    return URL.create(
        "postgresql+psycopg", username=kopie.username, password=kopie.password, database=kopie.database
    ).update_query_dict({**kopie.query, **keuze})


def _adres(waarde: str) -> URL:
    try:
        adres = make_url(waarde)
    except (ArgumentError, ValueError):
        raise InstellingFout(f"{NAAM} is geen adres van een database.") from None
    if adres.drivername not in ("postgresql", "postgresql+psycopg"):
        raise InstellingFout(f"{NAAM} begint niet met postgresql:.")
    return adres
