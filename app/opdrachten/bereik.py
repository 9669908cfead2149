"""What somebody may see of the opdrachten, and what of that was chosen."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select, true

from app.auth.bereik import geldende_notitie, zichtbare_notitie, zichtbare_organisaties
from app.domain.structuur import Opdrachtnemer
from app.models import Gebruiker, Notitie, Organisatie, Probleemgebied, Rol
from app.models.notitie import nieuwste_versie

ALLE_OPDRACHTNEMERS = tuple(Opdrachtnemer)


@dataclass(frozen=True, slots=True)
class Bereik:
    """`notities` and `geldend`: conditions on Notitie, for what may be asked for and for the one version of every
    document that counts. `opdrachtnemers`: whose opdrachten may be seen at all."""

    organisaties: Select[Any]
    notities: ColumnElement[bool]
    geldend: ColumnElement[bool]
    opdrachtnemers: tuple[Opdrachtnemer, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """The filters, each already found within the Bereik. None: not filtered on.

    Without `notitie` and `gebied` every organisatie counts with its newest notitie only.
    """

    opdrachtnemers: tuple[Opdrachtnemer, ...] = ALLE_OPDRACHTNEMERS
    organisatie: Organisatie | None = None
    notitie: Notitie | None = None
    gebied: Probleemgebied | None = None


def bereik_van(gebruiker: Gebruiker) -> Bereik:
    """What the local opdrachten of a gemeente are is no business of the RIGG."""
    alleen_rigg = gebruiker.rol is Rol.RIGG
    return Bereik(
        organisaties=zichtbare_organisaties(gebruiker),
        notities=zichtbare_notitie(gebruiker),
        geldend=geldende_notitie(gebruiker),
        opdrachtnemers=(Opdrachtnemer.RIGG,) if alleen_rigg else ALLE_OPDRACHTNEMERS,
    )


def bereik_van_alles() -> Bereik:
    """For the operator on the command line: every organisatie, in every status; of a notitie its last version."""
    return Bereik(
        organisaties=select(Organisatie),
        notities=true(),
        geldend=nieuwste_versie(),
        opdrachtnemers=ALLE_OPDRACHTNEMERS,
    )
