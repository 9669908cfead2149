"""The answer of the RIGG to one opdracht of a gemeente."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.regio.antwoord import Antwoordsoort
from app.models.basis import MetVersie, Model, VanOrganisatie, keuze, nu
from app.models.gebruiker import Gebruiker


class Opdrachtantwoord(VanOrganisatie, MetVersie, Model):
    """Of the gemeente `organisatie_id`. It belongs to `lijn` and `merk`, which a doel, interventie or opdracht keeps in
    every later version, and to no row. `tekst`: what the opdracht said when it was answered.

    Only the RIGG of `regio_id` gives and reads it: a gemeente that goes to another regio gets answers anew.
    """

    __tablename__ = "opdrachtantwoord"
    __table_args__ = (
        UniqueConstraint("organisatie_id", "regio_id", "lijn", "merk"),
        CheckConstraint("lijn <> '' AND merk <> ''", name="hoort_ergens_bij"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), index=True)
    lijn: Mapped[str] = mapped_column(String(16))
    merk: Mapped[str] = mapped_column(String(16))
    antwoord: Mapped[Antwoordsoort] = mapped_column(keuze(Antwoordsoort, "antwoord"))
    toelichting: Mapped[str] = mapped_column(Text, default="")
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)

    gebruiker: Mapped[Gebruiker | None] = relationship()
