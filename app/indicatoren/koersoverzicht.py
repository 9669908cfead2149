"""The koers of many doelen arranged for the eye: the sentence above, and what needs attention first."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.koers.bepalen import AANDACHT, Koers
from app.indicatoren.koers_filters import Keuze
from app.services.koersen.doelkoers import DoelKoers

Adres = Callable[[Keuze], str]
# What the sentence says of each, in this order.
TELWOORDEN = {
    Koers.BEHAALD: "behaald",
    Koers.OP_KOERS: "op koers",
    Koers.ACHTER: "achter",
    Koers.VER_ACHTER: "ver achter",
    Koers.GEEN_METING: "zonder cijfers",
    Koers.DOEL_OPEN: "nog open",
    Koers.NIET_TE_BEREKENEN: "niet te berekenen",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """ "9 op koers", and the address that shows those."""

    aantal: int
    woorden: str
    adres: str
    gekozen: bool = False


def vat_samen(koersen: Sequence[DoelKoers], keuze: Keuze, adres: Adres) -> tuple[Telling, list[Telling]]:
    """The whole and its parts; a part of nothing is left out."""
    per_koers = Counter(doelkoers.koers for doelkoers in koersen)
    basis = keuze.zonder_koers()
    delen = [
        Telling(per_koers[koers], woorden, adres(replace(basis, koers=koers)), koers is keuze.koers)
        for koers, woorden in TELWOORDEN.items()
        if per_koers[koers]
    ]
    return Telling(len(koersen), "doel" if len(koersen) == 1 else "doelen", adres(basis)), delen


def naar_aandacht(koersen: Sequence[DoelKoers], keuze: Keuze) -> list[DoelKoers]:
    """Those that were chosen: the worst koers first, and of one koers who is furthest behind."""
    gekozen = [k for k in koersen if keuze.koers in (None, k.koers)]
    return sorted(gekozen, key=lambda k: (AANDACHT.index(k.koers), -(k.beeld.achterstand or Decimal(0))))
