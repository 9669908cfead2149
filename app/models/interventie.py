"""A numbered interventie with lettered onderdelen."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Gemerkt, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, merk_uniek
from app.models.probleemgebied import Probleemgebied
from app.models.toewijzing import Toewijzing

if TYPE_CHECKING:
    from app.models.voortgang import Maatregel


class Interventie(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    __tablename__ = "interventie"
    __table_args__ = (
        hoort_bij("probleemgebied", "probleemgebied_id"),
        merk_uniek("probleemgebied_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("probleemgebied_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_positief"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    probleemgebied_id: Mapped[int]
    nummer: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)

    probleemgebied: Mapped[Probleemgebied] = relationship(
        back_populates="interventies", primaryjoin="foreign(Interventie.probleemgebied_id) == Probleemgebied.id"
    )
    onderdelen: Mapped[list["Onderdeel"]] = relationship(
        back_populates="interventie",
        primaryjoin="Interventie.id == foreign(Onderdeel.interventie_id)",
        order_by="(func.length(Onderdeel.letter), Onderdeel.letter)",
        cascade="all, delete-orphan",
    )
    toewijzingen: Mapped[list[Toewijzing]] = relationship(
        primaryjoin="Interventie.id == foreign(Toewijzing.interventie_id)",
        order_by="Toewijzing.opdrachtnemer",
        cascade="all, delete-orphan",
    )
    maatregelen: Mapped[list["Maatregel"]] = relationship(
        secondary="maatregel_interventie",
        primaryjoin="Interventie.id == MaatregelInterventie.interventie_id",
        secondaryjoin="Maatregel.id == MaatregelInterventie.maatregel_id",
        viewonly=True,
    )


class Onderdeel(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    __tablename__ = "onderdeel"
    __table_args__ = (
        hoort_bij("interventie", "interventie_id"),
        merk_uniek("interventie_id"),
        UniqueConstraint("id", "organisatie_id"),
        UniqueConstraint("interventie_id", "letter"),
        CheckConstraint("letter <> ''", name="letter_niet_leeg"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    interventie_id: Mapped[int]
    letter: Mapped[str] = mapped_column(String(8))
    tekst: Mapped[str] = mapped_column(Text)

    interventie: Mapped[Interventie] = relationship(
        back_populates="onderdelen", primaryjoin="foreign(Onderdeel.interventie_id) == Interventie.id"
    )
    toewijzingen: Mapped[list[Toewijzing]] = relationship(
        primaryjoin="Onderdeel.id == foreign(Toewijzing.onderdeel_id)",
        order_by="Toewijzing.opdrachtnemer",
        cascade="all, delete-orphan",
    )
