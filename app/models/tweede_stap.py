"""The second step of logging in: an app that gives codes, and codes on paper for who lost it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Model, nu


class TweedeStap(Model):
    """`geheim`: what app and server share, sealed (see services/verzegelen). `laatste_tijdvak`: the half minute of the
    last code that was used; a code of it or of one before is refused, so none works twice.
    """

    __tablename__ = "tweede_stap"

    gebruiker_id: Mapped[int] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    geheim: Mapped[str] = mapped_column(String(300))
    laatste_tijdvak: Mapped[int]
    sinds: Mapped[datetime] = mapped_column(default=nu)


class Herstelcode(Model):
    """Works once in the place of a code of the app. `hash`: SHA-256; the code itself is shown once and kept nowhere."""

    __tablename__ = "herstelcode"

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    gebruikt_op: Mapped[datetime | None]
