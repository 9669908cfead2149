"""Excel: the flat table to sort and filter, and a sheet that says what it shows.

A cell of Excel holds 32,767 characters. A longer text goes on in an extra column beside it ("tekst (vervolg)"), so that
nothing is lost and every row stays one row.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from textwrap import wrap
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.domain.datums import toon_datum
from app.writing.document import Alinea, Document, Grafiek, Kop, Lijst, Tabel, Waarde
from app.writing.nederlands import als_tekst, ingekort

MAX_TEKENS = 32_767
MAX_RIJEN = 1_048_575  # below the header row

_REGELHOOGTE, _HOOGSTE_RIJ = 13, 409  # points
_EERSTE_DATUM = date(1900, 3, 1)  # before it Excel counts a day that never was
_BLAUW, _LICHTBLAUW, _LIJN, _GRIJS = "#1D4F7C", "#E9F0F6", "#D3DBE3", "#595959"
_LETTER = {"font_name": "Arial", "font_size": 10, "align": "left", "valign": "top", "text_wrap": True, "indent": 1}
_OPTIES = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the sheets Gegevens and Toelichting. ValueError (Dutch) when there are more rows than Excel can hold."""
    if len(document.gegevens.rijen) > MAX_RIJEN:
        raise ValueError(f"Een Excel-bestand kan hoogstens {MAX_RIJEN} rijen hebben. Kies csv of verklein de selectie.")
    with xlsxwriter.Workbook(uit, _OPTIES) as boek:
        boek.set_properties(_eigenschappen(document))
        _schrijf_gegevens(boek, document)
        _schrijf_toelichting(boek, document)


def _eigenschappen(document: Document) -> dict[str, Any]:
    return {
        "title": ingekort(document.titel, 255),
        "subject": ingekort(document.ondertitel, 255),
        "author": "Doelspoor",
        "company": ingekort(document.organisatie, 255),
        "created": datetime.combine(document.datum, time()),
    }


def _schrijf_gegevens(boek: xlsxwriter.Workbook, document: Document) -> None:
    tabel = document.gegevens
    stukken = [_aantal_stukken(tabel, nummer) for nummer in range(len(tabel.kolommen))]
    blad = boek.add_worksheet("Gegevens")
    _richt_blad_in(blad, document)
    breedtes = _breedtes(tabel)
    _zet_breedtes(blad, breedtes, stukken)
    vormen = _Vormen(boek)
    for kolom, naam in enumerate(_kopteksten(tabel, stukken)):
        blad.write_string(0, kolom, naam, vormen.kop)
    for nummer, rij in enumerate(tabel.rijen, start=1):
        _zet_hoogte(blad, nummer, rij, breedtes)
        _schrijf_rij(blad, nummer, rij, stukken, vormen)
    laatste_rij, laatste_kolom = len(tabel.rijen), max(sum(stukken) - 1, 0)
    blad.autofilter(0, 0, laatste_rij, laatste_kolom)
    blad.ignore_errors({"number_stored_as_text": f"A1:XFD{laatste_rij + 1}"})


class _Vormen:
    """The looks a cell of the table can have."""

    def __init__(self, boek: xlsxwriter.Workbook) -> None:
        cel = {**_LETTER, "bottom": 1, "bottom_color": _LIJN}
        kop = {"bold": True, "font_color": _BLAUW, "bg_color": _LICHTBLAUW, "bottom": 2, "bottom_color": _BLAUW}
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


def _schrijf_rij(blad: Worksheet, rij: int, waarden: tuple[Waarde, ...], stukken: list[int], vormen: _Vormen) -> None:
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
    elif _past_in_excel(waarde):
        blad.write_number(rij, kolom, float(waarde), vormen.getal)
    else:
        blad.write_string(rij, kolom, str(waarde).replace(".", ","), vormen.getal)


def _schrijf_datum(blad: Worksheet, rij: int, kolom: int, waarde: date, vormen: _Vormen) -> None:
    if waarde < _EERSTE_DATUM:
        blad.write_string(rij, kolom, waarde.isoformat(), vormen.tekst)
    else:
        blad.write_datetime(rij, kolom, datetime.combine(waarde, time()), vormen.datum)


def _past_in_excel(waarde: int | Decimal) -> bool:
    """Excel keeps fifteen digits; a figure that would lose some is written as text."""
    cijfers = Decimal(waarde)
    return cijfers.is_finite() and len(cijfers.normalize().as_tuple().digits) <= 15 and abs(cijfers.adjusted()) < 300


