"""Take over a progress report that waited for its owner to look at it."""

from collections.abc import Mapping

from app.domain.voortgang.periode import lees_periode
from app.domain.voortgang.structuur import Voortgang
from app.models import Importvoorstel, PeriodeStatus, Rapportageperiode
from app.models.basis import Sessie
from app.services.importvoorstel import annuleer_voorstel
from app.services.logboek import Dader
from app.services.voortgang.fouten import PeriodeGesloten
from app.services.voortgang.periode_openen import open_periode, vind_periode
from app.services.voortgang.rapport_koppelen import Keuzes
from app.services.voortgang.rapport_overnemen import KleurMetUitleg, Overgenomen, neem_voortgang_over
from app.services.voortgang.slot import vergrendel_organisatie


def vind_of_open_periode(session: Sessie, *, organisatie_id: int, code: str, door: Dader) -> Rapportageperiode:
    """Raises PeriodeGesloten, or OngeldigePeriode for a code that is none."""
    code = lees_periode(code).code
    periode = vind_open_periode(session, organisatie_id=organisatie_id, code=code)
    return periode or open_periode(session, organisatie_id=organisatie_id, code=code, door=door)


def vind_open_periode(session: Sessie, *, organisatie_id: int, code: str) -> Rapportageperiode | None:
    """The period when it is there and not closed. Raises PeriodeGesloten."""
    periode = vind_periode(session, organisatie_id=organisatie_id, code=code)
    if periode is not None and periode.status is PeriodeStatus.GESLOTEN:
        raise PeriodeGesloten(f"De periode {code} is gesloten. Een manager kan haar heropenen; er is niets gewijzigd.")
    return periode


def neem_voortgangsvoorstel_over(
    session: Sessie,
    *,
    voorstel: Importvoorstel,
    code: str,
    bron: Voortgang,
    kleuren: Mapping[str, KleurMetUitleg],
    keuzes: Keuzes,
    door: Dader,
) -> tuple[Rapportageperiode, Overgenomen]:
    """All or nothing. Raises VoorstelWeg, and what neem_voortgang_over raises."""
    vergrendel_organisatie(session, voorstel.organisatie_id)  # a savepoint before the first write commits on SQLite
    with session.begin_nested():
        annuleer_voorstel(session, voorstel=voorstel)
        periode = vind_of_open_periode(session, organisatie_id=voorstel.organisatie_id, code=code, door=door)
        uitkomst = neem_voortgang_over(session, periode=periode, bron=bron, door=door, keuzes=keuzes, kleuren=kleuren)
    return periode, uitkomst
