"""A file with metingen that is being imported: what was read waits in tables of its own until the user agrees.

Those tables are filled and compared with plain statements, a million rows at a time; no object is made of a row.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.metingimport import Besluit, Importstatus
from app.models.basis import Getal, Model, VanOrganisatie, keuze, nu
from app.models.gebruiker import Gebruiker
from app.models.taak import Taak


class Metingimport(VanOrganisatie, Model):
    """One file. `gebruiker_id` is empty for a command, `bestand_id` when the file itself is not kept (any more).

    `verkenning` and `kolomkeuze` are those of the reader, as JSON; `kolomkeuze` is None until the user changed it.
    `gelezen`: figures that wait. `leesfouten`: cells and lines that are no figure. `telling`: what comparing gave.
    `bezwaar`: why the file cannot be used. `opmerkingen`: what was odd.
    """

    __tablename__ = "metingimport"
    __table_args__ = (CheckConstraint("gelezen >= 0 AND leesfouten >= 0", name="aantallen_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    bestandsnaam: Mapped[str] = mapped_column(String(300))
    bestand_id: Mapped[int | None] = mapped_column(ForeignKey("bestand.id", ondelete="SET NULL"), index=True)
    taak_id: Mapped[int | None] = mapped_column(ForeignKey("taak.id", ondelete="SET NULL"), index=True)
    status: Mapped[Importstatus] = mapped_column(keuze(Importstatus, "status"), default=Importstatus.LEZEN)
    verkenning: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    kolomkeuze: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    gelezen: Mapped[int] = mapped_column(default=0)
    leesfouten: Mapped[int] = mapped_column(default=0)
    telling: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    bezwaar: Mapped[str] = mapped_column(Text, default="")
    opmerkingen: Mapped[list[str]] = mapped_column(JSON, default=list)
    aangemaakt_op: Mapped[datetime] = mapped_column(default=nu, index=True)

    gebruiker: Mapped[Gebruiker | None] = relationship()
    taak: Mapped[Taak | None] = relationship()


class VanImport:
    """Part of one import, counted from 1, and gone when that is gone. No number is ever given out by the database."""

    __table_args__: Any = {"sqlite_with_rowid": False}

    import_id: Mapped[int] = mapped_column(
        ForeignKey("metingimport.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    nr: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Importindicator(VanImport, Model):
    """A name of an indicator in the file. `eenheid` "" when the file gives none. `regel`: where it stands first.

    `gekozen`: a person decided. `lijkt_op`: the existing name that it resembles, when the answer is not clear.
    """

    __tablename__ = "importindicator"

    naam: Mapped[str] = mapped_column(String(300))
    eenheid: Mapped[str] = mapped_column(String(40), default="")
    frequentie: Mapped[Meetfrequentie] = mapped_column(keuze(Meetfrequentie, "frequentie"))
    regel: Mapped[int]
    besluit: Mapped[Besluit] = mapped_column(keuze(Besluit, "besluit"), default=Besluit.VRAAG)
    gekozen: Mapped[bool] = mapped_column(default=False)
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id", ondelete="SET NULL"), index=True)
    lijkt_op: Mapped[str] = mapped_column(String(300), default="")


class Importreeks(VanImport, Model):
    """A series as the file names it: its words, how many figures it has and from which line on (`regel`).

    The rest is worked out: the area and series it becomes (`plaats`, `reeks_id`), the first one here that becomes the
    same (`plek`), between what its values must lie, and what is wrong with all of it (`bezwaar`).
    """

    __tablename__ = "importreeks"

    indicator_nr: Mapped[int]
    gebied: Mapped[str] = mapped_column(String(200), default="")
    eenheid: Mapped[str] = mapped_column(String(40), default="")
    soort: Mapped[Reekssoort] = mapped_column(keuze(Reekssoort, "soort"))
    regel: Mapped[int]
    aantal: Mapped[int]
    plaats: Mapped[str] = mapped_column(String(200), default="")
    plek: Mapped[int] = mapped_column(default=0)
    reeks_id: Mapped[int | None]
    minimum: Mapped[Decimal | None] = mapped_column(Getal())
    maximum: Mapped[Decimal | None] = mapped_column(Getal())
    overslaan: Mapped[bool] = mapped_column(default=False)
    bezwaar: Mapped[str] = mapped_column(Text, default="")


class Importmeting(VanImport, Model):
    """One figure of the file, in its order. `regel`: its line. `reeks_nr`: its Importreeks."""

    __tablename__ = "importmeting"

    reeks_nr: Mapped[int]
    regel: Mapped[int]
    van: Mapped[date]
    tot: Mapped[date]
    waarde: Mapped[Decimal] = mapped_column(Getal())
    voorlopig: Mapped[bool]
    bron: Mapped[str] = mapped_column(Text)
    toelichting: Mapped[str] = mapped_column(Text)


class Importdubbel(VanImport, Model):
    """A figure that stands in the file more than once (`nr`: of the Importmeting; `eerste`: of the first of them).

    `botst`: with another value, so that nobody knows which is right. Otherwise the first one is enough.
    """

    __tablename__ = "importdubbel"

    eerste: Mapped[int]
    botst: Mapped[bool]


class Importwijziging(VanImport, Model):
    """A figure (`nr`: of the Importmeting) that changes what is there, with the version that was compared.

    No reference: a meting that somebody removes meanwhile must be missed, not forgotten.
    """

    __tablename__ = "importwijziging"

    meting_id: Mapped[int]
    rev: Mapped[int]


class Importfout(VanImport, Model):
    """What is wrong, for people; of many only the first. `kolom`: the heading. `bij_lezen`: the reader found it."""

    __tablename__ = "importfout"

    regel: Mapped[int]
    kolom: Mapped[str] = mapped_column(Text, default="")
    zin: Mapped[str] = mapped_column(Text)
    bij_lezen: Mapped[bool]


class Kolombetekenis(VanOrganisatie, Model):
    """What somebody of the organisatie said that a column with this heading means; "" for a column to leave out."""

    __tablename__ = "kolombetekenis"
    __table_args__ = (UniqueConstraint("organisatie_id", "kop"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kop: Mapped[str] = mapped_column(String(200))
    betekenis: Mapped[str] = mapped_column(String(40))
