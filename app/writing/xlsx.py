"""Excel: the flat table to sort and filter, and a sheet that says what it shows."""

from datetime import date, datetime, time
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.domain.taal.datums import toon_datum
from app.writing.blad import (
    TOELICHTING_BREEDTES,
    Blad,
    gemeten,
    kopteksten,
    past_als_datum,
    past_als_getal,
    regels_van,
    stukken_van,
    toelichting,
)
from app.writing.document import Document, Rij, Waarde
from app.writing.huisstijl import Huisstijl
from app.writing.nederlands import ingekort

_REGELHOOGTE, _HOOGSTE_RIJ = 13, 409  # points
_LIJN = "#D3DBE3"
_LETTER = {"font_name": "Arial", "font_size": 10, "align": "left", "valign": "top", "text_wrap": True, "indent": 1}
_OPTIES = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the sheets Gegevens and Toelichting. ValueError (Dutch) when there are more rows than Excel can hold."""
    with gemeten(document.gegevens, "Een Excel-bestand") as blad, xlsxwriter.Workbook(uit, _OPTIES) as boek:
        boek.set_properties(_eigenschappen(document))
        _schrijf_gegevens(boek, document, blad)
        _schrijf_toelichting(boek, document)


def _eigenschappen(document: Document) -> dict[str, Any]:
    return {
        "title": ingekort(document.titel, 255),
        "subject": ingekort(document.ondertitel, 255),
        "author": "Doelspoor",
        "company": ingekort(document.organisatie, 255),
        "created": datetime.combine(document.datum, time()),
    }


def _schrijf_gegevens(boek: xlsxwriter.Workbook, document: Document, gegevens: Blad) -> None:
    blad = boek.add_worksheet("Gegevens")
    _richt_blad_in(blad, document)
    _zet_breedtes(blad, gegevens.breedtes, gegevens.stukken)
    vormen = _Vormen(boek, document.huisstijl)
    for kolom, naam in enumerate(kopteksten(gegevens)):
        blad.write_string(0, kolom, naam, vormen.kop)
    for nummer, rij in enumerate(gegevens.rijen, start=1):
        _zet_hoogte(blad, nummer, rij, gegevens.breedtes)
        _schrijf_rij(blad, nummer, rij, gegevens.stukken, vormen)
        _vergeet_hoogte(blad, nummer - 1)
    laatste_rij, laatste_kolom = gegevens.rijen.aantal, max(sum(gegevens.stukken) - 1, 0)
    blad.autofilter(0, 0, laatste_rij, laatste_kolom)
    blad.ignore_errors({"number_stored_as_text": f"A1:XFD{laatste_rij + 1}"})


class _Vormen:
    """The looks a cell of the table can have."""

    def __init__(self, boek: xlsxwriter.Workbook, stijl: Huisstijl) -> None:
        kleur = f"#{stijl.kleur}"
        cel = {**_LETTER, "bottom": 1, "bottom_color": _LIJN}
        kop = {"bold": True, "font_color": kleur, "bg_color": f"#{stijl.licht}", "bottom": 2, "bottom_color": kleur}
        self.kop: Format = boek.add_format({**_LETTER, **kop, "valign": "vcenter"})
        self.tekst: Format = boek.add_format({**cel, "num_format": "@"})
        self.getal: Format = boek.add_format({**cel, "align": "right"})
        self.datum: Format = boek.add_format({**cel, "num_format": "[$-413]d mmmm yyyy"})


def _richt_blad_in(blad: Worksheet, document: Document) -> None:
    blad.freeze_panes(1, 0)
    blad.set_row(0, 24)
    blad.set_landscape()
    blad.set_paper(9)  # A4
    blad.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(0)
    blad.hide_gridlines(1)
    titel = ingekort(f"{document.titel} {document.organisatie}", 100).replace("&", "&&")
    blad.set_header(f'&L&9&"Arial"{titel}')
    blad.set_footer(f'&L&9&"Arial"{toon_datum(document.datum)}&R&9&"Arial"pagina &P van &N')


def _schrijf_rij(blad: Worksheet, rij: int, waarden: Rij, stukken: list[int], vormen: _Vormen) -> None:
    kolom = 0
    for waarde, aantal in zip(waarden, stukken, strict=True):
        delen = list(stukken_van(waarde)) if isinstance(waarde, str) else [waarde]
        for plaats, deel in enumerate(delen + [None] * (aantal - len(delen))):
            _schrijf_cel(blad, rij, kolom + plaats, deel, vormen)
        kolom += aantal


def _schrijf_cel(blad: Worksheet, rij: int, kolom: int, waarde: Waarde, vormen: _Vormen) -> None:
    if waarde is None or waarde == "":
        blad.write_blank(rij, kolom, None, vormen.tekst)
    elif isinstance(waarde, str):
        blad.write_string(rij, kolom, waarde, vormen.tekst)
    elif isinstance(waarde, date):
        _schrijf_datum(blad, rij, kolom, waarde, vormen)
    elif past_als_getal(waarde):
        blad.write_number(rij, kolom, float(waarde), vormen.getal)
    else:
        blad.write_string(rij, kolom, str(waarde).replace(".", ","), vormen.getal)


def _schrijf_datum(blad: Worksheet, rij: int, kolom: int, waarde: date, vormen: _Vormen) -> None:
    if not past_als_datum(waarde):
        blad.write_string(rij, kolom, waarde.isoformat(), vormen.tekst)
    else:
        blad.write_datetime(rij, kolom, datetime.combine(waarde, time()), vormen.datum)


def _zet_breedtes(blad: Worksheet, breedtes: list[int], stukken: list[int]) -> None:
    plaats = 0
    for breedte, aantal in zip(breedtes, stukken, strict=True):
        blad.set_column(plaats, plaats + aantal - 1, breedte)
        plaats += aantal


def _zet_hoogte(blad: Worksheet, rij: int, waarden: Rij, breedtes: list[int]) -> None:
    """LibreOffice does not make a row higher for wrapped text by itself."""
    blad.set_row(rij, min(regels_van(waarden, breedtes) * _REGELHOOGTE + 3, _HOOGSTE_RIJ))


def _vergeet_hoogte(blad: Worksheet, rij: int) -> None:
    """Of a row that was written: xlsxwriter keeps the heights of all rows, which pictures would need."""
    blad.row_info.pop(rij, None)
    blad.row_sizes.pop(rij, None)


def _schrijf_toelichting(boek: xlsxwriter.Workbook, document: Document) -> None:
    blad = boek.add_worksheet("Toelichting")
    _zet_breedtes(blad, TOELICHTING_BREEDTES, [1, 1])
    blad.set_paper(9)
    blad.set_margins(left=0.5, right=0.5)
    blad.fit_to_pages(1, 0)
    blad.hide_gridlines(2)
    label = boek.add_format({**_LETTER, "bold": True, "font_color": f"#{document.huisstijl.kleur}"})
    tekst = boek.add_format({**_LETTER, "num_format": "@"})
    for rij, (naam, inhoud) in enumerate(toelichting(document)):
        _zet_hoogte(blad, rij, (naam, inhoud), TOELICHTING_BREEDTES)
        if naam:
            blad.write_string(rij, 0, naam, label)
        blad.write_string(rij, 1, inhoud, tekst)
