"""Work in the background: the record of a job, which is the place in the queue as well."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.taakstatus import TaakStatus
from app.models.basis import Model, VanOrganisatie, hoort_bij, keuze, nu
from app.models.bestand import Bestand
from app.models.gebruiker import Gebruiker


class Taak(VanOrganisatie, Model):
    """`pogingen` goes up each time a worker takes it, so that a worker knows whether it is still its own.

    `bijgewerkt_op` is the last sign of life while it runs. `totaal`: how much there is to do, when that is known.
    `bestandsnaam` stays when the file itself is gone. `bron`: a Bron, for what the job writes in the logboek.
    `vervolg`: the address of the page where the outcome is seen.
    """

    __tablename__ = "taak"
    __table_args__ = (
        hoort_bij("bestand", "bestand_id"),
        Index("ix_taak_status_id", "status", "id"),
        Index("ix_taak_organisatie_id_id", "organisatie_id", "id"),
        CheckConstraint("gedaan >= 0 AND totaal >= 0", name="voortgang_niet_negatief"),
        CheckConstraint("status <> 'bezig' OR (gestart_op IS NOT NULL AND bijgewerkt_op IS NOT NULL)", name="gestart"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[str] = mapped_column(String(80))
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    bron: Mapped[str] = mapped_column(String(40))
    bestand_id: Mapped[int | None] = mapped_column(index=True)
    bestandsnaam: Mapped[str] = mapped_column(String(300), default="")
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    vervolg: Mapped[str] = mapped_column(String(300), default="")
    status: Mapped[TaakStatus] = mapped_column(keuze(TaakStatus, "status"), default=TaakStatus.WACHT)
    gedaan: Mapped[int] = mapped_column(default=0)
    totaal: Mapped[int | None]
    melding: Mapped[str] = mapped_column(Text, default="")
    resultaat: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    pogingen: Mapped[int] = mapped_column(default=0)
    werker: Mapped[str] = mapped_column(String(120), default="")
    aangemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    gestart_op: Mapped[datetime | None]
    bijgewerkt_op: Mapped[datetime | None]
    klaar_op: Mapped[datetime | None]

    gebruiker: Mapped[Gebruiker | None] = relationship()
    bestand: Mapped[Bestand | None] = relationship(primaryjoin="foreign(Taak.bestand_id) == Bestand.id")

    @property
    def bestand_weg(self) -> bool:
        """It had a file, which is not kept any more."""
        return self.bestandsnaam != "" and self.bestand_id is None

    @property
    def mag_opnieuw(self) -> bool:
        return self.status.mag_opnieuw and not self.bestand_weg
