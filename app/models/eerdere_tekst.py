"""What a text said before, kept by itself whatever changes it: a screen, a file that came back, an import."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text, event
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column
from sqlalchemy.orm.attributes import get_history

from app.models.basis import Model, VanOrganisatie, nu
from app.models.doel import Doel, Indicatorregel
from app.models.interventie import Interventie, Onderdeel
from app.models.opdracht import Opdracht
from app.models.probleemgebied import Probleemgebied, Punt

MET_TEKST = (Punt, Doel, Indicatorregel, Interventie, Onderdeel, Opdracht)


class EerdereTekst(VanOrganisatie, Model):
    """Of the item with this `merk`, in whichever version of the notitie (`lijn`): no reference, as items come and go.
    `tot`: until then it said so."""

    __tablename__ = "eerdere_tekst"
    __table_args__ = (Index(None, "lijn", "merk", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lijn: Mapped[str] = mapped_column(String(16))
    merk: Mapped[str] = mapped_column(String(16))
    tekst: Mapped[str] = mapped_column(Text)
    tot: Mapped[datetime] = mapped_column(default=nu)


@event.listens_for(Session, "before_flush")
def onthoud_wat_er_stond(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    session.add_all(list(_eerdere(session)))


def _eerdere(session: Session) -> Iterator[EerdereTekst]:
    for item in session.dirty:
        if not isinstance(item, MET_TEKST):
            continue
        gebied = _gebied_van(item)
        for tekst in get_history(item, "tekst").deleted or ():
            if tekst and gebied is not None:
                yield EerdereTekst(
                    organisatie_id=item.organisatie_id, lijn=gebied.notitie.lijn, merk=item.merk, tekst=tekst
                )


def _gebied_van(item: Any) -> Probleemgebied | None:
    """None for what is taken away in the same breath."""
    if isinstance(item, Onderdeel):
        return item.interventie.probleemgebied if item.interventie else None
    gebied: Probleemgebied | None = item.probleemgebied
    return gebied
