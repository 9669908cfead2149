"""The life of an import beside its figures: it begins, its rows go, it goes."""

from datetime import timedelta
from typing import Any

from sqlalchemy import CursorResult, delete, select, update

from app.domain.cijfers.metingimport import Importstatus
from app.models import (
    Bestand,
    Importdubbel,
    Importfout,
    Importindicator,
    Importmeting,
    Importreeks,
    Importwijziging,
    Metingimport,
    nu,
)
from app.models.basis import Sessie
from app.services.indicatoren.import_fouten import ImportFout
from app.services.logboek import Dader
from app.services.taken.bestanden import verwijder_bestand

BEWAARTIJD = timedelta(days=7)
LANGSTE_NAAM = 300
# The figures themselves go first: they are many.
GELEZEN: tuple[Any, ...] = (
    Importmeting,
    Importdubbel,
    Importwijziging,
    Importfout,
    Importreeks,
    Importindicator,
)
ANDER_WERK = "Er wordt al aan dit bestand gewerkt, of het is al overgenomen. Kijk hoe het er nu voor staat."


def maak_import(
    session: Sessie, *, organisatie_id: int, bestandsnaam: str, door: Dader, bestand: Bestand | None = None
) -> Metingimport:
    """Also throws away what nobody came back for."""
    ruim_imports_op(session)
    imp = Metingimport(
        organisatie_id=organisatie_id,
        gebruiker_id=door.gebruiker_id,
        bestandsnaam=bestandsnaam[:LANGSTE_NAAM],
        bestand_id=bestand.id if bestand else None,
    )
    session.add(imp)
    session.flush()
    return imp


def begin_werk(session: Sessie, imp: Metingimport, *, status: Importstatus, van: tuple[Importstatus, ...]) -> None:
    """Of two that want something at the same time one gets it; the other gets ImportFout."""
    uitkomst = session.execute(
        update(Metingimport).where(Metingimport.id == imp.id, Metingimport.status.in_(van)).values(status=status),
        execution_options={"synchronize_session": False},
    )
    assert isinstance(uitkomst, CursorResult)
    if uitkomst.rowcount == 0:
        raise ImportFout(ANDER_WERK)
    session.refresh(imp)


def verwijder_gelezen(session: Sessie, import_id: int) -> None:
    """What was read of the file; the import itself stays."""
    for model in GELEZEN:
        opdracht = delete(model).where(model.import_id == import_id)
        session.execute(opdracht, execution_options={"synchronize_session": False})
    session.expire_all()


def verwijder_import(session: Sessie, imp: Metingimport) -> None:
    """With its file."""
    verwijder_gelezen(session, imp.id)
    verwijder_bron(session, imp)
    session.delete(imp)
    session.flush()


def verwijder_bron(session: Sessie, imp: Metingimport) -> None:
    if imp.bestand_id is not None:
        bestand_id, imp.bestand_id = imp.bestand_id, None
        session.flush()
        verwijder_bestand(session, bestand_id=bestand_id)


def ruim_imports_op(session: Sessie) -> int:
    """Those that are older than BEWAARTIJD; how many."""
    oud = session.scalars(select(Metingimport).where(Metingimport.aangemaakt_op < nu() - BEWAARTIJD)).all()
    for imp in oud:
        verwijder_import(session, imp)
    return len(oud)
