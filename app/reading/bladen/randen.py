"""Headers and footers: what stands on the same place on several pages, apart from its numbers."""

import re
from collections import Counter, defaultdict

from app.reading.bladen.blad import Zetregel
from app.reading.bladen.segmenten import segmenten
from app.reading.notitie.labels import herken, herken_nemer
from app.reading.voortgang.kolommen import herken_kolom

DIEPTE = 5  # lines from the edge of a page that are looked at
SPELING = 5.0
MINSTE_DEEL = 0.3  # of the pages
MEESTE_DEEL = 0.6
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
    uit: set[int] = set()
    for vorm, groep in groepen.items():
        nodig = max(2, (MEESTE_DEEL if _midden_in_zin(vorm, groep[0]) else MINSTE_DEEL) * len(kanten))
        hoogten = Counter(round(regel.basis / SPELING) for regel in groep)
        for regel in groep:
            vak = round(regel.basis / SPELING)
            if hoogten[vak - 1] + hoogten[vak] + hoogten[vak + 1] >= nodig:
                uit.add(id(regel))
    return uit


def _draagt_inhoud(regel: Zetregel) -> bool:
    """A label, or the heads of columns, that is repeated belongs to a table.

    One word that could head a column may stand in the name of a report.
    """
    tekst = regel.tekst
    if herken(tekst) or herken_nemer(tekst):
        return True
    delen = [deel.tekst for deel in segmenten(regel)]
    if any(map(herken_kolom, delen)):
        return len(delen) > 1 or len(regel.woorden) == 1
    return len({herken_kolom(woord.tekst) for woord in regel.woorden} - {None}) > 1


def _midden_in_zin(vorm: str, regel: Zetregel) -> bool:
    """A line of a table or paragraph that happens to stand there on two pages."""
    return regel.tekst[:1].islower() and "#" not in vorm


def _vorm(regel: Zetregel) -> str:
    return _GETAL.sub("#", regel.tekst).casefold()


def _is_bladnummer(regel: Zetregel, regels: list[Zetregel]) -> bool:
    gevonden = _BLADNUMMER.fullmatch(regel.tekst)
    return gevonden is not None and int(gevonden[1]) == regel.blad and len(regels) > 1
