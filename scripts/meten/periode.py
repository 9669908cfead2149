"""Closing a period and starting the next, through the services; every time rolled back, to be done again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import PeriodeStatus, Rapportageperiode, db
from app.services.logboek import OPDRACHTREGEL
from app.services.voortgang.periode_starten import start_volgende_periode
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from scripts.meten.bezoeker import queries_van
from scripts.meten.klok import Duur, duur_van
from scripts.meten.stand import Stand

SLUITEN, STARTEN = "sluiten", "volgende starten"
OPWARMEN, KEREN = 1, 5


@dataclass(frozen=True, slots=True)
class Periodekant:
    maatregelen: int
    queries: int
    duur: Duur


@dataclass(frozen=True, slots=True)
class Periodemeting:
    naam: str
    klein: Periodekant
    groot: Periodekant


@dataclass(frozen=True, slots=True)
class _Stap:
    seconden: float
    queries: int


def meet_periodes(standen: dict[int, Stand], klein: int, groot: int) -> Iterator[Periodemeting]:
    """In turns: small, large, small, ..."""
    rondes = [{aantal: _ronde(standen[aantal].app) for aantal in (klein, groot)} for _ in range(OPWARMEN + KEREN)]
    for naam in (SLUITEN, STARTEN):
        kanten = [_kant(aantal, [ronde[aantal][naam] for ronde in rondes[OPWARMEN:]]) for aantal in (klein, groot)]
        yield Periodemeting(naam, kanten[0], kanten[1])


def _kant(maatregelen: int, stappen: list[_Stap]) -> Periodekant:
    return Periodekant(maatregelen, stappen[-1].queries, duur_van([stap.seconden for stap in stappen]))


def _ronde(app: Flask) -> dict[str, _Stap]:
    with app.app_context():
        session = db.session()
        periode = _open_periode(session)
        zet_ter_controle(session, periode=periode, door=OPDRACHTREGEL)
        # "toch": not every row in the open period is akkoord
        sluiten = _meet(app, partial(sluit_periode, session, periode=periode, door=OPDRACHTREGEL, toch=True))
        starten = _meet(app, partial(start_volgende_periode, session, na=periode, door=OPDRACHTREGEL))
        session.rollback()
    return {SLUITEN: sluiten, STARTEN: starten}


def _open_periode(session: Session) -> Rapportageperiode:
    return session.scalars(select(Rapportageperiode).where(Rapportageperiode.status == PeriodeStatus.OPEN)).one()


def _meet(app: Flask, doe: Callable[[], object]) -> _Stap:
    with queries_van(app) as queries:
        begin = perf_counter()
        doe()
        duur = perf_counter() - begin
    return _Stap(duur, len(queries))
