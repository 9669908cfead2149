"""What somebody is reminded of, and whether the mail went out."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.herinnering import HerinneringSoort, HerinneringStatus
from app.models.basis import Model, VanOrganisatie, keuze, nu
from app.models.gebruiker import Gebruiker


class Herinnering(VanOrganisatie, Model):
    """One reason for one person. The unique key is what makes that it is sent once, whoever runs it and how often.

    `regel_id` is no reference: a list of what was sent outlives what it was about.
    `verzonden_dag` is the day of the mail it went with; it is set as soon as a run takes it.
    """

    __tablename__ = "herinnering"
    __table_args__ = (UniqueConstraint("gebruiker_id", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    sleutel: Mapped[str] = mapped_column(String(120))
    soort: Mapped[HerinneringSoort] = mapped_column(keuze(HerinneringSoort, "soort"))
    status: Mapped[HerinneringStatus] = mapped_column(
        keuze(HerinneringStatus, "status"), default=HerinneringStatus.KLAARGEZET, index=True
    )
    tekst: Mapped[str] = mapped_column(Text)
    periode: Mapped[str] = mapped_column(String(10))
    regel_id: Mapped[int | None]
    klaargezet_op: Mapped[datetime] = mapped_column(default=nu)
    opgepakt_op: Mapped[datetime | None]
    verstuurd_op: Mapped[datetime | None]
    verzonden_dag: Mapped[date | None]
    pogingen: Mapped[int] = mapped_column(default=0)
    fout: Mapped[str] = mapped_column(Text, default="")

    gebruiker: Mapped[Gebruiker] = relationship()
