"""Probleemgebieden to look at, with all that is below them: three queries, however many there are.

What changes something works on the tables themselves. A page that only shows them needs no rows that can be changed,
and making those is most of what such a page costs. The values have the names of the columns, so that what works on the
one works on the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, Text, bindparam, cast, literal, null, select, union_all
from sqlalchemy.orm import contains_eager

from app.domain.structuur import Opdrachtnemer, Prioriteit, Richting
from app.models import (
    Doel,
    Indicatorregel,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Probleemgebied,
    Punt,
    PuntSoort,
    Toewijzing,
)
from app.models.basis import Sessie


@dataclass(frozen=True, slots=True)
class Leestoewijzing:
    opdrachtnemer: Opdrachtnemer
    voorbehoud: bool


@dataclass(frozen=True, slots=True)
class Leespunt:
    id: int
    soort: PuntSoort
    tekst: str
    merk: str


@dataclass(frozen=True, slots=True)
class Leesopdracht:
    id: int
    opdrachtnemer: Opdrachtnemer
    tekst: str
    merk: str


@dataclass(frozen=True, slots=True)
class Leesdoel:
    probleemgebied: "Leesgebied" = field(repr=False, compare=False)
    id: int
    organisatie_id: int
    nummer: int
    tekst: str
    merk: str
    richting: Richting
    minimum: Decimal | None
    maximum: Decimal | None
    eenheid: str | None
    doeljaar: int | None
    referentiejaar: int | None
    open: bool
    toewijzingen: list[Leestoewijzing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Leesindicator:
    id: int
    doel: Leesdoel | None
    los_nummer: int | None
    volgorde: int
    tekst: str
    merk: str
    indicator_id: int | None

    @property
    def doel_id(self) -> int | None:
        return self.doel.id if self.doel else None

    @property
    def nummer(self) -> int:
        return self.doel.nummer if self.doel else self.los_nummer or 0


@dataclass(frozen=True, slots=True)
class Leesonderdeel:
    id: int
    letter: str
    tekst: str
    merk: str
    toewijzingen: list[Leestoewijzing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Leesinterventie:
    id: int
    nummer: int
    tekst: str
    merk: str
    toewijzingen: list[Leestoewijzing] = field(default_factory=list)
    onderdelen: list[Leesonderdeel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Leesgebied:
    id: int
    organisatie_id: int
    notitie_id: int
    volgorde: int
    naam: str
    naam_in_lijst: str | None
    prioriteit: Prioriteit | None
    doelen_toelichting: str
    indicatoren_inleiding: str
    toelichting: str
    merk: str
    notitie: Notitie
    punten: list[Leespunt] = field(default_factory=list)
    doelen: list[Leesdoel] = field(default_factory=list)
    indicatoren: list[Leesindicator] = field(default_factory=list)
    interventies: list[Leesinterventie] = field(default_factory=list)
    opdrachten: list[Leesopdracht] = field(default_factory=list)


_GEBIED = (
    *(Probleemgebied.id, Probleemgebied.organisatie_id, Probleemgebied.notitie_id, Probleemgebied.volgorde),
    *(Probleemgebied.naam, Probleemgebied.naam_in_lijst, Probleemgebied.prioriteit, Probleemgebied.doelen_toelichting),
    *(Probleemgebied.indicatoren_inleiding, Probleemgebied.toelichting, Probleemgebied.merk),
)
_DOEL: tuple[Any, ...] = (
    *(Doel.id, Doel.organisatie_id, Doel.nummer, Doel.tekst, Doel.merk, Doel.richting, Doel.minimum, Doel.maximum),
    *(Doel.eenheid, Doel.doeljaar, Doel.referentiejaar, Doel.open),
)


# Of probleemgebieden.
IDS: Any = bindparam("ids", expanding=True)
OPDRACHT, INDICATOR, INTERVENTIE, ONDERDEEL = "opdracht", "indicator", "interventie", "onderdeel"
_LEEG: dict[str, Any] = {
    "letter": cast(null(), Text),
    "ouder_id": cast(null(), Integer),
    "los_nummer": cast(null(), Integer),
    "indicator_id": cast(null(), Integer),
    "wie": cast(null(), Text),
    "voorbehoud": cast(null(), Boolean),
}


def lees_gebieden(session: Sessie, voorwaarde: ColumnElement[bool], *volgorde: ColumnElement[Any]) -> list[Leesgebied]:
    """Those that meet a condition on Probleemgebied and Notitie, per notitie in order; `volgorde`: of the notities."""
    keuze = (
        select(*_GEBIED, Notitie)
        .join(Notitie, Notitie.id == Probleemgebied.notitie_id)
        .join(Notitie.organisatie)
        .where(voorwaarde)
        .order_by(*volgorde, Probleemgebied.notitie_id, Probleemgebied.volgorde)
        .options(contains_eager(Notitie.organisatie))
    )
    gebieden = [Leesgebied(*tuple(rij)) for rij in session.execute(keuze)]
    if gebieden:
        _vul(session, {gebied.id: gebied for gebied in gebieden})
    return gebieden


def _vul(session: Sessie, gebieden: dict[int, Leesgebied]) -> None:
    doelen = _vul_doelen(session, gebieden)
    per_soort: dict[str, list[Any]] = defaultdict(list)
    for rij in session.execute(_teksten(), {"ids": list(gebieden)}):
        per_soort[rij.soort].append(rij)
    for soort in PuntSoort:
        for rij in per_soort[soort.value]:
            gebieden[rij.gebied_id].punten.append(Leespunt(rij.id, soort, rij.tekst, rij.merk))
    for rij in sorted(per_soort[OPDRACHT], key=lambda rij: (rij.wie, rij.plek)):
        opdracht = Leesopdracht(rij.id, Opdrachtnemer(rij.wie), rij.tekst, rij.merk)
        gebieden[rij.gebied_id].opdrachten.append(opdracht)
    for rij in per_soort[INDICATOR]:
        doel = doelen.get(rij.ouder_id)
        regel = Leesindicator(rij.id, doel, rij.los_nummer, rij.plek, rij.tekst, rij.merk, rij.indicator_id)
        gebieden[rij.gebied_id].indicatoren.append(regel)
    _vul_interventies(gebieden, per_soort[INTERVENTIE], per_soort[ONDERDEEL])


def _vul_doelen(session: Sessie, gebieden: dict[int, Leesgebied]) -> dict[int, Leesdoel]:
    """By id. With more than one toewijzing a doel is there more than once."""
    doelen: dict[int, Leesdoel] = {}
    for gebied_id, wie, voorbehoud, *kolommen in session.execute(_doelen(), {"ids": list(gebieden)}):
        doel = doelen.get(kolommen[0])
        if doel is None:
            doel = doelen[kolommen[0]] = Leesdoel(gebieden[gebied_id], *kolommen)
            doel.probleemgebied.doelen.append(doel)
        if wie is not None:
            doel.toewijzingen.append(Leestoewijzing(wie, voorbehoud))
    return doelen


@cache
def _doelen() -> Select[Any]:
    return (
        select(Doel.probleemgebied_id, Toewijzing.opdrachtnemer, Toewijzing.voorbehoud, *_DOEL)
        .outerjoin(Toewijzing, Toewijzing.doel_id == Doel.id)
        .where(Doel.probleemgebied_id.in_(IDS))
        .order_by(Doel.nummer, Toewijzing.opdrachtnemer)
    )


def _vul_interventies(gebieden: dict[int, Leesgebied], rijen: Sequence[Any], onderdelen: Sequence[Any]) -> None:
    interventies: dict[int, Leesinterventie] = {}
    for rij, toewijzingen in _met_toewijzingen(rijen):
        interventie = interventies[rij.id] = Leesinterventie(rij.id, rij.plek, rij.tekst, rij.merk, toewijzingen)
        gebieden[rij.gebied_id].interventies.append(interventie)
    op_letter = sorted(_met_toewijzingen(onderdelen), key=lambda paar: (len(paar[0].letter), paar[0].letter))
    for rij, toewijzingen in op_letter:
        onderdeel = Leesonderdeel(rij.id, rij.letter, rij.tekst, rij.merk, toewijzingen)
        interventies[rij.ouder_id].onderdelen.append(onderdeel)


def _met_toewijzingen(rijen: Iterable[Any]) -> list[tuple[Any, list[Leestoewijzing]]]:
    """Each row once, with its toewijzingen in order."""
    uit: dict[int, tuple[Any, list[Leestoewijzing]]] = {}
    for rij in sorted(rijen, key=lambda rij: (rij.plek, rij.wie or "")):
        _, toewijzingen = uit.setdefault(rij.id, (rij, []))
        if rij.wie is not None:
            toewijzingen.append(Leestoewijzing(Opdrachtnemer(rij.wie), rij.voorbehoud))
    return list(uit.values())


@cache
def _teksten() -> Select[Any]:
    """Everything with a text of its own but the doelen, as rows of one kind. Always the same question, put into words
    once: that costs more than asking it."""
    toegewezen = {"wie": cast(Toewijzing.opdrachtnemer, Text), "voorbehoud": Toewijzing.voorbehoud}
    indicator = {naam: getattr(Indicatorregel, naam) for naam in ("los_nummer", "indicator_id")}
    onderdeel = {"letter": Onderdeel.letter, "ouder_id": Onderdeel.interventie_id}
    interventies = _rijen(Interventie, literal(INTERVENTIE), Interventie.nummer, **toegewezen)
    onderdelen = _rijen(Onderdeel, literal(ONDERDEEL), literal(0), Interventie, **onderdeel, **toegewezen)
    delen = (
        _rijen(Punt, cast(Punt.soort, Text), Punt.volgorde),
        _rijen(Opdracht, literal(OPDRACHT), Opdracht.volgorde, wie=cast(Opdracht.opdrachtnemer, Text)),
        _rijen(
            Indicatorregel, literal(INDICATOR), Indicatorregel.volgorde, ouder_id=Indicatorregel.doel_id, **indicator
        ),
        interventies.outerjoin(Toewijzing, Toewijzing.interventie_id == Interventie.id),
        onderdelen.join(Interventie, Interventie.id == Onderdeel.interventie_id).outerjoin(
            Toewijzing, Toewijzing.onderdeel_id == Onderdeel.id
        ),
    )
    samen = union_all(*(deel.where(deel.selected_columns.gebied_id.in_(IDS)) for deel in delen)).subquery()
    return select(samen).order_by(samen.c.plek, samen.c.id)


def _rijen(model: Any, soort: Any, plek: Any, ouder: Any = None, **kolommen: Any) -> Select[Any]:
    """`ouder`: what has the probleemgebied, when it is not the model itself."""
    gebied_id = (ouder or model).probleemgebied_id
    vast = {"soort": soort, "gebied_id": gebied_id, "id": model.id, "plek": plek, "tekst": model.tekst}
    alle = vast | {"merk": model.merk} | {naam: kolommen.get(naam, leeg) for naam, leeg in _LEEG.items()}
    return select(*(kolom.label(naam) for naam, kolom in alle.items())).select_from(model)
