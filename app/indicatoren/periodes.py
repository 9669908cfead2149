"""Rows of periods: the columns of the grid, and the one that is due next."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from app.domain.cijfers.indicator import Meetfrequentie
from app.domain.cijfers.meetperiode import Meetperiode, Meetperiodesoort, OngeldigeMeetperiode, lees_meetperiode

TUSSEN = ".."


def periode_met(dag: date, frequentie: Meetfrequentie) -> Meetperiode:
    """The year, half, quarter, month, week or day that `dag` lies in."""
    week = dag.isocalendar()
    codes = {
        Meetfrequentie.JAAR: f"{dag.year}",
        Meetfrequentie.HALFJAAR: f"{dag.year}-H{(dag.month + 5) // 6}",
        Meetfrequentie.KWARTAAL: f"{dag.year}-Q{(dag.month + 2) // 3}",
        Meetfrequentie.MAAND: f"{dag.year}-{dag.month:02}",
        Meetfrequentie.WEEK: f"{week.year}-W{week.week:02}",
        Meetfrequentie.DAG: dag.isoformat(),
    }
    return lees_meetperiode(codes[frequentie])


def volgende_periode(frequentie: Meetfrequentie, laatste: Meetperiode | None, vandaag: date) -> Meetperiode:
    """What follows the last figure; without one the last period that is over."""
    if laatste is None:
        return periode_met(vandaag, frequentie).vorige
    try:
        huidige = periode_met(laatste.tot, frequentie)
    except OngeldigeMeetperiode:  # the last week reaches into a year that there is not
        return laatste
    return _opvolger(huidige) or huidige


def vorige_tot(eind: Meetperiode, aantal: int) -> list[Meetperiode]:
    """`aantal` periods of one kind, of which `eind` is the last; fewer at the beginning of time."""
    uit = [eind]
    try:
        while len(uit) < aantal:
            uit.append(uit[-1].vorige)
    except OngeldigeMeetperiode:
        pass
    return uit[::-1]


def lees_periodes(tekst: str, hoogstens: int) -> list[Meetperiode]:
    """`2018..2022`, `2019-H1..2020-H2`, `2018,2020`. Raises OngeldigeMeetperiode, also for more than `hoogstens`."""
    uit: list[Meetperiode] = []
    for deel in filter(None, (stuk.strip() for stuk in tekst[:2_000].split(","))):
        van, streep, tot = deel.partition(TUSSEN)
        begin = lees_meetperiode(van)
        uit += reeks_van(begin, lees_meetperiode(tot), hoogstens) if streep else [begin]
    uniek = sorted(set(uit))
    if len(uniek) > hoogstens:
        raise OngeldigeMeetperiode(f"Dit zijn {len(uniek)} periodes; kies er hoogstens {hoogstens}.")
    return uniek


def reeks_van(begin: Meetperiode, eind: Meetperiode, hoogstens: int) -> list[Meetperiode]:
    """From `begin` to `eind`, of the same kind. Raises OngeldigeMeetperiode."""
    if begin.soort is not eind.soort:
        raise OngeldigeMeetperiode(f"{begin.label} en {eind.label} zijn niet even lang; kies tweemaal hetzelfde soort.")
    if eind < begin:
        raise OngeldigeMeetperiode(f"{eind.label} ligt voor {begin.label}; draai ze om.")
    uit = [begin]
    while uit[-1] < eind:
        if len(uit) == hoogstens:
            zin = f"Van {begin.label} tot en met {eind.label} zijn meer dan {hoogstens} periodes; kies er minder."
            raise OngeldigeMeetperiode(zin)
        uit.append(uit[-1].volgende)
    return uit


def toon_periodes(periodes: Sequence[Meetperiode]) -> str:
    """As `lees_periodes` reads them."""
    if len(periodes) > 1 and all(_opvolger(a) == b for a, b in pairwise(periodes)):
        return f"{periodes[0].code}{TUSSEN}{periodes[-1].code}"
    return ",".join(periode.code for periode in periodes)


def _opvolger(periode: Meetperiode) -> Meetperiode | None:
    """None after the last one there can be."""
    try:
        return periode.volgende
    except OngeldigeMeetperiode:
        return None


def frequentie_van(periodes: Sequence[Meetperiode]) -> Meetfrequentie:
    """Of the first one; a year for a stretch of days that has no name."""
    soort = periodes[0].soort
    return Meetfrequentie.JAAR if soort is Meetperiodesoort.ANDERS else Meetfrequentie(soort.value)


def vul_uit(van: str, tot: str, frequentie: Meetfrequentie, hoogstens: int) -> list[Meetperiode]:
    """All periods of this frequency from the first day of `van` to the last of `tot`. Raises OngeldigeMeetperiode."""
    begin, eind = lees_meetperiode(van).van, lees_meetperiode(tot or van).tot
    return reeks_van(periode_met(begin, frequentie), periode_met(eind, frequentie), hoogstens)
