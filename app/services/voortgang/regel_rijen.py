"""More than one row for a maatregel in a period."""

from app.models import Maatregel, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.voortgang.log import log_regel
from app.services.voortgang.periode_starten import lege_regel
from app.services.voortgang.regel_bewaren import controleer_niet_gesloten
from app.services.voortgang.slot import vergrendel_periode
from app.services.voortgang.vorige import volgende_volgorde


def voeg_regel_toe(
    session: Sessie, *, periode: Rapportageperiode, maatregel: Maatregel, door: Dader
) -> Voortgangsregel:
    """A blank one behind the others. Raises PeriodeGesloten."""
    vergrendel_periode(session, periode.id)
    controleer_niet_gesloten(periode.status, periode.code)
    regel = lege_regel(maatregel, periode, volgende_volgorde(session, maatregel.id))
    session.add(regel)
    session.flush()
    log_regel(session, regel=regel, zin="kreeg een regel erbij", door=door)
    return regel
