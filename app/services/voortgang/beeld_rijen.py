"""The rows of a period as plain values, beside the same rows of the period before; of all maatregelen or of some."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select, true

from app.domain.planning.lezen import te_laat
from app.domain.voortgang.overzicht import RegelBeeld, RegelStand
from app.domain.voortgang.structuur import Moment
from app.models import PeriodeStatus, Planningsmoment, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.voortgang.momentopname import lees_standen

Plek = tuple[int, int]  # maatregel_id and volgorde: the same row in every period
Momenten = Mapping[int, Sequence[Moment]]  # per regel_id
Ids = Collection[int] | None  # of maatregelen; None: all of them
STAND = ("voortgang", "planning", "status", "kleur", "oorzaak", "gevolg", "bijsturing")


def regels_van(
    session: Sessie,
    periode: Rapportageperiode,
    vroeger: dict[Plek, RegelStand] | None,
    peildatum: date,
    maatregel_ids: Ids = None,
    momenten: Momenten | None = None,
) -> dict[int, list[RegelBeeld]]:
    """Per maatregel_id, in order. `vroeger`: what `standen_van` the period before says; None when there is none.
    `momenten`: of the rows, when they were read before."""
    uit: dict[int, list[RegelBeeld]] = defaultdict(list)
    for plek, stand, rij in _rijen(session, periode.id, maatregel_ids, momenten):
        uit[plek[0]].append(
            RegelBeeld(
                **stand,
                id=rij.id,
                rev=rij.rev,
                volgorde=rij.volgorde,
                beoordeling=rij.beoordeling,
                opmerking=rij.opmerking,
                te_laat=te_laat(stand["status"], stand["momenten"], peildatum),
                vorige=(vroeger or {}).get(plek),
                nieuw=vroeger is not None and plek not in vroeger,
            )
        )
    return uit


def standen_van(session: Sessie, periode: Rapportageperiode, maatregel_ids: Ids = None) -> dict[Plek, RegelStand]:
    """What was frozen, when it is closed."""
    bevroren = lees_standen(session, periode) if periode.status is PeriodeStatus.GESLOTEN else None
    if bevroren is not None:
        return als_standen(bevroren, maatregel_ids)
    return {plek: RegelStand(**stand) for plek, stand, _ in _rijen(session, periode.id, maatregel_ids)}


def als_standen(bevroren: Mapping[Plek, RegelStand], maatregel_ids: Ids = None) -> dict[Plek, RegelStand]:
    """Without what only says where it stood, so that it equals the same stand from the tables."""
    velden = (*STAND, "momenten")
    return {
        plek: RegelStand(**{naam: getattr(stand, naam) for naam in velden})
        for plek, stand in bevroren.items()
        if maatregel_ids is None or plek[0] in maatregel_ids
    }


def _rijen(
    session: Sessie, periode_id: int, maatregel_ids: Ids, momenten: Momenten | None = None
) -> list[tuple[Plek, dict[str, Any], Any]]:
    if momenten is None:
        momenten = momenten_van(session, periode_id, maatregel_ids)
    v = Voortgangsregel
    keuze = select(
        v.id, v.rev, v.maatregel_id, v.volgorde, v.beoordeling, v.opmerking, *(getattr(v, naam) for naam in STAND)
    ).where(v.periode_id == periode_id, _van(maatregel_ids))
    rijen = session.execute(keuze.order_by(v.maatregel_id, v.volgorde))
    return [
        (
            (rij.maatregel_id, rij.volgorde),
            {naam: getattr(rij, naam) for naam in STAND} | {"momenten": tuple(momenten.get(rij.id, ()))},
            rij,
        )
        for rij in rijen
    ]


def momenten_van(session: Sessie, periode_id: int, maatregel_ids: Ids = None) -> dict[int, list[Moment]]:
    """Per regel_id, in order."""
    m = Planningsmoment
    keuze = select(m.regel_id, m.van, m.tot, m.precisie, m.herhaling).join(
        Voortgangsregel, Voortgangsregel.id == m.regel_id
    )
    keuze = keuze.where(Voortgangsregel.periode_id == periode_id, _van(maatregel_ids))
    uit: dict[int, list[Moment]] = defaultdict(list)
    for regel_id, van, tot, precisie, herhaling in session.execute(keuze.order_by(m.regel_id, m.volgorde)):
        uit[regel_id].append(Moment(van, tot, precisie, herhaling))
    return uit


def _van(maatregel_ids: Ids) -> ColumnElement[bool]:
    return true() if maatregel_ids is None else Voortgangsregel.maatregel_id.in_(maatregel_ids)
