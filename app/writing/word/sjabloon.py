"""An empty Word document in our own style: A4, Dutch, nothing left of the library's template."""

from datetime import datetime, time
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Cm, Length
from lxml.etree import _Element as Element

from app.writing.document import Document
from app.writing.huisstijl import Huisstijl
from app.writing.nederlands import ingekort

_MAP = Path(__file__).parent
_OVERBODIG = ("thumbnail", "stylesWithEffects", "extended-properties", "customXml")
_KORT, _LANG = Cm(21.0), Cm(29.7)
_MARGE = Cm(2.3)


def leeg_document(document: Document) -> WordDocument:
    """A document without text, its page, styles, language and properties set for `document`."""
    word = docx.Document()
    stijl = document.huisstijl
    _vervang(word.styles.element, "styles.xml", stijl)
    _vervang(word.part.numbering_part.element, "numbering.xml", stijl)
    _vervang(word.settings.element, "settings.xml", stijl)
    _ruim_op(word)
    _zet_eigenschappen(word, document)
    _zet_pagina(word.sections[0], liggend=document.liggend)
    for naam in ("Header", "Footer"):
        tabs = word.styles[naam].paragraph_format.tab_stops
        tabs.add_tab_stop(regelbreedte(liggend=document.liggend), WD_TAB_ALIGNMENT.RIGHT)
    return word


def regelbreedte(*, liggend: bool) -> Length:
    """The width between the margins."""
    return Length((_LANG if liggend else _KORT) - 2 * _MARGE)


def _vervang(doel: Element, bestand: str, stijl: Huisstijl) -> None:
    bron: Element = parse_xml(stijl.kleur_in((_MAP / bestand).read_text("utf-8")).encode())
    doel[:] = list(bron)


def _ruim_op(word: WordDocument) -> None:
    for relaties in (word.part.package.rels, word.part.rels):
        for sleutel in [s for s, relatie in relaties.items() if relatie.reltype.endswith(_OVERBODIG)]:
            del relaties[sleutel]


def _zet_eigenschappen(word: WordDocument, document: Document) -> None:
    eigenschappen = word.core_properties
    moment = datetime.combine(document.datum, time())
    eigenschappen.title = ingekort(document.titel, 255)
    eigenschappen.subject = ingekort(document.ondertitel, 255)
    eigenschappen.author = "Doelspoor"
    eigenschappen.last_modified_by = "Doelspoor"
    eigenschappen.comments = ""
    eigenschappen.language = "nl-NL"
    eigenschappen.created = moment
    eigenschappen.modified = moment


def _zet_pagina(deel: Section, *, liggend: bool) -> None:
    deel.orientation = WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT
    deel.page_width, deel.page_height = (_LANG, _KORT) if liggend else (_KORT, _LANG)
    deel.left_margin = deel.right_margin = _MARGE
    deel.top_margin, deel.bottom_margin = Cm(2.4), Cm(2.2)
    deel.header_distance = deel.footer_distance = Cm(1.1)
    deel.different_first_page_header_footer = True
