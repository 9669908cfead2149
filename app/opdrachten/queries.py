"""The overview of opdrachten: a page of it for the screen, all of it for a file.

Counting and paging happen in the database, so the number of queries does not depend on the number of rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, distinct, func, literal, select, union_all
from sqlalchemy.orm import joinedload

from app.domain.opdrachtoverzicht import Blok, Overzicht, Totaal
from app.domain.structuur import Opdrachtnemer
from app.models import Doel, Interventie, Notitie, Opdracht, Organisatie, Probleemgebied, db
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.blokken import Sleutel, laad_blokken
from app.opdrachten.selectie import gekozen_notities, gekozen_regels, nieuwste_eerst

BLOKKEN_PER_PAGINA = 25
BLOKKEN_PER_KEER = 200
BLOKKEN = "blokken"  # counted beside the kinds of line


@dataclass(frozen=True, slots=True)
class Stand:
    """What the whole choice holds of one opdrachtnemer; `blokken` counts the probleemgebieden with something in it."""

    totaal: Totaal
    blokken: int

    @property
    def regels(self) -> int:
        return self.totaal.doelen + self.totaal.interventies + self.totaal.opdrachten


Standen = dict[Opdrachtnemer, Stand]


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where the choice comes from: how many notities, and the newest of them (the only one, when there is one)."""

    aantal: int = 0
    notitie: Notitie | None = None

    @property
    def enige(self) -> Notitie | None:
        return self.notitie if self.aantal == 1 else None


@dataclass(frozen=True, slots=True)
class Pagina:
    """`overzicht.blokken` are those of this page; its totals and `standen` are of the whole choice.

    `gebieden`: beside each blok the id of its probleemgebied. `standen` also counts opdrachtnemers not chosen.
    """

    overzicht: Overzicht
    gebieden: tuple[int, ...]
    standen: Standen
    herkomst: Herkomst
    nummer: int
    aantal: int


