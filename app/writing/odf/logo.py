"""The logo of an organisatie above the title in ODT."""

from app.writing.document import Document
from app.writing.huisstijl import Logo
from app.writing.odf.elementen import Xml, element, kaal
from app.writing.odf.pakket import Pakket

_PLAATS = "Pictures/logo.png"


def bewaar_logo(pakket: Pakket, document: Document) -> None:
    if document.huisstijl.logo:
        pakket.voeg_toe(_PLAATS, "image/png", document.huisstijl.logo.png)


def logo(beeld: Logo) -> Xml:
    """The picture, and what a screen reader says of it."""
    breedte, hoogte = beeld.maat
    kader = {
        "draw:style-name": "Grafiekkader",
        "draw:name": "Logo",
        "text:anchor-type": "as-char",
        "svg:width": f"{breedte:.2f}cm",
        "svg:height": f"{hoogte:.2f}cm",
    }
    verwijzing = {
        "xlink:href": _PLAATS,
        "xlink:type": "simple",
        "xlink:show": "embed",
        "xlink:actuate": "onLoad",
        "draw:mime-type": "image/png",
    }
    woorden = [element("svg:title", {}, kaal("Logo")), element("svg:desc", {}, kaal(beeld.tekst))]
    return element("draw:frame", kader, element("draw:image", verwijzing), *woorden)
