"""What changed between two texts, for people to read: word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# Beyond this many words that differ, comparing them one by one takes long and tells nobody anything.
MEESTE_WOORDEN = 600
KORTSTE_EILAND = 2
_WOORD = re.compile(r"\S+\s*")


class Soort(StrEnum):
    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"


class Stuk(NamedTuple):
    """The text keeps the space behind it, so that pieces can be shown one after the other."""

    soort: Soort
    tekst: str


def tekstverschil(oud: str, nieuw: str) -> list[Stuk]:
    """Gelijk and nieuw together are the new text, gelijk and weg the old one, but for spaces. A new line counts."""
    oude, nieuwe = _WOORD.findall(oud), _WOORD.findall(nieuw)
    a, b = [_woord(woord) for woord in oude], [_woord(woord) for woord in nieuwe]
    stappen = _samengevoegd(list(_stappen(a, b)))
    return list(_stukken(stappen, oude, nieuwe))


def _woord(met_ruimte: str) -> str:
    woord = met_ruimte.rstrip()
    return woord + "\n" * met_ruimte.count("\n")


_Stap = tuple[bool, int, int, int, int]  # gelijk, then from and to in the old and in the new words


def _stappen(a: Sequence[str], b: Sequence[str]) -> Iterator[_Stap]:
    """The same words at both ends are taken off first: they cost nothing, and what differs is then short."""
    voor = _gelijk_begin(a, b)
    achter = _gelijk_begin(a[voor:][::-1], b[voor:][::-1])
    a_midden, b_midden = a[voor : len(a) - achter], b[voor : len(b) - achter]
    yield True, 0, voor, 0, voor
    if max(len(a_midden), len(b_midden)) > MEESTE_WOORDEN:
        yield False, voor, len(a) - achter, voor, len(b) - achter
    else:
        vergeleken = SequenceMatcher(None, a_midden, b_midden, autojunk=False).get_opcodes()
        yield from ((soort == "equal", i + voor, j + voor, k + voor, m + voor) for soort, i, j, k, m in vergeleken)
    yield True, len(a) - achter, len(a), len(b) - achter, len(b)


def _gelijk_begin(a: Sequence[str], b: Sequence[str]) -> int:
    lengte = 0
    for een, ander in zip(a, b, strict=False):
        if een != ander:
            break
        lengte += 1
    return lengte


def _samengevoegd(stappen: list[_Stap]) -> list[_Stap]:
    """One lone word that stayed between two changes is read more easily as part of one change."""
    uit: list[_Stap] = []
    for plek, (gelijk, i, j, k, m) in enumerate(stappen):
        if i == j and k == m:
            continue
        eiland = gelijk and 0 < plek < len(stappen) - 1 and j - i < KORTSTE_EILAND and bool(uit)
        tussen_twee = eiland and not uit[-1][0] and not stappen[plek + 1][0]
        gelijk = gelijk and not tussen_twee
        if uit and uit[-1][0] == gelijk:
            _, van_oud, _, van_nieuw, _ = uit.pop()
            i, k = van_oud, van_nieuw
        uit.append((gelijk, i, j, k, m))
    return uit


def _stukken(stappen: list[_Stap], oude: list[str], nieuwe: list[str]) -> Iterator[Stuk]:
    for plek, (gelijk, i, j, k, m) in enumerate(stappen):
        rest = plek + 1 < len(stappen)
        weg, erbij = "".join(oude[i:j]), "".join(nieuwe[k:m])
        if gelijk:
            yield Stuk(Soort.GELIJK, _met_spatie(erbij, rest))
            continue
        if weg:
            yield Stuk(Soort.WEG, _met_spatie(weg, rest or bool(erbij)))
        if erbij:
            yield Stuk(Soort.NIEUW, _met_spatie(erbij, rest))


def _met_spatie(tekst: str, komt_er_meer: bool) -> str:
    return tekst if not komt_er_meer or tekst[-1:].isspace() else f"{tekst} "
