"""The overview of opdrachten: a page of it for the screen, all of it for a file.

Counting happens in the database and only the blokken of a page are loaded, so the number of queries does not depend on
the number of rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, case, distinct, func, select
from sqlalchemy.orm import joinedload

from app.domain.opdrachtoverzicht import Blok, Overzicht, Totaal
from app.domain.stroom import Stroom
from app.domain.structuur import Opdrachtnemer
from app.models import Doel, Interventie, Notitie, Opdracht, Organisatie, Probleemgebied, db
from app.models.notitie import nieuwste_eerst
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.blokken import Sleutel, laad_blokken
from app.opdrachten.selectie import gekozen_notities, gekozen_regels
from app.web.bladeren import blad

BLOKKEN_PER_PAGINA = 25
BLOKKEN_PER_KEER = 200


@dataclass(frozen=True, slots=True)
class Stand:
    """What the whole choice holds of one opdrachtnemer; `blokken` counts the probleemgebieden with something in it."""

    totaal: Totaal
    blokken: int

    @property
    def regels(self) -> int:
        return self.totaal.doelen + self.totaal.interventies + self.totaal.opdrachten


Standen = dict[Opdrachtnemer, Stand]
Telling = dict[Sleutel, Totaal]


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
    telling = tel_per_blok(bereik, keuze)
    standen, alle_sleutels = _standen(telling), _gekozen(telling, keuze)
    nummer, aantal = blad(len(alle_sleutels), BLOKKEN_PER_PAGINA, pagina)
    sleutels = alle_sleutels[(nummer - 1) * BLOKKEN_PER_PAGINA : nummer * BLOKKEN_PER_PAGINA]
    return Pagina(
        overzicht=Overzicht(tuple(laad_blokken(sleutels)), _totalen(standen, keuze), filters_in_woorden(keuze)),
        gebieden=tuple(gebied_id for gebied_id, _ in sleutels),
        standen=standen,
        herkomst=herkomst(bereik, keuze),
        nummer=nummer,
        aantal=aantal,
    )


def heel_overzicht(bereik: Bereik, keuze: Keuze) -> Overzicht:
    """Everything in the choice, for a file: the first blokken are here, the others are read as they are asked for."""
    telling = tel_per_blok(bereik, keuze)
    filters = filters_in_woorden(keuze) + _status(herkomst(bereik, keuze).enige)
    sleutels = _gekozen(telling, keuze)
    eerste, later = laad_blokken(sleutels[:BLOKKEN_PER_KEER]), sleutels[BLOKKEN_PER_KEER:]
    blokken = Stroom(lambda: chain(eerste, _laad_per_keer(later)))
    return Overzicht(blokken, _totalen(_standen(telling), keuze), filters)


def _laad_per_keer(sleutels: list[Sleutel]) -> Iterator[Blok]:
    """A batch at a time, so that the tables of a region are never all in memory."""
    for begin in range(0, len(sleutels), BLOKKEN_PER_KEER):
        yield from laad_blokken(sleutels[begin : begin + BLOKKEN_PER_KEER])


def tel_per_blok(bereik: Bereik, keuze: Keuze) -> Telling:
    """Of every blok with something in it the number of lines, in the order of the overview.

    Going through the lines of a whole region is most of the work of a page, so it is done once for all that needs it.
    """
    regels = gekozen_regels(bereik, keuze)
    blok = (regels.c.gebied_id, regels.c.opdrachtnemer)

    def hoeveel(model: type[Doel | Interventie | Opdracht]) -> ColumnElement[int]:
        return func.count(distinct(case((regels.c.soort == model.__tablename__, regels.c.regel_id))))

    soorten = (
        hoeveel(Doel).label("doelen"),
        hoeveel(Interventie).label("interventies"),
        hoeveel(Opdracht).label("vrij"),
    )
    aantallen = select(*blok, *soorten).group_by(*blok).subquery("aantallen")
    op_volgorde = (
        select(aantallen)
        .join(Probleemgebied, Probleemgebied.id == aantallen.c.gebied_id)
        .join(Organisatie, Organisatie.id == Probleemgebied.organisatie_id)
        .order_by(Organisatie.naam, Organisatie.id, Probleemgebied.volgorde, aantallen.c.opdrachtnemer)
    )
    return {(gebied_id, wie): Totaal(*getallen) for gebied_id, wie, *getallen in db.session.execute(op_volgorde)}


def _gekozen(telling: Telling, keuze: Keuze) -> list[Sleutel]:
    return [sleutel for sleutel in telling if sleutel[1] in keuze.opdrachtnemers]


def _standen(telling: Telling) -> Standen:
    return {wie: _stand([totaal for (_, van), totaal in telling.items() if van is wie]) for wie in Opdrachtnemer}


def _stand(blokken: list[Totaal]) -> Stand:
    totaal = Totaal(
        doelen=sum(blok.doelen for blok in blokken),
        interventies=sum(blok.interventies for blok in blokken),
        opdrachten=sum(blok.opdrachten for blok in blokken),
    )
    return Stand(totaal, len(blokken))


def _totalen(standen: Standen, keuze: Keuze) -> dict[Opdrachtnemer, Totaal]:
    return {wie: standen[wie].totaal for wie in keuze.opdrachtnemers}


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
