"""What figures said before they were restated, as one user may see it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.onderdrukking import AFGESCHERMD, is_klein
from app.models import EerdereMeting, Meting
from app.models.basis import Sessie
from app.services.indicatoren.cijfers import Reekscijfers


@dataclass(frozen=True, slots=True)
class EerderCijfer:
    """`waarde` None and a `tekst` when it is hidden; then the reason is too, for it may tell the figure."""

    waarde: Decimal | None
    voorlopig: bool
    tot_moment: datetime
    door: str
    reden: str
    tekst: str = ""


def haal_eerdere(
    session: Sessie, reeksen: Sequence[Reekscijfers], *, alleen: Collection[int] | None = None
) -> dict[int, list[EerderCijfer]]:
    """Per id of a meting, oldest first; `alleen`: of these metingen. One query.

    Where anything small is or was among the figures of a group, all its earlier values are hidden: with an old total
    a new small count could be worked out. So `reeksen` holds whole groups, and what is hidden does not depend on
    `alleen`.
    """
    ids = [reeks.id for reeks in reeksen]
    keuze = (
        select(EerdereMeting, Meting.reeks_id)
        .join(Meting, Meting.id == EerdereMeting.meting_id)
        .where(Meting.reeks_id.in_(ids))
        .order_by(EerdereMeting.id)
        .options(joinedload(EerdereMeting.gebruiker))
    )
    rijen = [(rij, reeks_id) for rij, reeks_id in session.execute(keuze)] if ids else []
    dicht = _dichte_groepen(reeksen, rijen)
    groepen = {reeks.id: _groep(reeks) for reeks in reeksen}
    uit: dict[int, list[EerderCijfer]] = defaultdict(list)
    for rij, reeks_id in rijen:
        if alleen is None or rij.meting_id in alleen:
            uit[rij.meting_id].append(_eerder(rij, verborgen=groepen[reeks_id] in dicht))
    return uit


_Groep = tuple[int, int, Reekssoort]


def _groep(reeks: Reekscijfers) -> _Groep:
    return reeks.indicator_id, reeks.organisatie_id, reeks.soort


def _dichte_groepen(reeksen: Sequence[Reekscijfers], rijen: Sequence[tuple[EerdereMeting, int]]) -> set[_Groep]:
    per_reeks: Mapping[int, Reekscijfers] = {reeks.id: reeks for reeks in reeksen}
    dicht = {_groep(reeks) for reeks in reeksen if reeks.verbergt}
    kleine = (reeks_id for rij, reeks_id in rijen if is_klein(rij.waarde, per_reeks[reeks_id].drempel))
    return dicht | {_groep(per_reeks[reeks_id]) for reeks_id in kleine}


def _eerder(rij: EerdereMeting, *, verborgen: bool) -> EerderCijfer:
    door = rij.gebruiker.naam if rij.gebruiker else "een opdrachtregel"
    if verborgen:
        return EerderCijfer(None, rij.voorlopig, rij.tot_moment, door, "", AFGESCHERMD)
    return EerderCijfer(rij.waarde, rij.voorlopig, rij.tot_moment, door, rij.reden)
