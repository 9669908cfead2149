"""What the RIGG decided about its opdrachten."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.domain.regio.overzicht import Regiogroep
from app.models import Opdrachtbesluit, db


def vind_besluit(regio_id: int, id_: int) -> Opdrachtbesluit | None:
    keuze = select(Opdrachtbesluit).where(Opdrachtbesluit.id == id_, Opdrachtbesluit.regio_id == regio_id)
    return db.session.scalars(keuze).first()


def besluiten_over(regio_id: int, groep: Regiogroep) -> Sequence[Opdrachtbesluit]:
    """Those that name something in this group, the newest first."""
    keuze = select(Opdrachtbesluit).where(Opdrachtbesluit.regio_id == regio_id).order_by(Opdrachtbesluit.id.desc())
    sleutels = {regel.sleutel for regel in groep.regels}
    alle = db.session.scalars(keuze.options(joinedload(Opdrachtbesluit.gebruiker)))
    return [besluit for besluit in alle if not sleutels.isdisjoint((*besluit.leden, *besluit.rest))]
