"""A chart in Word: as SVG, sharp and searchable, with a picture of dots for programs that cannot show SVG."""

import logging
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Length
from lxml.etree import _Element as Element

from app.writing.grafiek.beeld import Beeld, alttekst, in_woorden, teken_bestand, verhouding
from app.writing.grafiek.png import GeenLettertype, naar_png
from app.writing.word.elementen import alinea, element, tekst

_log = logging.getLogger(__name__)
_PUNTEN_PER_EMU = 300 / 914_400  # 300 dots to the inch: sharp in print
_OOXML = "http://schemas.openxmlformats.org"
_TEKENING = f"""
<w:drawing xmlns:w="{_OOXML}/wordprocessingml/2006/main" xmlns:a="{_OOXML}/drawingml/2006/main"
  xmlns:wp="{_OOXML}/drawingml/2006/wordprocessingDrawing" xmlns:pic="{_OOXML}/drawingml/2006/picture"
  xmlns:r="{_OOXML}/officeDocument/2006/relationships"
  xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main">
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="{{breedte}}" cy="{{hoogte}}"/><wp:docPr id="{{nummer}}" name="Grafiek {{nummer}}"/>
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic><a:graphicData uri="{_OOXML}/drawingml/2006/picture"><pic:pic>
      <pic:nvPicPr><pic:cNvPr id="{{nummer}}" name="Grafiek {{nummer}}"/><pic:cNvPicPr/></pic:nvPicPr>
      <pic:blipFill><a:blip r:embed="{{png}}"><a:extLst><a:ext uri="{{{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}}}">
        <asvg:svgBlip r:embed="{{svg}}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{breedte}}" cy="{{hoogte}}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
    </pic:pic></a:graphicData></a:graphic>
  </wp:inline>
</w:drawing>"""


def beeld(word: WordDocument, grafiek: Beeld, breedte: Length) -> Element:
    """A paragraph with the chart, as wide as the line. In words when there is nothing to draw, or no font to do it."""
    omschrijving = in_woorden(grafiek)
    if grafiek.leeg:
        return alinea("Grafiek", tekst(omschrijving))
    svg = teken_bestand(grafiek)
    try:
        png = naar_png(svg, breedte=round(breedte * _PUNTEN_PER_EMU))
    except GeenLettertype as fout:
        _log.warning("Een grafiek is in woorden in het Word-bestand gezet. %s", fout)
        return alinea("Grafiek", tekst(omschrijving))
    tekening = _tekening(word, svg, png, (breedte, breedte * verhouding(grafiek)))
    for eigenschappen in tekening.iterfind(".//{*}docPr"):  # what a screen reader says
        eigenschappen.set("descr", alttekst(grafiek))
    return alinea("Grafiek", element("w:r", [tekening]))


def _tekening(word: WordDocument, svg: str, png: bytes, maat: tuple[float, float]) -> Element:
    png_id, _ = word.part.get_or_add_image(BytesIO(png))
    tekening: Element = parse_xml(
        _TEKENING.format(
            breedte=int(maat[0]),
            hoogte=int(maat[1]),
            nummer=word.part.next_id,
            png=png_id,
            svg=_voeg_svg_toe(word, svg),
        )
    )
    return tekening


def _voeg_svg_toe(word: WordDocument, svg: str) -> str:
    """The id of its relation. Two charts that look the same are stored twice: the library knows no SVG."""
    pakket = word.part.package
    naam: PackURI = pakket.next_partname("/word/media/grafiek%d.svg")
    deel = Part(naam, "image/svg+xml", svg.encode(), pakket)
    relatie: str = word.part.relate_to(deel, RELATIONSHIP_TYPE.IMAGE)
    return relatie
