"""One problem area of a notitie, with everything that hangs below it."""

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.structuur import Prioriteit
from app.models.basis import Gemerkt, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, merk_uniek
from app.models.notitie import Notitie

if TYPE_CHECKING:
    from app.models.doel import Doel, Indicatorregel
    from app.models.interventie import Interventie
    from app.models.opdracht import Opdracht


class PuntSoort(StrEnum):
    IST = "ist"
    SOLL = "soll"


class Probleemgebied(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    __tablename__ = "probleemgebied"
    __table_args__ = (
        hoort_bij("notitie", "notitie_id"),
        merk_uniek("notitie_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("notitie_id", "volgorde"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
        CheckConstraint("naam <> ''", name="naam_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    notitie_id: Mapped[int]
    volgorde: Mapped[int]
    naam: Mapped[str] = mapped_column(Text)
    naam_in_lijst: Mapped[str | None] = mapped_column(Text)
    prioriteit: Mapped[Prioriteit | None] = mapped_column(keuze(Prioriteit, "prioriteit"))
    doelen_toelichting: Mapped[str] = mapped_column(Text, default="")
    indicatoren_inleiding: Mapped[str] = mapped_column(Text, default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")

    notitie: Mapped[Notitie] = relationship(
        back_populates="probleemgebieden", primaryjoin="foreign(Probleemgebied.notitie_id) == Notitie.id"
    )
    punten: Mapped[list["Punt"]] = relationship(
        back_populates="probleemgebied",
        primaryjoin="Probleemgebied.id == foreign(Punt.probleemgebied_id)",
        order_by="Punt.soort, Punt.volgorde",
        cascade="all, delete-orphan",
    )
    doelen: Mapped[list["Doel"]] = relationship(
        back_populates="probleemgebied",
        primaryjoin="Probleemgebied.id == foreign(Doel.probleemgebied_id)",
        order_by="Doel.nummer",
        cascade="all, delete-orphan",
    )
    indicatoren: Mapped[list["Indicatorregel"]] = relationship(
        back_populates="probleemgebied",
        primaryjoin="Probleemgebied.id == foreign(Indicatorregel.probleemgebied_id)",
        order_by="Indicatorregel.volgorde",
        cascade="all, delete-orphan",
    )
    interventies: Mapped[list["Interventie"]] = relationship(
        back_populates="probleemgebied",
        primaryjoin="Probleemgebied.id == foreign(Interventie.probleemgebied_id)",
        order_by="Interventie.nummer",
        cascade="all, delete-orphan",
    )
    opdrachten: Mapped[list["Opdracht"]] = relationship(
        back_populates="probleemgebied",
        primaryjoin="Probleemgebied.id == foreign(Opdracht.probleemgebied_id)",
        order_by="Opdracht.opdrachtnemer, Opdracht.volgorde",
        cascade="all, delete-orphan",
    )


class Punt(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    """One point of the ist (what is wrong) or the soll (what is wanted)."""

    __tablename__ = "punt"
    __table_args__ = (
        hoort_bij("probleemgebied", "probleemgebied_id"),
        merk_uniek("probleemgebied_id"),
        UniqueConstraint("probleemgebied_id", "soort", "volgorde"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    probleemgebied_id: Mapped[int]
    soort: Mapped[PuntSoort] = mapped_column(keuze(PuntSoort, "soort"))
    volgorde: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)

    probleemgebied: Mapped[Probleemgebied] = relationship(
        back_populates="punten", primaryjoin="foreign(Punt.probleemgebied_id) == Probleemgebied.id"
    )
