"""A policy document of one organisatie."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ColumnElement, Text, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.notitiestatus import NotitieStatus
from app.models.basis import Gevolgd, MetVersie, Model, VanOrganisatie, keuze
from app.models.organisatie import Organisatie

if TYPE_CHECKING:
    from app.models.probleemgebied import Probleemgebied


class Notitie(VanOrganisatie, MetVersie, Gevolgd, Model):
    __tablename__ = "notitie"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        CheckConstraint("titel <> ''", name="titel_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    titel: Mapped[str] = mapped_column(Text)
    datum: Mapped[date | None]
    versie: Mapped[str | None] = mapped_column(Text)
    referentiejaar: Mapped[int | None]
    doeljaar: Mapped[int | None]
    inleiding: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[NotitieStatus] = mapped_column(keuze(NotitieStatus, "status"), default=NotitieStatus.CONCEPT)

    organisatie: Mapped[Organisatie] = relationship()
    probleemgebieden: Mapped[list["Probleemgebied"]] = relationship(
        back_populates="notitie",
        primaryjoin="Notitie.id == foreign(Probleemgebied.notitie_id)",
        order_by="Probleemgebied.volgorde",
        cascade="all, delete-orphan",
    )


def nieuwste_eerst() -> tuple[ColumnElement[Any], ...]:
    """A notitie without a date counts from the day it was made here."""
    return func.coalesce(Notitie.datum, func.date(Notitie.aangemaakt_op)).desc(), Notitie.id.desc()
