"""CSV as a Dutch Excel opens it with a double click: UTF-8 with BOM, semicolons, decimal commas, ISO dates."""

import csv
import re
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from app.writing.document import Document, Waarde
from app.writing.nederlands import getal

# Spreadsheets calculate a cell that starts like this, also when the sign is full-width. Apostrophes in front count
# along, so that one apostrophe less always gives the text back.
_FORMULE = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the flat table, names of the columns first."""
    tekst = TextIOWrapper(uit, encoding="utf-8-sig", newline="", write_through=True)
    try:
        schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
        schrijver.writerow([cel(kolom.naam) for kolom in document.gegevens.kolommen])
        schrijver.writerows([cel(waarde) for waarde in rij] for rij in document.gegevens.rijen)
    finally:
        tekst.detach()


def cel(waarde: Waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return _onschadelijk(waarde) if isinstance(waarde, str) else getal(waarde)


def _onschadelijk(tekst: str) -> str:
    return "'" + tekst if _FORMULE.match(tekst) else tekst
