"""Which metingen may not be shown to who may not see small counts, with the ids of the rows.

The same for every way out (pages, files, the API): what one hides, another must not show.
"""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Select, func, select

from app.domain.afscherming import Cel, scherm_af
from app.domain.indicator import Reekssoort, telt_mensen
from app.domain.meetperiode import Meetperiode
from app.domain.onderdrukking import Zicht
from app.models import Indicator, Meting, Organisatie, Reeks
from app.models.basis import Sessie


class _Cijfer(NamedTuple):
    id: int
    organisatie_id: int
    drempel: int
    soort: Reekssoort
    gebied: str
    van: date
    tot: date
    waarde: Decimal


def afgeschermde_metingen(
    session: Sessie, indicator: Indicator, *, organisatie_ids: Collection[int], van: date, tot: date
) -> dict[int, Zicht]:
    """Of these organisaties, between these days: per id of a meting that is hidden why it is.

    Decided on all figures of the same years, whatever part of them is asked for: the answer is always the same.
    """
    if not telt_mensen(indicator.eenheid) or not organisatie_ids:
        return {}
    per_reeks: dict[tuple[int, Reekssoort], list[_Cijfer]] = {}
    for cijfer in _cijfers(session, indicator.id, organisatie_ids, van, tot):
        per_reeks.setdefault((cijfer.organisatie_id, cijfer.soort), []).append(cijfer)
    return {id_: zicht for cijfers in per_reeks.values() for id_, zicht in _van_reeks(cijfers).items()}


def _van_reeks(cijfers: Sequence[_Cijfer]) -> dict[int, Zicht]:
    per_cel: dict[Cel, _Cijfer] = {(c.gebied, Meetperiode(c.van, c.tot)): c for c in cijfers}
    zicht = scherm_af({cel: c.waarde for cel, c in per_cel.items()}, drempel=cijfers[0].drempel)
    return {per_cel[cel].id: wat for cel, wat in zicht.items()}


def _cijfers(
    session: Sessie, indicator_id: int, organisatie_ids: Collection[int], van: date, tot: date
) -> list[_Cijfer]:
    """Of whole years, and further where a period reaches further: no sum begins or ends outside."""
    basis = (
        select(Meting)
        .join(Reeks, Meting.reeks_id == Reeks.id)
        .join(Organisatie, Reeks.organisatie_id == Organisatie.id)
        .where(Reeks.indicator_id == indicator_id, Reeks.organisatie_id.in_(organisatie_ids))
    )
    van, tot = _ruimer(session, basis, van, tot)
    keuze = basis.with_only_columns(
        Meting.id,
        Reeks.organisatie_id,
        Organisatie.drempel,
        Reeks.soort,
        Reeks.gebied,
        Meting.van,
        Meting.tot,
        Meting.waarde,
    ).where(Meting.van <= tot, Meting.tot >= van)
    return [_Cijfer._make(rij) for rij in session.execute(keuze)]


def _ruimer(session: Sessie, basis: Select[Meting], van: date, tot: date) -> tuple[date, date]:
    """The whole years in which these days lie, and those in which what overlaps them lies."""
    while True:
        jaren = date(van.year, 1, 1), date(tot.year, 12, 31)
        keuze = basis.with_only_columns(func.min(Meting.van), func.max(Meting.tot))
        eerste, laatste = session.execute(keuze.where(Meting.van <= jaren[1], Meting.tot >= jaren[0])).one()
        if eerste is None or (eerste >= jaren[0] and laatste <= jaren[1]):
            return jaren
        van, tot = min(eerste, jaren[0]), max(laatste, jaren[1])
