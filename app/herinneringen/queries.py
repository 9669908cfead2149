"""The reminders of the own organisatie."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from app.models import Gebruiker, Herinnering, HerinneringStatus, db

PER_PAGINA = 50


def herinneringen(gebruiker: Gebruiker, pagina: int) -> Sequence[Herinnering]:
    """What is not sent yet first, then the newest. `pagina` counts from 1."""
    keuze = (
        select(Herinnering)
        .join(Herinnering.gebruiker)
        .where(Herinnering.organisatie_id == gebruiker.organisatie_id)
        .order_by(Herinnering.status == HerinneringStatus.VERSTUURD, Herinnering.id.desc())
        .offset((pagina - 1) * PER_PAGINA)
        .limit(PER_PAGINA)
        .options(contains_eager(Herinnering.gebruiker))
    )
    return db.session.scalars(keuze).all()


def per_status(gebruiker: Gebruiker) -> dict[HerinneringStatus, int]:
    keuze = (
        select(Herinnering.status, func.count())
        .where(Herinnering.organisatie_id == gebruiker.organisatie_id)
        .group_by(Herinnering.status)
    )
    return dict(db.session.execute(keuze).all())
