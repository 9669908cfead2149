"""The comments in the margin of a Word text: who said what. They are shown, and never become part of the text."""

from dataclasses import dataclass

from lxml import etree

from app.reading.word.tekst import Bijvangst, maak_schoon, stukken
from app.reading.xml import W

LANGSTE = 2_000
_LANGSTE_NAAM = 100


@dataclass(frozen=True, slots=True)
class Opmerking:
    wie: str
    tekst: str


def lees_opmerkingen(wortel: etree._Element | None) -> dict[str, Opmerking]:
    """By id. A comment without words is none."""
    if wortel is None:
        return {}
    gelezen = {element.get(W + "id") or "": _opmerking(element) for element in wortel.iter(W + "comment")}
    return {nummer: opmerking for nummer, opmerking in gelezen.items() if opmerking.tekst}


def _opmerking(element: etree._Element) -> Opmerking:
    alineas = [maak_schoon("".join(t for t, _ in stukken(p, Bijvangst()))) for p in element.iter(W + "p")]
    wie = element.get(W + "initials") or element.get(W + "author") or ""
    return Opmerking(maak_schoon(wie)[:_LANGSTE_NAAM], "\n".join(filter(None, alineas))[:LANGSTE])
