"""A numbered doel with its streefwaarde, and the indicatoren that measure it."""

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.structuur import Richting
from app.models.basis import Gemerkt, Getal, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, merk_uniek
from app.models.indicator import Indicator
from app.models.probleemgebied import Probleemgebied
from app.models.toewijzing import Toewijzing

if TYPE_CHECKING:
    from app.models.koers import Koersoordeel, Streefpadpunt


class Doel(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    """`richting` to `open` are the streefwaarde, in the meaning of `app.domain.structuur.Streefwaarde`."""

    __tablename__ = "doel"
    __table_args__ = (
        hoort_bij("probleemgebied", "probleemgebied_id"),
        merk_uniek("probleemgebied_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("id", "probleemgebied_id"),
        UniqueConstraint("probleemgebied_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_positief"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
        CheckConstraint("maximum >= minimum", name="max_niet_onder_min"),
        CheckConstraint("NOT open OR (minimum IS NULL AND maximum IS NULL)", name="open_zonder_getal"),
        CheckConstraint(
            "richting <> 'kwalitatief' OR (minimum IS NULL AND maximum IS NULL)", name="kwalitatief_zonder_getal"
        ),
        CheckConstraint("doeljaar BETWEEN 1900 AND 2200", name="doeljaar"),
        CheckConstraint("referentiejaar BETWEEN 1900 AND 2200", name="referentiejaar"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    probleemgebied_id: Mapped[int]
    nummer: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)
    richting: Mapped[Richting] = mapped_column(keuze(Richting, "richting"), default=Richting.KWALITATIEF)
    minimum: Mapped[Decimal | None] = mapped_column(Getal())
    maximum: Mapped[Decimal | None] = mapped_column(Getal())
    eenheid: Mapped[str | None] = mapped_column(Text)
    doeljaar: Mapped[int | None]
    referentiejaar: Mapped[int | None]
    open: Mapped[bool] = mapped_column(default=False)

    probleemgebied: Mapped[Probleemgebied] = relationship(
        back_populates="doelen", primaryjoin="foreign(Doel.probleemgebied_id) == Probleemgebied.id"
    )
    indicatoren: Mapped[list["Indicatorregel"]] = relationship(
        back_populates="doel",
        primaryjoin="Doel.id == foreign(Indicatorregel.doel_id)",
        order_by="Indicatorregel.volgorde",
        passive_deletes="all",
    )
    toewijzingen: Mapped[list[Toewijzing]] = relationship(
        primaryjoin="Doel.id == foreign(Toewijzing.doel_id)",
        order_by="Toewijzing.opdrachtnemer",
        cascade="all, delete-orphan",
    )
    streefpad: Mapped[list["Streefpadpunt"]] = relationship(
        back_populates="doel",
        primaryjoin="Doel.id == foreign(Streefpadpunt.doel_id)",
        order_by="Streefpadpunt.datum",
        cascade="all, delete-orphan",
    )
    koersoordelen: Mapped[list["Koersoordeel"]] = relationship(
        back_populates="doel",
        primaryjoin="Doel.id == foreign(Koersoordeel.doel_id)",
        cascade="all, delete-orphan",
    )


class Indicatorregel(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    """A line of the notitie on how a doel is measured. It takes its number, so that renumbering carries it along.

    `los_nummer` is the number a text gave it when no doel has that number; it is one or the other.
    `indicator` is what is really measured; several lines, also of several notities, may name the same.
    """

    __tablename__ = "indicatorregel"
    __table_args__ = (
        hoort_bij("probleemgebied", "probleemgebied_id"),
        merk_uniek("probleemgebied_id"),
        ForeignKeyConstraint(["doel_id", "probleemgebied_id"], ["doel.id", "doel.probleemgebied_id"]),
        UniqueConstraint("probleemgebied_id", "volgorde"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
        CheckConstraint("(doel_id IS NULL) <> (los_nummer IS NULL)", name="doel_of_los_nummer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    probleemgebied_id: Mapped[int]
    doel_id: Mapped[int | None] = mapped_column(index=True)
    los_nummer: Mapped[int | None]
    volgorde: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id", ondelete="SET NULL"), index=True)

    indicator: Mapped[Indicator | None] = relationship()
    probleemgebied: Mapped[Probleemgebied] = relationship(
        back_populates="indicatoren", primaryjoin="foreign(Indicatorregel.probleemgebied_id) == Probleemgebied.id"
    )
    doel: Mapped[Doel | None] = relationship(
        back_populates="indicatoren", primaryjoin="foreign(Indicatorregel.doel_id) == Doel.id"
    )

    @property
    def nummer(self) -> int:
        return self.doel.nummer if self.doel else self.los_nummer or 0
