"""A chart in an ODT file: as SVG, sharp and searchable, with a picture of dots for programs that cannot show SVG."""

from app.writing.document import Document, Grafiek
from app.writing.grafiek.beeld import Beeld, alttekst, in_woorden, teken_bestand, verhouding
from app.writing.grafiek.png import heeft_letters, naar_png
from app.writing.odf.elementen import Xml, element, kaal, tekst
from app.writing.odf.pakket import Pakket

_NAAM = "Pictures/grafiek"
_PUNTEN_PER_CM = 300 / 2.54  # sharp in print


def bewaar_beelden(pakket: Pakket, document: Document, breedte: float) -> None:
    """Puts the pictures in the package. `breedte`: of the line, in cm. Without fonts on this machine only as SVG."""
    for nummer, grafiek in enumerate(_grafieken(document), 1):
        if not grafiek.leeg:
            svg = teken_bestand(grafiek)
            # LibreOffice forgets a plain space before a part of a text that looks different.
            vast = str(svg).replace(" <tspan", "\u00a0<tspan")
            pakket.voeg_toe(f"{_NAAM}{nummer}.svg", "image/svg+xml", vast.encode())
            if heeft_letters():
                png = naar_png(svg, breedte=round(breedte * _PUNTEN_PER_CM))
                pakket.voeg_toe(f"{_NAAM}{nummer}.png", "image/png", png)


def beeld(grafiek: Beeld, nummer: int, breedte: float) -> Xml:
    """A paragraph with the chart; in words when there is nothing to draw. `nummer`: from 1, of all charts."""
    if grafiek.leeg:
        return element("text:p", {"text:style-name": "Grafiek"}, tekst(in_woorden(grafiek)))
    kader = {
        "draw:style-name": "Grafiekkader",
        "draw:name": f"Grafiek {nummer}",
        "text:anchor-type": "as-char",
        "svg:width": f"{breedte:.2f}cm",
        "svg:height": f"{breedte * verhouding(grafiek):.2f}cm",
    }
    beelden = [_verwijzing(f"{_NAAM}{nummer}.svg", "image/svg+xml")]
    beelden += [_verwijzing(f"{_NAAM}{nummer}.png", "image/png")] if heeft_letters() else []
    woorden = [element("svg:title", {}, kaal(grafiek.titel)), element("svg:desc", {}, kaal(alttekst(grafiek)))]
    return element("text:p", {"text:style-name": "Grafiek"}, element("draw:frame", kader, *beelden, *woorden))


def _grafieken(document: Document) -> list[Beeld]:
    return [blok.beeld for blok in document.blokken if isinstance(blok, Grafiek)]


def _verwijzing(naam: str, mimetype: str) -> Xml:
    kenmerken = {
        "xlink:href": naam,
        "xlink:type": "simple",
        "xlink:show": "embed",
        "xlink:actuate": "onLoad",
        "draw:mime-type": mimetype,
    }
    return element("draw:image", kenmerken)