def overzicht(bereik: Bereik, keuze: Keuze, pagina: int = 1) -> Pagina:
    """A page beyond the last one gives the last one."""
    standen = tel_alles(bereik, keuze)
    blokken = sum(standen[wie].blokken for wie in keuze.opdrachtnemers)
    aantal = max(1, -(-blokken // BLOKKEN_PER_PAGINA))
    nummer = min(max(pagina, 1), aantal)
    begin = (nummer - 1) * BLOKKEN_PER_PAGINA
    sleutels = _sleutels(_op_volgorde(bereik, keuze).limit(BLOKKEN_PER_PAGINA).offset(begin))
    return Pagina(
        overzicht=Overzicht(tuple(laad_blokken(sleutels)), _totalen(standen, keuze), filters_in_woorden(keuze)),
        gebieden=tuple(gebied_id for gebied_id, _ in sleutels),
        standen=standen,
        herkomst=herkomst(bereik, keuze),
        nummer=nummer,
        aantal=aantal,
    )


def heel_overzicht(bereik: Bereik, keuze: Keuze) -> Overzicht:
    """Everything in the choice, for a file."""
    totalen = _totalen(tel_alles(bereik, keuze), keuze)
    filters = filters_in_woorden(keuze) + _status(herkomst(bereik, keuze).enige)
    return Overzicht(tuple(alle_blokken(bereik, keuze)), totalen, filters)


def alle_blokken(bereik: Bereik, keuze: Keuze) -> Iterator[Blok]:
    """Every blok in the choice, loaded a batch at a time so that the tables of a region are never all in memory."""
    sleutels = _sleutels(_op_volgorde(bereik, keuze))
    for begin in range(0, len(sleutels), BLOKKEN_PER_KEER):
        yield from laad_blokken(sleutels[begin : begin + BLOKKEN_PER_KEER])


def tel_alles(bereik: Bereik, keuze: Keuze) -> Standen:
    """Per opdrachtnemer, also those that are not chosen: the tabs show them all."""
    regels = gekozen_regels(bereik, keuze)
    wie_ = regels.c.opdrachtnemer
    per_soort = select(wie_, regels.c.soort, func.count(distinct(regels.c.regel_id))).group_by(wie_, regels.c.soort)
    per_wie = select(wie_, literal(BLOKKEN), func.count(distinct(regels.c.gebied_id))).group_by(wie_)
    aantallen = {(wie, soort): aantal for wie, soort, aantal in db.session.execute(union_all(per_soort, per_wie))}
    return {wie: Stand(_totaal(aantallen, wie), aantallen.get((wie, BLOKKEN), 0)) for wie in Opdrachtnemer}


def _totaal(aantallen: dict[tuple[Opdrachtnemer, str], int], wie: Opdrachtnemer) -> Totaal:
    return Totaal(
        doelen=aantallen.get((wie, Doel.__tablename__), 0),
        interventies=aantallen.get((wie, Interventie.__tablename__), 0),
        opdrachten=aantallen.get((wie, Opdracht.__tablename__), 0),
    )


def _totalen(standen: Standen, keuze: Keuze) -> dict[Opdrachtnemer, Totaal]:
    return {wie: standen[wie].totaal for wie in keuze.opdrachtnemers}


def _op_volgorde(bereik: Bereik, keuze: Keuze) -> Select[Any]:
    """(id of a probleemgebied, opdrachtnemer) of every blok that is not empty."""
    regels = gekozen_regels(bereik, keuze)
    gevuld = (
        select(regels.c.gebied_id, regels.c.opdrachtnemer)
        .where(regels.c.opdrachtnemer.in_(keuze.opdrachtnemers))
        .distinct()
        .subquery("gevuld")
    )
    return (
        select(gevuld.c.gebied_id, gevuld.c.opdrachtnemer)
        .join(Probleemgebied, Probleemgebied.id == gevuld.c.gebied_id)
        .join(Organisatie, Organisatie.id == Probleemgebied.organisatie_id)
        .order_by(Organisatie.naam, Organisatie.id, Probleemgebied.volgorde, gevuld.c.opdrachtnemer)
    )


def _sleutels(keuze: Select[Any]) -> list[Sleutel]:
    return [(gebied_id, wie) for gebied_id, wie in db.session.execute(keuze)]


def herkomst(bereik: Bereik, keuze: Keuze) -> Herkomst:
    """The newest of the chosen notities, and how many there are."""
    nieuwste = (
        select(Notitie, func.count().over())
        .where(Notitie.id.in_(gekozen_notities(bereik, keuze)))
        .order_by(*nieuwste_eerst())
        .limit(1)
        .options(joinedload(Notitie.organisatie, innerjoin=True))
    )
    rij = db.session.execute(nieuwste).first()
    return Herkomst(aantal=rij[1], notitie=rij[0]) if rij else Herkomst()


def organisaties_in(bereik: Bereik) -> Sequence[Organisatie]:
    keuze = bereik.organisaties.options(joinedload(Organisatie.regio)).order_by(Organisatie.naam, Organisatie.id)
    organisaties: Sequence[Organisatie] = db.session.scalars(keuze).all()
    return organisaties


def filters_in_woorden(keuze: Keuze) -> tuple[tuple[str, str], ...]:
    """The filters as a file names them, so that whoever opens it sees what was left out."""
    gekozen = [("Opdrachtnemer", " en ".join(wie.label for wie in keuze.opdrachtnemers))]
    if keuze.organisatie is not None:
        gekozen.append(("Gemeente", keuze.organisatie.naam))
    if keuze.gebied is not None:
        gekozen.append(("Probleemgebied", f"{keuze.gebied.volgorde}. {keuze.gebied.naam}"))
    return tuple(gekozen)


def _status(notitie: Notitie | None) -> tuple[tuple[str, str], ...]:
    """Whoever gets the file must see that it comes from a concept."""
    return (("Status", notitie.status.label),) if notitie else ()
