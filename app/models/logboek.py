"""What was done by whom, and what was removed and can come back."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.basis import Model, VanOrganisatie, keuze, nu
from app.models.gebruiker import Gebruiker


class Bron(StrEnum):
    SCHERM = "scherm"
    IMPORT = "import"
    OPDRACHTREGEL = "opdrachtregel"
    API = "api"


class Onderwerp(StrEnum):
    """What kind of thing a line is about, to look for it by."""

    NOTITIES = "notities"
    VOORTGANG = "voortgang"
    CIJFERS = "cijfers"
    RAPPORTEN = "rapporten"
    GEBRUIKERS = "gebruikers"
    BEHEER = "beheer"


class Logregel(VanOrganisatie, Model):
    """One act. `omschrijving` is the sentence people read; `oud` and `nieuw` hold the changed fields.

    `notitie_id` and `probleemgebied_id` are no references: the history outlives what it is about.
    `gebruiker_id` is empty for what a command did. `over_gebruiker_id`: whose account it is about, when it is.
    """

    __tablename__ = "logregel"
    __table_args__ = (
        Index("ix_logregel_probleemgebied_id_id", "probleemgebied_id", "id"),
        Index("ix_logregel_organisatie_id_id", "organisatie_id", "id"),
        Index("ix_logregel_gebruiker_id_id", "gebruiker_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    bron: Mapped[Bron] = mapped_column(keuze(Bron, "bron"))
    onderwerp: Mapped[Onderwerp] = mapped_column(
        keuze(Onderwerp, "onderwerp"), default=Onderwerp.BEHEER, server_default=Onderwerp.BEHEER.value
    )
    notitie_id: Mapped[int | None] = mapped_column(index=True)
    probleemgebied_id: Mapped[int | None]
    over_gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    omschrijving: Mapped[str] = mapped_column(Text)
    oud: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    nieuw: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])


class Verwijdering(VanOrganisatie, Model):
    """Something removed, kept whole in `inhoud` so that it can be put back on its place."""

    __tablename__ = "verwijdering"

    id: Mapped[int] = mapped_column(primary_key=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    soort: Mapped[str] = mapped_column(String(40))
    ouder_id: Mapped[int]
    omschrijving: Mapped[str] = mapped_column(Text)
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)
    teruggezet_op: Mapped[datetime | None]


class Importvoorstel(VanOrganisatie, Model):
    """What was read from an upload, waiting for the user to look at it and take it over."""

    __tablename__ = "importvoorstel"

    id: Mapped[int] = mapped_column(primary_key=True)
    tijdstip: Mapped[datetime] = mapped_column(default=nu)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    bestandsnaam: Mapped[str] = mapped_column(String(300))
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)
