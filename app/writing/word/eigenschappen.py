"""Hidden properties of a Word file, which stay with it when people save it under another name."""

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

_NAAM = PackURI("/docProps/custom.xml")
_SOORT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RUIMTE = f"{{{_OFFICE}/custom-properties}}"
_TYPEN = f"{_OFFICE}/docPropsVTypes"
_WAARDE = f"{{{_TYPEN}}}lpwstr"
_GEBRUIKERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what the format calls properties that are not its own
_EERSTE = 2


def zet_eigenschappen(word: WordDocument, eigenschappen: Sequence[tuple[str, str]]) -> None:
    if not eigenschappen:
        return
    ruimten: dict[str | None, str] = {None: _RUIMTE[1:-1], "vt": _TYPEN}
    wortel = etree.Element(f"{_RUIMTE}Properties", nsmap=ruimten)  # type: ignore[arg-type]
    wortel.extend(_regels(eigenschappen))
    inhoud = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
    pakket = word.part.package
    pakket.relate_to(Part(_NAAM, _SOORT, inhoud, pakket), f"{_OFFICE}/relationships/custom-properties")


def _regels(eigenschappen: Sequence[tuple[str, str]]) -> Iterator[etree._Element]:
    for nummer, (naam, waarde) in enumerate(eigenschappen, _EERSTE):
        regel = etree.Element(f"{_RUIMTE}property", {"fmtid": _GEBRUIKERS, "pid": str(nummer), "name": naam})
        etree.SubElement(regel, _WAARDE).text = waarde
        yield regel