def stukken_van(tekst: str) -> Iterator[str]:
    """The text in parts that each fit in one cell. Excel counts as UTF-16 does: an emoji takes two places."""
    begin = grootte = 0
    for plaats, teken in enumerate(tekst):
        breedte = 2 if ord(teken) > 0xFFFF else 1
        if grootte + breedte > MAX_TEKENS:
            yield tekst[begin:plaats]
            begin, grootte = plaats, 0
        grootte += breedte
    yield tekst[begin:]


def _aantal_stukken(tabel: Tabel, kolom: int) -> int:
    # Half the limit: no text below it needs a second cell, however many emoji it has.
    lange = (rij[kolom] for rij in tabel.rijen)
    return max(
        (sum(1 for _ in stukken_van(w)) for w in lange if isinstance(w, str) and len(w) > MAX_TEKENS // 2), default=1
    )


def _kopteksten(tabel: Tabel, stukken: list[int]) -> Iterator[str]:
    for kolom, aantal in zip(tabel.kolommen, stukken, strict=True):
        yield kolom.naam[:1].upper() + kolom.naam[1:]
        for vervolg in range(1, aantal):
            yield f"{kolom.naam} (vervolg)" if aantal == 2 else f"{kolom.naam} (vervolg {vervolg})"


def _breedtes(tabel: Tabel) -> list[int]:
    """Per column, in characters: what is in it, within bounds; long texts wrap."""
    breedtes = []
    for nummer, kolom in enumerate(tabel.kolommen):
        langste = max((len(als_tekst(rij[nummer])) for rij in tabel.rijen), default=0)
        breedtes.append(min(max(langste + 2, len(kolom.naam) + 5), 70 if langste > 100 else 28))
    return breedtes


def _zet_breedtes(blad: Worksheet, breedtes: list[int], stukken: list[int]) -> None:
    plaats = 0
    for breedte, aantal in zip(breedtes, stukken, strict=True):
        blad.set_column(plaats, plaats + aantal - 1, breedte)
        plaats += aantal


def _zet_hoogte(blad: Worksheet, rij: int, waarden: tuple[Waarde, ...], breedtes: list[int]) -> None:
    """LibreOffice does not make a row higher for wrapped text by itself."""
    regels = max((_regels(als_tekst(w), b) for w, b in zip(waarden, breedtes, strict=True)), default=1)
    blad.set_row(rij, min(regels * _REGELHOOGTE + 3, _HOOGSTE_RIJ))


def _regels(tekst: str, breedte: int) -> int:
    """About how many lines the text takes; no need to look further than the highest row."""
    tekens = round(breedte * 1.15)  # the width is counted in figures, and most letters are narrower
    return sum(max(1, len(wrap(regel, tekens))) for regel in tekst[: tekens * 40].split("\n"))


def _schrijf_toelichting(boek: xlsxwriter.Workbook, document: Document) -> None:
    blad = boek.add_worksheet("Toelichting")
    blad.set_column(0, 0, 20)
    blad.set_column(1, 1, 90)
    blad.set_paper(9)
    blad.set_margins(left=0.5, right=0.5)
    blad.fit_to_pages(1, 0)
    blad.hide_gridlines(2)
    label = boek.add_format({**_LETTER, "bold": True, "font_color": _BLAUW})
    tekst = boek.add_format({**_LETTER, "num_format": "@"})
    for rij, (naam, inhoud) in enumerate(_toelichting(document)):
        _zet_hoogte(blad, rij, (naam, inhoud), [20, 90])
        if naam:
            blad.write_string(rij, 0, naam, label)
        blad.write_string(rij, 1, inhoud, tekst)


def _toelichting(document: Document) -> Iterator[tuple[str, str]]:
    regels = [
        ("Titel", document.titel),
        ("Ondertitel", document.ondertitel),
        ("Organisatie", document.organisatie),
        ("Datum", toon_datum(document.datum)),
        *document.kenmerken,
        *(("" if nummer else "Toelichting", tekst) for nummer, tekst in enumerate(_inleiding(document))),
    ]
    for naam, inhoud in regels:
        for nummer, stuk in enumerate(stukken_van(inhoud)):
            yield ("" if nummer else ingekort(naam, 255)), stuk


def _inleiding(document: Document) -> Iterator[str]:
    """What the document says before its first heading, table or chart."""
    for blok in document.blokken:
        match blok:
            case Alinea(tekst=tekst):
                yield tekst
            case Lijst(regels=regels):
                yield from regels
            case Kop() | Tabel() | Grafiek():
                return
