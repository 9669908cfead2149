"""What the screens of notities show, each in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_login import current_user
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.auth.bereik import geldende_notitie, zichtbare_notitie
from app.models import Doel, Interventie, Logregel, Notitie, Probleemgebied, db
from app.models.notitie import nieuwste_eerst
from app.services.notities.structuur_van import met_alles


@dataclass(frozen=True, slots=True)
class NotitieRegel:
    notitie: Notitie
    gebieden: int
    doelen: int
    interventies: int


def notities() -> list[NotitieRegel]:
    """Of every document the version that counts for this user, newest first, with how much is in it."""
    gebied = select(func.count()).where(Probleemgebied.notitie_id == Notitie.id).scalar_subquery()
    doel = _telling(Doel)
    interventie = _telling(Interventie)
    keuze = (
        select(Notitie, gebied, doel, interventie)
        .where(geldende_notitie(current_user))
        .order_by(*nieuwste_eerst())
        .options(joinedload(Notitie.organisatie))
    )
    return [NotitieRegel(*rij) for rij in db.session.execute(keuze)]


def _telling(model: type[Doel] | type[Interventie]):  # type: ignore[no-untyped-def]
    return (
        select(func.count())
        .select_from(model)
        .join(Probleemgebied, Probleemgebied.id == model.probleemgebied_id)
        .where(Probleemgebied.notitie_id == Notitie.id)
        .scalar_subquery()
    )


def notitie_met_alles(id_: int) -> Notitie | None:
    keuze = (
        select(Notitie)
        .where(Notitie.id == id_, zichtbare_notitie(current_user))
        .options(joinedload(Notitie.organisatie), *met_alles(selectinload(Notitie.probleemgebieden)))
    )
    return db.session.scalars(keuze).unique().first()


def notitie(id_: int) -> Notitie | None:
    keuze = select(Notitie).where(Notitie.id == id_, zichtbare_notitie(current_user))
    return db.session.scalars(keuze.options(joinedload(Notitie.organisatie))).first()


def geschiedenis(notitie: Notitie, aantal: int = 10) -> Sequence[Logregel]:
    """Of this version and of those before it."""
    tot_hier = select(Notitie.id).where(Notitie.lijn == notitie.lijn, Notitie.versienummer <= notitie.versienummer)
    keuze = select(Logregel).where(Logregel.notitie_id.in_(tot_hier)).order_by(Logregel.id.desc()).limit(aantal)
    return db.session.scalars(keuze.options(joinedload(Logregel.gebruiker))).all()
