"""Undo a whole file of figures in one act: what was new goes, what changed says again what it said.

What somebody changed since then stays as it is, and is named. Indicatoren that were made for the file go as well when
nothing hangs on them. A fixed number of statements, however many figures there are.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.taal.hoeveel import hoeveel
from app.models import (
    EerdereMeting,
    Indicator,
    Indicatorregel,
    Meting,
    Metinglevering,
    Onderwerp,
    Rapportblok,
    Reeks,
    nu,
)
from app.models.basis import Sessie
from app.services.indicatoren.import_vergelijken import in_cijfers
from app.services.indicatoren.indicator_beheren import heeft_cijfers, verwijder_indicator
from app.services.indicatoren.rijen import STAND
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.verwijderd.terugdraaien import KanNietTerug

# Of what stays as it is so many are named.
MEESTE_GENOEMD = 50
AL_TERUG = "Dit bestand is al ongedaan gemaakt."
NIETS_TERUG = "Alle cijfers uit dit bestand zijn intussen gewijzigd of verwijderd. Er is niets teruggezet."
_Later = aliased(EerdereMeting)


@dataclass(frozen=True, slots=True)
class Terugdraai:
    """`nieuw`: figures that go. `gewijzigd`: that say again what they said. `anders`: changed since, so they stay.

    `weg`: removed since. `indicatoren`: made for this file and taken away again.
    """

    nieuw: int
    gewijzigd: int
    anders: int
    weg: int
    indicatoren: int = 0


class Blijver(NamedTuple):
    """A figure that was changed since."""

    indicator_id: int
    indicator: str
    gebied: str
    soort: Reekssoort
    periode: Meetperiode
    meting_id: int


def bekijk_terugdraaien(session: Sessie, levering: Metinglevering) -> Terugdraai:
    """What undoing would do now."""
    nieuw = _tel(session, select(Meting.id).where(_is_nieuw(levering), ~_heeft_eerder()))
    gewijzigd = _tel(session, select(EerdereMeting.id).where(_is_wijziging(levering), ~_heeft_later()))
    anders = _tel(session, _gewijzigd_sinds(levering))
    return Terugdraai(nieuw, gewijzigd, anders, levering.nieuw + levering.gewijzigd - nieuw - gewijzigd - anders)


def blijvers(session: Sessie, levering: Metinglevering) -> list[Blijver]:
    """The first of those that were changed since."""
    keuze = (
        select(Indicator.id, Indicator.naam, Reeks.gebied, Reeks.soort, Meting.van, Meting.tot, Meting.id)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .join(Indicator, Indicator.id == Reeks.indicator_id)
        .where(Meting.id.in_(_gewijzigd_sinds(levering)))
        .order_by(Indicator.naam, Reeks.gebied, Meting.van)
        .limit(MEESTE_GENOEMD)
    )
    return [
        Blijver(id_, naam, gebied, soort, Meetperiode(van, tot), meting_id)
        for id_, naam, gebied, soort, van, tot, meting_id in session.execute(keuze)
    ]


def draai_levering_terug(session: Sessie, *, levering: Metinglevering, door: Dader) -> Terugdraai:
    """Raises KanNietTerug when it was undone already, or when nothing of it is as it was stored."""
    reeksen = _reeksen(session, levering)
    vergrendel_indicatoren(session, {indicator_id for _, indicator_id in reeksen})
    session.refresh(levering)
    if levering.teruggedraaid_op is not None:
        raise KanNietTerug(AL_TERUG)
    uit = bekijk_terugdraaien(session, levering)
    if not uit.nieuw + uit.gewijzigd:
        raise KanNietTerug(NIETS_TERUG)
    _doe(session, delete(Meting).where(_is_nieuw(levering), ~_heeft_eerder()))
    _zet_terug(session, levering)
    _ruim_reeksen_op(session, [id_ for id_, _ in reeksen])
    session.expire_all()
    gemaakt = _ruim_indicatoren_op(session, levering, door)
    uit = Terugdraai(uit.nieuw, uit.gewijzigd, uit.anders, uit.weg, gemaakt)
    levering.teruggedraaid_op, levering.uitkomst = nu(), asdict(uit)
    zin = f"Metingen uit '{levering.bestandsnaam}' ongedaan gemaakt"
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=levering.organisatie_id,
        omschrijving=zin,
        nieuw=asdict(uit),
    )
    session.flush()
    return uit


def in_woorden(terug: Terugdraai) -> str:
    """ "950 cijfers verwijderd, 30 teruggezet, 2 gebleven zoals ze intussen zijn." """
    delen = [
        (terug.nieuw, f"{in_cijfers(terug.nieuw)} verwijderd"),
        (terug.gewijzigd, f"{in_cijfers(terug.gewijzigd)} teruggezet"),
        (terug.indicatoren, f"{hoeveel(terug.indicatoren, 'indicator', 'indicatoren')} verwijderd"),
        (terug.anders, f"{in_cijfers(terug.anders)} gebleven, omdat iemand die intussen wijzigde"),
        (terug.weg, f"{in_cijfers(terug.weg)} was al weg"),
    ]
    return f"Ongedaan gemaakt: {', '.join(zin for aantal, zin in delen if aantal)}."


def _is_nieuw(levering: Metinglevering) -> ColumnElement[bool]:
    return Meting.levering_id == levering.id


def _is_wijziging(levering: Metinglevering) -> ColumnElement[bool]:
    return EerdereMeting.levering_id == levering.id


def _heeft_eerder() -> ColumnElement[bool]:
    """A figure that says something else than when it came in keeps what it said."""
    return exists().where(EerdereMeting.meting_id == Meting.id).correlate(Meting)


def _heeft_later() -> ColumnElement[bool]:
    later = _Later.meting_id == EerdereMeting.meting_id, _Later.id > EerdereMeting.id
    return exists().where(*later).correlate(EerdereMeting)


def _gewijzigd_sinds(levering: Metinglevering) -> Select[int]:
    """The ids of metingen that the file brought or changed and that somebody changed after that."""
    gewijzigd = select(EerdereMeting.meting_id).where(_is_wijziging(levering), _heeft_later())
    return select(Meting.id).where(or_(_is_nieuw(levering) & _heeft_eerder(), Meting.id.in_(gewijzigd)))


def _reeksen(session: Sessie, levering: Metinglevering) -> Sequence[tuple[int, int]]:
    """The series that the file touched, each with its indicator."""
    gewijzigd = select(EerdereMeting.meting_id).where(_is_wijziging(levering))
    geraakt = select(Meting.reeks_id).where(or_(_is_nieuw(levering), Meting.id.in_(gewijzigd)))
    keuze = select(Reeks.id, Reeks.indicator_id).where(Reeks.id.in_(geraakt)).order_by(Reeks.id)
    return [(id_, indicator_id) for id_, indicator_id in session.execute(keuze)]


def _zet_terug(session: Sessie, levering: Metinglevering) -> None:
    laatste = _is_wijziging(levering), ~_heeft_later()
    stand: dict[str, Any] = {naam: getattr(EerdereMeting, naam) for naam in STAND}
    _doe(
        session,
        update(Meting)
        .where(Meting.id == EerdereMeting.meting_id, *laatste)
        .values(**stand, rev=Meting.rev + 1, gewijzigd_op=nu()),
    )
    _doe(session, delete(EerdereMeting).where(*laatste))


def _ruim_reeksen_op(session: Sessie, reeksen: Sequence[int]) -> None:
    """A series without figures and without a nulmeting says nothing."""
    leeg = ~exists().where(Meting.reeks_id == Reeks.id), Reeks.nulmeting_datum.is_(None)
    for begin in range(0, len(reeksen), 500):
        _doe(session, delete(Reeks).where(Reeks.id.in_(reeksen[begin : begin + 500]), *leeg))


def _ruim_indicatoren_op(session: Sessie, levering: Metinglevering, door: Dader) -> int:
    """Those that are as the file made them, and that nothing refers to."""
    weg = 0
    for indicator in session.scalars(select(Indicator).where(Indicator.id.in_(levering.indicatoren))).all():
        if indicator.rev == 1 and not heeft_cijfers(session, indicator) and not _wordt_gebruikt(session, indicator):
            verwijder_indicator(session, indicator=indicator, door=door)
            weg += 1
    return weg


def _wordt_gebruikt(session: Sessie, indicator: Indicator) -> bool:
    regel = exists().where(Indicatorregel.indicator_id == indicator.id)
    blok = exists().where(Rapportblok.indicator_id == indicator.id)
    deelt = exists().where(Indicator.noemer_id == indicator.id)
    return bool(session.scalar(select(or_(regel, blok, deelt))))


def _tel(session: Sessie, keuze: Select[int]) -> int:
    return session.scalar(select(func.count()).select_from(keuze.subquery())) or 0


def _doe(session: Sessie, opdracht: Any) -> None:
    session.execute(opdracht, execution_options={"synchronize_session": False})
