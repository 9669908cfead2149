"""What was handed out as a text document, kept so that it can be laid beside the file when that comes back."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, VanOrganisatie, hoort_bij, nu
from app.models.gebruiker import Gebruiker


class Uitvoer(VanOrganisatie, Model):
    """Of a notitie, or of the voortgang of a periode. `code` stands hidden in the file. `inhoud`: what stood in the
    file; `afdruk`: a fingerprint of it. `gebruiker_id` is empty for what a command handed out."""

    __tablename__ = "uitvoer"
    __table_args__ = (
        hoort_bij("notitie", "notitie_id", ondelete="CASCADE"),
        hoort_bij("rapportageperiode", "periode_id", ondelete="CASCADE"),
        UniqueConstraint("code"),
        CheckConstraint("(notitie_id IS NULL) <> (periode_id IS NULL)", name="een_onderwerp"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(16))
    notitie_id: Mapped[int | None] = mapped_column(index=True)
    periode_id: Mapped[int | None] = mapped_column(index=True)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu, index=True)
    afdruk: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)

    gebruiker: Mapped[Gebruiker | None] = relationship()
