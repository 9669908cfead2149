"""How much two short Dutch texts are about the same thing, by the words they share."""

import re
from functools import lru_cache

MEESTE_WOORDEN = 400

_STOPWOORDEN = frozenset(
    (
        "aan", "aantal", "afname", "alle", "als", "bij", "binnen", "daling", "dan", "dat", "de", "deze", "die", "dit",
        "door", "een", "eind", "elk", "elke", "en", "er", "gebruik", "geen", "groei", "het", "hoger", "hun", "iedere",
        "in", "is", "jaar", "jaarlijks", "jaarlijkse", "lager", "maakt", "maken", "maximaal", "meer", "met", "minder",
        "minimaal", "moet", "naar", "niet", "nog", "of", "om", "onder", "op", "opzichte", "over", "per", "percentage",
        "procent", "reductie", "referentiejaar", "stijging", "te", "ten", "toename", "tot", "tov", "tussen", "uit",
        "uiterlijk", "van", "vanaf", "vermindering", "via", "voor", "waarbij", "waarvan", "wordt", "worden", "zijn",
        "zo", "aandeel", "cijfer", "ontwikkeling", "daalt", "stijgt", "hebben", "heeft", "krijgen", "krijgt", "wij",
    )
)  # fmt: skip
_GELIJK = {"cliënt": "persoon", "jeugdig": "persoon", "jonger": "persoon", "kind": "persoon", "kinder": "persoon"}
_UITGANGEN = ("eren", "ingen", "ing", "ers", "en", "er", "es", "s", "e", "t")
_WOORD = re.compile(r"[^\W\d_]{2,40}")


@lru_cache(maxsize=2048)
def kernwoorden(tekst: str) -> frozenset[str]:
    """The stems of the words that say what the text is about; figures, years and words of change say nothing here."""
    woorden = _WOORD.findall(tekst[:20_000].casefold().replace("t.o.v.", " "))[:MEESTE_WOORDEN]
    stammen = (stam(woord) for woord in woorden if woord not in _STOPWOORDEN)
    return frozenset(_GELIJK.get(woord, woord) for woord in stammen)


def stam(woord: str) -> str:
    """A rough stem, good enough to see "plekken" in "plek"; never shorter than three letters."""
    for uitgang in _UITGANGEN:
        if woord.endswith(uitgang) and len(woord) - len(uitgang) >= 3:
            woord = woord[: -len(uitgang)]
            break
    if len(woord) > 3 and woord[-1] == woord[-2]:
        woord = woord[:-1]
    return {"v": woord[:-1] + "f", "z": woord[:-1] + "s"}.get(woord[-1], woord)


def gelijkenis(deel: frozenset[str], geheel: frozenset[str]) -> float:
    """The share (0 to 1) of the words of `deel` that `geheel` has too; a long word also counts inside a compound."""
    if not deel:
        return 0.0
    return sum(_komt_voor(woord, geheel) for woord in deel) / len(deel)


def _komt_voor(woord: str, geheel: frozenset[str]) -> float:
    if woord in geheel:
        return 1.0
    samengesteld = len(woord) >= 5 and any(woord in ander or (len(ander) >= 5 and ander in woord) for ander in geheel)
    return 0.7 if samengesteld else 0.0
