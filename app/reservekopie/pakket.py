"""The file of a backup: a zip with the data, and an opgave that says what they are and how to know they are whole."""

import hashlib
import json
import shutil
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

OPGAVE, GEGEVENS = "opgave.json", "gegevens"
SOORT = "doelspoor-reservekopie"
VORM = 1
BROK = 1024 * 1024


class KopieFout(Exception):
    """The Dutch sentence says what is wrong."""


@dataclass(frozen=True, slots=True)
class Opgave:
    """`schema`: the migration the tables were at. `tabellen`: how many rows each has. `sha256`: of the data."""

    database: str
    schema: str
    versie: str
    gemaakt_op: str
    tabellen: dict[str, int]
    sha256: str
    grootte: int
    soort: str = SOORT
    vorm: int = VORM

    @property
    def rijen(self) -> int:
        return sum(self.tabellen.values())


def sha256_van(bestand: Path) -> str:
    with bestand.open("rb") as invoer:
        return hashlib.file_digest(invoer, "sha256").hexdigest()


def pak_in(uit: BinaryIO, gegevens: Path, opgave: Opgave) -> None:
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(OPGAVE, json.dumps(asdict(opgave), ensure_ascii=False, indent=2))
        zip_.write(gegevens, GEGEVENS)


def lees_opgave(bestand: Path) -> Opgave:
    """Raises KopieFout when it is no backup of ours, or one of a newer form."""
    try:
        with zipfile.ZipFile(bestand) as zip_:
            inhoud = json.loads(zip_.read(OPGAVE))
        opgave = Opgave(**inhoud)
    except FileNotFoundError:
        raise KopieFout(f"Het bestand '{bestand}' bestaat niet.") from None
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, TypeError):
        raise KopieFout(f"'{bestand}' is geen reservekopie van Doelspoor, of is beschadigd.") from None
    if opgave.soort != SOORT or opgave.vorm != VORM:
        raise KopieFout(f"'{bestand}' is gemaakt met een andere versie van Doelspoor ({opgave.versie}).")
    return opgave


def pak_uit(bestand: Path, naar: Path) -> Opgave:
    """The data to `naar`. Raises KopieFout when they are not exactly what was put in."""
    opgave = lees_opgave(bestand)
    try:
        with zipfile.ZipFile(bestand) as zip_, zip_.open(GEGEVENS) as invoer, naar.open("wb") as uit:
            shutil.copyfileobj(invoer, uit, BROK)
    except (OSError, zipfile.BadZipFile, KeyError, EOFError, ValueError) as fout:
        raise KopieFout(f"'{bestand}' is beschadigd of niet te lezen. Er is niets teruggezet.") from fout
    if naar.stat().st_size != opgave.grootte or sha256_van(naar) != opgave.sha256:
        raise KopieFout(f"'{bestand}' is beschadigd: de inhoud is niet wat er is bewaard. Er is niets teruggezet.")
    return opgave
