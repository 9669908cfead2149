"""How the files of an organisatie look."""

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Gevolgd, Model


class Huisstijl(Gevolgd, Model):
    """`kleur`: six hexadecimal digits, None for ours. `logo`: a PNG, with its measures in points and what it says."""

    __tablename__ = "huisstijl"
    __table_args__ = (
        CheckConstraint("kleur IS NULL OR length(kleur) = 6", name="kleur"),
        CheckConstraint("logo IS NULL OR (breedte > 0 AND hoogte > 0 AND logotekst <> '')", name="logo"),
    )

    organisatie_id: Mapped[int] = mapped_column(
        ForeignKey("organisatie.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    kleur: Mapped[str | None] = mapped_column(String(6))
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    breedte: Mapped[int] = mapped_column(default=0, server_default="0")
    hoogte: Mapped[int] = mapped_column(default=0, server_default="0")
    logotekst: Mapped[str] = mapped_column(String(200), default="", server_default="")
