"""A table of labels and texts in an ODT file. Its cells hold paragraphs and lists, so that people go on working in
them."""

from collections.abc import Iterator

from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Alinea, Genummerd, Kader, Kaderrij, Lijst
from app.writing.nederlands import ingekort
from app.writing.odf.elementen import Xml, begin, eind, element, gemerkt, kaal, tekst
from app.writing.odf.lijst import genummerd, opsomming

_STIJL = "Doelspoortabel"


def kader(inhoud: Kader, nummer: int) -> Iterator[Xml]:
    """Row by row. `nummer`: a table has a name of its own."""
    omschrijving = f"Tabel met {hoeveel(len(inhoud.rijen), 'rij', 'rijen')}; links staat waar een rij over gaat."
    yield begin("table:table", {"table:name": f"Kader {nummer}", "table:style-name": _STIJL})
    yield element("table:title", {}, kaal(ingekort(inhoud.titel, 255)))
    yield element("table:desc", {}, kaal(omschrijving))
    yield element("table:table-column", {"table:style-name": "Kadersmal"})
    yield element("table:table-column", {"table:style-name": "Kaderbreed"})
    for plaats, rij in enumerate(inhoud.rijen):
        yield _rij(rij, "Eerste" if plaats == 0 else "Laatste" if plaats == len(inhoud.rijen) - 1 else "")
    yield eind("table:table")


def _rij(rij: Kaderrij, plaats: str) -> Xml:
    label = [_alinea("Kaderlabel", rij.merk, rij.label)]
    label += [_alinea("Kaderuitleg", "", rij.uitleg)] if rij.uitleg else []
    inhoud = [_blok(blok) for blok in rij.blokken] or [element("text:p", {"text:style-name": "Kadertekst"})]
    cellen = (_cel(f"Kaderkopcel{plaats}", label), _cel(f"Kadercel{plaats}", inhoud))
    return element("table:table-row", {"table:style-name": "Langerij"}, *cellen)


def _cel(stijl: str, inhoud: list[Xml]) -> Xml:
    return element("table:table-cell", {"table:style-name": stijl, "office:value-type": "string"}, *inhoud)


def _blok(blok: Alinea | Lijst | Genummerd) -> Xml:
    match blok:
        case Alinea(tekst=zin, vet=vet, merk=merk):
            return _alinea("Kaderkop" if vet else "Kadertekst", merk, zin)
        case Lijst():
            return opsomming(blok, "Kaderpunt")
        case Genummerd():
            return genummerd(blok, "Kaderpunt")


def _alinea(stijl: str, merk: str, zin: str) -> Xml:
    return element("text:p", {"text:style-name": stijl}, *gemerkt(merk, tekst(zin)))
