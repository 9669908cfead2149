"""Series of figures as one user may see them: what is hidden is not in them at all.

Every screen and file that shows figures starts here. Two queries, for any number of indicatoren and organisaties.
What is hidden of another organisatie depends on the whole regio, so then all of its figures are looked at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select

from app.domain.cijfers.indicator import AANTAL, Reekssoort, telt_mensen
from app.domain.cijfers.meetperiode import Meetperiode, meetperiode
from app.domain.cijfers.onderdrukking import AFGESCHERMD, Zicht, is_klein, toon_afgeschermd
from app.models import Indicator, Meting, Organisatie, OrganisatieSoort, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.afscherming import Cijferrij, verborgen_voor
from app.services.indicatoren.kijker import Kijker


@dataclass(frozen=True, slots=True)
class Cijfer:
    """`waarde` is None when it is hidden from the user; `tekst` ("< 5") then stands in its place."""

    meting_id: int
    periode: Meetperiode
    waarde: Decimal | None
    voorlopig: bool
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Nulmeting:
    """What was set as the start of a series; `waarde` and `tekst` as in Cijfer."""

    datum: date
    waarde: Decimal | None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Reekscijfers:
    """One series with its figures in order of time.

    `verbergt`: in this series, or in another one of the same indicator, organisatie and soort, something is hidden.
    `drempel`: the one that counts for this user; 0 hides nothing.
    """

    id: int
    indicator_id: int
    organisatie_id: int
    gebied: str
    soort: Reekssoort
    cijfers: tuple[Cijfer, ...]
    nulmeting: Nulmeting | None = None
    verbergt: bool = False
    drempel: int = 0


class Reeksgegevens(NamedTuple):
    """Columns of Reeks."""

    id: int
    indicator_id: int
    organisatie_id: int
    gebied: str
    soort: Reekssoort
    nulmeting_datum: date | None
    nulmeting_waarde: Decimal | None


REEKSKOLOMMEN = tuple(getattr(Reeks, naam) for naam in Reeksgegevens._fields)
Rauwmeting = tuple[int, Meetperiode, Decimal, bool]


@dataclass(frozen=True, slots=True)
class Rauw:
    """A series before anything is hidden: never leaves this module and `kerncijfers`. `wie`: what sort its organisatie
    is. `telt`: it counts people."""

    reeks: Reeksgegevens
    wie: OrganisatieSoort
    telt: bool
    drempel: int
    metingen: Sequence[Rauwmeting]


def haal_cijfers(
    session: Sessie,
    *,
    kijker: Kijker,
    indicatoren: Collection[int],
    organisaties: Collection[int],
    soorten: Collection[Reekssoort] = tuple(Reekssoort),
) -> list[Reekscijfers]:
    """The series of these organisaties on these indicatoren, own area first. What may be seen at all is for the
    caller to know (`zichtbare_reeks`, `Kijker.ziet_cijfers`)."""
    if not indicatoren or not organisaties:
        return []
    gelezen = _rauw(session, alle_reeksen(kijker, indicatoren, organisaties, soorten), kijker)
    zicht = verborgen_voor(kijker, (rij for rauw in gelezen if rauw.telt for rij in _rijen(rauw)))
    return als_gezien((rauw for rauw in gelezen if rauw.reeks.organisatie_id in organisaties), zicht)


def alle_reeksen(
    kijker: Kijker, indicatoren: Collection[int], organisaties: Collection[int], soorten: Collection[Reekssoort]
) -> ColumnElement[bool]:
    """A condition on Reeks: what is asked for, and what may tell what must be hidden of that."""
    eigen = Reeks.organisatie_id.in_(organisaties)
    van_anderen = any(id_ != kijker.organisatie_id for id_ in organisaties)
    return and_(
        Reeks.indicator_id.in_(indicatoren),
        Reeks.soort.in_(soorten),
        or_(eigen, _in_regio(kijker)) if van_anderen else eigen,
    )


def als_gezien(gelezen: Iterable[Rauw], zicht: Mapping[int, Zicht]) -> list[Reekscijfers]:
    groepen: dict[tuple[int, int, Reekssoort], list[Rauw]] = defaultdict(list)
    for rauw in gelezen:
        groepen[rauw.reeks.indicator_id, rauw.reeks.organisatie_id, rauw.reeks.soort].append(rauw)
    return [reeks for groep in groepen.values() for reeks in _als_gezien(groep, zicht)]


def _in_regio(kijker: Kijker) -> ColumnElement[bool]:
    """A condition on Reeks: counts of people that the regio shares, which may tell of each other."""
    regio = select(Organisatie.regio_id).where(Organisatie.id == kijker.organisatie_id).scalar_subquery()
    genoten = select(Organisatie.id).where(Organisatie.regio_id == regio)
    gedeeld = select(Indicator.id).where(Indicator.gedeeld, Indicator.eenheid == AANTAL)
    return and_(Reeks.organisatie_id.in_(genoten), Reeks.indicator_id.in_(gedeeld))


def _rauw(session: Sessie, gevraagd: ColumnElement[bool], kijker: Kijker) -> list[Rauw]:
    metingen = _metingen(session, gevraagd)
    keuze = (
        select(*REEKSKOLOMMEN, Organisatie.soort, Indicator.eenheid, Organisatie.drempel)
        .select_from(Reeks)
        .join(Indicator, Indicator.id == Reeks.indicator_id)
        .join(Organisatie, Organisatie.id == Reeks.organisatie_id)
        .where(gevraagd)
        .order_by(Reeks.indicator_id, Reeks.organisatie_id, Reeks.gebied, Reeks.soort)
    )
    return [
        maak_rauw(kijker, Reeksgegevens._make(reeks), wie, eenheid, drempel, metingen.get(reeks[0], ()))
        for *reeks, wie, eenheid, drempel in session.execute(keuze)
    ]


def maak_rauw(
    kijker: Kijker,
    reeks: Reeksgegevens,
    wie: OrganisatieSoort,
    eenheid: str,
    drempel: int,
    metingen: Sequence[Rauwmeting],
) -> Rauw:
    telt = telt_mensen(eenheid)
    return Rauw(reeks, wie, telt, kijker.drempel_van(reeks.organisatie_id, drempel) if telt else 0, metingen)


def _metingen(session: Sessie, gevraagd: ColumnElement[bool]) -> Mapping[int, list[Rauwmeting]]:
    keuze = (
        select(Meting.reeks_id, Meting.id, Meting.van, Meting.tot, Meting.waarde, Meting.voorlopig)
        .where(Meting.reeks_id.in_(select(Reeks.id).where(gevraagd)))
        .order_by(Meting.reeks_id, Meting.tot, Meting.van)
    )
    uit: dict[int, list[Rauwmeting]] = defaultdict(list)
    for reeks_id, id_, van, tot, waarde, voorlopig in session.execute(keuze):
        uit[reeks_id].append((id_, meetperiode(van, tot), waarde, voorlopig))
    return uit


def _rijen(rauw: Rauw) -> Iterator[Cijferrij]:
    reeks = rauw.reeks
    for id_, periode, waarde, _ in rauw.metingen:
        yield Cijferrij(
            id_, reeks.indicator_id, reeks.organisatie_id, rauw.wie, rauw.drempel, reeks.soort, reeks.gebied,
            periode.van, periode.tot, waarde,
        )  # fmt: skip


def _als_gezien(groep: Sequence[Rauw], zicht: Mapping[int, Zicht]) -> list[Reekscijfers]:
    """The areas of one organisatie may add up to each other, so they are looked at together."""
    verbergt = any(is_klein(rauw.reeks.nulmeting_waarde, rauw.drempel) for rauw in groep) or any(
        meting[0] in zicht for rauw in groep for meting in rauw.metingen
    )
    return [_reekscijfers(rauw, zicht, verbergt) for rauw in groep]


def _reekscijfers(rauw: Rauw, zicht: Mapping[int, Zicht], verbergt: bool) -> Reekscijfers:
    reeks = rauw.reeks
    cijfers = tuple(_cijfer(meting, zicht.get(meting[0], Zicht.OPEN), rauw.drempel) for meting in rauw.metingen)
    return Reekscijfers(
        id=reeks.id,
        indicator_id=reeks.indicator_id,
        organisatie_id=reeks.organisatie_id,
        gebied=reeks.gebied,
        soort=reeks.soort,
        cijfers=cijfers,
        nulmeting=_nulmeting(reeks, cijfers, rauw.drempel),
        verbergt=verbergt,
        drempel=rauw.drempel,
    )


def _cijfer(meting: Rauwmeting, zicht: Zicht, drempel: int) -> Cijfer:
    id_, periode, waarde, voorlopig = meting
    if zicht is Zicht.OPEN:
        return Cijfer(id_, periode, waarde, voorlopig)
    return Cijfer(id_, periode, None, voorlopig, toon_afgeschermd(zicht, drempel))


def _nulmeting(reeks: Reeksgegevens, cijfers: Sequence[Cijfer], drempel: int) -> Nulmeting | None:
    """Hidden when it is small itself, and when it speaks of a day of which a figure is hidden: it may be the same."""
    datum, waarde = reeks.nulmeting_datum, reeks.nulmeting_waarde
    if datum is None or waarde is None:
        return None
    if is_klein(waarde, drempel):
        return Nulmeting(datum, None, toon_afgeschermd(Zicht.KLEIN, drempel))
    if any(c.waarde is None and c.periode.van <= datum <= c.periode.tot for c in cijfers):
        return Nulmeting(datum, None, AFGESCHERMD)
    return Nulmeting(datum, waarde)
