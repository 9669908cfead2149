"""Somebody who is logged in, in one browser."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, nu
from app.models.gebruiker import Gebruiker


class Inlogsessie(Model):
    """`hash`: SHA-256 of what the browser carries, which itself is kept nowhere. Gone is logged out, at once.

    `browser`: in words, to recognise it by. `tweede_stap`: not only the password was right.
    """

    __tablename__ = "inlogsessie"

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"), index=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(80), default="")
    tweede_stap: Mapped[bool] = mapped_column(default=False, server_default=false())
    begonnen_op: Mapped[datetime] = mapped_column(default=nu)
    laatst_gezien_op: Mapped[datetime] = mapped_column(default=nu)

    gebruiker: Mapped[Gebruiker] = relationship()
