"""What a file that came back changes, laid beside what colleagues changed since it went out, for a person to choose.

Three texts: how it was when it went out, how it is in the file, and how it is now. Nobody is overwritten: what both
changed is shown as such, and nothing happens until somebody chooses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain import structuur as s
from app.domain.notitie.paren import Itemsoort
from app.domain.notitie.verschil import GEHEEL, PROBLEEMGEBIED, STREEFWAARDE, TEKST, Aard, Wijziging, verschil

NUMMERS = "nummers"
# What only follows from another field is chosen with it.
VOLGT_UIT: dict[str, str] = {STREEFWAARDE: TEKST, "status volgens de planning": "planning"}
_HEEL = (Aard.NIEUW, Aard.VERWIJDERD)
_ITEMS = frozenset(soort.value for soort in Itemsoort)


class Stand(StrEnum):
    """`vrij`: only the file changed it. `al zo`: it says the same already. `botsing`: it is something else by now.
    `weg`: the probleemgebied it stood in is gone."""

    VRIJ = "vrij"
    AL_ZO = "al zo"
    BOTSING = "botsing"
    WEG = "weg"


@dataclass(frozen=True, slots=True)
class Sleutel:
    """What can be chosen: one thing of one item, or all of an item that came or went. Of the numbers of a list in
    which nothing else changed, `merk` is that of the probleemgebied."""

    soort: str
    merk: str
    wat: str

    def __str__(self) -> str:
        return f"{self.soort}.{self.merk}.{self.wat}"


@dataclass(frozen=True, slots=True)
class Keuze:
    """`wijzigingen`: from how it was to the file. `nu`: from how it was to how it is now, of the same thing."""

    sleutel: Sleutel
    wijzigingen: tuple[Wijziging, ...]
    nu: tuple[Wijziging, ...] = ()
    stand: Stand = Stand.VRIJ

    @property
    def eerste(self) -> Wijziging:
        return self.wijzigingen[0]

    @property
    def verdwijnt(self) -> bool:
        """It throws something away: nobody does that without having chosen it."""
        return self.eerste.aard is Aard.VERWIJDERD


@dataclass(frozen=True, slots=True)
class Terugkomst:
    """`hernummerd`: what only gets another number because others came, went or moved; it is no choice."""

    keuzes: tuple[Keuze, ...] = ()
    hernummerd: tuple[Wijziging, ...] = ()

    def met(self, *standen: Stand) -> list[Keuze]:
        return [keuze for keuze in self.keuzes if keuze.stand in standen]


def vergelijk(toen: s.Notitie, bestand: s.Notitie, nu: s.Notitie) -> Terugkomst:
    """All three with merken, and about the same probleemgebieden."""
    return leg_naast(verschil(toen, bestand).wijzigingen, verschil(toen, nu).wijzigingen)


def leg_naast(van_bestand: Sequence[Wijziging], op_scherm: Sequence[Wijziging]) -> Terugkomst:
    """What the file changed beside what colleagues changed, both from how it was when the file went out."""
    van_collegas = Collegas(op_scherm)
    keuzes = [
        Keuze(sleutel, wijzigingen, *van_collegas.oordeel(sleutel, wijzigingen))
        for sleutel, wijzigingen in per_sleutel(van_bestand).items()
    ]
    gekozen = {id(w) for keuze in keuzes for w in keuze.wijzigingen}
    return Terugkomst(tuple(keuzes), tuple(w for w in van_bestand if id(w) not in gekozen))


def per_sleutel(wijzigingen: Sequence[Wijziging]) -> dict[Sleutel, tuple[Wijziging, ...]]:
    """In order; without what is only numbered anew."""
    hele_gebieden = _hele_gebieden(wijzigingen)
    verschoven = {_lijst_van(w) for w in wijzigingen if w.aard in (*_HEEL, Aard.VERPLAATST)}
    uit: dict[Sleutel, list[Wijziging]] = {}
    for wijziging in wijzigingen:
        if wijziging.aard is not Aard.HERNUMMERD:
            uit.setdefault(sleutel_van(wijziging, hele_gebieden), []).append(wijziging)
        elif _lijst_van(wijziging) not in verschoven and _eigen_nummer(wijziging):
            uit.setdefault(Sleutel(*_lijst_van(wijziging), NUMMERS), []).append(wijziging)
    return {sleutel: tuple(lijst) for sleutel, lijst in uit.items()}


def _lijst_van(wijziging: Wijziging) -> tuple[str, str]:
    return wijziging.soort, wijziging.gebied_merk or ""


def _eigen_nummer(wijziging: Wijziging) -> bool:
    """Not that of a doel behind an indicator, or of the interventie before a letter."""
    if wijziging.soort == Itemsoort.ONDERDEEL:
        return wijziging.nummer.lstrip("0123456789") != wijziging.oud_nummer.lstrip("0123456789")
    return wijziging.soort in (Itemsoort.DOEL, Itemsoort.INTERVENTIE)


def _hele_gebieden(wijzigingen: Iterable[Wijziging]) -> frozenset[str]:
    """The merken of probleemgebieden that came or went as a whole."""
    return frozenset(
        w.merk or "" for w in wijzigingen if w.soort == PROBLEEMGEBIED and w.wat == "Probleemgebied" and w.aard in _HEEL
    )


def sleutel_van(wijziging: Wijziging, hele_gebieden: frozenset[str] = frozenset()) -> Sleutel:
    merk, gebied = wijziging.merk or "", wijziging.gebied_merk or ""
    if gebied in hele_gebieden and wijziging.aard in _HEEL:
        return Sleutel(PROBLEEMGEBIED, gebied, GEHEEL)
    if wijziging.soort in _ITEMS and wijziging.aard in _HEEL:
        return Sleutel(wijziging.soort, merk, GEHEEL)
    return Sleutel(wijziging.soort, merk, VOLGT_UIT.get(wijziging.veld, wijziging.veld))


class Collegas:
    """What changed on screen since the file went out."""

    def __init__(self, wijzigingen: Sequence[Wijziging]) -> None:
        self._per_sleutel: Mapping[Sleutel, tuple[Wijziging, ...]] = per_sleutel(wijzigingen)
        self._gebieden_weg = {
            eigen.merk
            for eigen, lijst in self._per_sleutel.items()
            if (eigen.soort, eigen.wat) == (PROBLEEMGEBIED, GEHEEL) and lijst[0].aard is Aard.VERWIJDERD
        }

    def oordeel(self, sleutel: Sleutel, wijzigingen: tuple[Wijziging, ...]) -> tuple[tuple[Wijziging, ...], Stand]:
        """What they changed of the same thing, and how that stands to what the file says."""
        eigen = tuple(self._van_hetzelfde(sleutel))
        if wijzigingen[0].gebied_merk in self._gebieden_weg and (sleutel.soort, sleutel.wat) != (
            PROBLEEMGEBIED,
            GEHEEL,
        ):
            return eigen, Stand.WEG
        if not eigen:
            return (), Stand.VRIJ
        zelfde = self._per_sleutel.get(sleutel, ())
        return eigen, Stand.AL_ZO if _uitkomst(zelfde) == _uitkomst(wijzigingen) else Stand.BOTSING

    def _van_hetzelfde(self, sleutel: Sleutel) -> Iterator[Wijziging]:
        """Of an item that the file throws away, everything that was changed in it counts; and the other way around."""
        for eigen, wijzigingen in self._per_sleutel.items():
            if eigen == sleutel or (_zelfde_item(eigen, sleutel) and GEHEEL in (eigen.wat, sleutel.wat)):
                yield from wijzigingen
            elif sleutel.soort == PROBLEEMGEBIED and sleutel.wat == GEHEEL:
                yield from (w for w in wijzigingen if w.gebied_merk == sleutel.merk)


def _zelfde_item(een: Sleutel, ander: Sleutel) -> bool:
    return (een.soort, een.merk) == (ander.soort, ander.merk)


def _uitkomst(wijzigingen: Iterable[Wijziging]) -> set[tuple[str, str, str, str]]:
    """What it says afterwards, and where."""
    return {(w.soort, w.merk or "", w.veld, w.nieuw) for w in wijzigingen}
