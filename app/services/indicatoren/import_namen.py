"""The names of indicatoren in a file, beside the indicatoren that the organisatie can use."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, select

from app.domain.cijfers.indicatornaam import kale_naam, lijkt_op
from app.domain.cijfers.metingimport import Besluit, Onbekend
from app.models import Importindicator, Indicator, Metingimport
from app.models.basis import Sessie


@dataclass(frozen=True, slots=True)
class Bekend:
    """An indicator that exists, as far as its figures are judged by it."""

    id: int
    naam: str
    eenheid: str
    ondergrens: Decimal | None
    bovengrens: Decimal | None


class Bekenden:
    """`op_naam`: by bare name; of two the own one."""

    def __init__(self, rijen: Sequence[Bekend]) -> None:
        self.op_id = {rij.id: rij for rij in rijen}
        self.op_naam = {kale_naam(rij.naam): rij for rij in rijen}
        self.namen = [rij.naam for rij in rijen]


def zoek_bekenden(session: Sessie, organisatie_id: int, bruikbaar: ColumnElement[bool]) -> Bekenden:
    """`bruikbaar`: which indicatoren the organisatie may hang figures on."""
    eigen = Indicator.organisatie_id == organisatie_id
    keuze = (
        select(Indicator.id, Indicator.naam, Indicator.eenheid, Indicator.ondergrens, Indicator.bovengrens)
        .where(bruikbaar)
        .order_by(eigen, Indicator.id.desc())
    )
    return Bekenden([Bekend(*rij) for rij in session.execute(keuze)])


def indicatoren_van(session: Sessie, imp: Metingimport) -> Sequence[Importindicator]:
    keuze = select(Importindicator).where(Importindicator.import_id == imp.id).order_by(Importindicator.nr)
    return session.scalars(keuze).all()


def besluit(rij: Importindicator, bekenden: Bekenden, onbekend: Onbekend) -> None:
    """What a person decided stays, as long as it can be done."""
    zelfde = bekenden.op_naam.get(kale_naam(rij.naam))
    if rij.gekozen and _kan(rij, zelfde, bekenden):
        return
    rij.gekozen, rij.lijkt_op = False, ""
    if zelfde is not None:
        rij.besluit, rij.indicator_id = Besluit.BESTAAND, zelfde.id
        return
    rij.indicator_id = None
    if onbekend is Onbekend.VANZELF:
        rij.lijkt_op = lijkt_op(rij.naam, bekenden.namen) or ""
    mag_nieuw = rij.eenheid and not rij.lijkt_op and onbekend is not Onbekend.FOUT
    rij.besluit = Besluit.NIEUW if mag_nieuw else Besluit.VRAAG


def bezwaar_tegen(rij: Importindicator) -> str:
    """Why its figures cannot come in, for one that nobody decided about; "" for the others."""
    if rij.besluit is not Besluit.VRAAG:
        return ""
    if rij.lijkt_op:
        return f"De indicator '{rij.naam}' is niet bekend. Bedoelt u '{rij.lijkt_op}'?"
    if not rij.eenheid:
        return f"De indicator '{rij.naam}' is niet bekend, en het bestand zegt niet in welke eenheid hij gemeten is."
    return f"De indicator '{rij.naam}' is niet bekend."


def _kan(rij: Importindicator, zelfde: Bekend | None, bekenden: Bekenden) -> bool:
    if rij.besluit is Besluit.BESTAAND:
        return rij.indicator_id in bekenden.op_id
    if rij.besluit is Besluit.NIEUW:
        return zelfde is None and rij.eenheid != ""
    return rij.besluit is Besluit.OVERSLAAN
