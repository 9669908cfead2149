"""The formats a document can be written in. A new format is one writer and one line in FORMATEN."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from app.writing import csv, docx, json, ods, odt, pdf, xlsx
from app.writing.document import Document
from app.writing.schoon import schoon_document

Schrijver = Callable[[Document, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Formaat:
    """`label` is for people; `mimetype` for the browser; `schrijver` puts a clean document in a binary stream."""

    extensie: str
    label: str
    mimetype: str
    schrijver: Schrijver


_OOXML = "application/vnd.openxmlformats-officedocument"

FORMATEN: dict[str, Formaat] = {
    formaat.extensie: formaat
    for formaat in (
        Formaat("docx", "Word-document", f"{_OOXML}.wordprocessingml.document", docx.schrijf),
        Formaat("odt", "ODT-document", odt.MIMETYPE, odt.schrijf),
        Formaat("pdf", "PDF-document", "application/pdf", pdf.schrijf),
        Formaat("xlsx", "Excel-bestand", f"{_OOXML}.spreadsheetml.sheet", xlsx.schrijf),
        Formaat("ods", "ODS-bestand", ods.MIMETYPE, ods.schrijf),
        Formaat("csv", "CSV-bestand", "text/csv; charset=utf-8", csv.schrijf),
        Formaat("json", "JSON-bestand", "application/json", json.schrijf),
    )
}


def zoek_formaat(naam: str) -> Formaat:
    """The format called `naam` (`docx`, `.DOCX`). ValueError with a Dutch sentence when there is none."""
    formaat = FORMATEN.get(naam.strip().lstrip(".").lower())
    if formaat is None:
        raise ValueError(f"Het formaat ‘{naam}’ bestaat niet. Kies uit: {', '.join(FORMATEN)}.")
    return formaat


def schrijf_naar(uit: BinaryIO, document: Document, formaat: str) -> None:
    """Writes the document to an open binary stream and leaves it open. ValueError as in `zoek_formaat`, before
    anything is written."""
    zoek_formaat(formaat).schrijver(schoon_document(document), uit)


def schrijf(document: Document, formaat: str) -> bytes:
    """The document as the bytes of a file. ValueError as in `zoek_formaat`."""
    uit = BytesIO()
    schrijf_naar(uit, document, formaat)
    return uit.getvalue()


def bestandsnaam(document: Document, formaat: str) -> str:
    """`opdrachtoverzicht-het-hogeland-2020-05-20.docx`: only plain letters, so that every system takes it."""
    delen = [slak(document.titel), slak(document.organisatie), document.datum.isoformat()]
    return "-".join(filter(None, delen)) + "." + zoek_formaat(formaat).extensie


def slak(tekst: str) -> str:
    """Only plain letters and figures, at most 60."""
    letters = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-")
