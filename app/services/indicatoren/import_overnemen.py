"""Figures that wait go into the tables, all in one transaction and with a fixed number of statements."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, insert, literal, select, update

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.metingimport import Besluit, Importstatus, Onbekend
from app.models import (
    EerdereMeting,
    Importindicator,
    Importwijziging,
    Meting,
    Metingimport,
    Metinglevering,
    Onderwerp,
    Reeks,
    nu,
)
from app.models.basis import Sessie
from app.services.indicatoren.fouten import IndicatorFout
from app.services.indicatoren.import_beheren import verwijder_bron, verwijder_gelezen
from app.services.indicatoren.import_fouten import ImportFout, IntussenAnders
from app.services.indicatoren.import_koppelen import koppel
from app.services.indicatoren.import_sql import IS_NIEUW, MET_ALLES, M, R, X, van_import
from app.services.indicatoren.import_vergelijken import Telling, vergelijk
from app.services.indicatoren.indicator_beheren import voeg_indicator_toe
from app.services.indicatoren.rijen import STAND
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.taken.soorten import Meld

# New figures per statement, so that the progress is seen and the work can be stopped.
PER_KEER = 50_000
ANDERS = "Intussen zijn er cijfers of indicatoren gewijzigd. Er is niets overgenomen; bekijk de nieuwe vergelijking."
W: Any = Importwijziging.__table__


@dataclass(frozen=True, slots=True)
class Overname:
    """What was agreed. `verwacht`: what the user saw; None takes whatever the comparison gives.

    `alleen_goede`: leave out what is wrong, instead of storing nothing. `reden`: why values change.
    """

    bruikbaar: ColumnElement[bool]
    door: Dader
    reden: str
    alleen_goede: bool = False
    verwacht: Telling | None = None
    onbekend: Onbekend = Onbekend.VANZELF


def neem_over(session: Sessie, imp: Metingimport, overname: Overname, meld: Meld) -> Telling:
    """Raises ImportFout, of which IntussenAnders may be shown again. Afterwards nothing waits any more. Flushes."""
    koppel(session, imp, bruikbaar=overname.bruikbaar, onbekend=overname.onbekend)
    vergrendel_indicatoren(session, _indicator_ids(session, imp))
    telling = _vergelijk_weer(session, imp, overname)
    levering = _maak_levering(session, imp, telling, overname)
    if telling.gewijzigd:
        _wijzig(session, imp, overname, levering)
    if telling.nieuw:
        levering.indicatoren = _maak_plaats(session, imp, overname)
        _voeg_toe(session, imp, levering, meld)
    _log(session, imp, telling, overname)
    verwijder_gelezen(session, imp.id)
    verwijder_bron(session, imp)
    imp.status = Importstatus.KLAAR
    session.flush()
    return telling


def _maak_levering(session: Sessie, imp: Metingimport, telling: Telling, overname: Overname) -> Metinglevering:
    """By which all of it can be undone in one act; one that changes nothing is not kept."""
    levering = Metinglevering(
        organisatie_id=imp.organisatie_id,
        gebruiker_id=overname.door.gebruiker_id,
        import_id=imp.id,
        bestandsnaam=imp.bestandsnaam,
        nieuw=telling.nieuw,
        gewijzigd=telling.gewijzigd,
    )
    if telling.nieuw + telling.gewijzigd:
        session.add(levering)
        session.flush()
    return levering


def _indicator_ids(session: Sessie, imp: Metingimport) -> set[int]:
    keuze = select(Importindicator.indicator_id).where(Importindicator.import_id == imp.id)
    return {id_ for id_ in session.scalars(keuze) if id_ is not None}


def _vergelijk_weer(session: Sessie, imp: Metingimport, overname: Overname) -> Telling:
    """Now that nobody else can change these figures."""
    anders = overname.verwacht is not None and _is_gewijzigd(session, imp.id)
    telling = vergelijk(session, imp, bruikbaar=overname.bruikbaar, onbekend=overname.onbekend)
    if anders or overname.verwacht not in (None, telling):
        raise IntussenAnders(ANDERS)
    if telling.fout and not overname.alleen_goede:
        fouten = "is 1 fout" if telling.fout == 1 else f"zijn {telling.fout} fouten"
        raise ImportFout(f"Er {fouten}. Er is niets overgenomen.")
    return telling


def _is_gewijzigd(session: Sessie, import_id: int) -> bool:
    """Whether a figure that would change says something else than the user saw, or is gone."""
    beide = W.outerjoin(X, X.c.id == W.c.meting_id)
    ander = X.c.id.is_(None) | (X.c.rev != W.c.rev)
    keuze = select(W.c.nr).select_from(beide).where(W.c.import_id == import_id, ander)
    return session.execute(keuze.limit(1)).first() is not None


def _maak_plaats(session: Sessie, imp: Metingimport, overname: Overname) -> list[int]:
    """The indicatoren and series that the new figures need and that are not there yet. Gives the ids of the first."""
    gemaakt = _maak_indicatoren(session, imp, overname.door)
    koppel(session, imp, bruikbaar=overname.bruikbaar, onbekend=overname.onbekend)
    _maak_reeksen(session, imp)
    koppel(session, imp, bruikbaar=overname.bruikbaar, onbekend=overname.onbekend)
    return gemaakt


def _maak_indicatoren(session: Sessie, imp: Metingimport, door: Dader) -> list[int]:
    """Those of which a figure comes in."""
    met_cijfers = select(R.c.indicator_nr).select_from(MET_ALLES).where(van_import(imp.id), IS_NIEUW)
    keuze = select(Importindicator).where(
        Importindicator.import_id == imp.id,
        Importindicator.besluit == Besluit.NIEUW,
        Importindicator.nr.in_(met_cijfers.distinct()),
    )
    gemaakt = []
    for rij in session.scalars(keuze.order_by(Importindicator.nr)).all():
        waarden = {"naam": rij.naam, "eenheid": rij.eenheid, "frequentie": rij.frequentie}
        try:
            nieuw = voeg_indicator_toe(session, organisatie_id=imp.organisatie_id, waarden=waarden, door=door)
        except IndicatorFout as fout:
            raise IntussenAnders(ANDERS) from fout
        rij.besluit, rij.indicator_id, rij.gekozen = Besluit.BESTAAND, nieuw.id, True
        gemaakt.append(nieuw.id)
    session.flush()
    return gemaakt


def _maak_reeksen(session: Sessie, imp: Metingimport) -> None:
    keuze = (
        select(Importindicator.indicator_id, R.c.plaats, R.c.soort)
        .select_from(MET_ALLES.join(Importindicator, Importindicator.nr == R.c.indicator_nr))
        .where(van_import(imp.id), Importindicator.import_id == imp.id, IS_NIEUW, R.c.reeks_id.is_(None))
        .distinct()
    )
    rijen = [
        {"organisatie_id": imp.organisatie_id, "indicator_id": id_, "gebied": gebied, "soort": Reekssoort(soort)}
        for id_, gebied, soort in sorted(session.execute(keuze))
    ]
    if rijen:
        session.execute(insert(Reeks), rijen)


def _wijzig(session: Sessie, imp: Metingimport, overname: Overname, levering: Metinglevering) -> None:
    """What they said is kept, with who, when and why."""
    oud = select(
        literal(imp.organisatie_id),
        X.c.id,
        *(X.c[naam] for naam in STAND),
        literal(nu(), X.c.gewijzigd_op.type),
        literal(overname.door.gebruiker_id, X.c.id.type),
        literal(_waarom(imp, overname)),
        literal(levering.id),
    ).select_from(W.join(X, X.c.id == W.c.meting_id))
    kolommen = ["organisatie_id", "meting_id", *STAND, "tot_moment", "gebruiker_id", "reden", "levering_id"]
    session.execute(insert(EerdereMeting).from_select(kolommen, oud.where(W.c.import_id == imp.id)))
    nieuw = {naam: case((M.c[naam] == "", X.c[naam]), else_=M.c[naam]) for naam in ("bron", "toelichting")}
    session.execute(
        update(X)
        .where(X.c.id == W.c.meting_id, W.c.import_id == imp.id, M.c.import_id == imp.id, M.c.nr == W.c.nr)
        .values(waarde=M.c.waarde, voorlopig=M.c.voorlopig, rev=X.c.rev + 1, gewijzigd_op=nu(), **nieuw)
    )


def _waarom(imp: Metingimport, overname: Overname) -> str:
    uit = f"uit '{imp.bestandsnaam}'"
    return f"{overname.reden} ({uit})" if overname.reden else f"Ingelezen {uit}"


def _voeg_toe(session: Sessie, imp: Metingimport, levering: Metinglevering, meld: Meld) -> None:
    kolommen = ["organisatie_id", "levering_id", "reeks_id", "van", "tot", *STAND]
    laatste = session.scalar(select(func.max(M.c.nr)).where(M.c.import_id == imp.id)) or 0
    vast = literal(imp.organisatie_id), literal(levering.id)
    nieuw = select(*vast, R.c.reeks_id, M.c.van, M.c.tot, *(M.c[naam] for naam in STAND))
    for begin in range(1, laatste + 1, PER_KEER):
        meld(begin - 1, laatste)
        deel = M.c.nr.between(begin, begin + PER_KEER - 1)
        rijen = nieuw.select_from(MET_ALLES).where(van_import(imp.id), IS_NIEUW, deel)
        session.execute(insert(Meting).from_select(kolommen, rijen))
    meld(laatste, laatste)


def _log(session: Sessie, imp: Metingimport, telling: Telling, overname: Overname) -> None:
    if not telling.nieuw + telling.gewijzigd:
        return
    waarom = f": {overname.reden}" if overname.reden else ""
    schrijf(
        session,
        door=overname.door,
        over=Onderwerp.CIJFERS,
        organisatie_id=imp.organisatie_id,
        omschrijving=f"Metingen overgenomen uit '{imp.bestandsnaam}'{waarom}",
        nieuw={"nieuw": telling.nieuw, "gewijzigd": telling.gewijzigd, "fout": telling.fout},
    )
