"""What was exported of a regio and when, so that a later file can tell what changed since."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, nu
from app.models.gebruiker import Gebruiker


class Regiostand(Model):
    """All opdrachten of a regio as they were: per sleutel what app.domain.regio.wijzigingen looks at. Files of the same
    moment, in several formats, share one. `afdruk`: a fingerprint of `inhoud`."""

    __tablename__ = "regiostand"
    __table_args__ = (UniqueConstraint("regio_id", "afdruk"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"))
    afdruk: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)


class Regiouitvoer(Model):
    """One file that somebody got. `gebruiker_id` is empty for a command."""

    __tablename__ = "regiouitvoer"

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), index=True)
    stand_id: Mapped[int] = mapped_column(ForeignKey("regiostand.id"), index=True)
    formaat: Mapped[str] = mapped_column(String(8))
    tijdstip: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)

    stand: Mapped[Regiostand] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()
