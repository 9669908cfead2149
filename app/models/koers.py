"""What people say about the koers of a doel: the path they expect, and a judgement that differs from the figures."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.koers.bepalen import Koers
from app.models.basis import Getal, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, nu
from app.models.doel import Doel
from app.models.gebruiker import Gebruiker


class Koersoordeel(VanOrganisatie, MetVersie, Model):
    """A manager judges otherwise than the figures, with a reason; both are shown. At most one per doel."""

    __tablename__ = "koersoordeel"
    __table_args__ = (
        hoort_bij("doel", "doel_id", ondelete="CASCADE"),
        UniqueConstraint("doel_id"),
        CheckConstraint("reden <> ''", name="reden_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    doel_id: Mapped[int]
    koers: Mapped[Koers] = mapped_column(keuze(Koers, "koers"))
    reden: Mapped[str] = mapped_column(Text)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)

    doel: Mapped[Doel] = relationship(
        back_populates="koersoordelen", primaryjoin="foreign(Koersoordeel.doel_id) == Doel.id"
    )
    gebruiker: Mapped[Gebruiker | None] = relationship()


class Streefpadpunt(VanOrganisatie, Model):
    """A point of the path a user expects instead of the straight line: by this day, this value."""

    __tablename__ = "streefpadpunt"
    __table_args__ = (hoort_bij("doel", "doel_id", ondelete="CASCADE"), UniqueConstraint("doel_id", "datum"))

    id: Mapped[int] = mapped_column(primary_key=True)
    doel_id: Mapped[int]
    datum: Mapped[date]
    waarde: Mapped[Decimal] = mapped_column(Getal())

    doel: Mapped[Doel] = relationship(
        back_populates="streefpad", primaryjoin="foreign(Streefpadpunt.doel_id) == Doel.id"
    )
