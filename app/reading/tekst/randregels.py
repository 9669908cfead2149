"""Headers, footers and page numbers of a printed page that came along with its text."""

import re
from collections import Counter
from itertools import pairwise

from app.reading.notitie.labels import herken, herken_nemer
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.voortgang.kolommen import herken_kolom

DIEPTE = 3
MINSTE_DEEL = 0.3
LANGST = 100
INGESPRONGEN = 16
_GETAL = re.compile(r"\d+")
_PAGINA = re.compile(
    r"(?:.{0,80}?[\W_])??(?:pagina|blad|bladzijde|blz|pag|page)\W{0,3}\d{1,3}(?:\W{0,3}(?:van|of|/)?\W{0,3}\d{1,3})?\W*",
    re.IGNORECASE,
)
_LOS_NUMMER = re.compile(r"[-–—|\s]*(\d{1,3})(?:\s*(?:van|/|of)\s*\d{1,3})?[-–—|\s]*", re.IGNORECASE)
_MERK = re.compile(r"(?:[•·▪■□●○◦‣➢→\uf000-\uf0ff*o–-]|\(?\d{1,2}[.)]|[a-z][.)])\s", re.IGNORECASE)
_EINDNUMMER = re.compile(r".*\D(\d{1,3})\W*")


def verdeel_randen(regels: list[Tekstregel]) -> tuple[list[Tekstregel], list[Tekstregel]]:
    """The text, and what stood in the margins of its pages. What follows such a line goes on with what came before."""
    bladen = regels[-1].blad if regels else 0
    randen = _per_blad(regels) if bladen > 1 else _zonder_bladen(regels)
    blijft: list[Tekstregel] = []
    na_rand = False
    for plek, regel in enumerate(regels):
        if plek in randen:
            na_rand = True
            continue
        if na_rand:
            regel.na_rand, regel.wit = True, 0
        na_rand = False
        blijft.append(regel)
    return blijft, [regels[plek] for plek in sorted(randen)]


def _per_blad(regels: list[Tekstregel]) -> set[int]:
    per_blad: dict[int, list[int]] = {}
    for plek, regel in enumerate(regels):
        per_blad.setdefault(regel.blad, []).append(plek)
    randen: set[int] = set()
    for van_onder in (False, True):
        kanten = [(plekken[::-1] if van_onder else plekken)[:DIEPTE] for plekken in per_blad.values()]
        geteld = Counter(_vorm(regels[plek]) for kant in kanten for plek in kant)
        nodig = max(2, MINSTE_DEEL * len(kanten))
        for kant in kanten:
            for diepte, plek in enumerate(kant):
                herhaald = geteld[_vorm(regels[plek])] >= nodig and not _draagt_inhoud(regels[plek])
                nummer = diepte == 0 and _is_bladnummer(regels[plek]) and len(kant) > 1
                if not (herhaald or nummer or _PAGINA.fullmatch(regels[plek].kaal)):
                    break
                randen.add(plek)
    return randen


def _zonder_bladen(regels: list[Tekstregel]) -> set[int]:
    """A line that says which page it is, and the short lines right beside it that a page has in its margin."""
    met_nummer = {plek for plek, regel in enumerate(regels) if _zegt_bladzijde(regel)} | _oplopend(regels)
    vormen = Counter(_vorm(regel) for regel in regels)
    randen = set(met_nummer)
    for plek in met_nummer:
        for stap in (-1, 1):
            buur = plek + stap
            while 0 <= buur < len(regels) and abs(buur - plek) < DIEPTE and _is_randtekst(regels[buur], vormen):
                randen.add(buur)
                buur += stap
    vaste = {vorm for vorm, aantal in Counter(_vorm(regels[plek]) for plek in randen).items() if aantal > 1}
    return randen | {plek for plek, regel in enumerate(regels) if _vorm(regel) in vaste}


def is_bladregel(tekst: str) -> bool:
    """Whether it says which page it is."""
    return len(tekst) <= LANGST and (_PAGINA.fullmatch(tekst) or _LOS_NUMMER.fullmatch(tekst)) is not None


def _zegt_bladzijde(regel: Tekstregel) -> bool:
    return len(regel.kaal) <= LANGST and _PAGINA.fullmatch(regel.kaal) is not None


def _oplopend(regels: list[Tekstregel]) -> set[int]:
    """The same line three times or more, apart from a number at its end that counts the pages."""
    groepen: dict[str, list[tuple[int, int]]] = {}
    for plek, regel in enumerate(regels):
        gevonden = _LOS_NUMMER.fullmatch(regel.kaal) or _EINDNUMMER.fullmatch(regel.kaal)
        if gevonden and len(regel.kaal) <= LANGST and not _draagt_inhoud(regel):
            vorm = regel.kaal[: gevonden.start(1)]
            groepen.setdefault(vorm, []).append((plek, int(gevonden[1])))
    uit: set[int] = set()
    for groep in groepen.values():
        nummers = [nummer for _, nummer in groep]
        telt = nummers == list(range(nummers[0], nummers[0] + len(nummers)))
        ver = all(b - a > 8 for (a, _), (b, _) in pairwise(groep))
        if len(groep) > 2 and telt and ver:
            uit.update(plek for plek, _ in groep)
    return uit


def _is_randtekst(regel: Tekstregel, vormen: Counter[str]) -> bool:
    if len(regel.kaal) > LANGST or _draagt_inhoud(regel):
        return False
    ver_weg = regel.inspring >= INGESPRONGEN and len(regel.kaal) <= LANGST / 2
    return ver_weg or vormen[_vorm(regel)] > 2 or (regel.kaal.isupper() and len(regel.kaal) <= LANGST / 4)


def _draagt_inhoud(regel: Tekstregel) -> bool:
    """A label, a list item, the head of a column or a piece of a sentence that is repeated is no margin."""
    kaal = regel.kaal
    if kaal[0].islower() or kaal.endswith((".", ";", ",", ":")):
        return True
    if _MERK.match(kaal) or herken(kaal) or herken_nemer(kaal) or regel.streep or regel.tekst.count("|") > 1:
        return True
    if "rapportage" in kaal.casefold():
        return False
    return herken_kolom(kaal) is not None or sum(herken_kolom(woord) is not None for woord in kaal.split()) > 1


def _vorm(regel: Tekstregel) -> str:
    return _GETAL.sub("#", regel.kaal).casefold()


def _is_bladnummer(regel: Tekstregel) -> bool:
    gevonden = _LOS_NUMMER.fullmatch(regel.kaal)
    return gevonden is not None and int(gevonden[1]) == regel.blad
