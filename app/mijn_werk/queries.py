"""What stands on my page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app.auth.bereik import geldende_notitie, zichtbare_notitie, zichtbare_periode
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht, mag
from app.domain.bevindingen.vinden import bevindingen_van
from app.domain.koers.bepalen import AANDACHT, Koers
from app.domain.regio.overzicht import Telling, tel_alles
from app.domain.structuur import Bevinding
from app.domain.voortgang.periodestatus import MOET_NOG
from app.models import (
    Beoordeling,
    Doel,
    Gebruiker,
    Logregel,
    Maatregel,
    Notitie,
    NotitieStatus,
    PeriodeStatus,
    Probleemgebied,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
    db,
)
from app.models.notitie import nieuwste_eerst
from app.regio.laden import laad_regels
from app.services.koersen import DoelKoers, koersen_van
from app.services.notities.gebied_lezen import Leesgebied, lees_gebieden
from app.services.notities.structuur_van import structuur_van_notitie

AANTAL = 8
MEESTE_CONCEPTEN = 3


@dataclass(frozen=True, slots=True)
class TeDoen:
    """A concept with the findings in it, per probleemgebied: (probleemgebied, its bevindingen)."""

    notitie: Notitie
    gebieden: list[tuple[Leesgebied, list[Bevinding]]]

    @property
    def aantal(self) -> int:
        return sum(len(gevonden) for _, gevonden in self.gebieden)


@dataclass(slots=True)
class TeRapporteren:
    """In one period that is not closed: the rows I still have to fill in, and how many wait for my judgement."""

    periode: Rapportageperiode
    regels: list[Voortgangsregel] = field(default_factory=list)
    te_beoordelen: int = 0


def te_rapporteren(gebruiker: Gebruiker) -> list[TeRapporteren]:
    """The period that closes first comes first; what was sent back to me before what is still blank."""
    if not mag(gebruiker.rol, Recht.VOORTGANG_INVULLEN):
        return []
    uit: dict[int, TeRapporteren] = {}
    for regel in db.session.scalars(_mijn_regels(gebruiker)):
        uit.setdefault(regel.periode_id, TeRapporteren(regel.periode)).regels.append(regel)
    if mag(gebruiker.rol, Recht.VOORTGANG_BEOORDELEN):
        for periode, aantal in db.session.execute(_te_beoordelen(gebruiker)):
            uit.setdefault(periode.id, TeRapporteren(periode)).te_beoordelen = aantal
    return sorted(uit.values(), key=lambda werk: (werk.periode.sluit_op, werk.periode.id))


def _mijn_regels(gebruiker: Gebruiker) -> Select[Voortgangsregel]:
    return (
        select(Voortgangsregel)
        .join(Voortgangsregel.periode)
        .join(Voortgangsregel.maatregel)
        .join(Maatregel.thema)
        .where(
            zichtbare_periode(gebruiker),
            Rapportageperiode.status != PeriodeStatus.GESLOTEN,
            Maatregel.eigenaar_id == gebruiker.id,
            Voortgangsregel.beoordeling.in_(MOET_NOG),
        )
        .order_by(
            case((Voortgangsregel.beoordeling == Beoordeling.TERUGGESTUURD, 0), else_=1),
            Thema.nummer,
            Maatregel.volgorde,
            Voortgangsregel.volgorde,
        )
        .options(
            contains_eager(Voortgangsregel.periode),
            contains_eager(Voortgangsregel.maatregel).contains_eager(Maatregel.thema),
        )
    )


def _te_beoordelen(gebruiker: Gebruiker) -> Select[Rapportageperiode, int]:
    per_periode = (
        select(Voortgangsregel.periode_id, func.count().label("aantal"))
        .where(
            Voortgangsregel.organisatie_id == gebruiker.organisatie_id,
            Voortgangsregel.beoordeling == Beoordeling.INGEVULD,
        )
        .group_by(Voortgangsregel.periode_id)
        .subquery()
    )
    return (
        select(Rapportageperiode, per_periode.c.aantal)
        .join(per_periode, per_periode.c.periode_id == Rapportageperiode.id)
        .where(zichtbare_periode(gebruiker), Rapportageperiode.status == PeriodeStatus.TER_CONTROLE)
    )


def werkvoorraad(gebruiker: Gebruiker) -> list[TeDoen]:
    """The newest concepts of who may edit them; empty for everybody else."""
    if not mag(gebruiker.rol, Recht.NOTITIES_BEWERKEN):
        return []
    nieuwste = (
        select(Notitie.id)
        .where(geldende_notitie(gebruiker), Notitie.status == NotitieStatus.CONCEPT)
        .order_by(*_laatst_gewijzigd())
        .limit(MEESTE_CONCEPTEN)
    )
    per_notitie: dict[Notitie, list[Leesgebied]] = {}
    for gebied in lees_gebieden(db.session(), Notitie.id.in_(nieuwste), *_laatst_gewijzigd()):
        per_notitie.setdefault(gebied.notitie, []).append(gebied)
    if not per_notitie:  # a concept in which nothing stands yet is one all the same
        per_notitie = {notitie: [] for notitie in db.session.scalars(select(Notitie).where(Notitie.id.in_(nieuwste)))}
    return [_te_doen(notitie, gebieden) for notitie, gebieden in per_notitie.items()]


def _laatst_gewijzigd() -> tuple[ColumnElement[Any], ...]:
    return Notitie.gewijzigd_op.desc(), Notitie.id.desc()


def _te_doen(notitie: Notitie, gebieden: list[Leesgebied]) -> TeDoen:
    structuur = structuur_van_notitie(notitie, gebieden)
    per_gebied = [
        (gebied, bevindingen_van(waarden, structuur))
        for gebied, waarden in zip(gebieden, structuur.probleemgebieden, strict=True)
    ]
    return TeDoen(notitie, [(gebied, lijst) for gebied, lijst in per_gebied if lijst])


def uit_koers(gebruiker: Gebruiker, vandaag: date) -> list[DoelKoers]:
    """The doelen of the own organisatie that are behind, the worst first; of its newest notitie."""
    if not mag(gebruiker.rol, Recht.NOTITIES_BEWERKEN):
        return []
    eigen = select(Notitie.id).where(geldende_notitie(gebruiker), Notitie.organisatie_id == gebruiker.organisatie_id)
    nieuwste = eigen.order_by(*nieuwste_eerst()).limit(1).scalar_subquery()
    keuze = (
        select(Doel)
        .join(Doel.probleemgebied)
        .where(Probleemgebied.notitie_id == nieuwste)
        .order_by(Probleemgebied.volgorde, Doel.nummer)
        .options(contains_eager(Doel.probleemgebied))
    )
    doelen = db.session.scalars(keuze).all()
    koersen = koersen_van(db.session(), doelen, kijker=kijker_van(gebruiker), peildatum=vandaag, verloop=False)
    achter = [koers for koers in koersen.values() if koers.koers in (Koers.VER_ACHTER, Koers.ACHTER)]
    return sorted(achter, key=lambda koers: AANDACHT.index(koers.koers))


def te_beantwoorden(gebruiker: Gebruiker) -> Telling | None:
    """What the gemeenten of the regio ask, with what is answered; None for who answers nothing."""
    regio_id = gebruiker.organisatie.regio_id
    if regio_id is None or not mag(gebruiker.rol, Recht.OPDRACHTEN_BEANTWOORDEN):
        return None
    return tel_alles(laad_regels(regio_id))


def laatst_bewerkt(gebruiker: Gebruiker) -> Sequence[Probleemgebied]:
    """The probleemgebieden this user changed last, newest first; as they are in the version that counts now."""
    laatste = (
        select(Probleemgebied.merk, func.max(Logregel.id).label("laatste"))
        .join(Logregel, Logregel.probleemgebied_id == Probleemgebied.id)
        .where(Logregel.gebruiker_id == gebruiker.id)
        .group_by(Probleemgebied.merk)
        .subquery()
    )
    keuze = (
        select(Probleemgebied)
        .join(laatste, laatste.c.merk == Probleemgebied.merk)
        .join(Probleemgebied.notitie)
        .where(geldende_notitie(gebruiker))
        .order_by(laatste.c.laatste.desc())
        .limit(AANTAL)
        .options(joinedload(Probleemgebied.notitie))
    )
    return db.session.scalars(keuze).all()


def veranderd_door_anderen(gebruiker: Gebruiker) -> Sequence[tuple[Logregel, bool]]:
    """What colleagues of the own organisatie did since the visit before this one, each with whether the probleemgebied
    it is about still exists: what was removed has no page to go to."""
    if not mag(gebruiker.rol, Recht.NOTITIES_BEWERKEN):
        return []
    er_nog = exists().where(
        Probleemgebied.id == Logregel.probleemgebied_id,
        Notitie.id == Probleemgebied.notitie_id,
        zichtbare_notitie(gebruiker),
    )
    keuze = select(Logregel, er_nog).where(
        Logregel.organisatie_id == gebruiker.organisatie_id,
        Logregel.gebruiker_id.is_not(None),
        Logregel.gebruiker_id != gebruiker.id,
        Logregel.over_gebruiker_id.is_(None),  # what is arranged about somebody is for the beheerder
    )
    if gebruiker.vorig_bezoek is not None:
        keuze = keuze.where(Logregel.tijdstip > gebruiker.vorig_bezoek)
    keuze = keuze.order_by(Logregel.id.desc()).limit(AANTAL).options(joinedload(Logregel.gebruiker))
    return [(regel, er) for regel, er in db.session.execute(keuze)]
