"""Figures that wait, beside what is there: new, changed, the same, or impossible. The same rules as one by one."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, delete, false, func, insert, or_, select, text, true

from app.domain.cijfers.metingimport import Onbekend
from app.domain.taal.getallen import toon_getal
from app.models import Importdubbel, Importreeks, Importwijziging, Metingimport
from app.models.basis import Sessie
from app.services.indicatoren.import_bezwaren import schrijf_bezwaren
from app.services.indicatoren.import_koppelen import koppel
from app.services.indicatoren.import_sql import (
    GOED,
    HERHAALD,
    IS_GEWIJZIGD,
    IS_NIEUW,
    MET_ALLES,
    MET_REEKS,
    TELT,
    M,
    R,
    X,
    van_import,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How many figures of a file are what. `overgeslagen`: of indicatoren that the user leaves out."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fout: int = 0
    overgeslagen: int = 0

    @property
    def totaal(self) -> int:
        return self.nieuw + self.gewijzigd + self.gelijk + self.fout + self.overgeslagen

    @property
    def goed(self) -> int:
        return self.totaal - self.fout - self.overgeslagen

    @property
    def zin(self) -> str:
        """ "42 metingen: 30 nieuw, 2 gewijzigd, 10 gelijk, 0 fout"."""
        delen = {naam: aantal for naam, aantal in asdict(self).items() if aantal or naam != "overgeslagen"}
        wat = "meting" if self.totaal == 1 else "metingen"
        return f"{in_cijfers(self.totaal)} {wat}: " + ", ".join(f"{in_cijfers(n)} {naam}" for naam, n in delen.items())


def in_cijfers(aantal: int) -> str:
    """`1.026.000`."""
    return toon_getal(Decimal(aantal))


def telling_van(imp: Metingimport) -> Telling:
    return Telling(**(imp.telling or {}))


def vergelijk(
    session: Sessie, imp: Metingimport, *, bruikbaar: ColumnElement[bool], onbekend: Onbekend = Onbekend.VANZELF
) -> Telling:
    """Everything anew, so that it holds for what the tables say now. Flushes."""
    koppel(session, imp, bruikbaar=bruikbaar, onbekend=onbekend)
    _ververs_statistiek(session)
    _zoek_dubbele(session, imp.id)
    _zoek_wijzigingen(session, imp.id)
    telling = _tel(session, imp)
    schrijf_bezwaren(session, imp, er_zijn_er=telling.fout > imp.leesfouten)
    imp.telling = asdict(telling)
    session.flush()
    return telling


def _ververs_statistiek(session: Sessie) -> None:
    """PostgreSQL does not know yet how much was written just now, and would look up each row on its own."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("ANALYZE importmeting, importreeks"))


def _zoek_dubbele(session: Sessie, import_id: int) -> None:
    """Also when the file calls the same series by two names."""
    session.execute(delete(Importdubbel).where(Importdubbel.import_id == import_id))
    voorlopig = cast(M.c.voorlopig, Integer)
    anders = or_(func.min(M.c.waarde) != func.max(M.c.waarde), func.min(voorlopig) != func.max(voorlopig))
    cellen = (
        select(R.c.plek, M.c.van, M.c.tot, func.min(M.c.nr).label("eerste"), cast(anders, Integer).label("botst"))
        .select_from(MET_REEKS)
        .where(van_import(import_id), TELT)
        .group_by(R.c.plek, M.c.van, M.c.tot)
        .having(func.count() > 1)
        .subquery()
    )
    zelfde = (cellen.c.plek == R.c.plek) & (cellen.c.van == M.c.van) & (cellen.c.tot == M.c.tot)
    botst = cellen.c.botst == 1
    rijen = (
        select(M.c.import_id, M.c.nr, cellen.c.eerste, botst)
        .select_from(MET_REEKS.join(cellen, zelfde))
        .where(van_import(import_id), TELT, or_(botst, M.c.nr != cellen.c.eerste))
    )
    session.execute(insert(Importdubbel).from_select(["import_id", "nr", "eerste", "botst"], rijen))


def _zoek_wijzigingen(session: Sessie, import_id: int) -> None:
    session.execute(delete(Importwijziging).where(Importwijziging.import_id == import_id))
    rijen = (
        select(M.c.import_id, M.c.nr, X.c.id, X.c.rev)
        .select_from(MET_ALLES)
        .where(van_import(import_id), IS_GEWIJZIGD, _er_is_iets(session, import_id))
    )
    session.execute(insert(Importwijziging).from_select(["import_id", "nr", "meting_id", "rev"], rijen))


def _er_is_iets(session: Sessie, import_id: int) -> ColumnElement[bool]:
    """False when all series are new, so that nothing has to be looked up."""
    bestaand = Importreeks.import_id == import_id, Importreeks.reeks_id.is_not(None)
    return true() if session.scalar(select(Importreeks.nr).where(*bestaand).limit(1)) else false()


def _tel(session: Sessie, imp: Metingimport) -> Telling:
    def hoeveel(wat: ColumnElement[bool]) -> Any:
        return func.coalesce(func.sum(case((wat, 1), else_=0)), 0)

    soorten = (IS_NIEUW, IS_GEWIJZIGD, or_(GOED, HERHAALD), R.c.overslaan)
    keuze = select(*map(hoeveel, soorten)).select_from(MET_ALLES).where(van_import(imp.id))
    nieuw, gewijzigd, goed, overgeslagen = session.execute(keuze).one()
    fout = imp.gelezen - goed - overgeslagen + imp.leesfouten
    return Telling(nieuw, gewijzigd, goed - nieuw - gewijzigd, fout, overgeslagen)
