"""Indicatoren and their figures: series of metingen, with what they were before they were restated."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.cijfers.indicator import Gunstig, Meetfrequentie, Reekssoort
from app.models.basis import Getal, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, nu
from app.models.gebruiker import Gebruiker
from app.models.organisatie import Organisatie


class Indicator(VanOrganisatie, MetVersie, Gevolgd, Model):
    """What is measured, apart from any notitie: the regels of notities point to it, and through them the doelen.

    `gedeeld`: the other organisaties of the regio may hang their own figures on it, and compare.
    `gunstig`: None takes the direction from the doel. `ondergrens` and `bovengrens`: a value outside cannot be right.
    `noemer`: what to divide by when gemeenten are compared, such as the number of young people.
    """

    __tablename__ = "indicator"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("organisatie_id", "naam"),
        CheckConstraint("naam <> ''", name="naam_niet_leeg"),
        CheckConstraint("eenheid <> ''", name="eenheid_niet_leeg"),
        CheckConstraint("bovengrens >= ondergrens", name="bovengrens_niet_onder_ondergrens"),
        CheckConstraint("noemer_id <> id", name="niet_eigen_noemer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(300))
    eenheid: Mapped[str] = mapped_column(String(40))
    frequentie: Mapped[Meetfrequentie] = mapped_column(keuze(Meetfrequentie, "frequentie"), default=Meetfrequentie.JAAR)
    definitie: Mapped[str] = mapped_column(Text, default="")
    bron: Mapped[str] = mapped_column(Text, default="")
    gunstig: Mapped[Gunstig | None] = mapped_column(keuze(Gunstig, "gunstig"))
    ondergrens: Mapped[Decimal | None] = mapped_column(Getal())
    bovengrens: Mapped[Decimal | None] = mapped_column(Getal())
    gedeeld: Mapped[bool] = mapped_column(default=False)
    noemer_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id", ondelete="SET NULL"), index=True)

    organisatie: Mapped[Organisatie] = relationship()
    noemer: Mapped["Indicator | None"] = relationship(remote_side="Indicator.id")
    reeksen: Mapped[list["Reeks"]] = relationship(
        back_populates="indicator", order_by="Reeks.gebied, Reeks.soort", cascade="all, delete-orphan"
    )


class Reeks(VanOrganisatie, MetVersie, Gevolgd, Model):
    """One series of an indicator. `organisatie_id` is whose figures they are: of a shared indicator another's too.

    `gebied` is "" for the organisatie itself, or the name of an area such as "Provincie Groningen".
    `nulmeting_*`: where it started, when that is not simply the meting of the referentiejaar.
    """

    __tablename__ = "reeks"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("indicator_id", "organisatie_id", "gebied", "soort"),
        CheckConstraint("(nulmeting_datum IS NULL) = (nulmeting_waarde IS NULL)", name="nulmeting_heel"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    gebied: Mapped[str] = mapped_column(String(200), default="")
    soort: Mapped[Reekssoort] = mapped_column(keuze(Reekssoort, "soort"), default=Reekssoort.REALISATIE)
    nulmeting_datum: Mapped[date | None]
    nulmeting_waarde: Mapped[Decimal | None] = mapped_column(Getal())

    indicator: Mapped[Indicator] = relationship(back_populates="reeksen")
    organisatie: Mapped[Organisatie] = relationship()
    metingen: Mapped[list["Meting"]] = relationship(
        back_populates="reeks",
        primaryjoin="Reeks.id == foreign(Meting.reeks_id)",
        order_by="Meting.van, Meting.tot",
        cascade="all, delete-orphan",
    )


class Meting(MetVersie, Gevolgd, Model):
    """One figure: the value over the days `van` to `tot`, both included.

    `organisatie_id` has no index of its own, unlike in other tables: this one grows to millions of rows, and every
    question about it comes by way of a reeks.
    """

    __tablename__ = "meting"
    __table_args__ = (
        hoort_bij("reeks", "reeks_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("reeks_id", "van", "tot"),
        CheckConstraint("tot >= van", name="tot_na_van"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisatie_id: Mapped[int]
    reeks_id: Mapped[int]
    van: Mapped[date]
    tot: Mapped[date]
    waarde: Mapped[Decimal] = mapped_column(Getal())
    voorlopig: Mapped[bool] = mapped_column(default=False)
    bron: Mapped[str] = mapped_column(Text, default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    # The Metinglevering that brought it in. No reference: a million rows would have to be looked at when that goes.
    levering_id: Mapped[int | None]

    reeks: Mapped[Reeks] = relationship(back_populates="metingen", primaryjoin="foreign(Meting.reeks_id) == Reeks.id")
    eerdere: Mapped[list["EerdereMeting"]] = relationship(
        back_populates="meting",
        primaryjoin="Meting.id == foreign(EerdereMeting.meting_id)",
        order_by="EerdereMeting.id",
        cascade="all, delete-orphan",
    )


class EerdereMeting(VanOrganisatie, Model):
    """What a meting said until `tot_moment`; `reden`: why it was restated. `gebruiker_id` is empty for a command."""

    __tablename__ = "eerdere_meting"
    __table_args__ = (hoort_bij("meting", "meting_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meting_id: Mapped[int] = mapped_column(index=True)
    waarde: Mapped[Decimal] = mapped_column(Getal())
    voorlopig: Mapped[bool]
    bron: Mapped[str] = mapped_column(Text, default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    tot_moment: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    reden: Mapped[str] = mapped_column(Text, default="")
    # The Metinglevering that changed it; as with a Meting.
    levering_id: Mapped[int | None]

    meting: Mapped[Meting] = relationship(
        back_populates="eerdere", primaryjoin="foreign(EerdereMeting.meting_id) == Meting.id"
    )
    gebruiker: Mapped[Gebruiker | None] = relationship()


class Duiding(VanOrganisatie, MetVersie, Gevolgd, Model):
    """ "Wat zien we?": what the figures of an indicator mean, per period (`2019-H1`, in the codes of periode)."""

    __tablename__ = "duiding"
    __table_args__ = (
        UniqueConstraint("indicator_id", "organisatie_id", "periode"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    periode: Mapped[str] = mapped_column(String(10))
    tekst: Mapped[str] = mapped_column(Text)

    indicator: Mapped[Indicator] = relationship()
