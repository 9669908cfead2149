"""A table in Word: header row repeated on every page, short rows kept whole, widths by share."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, chain, pairwise, repeat

from lxml.etree import _Element as Element

from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Kolom, Tabel, Waarde
from app.writing.nederlands import als_tekst, ingekort, opsomming
from app.writing.word.elementen import alinea, element, gemerkt, tekst

STIJL = "Doelspoortabel"
_HOOGSTENS_HEEL = 700  # characters in the longest cell; a longer row may go on over the page


def tabel(inhoud: Tabel, breedte: int) -> Element:
    """`breedte`: of the line, in twentieths of a point."""
    breedtes = verdeel(breedte, inhoud.kolommen)
    rooster = element("w:tblGrid", [element("w:gridCol", w=deel) for deel in breedtes])
    rijen = [_koprij(inhoud, breedtes), *_rijen(inhoud, breedtes)]
    return element("w:tbl", [_eigenschappen(inhoud, breedte), rooster, *rijen])


def verdeel(breedte: int, kolommen: tuple[Kolom, ...]) -> list[int]:
    """The width in whole parts by share; together exactly `breedte`."""
    som = sum(kolom.breedte for kolom in kolommen)
    grenzen = [0, *(round(breedte * tot / som) for tot in accumulate(kolom.breedte for kolom in kolommen))]
    return [rechts - links for links, rechts in pairwise(grenzen)]


def _eigenschappen(inhoud: Tabel, breedte: int) -> Element:
    return element(
        "w:tblPr",
        [
            element("w:tblStyle", val=STIJL),
            element("w:tblW", w=breedte, type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            element("w:tblCaption", val=ingekort(inhoud.titel, 255)),
            element("w:tblDescription", val=_omschrijving(inhoud)),
        ],
    )


def _omschrijving(inhoud: Tabel) -> str:
    namen = opsomming([kolom.naam for kolom in inhoud.kolommen])
    return f"Tabel met {hoeveel(len(inhoud.rijen), 'rij', 'rijen')} en de kolommen {namen}."


def _koprij(inhoud: Tabel, breedtes: list[int]) -> Element:
    eigenschappen = element("w:trPr", [element("w:cantSplit"), element("w:tblHeader")])
    cellen = zip(inhoud.kolommen, breedtes, strict=True)
    koppen = (_cel(kolom.naam, deel, "Tabelkopgetal" if kolom.getal else "Tabelkop") for kolom, deel in cellen)
    return element("w:tr", [eigenschappen, *koppen])


def _rijen(inhoud: Tabel, breedtes: list[int]) -> Iterator[Element]:
    for plaats, waarden in enumerate(inhoud.rijen):
        tekststijl = "Tabelonderdeel" if plaats in inhoud.ondergeschikt else "Tabeltekst"
        overige = ["Tabelgetal" if kolom.getal else tekststijl for kolom in inhoud.kolommen[1:]]
        merken = inhoud.merken[plaats] if inhoud.merken else ()
        yield _rij(waarden, breedtes, ["Tabeltekst", *overige], merken)


def _rij(waarden: tuple[Waarde, ...], breedtes: list[int], stijlen: list[str], merken: tuple[str, ...]) -> Element:
    kort = all(len(waarde) <= _HOOGSTENS_HEEL for waarde in waarden if isinstance(waarde, str))
    eigenschappen = [element("w:trPr", [element("w:cantSplit")])] if kort else []
    cellen = [
        _cel(als_tekst(waarde), breedte, "Tabelgetal" if isinstance(waarde, int | Decimal) else stijl, merk)
        for waarde, breedte, stijl, merk in zip(waarden, breedtes, stijlen, chain(merken, repeat("")), strict=False)
    ]
    return element("w:tr", [*eigenschappen, *cellen])


def _cel(waarde: str, breedte: int, stijl: str, merk: str = "") -> Element:
    eigenschappen = element("w:tcPr", [element("w:tcW", w=breedte, type="dxa")])
    return element("w:tc", [eigenschappen, alinea(stijl, *gemerkt(merk, tekst(waarde)))])
