"""Make a backup of a database that is in use."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import BinaryIO

from alembic.script import ScriptDirectory
from sqlalchemy import URL

from app.reservekopie import postgres, sqlite
from app.reservekopie.pakket import KopieFout, Opgave, pak_in, sha256_van
from config import VERSIE

SOORTEN: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


def soort_van(url: URL) -> str:
    return url.get_backend_name()


def maak_kopie(url: URL, *, schema: str | None, uit: BinaryIO, map_: Path) -> Opgave:
    """`schema`: the migration the database is at. `map_`: where there is room for the data meanwhile.

    Raises KopieFout.
    """
    if schema is None:
        raise KopieFout("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.")
    with TemporaryDirectory(dir=map_, prefix=".reservekopie-") as tijdelijk:
        gegevens = Path(tijdelijk) / "gegevens"
        tabellen = SOORTEN[soort_van(url)].kopieer(url, gegevens)
        opgave = Opgave(
            database=soort_van(url),
            schema=schema,
            versie=VERSIE,
            gemaakt_op=datetime.now(UTC).isoformat(timespec="seconds"),
            tabellen=tabellen,
            sha256=sha256_van(gegevens),
            grootte=gegevens.stat().st_size,
        )
        pak_in(uit, gegevens, opgave)
    return opgave


def is_bekend(migraties: ScriptDirectory, schema: str) -> bool:
    return any(stap.revision == schema for stap in migraties.walk_revisions())
