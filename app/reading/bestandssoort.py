"""Says which other kind of file an upload is, so that the message can name it."""

from collections.abc import Set as AbstractSet

from app.reading.fouten import LeesFout

OPSLAAN_ALS = "Sla het in Word op als .docx en probeer het opnieuw."
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BEGIN = (
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een rtf-bestand"),
    (b"<!doctype html", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"<?xml", "een los XML-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"Rar!", "een rar-archief"),
    (b"7z\xbc\xaf", "een 7z-archief"),
    (b"\x1f\x8b", "een gzip-archief"),
)
ODT = b"application/vnd.oasis.opendocument.text"
OPENDOCUMENT = (
    (ODT, "een OpenDocument-tekst (.odt)"),
    (b"opendocument.spreadsheet", "een OpenDocument-rekenblad (.ods)"),
    (b"opendocument", "een OpenDocument-bestand"),
)
PAKKETTEN = (
    ("xl/", "een Excel-bestand"),
    ("ppt/", "een PowerPoint-bestand"),
    ("Index/Document.iwa", "een Pages-bestand"),
)


def is_pdf(inhoud: bytes) -> bool:
    """Some programs write a mark or an empty line in front."""
    return _begin(inhoud).startswith(b"%pdf")


def is_pakket(inhoud: bytes) -> bool:
    """A zip file, as a Word document is; also one that was cut off."""
    return inhoud.startswith(b"PK")


def begint_als_ander_soort(inhoud: bytes) -> bool:
    """The first bytes are those of a package, of an old Office file, or of one of the kinds that have a name."""
    begin = _begin(inhoud)
    return inhoud.startswith((OLE, b"PK\x03\x04", b"PK\x05\x06")) or any(begin.startswith(k.lower()) for k, _ in BEGIN)


def _begin(inhoud: bytes) -> bytes:
    return inhoud[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()


def weiger_andere_soorten(inhoud: bytes) -> None:
    """Raises LeesFout when the first bytes are not those of a zip package."""
    if inhoud.startswith(OLE):
        raise LeesFout(_ole_zin(inhoud))
    begin = _begin(inhoud)
    for kenmerk, soort in BEGIN:
        if begin.startswith(kenmerk.lower()):
            raise LeesFout(f"Dit is {soort}, geen Word-document. {OPSLAAN_ALS}")
    if not is_pakket(inhoud):
        raise LeesFout(f"Dit is geen Word-document, OpenDocument-tekst, PDF of gewone tekst. {OPSLAAN_ALS}")


def is_odt(mimetype: bytes) -> bool:
    """A text, and not a template of one or a text made of several files."""
    return mimetype.strip() == ODT


def weiger_ander_pakket(namen: AbstractSet[str], mimetype: bytes) -> None:
    """Raises LeesFout when the zip package is not a Word document."""
    for kenmerk, soort in OPENDOCUMENT:
        if kenmerk in mimetype:
            raise LeesFout(f"Dit is {soort}, geen Word-document. {OPSLAAN_ALS}")
    if "word/document.xml" in namen or ("_rels/.rels" in namen and any(naam.startswith("word/") for naam in namen)):
        return
    for begin, soort in PAKKETTEN:
        if any(naam.startswith(begin) for naam in namen):
            raise LeesFout(f"Dit is {soort}, geen Word-document. {OPSLAAN_ALS}")
    if "[Content_Types].xml" not in namen:
        raise LeesFout(f"Dit is een zip-archief, geen Word-document. {OPSLAAN_ALS}")
    raise LeesFout("Het bestand is beschadigd: de tekst van het document ontbreekt. Sla het in Word opnieuw op.")


def _ole_zin(inhoud: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in inhoud:
        return "Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
    if "WordDocument".encode("utf-16-le") in inhoud:
        return "Dit is een Word-bestand in de oude .doc-vorm. Sla het in Word op als .docx en probeer het opnieuw."
    return f"Dit is een bestand in een oude Office-vorm of met een wachtwoord. {OPSLAAN_ALS}"
