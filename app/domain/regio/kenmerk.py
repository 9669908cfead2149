"""What an opdracht is about, in a form that two gemeenten share when they ask the same in other words.

Two texts are compared as sets of weighted words: without inflection, figures, years and words that say little. One that
only adds something may be longer; as soon as both say something the other does not, they must be nearly equal, because
then they ask the same of different things. What one denies, or turns around, never goes together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from app.domain.regio.woorden import (
    ALGEMEEN,
    BEGIN,
    DELEN,
    GELIJK,
    LEEG,
    MOGELIJK,
    OMHOOG,
    OMLAAG,
    ONTKENNING,
    STOPWOORDEN,
    TEGENPOLEN,
    UITLEG,
    VOLUIT,
)
from app.domain.taal.gelijkenis import stam

# The share of words that two texts must have in common: when one only adds to the other, and when both differ.
DREMPEL_AANVULLING = 0.6
DREMPEL_ANDERS = 0.85
# Weighs no more than one word that says little.
VERWAARLOOSBAAR = 3
# A text with less to say than this is only the same as one with the same words.
KORTSTE = 15
LANGSTE_TEKST = 4_000

_UITLEG = re.compile(UITLEG)
_LEEG = re.compile("|".join(LEEG))
_MOGELIJK = re.compile("|".join(MOGELIJK))
_HAAKJES = re.compile(r"\([^()]*\)")
_ZINSEINDE = re.compile(r"[.:;!?](?=\s|$)|\n")
_LEEFTIJD = re.compile(r"\b(\d{1,2})-? ?(?:-|–|tot en met|t/m|tot) ?(\d{1,2})[ -]?(?:jaar|jarigen?)\b")
_LEEFTIJDSGRENS = re.compile(r"\b(\d{1,2}) ?([-+])(?=\W|$)")
_LETTERS = re.compile(r"[^\s.,;:!?]+")
_WOORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_GETAL = re.compile(r"\d+(?:ste|de)?|[ivx]")
_BEWEGING = re.compile(r"\bvan (?:de |het |een )?(\w{3,})(?: \w+){0,4}? naar (?:de |het |een )?(\w{3,})")
_DUBBEL = re.compile(r"(aa|ee|oo|uu)")
_BEGIN = sorted(BEGIN, key=len, reverse=True)
_EINDVORMEN = frozenset(GELIJK.values()) - {"inkoop"}


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """`alles`: every word that counts; `kern`: those of the first sentence without its explanation.

    `richting`: what must go up ("+plek") or down ("-plek"); `beweging`: from what to what ("verblijf>thuis").
    `ontkend`: whether the kern, and whether anything, is denied.
    """

    alles: frozenset[str]
    kern: frozenset[str]
    richting: frozenset[str] = frozenset()
    beweging: frozenset[str] = frozenset()
    ontkend: tuple[bool, bool] = (False, False)

    @property
    def volgorde(self) -> tuple[str, ...]:
        """To sort by: only the text decides."""
        velden = (self.alles, self.kern, self.richting, self.beweging)
        return (*(" ".join(sorted(veld)) for veld in velden), str(self.ontkend))


@lru_cache(maxsize=20_000)
def kenmerk_van(tekst: str, onderdelen: tuple[str, ...] = ()) -> Kenmerk:
    """With onderdelen there is no sentence that says it all, so then everything is kern."""
    alles = " . ".join(map(_vlak, (tekst, *onderdelen)))
    kern = alles if onderdelen else _kernzin(alles)
    if gewicht(frozenset(_kernwoorden(kern))) < KORTSTE:
        kern = alles
    letterlijk = frozenset({" ".join(_LETTERS.findall(alles))})
    return Kenmerk(
        alles=frozenset(_kernwoorden(alles)) or letterlijk,
        kern=frozenset(_kernwoorden(kern)) or letterlijk,
        richting=frozenset(_richtingen(kern)),
        beweging=frozenset(f"{_grondvorm(van)}>{_grondvorm(naar)}" for van, naar in _BEWEGING.findall(kern)),
        ontkend=(_is_ontkend(kern), _is_ontkend(alles)),
    )


def zelfde_opdracht(een: Kenmerk, ander: Kenmerk) -> bool:
    """Whether two texts ask the same thing. Symmetrical, and true for a text and itself."""
    if een == ander:
        return True
    zelfde = (een.ontkend[1] == ander.ontkend[1] and _zelfde_woorden(een.alles, ander.alles)) or (
        een.ontkend[0] == ander.ontkend[0] and _zelfde_woorden(een.kern, ander.kern)
    )
    return zelfde and not tegengesteld(een, ander)


def gelijkenis_van(een: Kenmerk, ander: Kenmerk) -> float:
    """0 to 1: how much of what both say is said by both."""
    return max(overlap(een.alles, ander.alles), overlap(een.kern, ander.kern))


def overlap(een: frozenset[str], ander: frozenset[str]) -> float:
    gedeeld = _weeg(een & ander)
    return gedeeld / (gewicht(een) + gewicht(ander) - gedeeld)


@lru_cache(maxsize=50_000)
def gewicht(woorden: frozenset[str]) -> int:
    return _weeg(woorden)


def gewicht_van(woord: str) -> int:
    return VOLUIT - _LICHTER.get(woord, 0)


def _weeg(woorden: frozenset[str]) -> int:
    licht = woorden & _LICHT
    return VOLUIT * len(woorden) - (sum(_LICHTER[woord] for woord in licht) if licht else 0)


def _zelfde_woorden(een: frozenset[str], ander: frozenset[str]) -> bool:
    if een == ander:
        return True
    links, rechts = gewicht(een), gewicht(ander)
    minst = min(links, rechts)
    if minst < KORTSTE or minst < DREMPEL_AANVULLING * max(links, rechts):
        return False
    gedeeld = _weeg(een & ander)
    vult_aan = minst - gedeeld <= VERWAARLOOSBAAR
    return gedeeld >= (DREMPEL_AANVULLING if vult_aan else DREMPEL_ANDERS) * (links + rechts - gedeeld)


def tegengesteld(een: Kenmerk, ander: Kenmerk) -> bool:
    """One asks for more and the other for less of it, moves back what the other moves, or is about its opposite."""
    if any(_tegenpool(een.alles, ander.alles, *polen) for polen in _POLEN):
        return True
    if any(_omgekeerd(stap) in ander.beweging for stap in een.beweging):
        return True
    if any(_andersom(teken) in ander.richting and teken not in ander.richting for teken in een.richting):
        return True
    tekens = {richting[0] for richting in een.richting}, {richting[0] for richting in ander.richting}
    return tekens in (({"+"}, {"-"}), ({"-"}, {"+"}))


def _tegenpool(een: frozenset[str], ander: frozenset[str], noord: str, zuid: str) -> bool:
    """Each has one of two opposites, and not the same one."""
    welke = {noord, zuid}
    return len(een & welke) == len(ander & welke) == 1 and een & welke != ander & welke


def _omgekeerd(stap: str) -> str:
    van, _, naar = stap.partition(">")
    return f"{naar}>{van}"


def _andersom(richting: str) -> str:
    return ("-" if richting[0] == "+" else "+") + richting[1:]


# --- from a text to its words ---


def _vlak(tekst: str) -> str:
    """In small letters without accents, with what several words say together replaced by one."""
    plat = " ".join(tekst.split())[:LANGSTE_TEKST].casefold()
    if not plat.isascii():
        plat = "".join(teken for teken in unicodedata.normalize("NFKD", plat) if not unicodedata.combining(teken))
    plat = _LEEFTIJD.sub(r" leeftijd\1tot\2 ", plat)
    plat = _LEEFTIJDSGRENS.sub(lambda m: f" leeftijd{m[1]}{'plus' if m[2] == '+' else 'min'} ", plat)
    return _MOGELIJK.sub(" mogelijk ", _LEEG.sub(" ", plat)).strip()


def _kernzin(plat: str) -> str:
    zonder = _HAAKJES.sub(" ", plat)
    zin = next((deel for deel in _ZINSEINDE.split(zonder) if deel.strip()), "")
    return _UITLEG.split(zin)[0]


def _kernwoorden(plat: str) -> Iterator[str]:
    for woord in _WOORD.findall(plat):
        yield from _inhoud(woord)


@lru_cache(maxsize=20_000)
def _inhoud(woord: str) -> tuple[str, ...]:
    """What a word is about; empty when it says nothing by itself. A compound gives its parts: in
    "productomschrijvingen" stands what "omschrijvingen van producten" says."""
    if woord in STOPWOORDEN or woord in ONTKENNING or _teken(woord) or _GETAL.fullmatch(woord) or len(woord) < 2:
        return ()
    delen = _delen(woord)
    return tuple(map(_grondvorm, delen)) if len(delen) > 1 else (_grondvorm(woord),)


def _teken(woord: str) -> str:
    return "-" if woord in OMLAAG else "+" if woord in OMHOOG else ""


def _delen(woord: str) -> tuple[str, ...]:
    """Empty when not all of it is made of known parts."""
    if woord in DELEN or any(woord.startswith(begin) for begin in ("omschrij", "aanbied")):
        return (woord,)
    for plek in range(len(woord) - 3, 2, -1):
        if woord[:plek] in DELEN:
            rest = _delen(woord[plek:].removeprefix("s")) or _delen(woord[plek:])
            if rest:
                return (woord[:plek], *rest)
    return ()


@lru_cache(maxsize=20_000)
def _grondvorm(woord: str) -> str:
    """Without inflection, down to where nothing more can go: "producten" and "product" end at the same stem."""
    woord = GELIJK.get(woord, woord)
    if woord in _EINDVORMEN:
        return woord
    for begin in _BEGIN:
        if woord.startswith(begin):
            return BEGIN[begin]
    if any(teken.isdigit() for teken in woord):
        return woord
    kort = stam(woord)
    return _DUBBEL.sub(lambda dubbel: dubbel[1][0], woord) if kort == woord else _grondvorm(kort)


def _richtingen(plat: str) -> Iterator[str]:
    """What goes up or down: the first word that counts after "meer", or before "verminderen" at the end."""
    woorden = _WOORD.findall(plat)
    for plek, woord in enumerate(woorden):
        if teken := _teken(woord):
            buren = chain(woorden[plek + 1 :], reversed(woorden[:plek]))
            yield teken + next((inhoud[-1] for buur in buren if (inhoud := _inhoud(buur))), "")


def _is_ontkend(plat: str) -> bool:
    return not ONTKENNING.isdisjoint(_WOORD.findall(plat))


_POLEN = tuple((_grondvorm(noord), _grondvorm(zuid)) for noord, zuid in TEGENPOLEN)
_LICHTER = {_grondvorm(woord): VOLUIT - zwaarte for woord, zwaarte in ALGEMEEN.items()}
_LICHT = frozenset(_LICHTER)
