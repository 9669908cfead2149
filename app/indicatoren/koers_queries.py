"""The doelen whose koers may be seen, each question in a fixed number of queries."""

from collections.abc import Collection, Iterable, Sequence

from flask_login import current_user
from sqlalchemy import exists, func, select
from sqlalchemy.orm import contains_eager, load_only
from sqlalchemy.sql.base import ExecutableOption

from app.auth.bereik import geldende_notitie, zichtbare_indicator, zichtbare_notitie
from app.indicatoren.koers_filters import Plaats
from app.models import Doel, Indicator, Indicatorregel, Notitie, Organisatie, Probleemgebied, db
from app.services.notities.gebied_lezen import Leesdoel

_VOOR_KOERS = (
    *(Doel.organisatie_id, Doel.richting, Doel.minimum, Doel.maximum, Doel.eenheid),
    *(Doel.doeljaar, Doel.referentiejaar, Doel.open),
)


def plaatsen() -> list[Plaats]:
    """Every probleemgebied in the versions that count for this user, newest notitie first."""
    keuze = (
        select(Probleemgebied.id, Probleemgebied.naam, Notitie.id, Notitie.titel, Organisatie.slug, Organisatie.naam)
        .join(Probleemgebied.notitie)
        .join(Notitie.organisatie)
        .where(geldende_notitie(current_user))
        .order_by(Organisatie.naam, Notitie.id.desc(), Probleemgebied.volgorde)
    )
    return [Plaats(*rij) for rij in db.session.execute(keuze)]


def doelen(gebieden: Collection[int]) -> Sequence[Doel]:
    """Of these probleemgebieden, which may be seen: only what their koers asks; `vul_aan` gives the rest."""
    keuze = (
        select(Doel)
        .join(Doel.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(Doel.probleemgebied_id.in_(gebieden))
        .order_by(Notitie.id.desc(), Probleemgebied.volgorde, Doel.nummer)
        .options(load_only(*_VOOR_KOERS))
    )
    return db.session.scalars(keuze).all()


def vul_aan(doelen: Iterable[Doel | Leesdoel]) -> None:
    """Those that `doelen` gave: with their texts, and the way up to the organisatie."""
    keuze = select(Doel).join(Doel.probleemgebied).join(Probleemgebied.notitie)
    keuze = keuze.where(Doel.id.in_([doel.id for doel in doelen])).options(_omhoog())
    db.session.scalars(keuze.execution_options(populate_existing=True)).all()


def doel(id_: int) -> Doel | None:
    keuze = (
        select(Doel)
        .join(Doel.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(Doel.id == id_, zichtbare_notitie(current_user))
        .options(_omhoog())
    )
    return db.session.scalars(keuze).first()


def zonder_doel(hoogstens: int) -> tuple[Sequence[Indicator], int]:
    """Indicatoren that measure no doel, also none that this user may not see: the first of them by name, and how
    many there are."""
    genoemd = exists().where(Indicatorregel.indicator_id == Indicator.id, Indicatorregel.doel_id.is_not(None))
    keuze = select(Indicator, func.count().over()).where(zichtbare_indicator(current_user), ~genoemd)
    rijen = db.session.execute(keuze.order_by(func.lower(Indicator.naam), Indicator.id).limit(hoogstens)).all()
    return [indicator for indicator, _ in rijen], rijen[0][1] if rijen else 0


def _omhoog() -> ExecutableOption:
    gebied = contains_eager(Doel.probleemgebied)
    return gebied.contains_eager(Probleemgebied.notitie).joinedload(Notitie.organisatie)
