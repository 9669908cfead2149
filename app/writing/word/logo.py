"""The logo of an organisatie above the title in Word."""

from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Cm
from lxml.etree import _Element as Element

from app.writing.huisstijl import Logo
from app.writing.word.elementen import alinea, element


def logo(word: WordDocument, beeld: Logo) -> Element:
    """A paragraph with the picture, and what a screen reader says of it."""
    breedte, hoogte = beeld.maat
    tekening: Element = word.part.new_pic_inline(BytesIO(beeld.png), Cm(breedte), Cm(hoogte))
    for kant in ("distT", "distB", "distL", "distR"):
        tekening.set(kant, "0")
    for eigenschappen in tekening.iterfind(".//{*}docPr"):
        eigenschappen.set("name", "Logo")
        eigenschappen.set("descr", beeld.tekst)
    return alinea("Logo", element("w:r", [element("w:drawing", [tekening])]))
