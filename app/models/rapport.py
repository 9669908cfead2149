"""The half-year report: chapters composed of blocks, frozen together with its period."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.cijfers.indicator import Bloksoort
from app.models.basis import Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze
from app.models.indicator import Indicator
from app.models.voortgang import Rapportageperiode, Thema


class Rapport(VanOrganisatie, MetVersie, Gevolgd, Model):
    """One per period. `momentopname`: the whole document as it was when the period closed."""

    __tablename__ = "rapport"
    __table_args__ = (
        hoort_bij("rapportageperiode", "periode_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("periode_id"),
        CheckConstraint("titel <> ''", name="titel_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int]
    titel: Mapped[str] = mapped_column(String(300))
    momentopname: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)

    periode: Mapped[Rapportageperiode] = relationship(primaryjoin="foreign(Rapport.periode_id) == Rapportageperiode.id")
    hoofdstukken: Mapped[list["Hoofdstuk"]] = relationship(
        back_populates="rapport",
        primaryjoin="Rapport.id == foreign(Hoofdstuk.rapport_id)",
        order_by="Hoofdstuk.volgorde",
        cascade="all, delete-orphan",
    )


class Hoofdstuk(VanOrganisatie, MetVersie, Gevolgd, Model):
    """`duiding`: "Wat zien we?" of the chapter as a whole."""

    __tablename__ = "hoofdstuk"
    __table_args__ = (
        hoort_bij("rapport", "rapport_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("rapport_id", "volgorde"),
        CheckConstraint("titel <> ''", name="titel_niet_leeg"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    rapport_id: Mapped[int]
    volgorde: Mapped[int]
    titel: Mapped[str] = mapped_column(String(300))
    duiding: Mapped[str] = mapped_column(Text, default="")

    rapport: Mapped[Rapport] = relationship(
        back_populates="hoofdstukken", primaryjoin="foreign(Hoofdstuk.rapport_id) == Rapport.id"
    )
    blokken: Mapped[list["Rapportblok"]] = relationship(
        back_populates="hoofdstuk",
        primaryjoin="Hoofdstuk.id == foreign(Rapportblok.hoofdstuk_id)",
        order_by="Rapportblok.volgorde",
        cascade="all, delete-orphan",
    )


class Rapportblok(VanOrganisatie, MetVersie, Gevolgd, Model):
    """A grafiek, cijfers or duiding of `indicator`; the voortgangstabel of `thema`, or of all when that is None."""

    __tablename__ = "rapportblok"
    __table_args__ = (
        hoort_bij("hoofdstuk", "hoofdstuk_id"),
        hoort_bij("thema", "thema_id"),
        UniqueConstraint("hoofdstuk_id", "volgorde"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
        CheckConstraint("soort <> 'tekst' OR tekst <> ''", name="tekst_niet_leeg"),
        CheckConstraint(
            "(indicator_id IS NOT NULL) = (soort IN ('grafiek', 'cijfers', 'duiding'))", name="indicator_bij_soort"
        ),
        CheckConstraint("thema_id IS NULL OR soort = 'voortgangstabel'", name="thema_bij_soort"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hoofdstuk_id: Mapped[int]
    volgorde: Mapped[int]
    soort: Mapped[Bloksoort] = mapped_column(keuze(Bloksoort, "soort"))
    tekst: Mapped[str] = mapped_column(Text, default="")
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id"), index=True)
    thema_id: Mapped[int | None]

    hoofdstuk: Mapped[Hoofdstuk] = relationship(
        back_populates="blokken", primaryjoin="foreign(Rapportblok.hoofdstuk_id) == Hoofdstuk.id"
    )
    indicator: Mapped[Indicator | None] = relationship()
    thema: Mapped[Thema | None] = relationship(primaryjoin="foreign(Rapportblok.thema_id) == Thema.id")
