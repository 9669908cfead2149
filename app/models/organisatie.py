"""Gemeenten and the regional procurement organisation, grouped in regio's."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.cijfers.indicator import STANDAARD_DREMPEL
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
    """`drempel`: counts of people below it are shown as "< 5" to who may not see them.

    The table allows lower ones than `zet_drempel` does: a stricter constraint would make SQLite rebuild what
    everything refers to.
    `eist_tweede_stap`: its users log in in two steps.
    """

    __tablename__ = "organisatie"
    __table_args__ = (
        CheckConstraint("slug <> '' AND naam <> ''", name="niet_leeg"),
        CheckConstraint("drempel BETWEEN 0 AND 100", name="drempel"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    soort: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort, "soort"))
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"), index=True)
    drempel: Mapped[int] = mapped_column(default=STANDAARD_DREMPEL, server_default=text(str(STANDAARD_DREMPEL)))
    eist_tweede_stap: Mapped[bool] = mapped_column(default=False, server_default=false())
    regio: Mapped[Regio | None] = relationship(back_populates="organisaties")

    @property
    def voluit(self) -> str:
        """ "Gemeente Noordwoude"."""
        voor = "Gemeente " if self.soort is OrganisatieSoort.GEMEENTE else ""
        return self.naam if self.naam.startswith("Gemeente ") else voor + self.naam
