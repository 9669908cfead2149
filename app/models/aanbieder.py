"""Accounts elsewhere that people log in with."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Model, nu


class Aanbiederkoppeling(Model):
    """Of one user, with one account: `uitgever` is the issuer, `onderwerp` who it is there. Addresses and names change;
    this does not."""

    __tablename__ = "aanbiederkoppeling"
    __table_args__ = (
        UniqueConstraint("uitgever", "onderwerp"),
        CheckConstraint("uitgever <> '' AND onderwerp <> ''", name="niet_leeg"),
    )

    gebruiker_id: Mapped[int] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    uitgever: Mapped[str] = mapped_column(String(300))
    onderwerp: Mapped[str] = mapped_column(String(255))
    sinds: Mapped[datetime] = mapped_column(default=nu)
