"""What is shown of a file that waits: its faults, what would change, its names and areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.metingimport import Besluit
from app.models import (
    Importfout,
    Importindicator,
    Importreeks,
    Importwijziging,
    Indicator,
    Metingimport,
    Metinglevering,
    db,
)
from app.services.indicatoren.import_sql import MET_REEKS, M, R, X, van_import
from app.web.bladeren import blad, tel_paginas

PER_PAGINA = 50
NAMEN_PER_PAGINA = 25
MEESTE_ONDERWEG = 20
MEESTE_GEBIEDEN = 10


@dataclass(frozen=True, slots=True)
class Pagina:
    """`aantal`: of everything. Pages count from 1."""

    rijen: Sequence[object]
    aantal: int
    nummer: int
    per_pagina: int

    @property
    def paginas(self) -> int:
        return tel_paginas(self.aantal, self.per_pagina)


class Wijziging(NamedTuple):
    """A figure that says something else in the file."""

    regel: int
    indicator: str
    eenheid: str
    gebied: str
    soort: Reekssoort
    van: date
    tot: date
    oud: Decimal
    oud_voorlopig: bool
    nieuw: Decimal
    nieuw_voorlopig: bool


def onderweg(organisatie_id: int) -> Sequence[Metingimport]:
    """Newest first."""
    keuze = select(Metingimport).where(Metingimport.organisatie_id == organisatie_id)
    opties = joinedload(Metingimport.gebruiker), joinedload(Metingimport.taak)
    return db.session.scalars(keuze.order_by(Metingimport.id.desc()).limit(MEESTE_ONDERWEG).options(*opties)).all()


def leveringen(organisatie_id: int) -> Sequence[Metinglevering]:
    """What was taken over, newest first."""
    keuze = select(Metinglevering).where(Metinglevering.organisatie_id == organisatie_id)
    keuze = keuze.order_by(Metinglevering.id.desc()).limit(MEESTE_ONDERWEG)
    return db.session.scalars(keuze.options(joinedload(Metinglevering.gebruiker))).all()


def levering_van(imp: Metingimport) -> Metinglevering | None:
    return db.session.scalars(select(Metinglevering).where(Metinglevering.import_id == imp.id)).first()


def fouten(imp: Metingimport, nummer: int) -> Pagina:
    """Those that were kept."""
    van_imp = Importfout.import_id == imp.id
    aantal = db.session.scalar(select(func.count()).where(van_imp)) or 0
    nummer = blad(aantal, PER_PAGINA, nummer)[0]
    keuze = select(Importfout).where(van_imp).order_by(Importfout.regel, Importfout.nr)
    rijen = db.session.scalars(keuze.limit(PER_PAGINA).offset((nummer - 1) * PER_PAGINA)).all()
    return Pagina(rijen, aantal, nummer, PER_PAGINA)


def wijzigingen(imp: Metingimport, nummer: int) -> Pagina:
    aantal = int((imp.telling or {}).get("gewijzigd", 0))
    nummer = blad(aantal, PER_PAGINA, nummer)[0]
    w = Importwijziging.__table__
    deel = (
        select(w.c.nr, w.c.meting_id)
        .where(w.c.import_id == imp.id)
        .order_by(w.c.nr)
        .limit(PER_PAGINA)
        .offset((nummer - 1) * PER_PAGINA)
        .subquery()
    )
    tabellen = MET_REEKS.join(deel, deel.c.nr == M.c.nr).join(X, X.c.id == deel.c.meting_id)
    keuze = (
        select(
            M.c.regel, Indicator.naam, Indicator.eenheid, R.c.plaats, R.c.soort, M.c.van, M.c.tot, X.c.waarde,
            X.c.voorlopig, M.c.waarde, M.c.voorlopig,
        )
        .select_from(
            tabellen.join(Importindicator, Importindicator.nr == R.c.indicator_nr).join(
                Indicator, Indicator.id == Importindicator.indicator_id
            )
        )
        .where(van_import(imp.id), Importindicator.import_id == imp.id)
        .order_by(M.c.nr)
    )  # fmt: skip
    return Pagina([Wijziging(*rij) for rij in db.session.execute(keuze)], aantal, nummer, PER_PAGINA)


def namen(imp: Metingimport, nummer: int) -> Pagina:
    """Names of indicatoren about which there is something to decide, or was."""
    keuze = select(Importindicator).where(
        Importindicator.import_id == imp.id,
        or_(Importindicator.besluit != Besluit.BESTAAND, Importindicator.gekozen),
    )
    aantal = db.session.scalar(select(func.count()).select_from(keuze.subquery())) or 0
    nummer = blad(aantal, NAMEN_PER_PAGINA, nummer)[0]
    # What blocks comes first.
    volgorde = (Importindicator.besluit != Besluit.VRAAG, Importindicator.nr)
    rijen = db.session.scalars(
        keuze.order_by(*volgorde).limit(NAMEN_PER_PAGINA).offset((nummer - 1) * NAMEN_PER_PAGINA)
    ).all()
    return Pagina(rijen, aantal, nummer, NAMEN_PER_PAGINA)


def gebieden(imp: Metingimport) -> tuple[Sequence[Row[str, int]], int]:
    """The areas with how many figures each has, the own organisatie as ""; the largest, and how many there are."""
    van_imp = Importreeks.import_id == imp.id
    aantal = func.sum(Importreeks.aantal)
    keuze = select(Importreeks.plaats, aantal).where(van_imp).group_by(Importreeks.plaats)
    rijen = db.session.execute(keuze.order_by(aantal.desc(), Importreeks.plaats).limit(MEESTE_GEBIEDEN)).all()
    return rijen, db.session.scalar(select(func.count(Importreeks.plaats.distinct())).where(van_imp)) or 0
