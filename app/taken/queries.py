"""The jobs of the own organisatie."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.models import Gebruiker, Taak, TaakStatus, db

PER_PAGINA = 25


def pagina(gebruiker: Gebruiker, nummer: int) -> Sequence[Taak]:
    """Newest first; pages count from 1."""
    keuze = (
        select(Taak)
        .where(Taak.organisatie_id == gebruiker.organisatie_id)
        .order_by(Taak.id.desc())
        .limit(PER_PAGINA)
        .offset((nummer - 1) * PER_PAGINA)
        .options(joinedload(Taak.gebruiker))
    )
    return db.session.scalars(keuze).all()


def per_status(gebruiker: Gebruiker) -> dict[TaakStatus, int]:
    """In the order of the life of a job; only what there is."""
    keuze = (
        select(Taak.status, func.count()).where(Taak.organisatie_id == gebruiker.organisatie_id).group_by(Taak.status)
    )
    gevonden = dict(db.session.execute(keuze).all())
    return {status: gevonden[status] for status in TaakStatus if status in gevonden}


def vind_taak(gebruiker: Gebruiker, id_: int) -> Taak | None:
    keuze = select(Taak).where(Taak.id == id_, Taak.organisatie_id == gebruiker.organisatie_id)
    return db.session.scalars(keuze.options(joinedload(Taak.gebruiker))).first()


def wachten_ervoor(taak: Taak) -> int:
    """How many jobs, of everybody, are carried out before this one."""
    keuze = select(func.count()).where(Taak.status == TaakStatus.WACHT, Taak.id < taak.id)
    return db.session.scalar(keuze) or 0
