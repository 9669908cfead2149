"""The same opdracht in several gemeenten and probleemgebieden, put together; what people decided goes before what
resembles.

Only opdrachten of which every two ask the same (`zelfde_opdracht`) come together, so that no chain of small differences
glues unlike things. The outcome depends on what is put in and on nothing else, not on its order either.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.regio.kandidaten import Kandidaten, tel_woorden
from app.domain.regio.kenmerk import (
    DREMPEL_AANVULLING,
    Kenmerk,
    gelijkenis_van,
    kenmerk_van,
    zelfde_opdracht,
)


class Opdrachtsoort(StrEnum):
    DOEL = "doel"
    INTERVENTIE = "interventie"
    OPDRACHT = "opdracht"


@dataclass(frozen=True, slots=True)
class Bron:
    """One opdracht where it stands. `sleutel` stays with it when its text changes; `gebied`: the probleemgebied."""

    sleutel: str
    soort: Opdrachtsoort
    gebied: Hashable
    tekst: str
    onderdelen: tuple[str, ...] = ()


class Besluitsoort(StrEnum):
    SAMEN = "samen"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Besluit:
    """What somebody decided about `leden`, by their sleutel. Apart: not with `rest`, which stays together.

    Besluiten are applied in the order of `nummer`: the last word about an opdracht counts.
    """

    nummer: int
    soort: Besluitsoort
    leden: tuple[str, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Groep:
    """`leden`: sleutels, sorted. `besluit`: the last one that shaped this group, None when nobody did."""

    leden: tuple[str, ...]
    besluit: int | None = None

    @property
    def sleutel(self) -> str:
        return self.leden[0]


@dataclass(slots=True)
class _Knoop:
    """Opdrachten that say the same word for word, and were decided about in the same way."""

    kenmerk: Kenmerk
    doel: bool
    band: int
    sleutels: list[str]
    plekken: set[tuple[Hashable, Opdrachtsoort]]

    @property
    def volgorde(self) -> tuple[object, ...]:
        return (*self.kenmerk.volgorde, self.doel, self.band)


@dataclass(slots=True)
class _Cluster:
    """`leden`: places in the list of knopen. `band`: 0 as long as nobody decided about any of them."""

    leden: set[int]
    plekken: set[tuple[Hashable, Opdrachtsoort]]
    band: int

    def neem_op(self, ander: "_Cluster") -> None:
        self.leden |= ander.leden
        self.plekken |= ander.plekken
        self.band = max(self.band, ander.band)


def groepeer(bronnen: Iterable[Bron], besluiten: Iterable[Besluit] = ()) -> tuple[Groep, ...]:
    """Every sleutel in exactly one group; the groups by their first sleutel."""
    knopen = sorted(_knopen(bronnen, banden_van(besluiten)), key=lambda knoop: knoop.volgorde)
    per_groep: dict[Hashable, list[str]] = defaultdict(list)
    for nummer, cluster in enumerate(_clusters(knopen)):
        groep = ("besluit", cluster.band) if cluster.band else ("vanzelf", nummer)
        per_groep[groep] += [sleutel for lid in cluster.leden for sleutel in knopen[lid].sleutels]
    groepen = (Groep(tuple(sorted(leden)), _besluit(groep)) for groep, leden in per_groep.items())
    return tuple(sorted(groepen, key=lambda groep: groep.leden))


def _besluit(groep: Any) -> int | None:
    return groep[1] // 2 if groep[0] == "besluit" else None


def banden_van(besluiten: Iterable[Besluit]) -> dict[str, int]:
    """Per sleutel that was decided about what it is tied to: the same number belongs together, another does not."""
    banden: dict[str, int] = {}
    for besluit in sorted(besluiten, key=lambda besluit: besluit.nummer):
        apart = besluit.soort is Besluitsoort.APART
        banden |= dict.fromkeys(besluit.rest, 2 * besluit.nummer + 1) if apart else {}
        banden |= dict.fromkeys(besluit.leden, 2 * besluit.nummer)
    return banden


def lijkt_op(groep: Sequence[Kenmerk], andere: Iterable[tuple[str, Kenmerk]], aantal: int = 5) -> list[str]:
    """The names of what resembles the group most without belonging to it by itself; the best first."""
    maten = ((max(gelijkenis_van(eigen, kenmerk) for eigen in groep), naam) for naam, kenmerk in andere)
    goed = sorted((-maat, naam) for maat, naam in maten if maat >= DREMPEL_AANVULLING / 2)
    return [naam for _, naam in goed[:aantal]]


def _knopen(bronnen: Iterable[Bron], banden: dict[str, int]) -> Iterable[_Knoop]:
    knopen: dict[Hashable, _Knoop] = {}
    for bron in {bron.sleutel: bron for bron in bronnen}.values():
        kenmerk, doel = kenmerk_van(bron.tekst, bron.onderdelen), bron.soort is Opdrachtsoort.DOEL
        band = banden.get(bron.sleutel, 0)
        knoop = knopen.setdefault((kenmerk, doel, band), _Knoop(kenmerk, doel, band, [], set()))
        knoop.sleutels.append(bron.sleutel)
        knoop.plekken.add((bron.gebied, bron.soort))
    return knopen.values()


# --- which of them ask the same ---


def _clusters(knopen: Sequence[_Knoop]) -> list[_Cluster]:
    """Of each every two members ask the same. The most alike come together first."""
    paren = sorted(_zelfde_paren(knopen))
    buren: dict[int, set[int]] = defaultdict(set)
    for _, een, ander in paren:
        buren[een].add(ander)
        buren[ander].add(een)
    van = [_Cluster({i}, set(knoop.plekken), knoop.band) for i, knoop in enumerate(knopen)]
    for _, een, ander in paren:
        links, rechts = van[een], van[ander]
        if links is not rechts and _mogen_samen(links, rechts, buren):
            links.neem_op(rechts)
            for lid in rechts.leden:
                van[lid] = links
    return list({id(cluster): cluster for cluster in van}.values())


def _mogen_samen(links: _Cluster, rechts: _Cluster, buren: dict[int, set[int]]) -> bool:
    """Not what was decided about differently, and not two lines of one list: their writer keeps those apart."""
    if links.band and rechts.band and links.band != rechts.band:
        return False
    if not links.plekken.isdisjoint(rechts.plekken):
        return False
    return all(rechts.leden <= buren[lid] for lid in links.leden)


def _zelfde_paren(knopen: Sequence[_Knoop]) -> Iterator[tuple[float, int, int]]:
    """(minus how much they resemble, earlier place, place) of every two that ask the same."""
    for plek, eerdere in _kandidaten(knopen):
        kenmerk = knopen[plek].kenmerk
        for eerder in eerdere:
            if zelfde_opdracht(knopen[eerder].kenmerk, kenmerk):
                yield -gelijkenis_van(knopen[eerder].kenmerk, kenmerk), eerder, plek


def _kandidaten(knopen: Sequence[_Knoop]) -> Iterator[tuple[int, set[int]]]:
    """Per place the earlier ones that can ask the same. A doel is compared with a doel, and a kern with a kern."""
    delen = [(((k.doel, "alles"), k.kenmerk.alles), ((k.doel, "kern"), k.kenmerk.kern)) for k in knopen]
    kandidaten = Kandidaten(tel_woorden(woorden for paar in delen for _, woorden in paar))
    for plek, paar in enumerate(delen):
        yield plek, {eerder for soort, woorden in paar for eerder in kandidaten.voeg_toe(plek, soort, woorden)}
