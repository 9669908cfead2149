"""Two texts of a notitie laid side by side: which items are the same, which came, went or moved.

Every comparison of notities starts here: the list of changes, the page, and the file with the changes marked.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain import structuur as s
from app.domain.koppeling import koppel_gebieden, koppel_items


class Itemsoort(StrEnum):
    """The kinds of items in a probleemgebied, in the order in which they are read."""

    IST = "ist"
    SOLL = "soll"
    DOEL = "doel"
    INDICATOR = "indicator"
    INTERVENTIE = "interventie"
    ONDERDEEL = "onderdeel"
    OPDRACHT_LOKAAL = "opdracht-lokaal"
    OPDRACHT_RIGG = "opdracht-rigg"

    @property
    def label(self) -> str:
        """How people call one, in front of its number."""
        return _LABELS.get(self) or self.value.capitalize()

    @property
    def genummerd(self) -> bool:
        """Its number or letter is part of the text of the notitie; of the others only the order counts."""
        return self in (Itemsoort.DOEL, Itemsoort.INTERVENTIE, Itemsoort.ONDERDEEL)


_LABELS = {
    Itemsoort.IST: "Ist-punt",
    Itemsoort.SOLL: "Soll-punt",
    Itemsoort.OPDRACHT_LOKAAL: "Lokale opdracht",
    Itemsoort.OPDRACHT_RIGG: "RIGG-opdracht",
}


@dataclass(slots=True)
class Paar:
    """`oud` or `nieuw` is None for what came or went; a number is "3", "a", or the place in its list. `oud_plek` and
    `nieuw_plek`: the place in its list, from 1; 0 when it is not there.

    `verplaatst`: what stayed stands in another order, and this is one of those that moved. `van`: where it came from
    when that is another probleemgebied ("Wonen") or interventie ("interventie 2").
    """

    oud: Any = None
    nieuw: Any = None
    oud_nummer: str = ""
    nieuw_nummer: str = ""
    verplaatst: bool = False
    van: str = ""
    oud_plek: int = 0
    nieuw_plek: int = 0
    onderdelen: list["Paar"] = field(default_factory=list)

    @property
    def blijft(self) -> bool:
        return self.oud is not None and self.nieuw is not None


@dataclass(slots=True)
class GebiedPaar(Paar):
    """A probleemgebied; of one that came or went every item did."""

    items: dict[Itemsoort, list[Paar]] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        return str((self.nieuw or self.oud).naam)


def tekst_van(item: Any) -> str:
    """What an item or line says; "" for none."""
    return "" if item is None else str(item) if isinstance(item, str) else str(item.tekst)


def paren(oud: s.Notitie, nieuw: s.Notitie) -> list[GebiedPaar]:
    """In the new order; what went stands where it stood."""
    koppeling = koppel_gebieden(oud.probleemgebieden, nieuw.probleemgebieden)
    nummers = [str(g.volgorde) for g in oud.probleemgebieden], [str(g.volgorde) for g in nieuw.probleemgebieden]
    gebieden = [
        GebiedPaar(p.oud, p.nieuw, p.oud_nummer, p.nieuw_nummer, p.verplaatst, "", p.oud_plek, p.nieuw_plek)
        for p in _op_een_rij(oud.probleemgebieden, nieuw.probleemgebieden, koppeling, nummers)
    ]
    for gebied in gebieden:
        gebied.items = {soort: _lijst(gebied.oud, gebied.nieuw, soort) for soort in _LIJSTEN}
    for soort in _LIJSTEN:
        _verbind([(gebied.naam, gebied.items[soort]) for gebied in gebieden])
    interventies = [paar for gebied in gebieden for paar in gebied.items[Itemsoort.INTERVENTIE]]
    for paar in interventies:
        paar.onderdelen = _lijst(paar.oud, paar.nieuw, Itemsoort.ONDERDEEL)
    _verbind([(f"interventie {paar.oud_nummer or paar.nieuw_nummer}", paar.onderdelen) for paar in interventies])
    return gebieden


_LIJSTEN = {
    Itemsoort.IST: "ist",
    Itemsoort.SOLL: "soll",
    Itemsoort.DOEL: "doelen",
    Itemsoort.INDICATOR: "indicatoren",
    Itemsoort.INTERVENTIE: "interventies",
    Itemsoort.OPDRACHT_LOKAAL: s.Opdrachtnemer.LOKAAL,
    Itemsoort.OPDRACHT_RIGG: s.Opdrachtnemer.RIGG,
}


def _items(ouder: Any, soort: Itemsoort) -> list[Any]:
    if ouder is None:
        return []
    if soort is Itemsoort.ONDERDEEL:
        return list(ouder.onderdelen)
    waar = _LIJSTEN[soort]
    return ouder.opdracht[waar].opdrachten if isinstance(waar, s.Opdrachtnemer) else list(getattr(ouder, waar))


def _lijst(oud: Any, nieuw: Any, soort: Itemsoort) -> list[Paar]:
    oude, nieuwe = _items(oud, soort), _items(nieuw, soort)
    return _op_een_rij(oude, nieuwe, koppel_items(oude, nieuwe), (_nummers(oude), _nummers(nieuwe)))


def _nummers(items: Iterable[Any]) -> list[str]:
    return [
        str(plek) if isinstance(item, str) else str(getattr(item, "letter", None) or item.nummer)
        for plek, item in enumerate(items, start=1)
    ]


def _op_een_rij(
    oude: Sequence[Any],
    nieuwe: Sequence[Any],
    koppeling: Sequence[int | None],
    nummers: tuple[Sequence[str], Sequence[str]],
) -> list[Paar]:
    """`koppeling`: of each of `nieuwe` the place of what it continues in `oude`."""
    vast = op_volgorde_gebleven([i for i in koppeling if i is not None])
    weg = _weg_achter(len(oude), set(koppeling))

    def verdwenen(na: int | None) -> list[Paar]:
        return [Paar(oud=oude[i], oud_nummer=nummers[0][i], oud_plek=i + 1) for i in weg.get(na, ())]

    uit = verdwenen(None)
    for plek, (nieuw, i, nummer) in enumerate(zip(nieuwe, koppeling, nummers[1], strict=True), start=1):
        paar = Paar(nieuw=nieuw, nieuw_nummer=nummer, nieuw_plek=plek)
        uit.append(paar)
        if i is not None:
            paar.oud, paar.oud_nummer, paar.oud_plek = oude[i], nummers[0][i], i + 1
            paar.verplaatst = i not in vast and (i + 1, paar.oud_nummer) != (plek, nummer)
            uit += verdwenen(i)
    return uit


def _weg_achter(aantal: int, gebleven: set[int | None]) -> dict[int | None, list[int]]:
    """What went, by the last before it that stayed; None for what stood in front."""
    uit: dict[int | None, list[int]] = {}
    laatste = None
    for i in range(aantal):
        if i in gebleven:
            laatste = i
        else:
            uit.setdefault(laatste, []).append(i)
    return uit


def op_volgorde_gebleven(reeks: Sequence[int]) -> set[int]:
    """A longest run of rising values: the others are those that moved."""
    kleinste_eind: list[int] = []
    plekken: list[int] = []
    for waarde in reeks:
        plek = bisect_left(kleinste_eind, waarde)
        kleinste_eind[plek : plek + 1] = [waarde]
        plekken.append(plek)
    uit = set()
    gezocht = len(kleinste_eind) - 1
    for waarde, plek in zip(reversed(reeks), reversed(plekken), strict=True):
        if plek == gezocht:
            uit.add(waarde)
            gezocht -= 1
    return uit


def _verbind(lijsten: Sequence[tuple[str, list[Paar]]]) -> None:
    """What went from one list and came in another under the same merk has moved between them."""
    weg = {merk: (naam, lijst, paar) for naam, lijst, paar, merk in _losse(lijsten, "oud")}
    for _, _, paar, merk in list(_losse(lijsten, "nieuw")):
        if merk in weg:
            naam, lijst, vroeger = weg.pop(merk)
            paar.oud, paar.oud_nummer, paar.oud_plek = vroeger.oud, vroeger.oud_nummer, vroeger.oud_plek
            paar.van, paar.verplaatst = naam, True
            lijst[:] = [ander for ander in lijst if ander is not vroeger]


def _losse(lijsten: Sequence[tuple[str, list[Paar]]], kant: str) -> Iterator[tuple[str, list[Paar], Paar, str]]:
    for naam, lijst in lijsten:
        for paar in lijst:
            merk = s.merk_van(getattr(paar, kant))
            if not paar.blijft and merk:
                yield naam, lijst, paar, merk
