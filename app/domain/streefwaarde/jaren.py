"""The years in a doel: by when it must be reached, and compared with which year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.streefwaarde.woorden import DOELJAAR, MAANDEN, REFERENTIE


class Rol(Enum):
    DOEL = auto()
    REFERENTIE = auto()
    BEGIN = auto()


@dataclass(frozen=True, slots=True)
class Jaar:
    """`plek` is where the year stands in the text. BEGIN: the first year of "tussen 2019 en 2022".

    `terloops`: no word leads up to it, as in "(2019: 400)"; it counts when there is no better one.
    """

    jaar: int
    plek: int
    rol: Rol
    terloops: bool = False


def woorden(lijst: Iterable[str]) -> str:
    """One alternation, longest first, so that "niet meer dan" is tried before "meer dan"."""
    return "|".join(re.escape(woord) for woord in sorted(set(lijst), key=lambda woord: (-len(woord), woord)))


MASKER = "jjjj"
MASKER_REFERENTIE = "rrrr"
VENSTER = 80

_JAAR = re.compile(r"(?<![\w€+])(?<![\w€][.,])(?<!€ )(?:19[5-9]\d|20\d\d)(?![\w%+]|[.,]\d| ?%| ?euro| procent)")
_REEKS = re.compile(r" ?(?:-|/|tot en met|t/m|tot|en|naar) ?(?:eind |begin |medio |en met )?")
_VOOR_REEKS = re.compile(r"\b(?:tussen|van|vanaf)(?: (?:begin|eind|medio))? $")
_REFERENTIE = re.compile(rf"(?<!\w)(?:{woorden(REFERENTIE)})(?!\w)([^\d.;]{{0,50}})$")
_NIET_REFERENTIE = re.compile(r"\b(?:nu|huidige?|op dit moment|vandaag|momenteel)\b")
_NA_DAN = re.compile(r"[ (]*(?:(?:in|over|op|van|eind|begin|medio|het|de|jaar|referentiejaar|stand|die|dat) ?)*")
_REFERENTIE_ERNA = re.compile(
    r" ?(?:als |\(|is |= ?)?(?:het )?(?:referentie|peil|basis|uitgangs|ijk)(?:jaar)?\b(?! ?:? ?(?:19|20)\d\d)"
)
_DATUM = rf"\d{{1,2}} (?:{woorden(MAANDEN)}) "
_DOEL = re.compile(rf"(?:(?<!\w)(?:{woorden(DOELJAAR)}) (?:het (?:school|kalender)?jaar )?|{_DATUM}|^|[(,:;/-] ?)$")
_LOS_ERVOOR = re.compile(r"[(,:;/] ?$")
_IN_NAAM = re.compile(
    r"\b(?:wet|besluit|verordening|nota|visie|akkoord|programma|agenda|plan|convenant)(?: \w+){0,2} $"
)
_LOS = re.compile(r"\s*(?:$|[.,:;)])")
_VERLEDEN = re.compile(r"^[^,.;:]{0,40}?\b(?:was|waren|bedroeg|bedroegen|hadden|is gestart|gestarte?)\b")


def lees_jaren(tekst: str) -> tuple[list[Jaar], str]:
    """The years in a normalised, lower-case text, and that text with each year masked (same length)."""
    treffers = list(_JAAR.finditer(tekst))
    jaren: list[Jaar] = []
    tekens = list(tekst)
    for positie, treffer in enumerate(treffers):
        vorige = treffers[positie - 1].end() if positie else 0
        volgende = treffers[positie + 1].start() if positie + 1 < len(treffers) else len(tekst)
        rol = _rol(tekst, treffer, vorige, volgende)
        if rol is None and not _is_jaar(tekst, treffer, vorige):
            continue
        tekens[treffer.start() : treffer.end()] = MASKER_REFERENTIE if rol is Rol.REFERENTIE else MASKER
        if rol is not None:
            terloops = _LOS_ERVOOR.search(tekst[: treffer.start()][-3:]) is not None
            jaren.append(Jaar(int(treffer.group()), treffer.start(), rol, terloops))
    return jaren, "".join(tekens)


def _rol(tekst: str, treffer: re.Match[str], vorige: int, volgende: int) -> Rol | None:
    ervoor = tekst[max(vorige, treffer.start() - VENSTER) : treffer.start()]
    erna = tekst[treffer.end() : min(len(tekst), treffer.end() + VENSTER)]
    if _is_referentie(ervoor) or _REFERENTIE_ERNA.match(erna):
        return Rol.REFERENTIE
    if _REEKS.fullmatch(tekst[treffer.end() : volgende]) and volgende < len(tekst):
        ruim_ervoor = tekst[max(0, treffer.start() - VENSTER) : treffer.start()]
        return Rol.BEGIN if _VOOR_REEKS.search(ruim_ervoor) else None
    if vorige and _REEKS.fullmatch(ervoor):
        return Rol.DOEL
    if _VERLEDEN.match(erna) or not _DOEL.search(ervoor):
        return None
    return None if _is_hoeveelheid(treffer.group(), erna) else Rol.DOEL


def _is_referentie(ervoor: str) -> bool:
    treffer = _REFERENTIE.search(ervoor)
    if treffer is None or _NIET_REFERENTIE.search(treffer[1]):
        return False
    return not treffer.group().startswith("dan") or _NA_DAN.fullmatch(treffer[1]) is not None


def _is_hoeveelheid(jaar: str, erna: str) -> bool:
    """ "in 2000 gezinnen" counts gezinnen; a policy is seldom for the year 2000."""
    return jaar in ("2000", "1950") and not _LOS.match(erna)


def _is_jaar(tekst: str, treffer: re.Match[str], vorige: int) -> bool:
    """Also a year without a role is no figure: "de pilot uit 2018", "2020-2022"."""
    ervoor = tekst[max(vorige, treffer.start() - VENSTER) : treffer.start()]
    erna = tekst[treffer.end() : treffer.end() + VENSTER]
    if _is_hoeveelheid(treffer.group(), erna):
        return False
    if _IN_NAAM.search(ervoor):
        return True
    return bool(_DOEL.search(ervoor) or _REEKS.match(erna) or re.search(r"\b(?:uit|van|dan|sinds) $", ervoor))


def kies_doeljaar(jaren: list[Jaar], bij: tuple[int, int] | None, erna: bool = False) -> int | None:
    """The target year nearest to the figure at `bij` (begin, end); the last one when the doel has no figure.

    `erna`: a year after the figure goes first, as in "van 11 weken in 2019 naar 4 weken in 2022".
    """
    doeljaren = [jaar for jaar in jaren if jaar.rol is Rol.DOEL]
    if not doeljaren:
        return None
    if bij is None:
        return max(jaar.jaar for jaar in doeljaren)
    begin, eind = bij

    def afstand(jaar: Jaar) -> tuple[bool, bool, int, int]:
        return jaar.terloops, erna and jaar.plek < begin, min(abs(jaar.plek - begin), abs(jaar.plek - eind)), -jaar.jaar

    return min(doeljaren, key=afstand).jaar


def kies_referentiejaar(jaren: list[Jaar], is_verandering: bool) -> int | None:
    """The first year compared with; "tussen 2019 en 2022" compares only when the doel is a change."""
    for rol in (Rol.REFERENTIE, *([Rol.BEGIN] if is_verandering else [])):
        for jaar in jaren:
            if jaar.rol is rol:
                return jaar.jaar
    return None
