"""What the screens of indicatoren read, each in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_login import current_user
from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.auth.bereik import bruikbare_indicator, geldende_notitie, zichtbare_indicator, zichtbare_notitie
from app.models import (
    Doel,
    Duiding,
    EerdereMeting,
    Indicator,
    Indicatorregel,
    Meting,
    Notitie,
    Probleemgebied,
    Reeks,
    Verwijdering,
    db,
)
from app.services.indicatoren.indicator_beheren import SOORT
from app.services.indicatoren.metingen_ongedaan import METINGEN
from app.services.indicatoren.metingen_verwijderen import METING

PER_PAGINA = 60


@dataclass(frozen=True, slots=True)
class Regel:
    """One indicator in the list: how many own figures it has, and the end of the last one."""

    indicator: Indicator
    aantal: int
    laatste: date | None


def indicator(id_: int) -> Indicator | None:
    keuze = select(Indicator).where(Indicator.id == id_, zichtbare_indicator(current_user))
    return db.session.scalars(keuze.options(joinedload(Indicator.organisatie), joinedload(Indicator.noemer))).first()


def lijst(pagina: int) -> list[Regel]:
    """By name, PER_PAGINA at a time."""
    cijfers = (
        select(Reeks.indicator_id, func.count(Meting.id).label("aantal"), func.max(Meting.tot).label("laatste"))
        .join(Meting, Meting.reeks_id == Reeks.id)
        .where(Reeks.organisatie_id == current_user.organisatie_id)
        .group_by(Reeks.indicator_id)
        .subquery()
    )
    keuze = (
        select(Indicator, func.coalesce(cijfers.c.aantal, 0), cijfers.c.laatste)
        .outerjoin(cijfers, cijfers.c.indicator_id == Indicator.id)
        .where(zichtbare_indicator(current_user))
        .order_by(func.lower(Indicator.naam), Indicator.id)
        .limit(PER_PAGINA)
        .offset((pagina - 1) * PER_PAGINA)
        .options(joinedload(Indicator.organisatie))
    )
    return [Regel(*rij) for rij in db.session.execute(keuze)]


def aantal() -> int:
    return db.session.scalar(select(func.count(Indicator.id)).where(zichtbare_indicator(current_user))) or 0


def bruikbaar(*ids: int) -> Sequence[Indicator]:
    """What the own organisatie may hang figures on, by name; of `ids` only those."""
    keuze = select(Indicator).where(bruikbare_indicator(current_user.organisatie))
    if ids:
        keuze = keuze.where(Indicator.id.in_(ids))
    return db.session.scalars(keuze.order_by(func.lower(Indicator.naam), Indicator.id)).all()


def meting(van: Indicator, id_: int) -> Meting | None:
    """An own figure, with its history and who made it."""
    keuze = (
        select(Meting)
        .join(Meting.reeks)
        .where(Meting.id == id_, Reeks.indicator_id == van.id, Reeks.organisatie_id == current_user.organisatie_id)
        .options(contains_eager(Meting.reeks), selectinload(Meting.eerdere).joinedload(EerdereMeting.gebruiker))
    )
    return db.session.scalars(keuze).first()


def rev(van: Meting) -> int | None:
    """The version that is stored now; None when it is gone."""
    return db.session.scalar(select(Meting.rev).where(Meting.id == van.id))


def duidingen(van: Indicator) -> Sequence[Duiding]:
    keuze = select(Duiding).where(Duiding.indicator_id == van.id, Duiding.organisatie_id == current_user.organisatie_id)
    return db.session.scalars(keuze.order_by(Duiding.periode.desc())).all()


def regels_van(van: Indicator) -> Sequence[Indicatorregel]:
    """The lines of the versions that count for this user, with the doel each measures and the way up; newest first."""
    naar_organisatie = contains_eager(Indicatorregel.probleemgebied).contains_eager(Probleemgebied.notitie)
    keuze = (
        _regels()
        .where(Indicatorregel.indicator_id == van.id, geldende_notitie(current_user))
        .order_by(Notitie.id.desc(), Probleemgebied.volgorde, Indicatorregel.volgorde)
        .options(naar_organisatie.joinedload(Notitie.organisatie))
    )
    return db.session.scalars(keuze).all()


def regel(id_: int) -> Indicatorregel | None:
    """A line of an own notitie."""
    eigen = Indicatorregel.organisatie_id == current_user.organisatie_id
    return db.session.scalars(_regels().where(Indicatorregel.id == id_, eigen)).first()


def eigen_regels() -> Sequence[Indicatorregel]:
    """Every line of the own notities, in the versions that count for this user."""
    eigen = Indicatorregel.organisatie_id == current_user.organisatie_id
    return db.session.scalars(_regels().where(eigen, geldende_notitie(current_user))).all()


def _regels() -> Select[Indicatorregel]:
    gebied = contains_eager(Indicatorregel.probleemgebied)
    return (
        select(Indicatorregel)
        .join(Indicatorregel.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(zichtbare_notitie(current_user))
        .options(gebied.contains_eager(Probleemgebied.notitie), joinedload(Indicatorregel.doel))
        .options(joinedload(Indicatorregel.indicator))
    )


def notities_met_doelen() -> Sequence[Notitie]:
    """The own notities, of each the version that counts, newest first, with the doelen and the lines that measure."""
    gebieden = selectinload(Notitie.probleemgebieden)
    keuze = (
        select(Notitie)
        .where(geldende_notitie(current_user), Notitie.organisatie_id == current_user.organisatie_id)
        .order_by(Notitie.id.desc())
        .options(gebieden.selectinload(Probleemgebied.doelen))
        .options(gebieden.selectinload(Probleemgebied.indicatoren).joinedload(Indicatorregel.indicator))
    )
    return db.session.scalars(keuze).all()


def doel(id_: int) -> Doel | None:
    keuze = (
        select(Doel)
        .join(Doel.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(Doel.id == id_, Doel.organisatie_id == current_user.organisatie_id, zichtbare_notitie(current_user))
    )
    return db.session.scalars(keuze).first()


def verwijdering(id_: int, *soorten: str) -> Verwijdering | None:
    """Of the own organisatie."""
    keuze = select(Verwijdering).where(
        Verwijdering.id == id_,
        Verwijdering.organisatie_id == current_user.organisatie_id,
        Verwijdering.soort.in_(soorten),
    )
    return db.session.scalars(keuze).first()


def verwijderde_indicator(id_: int) -> Verwijdering | None:
    return verwijdering(id_, SOORT)


def opslag(id_: int) -> Verwijdering | None:
    """One save of figures, to undo."""
    return verwijdering(id_, METINGEN)


def eerder_verwijderd(van: Meting) -> list[Verwijdering]:
    """What stood in the same cell and was taken away, newest first."""
    keuze = (
        select(Verwijdering)
        .where(
            Verwijdering.organisatie_id == van.organisatie_id,
            Verwijdering.soort == METING,
            Verwijdering.ouder_id == van.reeks_id,
            Verwijdering.teruggezet_op.is_(None),
        )
        .order_by(Verwijdering.id.desc())
    )
    cel = (van.van.isoformat(), van.tot.isoformat())
    return [rij for rij in db.session.scalars(keuze) if (rij.inhoud["van"], rij.inhoud["tot"]) == cel]
