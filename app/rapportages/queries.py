"""What the screens of the reports read, each in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_login import current_user
from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload

from app.auth.bereik import bruikbare_indicator, zichtbare_periode
from app.models import Hoofdstuk, Indicator, Rapport, Rapportageperiode, Rapportblok, Thema, Verwijdering, db
from app.services.rapporten.verwijderen import BLOK, HOOFDSTUK


@dataclass(frozen=True, slots=True)
class Periodestand:
    """A period with its report, if there is one, and how many chapters that has."""

    periode: Rapportageperiode
    rapport: Rapport | None
    hoofdstukken: int


def standen() -> list[Periodestand]:
    """Every period this user may see, newest first."""
    aantal = select(func.count(Hoofdstuk.id)).where(Hoofdstuk.rapport_id == Rapport.id).scalar_subquery()
    keuze = (
        select(Rapportageperiode, Rapport, aantal)
        .outerjoin(Rapport, Rapport.periode_id == Rapportageperiode.id)
        .where(zichtbare_periode(current_user))
        .order_by(Rapportageperiode.tot.desc(), Rapportageperiode.van.desc())
        .options(joinedload(Rapportageperiode.gesloten_door))
    )
    return [Periodestand(*rij) for rij in db.session.execute(keuze)]


def rapport(van: Rapportageperiode) -> Rapport | None:
    """Of a period that may be seen."""
    keuze = select(Rapport).where(Rapport.periode_id == van.id).options(joinedload(Rapport.periode))
    return db.session.scalars(keuze).first()


def hoofdstuk(id_: int) -> Hoofdstuk | None:
    """Of the own organisatie."""
    keuze = (
        select(Hoofdstuk)
        .join(Hoofdstuk.rapport)
        .join(Rapport.periode)
        .where(Hoofdstuk.id == id_, zichtbare_periode(current_user))
        .options(contains_eager(Hoofdstuk.rapport).contains_eager(Rapport.periode))
    )
    return db.session.scalars(keuze).first()


def blok(id_: int) -> Rapportblok | None:
    """Of the own organisatie, with what it is about."""
    hoofdstuk_ = contains_eager(Rapportblok.hoofdstuk)
    keuze = (
        select(Rapportblok)
        .join(Rapportblok.hoofdstuk)
        .join(Hoofdstuk.rapport)
        .join(Rapport.periode)
        .where(Rapportblok.id == id_, zichtbare_periode(current_user))
        .options(hoofdstuk_.contains_eager(Hoofdstuk.rapport).contains_eager(Rapport.periode))
        .options(joinedload(Rapportblok.indicator), joinedload(Rapportblok.thema))
    )
    return db.session.scalars(keuze).first()


def indicatoren() -> Sequence[Indicator]:
    """What can be shown in a report of the own organisatie, by name."""
    keuze = select(Indicator).where(bruikbare_indicator(current_user.organisatie))
    return db.session.scalars(keuze.order_by(func.lower(Indicator.naam), Indicator.id)).all()


def themas() -> Sequence[Thema]:
    keuze = select(Thema).where(Thema.organisatie_id == current_user.organisatie_id).order_by(Thema.nummer)
    return db.session.scalars(keuze).all()


def verwijdering(id_: int) -> Verwijdering | None:
    """A chapter or block that was removed in the own organisatie."""
    keuze = select(Verwijdering).where(
        Verwijdering.id == id_,
        Verwijdering.organisatie_id == current_user.organisatie_id,
        Verwijdering.soort.in_((HOOFDSTUK, BLOK)),
    )
    return db.session.scalars(keuze).first()
