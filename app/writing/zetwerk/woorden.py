"""Words that are wider than their column, such as addresses, get places to break."""

import re
import unicodedata
from functools import lru_cache

from app.writing.grafiek.letters import breedte

_BREEKPLEK = "\u200b"
_LANGSTE_WOORD = 45  # letters; what is longer is no Dutch word, so hyphens do not help it
_STUKKEN = re.compile(r"[^/.,;:?&=#@_+-]*[/.,;:?&=#@_+-]+|[^/.,;:?&=#@_+-]+")
_GEEN_WOORD = re.compile(r"[^aeiouyáàâäãéèêëíìîïóòôöõúùûü]{9}|(.)\1{3}", re.IGNORECASE)


def breekbaar(tekst: str, ruimte: float, letter: float) -> str:
    """The text with invisible places to break in words wider than `ruimte`, in points as is `letter`, their size.

    Dutch words that hyphens can break are left alone.
    """
    minstens = max(int(ruimte / letter / 1.1), 1)  # fewer of the widest letters fit always
    if len(tekst) < minstens:
        return tekst
    return _langer_dan(minstens).sub(lambda woord: _breek(woord[0], ruimte, letter), tekst)


@lru_cache(maxsize=64)
def _langer_dan(tekens: int) -> re.Pattern[str]:
    return re.compile(rf"\S{{{tekens},}}")


def _breek(woord: str, ruimte: float, letter: float) -> str:
    """After signs such as those in an address; between all letters where that is not enough."""
    if len(woord) <= _LANGSTE_WOORD and (breedte(woord, letter) <= ruimte or _is_woord(woord)):
        return woord
    stukken = _STUKKEN.findall(woord)
    return _BREEKPLEK.join(stuk if breedte(stuk, letter) <= ruimte else _overal(stuk) for stuk in stukken)


def _overal(stuk: str) -> str:
    paren = zip(["", *stuk], stuk, strict=False)
    return "".join(_BREEKPLEK + teken if vorige and _los(vorige, teken) else teken for vorige, teken in paren)


def _is_woord(woord: str) -> bool:
    return woord.strip(".,;:!?()‘’“”'\"").replace("-", "").isalpha() and not _GEEN_WOORD.search(woord)


def _los(vorige: str, teken: str) -> bool:
    """Whether the two are signs of their own, not parts of one emoji or letter."""
    return not (unicodedata.category(teken)[0] in "MC" or unicodedata.category(vorige) == "Cf" or _kleurt(teken))


def _kleurt(teken: str) -> bool:
    """Colours the emoji before it, or is half of a flag."""
    return 0x1F3FB <= ord(teken) <= 0x1F3FF or 0x1F1E6 <= ord(teken) <= 0x1F1FF
