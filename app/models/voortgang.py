"""Beheersmaatregelen and what is reported on them per period."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.voortgang.periode import PeriodeSoort
from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.domain.voortgang.structuur import Kleur, Precisie, Status
from app.models.basis import Getal, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze
from app.models.gebruiker import Gebruiker
from app.models.interventie import Interventie
from app.models.organisatie import Organisatie


class Thema(VanOrganisatie, MetVersie, Gevolgd, Model):
    __tablename__ = "thema"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("organisatie_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_positief"),
        CheckConstraint("naam <> ''", name="naam_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nummer: Mapped[int]
    naam: Mapped[str] = mapped_column(Text)

    maatregelen: Mapped[list["Maatregel"]] = relationship(
        back_populates="thema",
        primaryjoin="Thema.id == foreign(Maatregel.thema_id)",
        order_by="Maatregel.volgorde",
        cascade="all, delete-orphan",
    )


class MaatregelInterventie(VanOrganisatie, Model):
    """Which interventie a beheersmaatregel carries out."""

    __tablename__ = "maatregel_interventie"
    __table_args__ = (
        hoort_bij("maatregel", "maatregel_id", ondelete="CASCADE"),
        hoort_bij("interventie", "interventie_id", ondelete="CASCADE"),
    )

    maatregel_id: Mapped[int] = mapped_column(primary_key=True)
    interventie_id: Mapped[int] = mapped_column(primary_key=True)


class Maatregel(VanOrganisatie, MetVersie, Gevolgd, Model):
    """A beheersmaatregel. `volgorde` is its place in the thema; `letter` is what people call it, or None."""

    __tablename__ = "maatregel"
    __table_args__ = (
        hoort_bij("thema", "thema_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("thema_id", "letter"),
        UniqueConstraint("thema_id", "volgorde"),
        CheckConstraint("naam <> ''", name="naam_niet_leeg"),
        CheckConstraint("fte > 0", name="fte_positief"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thema_id: Mapped[int]
    letter: Mapped[str | None] = mapped_column(String(8))
    volgorde: Mapped[int]
    naam: Mapped[str] = mapped_column(Text)
    eigenaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    fte: Mapped[Decimal | None] = mapped_column(Getal())

    thema: Mapped[Thema] = relationship(
        back_populates="maatregelen", primaryjoin="foreign(Maatregel.thema_id) == Thema.id"
    )
    eigenaar: Mapped[Gebruiker | None] = relationship()
    interventies: Mapped[list[Interventie]] = relationship(
        secondary="maatregel_interventie",
        primaryjoin="Maatregel.id == MaatregelInterventie.maatregel_id",
        secondaryjoin="Interventie.id == MaatregelInterventie.interventie_id",
        viewonly=True,
    )
    regels: Mapped[list["Voortgangsregel"]] = relationship(
        back_populates="maatregel",
        primaryjoin="Maatregel.id == foreign(Voortgangsregel.maatregel_id)",
        order_by="Voortgangsregel.volgorde",
        cascade="all, delete-orphan",
    )


class Rapportageperiode(VanOrganisatie, MetVersie, Gevolgd, Model):
    """`sluit_op`: the day before which everything must be in. `momentopname`: what was frozen on closing.

    The momentopname can be large, so it is only fetched when asked for. It stays when the period is reopened.
    """

    __tablename__ = "rapportageperiode"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("organisatie_id", "code"),
        CheckConstraint("tot >= van", name="tot_na_van"),
        CheckConstraint("status <> 'gesloten' OR gesloten_op IS NOT NULL", name="gesloten_op"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10))
    soort: Mapped[PeriodeSoort] = mapped_column(keuze(PeriodeSoort, "soort"))
    van: Mapped[date]
    tot: Mapped[date]
    sluit_op: Mapped[date]
    status: Mapped[PeriodeStatus] = mapped_column(keuze(PeriodeStatus, "status"), default=PeriodeStatus.OPEN)
    gesloten_op: Mapped[datetime | None]
    gesloten_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    momentopname: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)

    organisatie: Mapped[Organisatie] = relationship()
    gesloten_door: Mapped[Gebruiker | None] = relationship()
    regels: Mapped[list["Voortgangsregel"]] = relationship(
        back_populates="periode", primaryjoin="Rapportageperiode.id == foreign(Voortgangsregel.periode_id)"
    )


class Voortgangsregel(VanOrganisatie, MetVersie, Gevolgd, Model):
    """What is reported on one maatregel in one period; a maatregel may have more than one row.

    `planning` is kept to the letter, one line per paragraph; `momenten` is what was read from it.
    `opmerking`: the manager's note when the row came back.
    """

    __tablename__ = "voortgangsregel"
    __table_args__ = (
        hoort_bij("maatregel", "maatregel_id"),
        hoort_bij("rapportageperiode", "periode_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("maatregel_id", "periode_id", "volgorde"),
        CheckConstraint(
            "kleur IS NULL OR kleur = 'groen' OR (oorzaak <> '' AND gevolg <> '' AND bijsturing <> '')",
            name="kleur_met_uitleg",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    maatregel_id: Mapped[int]
    periode_id: Mapped[int] = mapped_column(index=True)
    volgorde: Mapped[int] = mapped_column(default=1)
    voortgang: Mapped[str] = mapped_column(Text, default="")
    planning: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status | None] = mapped_column(keuze(Status, "status"))
    kleur: Mapped[Kleur | None] = mapped_column(keuze(Kleur, "kleur"))
    oorzaak: Mapped[str] = mapped_column(Text, default="")
    gevolg: Mapped[str] = mapped_column(Text, default="")
    bijsturing: Mapped[str] = mapped_column(Text, default="")
    beoordeling: Mapped[Beoordeling] = mapped_column(
        keuze(Beoordeling, "beoordeling"), default=Beoordeling.IN_TE_VULLEN
    )
    opmerking: Mapped[str] = mapped_column(Text, default="")

    maatregel: Mapped[Maatregel] = relationship(
        back_populates="regels", primaryjoin="foreign(Voortgangsregel.maatregel_id) == Maatregel.id"
    )
    periode: Mapped[Rapportageperiode] = relationship(
        back_populates="regels", primaryjoin="foreign(Voortgangsregel.periode_id) == Rapportageperiode.id"
    )
    momenten: Mapped[list["Planningsmoment"]] = relationship(
        back_populates="regel",
        primaryjoin="Voortgangsregel.id == foreign(Planningsmoment.regel_id)",
        order_by="Planningsmoment.volgorde",
        cascade="all, delete-orphan",
    )


class Planningsmoment(VanOrganisatie, Model):
    """In the meaning of `app.domain.voortgang.structuur.Moment`: dates with their precision, or a recurrence."""

    __tablename__ = "planningsmoment"
    __table_args__ = (
        hoort_bij("voortgangsregel", "regel_id"),
        UniqueConstraint("regel_id", "volgorde"),
        CheckConstraint("tot >= van", name="tot_na_van"),
        CheckConstraint(
            "(herhaling IS NOT NULL AND van IS NULL AND tot IS NULL AND precisie IS NULL)"
            " OR (herhaling IS NULL AND precisie IS NOT NULL AND (van IS NOT NULL OR tot IS NOT NULL))",
            name="datum_of_herhaling",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regel_id: Mapped[int]
    volgorde: Mapped[int]
    van: Mapped[date | None]
    tot: Mapped[date | None] = mapped_column(index=True)
    precisie: Mapped[Precisie | None] = mapped_column(keuze(Precisie, "precisie"))
    herhaling: Mapped[str | None] = mapped_column(String(80))

    regel: Mapped[Voortgangsregel] = relationship(
        back_populates="momenten", primaryjoin="foreign(Planningsmoment.regel_id) == Voortgangsregel.id"
    )


class Kleurdefinitie(VanOrganisatie, Model):
    """What groen, oranje and rood mean at this organisatie, in its own words."""

    __tablename__ = "kleurdefinitie"
    __table_args__ = (UniqueConstraint("organisatie_id", "kleur"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kleur: Mapped[Kleur] = mapped_column(keuze(Kleur, "kleur"))
    omschrijving: Mapped[str] = mapped_column(Text)
