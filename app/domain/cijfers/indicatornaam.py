"""Whether two names of indicatoren, as people and files write them, mean the same; and whether two units do."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from app.domain.cijfers.indicator import EENHEDEN
from app.domain.taal.gelijkenis import gelijkenis, kernwoorden
from app.domain.taal.getallen import EENHEDEN as SCHRIJFWIJZEN

# Of five letters one may differ. Names that differ in a figure (12 tot 18 jaar) are never the same.
TYPEFOUT = 0.8
_CIJFERS = re.compile(r"[0-9]+")


def kale_naam(naam: str) -> str:
    """As names are compared: capitals and spaces say nothing."""
    return " ".join(naam.casefold().split())


def kale_eenheid(eenheid: str) -> str:
    """`%`, `Procent` and `percentage` are "procent", `€` is "euro"; a unit of one's own stays as it is written."""
    kaal = kale_naam(eenheid)
    kaal = {"€": "euro", "percentage": "procent", "aantallen": "aantal", "week": "weken"}.get(kaal, kaal)
    bekend = SCHRIJFWIJZEN.get(kaal, kaal)
    return bekend if bekend in EENHEDEN else " ".join(eenheid.split())


def zelfde_eenheid(een: str, ander: str) -> bool:
    return kale_naam(kale_eenheid(een)) == kale_naam(kale_eenheid(ander))


def lijkt_op(naam: str, andere: Sequence[str]) -> str | None:
    """The name of `andere` that is probably meant: the same but for a slip of the pen, or with the same words."""
    kaal, woorden, cijfers = kale_naam(naam), _woorden(naam), _CIJFERS.findall(naam)
    for ander in andere:
        if _CIJFERS.findall(ander) == cijfers and (
            _is_typefout(kaal, kale_naam(ander)) or (len(woorden) > 1 and _woorden(ander) == woorden)
        ):
            return ander
    return None


def op_gelijkenis(naam: str, andere: Iterable[str]) -> list[str]:
    """What resembles it most comes first, and then by name."""
    woorden = kernwoorden(naam)

    def afstand(ander: str) -> tuple[float, str]:
        van_hem = kernwoorden(ander)
        return -gelijkenis(woorden, van_hem) - gelijkenis(van_hem, woorden), kale_naam(ander)

    return sorted(andere, key=afstand)


def _woorden(naam: str) -> frozenset[str]:
    """Unlike the core words of a doel: "aantal" and "aandeel" are two different figures, so every word counts."""
    return frozenset(re.findall(r"\w+", kale_naam(naam))) - {"de", "het", "een", "van", "in", "bij", "met", "voor"}


def _is_typefout(een: str, ander: str) -> bool:
    """Word by word, because in a long name one other word ("aandeel" for "aantal") is only a few letters."""
    paren = list(zip(een.split(), ander.split(), strict=False))
    return len(een.split()) == len(ander.split()) and all(_zelfde_woord(*paar) for paar in paren)


def _zelfde_woord(een: str, ander: str) -> bool:
    return een == ander or SequenceMatcher(None, een, ander, autojunk=False).ratio() >= TYPEFOUT
