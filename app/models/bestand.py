"""Uploaded files that wait for work in the background, in parts that every server and worker can reach."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Model, VanOrganisatie, hoort_bij, nu

DEELGROOTTE = 256 * 1024


class Bestand(VanOrganisatie, Model):
    """`grootte` in bytes. Every part but the last is exactly DEELGROOTTE long, so that any place is found at once."""

    __tablename__ = "bestand"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        CheckConstraint("grootte >= 0", name="grootte_niet_negatief"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(300))
    grootte: Mapped[int] = mapped_column(BigInteger)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    aangemaakt_op: Mapped[datetime] = mapped_column(default=nu, index=True)


class Bestandsdeel(VanOrganisatie, Model):
    """Read and written with plain statements, never as objects: a session would keep every part in memory."""

    __tablename__ = "bestandsdeel"
    __table_args__ = (hoort_bij("bestand", "bestand_id", ondelete="CASCADE"),)

    bestand_id: Mapped[int] = mapped_column(primary_key=True)
    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)
