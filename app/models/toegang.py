"""Ways in: links that are handed out once, and how often somebody tried in vain."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, keuze, nu
from app.models.gebruiker import Gebruiker


class Linksoort(StrEnum):
    UITNODIGING = "uitnodiging"
    HERSTEL = "herstel"


class Toegangslink(Model):
    """With this somebody chooses a password. `hash`: SHA-256 of what is in the address; used or withdrawn is gone."""

    __tablename__ = "toegangslink"

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True)
    soort: Mapped[Linksoort] = mapped_column(keuze(Linksoort, "soort"))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    verloopt_op: Mapped[datetime]

    gebruiker: Mapped[Gebruiker] = relationship()


class Poging(Model):
    """Failures in a row of one account from one place. `sleutel`: a hash of both, so that neither can be read here."""

    __tablename__ = "poging"
    __table_args__ = (CheckConstraint("aantal >= 0", name="aantal_niet_negatief"),)

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    aantal: Mapped[int]
    laatste_op: Mapped[datetime] = mapped_column(index=True)
    wacht_tot: Mapped[datetime]
