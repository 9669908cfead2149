"""Parses XML from strangers: no entities, no DTD, no network, bounded depth."""

from collections.abc import Iterator

from lxml import etree

from app.reading.fouten import LeesFout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The "strict" variant of the format says the same under other names.
STRIKT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
VERBODEN = tuple(
    woord.encode(code) for woord in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
MAX_GETAL = 9_999


def ontleed(inhoud: bytes, naam: str) -> etree._Element:
    """The root element of a part. Raises LeesFout, naming the part."""
    if any(woord in inhoud for woord in VERBODEN):
        raise LeesFout(f"Het bestand bevat een DTD of entiteiten in {naam}; dat is onveilig en daarom niet gelezen.")
    for strikt, gewoon in STRIKT:
        inhoud = inhoud.replace(strikt, gewoon)
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        wortel = etree.fromstring(inhoud, lezer)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise LeesFout(
            f"Het bestand is beschadigd: het deel {naam} is geen geldige XML. Sla het in Word opnieuw op."
        ) from fout
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise LeesFout(f"Het bestand bevat een DTD in {naam}; dat is onveilig en daarom niet gelezen.")
    return wortel


def kinderen(element: etree._Element) -> Iterator[etree._Element]:
    """Child elements only: comments and processing instructions are no content."""
    return (kind for kind in element if isinstance(kind.tag, str))


def waarde(element: etree._Element | None, naam: str = "val") -> str | None:
    return None if element is None else element.get(W + naam)


def getal(tekst: str | None, anders: int) -> int:
    """A whole number from an attribute, `anders` when it is missing, not a number or absurd."""
    try:
        uitkomst = int(tekst) if tekst is not None else anders
    except ValueError:
        return anders
    return uitkomst if abs(uitkomst) <= MAX_GETAL else anders


def aan(element: etree._Element | None) -> bool | None:
    """A toggle such as w:b: None when absent."""
    if element is None:
        return None
    return waarde(element) not in {"0", "false", "off", "none"}
