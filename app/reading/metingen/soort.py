"""Says by its content whether an upload is a CSV file or an Excel file, and names what else it is."""

from typing import BinaryIO

from app.reading.bestandssoort import BEGIN, OLE, OPENDOCUMENT
from app.reading.metingen.gelezen import OnbruikbaarBestand
from app.reading.word.veilig import BLOK
from app.reading.xlsx.pakket import Pakket, open_pakket

MEESTE_MB = 1024
OPSLAAN_ALS = "Sla de cijfers op als Excel-bestand (.xlsx) of als CSV en probeer het opnieuw."
WACHTWOORD = "Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
_PAKKETTEN = (
    ("xl/workbook.bin", "een Excel-bestand in de vorm .xlsb"),
    ("word/", "een Word-document"),
    ("ppt/", "een PowerPoint-bestand"),
    ("Index/Document.iwa", "een Pages- of Numbers-bestand"),
)
_OLE_SOORTEN = (
    ("EncryptedPackage", WACHTWOORD),
    ("Workbook", f"Dit is een Excel-bestand in de oude .xls-vorm. {OPSLAAN_ALS}"),
    ("WordDocument", f"Dit is een Word-bestand in de oude .doc-vorm. {OPSLAAN_ALS}"),
)


def herken(bestand: BinaryIO) -> Pakket | None:
    """The package of an Excel file, None for what may be text. Raises OnbruikbaarBestand, naming what it is."""
    begin = _begin(bestand)
    if begin.startswith(OLE):
        raise OnbruikbaarBestand(_ole_zin(bestand))
    kaal = begin[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for kenmerk, soort in BEGIN:
        if kaal.startswith(kenmerk.lower()):
            raise OnbruikbaarBestand(f"Dit is {soort}, geen bestand met metingen. {OPSLAAN_ALS}")
    if not begin.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return None
    pakket = open_pakket(bestand)
    _weiger_ander_pakket(pakket)
    return pakket


def _begin(bestand: BinaryIO) -> bytes:
    if bestand.seek(0, 2) > MEESTE_MB * 1024 * 1024:
        raise OnbruikbaarBestand(f"Het bestand is groter dan {MEESTE_MB} MB. Deel het op in kleinere bestanden.")
    bestand.seek(0)
    begin = bestand.read(1024)
    if not begin.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        _weiger_leeg(bestand, begin)
    return begin


def _weiger_leeg(bestand: BinaryIO, begin: bytes) -> None:
    """Empty lines only, at least at the start; whether more follows costs no memory to find out."""
    while begin:
        if begin.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
            return
        begin = bestand.read(BLOK)
    raise OnbruikbaarBestand("Het bestand is leeg.")


def _weiger_ander_pakket(pakket: Pakket) -> None:
    mimetype = pakket.begin_van("mimetype")
    for kenmerk, soort in OPENDOCUMENT:
        if kenmerk in mimetype:
            raise OnbruikbaarBestand(f"Dit is {soort}, geen bestand met metingen. {OPSLAAN_ALS}")
    if pakket.heeft("xl/workbook.xml"):
        return
    for begin, soort in _PAKKETTEN:
        if any(naam.startswith(begin) for naam in pakket.namen):
            raise OnbruikbaarBestand(f"Dit is {soort}, geen bestand met metingen. {OPSLAAN_ALS}")
    if pakket.heeft("_rels/.rels") and any(naam.startswith("xl/") for naam in pakket.namen):
        return
    raise OnbruikbaarBestand(f"Dit is een zip-archief, geen bestand met metingen. {OPSLAAN_ALS}")


def _ole_zin(bestand: BinaryIO) -> str:
    """The names in the old container stand anywhere in it."""
    soorten = {naam.encode("utf-16-le"): zin for naam, zin in _OLE_SOORTEN}
    gevonden: set[bytes] = set()
    bestand.seek(0)
    rest = b""
    while blok := bestand.read(BLOK):
        gevonden.update(naam for naam in soorten if naam in rest + blok)
        rest = blok[-64:]
    return next(
        (zin for naam, zin in soorten.items() if naam in gevonden),
        f"Dit is een bestand in een oude Office-vorm of met een wachtwoord. {OPSLAAN_ALS}",
    )
