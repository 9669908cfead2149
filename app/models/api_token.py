"""Keys with which the systems of an organisatie read and write metingen."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Gevolgd, Model, VanOrganisatie
from app.models.gebruiker import Gebruiker
from app.models.organisatie import Organisatie


class ApiToken(VanOrganisatie, Gevolgd, Model):
    """The token itself is shown once and never kept: `hash` is its SHA-256 (it is long and random, so no salt).

    `ziet_kleine_aantallen`: reads counts below the threshold too; who writes sees them anyhow, or could not compare.
    """

    __tablename__ = "api_token"
    __table_args__ = (
        CheckConstraint("naam <> ''", name="naam_niet_leeg"),
        CheckConstraint("ziet_kleine_aantallen OR NOT mag_schrijven", name="schrijver_ziet_alles"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(100))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    mag_schrijven: Mapped[bool] = mapped_column(default=False)
    ziet_kleine_aantallen: Mapped[bool] = mapped_column(default=False, server_default=false())
    verloopt_op: Mapped[datetime]
    ingetrokken_op: Mapped[datetime | None]
    laatst_gebruikt_op: Mapped[datetime | None]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)

    organisatie: Mapped[Organisatie] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()
