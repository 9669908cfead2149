"""Changing a report: one at a time per period, and not any more when that is closed."""

from app.models import PeriodeStatus, Rapport, Rapportageperiode
from app.models.basis import Sessie
from app.services.rapporten.fouten import RapportFout
from app.services.voortgang.slot import vergrendel_periode


def vergrendel_rapport(session: Sessie, rapport: Rapport) -> None:
    """Call it before reading what is about to change. Raises RapportFout."""
    vergrendel_periode(session, rapport.periode_id)
    eis_niet_gesloten(rapport.periode)


def eis_niet_gesloten(periode: Rapportageperiode) -> None:
    if periode.status is PeriodeStatus.GESLOTEN:
        raise RapportFout(f"De periode {periode.code} is gesloten; het rapport staat vast.")
