"""The formats a document can be written in. A new format is one writer and one line in FORMATEN."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from typing import BinaryIO

from app.domain.taal.getallen import toon_getal
from app.writing import csv, docx, json, ods, odt, pdf, xlsx
from app.writing.document import Blok, Document, Tabel
from app.writing.schoon import schoon_document

Schrijver = Callable[[Document, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Formaat:
    """`label` is for people; `mimetype` for the browser; `schrijver` puts a clean document in a binary stream.

    `meeste_regels`: of a format that is laid out as pages, for which everything has to be in memory at once, how long a
    document it can be; None for what is written row by row.
    """

    extensie: str
    label: str
    mimetype: str
    schrijver: Schrijver
    meeste_regels: int | None = None


TE_LANG = (
    "Dit overzicht heeft meer dan {regels} regels; dat is te lang voor een {label}. Kies Excel, ODS of CSV, of kies "
    "met de filters een deel. Er is niets gemaakt."
)
_OOXML = "application/vnd.openxmlformats-officedocument"

FORMATEN: dict[str, Formaat] = {
    formaat.extensie: formaat
    for formaat in (
        Formaat("docx", "Word-document", f"{_OOXML}.wordprocessingml.document", docx.schrijf, 25_000),
        Formaat("odt", "ODT-document", odt.MIMETYPE, odt.schrijf, 25_000),
        Formaat("pdf", "PDF-document", "application/pdf", pdf.schrijf, 10_000),
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
    """Writes the document to an open binary stream and leaves it open. ValueError as in `zoek_formaat`, or when it is
    too long for this format, before anything is written."""
    soort = zoek_formaat(formaat)
    schoon = schoon_document(document)
    if soort.meeste_regels is not None:
        schoon = replace(schoon, blokken=tuple(_hoogstens(soort.meeste_regels, schoon.blokken, soort)))
    soort.schrijver(schoon, uit)


def _hoogstens(meeste: int, blokken: Iterable[Blok], formaat: Formaat) -> Iterator[Blok]:
    """A row of a table is a line, and so is anything else that is short."""
    regels = 0
    for blok in blokken:
        regels += len(blok.rijen) if isinstance(blok, Tabel) else 1
        if regels > meeste:
            raise ValueError(TE_LANG.format(regels=toon_getal(Decimal(meeste)), label=formaat.label))
        yield blok


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
