"""Fill in one row of a period."""

from typing import Any

from app.domain.voortgang.periodestatus import INVULBAAR, Beoordeling
from app.models import PeriodeStatus, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.voortgang.fouten import (
    PeriodeGesloten,
    RegelDicht,
    RegelIntussenGewijzigd,
)
from app.services.voortgang.log import log_regel
from app.services.voortgang.regel_vullen import beoordeling_na_invullen, controleer_uitleg, gelezen, volledig, vul
from app.services.voortgang.slot import vergrendel_periode


def bewaar_regel(
    session: Sessie, *, regel: Voortgangsregel, waarden: dict[str, Any], door: Dader, rev: int | None = None
) -> bool:
    """True when something changed.

    `waarden` holds any of voortgang, planning (a paragraph a line), status (None: what the planning says), kleur,
    oorzaak, gevolg and bijsturing. `rev`: of the row as the user saw it, when that must still be the same.
    Raises PeriodeGesloten, RegelDicht, UitlegOntbreekt or RegelIntussenGewijzigd.
    """
    vergrendel_periode(session, regel.periode_id)
    controleer_invulbaar(regel)
    if rev is not None and rev != regel.rev:
        raise RegelIntussenGewijzigd("Een collega heeft deze regel intussen gewijzigd. Er is niets overschreven.")
    nieuw = volledig(regel, waarden, peil=regel.periode)
    controleer_uitleg(nieuw)
    beoordeling = regel.beoordeling
    oud = vul(session, regel, nieuw, gelezen(nieuw["planning"], regel.periode).momenten)
    if oud or beoordeling.moet_nog:
        regel.beoordeling = beoordeling_na_invullen(regel)
        session.flush()
    if not oud and regel.beoordeling is beoordeling:
        return False
    log_regel(session, regel=regel, zin="ingevuld", door=door, oud=oud, nieuw={naam: nieuw[naam] for naam in oud})
    return True


def controleer_invulbaar(regel: Voortgangsregel) -> None:
    """Raises PeriodeGesloten or RegelDicht."""
    periode = regel.periode
    controleer_niet_gesloten(periode.status, periode.code)
    if regel.beoordeling not in INVULBAAR[periode.status]:
        wat = "goedgekeurd" if regel.beoordeling is Beoordeling.AKKOORD else "ingevuld"
        raise RegelDicht(
            f"De periode {periode.code} is ter controle en deze regel is al {wat}. "
            "De manager kan de regel terugsturen; dan kunt u hem weer wijzigen."
        )


def controleer_niet_gesloten(status: PeriodeStatus, code: str) -> None:
    """Raises PeriodeGesloten."""
    if status is PeriodeStatus.GESLOTEN:
        raise PeriodeGesloten(f"De periode {code} is gesloten; er kan niets meer worden gewijzigd.")
