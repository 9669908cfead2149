"""What the cells, rows and columns of an ODS file look like, and how it prints."""

from collections.abc import Iterable, Iterator

from app.domain.taal.datums import toon_datum
from app.writing.document import Document
from app.writing.huisstijl import KLEUR, LICHT, Huisstijl
from app.writing.nederlands import ingekort
from app.writing.odf.elementen import Kenmerken, Xml, eind, element, samen, tekst, wortel

MEESTE_REGELS = 31  # what Excel can show of one row

_BLAUW, _LICHTBLAUW, _LIJN = f"#{KLEUR}", f"#{LICHT}", "#D3DBE3"
_CM_PER_TEKEN = 0.19
_REGEL, _RUIMTE = 13, 3  # points
_LETTER = {
    "style:font-name": "Arial",
    "fo:font-family": "Arial",
    "fo:font-size": "10pt",
    "fo:language": "nl",
    "fo:country": "NL",
}
_CEL = {
    "style:vertical-align": "top",
    "fo:wrap-option": "wrap",
    "fo:padding-left": "0.1cm",
    "fo:padding-right": "0.1cm",
}
_RAND = {"fo:min-height": "0.9cm", "fo:margin-left": "0cm", "fo:margin-right": "0cm"}
_BLAD: Kenmerken = {
    "fo:page-width": "29.7cm",
    "fo:page-height": "21cm",
    "style:print-orientation": "landscape",
    "fo:margin-top": "1cm",
    "fo:margin-bottom": "1cm",
    "fo:margin-left": "1.27cm",
    "fo:margin-right": "1.27cm",
    "style:scale-to-X": 1,
    "style:scale-to-Y": 0,
    "style:print": "objects charts drawings",
}


def automatische_stijlen(breedtes: Iterable[int], stijl: Huisstijl) -> Xml:
    """For content.xml. `breedtes`: of the columns, in characters."""
    gewoon = element(
        "office:automatic-styles",
        {},
        _getalopmaak(),
        _datumopmaak(),
        *(_kolom(breedte) for breedte in sorted(set(breedtes))),
        *(_rij(regels) for regels in range(1, MEESTE_REGELS + 1)),
        _stijl("Blad", "table", {"table:display": "true"}, extra={"style:master-page-name": "Standard"}),
        _celstijl("Kop", {"fo:background-color": _LICHTBLAUW, "fo:border-bottom": f"1.5pt solid {_BLAUW}"}, vet=True),
        _celstijl("Tekst", {"fo:border-bottom": f"0.5pt solid {_LIJN}"}, opmaak="Teksten"),
        _celstijl("Getal", {"fo:border-bottom": f"0.5pt solid {_LIJN}"}, opmaak="Getallen", rechts=True),
        _celstijl("Datum", {"fo:border-bottom": f"0.5pt solid {_LIJN}"}, opmaak="Datums"),
        _celstijl("Label", {}, vet=True),
        _celstijl("Uitleg", {}, opmaak="Teksten"),
    )
    return Xml(stijl.kleur_in(gewoon))


def kolomstijl(breedte: int) -> str:
    return f"K{breedte}"


def rijstijl(regels: int) -> str:
    return f"R{min(max(regels, 1), MEESTE_REGELS)}"


def bladstijlen(document: Document) -> Iterator[Xml]:
    """styles.xml: the language, and the page with what stands at its top and bottom."""
    yield wortel("office:document-styles")
    letter = element("style:font-face", {"style:name": "Arial", "svg:font-family": "Arial"})
    yield element("office:font-face-decls", {}, letter)
    letters = element("style:text-properties", _LETTER)
    yield element("office:styles", {}, element("style:default-style", {"style:family": "table-cell"}, letters))
    marges = element("style:header-footer-properties", _RAND)
    opmaak = element(
        "style:page-layout",
        {"style:name": "Papier"},
        element("style:page-layout-properties", _BLAD),
        element("style:header-style", {}, marges),
        element("style:footer-style", {}, marges),
    )
    yield element("office:automatic-styles", {}, opmaak)
    yield element("office:master-styles", {}, _papier(document))
    yield eind("office:document-styles")


def _papier(document: Document) -> Xml:
    titel = element("text:p", {}, tekst(ingekort(f"{document.titel} {document.organisatie}", 100)))
    datum = element("text:p", {}, tekst(toon_datum(document.datum)))
    nummer = element("text:p", {}, tekst("pagina "), element("text:page-number"), tekst(" van "), _aantal())
    voet = samen([element("style:region-left", {}, datum), element("style:region-right", {}, nummer)])
    kop = element("style:region-left", {}, titel)
    kenmerken = {"style:name": "Standard", "style:page-layout-name": "Papier"}
    return element("style:master-page", kenmerken, element("style:header", {}, kop), element("style:footer", {}, voet))


def _aantal() -> Xml:
    return element("text:page-count", {}, tekst("1"))


def _stijl(naam: str, soort: str, eigenschappen: Kenmerken, extra: Kenmerken | None = None) -> Xml:
    inhoud = element(f"style:{soort}-properties", eigenschappen)
    return element("style:style", {"style:name": naam, "style:family": soort, **(extra or {})}, inhoud)


def _kolom(breedte: int) -> Xml:
    return _stijl(kolomstijl(breedte), "table-column", {"style:column-width": f"{breedte * _CM_PER_TEKEN:.2f}cm"})


def _rij(regels: int) -> Xml:
    """Programs do not make a row higher for wrapped text by themselves."""
    hoogte = {"style:row-height": f"{regels * _REGEL + _RUIMTE}pt", "style:use-optimal-row-height": "false"}
    return _stijl(rijstijl(regels), "table-row", hoogte)


def _celstijl(naam: str, cel: Kenmerken, *, opmaak: str = "", vet: bool = False, rechts: bool = False) -> Xml:
    letter = {**_LETTER, **({"fo:font-weight": "bold", "fo:color": _BLAUW} if vet else {})}
    kenmerken = {"style:name": naam, "style:family": "table-cell"}
    return element(
        "style:style",
        {**kenmerken, **({"style:data-style-name": opmaak} if opmaak else {})},
        element("style:table-cell-properties", {**_CEL, **cel}),
        element("style:paragraph-properties", {"fo:text-align": "end" if rechts else "start"}),
        element("style:text-properties", letter),
    )


def _getalopmaak() -> Xml:
    """As the figure is, and texts as they are."""
    getal = element("number:number", {"number:min-integer-digits": 1})
    teksten = element("number:text-style", {"style:name": "Teksten"}, element("number:text-content"))
    return samen([element("number:number-style", {"style:name": "Getallen"}, getal), teksten])


def _datumopmaak() -> Xml:
    """20 mei 2020."""
    spatie = element("number:text", {}, Xml(" "))
    delen = [element("number:day"), spatie, element("number:month", _VOLUIT), spatie, element("number:year", _LANG)]
    taal = {"style:name": "Datums", "number:language": "nl", "number:country": "NL"}
    return element("number:date-style", taal, *delen)


_VOLUIT = {"number:style": "long", "number:textual": "true"}
_LANG = {"number:style": "long"}
