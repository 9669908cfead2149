"""Which known beheersmaatregel goes on in a progress report that is read: only what is certain is decided."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.taal.gelijkenis import gelijkenis, kernwoorden
from app.domain.voortgang.structuur import Voortgang

LIJKT_OP = 0.5
LIJKT_OP_ELDERS = 0.75
MEESTE_KANDIDATEN = 5
_WOORD = re.compile(r"\w+")


class Uitkomst(StrEnum):
    ZELFDE = "zelfde"
    HERNOEMD = "hernoemd"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class Bekend:
    """A maatregel of an earlier period; `thema` is the number of its thema."""

    sleutel: int
    thema: int
    letter: str | None
    naam: str


@dataclass(frozen=True, slots=True)
class Treffer:
    """`plek`: "2/1" is the first maatregel of the second thema. `kandidaten`: for hernoemd, most likely first."""

    plek: str
    naam: str
    uitkomst: Uitkomst
    bekend: Bekend | None = None
    kandidaten: tuple[Bekend, ...] = ()


@dataclass(frozen=True, slots=True)
class Koppeling:
    """`ontbreekt`: the known ones that are not found again and that nobody may have become."""

    treffers: tuple[Treffer, ...] = ()
    ontbreekt: tuple[Bekend, ...] = ()


@dataclass(frozen=True, slots=True)
class _Gelezen:
    plek: str
    thema: int
    letter: str | None
    naam: str


def koppel_maatregelen(gelezen: Voortgang, bekend: Sequence[Bekend]) -> Koppeling:
    """The same name in the same thema is the same maatregel.

    What only has the letter of a known one, a name like it, or its name in another thema may be that one: hernoemd.
    Two with one name in one thema are the same when their letters are.
    """
    nieuwe = [
        _Gelezen(f"{t}/{m}", thema.nummer, maatregel.letter, maatregel.naam)
        for t, thema in enumerate(gelezen.themas, start=1)
        for m, maatregel in enumerate(thema.maatregelen, start=1)
    ]
    zelfde = _zelfde(nieuwe, bekend)
    vrij = _Vrij([b for b in bekend if b not in set(zelfde.values())])
    treffers = tuple(_treffer(item, zelfde.get(item.plek), vrij) for item in nieuwe)
    gezien = {b for treffer in treffers for b in (treffer.bekend, *treffer.kandidaten) if b}
    return Koppeling(treffers, tuple(b for b in bekend if b not in gezien))


def ontbrekend(koppeling: Koppeling, bekend: Sequence[Bekend], keuzes: Mapping[str, int | None]) -> list[Bekend]:
    """What is missing once is chosen which known one (`sleutel`, None for a new one) stands at each `plek`."""
    zelfde = {treffer.bekend.sleutel for treffer in koppeling.treffers if treffer.bekend}
    gekozen = {keuze for keuze in keuzes.values() if keuze is not None}
    return [b for b in bekend if b.sleutel not in zelfde | gekozen]


def _naamsleutel(naam: str) -> str:
    return " ".join(_WOORD.findall(naam.casefold()))


def _zelfde(nieuwe: Sequence[_Gelezen], bekend: Sequence[Bekend]) -> dict[str, Bekend]:
    uit: dict[str, Bekend] = {}
    groepen: dict[tuple[int, str], tuple[list[_Gelezen], list[Bekend]]] = {}
    for item in nieuwe:
        groepen.setdefault((item.thema, _naamsleutel(item.naam)), ([], []))[0].append(item)
    for b in bekend:
        groepen.setdefault((b.thema, _naamsleutel(b.naam)), ([], []))[1].append(b)
    for gelezen, bekenden in groepen.values():
        if len(gelezen) == 1 and len(bekenden) == 1:
            uit[gelezen[0].plek] = bekenden[0]
        else:
            uit |= _op_letter(gelezen, bekenden)
    return uit


def _op_letter(gelezen: list[_Gelezen], bekenden: list[Bekend]) -> dict[str, Bekend]:
    """A letter that stands twice decides nothing."""
    letters = [item.letter for item in gelezen]
    oud = [b.letter for b in bekenden]
    return {
        item.plek: bekenden[oud.index(item.letter)]
        for item in gelezen
        if letters.count(item.letter) == 1 and oud.count(item.letter) == 1
    }


class _Vrij:
    """The known ones that are not found again, to be looked up by letter and by the words of their name."""

    def __init__(self, bekend: Sequence[Bekend]) -> None:
        self._bekend = bekend
        self._woorden = {b: kernwoorden(b.naam) for b in bekend}

    def kandidaten(self, item: _Gelezen) -> tuple[Bekend, ...]:
        woorden = kernwoorden(item.naam)
        gewogen = [(self._gewicht(item, woorden, b), -plek, b) for plek, b in enumerate(self._bekend)]
        beste = sorted((drie for drie in gewogen if drie[0] > 0), key=lambda drie: drie[:2], reverse=True)
        return tuple(b for _, _, b in beste[:MEESTE_KANDIDATEN])

    def _gewicht(self, item: _Gelezen, woorden: frozenset[str], b: Bekend) -> float:
        """0 when it is not this one; a name says more than a letter."""
        oud = self._woorden[b]
        lijkt = (gelijkenis(woorden, oud) + gelijkenis(oud, woorden)) / 2
        if _naamsleutel(item.naam) == _naamsleutel(b.naam):
            lijkt = 1.0
        thema = item.thema == b.thema
        drempel = LIJKT_OP if thema else LIJKT_OP_ELDERS
        letter = thema and item.letter is not None and item.letter == b.letter
        return lijkt + 0.4 * letter + 0.2 * thema if lijkt >= drempel or letter else 0.0


def _treffer(item: _Gelezen, zelfde: Bekend | None, vrij: _Vrij) -> Treffer:
    if zelfde is not None:
        return Treffer(item.plek, item.naam, Uitkomst.ZELFDE, zelfde)
    kandidaten = vrij.kandidaten(item)
    return Treffer(item.plek, item.naam, Uitkomst.HERNOEMD if kandidaten else Uitkomst.NIEUW, None, kandidaten)
