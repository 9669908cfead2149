"""Gemeenten and the regional procurement organisation, grouped in regio's."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Gevolgd, Model, keuze


class OrganisatieSoort(StrEnum):
    GEMEENTE = "gemeente"
    INKOOPORGANISATIE = "inkooporganisatie"


class Regio(Model):
    __tablename__ = "regio"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    organisaties: Mapped[list["Organisatie"]] = relationship(back_populates="regio")


class Organisatie(Gevolgd, Model):
    __tablename__ = "organisatie"
    __table_args__ = (CheckConstraint("slug <> '' AND naam <> ''", name="niet_leeg"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    soort: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort, "soort"))
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"), index=True)
    regio: Mapped[Regio | None] = relationship(back_populates="organisaties")
