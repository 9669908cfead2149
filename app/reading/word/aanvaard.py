"""A Word text with its tracked changes accepted: what was deleted is gone, and what was joined is one paragraph."""

from collections import Counter

from lxml import etree

from app.reading.xml import W, kinderen

_WEG = {W + "del", W + "moveFrom"}
_NIEUW = {W + "ins", W + "moveTo"}
_EIGENSCHAPPEN = {W + "rPr", W + "trPr", W + "numPr"}
_MERKTEKENS = {W + naam for naam in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")}
_TEKST = {W + naam for naam in ("t", "sym", "br", "tab", "cr", "drawing", "pict", "object", "footnoteReference")}


def aanvaard(romp: etree._Element) -> int:
    """Changes `romp`. Returns how many tracked changes there were."""
    gewijzigd = [element for element in romp.iter(*_WEG, *_NIEUW) if _ouder(element).tag not in _EIGENSCHAPPEN]
    rijen = [rij for rij in romp.iter(W + "tr") if rij.find(f"{W}trPr/{W}del") is not None]
    samen = [alinea for alinea in romp.iter(W + "p") if _teken_is_weg(alinea)]
    for weg in (*rijen, *(element for element in gewijzigd if element.tag in _WEG)):
        _verwijder(weg)
    for alinea in reversed(samen):  # from the end, so that no text is carried along more than once
        _voeg_bij_volgende(alinea)
    return len(gewijzigd) + len(rijen) + len(samen)


def _ouder(element: etree._Element) -> etree._Element:
    ouder = element.getparent()
    return element if ouder is None else ouder


def _teken_is_weg(alinea: etree._Element) -> bool:
    opmaak = alinea.find(f"{W}pPr/{W}rPr")
    return opmaak is not None and any(kind.tag in _WEG for kind in kinderen(opmaak))


def _verwijder(element: etree._Element) -> None:
    """What stands in it goes, but a mark that began before it still ends."""
    for teken in _losse_tekens(element):
        element.addprevious(teken)
    _haal_weg(element)


def _haal_weg(element: etree._Element) -> None:
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)


def _losse_tekens(element: etree._Element) -> list[etree._Element]:
    """Ends of which the begin stands elsewhere, and the other way around."""
    tekens = list(element.iter(*_MERKTEKENS))
    keren = Counter(map(_sleutel, tekens))
    return [teken for teken in tekens if keren[_sleutel(teken)] == 1]


def _sleutel(teken: etree._Element) -> tuple[str, str | None]:
    """A begin and the end that goes with it have the same."""
    return teken.tag.removesuffix("Start").removesuffix("End"), teken.get(W + "id")


def _voeg_bij_volgende(alinea: etree._Element) -> None:
    """The paragraph sign was deleted: the text goes on in the next paragraph, which gives it its looks."""
    volgende = alinea.getnext()
    heeft_tekst = any(deel.tag != W + "t" or deel.text for deel in alinea.iter(*_TEKST))
    if volgende is None or volgende.tag != W + "p":
        if not heeft_tekst:
            _verwijder(alinea)
        return
    mee = [deel for deel in kinderen(alinea) if deel.tag != W + "pPr"] if heeft_tekst else _losse_tekens(alinea)
    plek = 0 if volgende.find(W + "pPr") is None else 1
    for deel in reversed(mee):
        volgende.insert(plek, deel)
    _haal_weg(alinea)
