"""Which metingen may not be shown to who may not see small counts, by the ids of the rows.

The same for every way out (pages, files, the API): what one hides, another must not show.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.cijfers.afscherming import Cel, scherm_af
from app.domain.cijfers.indicator import Reekssoort, telt_mensen
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.onderdrukking import Zicht
from app.domain.cijfers.regiocijfers import scherm_regio_af
from app.models import Indicator, Meting, Organisatie, OrganisatieSoort, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.kijker import Kijker


class Cijferrij(NamedTuple):
    """`drempel`: the one that counts for who looks; 0 hides nothing."""

    id: int
    indicator_id: int
    organisatie_id: int
    organisatiesoort: OrganisatieSoort
    drempel: int
    soort: Reekssoort
    gebied: str
    van: date
    tot: date
    waarde: Decimal

    @property
    def is_gemeente(self) -> bool:
        return self.gebied == "" and self.organisatiesoort is OrganisatieSoort.GEMEENTE


def verborgen_metingen(
    session: Sessie, indicator: Indicator, *, kijker: Kijker, zichtbaar: ColumnElement[bool], van: date, tot: date
) -> dict[int, Zicht]:
    """Of the series that are `zichtbaar` (a condition on Reeks), between these days.

    Decided on all figures of the same years, whatever part of them is asked for: the answer is always the same.
    """
    if not telt_mensen(indicator.eenheid):
        return {}
    return verborgen_voor(kijker, _cijfers(session, indicator.id, kijker, zichtbaar, van, tot))


def verborgen_voor(kijker: Kijker, cijfers: Iterable[Cijferrij]) -> dict[int, Zicht]:
    """Per id of a meting that is hidden why it is. `cijfers`: all that may be seen of these indicatoren.

    What one gemeente hides may be given away by figures of the regio, and what is hidden against that may be given
    away by other figures of the same gemeente: so both are looked at until nothing is added.
    """
    rijen = list(cijfers)
    per_reeks, per_moment = _groepen(rijen), _momenten(rijen)
    uit: dict[int, Zicht] = {}
    te_bekijken = {plek for plek, groep in per_reeks.items() if groep[0].drempel}
    while te_bekijken:
        for plek in te_bekijken:
            uit |= _in_reeks(per_reeks[plek], uit)
        erbij: dict[int, Zicht] = {}
        for groep in per_moment:
            erbij |= _in_regio(groep, uit, kijker)
        uit |= erbij
        te_bekijken = {_reeks(rij) for rij in rijen if rij.id in erbij} if erbij else set()
    return uit


_Reeks = tuple[int, int, Reekssoort]


def _reeks(rij: Cijferrij) -> _Reeks:
    """The areas of one organisatie may add up to each other, so they are looked at together."""
    return rij.indicator_id, rij.organisatie_id, rij.soort


def _groepen(rijen: Sequence[Cijferrij]) -> dict[_Reeks, list[Cijferrij]]:
    uit: dict[_Reeks, list[Cijferrij]] = defaultdict(list)
    for rij in rijen:
        uit[_reeks(rij)].append(rij)
    return uit


def _momenten(rijen: Sequence[Cijferrij]) -> list[list[Cijferrij]]:
    """What stands beside each other in one period, of more than one organisatie."""
    uit: dict[tuple[int, Reekssoort, date, date], list[Cijferrij]] = defaultdict(list)
    if len({rij.organisatie_id for rij in rijen}) > 1:
        for rij in rijen:
            uit[rij.indicator_id, rij.soort, rij.van, rij.tot].append(rij)
    return [groep for groep in uit.values() if len(groep) > 1]


def _in_reeks(cijfers: Sequence[Cijferrij], verborgen: Mapping[int, Zicht]) -> dict[int, Zicht]:
    per_cel: dict[Cel, Cijferrij] = {(c.gebied, Meetperiode(c.van, c.tot)): c for c in cijfers}
    dicht = {cel for cel, c in per_cel.items() if c.id in verborgen}
    zicht = scherm_af({cel: c.waarde for cel, c in per_cel.items()}, drempel=cijfers[0].drempel, dicht=dicht)
    return {per_cel[cel].id: wat for cel, wat in zicht.items()}


def _in_regio(cijfers: Sequence[Cijferrij], verborgen: Mapping[int, Zicht], kijker: Kijker) -> dict[int, Zicht]:
    """Only what is hidden besides `verborgen`."""
    al_dicht = {c.id: verborgen[c.id] for c in cijfers if c.id in verborgen}
    if not al_dicht:
        return {}
    zicht = scherm_regio_af(
        {c.id: c.waarde for c in cijfers},
        al_dicht,
        gemeenten=[c.id for c in cijfers if c.is_gemeente],
        totalen=[c.id for c in cijfers if not c.is_gemeente],
        bekend={c.id for c in cijfers if c.organisatie_id == kijker.organisatie_id},
        drempel=max(c.drempel for c in cijfers if c.id in al_dicht),
    )
    return {id_: wat for id_, wat in zicht.items() if id_ not in al_dicht}


def _cijfers(
    session: Sessie, indicator_id: int, kijker: Kijker, zichtbaar: ColumnElement[bool], van: date, tot: date
) -> list[Cijferrij]:
    """Of whole years, and further where a period reaches further: no sum begins or ends outside."""
    basis = (
        select(Meting)
        .join(Reeks, Meting.reeks_id == Reeks.id)
        .join(Organisatie, Reeks.organisatie_id == Organisatie.id)
        .where(Reeks.indicator_id == indicator_id, zichtbaar)
    )
    van, tot = _ruimer(session, basis, van, tot)
    keuze = basis.with_only_columns(
        Meting.id,
        Reeks.indicator_id,
        Reeks.organisatie_id,
        Organisatie.soort,
        Organisatie.drempel,
        Reeks.soort,
        Reeks.gebied,
        Meting.van,
        Meting.tot,
        Meting.waarde,
    ).where(Meting.van <= tot, Meting.tot >= van)
    rijen = (Cijferrij._make(rij) for rij in session.execute(keuze))
    return [rij._replace(drempel=kijker.drempel_van(rij.organisatie_id, rij.drempel)) for rij in rijen]


def _ruimer(session: Sessie, basis: Select[Meting], van: date, tot: date) -> tuple[date, date]:
    """The whole years in which these days lie, and those in which what overlaps them lies."""
    while True:
        jaren = date(van.year, 1, 1), date(tot.year, 12, 31)
        keuze = basis.with_only_columns(func.min(Meting.van), func.max(Meting.tot))
        eerste, laatste = session.execute(keuze.where(Meting.van <= jaren[1], Meting.tot >= jaren[0])).one()
        if eerste is None or (eerste >= jaren[0] and laatste <= jaren[1]):
            return jaren
        van, tot = min(eerste, jaren[0]), max(laatste, jaren[1])
