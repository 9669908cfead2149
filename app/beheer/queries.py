"""The users of the own organisatie, and what was arranged about one of them."""

from collections.abc import Sequence

from flask_login import current_user
from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import joinedload

from app.models import Gebruiker, Logregel, TweedeStap, db

PER_PAGINA = 50
LAATSTE = 20


def _hier() -> ColumnElement[bool]:
    """Who was removed is only history."""
    return and_(Gebruiker.organisatie_id == current_user.organisatie_id, Gebruiker.verwijderd_op.is_(None))


def aantal_gebruikers() -> int:
    return db.session.scalar(select(func.count(Gebruiker.id)).where(_hier())) or 0


def gebruikers(pagina: int) -> Sequence[Gebruiker]:
    keuze = select(Gebruiker).where(_hier()).order_by(func.lower(Gebruiker.naam), Gebruiker.id)
    return db.session.scalars(keuze.limit(PER_PAGINA).offset((pagina - 1) * PER_PAGINA)).all()


def gebruiker(id_: int) -> Gebruiker | None:
    keuze = select(Gebruiker).where(Gebruiker.id == id_, _hier()).options(joinedload(Gebruiker.organisatie))
    return db.session.scalars(keuze).first()


def in_twee_stappen(wie: Sequence[Gebruiker]) -> set[int]:
    """The ids of those who log in in two steps."""
    ids = [gebruiker.id for gebruiker in wie]
    return set(db.session.scalars(select(TweedeStap.gebruiker_id).where(TweedeStap.gebruiker_id.in_(ids))))


def geschiedenis(gebruiker_id: int) -> Sequence[Logregel]:
    """What was arranged about this user, newest first."""
    keuze = select(Logregel).where(Logregel.over_gebruiker_id == gebruiker_id).order_by(Logregel.id.desc())
    return db.session.scalars(keuze.limit(LAATSTE).options(joinedload(Logregel.gebruiker))).all()
