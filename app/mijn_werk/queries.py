"""What stands on my page."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.auth.bereik import zichtbare_notitie
from app.auth.rechten import Recht, mag
from app.domain.bevindingen import bevindingen_van
from app.domain.structuur import Bevinding
from app.models import Gebruiker, Logregel, Notitie, NotitieStatus, Probleemgebied, db
from app.services.structuur_van import met_alles, structuur_van_notitie

AANTAL = 8


@dataclass(frozen=True, slots=True)
class TeDoen:
    """A concept with the findings in it, per probleemgebied: (probleemgebied, its bevindingen)."""

    notitie: Notitie
    gebieden: list[tuple[Probleemgebied, list[Bevinding]]]

    @property
    def aantal(self) -> int:
        return sum(len(gevonden) for _, gevonden in self.gebieden)


def werkvoorraad(gebruiker: Gebruiker) -> list[TeDoen]:
    """The newest concepts of who may edit them; empty for everybody else."""
    if not mag(gebruiker.rol, Recht.NOTITIES_BEWERKEN):
        return []
    keuze = (
        select(Notitie)
        .where(zichtbare_notitie(gebruiker), Notitie.status == NotitieStatus.CONCEPT)
        .order_by(Notitie.gewijzigd_op.desc(), Notitie.id.desc())
        .limit(3)
        .options(joinedload(Notitie.organisatie), *met_alles(selectinload(Notitie.probleemgebieden)))
    )
    return [_te_doen(notitie) for notitie in db.session.scalars(keuze)]


def _te_doen(notitie: Notitie) -> TeDoen:
    structuur = structuur_van_notitie(notitie)
    per_gebied = [
        (gebied, bevindingen_van(waarden, structuur))
        for gebied, waarden in zip(notitie.probleemgebieden, structuur.probleemgebieden, strict=True)
    ]
    return TeDoen(notitie, [(gebied, lijst) for gebied, lijst in per_gebied if lijst])


def laatst_bewerkt(gebruiker: Gebruiker) -> Sequence[Probleemgebied]:
    """The probleemgebieden this user changed last, newest first."""
    laatste = (
        select(Logregel.probleemgebied_id, func.max(Logregel.id).label("laatste"))
        .where(Logregel.gebruiker_id == gebruiker.id, Logregel.probleemgebied_id.is_not(None))
        .group_by(Logregel.probleemgebied_id)
        .subquery()
    )
    keuze = (
        select(Probleemgebied)
        .join(laatste, laatste.c.probleemgebied_id == Probleemgebied.id)
        .join(Probleemgebied.notitie)
        .where(zichtbare_notitie(gebruiker))
        .order_by(laatste.c.laatste.desc())
        .limit(AANTAL)
        .options(joinedload(Probleemgebied.notitie))
    )
    return db.session.scalars(keuze).all()


def veranderd_door_anderen(gebruiker: Gebruiker) -> Sequence[Logregel]:
    """What colleagues of the own organisatie did since the visit before this one."""
    if not mag(gebruiker.rol, Recht.NOTITIES_BEWERKEN):
        return []
    keuze = select(Logregel).where(
        Logregel.organisatie_id == gebruiker.organisatie_id,
        Logregel.gebruiker_id.is_not(None),
        Logregel.gebruiker_id != gebruiker.id,
    )
    if gebruiker.vorig_bezoek is not None:
        keuze = keuze.where(Logregel.tijdstip > gebruiker.vorig_bezoek)
    return db.session.scalars(
        keuze.order_by(Logregel.id.desc()).limit(AANTAL).options(joinedload(Logregel.gebruiker))
    ).all()


def nog_te_zien(gebruiker: Gebruiker, regels: Sequence[Logregel]) -> set[int]:
    """The probleemgebieden of these lines that still exist: what was removed has no page to go to."""
    keuze = (
        select(Probleemgebied.id)
        .join(Probleemgebied.notitie)
        .where(Probleemgebied.id.in_({regel.probleemgebied_id for regel in regels}), zichtbare_notitie(gebruiker))
    )
    return set(db.session.scalars(keuze))
