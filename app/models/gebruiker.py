"""Who logs in, with one role at one organisatie."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from flask_login import UserMixin
from sqlalchemy import JSON, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.herinnering import Frequentie
from app.models.basis import Gevolgd, Model, VanOrganisatie, keuze
from app.models.organisatie import Organisatie


class Rol(StrEnum):
    BELEIDSADVISEUR = "beleidsadviseur"
    MANAGER = "manager"
    RIGG = "rigg"
    LEZER = "lezer"
    BEHEERDER = "beheerder"

    @property
    def label(self) -> str:
        return "RIGG-medewerker" if self is Rol.RIGG else self.value.capitalize()


class Gebruiker(UserMixin, VanOrganisatie, Gevolgd, Model):  # type: ignore[misc]
    """`email` is kept in lower case. `vorig_bezoek` is the login before this one: "since my last visit".

    `wachtwoord_hash` is empty while there is no password (see services/accounts/wachtwoorden). `verwijderd_op`: nobody
    comes in any more with this account; its row and name stay for what was done with it.
    `voorkeuren`: what the product remembers for this person; replace the whole dict, so that the change is seen.
    """

    __tablename__ = "gebruiker"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    rol: Mapped[Rol] = mapped_column(keuze(Rol, "rol"))
    wachtwoord_hash: Mapped[str] = mapped_column(String(200))
    actief: Mapped[bool] = mapped_column(default=True)
    verwijderd_op: Mapped[datetime | None]
    laatste_bezoek: Mapped[datetime | None]
    vorig_bezoek: Mapped[datetime | None]
    voorkeuren: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    herinneringen: Mapped[Frequentie] = mapped_column(
        keuze(Frequentie, "herinneringen"), default=Frequentie.DAGELIJKS, server_default=Frequentie.DAGELIJKS.value
    )
    organisatie: Mapped[Organisatie] = relationship()

    @property
    def is_active(self) -> bool:
        return self.actief

    @property
    def rol_label(self) -> str:
        return self.rol.label
