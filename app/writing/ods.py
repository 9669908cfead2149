"""ODS: the open format of a table to sort and filter, and a sheet that says what it shows.

Rows are written as they come: a long list takes no more memory than a short one.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

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
from app.writing.nederlands import getal
from app.writing.odf.bladstijlen import automatische_stijlen, bladstijlen, kolomstijl, rijstijl
from app.writing.odf.elementen import Kenmerken, Xml, begin, eind, element, tekst, wortel
from app.writing.odf.instellingen import instellingen
from app.writing.odf.pakket import Pakket, meta

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_GEGEVENS, _TOELICHTING = "Gegevens", "Toelichting"


def schrijf(document: Document, uit: BinaryIO) -> None:
    """Writes the sheets Gegevens and Toelichting. ValueError (Dutch) when there are more rows than a sheet can hold."""
    with gemeten(document.gegevens, "Een ODS-bestand") as blad:
        pakket = Pakket(uit, MIMETYPE, document.datum)
        pakket.schrijf("content.xml", _inhoud(document, blad))
        pakket.schrijf("styles.xml", bladstijlen(document))
        pakket.schrijf("settings.xml", instellingen(_GEGEVENS))
        pakket.schrijf("meta.xml", meta(document))
        pakket.sluit()


def _inhoud(document: Document, blad: Blad) -> Iterator[Xml]:
    yield wortel("office:document-content")
    yield automatische_stijlen([*blad.breedtes, *TOELICHTING_BREEDTES], document.huisstijl)
    yield begin("office:body")
    yield begin("office:spreadsheet")
    yield from _gegevens(blad)
    yield from _uitleg(document)
    yield _filter(blad.rijen.aantal, sum(blad.stukken))
    yield eind("office:spreadsheet")
    yield eind("office:body")
    yield eind("office:document-content")


def _gegevens(blad: Blad) -> Iterator[Xml]:
    yield begin("table:table", {"table:name": _GEGEVENS, "table:style-name": "Blad"})
    for breedte, aantal in zip(blad.breedtes, blad.stukken, strict=True):
        yield _kolom(breedte, aantal)
    koppen = (_tekstcel(naam, "Kop") for naam in kopteksten(blad))
    yield element("table:table-header-rows", {}, _rij(koppen, 1))
    for rij in blad.rijen:
        yield _rij(_cellen(rij, blad.stukken), regels_van(rij, blad.breedtes))
    yield eind("table:table")


def _uitleg(document: Document) -> Iterator[Xml]:
    yield begin("table:table", {"table:name": _TOELICHTING, "table:style-name": "Blad"})
    for breedte in TOELICHTING_BREEDTES:
        yield _kolom(breedte, 1)
    for regel in toelichting(document):
        naam, inhoud = regel
        yield _rij([_tekstcel(naam, "Label"), _tekstcel(inhoud, "Uitleg")], regels_van(regel, TOELICHTING_BREEDTES))
    yield eind("table:table")


def _filter(rijen: int, kolommen: int) -> Xml:
    bereik = {
        "table:name": "__Anonymous_Sheet_DB__0",  # what a filter that belongs to its sheet is called
        "table:target-range-address": f"{_GEGEVENS}.A1:{_GEGEVENS}.{_letters(max(kolommen, 1))}{rijen + 1}",
        "table:display-filter-buttons": "true",
    }
    return element("table:database-ranges", {}, element("table:database-range", bereik))


def _letters(kolom: int) -> str:
    """1 is A, 27 is AA."""
    voor, plaats = divmod(kolom - 1, 26)
    return (_letters(voor) if voor else "") + chr(ord("A") + plaats)


def _kolom(breedte: int, aantal: int) -> Xml:
    kenmerken: Kenmerken = {"table:style-name": kolomstijl(breedte), "table:number-columns-repeated": aantal}
    return element("table:table-column", kenmerken)


def _rij(cellen: Iterable[Xml], regels: int) -> Xml:
    return element("table:table-row", {"table:style-name": rijstijl(regels)}, *cellen)


def _cellen(waarden: Rij, stukken: list[int]) -> Iterator[Xml]:
    for waarde, aantal in zip(waarden, stukken, strict=True):
        delen = list(stukken_van(waarde)) if isinstance(waarde, str) else [waarde]
        yield from map(_cel, delen)
        yield from map(_cel, [None] * (aantal - len(delen)))


def _cel(waarde: Waarde) -> Xml:
    if waarde is None or isinstance(waarde, str):
        return _tekstcel(waarde or "", "Tekst")
    if isinstance(waarde, date):
        if not past_als_datum(waarde):
            return _tekstcel(waarde.isoformat(), "Tekst")
        return _waardecel("Datum", "date", {"office:date-value": waarde.isoformat()}, toon_datum(waarde))
    if not past_als_getal(waarde):
        return _tekstcel(getal(waarde), "Getal")
    return _waardecel("Getal", "float", {"office:value": getal(waarde).replace(",", ".")}, getal(waarde))


def _tekstcel(waarde: str, stijl: str) -> Xml:
    """A paragraph per line; nothing in it counts as a formula or a figure."""
    kenmerken = {"table:style-name": stijl}
    if not waarde:
        return element("table:table-cell", kenmerken)
    regels = (element("text:p", {}, tekst(regel)) for regel in waarde.split("\n"))
    return element("table:table-cell", {**kenmerken, "office:value-type": "string"}, *regels)


def _waardecel(stijl: str, soort: str, waarde: Kenmerken, getoond: str) -> Xml:
    kenmerken = {"table:style-name": stijl, "office:value-type": soort, **waarde}
    return element("table:table-cell", kenmerken, element("text:p", {}, tekst(getoond)))
