"""A file with metingen that was taken over, for as long as anybody may want to undo that."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, VanOrganisatie, nu
from app.models.gebruiker import Gebruiker
from app.models.taak import Taak


class Metinglevering(VanOrganisatie, Model):
    """Which figures are of it stands with those (`Meting.levering_id`, `EerdereMeting.levering_id`).

    `indicatoren`: the ids of those that were made for it. `taak_id`: the job that undoes it.
    """

    __tablename__ = "metinglevering"
    __table_args__ = (CheckConstraint("nieuw >= 0 AND gewijzigd >= 0", name="aantallen_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("metingimport.id", ondelete="SET NULL"), index=True)
    taak_id: Mapped[int | None] = mapped_column(ForeignKey("taak.id", ondelete="SET NULL"), index=True)
    bestandsnaam: Mapped[str] = mapped_column(String(300))
    nieuw: Mapped[int] = mapped_column(default=0)
    gewijzigd: Mapped[int] = mapped_column(default=0)
    indicatoren: Mapped[list[int]] = mapped_column(JSON, default=list)
    overgenomen_op: Mapped[datetime] = mapped_column(default=nu)
    teruggedraaid_op: Mapped[datetime | None]
    uitkomst: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    gebruiker: Mapped[Gebruiker | None] = relationship()
    taak: Mapped[Taak | None] = relationship()
