"""SQLite: its online backup copies a database that is in use, and puts one back in a single transaction."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from app.reservekopie.pakket import KopieFout

SECONDEN_WACHTEN = 30


def bestand_van(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise KopieFout("Deze database staat alleen in het geheugen; daar is geen reservekopie van te maken.")
    return Path(url.database)


def kopieer(url: URL, naar: Path) -> dict[str, int]:
    """One moment of the database, to a file of its own. Returns the rows per table."""
    bron = bestand_van(url)
    if not bron.exists():
        raise KopieFout(f"De database '{bron}' bestaat nog niet; voer eerst 'flask db upgrade' uit.")
    with closing(_open(bron)) as van, closing(sqlite3.connect(naar)) as kopie:
        van.backup(kopie)
        kopie.execute("PRAGMA journal_mode = DELETE")  # all of it in this one file
        _eis_heel(kopie)
        return _tel(kopie)


def zet_terug(van: Path, url: URL) -> dict[str, int]:
    """The whole file, in one transaction: who is connected sees the old database, or the new one."""
    with closing(sqlite3.connect(van)) as kopie:
        try:
            _eis_heel(kopie)
            tabellen = _tel(kopie)
        except sqlite3.DatabaseError as fout:
            raise KopieFout("De reservekopie is geen goede SQLite-database. Er is niets teruggezet.") from fout
        with closing(_open(bestand_van(url))) as naar:
            try:
                kopie.backup(naar)
            except sqlite3.OperationalError as fout:
                raise KopieFout("De database is in gebruik. Stop Doelspoor eerst. Er is niets teruggezet.") from fout
    return tabellen


def rijen_in(url: URL) -> int:
    """0 also when there is no database yet."""
    if not bestand_van(url).exists():
        return 0
    with closing(_open(bestand_van(url))) as verbinding:
        return sum(aantal for tabel, aantal in _tel(verbinding).items() if tabel != "alembic_version")


def _open(bestand: Path) -> sqlite3.Connection:
    return sqlite3.connect(bestand, timeout=SECONDEN_WACHTEN)


def _eis_heel(verbinding: sqlite3.Connection) -> None:
    oordeel = verbinding.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if oordeel != "ok":
        raise KopieFout(f"De database is beschadigd: {oordeel}.")


def _tel(verbinding: sqlite3.Connection) -> dict[str, int]:
    namen = verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    tabellen = sorted(naam for (naam,) in namen)
    # A name out of the database itself, which cannot be a parameter.
    return {naam: verbinding.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0] for naam in tabellen}  # noqa: S608
