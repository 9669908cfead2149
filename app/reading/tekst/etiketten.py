"""Which lines of a text begin a part of a probleemgebied: a label on a line of its own, or before its text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.reading.bladen.alineavorming import zin_uit
from app.reading.bladen.blad import Woord, Zetregel
from app.reading.notitie.labels import Etiket, Soort, herken, herken_nemer, is_vervolg
from app.reading.notitie.verwijsregel import noemt_nummers
from app.reading.tekst.tekstregel import Tekstregel

MEESTE_WOORDEN = 7
VOL = 0.8
HOOFDDELEN = {Soort.IST, Soort.SOLL, Soort.DOELEN, Soort.INDICATOREN, Soort.INTERVENTIES}
MELDT_ZICHZELF = {Soort.IST, Soort.SOLL}
MERK = re.compile(r"[•·▪■□●○◦‣⁃➢➔→»✓\uf000-\uf0ff]|\(?\d{1,3}[.)\]]\)?\s|[-–—*+o]\s|\(?[a-z][.)]\s", re.IGNORECASE)
_BEGIN = re.compile(r"[A-ZÀ-Ý0-9‘'\"“„(€≥≤<>+-]")
_EEN_ITEM = re.compile(r"(?:doel(?:stelling)?|indicator|interventie)\W*", re.IGNORECASE)
_NUMMERS = re.compile(r"(?:\(?\d{1,3}\)?|\(?[a-z]\)?|en|t/m|tot|[\s,;./–*-])+", re.IGNORECASE)
_ALLEEN_MERK = re.compile(r"[•·▪■□●○◦‣➢→\uf000-\uf0ff*–—-]+")
_WIJD = re.compile(r"\s{3}")
VERWIJSSOORTEN = {Soort.DOELEN, Soort.INTERVENTIES}


@dataclass(slots=True)
class Treffer:
    """A label and where it stands. `rest`: what stood behind it. `gat`: the room between the two, in letters."""

    plek: int
    etiket: Etiket
    label: str
    rest: str = ""
    gat: int = 0
    tab: bool = False


@dataclass(slots=True)
class Reeks:
    """The labels of one probleemgebied, in order."""

    treffers: list[Treffer] = field(default_factory=list)

    @property
    def overtuigt(self) -> bool:
        soorten = {treffer.etiket.soort for treffer in self.treffers}
        return bool(soorten & MELDT_ZICHZELF) or len(soorten & HOOFDDELEN) > 1


def etiket_vooraan(plek: int, tekst: str, *, ruim: bool = False) -> Treffer | None:
    """ "Ist", "Ist: tekst", "Ist • tekst", "Doelen 1. tekst"; not "Doelen zijn belangrijk" and not "Doel 1: tekst"."""
    kort = tekst.strip()
    if etiket := _los(kort, ruim):
        return Treffer(plek, etiket, kort)
    woorden = list(re.finditer(r"\S+", kort))[: MEESTE_WOORDEN + 1]
    for aantal in range(len(woorden) - 1, 0, -1):
        label, rest = kort[: woorden[aantal - 1].end()], kort[woorden[aantal].start() :]
        gat = woorden[aantal].start() - woorden[aantal - 1].end()
        if "\t" in label or _WIJD.search(label):
            continue
        tussen = kort[woorden[aantal - 1].end() : woorden[aantal].start()]
        tab = "\t" in tussen
        if (etiket := _los(label, ruim)) and (tab or _kan_volgen(label, rest, gat, ruim)):
            return Treffer(plek, etiket, label, rest, gat, tab)
    return None


def _los(tekst: str, ruim: bool) -> Etiket | None:
    if (MERK.match(tekst) and not tekst[0].isdigit()) or _ALLEEN_MERK.fullmatch(tekst.split()[-1]):
        return None
    eerste = next((teken for teken in tekst if teken.isalpha()), "")
    return herken(tekst, ruim=ruim) if eerste.isupper() else None


def _kan_volgen(label: str, rest: str, gat: int, ruim: bool) -> bool:
    if _EEN_ITEM.fullmatch(label) and rest[0].isdigit():
        return False
    if label.endswith((":", "|")) or gat > 2:
        return True
    return not ruim and bool(MERK.match(rest) or _BEGIN.match(rest))


def vind_treffers(regels: list[Tekstregel]) -> list[Treffer]:
    """Synonyms such as "Aanpak" only count for what no line calls by its own name, and when they come back."""
    zeker = list(_loop(regels, frozenset(Soort)))
    ontbreekt = frozenset(Soort) - {treffer.etiket.soort for treffer in zeker}
    if not zeker or not ontbreekt & HOOFDDELEN:
        return zeker
    alle = list(_loop(regels, frozenset(Soort) - ontbreekt))
    keren = Counter((treffer.etiket, treffer.label.casefold()) for treffer in alle)
    vaak = max(Counter(treffer.etiket for treffer in zeker).values())
    return [
        treffer
        for treffer in alle
        if treffer.etiket.soort not in ontbreekt or keren[treffer.etiket, treffer.label.casefold()] >= min(2, vaak)
    ]


def _loop(regels: list[Tekstregel], streng: frozenset[Soort]) -> Iterator[Treffer]:
    """`streng`: which parts are only recognised by the word itself."""
    in_opdracht = False
    for plek, regel in enumerate(regels):
        if regel.streep or regel.cellen is not None:
            continue
        treffer = etiket_vooraan(plek, regel.tekst)
        if treffer is None and streng != frozenset(Soort):
            treffer = etiket_vooraan(plek, regel.tekst, ruim=True)
            if treffer is not None and treffer.etiket.soort in streng:
                treffer = None
        if treffer is None or is_vervolg(treffer.label):
            continue
        if in_opdracht and _deelt_opdracht(regels, plek, treffer):
            continue
        if _midden_in_zin(regels, plek, treffer):
            continue
        in_opdracht = treffer.etiket.soort is Soort.OPDRACHT
        yield treffer


def _deelt_opdracht(regels: list[Tekstregel], plek: int, treffer: Treffer) -> bool:
    """ "Doelen: 1, 2" within an opdracht, also with the numbers on the next line."""
    if treffer.etiket.soort not in VERWIJSSOORTEN:
        return False
    if noemt_nummers(regels[plek].kaal):
        return True
    volgende = regels[plek + 1].kaal if not treffer.rest and plek + 1 < len(regels) else treffer.rest
    return _NUMMERS.fullmatch(volgende) is not None


def _midden_in_zin(regels: list[Tekstregel], plek: int, treffer: Treffer) -> bool:
    """The line before it is full and its sentence goes on: the word only happens to stand in front."""
    if (
        plek == 0
        or regels[plek].wit
        or treffer.gat != 1
        or treffer.tab
        or treffer.label.endswith(":")
        or MERK.match(treffer.rest)
    ):
        return False
    boven = regels[plek - 1].kaal
    buren = [len(regel.kaal) for regel in regels[max(0, plek - 12) : plek + 12]]
    return not eindigt(boven) and len(boven) > VOL * max(buren)


def eindigt(tekst: str) -> bool:
    """Whether a sentence ends here."""
    return zin_uit(Zetregel(1, [Woord(0, 1, 0, 10, False, tekst)]))


def reeksen(treffers: list[Treffer]) -> list[Reeks]:
    """A label that comes back begins the next probleemgebied; the opdracht of another opdrachtnemer does not."""
    uit: list[Reeks] = []
    gezien: set[Etiket] = set()
    laatste: Etiket | None = None
    for treffer in treffers:
        if not uit or (treffer.etiket in gezien and treffer.etiket != laatste):
            uit.append(Reeks())
            gezien = set()
        uit[-1].treffers.append(treffer)
        gezien.add(treffer.etiket)
        laatste = treffer.etiket
    return [reeks for reeks in uit if reeks.overtuigt]


def is_nemer(tekst: str) -> bool:
    """ "Lokaal", "RIGG:"; not "regio." at the end of a sentence."""
    return tekst[0].isupper() and not tekst.endswith((".", ";", ",")) and herken_nemer(tekst) is not None


def is_inhoud(tekst: str) -> bool:
    """A list item, an opdrachtnemer or a line of numbers: surely part of a table."""
    return bool(MERK.match(tekst) or is_nemer(tekst) or noemt_nummers(tekst))
