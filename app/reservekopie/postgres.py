"""PostgreSQL: pg_dump of one moment, and back in one transaction with the programs that come with PostgreSQL."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from app.reservekopie.pakket import KopieFout

WEG = "DROP {soort} IF EXISTS {schema}.{naam} CASCADE;\n"
# Everything of ours in the schema: tables with their indexes and triggers, what counts, and the functions of triggers.
WAT_ER_IS = """
    SELECT 'TABLE', c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
        AND c.relkind IN ('r', 'p') ORDER BY 2
"""
FUNCTIES = """
    SELECT 'FUNCTION', p.proname FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        AND p.prorettype = 'trigger'::regtype AND NOT EXISTS (
            SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 2
"""


def kopieer(url: URL, naar: Path) -> dict[str, int]:
    """The rows are counted in the very snapshot that is dumped."""
    with _verbind(url) as verbinding:
        verbinding.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        moment = str(_een(verbinding, "SELECT pg_export_snapshot()"))
        opties = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={naar}"]
        _roep("pg_dump", [*opties, f"--dbname={_zonder_wachtwoord(url)}"], url)
        return _tel(verbinding)


def zet_terug(van: Path, url: URL) -> dict[str, int]:
    """All or nothing: what is there goes and what was kept comes in one transaction."""
    opdrachten, eerst = van.with_suffix(".sql"), van.with_suffix(".weg.sql")
    _roep("pg_restore", ["--no-owner", "--no-privileges", f"--file={opdrachten}", str(van)], url)
    with _verbind(url) as verbinding:
        eerst.write_text(_ruim_op(verbinding), encoding="utf-8")
    opties = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _roep("psql", [*opties, f"--file={eerst}", f"--file={opdrachten}", f"--dbname={_zonder_wachtwoord(url)}"], url)
    with _verbind(url) as verbinding:
        return _tel(verbinding)


def rijen_in(url: URL) -> int:
    with _verbind(url) as verbinding:
        return sum(aantal for tabel, aantal in _tel(verbinding).items() if tabel != "alembic_version")


def _verbind(url: URL) -> "psycopg.Connection[tuple[object, ...]]":
    try:
        return psycopg.connect(_adres(url))
    except psycopg.OperationalError as fout:
        raise KopieFout(f"De database is niet te bereiken: {str(fout).splitlines()[0]}") from None


def _tel(verbinding: "psycopg.Connection[tuple[object, ...]]") -> dict[str, int]:
    namen = [str(naam) for _, naam in verbinding.execute(WAT_ER_IS).fetchall()]
    vraag = sql.SQL("SELECT count(*) FROM {}")
    return {naam: int(str(_een(verbinding, vraag.format(sql.Identifier(naam))))) for naam in namen}


def _een(verbinding: "psycopg.Connection[tuple[object, ...]]", vraag: str | sql.Composed) -> object:
    rij = verbinding.execute(vraag).fetchone()
    assert rij is not None
    return rij[0]


def _ruim_op(verbinding: "psycopg.Connection[tuple[object, ...]]") -> str:
    schema = sql.Identifier(str(_een(verbinding, "SELECT current_schema()")))
    wat = [*verbinding.execute(WAT_ER_IS), *verbinding.execute(FUNCTIES)]
    regels = [
        sql.SQL(WEG).format(soort=sql.SQL(str(soort)), schema=schema, naam=sql.Identifier(str(naam)))
        for soort, naam in wat
    ]
    return "".join(regel.as_string(verbinding) for regel in regels)


def _adres(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _zonder_wachtwoord(url: URL) -> str:
    """For the command line, which everybody on the machine can read."""
    return make_conninfo(_adres(url._replace(password=None)))


def _roep(programma: str, opties: Sequence[str], url: URL) -> None:
    pad = shutil.which(programma)
    if pad is None:
        raise KopieFout(f"Het programma {programma} ontbreekt; installeer de pakketten van PostgreSQL (client).")
    omgeving = dict(os.environ) | ({"PGPASSWORD": str(url.password)} if url.password else {})
    uit = subprocess.run([pad, *opties], env=omgeving, capture_output=True, text=True, check=False)  # noqa: S603
    if uit.returncode:
        raise KopieFout(f"{programma} is mislukt: {_eerste_fout(uit.stderr)}")


def _eerste_fout(tekst: str) -> str:
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    return next((regel for regel in regels if "error" in regel.lower()), regels[0] if regels else "zonder melding")
