"""What an organisatie may see through the API; each answer is a page, so that memory stays bounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from app.api.vormen import IndicatorenVraag, MetingenVraag
from app.auth.bereik import bruikbare_indicator, bruikbare_reeks
from app.models import Indicator, Meting, Organisatie, Reeks, db
from app.web.formulier import schoon


@dataclass(frozen=True, slots=True)
class Pagina:
    """`cursor`: where the next page begins; None on the last one."""

    rijen: Sequence[Any]
    cursor: str | int | None


def indicatoren(organisatie: Organisatie, vraag: IndicatorenVraag) -> Pagina:
    """In the order of their ids."""
    keuze = select(Indicator).where(bruikbare_indicator(organisatie), Indicator.id > vraag.cursor)
    if vraag.naam:
        keuze = keuze.where(Indicator.naam.icontains(schoon(vraag.naam), autoescape=True))
    if vraag.gedeeld is not None:
        keuze = keuze.where(Indicator.gedeeld.is_(vraag.gedeeld))
    keuze = keuze.options(joinedload(Indicator.organisatie)).order_by(Indicator.id).limit(vraag.aantal + 1)
    gevonden = db.session.scalars(keuze).all()
    rijen = gevonden[: vraag.aantal]
    return Pagina(rijen, rijen[-1].id if len(gevonden) > vraag.aantal else None)


def vind_indicator(organisatie: Organisatie, id_: int) -> Indicator | None:
    keuze = select(Indicator).where(Indicator.id == id_, bruikbare_indicator(organisatie))
    return db.session.scalars(keuze.options(joinedload(Indicator.organisatie))).first()


def metingen(organisatie: Organisatie, indicator: Indicator, vraag: MetingenVraag) -> Pagina:
    """In the order of time, each with its reeks and organisatie."""
    keuze = (
        select(Meting)
        .join(Meting.reeks)
        .join(Reeks.organisatie)
        .where(Reeks.indicator_id == indicator.id, bruikbare_reeks(organisatie), *_filters(vraag))
        .order_by(Meting.van, Meting.tot, Meting.reeks_id)
        .options(contains_eager(Meting.reeks).contains_eager(Reeks.organisatie))
        .limit(vraag.aantal + 1)
    )
    if vraag.cursor is not None:
        keuze = keuze.where(tuple_(Meting.van, Meting.tot, Meting.reeks_id) > tuple_(*_uit_cursor(vraag.cursor)))
    gevonden = db.session.scalars(keuze).all()
    rijen = gevonden[: vraag.aantal]
    return Pagina(rijen, _cursor(rijen[-1]) if len(gevonden) > vraag.aantal else None)


def _filters(vraag: MetingenVraag) -> list[ColumnElement[bool]]:
    """An empty `gebied` is a filter too: the organisaties themselves."""
    voorwaarden: list[ColumnElement[bool]] = []
    if vraag.organisatie is not None:
        voorwaarden.append(Organisatie.slug == schoon(vraag.organisatie))
    if vraag.gebied is not None:
        voorwaarden.append(Reeks.gebied == schoon(vraag.gebied))
    if vraag.reeks is not None:
        voorwaarden.append(Reeks.soort == vraag.reeks)
    if vraag.periode_vanaf is not None:
        voorwaarden.append(Meting.van >= vraag.periode_vanaf)
    if vraag.periode_tot is not None:
        voorwaarden.append(Meting.tot <= vraag.periode_tot)
    return voorwaarden


def _cursor(meting: Meting) -> str:
    return f"{meting.van.toordinal()}.{meting.tot.toordinal()}.{meting.reeks_id}"


def _uit_cursor(cursor: str) -> tuple[date, date, int]:
    van, tot, reeks = (int(deel) for deel in cursor.split("."))
    return date.fromordinal(van), date.fromordinal(tot), reeks
