"""Which item of a new list goes on with which item of the old one, so that it keeps its identity and history."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.structuur import Probleemgebied, merk_van

LIJKT_OP = 0.5
# Comparing every word of everything with everything would take long for a list that was replaced as a whole.
MEESTE_PAREN = 2_500
_WOORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Plek:
    """`positie`: the number or letter of the item; None when a position says nothing about what it is."""

    positie: int | str | None
    tekst: str
    merk: str | None = None


def koppel(oud: Sequence[Plek], nieuw: Sequence[Plek]) -> list[int | None]:
    """Per item of `nieuw` the index in `oud` of the item it continues, or None for a new one.

    First the same merk, then the same text (the same position before another), then a text that resembles, then the
    same position. An item of `oud` is used once.
    """
    keuze: list[int | None] = [None] * len(nieuw)
    over = dict.fromkeys(range(len(oud)))
    _koppel_merken([plek.merk for plek in oud], [plek.merk for plek in nieuw], keuze, over)
    for zelfde_plek in (True, False):
        _koppel_gelijke(oud, nieuw, keuze, over, zelfde_plek)
    _koppel_lijkende(oud, nieuw, keuze, over)
    _koppel_posities(oud, nieuw, keuze, over)
    return keuze


def koppel_items(oud: Sequence[Any], nieuw: Sequence[Any]) -> list[int | None]:
    """`koppel` for doelen, indicatoren, interventies, onderdelen and bare texts (by their place in the list)."""
    return koppel(_plekken(oud), _plekken(nieuw))


def _plekken(items: Sequence[Any]) -> list[Plek]:
    if all(isinstance(item, str) for item in items):
        return [Plek(volgorde, item, merk_van(item)) for volgorde, item in enumerate(items, start=1)]
    return [Plek(getattr(item, "letter", None) or item.nummer, item.tekst, item.merk) for item in items]


def koppel_gebieden(oud: Sequence[Probleemgebied], nieuw: Sequence[Probleemgebied]) -> list[int | None]:
    """Like `koppel`: the same merk, the same name, then a resemblance of all it holds; never the place alone."""
    keuze: list[int | None] = [None] * len(nieuw)
    over = dict.fromkeys(range(len(oud)))
    _koppel_merken([gebied.merk for gebied in oud], [gebied.merk for gebied in nieuw], keuze, over)
    _koppel_gelijke([Plek(None, g.naam) for g in oud], [Plek(None, g.naam) for g in nieuw], keuze, over, False)
    _koppel_lijkende([_inhoud(g) for g in oud], [_inhoud(g) for g in nieuw], keuze, over)
    return keuze


def _inhoud(gebied: Probleemgebied) -> Plek:
    doelen = [doel.tekst for doel in gebied.doelen]
    interventies = [interventie.tekst for interventie in gebied.interventies]
    return Plek(None, " ".join((*gebied.ist, *gebied.soll, *doelen, *interventies, gebied.toelichting)))


def _koppel_merken(
    oud: Sequence[str | None], nieuw: Sequence[str | None], keuze: list[int | None], over: dict[int, None]
) -> None:
    """A merk that stands twice, after copying in a text processor, is that of the first."""
    per_merk = {merk: i for i, merk in reversed(list(enumerate(oud))) if merk}
    for j, merk in enumerate(nieuw):
        if merk in per_merk:
            keuze[j] = per_merk.pop(merk)
            del over[keuze[j] or 0]


def _koppel_gelijke(
    oud: Sequence[Plek], nieuw: Sequence[Plek], keuze: list[int | None], over: dict[int, None], zelfde_plek: bool
) -> None:
    per_tekst: dict[tuple[str, int | str | None], list[int]] = {}
    for i in over:
        per_tekst.setdefault(_gelijk(oud[i], zelfde_plek), []).append(i)
    for j, plek in enumerate(nieuw):
        vrij = per_tekst.get(_gelijk(plek, zelfde_plek))
        if keuze[j] is None and vrij:
            keuze[j] = vrij.pop(0)
            del over[keuze[j] or 0]


def _gelijk(plek: Plek, zelfde_plek: bool) -> tuple[str, int | str | None]:
    return " ".join(plek.tekst.casefold().split()), plek.positie if zelfde_plek else None


def _koppel_lijkende(
    oud: Sequence[Plek], nieuw: Sequence[Plek], keuze: list[int | None], over: dict[int, None]
) -> None:
    open_ = [j for j, gekozen in enumerate(keuze) if gekozen is None]
    if len(over) * len(open_) > MEESTE_PAREN:
        return
    woorden_oud = {i: _woorden(oud[i].tekst) for i in over}
    woorden_nieuw = {j: _woorden(nieuw[j].tekst) for j in open_}
    paren = [
        (_lijkt(woorden_oud[i], woorden_nieuw[j]), oud[i].positie == nieuw[j].positie, -i, -j)
        for i in woorden_oud
        for j in open_
    ]
    for mate, _, i, j in sorted(paren, reverse=True):
        if mate >= LIJKT_OP and keuze[-j] is None and -i in over:
            keuze[-j] = -i
            del over[-i]


def _woorden(tekst: str) -> Counter[str]:
    return Counter(_WOORD.findall(tekst.casefold()))


def _lijkt(een: Counter[str], ander: Counter[str]) -> float:
    """Share of the words that both have: 1 for the same words, 0 for no word in common."""
    samen = een.total() + ander.total()
    return 2 * (een & ander).total() / samen if samen else 0.0


def _koppel_posities(
    oud: Sequence[Plek], nieuw: Sequence[Plek], keuze: list[int | None], over: dict[int, None]
) -> None:
    """Two that both have a merk are known to be different things, whatever their number."""
    vrij = {oud[i].positie: i for i in over if oud[i].positie is not None}
    for j, plek in enumerate(nieuw):
        if keuze[j] is None and plek.positie in vrij and not (plek.merk and oud[vrij[plek.positie]].merk):
            keuze[j] = vrij.pop(plek.positie)
