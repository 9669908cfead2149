"""From open by way of ter controle to gesloten, and back again when there is a reason."""

from datetime import date
from typing import Any

from sqlalchemy import select

from app.domain.voortgang.overzicht import VoortgangBeeld
from app.domain.voortgang.periodestatus import PERIODE_OVERGANGEN, Beoordeling
from app.models import Maatregel, Onderwerp, PeriodeStatus, Rapportageperiode, Thema, Voortgangsregel, nu
from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.logboek import Dader, schrijf
from app.services.rapporten.bevriezen import bevries_rapport
from app.services.voortgang.beeld import beeld_uit_tabellen
from app.services.voortgang.fouten import NietAllesAkkoord, OngeldigeStap, RedenOntbreekt
from app.services.voortgang.momentopname import als_momentopname
from app.services.voortgang.slot import vergrendel_periode


def zet_ter_controle(session: Sessie, *, periode: Rapportageperiode, door: Dader) -> None:
    """Rows that are not filled in yet can still be filled in. Raises OngeldigeStap."""
    _ga_naar(session, periode, PeriodeStatus.TER_CONTROLE, van=PeriodeStatus.OPEN)
    _log(session, periode, "is ter controle", door)


def zet_terug_naar_open(session: Sessie, *, periode: Rapportageperiode, door: Dader) -> None:
    """Raises OngeldigeStap."""
    _ga_naar(session, periode, PeriodeStatus.OPEN, van=PeriodeStatus.TER_CONTROLE)
    _log(session, periode, "is weer open", door)


def sluit_periode(
    session: Sessie,
    *,
    periode: Rapportageperiode,
    door: Dader,
    toch: bool = False,
    vandaag: date | None = None,
) -> VoortgangBeeld:
    """Freezes what pages and exports of it show from now on, the report as well, and returns the voortgang.

    Raises OngeldigeStap, and NietAllesAkkoord when rows are not approved. With `toch` it closes all the same: a report
    must be able to go out on its day. Which rows those were is in the logboek and in the report itself.
    """
    _controleer_stap(session, periode, PeriodeStatus.GESLOTEN, van=PeriodeStatus.TER_CONTROLE)
    open_ = _niet_akkoord(session, periode)
    if open_ and not toch:
        raise NietAllesAkkoord(_zin(periode, len(open_)), open_)
    periode.gesloten_op, periode.gesloten_door_id = nu(), door.gebruiker_id
    periode.status = PeriodeStatus.GESLOTEN
    beeld = beeld_uit_tabellen(session, periode, vandaag=vandaag)
    periode.momentopname = als_momentopname(beeld)
    session.flush()
    bevries_rapport(session, periode=periode, voortgang=beeld)
    _log(session, periode, "gesloten", door, nieuw={"niet akkoord": open_} if open_ else None)
    return beeld


def heropen_periode(session: Sessie, *, periode: Rapportageperiode, reden: str, door: Dader) -> None:
    """To ter controle. Raises RedenOntbreekt or OngeldigeStap."""
    if not reden.strip():
        raise RedenOntbreekt("Schrijf op waarom de periode weer open moet.")
    _ga_naar(session, periode, PeriodeStatus.TER_CONTROLE, van=PeriodeStatus.GESLOTEN)
    dicht = {"gesloten_op": periode.gesloten_op, "gesloten_door_id": periode.gesloten_door_id}
    oud = in_woorden(session, dicht)
    periode.gesloten_op = periode.gesloten_door_id = None
    session.flush()
    _log(session, periode, f"heropend: {reden.strip()}", door, oud=oud, nieuw={"reden": reden.strip()})


def _ga_naar(session: Sessie, periode: Rapportageperiode, naar: PeriodeStatus, *, van: PeriodeStatus) -> None:
    _controleer_stap(session, periode, naar, van=van)
    periode.status = naar
    session.flush()


def _controleer_stap(session: Sessie, periode: Rapportageperiode, naar: PeriodeStatus, *, van: PeriodeStatus) -> None:
    vergrendel_periode(session, periode.id)
    if periode.status is not van or naar not in PERIODE_OVERGANGEN[van]:
        raise OngeldigeStap(
            f"De periode {periode.code} is {periode.status.value} en kan niet naar {naar.value}; "
            f"dat kan alleen als de periode {van.value} is."
        )


def _niet_akkoord(session: Sessie, periode: Rapportageperiode) -> list[str]:
    keuze = (
        select(Thema.nummer, Maatregel.letter, Maatregel.naam, Voortgangsregel.beoordeling)
        .join(Maatregel, Maatregel.thema_id == Thema.id)
        .join(Voortgangsregel, Voortgangsregel.maatregel_id == Maatregel.id)
        .where(Voortgangsregel.periode_id == periode.id, Voortgangsregel.beoordeling != Beoordeling.AKKOORD)
        .order_by(Thema.nummer, Maatregel.volgorde, Voortgangsregel.volgorde)
    )
    return [
        f"{nummer}{letter or ''} {naam}: {beoordeling.value}"
        for nummer, letter, naam, beoordeling in session.execute(keuze)
    ]


def _zin(periode: Rapportageperiode, aantal: int) -> str:
    regels = "1 regel is" if aantal == 1 else f"{aantal} regels zijn"
    return f"De periode {periode.code} kan nog niet dicht: {regels} nog niet akkoord."


def _log(session: Sessie, periode: Rapportageperiode, wat: str, door: Dader, **velden: Any) -> None:
    zin = f"Periode {periode.code} {wat}"
    schrijf(
        session, door=door, over=Onderwerp.VOORTGANG, organisatie_id=periode.organisatie_id, omschrijving=zin, **velden
    )
    session.flush()
