"""The manager sends a row back with a note, or approves it."""

from sqlalchemy import select

from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.periodestatus import BEOORDELING_OVERGANGEN, Beoordeling
from app.models import Onderwerp, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.fouten import OngeldigeStap, OpmerkingOntbreekt
from app.services.voortgang.log import log_regel
from app.services.voortgang.regel_bewaren import controleer_niet_gesloten
from app.services.voortgang.slot import vergrendel_periode


def stuur_regel_terug(session: Sessie, *, regel: Voortgangsregel, opmerking: str, door: Dader) -> None:
    """Raises OpmerkingOntbreekt, OngeldigeStap or PeriodeGesloten."""
    if not opmerking.strip():
        raise OpmerkingOntbreekt("Schrijf erbij wat er nog moet gebeuren.")
    _zet(session, regel, Beoordeling.TERUGGESTUURD)
    regel.opmerking = opmerking.strip()
    session.flush()
    log_regel(session, regel=regel, zin="teruggestuurd", door=door, nieuw={"opmerking": regel.opmerking})


def keur_regel_goed(session: Sessie, *, regel: Voortgangsregel, door: Dader) -> None:
    """The note has done its work and goes. Raises OngeldigeStap or PeriodeGesloten."""
    _zet(session, regel, Beoordeling.AKKOORD)
    oud, regel.opmerking = regel.opmerking, ""
    session.flush()
    log_regel(session, regel=regel, zin="goedgekeurd", door=door, oud={"opmerking": oud} if oud else None)


def keur_alles_goed(session: Sessie, *, periode: Rapportageperiode, door: Dader) -> int:
    """Every row that is filled in and was not sent back. Returns how many. Raises PeriodeGesloten."""
    vergrendel_periode(session, periode.id)
    controleer_niet_gesloten(periode.status, periode.code)
    keuze = select(Voortgangsregel).where(
        Voortgangsregel.periode_id == periode.id, Voortgangsregel.beoordeling == Beoordeling.INGEVULD
    )
    regels = session.scalars(keuze).all()
    for regel in regels:
        regel.beoordeling, regel.opmerking = Beoordeling.AKKOORD, ""
    session.flush()
    if regels:
        zin = f"Voortgang {periode.code}: {hoeveel(len(regels), 'regel', 'regels')} goedgekeurd"
        schrijf(session, door=door, over=Onderwerp.VOORTGANG, organisatie_id=periode.organisatie_id, omschrijving=zin)
    return len(regels)


def _zet(session: Sessie, regel: Voortgangsregel, naar: Beoordeling) -> None:
    vergrendel_periode(session, regel.periode_id)
    controleer_niet_gesloten(regel.periode.status, regel.periode.code)
    if naar not in BEOORDELING_OVERGANGEN[regel.beoordeling]:
        raise OngeldigeStap(
            "Deze regel is nog niet ingevuld."
            if regel.beoordeling is Beoordeling.IN_TE_VULLEN
            else f"Deze regel is al {regel.beoordeling.value}."
        )
    regel.beoordeling = naar
