"""Figures of a whole region: shared indicatoren, for every gemeente a series of each, and the doelen they measure."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Integer, cast, insert, literal, select, update
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, lees_meetperiode
from app.models import Indicator, Indicatorregel, Meting, Organisatie, Reeks
from scripts.regio.maken import Regio
from scripts.regio.rijen import MOMENT, Rijen

EENHEDEN = ("aantal", "procent", "euro")
EERSTE_JAAR = 2012


@dataclass(frozen=True, slots=True)
class Cijfers:
    """The ids of the indicatoren, and the last period. Every third counts people, and has small counts."""

    indicatoren: tuple[int, ...]
    laatste: Meetperiode


def maak_metingen(session: Session, regio: Regio, *, indicatoren: int = 30, periodes: int = 100) -> Cijfers:
    """As many figures per gemeente as these two give. The lines of the notities measure them, in turn."""
    rijen = Rijen(session)
    eigenaar = session.scalars(select(Organisatie.id).where(Organisatie.slug == f"{regio.slug}-rigg")).one()
    ids = tuple(_indicator(rijen, eigenaar, nummer) for nummer in range(indicatoren))
    for gemeente in regio.gemeenten:
        for indicator_id in ids:
            _reeks(rijen, gemeente.organisatie_id, indicator_id)
    rijen.schrijf()
    reeks = [periode_op_rij(nummer) for nummer in range(periodes)]
    for nummer, periode in enumerate(reeks):
        _een_periode(session, ids, nummer, periode)
    keuze = select(Indicator.id).where(Indicator.id == ids[0] + Indicatorregel.id % len(ids)).scalar_subquery()
    session.execute(
        update(Indicatorregel).where(Indicatorregel.doel_id.is_not(None)).values(indicator_id=keuze),
        execution_options={"synchronize_session": False},
    )
    return Cijfers(ids, reeks[-1])


def _indicator(rijen: Rijen, eigenaar: int, nummer: int) -> int:
    return rijen.voeg_toe(
        Indicator,
        organisatie_id=eigenaar,
        naam=f"Meetcijfer {nummer:02}",
        eenheid=EENHEDEN[nummer % len(EENHEDEN)],
        frequentie=Meetfrequentie.MAAND,
        gedeeld=True,
    )


def _reeks(rijen: Rijen, organisatie_id: int, indicator_id: int) -> None:
    rijen.voeg_toe(
        Reeks, organisatie_id=organisatie_id, indicator_id=indicator_id, gebied="", soort=Reekssoort.REALISATIE
    )


def periode_op_rij(nummer: int) -> Meetperiode:
    """From 0: the months from EERSTE_JAAR on."""
    return lees_meetperiode(f"{EERSTE_JAAR + nummer // 12}-{nummer % 12 + 1:02}")


def _een_periode(session: Session, indicatoren: tuple[int, ...], nummer: int, periode: Meetperiode) -> None:
    """Of every series, without a row passing through here: a million would take minutes. Figures from 0 to 499."""
    getal = (Reeks.organisatie_id * 7919 + Reeks.indicator_id * 104_729 + nummer * 31) % 500
    moment = literal(MOMENT, Meting.__table__.c.gewijzigd_op.type)
    waarde = cast(getal, Integer)
    if session.get_bind().dialect.name == "sqlite":
        waarde = waarde * 10_000  # as a Getal is kept there
    kolommen = ["organisatie_id", "reeks_id", "van", "tot", "waarde", "voorlopig", "bron", "toelichting", "rev"]
    rijen = select(
        Reeks.organisatie_id, Reeks.id, _dag(periode.van), _dag(periode.tot), waarde, literal(False), literal(""),
        literal(""), literal(1), moment, moment,
    ).where(Reeks.indicator_id.in_(indicatoren))  # fmt: skip
    session.execute(insert(Meting).from_select([*kolommen, "aangemaakt_op", "gewijzigd_op"], rijen))


def _dag(dag: date) -> object:
    return literal(dag, Meting.__table__.c.van.type)
