"""The numbers of a list of which some came, some went and some moved, while colleagues did the same."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from app.domain import structuur as s
from app.domain.taal.letters import letter, plek_van

Genummerd = TypeVar("Genummerd", s.Doel, s.Interventie)


def genummerd(
    lijst: list[Genummerd], nu: Sequence[Genummerd], bestand: Sequence[Genummerd], *, als_bestand: bool
) -> list[Genummerd]:
    """`als_bestand`: the numbers of the file were chosen."""
    nummers = _plekken(lijst, [(i.merk, i.nummer) for i in nu], [(i.merk, i.nummer) for i in bestand], als_bestand)
    return [replace(item, nummer=nummer) for item, nummer in zip(lijst, nummers, strict=True)]


def als_letters(
    lijst: list[s.Onderdeel], nu: Sequence[s.Onderdeel], bestand: Sequence[s.Onderdeel], *, als_bestand: bool
) -> list[s.Onderdeel]:
    van_nu, van_bestand = ([(o.merk, plek_van(o.letter)) for o in kant] for kant in (nu, bestand))
    plekken = _plekken(lijst, van_nu, van_bestand, als_bestand)
    return [replace(onderdeel, letter=letter(plek)) for onderdeel, plek in zip(lijst, plekken, strict=True)]


def _plekken(
    lijst: Sequence[Any],
    nu: Sequence[tuple[str | None, int]],
    bestand: Sequence[tuple[str | None, int]],
    als_bestand: bool,
) -> list[int]:
    """As it is when nothing came, went or moved; as in the file when it is the list of the file; else as they were,
    with room for what came. A list without gaps stays so."""
    merken = [item.merk for item in lijst]
    for kant in (bestand, nu) if als_bestand else (nu, bestand):
        if merken == [merk for merk, _ in kant]:
            return [plek for _, plek in kant]
    if [plek for _, plek in nu] == list(range(1, len(nu) + 1)):
        return list(range(1, len(merken) + 1))
    waren, uit = dict(nu), [0]
    for merk in merken:
        uit.append(max(waren.get(merk, 0), uit[-1] + 1))
    return uit[1:]
