"""Put a backup back, all of it or nothing."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic.script import ScriptDirectory
from sqlalchemy import URL

from app.reservekopie.maken import SOORTEN, is_bekend, soort_van
from app.reservekopie.pakket import KopieFout, Opgave, lees_opgave, pak_uit

NAMEN = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Hersteld:
    """`bijwerken`: the tables are of an older version; `flask db upgrade` comes next."""

    opgave: Opgave
    bijwerken: bool


def herstel_kopie(bestand: Path, url: URL, *, migraties: ScriptDirectory, overschrijf: bool = False) -> Hersteld:
    """Raises KopieFout; the database is then as it was."""
    opgave = lees_opgave(bestand)
    _eis_bruikbaar(opgave, url, migraties)
    soort = SOORTEN[soort_van(url)]
    if not overschrijf and soort.rijen_in(url):
        raise KopieFout("De database is niet leeg. Met --overschrijf vervangt de reservekopie alles wat er staat.")
    with TemporaryDirectory(prefix="doelspoor-herstel-") as tijdelijk:
        gegevens = Path(tijdelijk) / "gegevens"
        pak_uit(bestand, gegevens)
        tabellen = soort.zet_terug(gegevens, url)
    if tabellen != opgave.tabellen:
        raise KopieFout("Na het terugzetten zijn er meer of minder rijen dan bewaard waren. Gebruik de database niet.")
    return Hersteld(opgave, bijwerken=opgave.schema != migraties.get_current_head())


def _eis_bruikbaar(opgave: Opgave, url: URL, migraties: ScriptDirectory) -> None:
    if opgave.database != soort_van(url):
        van, hier = NAMEN.get(opgave.database, opgave.database), NAMEN[soort_van(url)]
        raise KopieFout(f"Deze reservekopie is van {van}, en deze installatie gebruikt {hier}.")
    if not is_bekend(migraties, opgave.schema):
        raise KopieFout(
            f"Deze reservekopie is van een nieuwere versie van Doelspoor ({opgave.versie}, tabellen {opgave.schema}). "
            "Installeer die versie eerst."
        )
