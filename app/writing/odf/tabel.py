"""A table in an ODT file: header row repeated on every page, short rows kept whole, widths by share."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, repeat

from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Document, Grafiek, Kolom, Tabel, Waarde
from app.writing.nederlands import als_tekst, ingekort, opsomming
from app.writing.odf.elementen import Xml, begin, eind, element, gemerkt, kaal, tekst

_HOOGSTENS_HEEL = 700  # characters in the longest cell; a longer row may go on over the page
_GROOTSTE_DEEL = 1_000
_STIJL = "Doelspoortabel"


def kolomstijlen(document: Document, breedte: float) -> Iterator[Xml]:
    """The automatic styles that `tabel` asks for, each once. `breedte`: of the line, in cm."""
    tabellen = [b.tabel if isinstance(b, Grafiek) else b for b in document.blokken if isinstance(b, Tabel | Grafiek)]
    for mm in sorted({mm for tabel in tabellen for mm in _breedtes(tabel, breedte)}):
        eigenschappen = element("style:table-column-properties", {"style:column-width": f"{mm / 100:.2f}mm"})
        yield element("style:style", {"style:name": f"K{mm}", "style:family": "table-column"}, eigenschappen)


def tabel(inhoud: Tabel, nummer: int, breedte: float) -> Iterator[Xml]:
    """Row by row. `nummer`: a table has a name of its own."""
    yield begin("table:table", {"table:name": f"Tabel {nummer}", "table:style-name": _STIJL})
    yield element("table:title", {}, kaal(ingekort(inhoud.titel, 255)))
    yield element("table:desc", {}, kaal(_omschrijving(inhoud)))
    for mm in _breedtes(inhoud, breedte):
        yield element("table:table-column", {"table:style-name": f"K{mm}"})
    yield element("table:table-header-rows", {}, _rij(map(_kop, inhoud.kolommen), heel=True))
    for plaats, waarden in enumerate(inhoud.rijen):
        stijlen = _stijlen(inhoud.kolommen, waarden, ondergeschikt=plaats in inhoud.ondergeschikt)
        rand = "Laatstecel" if plaats == len(inhoud.rijen) - 1 else "Cel"
        merken = chain(inhoud.merken[plaats] if inhoud.merken else (), repeat(""))
        delen = zip(waarden, stijlen, merken, strict=False)
        cellen = (_cel(als_tekst(waarde), stijl, rand, merk) for waarde, stijl, merk in delen)
        yield _rij(cellen, heel=all(len(w) <= _HOOGSTENS_HEEL for w in waarden if isinstance(w, str)))
    yield eind("table:table")


def _breedtes(inhoud: Tabel, breedte: float) -> list[int]:
    """In hundredths of a millimetre."""
    som = sum(kolom.breedte for kolom in inhoud.kolommen)
    return [round(breedte * _GROOTSTE_DEEL * kolom.breedte / som) for kolom in inhoud.kolommen]


def _omschrijving(inhoud: Tabel) -> str:
    namen = opsomming([kolom.naam for kolom in inhoud.kolommen])
    return f"Tabel met {hoeveel(len(inhoud.rijen), 'rij', 'rijen')} en de kolommen {namen}."


def _rij(cellen: Iterable[Xml], *, heel: bool) -> Xml:
    return element("table:table-row", {"table:style-name": "Helerij" if heel else "Langerij"}, *cellen)


def _kop(kolom: Kolom) -> Xml:
    inhoud = element("text:p", {"text:style-name": "Tabelkopgetal" if kolom.getal else "Tabelkop"}, tekst(kolom.naam))
    return element("table:table-cell", {"table:style-name": "Kopcel", "office:value-type": "string"}, inhoud)


def _stijlen(kolommen: tuple[Kolom, ...], waarden: tuple[Waarde, ...], *, ondergeschikt: bool) -> Iterator[str]:
    """How each cell looks. The first of a row is its heading."""
    for plaats, (kolom, waarde) in enumerate(zip(kolommen, waarden, strict=True)):
        if isinstance(waarde, int | Decimal) or (kolom.getal and plaats):
            yield "Tabelgetal"
        elif plaats:
            yield "Tabelonderdeel" if ondergeschikt else "Tabeltekst"
        else:
            yield "Tabelrijkop"


def _cel(waarde: str, stijl: str, rand: str, merk: str) -> Xml:
    inhoud = element("text:p", {"text:style-name": stijl}, *gemerkt(merk, tekst(waarde)))
    return element("table:table-cell", {"table:style-name": rand, "office:value-type": "string"}, inhoud)
