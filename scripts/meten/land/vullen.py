"""The country: gemeenten with notities, a million figures, and ten half-years of voortgang each."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from app.models import NotitieStatus, Rapportageperiode
from app.services.logboek import OPDRACHTREGEL
from app.services.voortgang.periode_status import sluit_periode
from scripts.meten.importeren import INDICATOREN, MAANDEN
from scripts.regio import Regio, maak_regio, maak_voortgang
from scripts.regio.maken import Gemeente
from scripts.regio.metingen import maak_metingen
from scripts.regio.voortgang import periodes_op_rij

MAATREGELEN, PERIODES = 20, 10
STATUSSEN = (NotitieStatus.VASTGESTELD, NotitieStatus.CONCEPT)
LAATSTE = periodes_op_rij(PERIODES)[-1].code


def vul_land(session: Session, gemeenten: int) -> Regio:
    """All in one regio: for the RIGG the worst there could be."""
    regio = maak_regio(session, gemeenten=gemeenten, statussen=STATUSSEN)
    maak_metingen(session, regio, indicatoren=INDICATOREN, periodes=MAANDEN)
    for gemeente in regio.gemeenten:
        maak_voortgang(session, gemeente, maatregelen=MAATREGELEN, periodes=PERIODES)
    gemeten = regio.gemeenten[gemeenten // 2]
    _sluit(session, gemeten)
    _sluit_de_andere(session, gemeten)
    return regio


def _sluit(session: Session, gemeente: Gemeente) -> None:
    """As the product does it, all but the last."""
    keuze = select(Rapportageperiode).where(
        Rapportageperiode.organisatie_id == gemeente.organisatie_id, Rapportageperiode.code != LAATSTE
    )
    for periode in session.scalars(keuze.order_by(Rapportageperiode.van)).all():
        sluit_periode(session, periode=periode, door=OPDRACHTREGEL)
    session.flush()


def _sluit_de_andere(session: Session, voorbeeld: Gemeente) -> None:
    """With what that one froze: as much to store, and nobody looks at it. One by one it would take minutes."""
    bron = aliased(Rapportageperiode)

    def zelfde(kolom: Any) -> Any:
        van = bron.organisatie_id == voorbeeld.organisatie_id
        return select(kolom).where(van, bron.code == Rapportageperiode.code).scalar_subquery()

    session.execute(
        update(Rapportageperiode)
        .where(Rapportageperiode.organisatie_id != voorbeeld.organisatie_id, Rapportageperiode.code != LAATSTE)
        .values(
            status=zelfde(bron.status), gesloten_op=zelfde(bron.gesloten_op), momentopname=zelfde(bron.momentopname)
        ),
        execution_options={"synchronize_session": False},
    )
