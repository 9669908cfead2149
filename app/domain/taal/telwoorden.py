"""Dutch number words as whole numbers: "dertig" is 30, "tweeëntwintig" is 22, "vijftienhonderd" is 1500."""

import unicodedata
from functools import cache

_TOT_TWINTIG = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN = (
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
)  # fmt: skip


def telwoord(woord: str) -> int | None:
    """None when `woord` is no number. "een" without accents is an article, not a number; "één" is 1."""
    if woord.casefold() == "een":
        return None
    return _woorden().get(_zonder_accenten(woord.casefold()))


def _zonder_accenten(woord: str) -> str:
    return "".join(teken for teken in unicodedata.normalize("NFD", woord) if not unicodedata.combining(teken))


def _onder_honderd(getal: int) -> str:
    if getal < 20:
        return _TOT_TWINTIG[getal]
    tiental, eenheid = divmod(getal, 10)
    kop = f"{_TOT_TWINTIG[eenheid]}en" if eenheid else ""
    return kop + _TIENTALLEN[tiental - 2]


def _onder_duizend(getal: int) -> str:
    if getal < 100:
        return _onder_honderd(getal)
    honderdtal, rest = divmod(getal, 100)
    kop = "" if honderdtal == 1 else _TOT_TWINTIG[honderdtal]
    return f"{kop}honderd" + (_onder_honderd(rest) if rest else "")


@cache
def _woorden() -> dict[str, int]:
    woorden = {_onder_duizend(getal): getal for getal in range(1000)}
    woorden |= {f"{_onder_honderd(getal)}honderd": getal * 100 for getal in range(11, 100) if getal % 10}
    woorden |= {f"{_onder_duizend(getal)}duizend": getal * 1000 for getal in range(2, 1000)}
    return woorden | {"duizend": 1000}
