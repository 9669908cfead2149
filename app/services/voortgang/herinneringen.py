"""Puts the reminders of one organisatie ready: what is new is added, what is no longer true and not sent goes.

What was sent long ago goes too, unless it still holds: it is kept so that it is not sent again.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Insert, and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import selectinload

from app.domain.herinnering import (
    WACHTEND,
    Aanleiding,
    Frequentie,
    HerinneringStatus,
    Ontvangers,
    PeriodeStand,
    RegelStand,
    aanleidingen,
    bewaard_vanaf,
)
from app.domain.voortgang.structuur import Moment
from app.models import (
    Gebruiker,
    Herinnering,
    Maatregel,
    PeriodeStatus,
    Rapportageperiode,
    Rol,
    Thema,
    Voortgangsregel,
    nu,
)
from app.models.basis import Sessie
from app.services.voortgang.log import noem
from app.services.voortgang.slot import vergrendel_organisatie


def met_herinneringen(session: Sessie, *, dag: date) -> Sequence[int]:
    """The organisaties in which a period is going on, a reminder waits, or one is too old to keep."""
    lopend = select(Rapportageperiode.organisatie_id).where(Rapportageperiode.status != PeriodeStatus.GESLOTEN)
    wachtend = select(Herinnering.organisatie_id).where(Herinnering.status.in_(WACHTEND))
    oud = select(Herinnering.organisatie_id).where(_te_oud(dag))
    return sorted(session.scalars(lopend.union(wachtend, oud)))


def zet_klaar(session: Sessie, *, organisatie_id: int, dag: date) -> None:
    """In a fixed number of queries. Two runs at once add each reminder once: the unique key decides."""
    vergrendel_organisatie(session, organisatie_id)
    per_wie = aanleidingen(_periodes(session, organisatie_id), _ontvangers(session, organisatie_id), dag)
    nodig = {(wie, een.sleutel): een for wie, lijst in per_wie.items() for een in lijst}
    bestaand = _bestaand(session, organisatie_id, {sleutel for _, sleutel in nodig})
    _werk_bij(session, bestaand, nodig)
    er_al = {(herinnering.gebruiker_id, herinnering.sleutel) for herinnering in bestaand}
    rijen = [_rij(organisatie_id, wie, een) for (wie, sleutel), een in nodig.items() if (wie, sleutel) not in er_al]
    if rijen:
        session.execute(_voeg_toe(session), rijen)
    _ruim_op(session, organisatie_id, dag, [h.id for h in bestaand if (h.gebruiker_id, h.sleutel) in nodig])


def _ruim_op(session: Sessie, organisatie_id: int, dag: date, nodig: Sequence[int]) -> None:
    session.execute(
        delete(Herinnering).where(
            Herinnering.organisatie_id == organisatie_id, _te_oud(dag), Herinnering.id.not_in(nodig)
        ),
        execution_options={"synchronize_session": False},
    )


def _te_oud(dag: date) -> ColumnElement[bool]:
    """A condition on Herinnering."""
    verstuurd = Herinnering.status == HerinneringStatus.VERSTUURD
    return and_(verstuurd, Herinnering.verzonden_dag < bewaard_vanaf(dag))


def _bestaand(session: Sessie, organisatie_id: int, sleutels: set[str]) -> Sequence[Herinnering]:
    """What waits, and what was sent before for the same reason."""
    keuze = select(Herinnering).where(
        Herinnering.organisatie_id == organisatie_id, or_(_wacht(), Herinnering.sleutel.in_(sleutels))
    )
    return session.scalars(keuze).all()


def _voeg_toe(session: Sessie) -> Insert:
    sleutel = [Herinnering.gebruiker_id, Herinnering.sleutel]
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(Herinnering).on_conflict_do_nothing(index_elements=sleutel)
    return postgresql.insert(Herinnering).on_conflict_do_nothing(index_elements=sleutel)


def _rij(organisatie_id: int, wie: int, aanleiding: Aanleiding) -> dict[str, Any]:
    return {
        "organisatie_id": organisatie_id,
        "gebruiker_id": wie,
        "sleutel": aanleiding.sleutel,
        "soort": aanleiding.soort,
        "status": HerinneringStatus.KLAARGEZET,
        "tekst": aanleiding.tekst,
        "periode": aanleiding.periode,
        "regel_id": aanleiding.regel_id,
        "klaargezet_op": nu(),
        "pogingen": 0,
        "fout": "",
    }


def _werk_bij(session: Sessie, bestaand: Iterable[Herinnering], nodig: dict[tuple[int, str], Aanleiding]) -> None:
    """Only what waits: the figures in it may have changed, or there is nothing left to say."""
    weg: list[int] = []
    for herinnering in bestaand:
        if herinnering.status not in WACHTEND:
            continue
        aanleiding = nodig.get((herinnering.gebruiker_id, herinnering.sleutel))
        if aanleiding is None:
            weg.append(herinnering.id)
        else:
            herinnering.tekst = aanleiding.tekst
    if weg:
        session.execute(delete(Herinnering).where(Herinnering.id.in_(weg), _wacht()))


def _wacht() -> ColumnElement[bool]:
    return Herinnering.status.in_(WACHTEND)


def _ontvangers(session: Sessie, organisatie_id: int) -> Ontvangers:
    keuze = select(Gebruiker.id, Gebruiker.rol, Gebruiker.herinneringen).where(
        Gebruiker.organisatie_id == organisatie_id,
        Gebruiker.actief,
        Gebruiker.rol.in_((Rol.BELEIDSADVISEUR, Rol.MANAGER)),
    )
    mensen = session.execute(keuze).all()
    return Ontvangers(
        invullers=frozenset(wie for wie, _, _ in mensen),
        managers=frozenset(wie for wie, rol, _ in mensen if rol is Rol.MANAGER),
        stil=frozenset(wie for wie, _, frequentie in mensen if frequentie is Frequentie.GEEN),
    )


def _periodes(session: Sessie, organisatie_id: int) -> list[PeriodeStand]:
    keuze = select(Rapportageperiode).where(
        Rapportageperiode.organisatie_id == organisatie_id, Rapportageperiode.status != PeriodeStatus.GESLOTEN
    )
    periodes = session.scalars(keuze).all()
    regels = _regels(session, [periode.id for periode in periodes]) if periodes else {}
    return [PeriodeStand(p.id, p.code, p.tot, p.sluit_op, p.status, regels.get(p.id, [])) for p in periodes]


def _regels(session: Sessie, periodes: Sequence[int]) -> dict[int, list[RegelStand]]:
    keuze = (
        select(Voortgangsregel)
        .join(Voortgangsregel.maatregel)
        .join(Maatregel.thema)
        .where(Voortgangsregel.periode_id.in_(periodes))
        .order_by(Thema.nummer, Maatregel.volgorde, Voortgangsregel.volgorde)
        .options(
            selectinload(Voortgangsregel.momenten),
            selectinload(Voortgangsregel.maatregel).selectinload(Maatregel.thema),
        )
    )
    uit: dict[int, list[RegelStand]] = {}
    for regel in session.scalars(keuze):
        uit.setdefault(regel.periode_id, []).append(_stand(regel))
    return uit


def _stand(regel: Voortgangsregel) -> RegelStand:
    return RegelStand(
        id=regel.id,
        rev=regel.rev,
        maatregel_id=regel.maatregel_id,
        naam=noem(regel.maatregel),
        eigenaar_id=regel.maatregel.eigenaar_id,
        beoordeling=regel.beoordeling,
        status=regel.status,
        momenten=[Moment(m.van, m.tot, m.precisie, m.herhaling) for m in regel.momenten],
        opmerking=regel.opmerking,
    )
