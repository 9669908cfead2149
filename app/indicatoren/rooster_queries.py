"""What the grid reads, in a fixed number of queries."""

from collections.abc import Sequence

from flask_login import current_user
from sqlalchemy import ColumnElement, Select, exists, func, select

from app.auth.bereik import bruikbare_indicator, geldende_notitie
from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.models import Indicator, Indicatorregel, Meting, Notitie, Probleemgebied, Reeks, db

Plek = tuple[int, Meetperiode]


def indicatoren(
    *, frequentie: Meetfrequentie | None, probleemgebied: int | None, begin: int, aantal: int
) -> tuple[Sequence[Indicator], int]:
    """A page of what figures may be hung on, by name, and how many there are. `frequentie` None: of every one."""
    keuze = select(Indicator).where(bruikbare_indicator(current_user.organisatie))
    if frequentie is not None:
        keuze = keuze.where(Indicator.frequentie == frequentie)
    if probleemgebied is not None:
        keuze = keuze.where(_meet_in(probleemgebied))
    totaal = db.session.scalar(keuze.with_only_columns(func.count(Indicator.id))) or 0
    op_volgorde = keuze.order_by(func.lower(Indicator.naam), Indicator.id).offset(begin).limit(aantal)
    return db.session.scalars(op_volgorde).all(), totaal


def _meet_in(probleemgebied: int) -> ColumnElement[bool]:
    return exists().where(
        Indicatorregel.indicator_id == Indicator.id, Indicatorregel.probleemgebied_id == probleemgebied
    )


def metingen(
    ids: Sequence[int], periodes: Sequence[Meetperiode], *, gebied: str, soort: Reekssoort
) -> dict[Plek, Meting]:
    """The own figures in these rows and columns, as the table says now."""
    keuze = (
        select(Meting, Reeks.indicator_id)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .where(_eigen(), Reeks.indicator_id.in_(ids), Reeks.gebied == gebied, Reeks.soort == soort)
        .where(Meting.van.in_({p.van for p in periodes}), Meting.tot.in_({p.tot for p in periodes}))
        .execution_options(populate_existing=True)
    )
    rijen = db.session.execute(keuze).all()
    return {(indicator_id, Meetperiode(rij.van, rij.tot)): rij for rij, indicator_id in rijen}


def laatste_periode(gebied: str, soort: Reekssoort) -> Meetperiode | None:
    """The last one that any own figure speaks of."""
    keuze = (
        select(Meting.van, Meting.tot)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .where(_eigen(), Reeks.gebied == gebied, Reeks.soort == soort)
        .order_by(Meting.tot.desc(), Meting.van)
        .limit(1)
    )
    rij = db.session.execute(keuze).first()
    return Meetperiode(rij.van, rij.tot) if rij else None


def gebieden() -> list[str]:
    """The areas that figures are kept of, beside the organisatie itself."""
    return sorted(db.session.scalars(select(Reeks.gebied).where(_eigen(), Reeks.gebied != "").distinct()))


def probleemgebieden() -> list[tuple[int, str]]:
    """Those with a line that is linked to an indicator, newest notitie first."""
    gekoppeld = exists().where(
        Indicatorregel.probleemgebied_id == Probleemgebied.id, Indicatorregel.indicator_id.is_not(None)
    )
    keuze: Select[int, str, str] = (
        select(Probleemgebied.id, Probleemgebied.naam, Notitie.titel)
        .join(Probleemgebied.notitie)
        .where(geldende_notitie(current_user), gekoppeld)
        .order_by(Notitie.id.desc(), Probleemgebied.volgorde)
    )
    return [(id_, f"{naam} ({titel})") for id_, naam, titel in db.session.execute(keuze)]


def _eigen() -> ColumnElement[bool]:
    eigen: int = current_user.organisatie_id
    return Reeks.organisatie_id == eigen
