"""Of every series only the figures that a koers rests on: the last one, and where it began.

A koers that is computed on these is the same as one on all figures (see `koersen.ophalen`), for a fraction of the work:
a regio has a million figures. What is hidden is decided on whole years, as everywhere, so only the years in which those
figures lie are looked at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from app.domain.cijfers.indicator import AANTAL, Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import meetperiode
from app.models import Indicator, Meting, Organisatie, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.afscherming import Cijferrij, verborgen_voor
from app.services.indicatoren.cijfers import (
    REEKSKOLOMMEN,
    Rauw,
    Rauwmeting,
    Reekscijfers,
    Reeksgegevens,
    alle_reeksen,
    als_gezien,
    haal_cijfers,
    maak_rauw,
)
from app.services.indicatoren.kijker import Kijker

SOORTEN = (Reekssoort.REALISATIE,)
_BREEDTE = len(REEKSKOLOMMEN)


@dataclass(frozen=True, slots=True)
class Kernvraag:
    """`jaren`: in which a doel may begin, None being the first figure there is."""

    kijker: Kijker
    indicatoren: Collection[int]
    organisaties: Collection[int]
    peildatum: date
    jaren: Collection[int | None]


def haal_kerncijfers(session: Sessie, vraag: Kernvraag) -> list[Reekscijfers]:
    """Of the realisatie, as `haal_cijfers` gives it. A series with periods of another length than its indicator asks
    for comes whole: which of its figures count is not known before all were seen.

    One query; two more when something may have to be hidden, and two for series that come whole.
    """
    if not vraag.indicatoren or not vraag.organisaties:
        return []
    gelezen, anders = _lees(session, vraag)
    zicht = verborgen_voor(vraag.kijker, _mogelijk_verborgen(session, vraag, gelezen))
    return [*als_gezien(gelezen, zicht), *_geheel(session, vraag, anders)]


def _lees(session: Sessie, vraag: Kernvraag) -> tuple[list[Rauw], list[Reeksgegevens]]:
    """The series with what matters of them, and those that must be read whole."""
    metingen: dict[Reeksgegevens, list[Rauwmeting]] = defaultdict(list)
    over: dict[Reeksgegevens, Sequence[Any]] = {}
    for *rij, id_, van, tot, waarde, voorlopig in session.execute(_kern(vraag)):
        reeks = Reeksgegevens._make(rij[:_BREEDTE])
        over[reeks] = rij[_BREEDTE:]
        if id_ is not None:
            metingen[reeks].append((id_, meetperiode(van, tot), waarde, voorlopig))
    anders = {reeks for reeks, (*_, frequentie) in over.items() if _ander_soort(metingen[reeks], frequentie)}
    heel = {(reeks.indicator_id, reeks.organisatie_id) for reeks in anders}
    gelezen = [
        maak_rauw(vraag.kijker, reeks, wie, eenheid, drempel, metingen[reeks])
        for reeks, (wie, eenheid, drempel, _) in over.items()
        if (reeks.indicator_id, reeks.organisatie_id) not in heel
    ]
    return gelezen, list(anders)


def _ander_soort(metingen: Iterable[Rauwmeting], frequentie: Meetfrequentie) -> bool:
    return any(periode.soort.value != frequentie.value for _, periode, *_ in metingen)


def _kern(vraag: Kernvraag) -> Select[Any]:
    reeksen = and_(
        Reeks.indicator_id.in_(vraag.indicatoren),
        Reeks.soort.in_(SOORTEN),
        Reeks.organisatie_id.in_(vraag.organisaties),
    )
    grens = _grenzen(vraag, select(Reeks.id).where(reeksen)).subquery()
    op_een_grens = Meting.tot.in_([kolom for kolom in grens.c if kolom.name != "reeks_id"])
    bij_nulmeting = and_(Meting.van <= Reeks.nulmeting_datum, Meting.tot >= Reeks.nulmeting_datum)
    return (
        select(*REEKSKOLOMMEN, Organisatie.soort, Indicator.eenheid, Organisatie.drempel, Indicator.frequentie)
        .add_columns(Meting.id, Meting.van, Meting.tot, Meting.waarde, Meting.voorlopig)
        .select_from(Reeks)
        .join(Indicator, Indicator.id == Reeks.indicator_id)
        .join(Organisatie, Organisatie.id == Reeks.organisatie_id)
        .outerjoin(grens, grens.c.reeks_id == Reeks.id)
        .outerjoin(Meting, and_(Meting.reeks_id == grens.c.reeks_id, or_(op_een_grens, bij_nulmeting)))
        .where(reeksen)
        .order_by(Reeks.indicator_id, Reeks.organisatie_id, Reeks.gebied, Reeks.id, Meting.tot, Meting.van)
    )


def _grenzen(vraag: Kernvraag, reeksen: Select[int]) -> Select[Any]:
    """Per series the days on which the figures end that matter."""
    tot = Meting.tot
    kolommen: list[ColumnElement[Any]] = [func.max(case((tot <= vraag.peildatum, tot))).label("laatste")]
    for jaar in sorted(jaar for jaar in vraag.jaren if jaar is not None):
        in_jaar = tot.between(date(jaar, 1, 1), date(jaar, 12, 31))
        kolommen.append(func.max(case((in_jaar, tot))).label(f"in_{jaar}"))
    if None in vraag.jaren:  # the first one counts when it is not the only one
        kolommen += [func.min(tot).label("eerste"), func.max(tot).label("hoogste")]
    return select(Meting.reeks_id, *kolommen).where(Meting.reeks_id.in_(reeksen)).group_by(Meting.reeks_id)


def _geheel(session: Sessie, vraag: Kernvraag, reeksen: Sequence[Reeksgegevens]) -> list[Reekscijfers]:
    paren = {(reeks.indicator_id, reeks.organisatie_id) for reeks in reeksen}
    gelezen = haal_cijfers(
        session,
        kijker=vraag.kijker,
        indicatoren={indicator for indicator, _ in paren},
        organisaties={organisatie for _, organisatie in paren},
        soorten=SOORTEN,
    )
    return [reeks for reeks in gelezen if (reeks.indicator_id, reeks.organisatie_id) in paren]


def _mogelijk_verborgen(session: Sessie, vraag: Kernvraag, gelezen: Iterable[Rauw]) -> list[Cijferrij]:
    """All figures of the years that matter, which together tell what is hidden; none when nothing can be."""
    met_drempel = [rauw for rauw in gelezen if rauw.drempel and rauw.metingen]
    if not met_drempel:
        return []
    jaren = {jaar for rauw in met_drempel for _, p, *_ in rauw.metingen for jaar in range(p.van.year, p.tot.year + 1)}
    tellend = and_(
        alle_reeksen(vraag.kijker, {r.reeks.indicator_id for r in met_drempel}, vraag.organisaties, SOORTEN),
        Reeks.indicator_id.in_(select(Indicator.id).where(Indicator.eenheid == AANTAL)),
    )
    rijen = (Cijferrij._make(rij) for rij in session.execute(_van_jaren(session, tellend, jaren)))
    return [rij._replace(drempel=vraag.kijker.drempel_van(rij.organisatie_id, rij.drempel)) for rij in rijen]


def _van_jaren(session: Sessie, reeksen: ColumnElement[bool], jaren: Collection[int]) -> Select[Any]:
    """Of whole years; of all of them when a period reaches from one into the next: then years tell of each other."""
    basis = select(Meting).join(Reeks, Meting.reeks_id == Reeks.id).where(reeksen)
    over_de_rand = or_(*(and_(Meting.van < dag, Meting.tot >= dag) for dag in _randen(jaren)))
    kolommen: list[Any] = [
        *(Meting.id, Reeks.indicator_id, Reeks.organisatie_id, Organisatie.soort, Organisatie.drempel, Reeks.soort),
        *(Reeks.gebied, Meting.van, Meting.tot, Meting.waarde),
    ]
    keuze = basis.join(Organisatie, Reeks.organisatie_id == Organisatie.id).with_only_columns(*kolommen)
    if session.scalar(select(exists(basis.where(over_de_rand).with_only_columns(Meting.id)))):
        return keuze
    return keuze.where(or_(*(Meting.van.between(date(jaar, 1, 1), date(jaar, 12, 31)) for jaar in jaren)))


def _randen(jaren: Collection[int]) -> set[date]:
    """The first days of these years, and of those that follow them."""
    return {date(jaar + erbij, 1, 1) for jaar in jaren for erbij in (0, 1)}
