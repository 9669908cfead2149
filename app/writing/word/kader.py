"""A table of labels and texts in Word. Its cells hold paragraphs and lists, so that people go on working in them."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Alinea, Genummerd, Kader, Kaderrij, Lijst
from app.writing.nederlands import ingekort
from app.writing.word.elementen import alinea, element, gemerkt, tekst
from app.writing.word.lijst import Lijsten, opsomming

STIJL = "Doelspoorkader"
_LABEL = 0.17  # of the width


def kader(inhoud: Kader, breedte: int, lijsten: Lijsten) -> Element:
    """`breedte`: of the line, in twentieths of a point."""
    label = round(breedte * _LABEL)
    breedtes = (label, breedte - label)
    rooster = element("w:tblGrid", [element("w:gridCol", w=deel) for deel in breedtes])
    rijen = [_rij(rij, breedtes, lijsten) for rij in inhoud.rijen]
    return element("w:tbl", [_eigenschappen(inhoud, breedte), rooster, *rijen])


def _eigenschappen(inhoud: Kader, breedte: int) -> Element:
    omschrijving = f"Tabel met {hoeveel(len(inhoud.rijen), 'rij', 'rijen')}; links staat waar een rij over gaat."
    return element(
        "w:tblPr",
        [
            element("w:tblStyle", val=STIJL),
            element("w:tblW", w=breedte, type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", val="0680", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            element("w:tblCaption", val=ingekort(inhoud.titel, 255)),
            element("w:tblDescription", val=omschrijving),
        ],
    )


def _rij(rij: Kaderrij, breedtes: tuple[int, int], lijsten: Lijsten) -> Element:
    label = [alinea("Kaderlabel", *gemerkt(rij.merk, tekst(rij.label)))]
    label += [alinea("Kaderuitleg", tekst(rij.uitleg))] if rij.uitleg else []
    inhoud = [regel for blok in rij.blokken for regel in _blok(blok, lijsten)]
    return element("w:tr", [_cel(label, breedtes[0]), _cel(inhoud or [alinea("Kadertekst")], breedtes[1])])


def _cel(inhoud: list[Element], breedte: int) -> Element:
    return element("w:tc", [element("w:tcPr", [element("w:tcW", w=breedte, type="dxa")]), *inhoud])


def _blok(blok: Alinea | Lijst | Genummerd, lijsten: Lijsten) -> Iterator[Element]:
    match blok:
        case Alinea(tekst=zin, vet=vet, merk=merk):
            yield alinea("Kaderkop" if vet else "Kadertekst", *gemerkt(merk, tekst(zin)))
        case Lijst():
            yield from opsomming(blok, "Kaderpunt")
        case Genummerd():
            yield from lijsten.genummerd(blok, "Kadernummer")
