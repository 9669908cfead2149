"""Which metingen of one series of an organisatie are hidden, when its areas and its periods may add up to each other.

That they add up is not known: unique clients of four quarters are not those of the year. It is taken for true, as
whoever works out a small count would do; at worst a figure too many is hidden.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.onderdrukking import Som, Zicht, is_klein, onderdruk

# The area ("" is the organisatie itself) and the period of one figure.
Cel = tuple[str, Meetperiode]

# The days of a week, a month, a quarter, a half year, a year, and anything: parts of a sum are at most so long.
GRENZEN = (7, 31, 92, 184, 366, 100_000)
# From so many small counts that hang together it takes too long to find out how little can be hidden.
MEESTE_KLEINE = 300


def scherm_af(waarden: Mapping[Cel, Decimal], *, drempel: int, dicht: Collection[Cel] = ()) -> dict[Cel, Zicht]:
    """Only the cells that are hidden, and why. `dicht`: what is hidden for another reason, and must stay so."""
    sommen = [*_over_gebieden(waarden), *_over_tijd(waarden)]
    uit: dict[Cel, Zicht] = {}
    for cellen, hierin in _samenhang(waarden, sommen):
        kleine = sum(is_klein(waarden[cel], drempel) for cel in cellen)
        al_dicht = [cel for cel in cellen if cel in dicht] if dicht else []
        if kleine or al_dicht:
            deel = {cel: waarden[cel] for cel in cellen}
            veel = kleine + len(al_dicht) > MEESTE_KLEINE
            zicht = _ruim(deel, drempel) if veel else onderdruk(deel, hierin, drempel=drempel, dicht=al_dicht)
            uit |= {cel: wat for cel, wat in zicht.items() if wat is not Zicht.OPEN}
    return uit


def _over_gebieden(waarden: Mapping[Cel, Decimal]) -> Iterator[Som[Cel]]:
    """Per period the areas that together may be the organisatie. What counts more than the whole is no part of it."""
    per_periode: dict[Meetperiode, list[Cel]] = {}
    for cel in waarden:
        if cel[0]:
            per_periode.setdefault(cel[1], []).append(cel)
    for periode, cellen in per_periode.items():
        geheel = waarden.get(("", periode))
        delen = tuple(cel for cel in cellen if geheel is not None and waarden[cel] <= geheel)
        if delen:
            yield Som(("", periode), delen)


def _over_tijd(waarden: Mapping[Cel, Decimal]) -> Iterator[Som[Cel]]:
    """Per area each period that others fill up exactly, in every way from small parts to large ones."""
    per_gebied: dict[str, dict[date, list[Meetperiode]]] = {}
    for gebied, periode in waarden:
        per_gebied.setdefault(gebied, {}).setdefault(periode.van, []).append(periode)
    for gebied, per_begin in per_gebied.items():
        if _volgen_elkaar(per_begin):
            continue
        for periodes in per_begin.values():
            periodes.sort(key=lambda p: p.tot, reverse=True)
        for periode in (p for periodes in per_begin.values() for p in periodes):
            manieren = {_gevuld(periode, per_begin, grens) for grens in GRENZEN}
            yield from (Som((gebied, periode), tuple((gebied, p) for p in delen)) for delen in manieren if delen)


def _volgen_elkaar(per_begin: Mapping[date, list[Meetperiode]]) -> bool:
    """Whether no period lies in another, as in most series: then none is filled up by others."""
    op_volgorde = sorted(periode for periodes in per_begin.values() for periode in periodes)
    return all(vorige.tot < volgende.van for vorige, volgende in pairwise(op_volgorde))


def _gevuld(
    geheel: Meetperiode, per_begin: Mapping[date, list[Meetperiode]], grens: int
) -> tuple[Meetperiode, ...] | None:
    """Periods of at most `grens` days, the longest first, that follow each other through `geheel`; None with a gap."""
    delen: list[Meetperiode] = []
    dag = geheel.van
    while dag <= geheel.tot:
        kandidaten = (p for p in per_begin.get(dag, ()) if p.tot <= geheel.tot and p != geheel and _dagen(p) <= grens)
        deel = next(kandidaten, None)
        if deel is None:
            return None
        delen.append(deel)
        dag = deel.tot + timedelta(days=1)
    return tuple(delen)


def _dagen(periode: Meetperiode) -> int:
    return (periode.tot - periode.van).days + 1


def _samenhang(waarden: Mapping[Cel, Decimal], sommen: list[Som[Cel]]) -> Iterator[tuple[list[Cel], list[Som[Cel]]]]:
    """The cells in groups that no sum connects, each with its sums: what is hidden in one says nothing of another."""
    hoofd: dict[Cel, Cel] = {cel: cel for cel in waarden}

    def zoek(cel: Cel) -> Cel:
        while hoofd[cel] != cel:
            hoofd[cel] = cel = hoofd[hoofd[cel]]
        return cel

    for som in sommen:
        for deel in som.delen:
            hoofd[zoek(deel)] = zoek(som.totaal)
    groepen: dict[Cel, tuple[list[Cel], list[Som[Cel]]]] = {}
    for cel in waarden:
        groepen.setdefault(zoek(cel), ([], []))[0].append(cel)
    for som in sommen:
        groepen[zoek(som.totaal)][1].append(som)
    yield from groepen.values()


def _ruim(waarden: Mapping[Cel, Decimal], drempel: int) -> dict[Cel, Zicht]:
    """Everything that hangs together with a small count; only a zero stays."""
    return {cel: Zicht.KLEIN if is_klein(waarde, drempel) else Zicht.MEE for cel, waarde in waarden.items() if waarde}
