"""The page of an ODT file: its size, its styles, and what stands at the top and the bottom."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from app.domain.taal.datums import toon_datum
from app.writing.document import Document
from app.writing.nederlands import ingekort
from app.writing.odf.elementen import Xml, element, tekst

_SJABLOON = Path(__file__).with_name("stijlen.xml")
_KORT, _LANG, _MARGE = 21.0, 29.7, 2.3  # cm


def regelbreedte(document: Document) -> float:
    """The width between the margins, in cm."""
    return (_LANG if document.liggend else _KORT) - 2 * _MARGE


def stijlen(document: Document) -> Iterator[Xml]:
    """styles.xml, with the title on every page but the first, which has it already."""
    breedte, hoogte = (_LANG, _KORT) if document.liggend else (_KORT, _LANG)
    sjabloon = Template(document.huisstijl.kleur_in(_SJABLOON.read_text("utf-8")))
    yield Xml(
        sjabloon.substitute(
            breedte=f"{breedte}cm",
            hoogte=f"{hoogte}cm",
            richting="landscape" if document.liggend else "portrait",
            regel=f"{regelbreedte(document):.1f}cm",
            titel=tekst(ingekort(document.titel, 60)),
            organisatie=tekst(ingekort(document.organisatie, 60)),
            voet=_voet(document),
        )
    )


def _voet(document: Document) -> Xml:
    return element(
        "text:p",
        {"text:style-name": "Footer"},
        tekst(f"{toon_datum(document.datum)}\tpagina "),
        element("text:page-number", {"text:select-page": "current"}, tekst("1")),
        tekst(" van\u00a0"),
        element("text:page-count", {}, tekst("1")),
    )
