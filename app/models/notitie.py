"""A policy document of one organisatie, in versions."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    and_,
    exists,
    func,
    text,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from app.domain.notitie.status import NotitieStatus
from app.models.basis import Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, nieuw_merk, nu
from app.models.gebruiker import Gebruiker
from app.models.organisatie import Organisatie

if TYPE_CHECKING:
    from app.models.probleemgebied import Probleemgebied

_BEWERKT = text("status <> 'vastgesteld'")


class Notitie(VanOrganisatie, MetVersie, Gevolgd, Model):
    """One version, with its whole text. The versions of one document share their `lijn`; `versienummer` counts them.

    `versie` is what the text itself says of its version. What is vastgesteld never changes again (see
    app.models.bevroren), and at most one version of a lijn is not.
    """

    __tablename__ = "notitie"
    __table_args__ = (
        UniqueConstraint("id", "organisatie_id"),
        Index(None, "lijn", "versienummer", unique=True),
        Index("ix_notitie_lijn_in_bewerking", "lijn", unique=True, sqlite_where=_BEWERKT, postgresql_where=_BEWERKT),
        CheckConstraint("titel <> ''", name="titel_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    titel: Mapped[str] = mapped_column(Text)
    datum: Mapped[date | None]
    versie: Mapped[str | None] = mapped_column(Text)
    referentiejaar: Mapped[int | None]
    doeljaar: Mapped[int | None]
    inleiding: Mapped[str] = mapped_column(Text, default="")
    # With active_history, so that what was stored is known when it changes.
    status: Mapped[NotitieStatus] = mapped_column(
        keuze(NotitieStatus, "status"), default=NotitieStatus.CONCEPT, active_history=True
    )
    lijn: Mapped[str] = mapped_column(String(16), default=nieuw_merk, server_default="")
    versienummer: Mapped[int] = mapped_column(default=1, server_default=text("1"))

    organisatie: Mapped[Organisatie] = relationship()
    vaststelling: Mapped["Vaststelling | None"] = relationship(
        back_populates="notitie",
        primaryjoin="Notitie.id == foreign(Vaststelling.notitie_id)",
        cascade="all, delete-orphan",
    )
    probleemgebieden: Mapped[list["Probleemgebied"]] = relationship(
        back_populates="notitie",
        primaryjoin="Notitie.id == foreign(Probleemgebied.notitie_id)",
        order_by="Probleemgebied.volgorde",
        cascade="all, delete-orphan",
    )


class Vaststelling(VanOrganisatie, Model):
    """With which decision a version was vastgesteld: `datum` is its day, `tijdstip` when that was entered here.

    `gebruiker_id` is empty for a command.
    """

    __tablename__ = "vaststelling"
    __table_args__ = (hoort_bij("notitie", "notitie_id"), UniqueConstraint("notitie_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    notitie_id: Mapped[int]
    datum: Mapped[date]
    besluit: Mapped[str] = mapped_column(String(300), default="")
    nummer: Mapped[str] = mapped_column(String(80), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)

    notitie: Mapped[Notitie] = relationship(
        back_populates="vaststelling", primaryjoin="foreign(Vaststelling.notitie_id) == Notitie.id"
    )
    gebruiker: Mapped[Gebruiker | None] = relationship()


def nieuwste_eerst() -> tuple[ColumnElement[Any], ...]:
    """A notitie without a date counts from the day it was made here."""
    return func.coalesce(Notitie.datum, func.date(Notitie.aangemaakt_op)).desc(), Notitie.id.desc()


def nog_van_kracht() -> ColumnElement[bool]:
    """A condition on Notitie: no later version of it was vastgesteld. That is the version in force, and the concept
    that may follow it: for what is no part of the text, such as which maatregel carries out an interventie."""
    later = aliased(Notitie)
    opgevolgd = exists().where(
        later.lijn == Notitie.lijn,
        later.versienummer > Notitie.versienummer,
        later.status == NotitieStatus.VASTGESTELD,
    )
    return ~opgevolgd


def nieuwste_versie(statussen: tuple[NotitieStatus, ...] = tuple(NotitieStatus)) -> ColumnElement[bool]:
    """A condition on Notitie: the last of its lijn among the versions in these statuses."""
    later = aliased(Notitie)
    opgevolgd = exists().where(
        later.lijn == Notitie.lijn, later.versienummer > Notitie.versienummer, later.status.in_(statussen)
    )
    return and_(Notitie.status.in_(statussen), ~opgevolgd)
