"""The list in the introduction that names the probleemgebieden in order of importance."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.structuur import Prioriteit
from app.domain.taal.telwoorden import telwoord
from app.reading.notitie.regels import Regel

Sleutel = Callable[[str], str]

TOP_VIJF = 5
_TOP = re.compile(r"\btop[ -]?(\d{1,2}|[a-z]{3,6})\b", re.IGNORECASE)
_OVERIG = re.compile(r"\boverige?\b", re.IGNORECASE)
_OVER_GEBIEDEN = re.compile(r"probleemgebied|prioriteit|geprioriteerd|thema", re.IGNORECASE)
MAX_KOP = 60
MAX_NAAM = 120


@dataclass(slots=True)
class Lijst:
    """`aanhef` is the line before it. `overig_vanaf`: where the "overige" start, when a line in between says so."""

    aanhef: str
    regels: list[Regel] = field(default_factory=list)
    overig_vanaf: int | None = None

    @property
    def namen(self) -> list[str]:
        return [regel.tekst.strip(" ;,.") for regel in self.regels]


def lengte_van_top(tekst: str) -> int | None:
    """5 in "een top vijf", 3 in "de top 3"; None when the text speaks of no such list."""
    gevonden = _TOP.search(tekst)
    if gevonden is None:
        return None
    return int(gevonden[1]) if gevonden[1].isdecimal() else telwoord(gevonden[1])


def prioriteit_van(tekst: str) -> Prioriteit | None:
    """What a cell or line "Prioriteit" says, as a whole."""
    return Prioriteit.OVERIG if tekst.strip(" .").casefold() in {"overig", "overige"} else prioriteit_in_kop(tekst)


def prioriteit_in_kop(tekst: str) -> Prioriteit | None:
    """ "Top vijf" and "Overige probleemgebieden" as a heading above several probleemgebieden."""
    if len(tekst) > MAX_KOP:
        return None
    if lengte_van_top(tekst) is not None:
        return Prioriteit.TOP_VIJF
    return Prioriteit.OVERIG if re.match(r"overige? (?:probleemgebied|thema|onderwerp)", tekst, re.IGNORECASE) else None


def lijsten(regels: list[Regel]) -> list[Lijst]:
    """Runs of list items in the introduction, a "Overig:" between two runs taken as part of one."""
    gevonden: list[Lijst] = []
    aanhef = ""
    open_lijst = False
    for regel in regels:
        if regel.in_lijst and len(regel.tekst) <= MAX_NAAM:
            if not open_lijst:
                gevonden.append(Lijst(aanhef))
                open_lijst = True
            gevonden[-1].regels.append(regel)
        else:
            open_lijst = False
            aanhef = regel.tekst
    return _voeg_samen(gevonden)


def _voeg_samen(gevonden: list[Lijst]) -> list[Lijst]:
    samen: list[Lijst] = []
    for lijst in gevonden:
        if samen and len(lijst.aanhef) <= MAX_KOP and _OVERIG.search(lijst.aanhef) and lengte_van_top(samen[-1].aanhef):
            samen[-1].aanhef += " " + lijst.aanhef
            samen[-1].overig_vanaf = len(samen[-1].regels)
            samen[-1].regels.extend(lijst.regels)
        else:
            samen.append(lijst)
    return samen


def kies_lijst(gevonden: list[Lijst], sleutels: list[str], naar_sleutel: Sleutel) -> Lijst | None:
    """The list that names these probleemgebieden best; one that names none only when its opening line says so."""
    beste: Lijst | None = None
    meeste = 0
    for lijst in gevonden:
        treffers = len({naar_sleutel(naam) for naam in lijst.namen} & set(sleutels))
        aangekondigd = len(lijst.regels) == len(sleutels) > 1 and _OVER_GEBIEDEN.search(lijst.aanhef) is not None
        score = 2 * treffers + aangekondigd
        if score > meeste:
            beste, meeste = lijst, score
    return beste


def koppel(lijst: Lijst, sleutels: list[str], naar_sleutel: Sleutel) -> dict[int, int]:
    """Position of a probleemgebied -> position in the list; names first, what is left in order when counts agree."""
    plekken = {naar_sleutel(naam): plek for plek, naam in reversed(list(enumerate(lijst.namen)))}
    gekoppeld = {i: plekken[sleutel] for i, sleutel in enumerate(sleutels) if sleutel in plekken}
    if len(lijst.regels) == len(sleutels):
        over = [i for i in range(len(sleutels)) if i not in gekoppeld]
        vrij = [plek for plek in range(len(sleutels)) if plek not in gekoppeld.values()]
        gekoppeld.update(zip(over, vrij, strict=False))
    return gekoppeld


def prioriteit_op_plek(lijst: Lijst, plek: int) -> Prioriteit | None:
    """What stood beside the name, else by its place below a line that speaks of a top five; else None."""
    if tekst := lijst.regels[plek].prioriteit:
        return prioriteit_van(tekst)
    top = lengte_van_top(lijst.aanhef)
    if top is None:
        return None
    grens = top if lijst.overig_vanaf is None else lijst.overig_vanaf
    return Prioriteit.TOP_VIJF if plek < grens else Prioriteit.OVERIG
