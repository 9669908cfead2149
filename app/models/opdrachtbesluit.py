"""What somebody of the RIGG decided about which opdrachten are the same."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.regio.groepen import Besluitsoort
from app.models.basis import Model, keuze, nu
from app.models.gebruiker import Gebruiker


class Opdrachtbesluit(Model):
    """`leden` and `rest` as in app.domain.regio.groepen.Besluit; the id is its nummer. Taken back, it is gone."""

    __tablename__ = "opdrachtbesluit"

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), index=True)
    soort: Mapped[Besluitsoort] = mapped_column(keuze(Besluitsoort, "soort"))
    leden: Mapped[list[str]] = mapped_column(JSON)
    rest: Mapped[list[str]] = mapped_column(JSON, default=list)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)

    gebruiker: Mapped[Gebruiker | None] = relationship()
