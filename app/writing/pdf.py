"""PDF: looks the same everywhere, can be followed with a screen reader (PDF/UA-1) and kept in archives (PDF/A-2a)."""

from datetime import datetime, time
from typing import BinaryIO

from app.writing.document import Document
from app.writing.zetwerk.gegevens import gegevens_van
from app.writing.zetwerk.zetter import zet


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the blokken below a title block, on A4. Raises NietTeZetten, which is a ValueError, before writing."""
    uit.write(zet(gegevens_van(document), datetime.combine(document.datum, time())))
