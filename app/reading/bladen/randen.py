"""Headers and footers: what stands on the same place on several pages, apart from its numbers."""

import re
from collections import Counter, defaultdict

from app.reading.bladen.blad import Zetregel
from app.reading.notitie.labels import herken, herken_nemer
from app.reading.voortgang.kolommen import herken_kolom

DIEPTE = 5  # lines from the edge of a page that are looked at
SPELING = 5.0
MINSTE_DEEL = 0.3
_GETAL = re.compile(r"\d+")
_BLADNUMMER = re.compile(
    r"\W*(?:(?:pagina|blad|bladzijde|blz|pag|p)\W*)?(\d{1,3})(?:\W*(?:van|/|of)\W*\d{1,3})?\W*", re.IGNORECASE
)


def vind_randen(bladen: list[list[Zetregel]]) -> set[int]:
    """`bladen`: the lines of each page, from top to bottom. The answer holds the id() of those in the margins."""
    randen: set[int] = set()
    for van_onder in (False, True):
        kanten = [list(reversed(regels))[:DIEPTE] if van_onder else regels[:DIEPTE] for regels in bladen]
        herhaald = _herhaald(kanten)
        for regels in kanten:
            for plek, regel in enumerate(regels):
                alleen_nummer = plek == 0 and _is_bladnummer(regel, regels)
                if not (alleen_nummer or id(regel) in herhaald):
                    break
                randen.add(id(regel))
    return randen


def _herhaald(kanten: list[list[Zetregel]]) -> set[int]:
    groepen: dict[str, list[Zetregel]] = defaultdict(list)
    for regels in kanten:
        for regel in regels:
            if not _draagt_inhoud(regel):
                groepen[_vorm(regel)].append(regel)
    nodig = max(2, MINSTE_DEEL * len(kanten))
    uit: set[int] = set()
    for groep in groepen.values():
        hoogten = Counter(round(regel.basis / SPELING) for regel in groep)
        for regel in groep:
            vak = round(regel.basis / SPELING)
            if hoogten[vak - 1] + hoogten[vak] + hoogten[vak + 1] >= nodig:
                uit.add(id(regel))
    return uit


def _draagt_inhoud(regel: Zetregel) -> bool:
    """A label or the head of a column that is repeated belongs to a table."""
    teksten = [regel.tekst, *(woord.tekst for woord in regel.woorden)]
    return any(herken(tekst) or herken_nemer(tekst) for tekst in teksten[:1]) or any(map(herken_kolom, teksten))


def _vorm(regel: Zetregel) -> str:
    return _GETAL.sub("#", regel.tekst).casefold()


def _is_bladnummer(regel: Zetregel, regels: list[Zetregel]) -> bool:
    gevonden = _BLADNUMMER.fullmatch(regel.tekst)
    return gevonden is not None and int(gevonden[1]) == regel.blad and len(regels) > 1
