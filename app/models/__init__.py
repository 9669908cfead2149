"""The tables, one file per entity. They know the domain, and nothing of requests, screens or files."""

from app.domain.herinnering import Frequentie, HerinneringSoort, HerinneringStatus
from app.domain.notitiestatus import NotitieStatus
from app.domain.periodestatus import Beoordeling, PeriodeStatus
from app.models.basis import db, nu
from app.models.doel import Doel, Indicator
from app.models.gebruiker import Gebruiker, Rol
from app.models.herinnering import Herinnering
from app.models.interventie import Interventie, Onderdeel
from app.models.logboek import Bron, Importvoorstel, Logregel, Verwijdering
from app.models.notitie import Notitie
from app.models.opdracht import Opdracht
from app.models.organisatie import Organisatie, OrganisatieSoort, Regio
from app.models.probleemgebied import Probleemgebied, Punt, PuntSoort
from app.models.toewijzing import Toewijzing
from app.models.voortgang import (
    Kleurdefinitie,
    Maatregel,
    MaatregelInterventie,
    Planningsmoment,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
)

for _tabel in db.metadata.tables.values():
    # An id is never given out twice: the history and open forms of what is gone must not meet something new.
    _tabel.dialect_options["sqlite"]["autoincrement"] = True

__all__ = [
    "Beoordeling",
    "Bron",
    "Doel",
    "Frequentie",
    "Gebruiker",
    "Herinnering",
    "HerinneringSoort",
    "HerinneringStatus",
    "Importvoorstel",
    "Indicator",
    "Interventie",
    "Kleurdefinitie",
    "Logregel",
    "Maatregel",
    "MaatregelInterventie",
    "Notitie",
    "NotitieStatus",
    "Onderdeel",
    "Opdracht",
    "Organisatie",
    "OrganisatieSoort",
    "PeriodeStatus",
    "Planningsmoment",
    "Probleemgebied",
    "Punt",
    "PuntSoort",
    "Rapportageperiode",
    "Regio",
    "Rol",
    "Thema",
    "Toewijzing",
    "Verwijdering",
    "Voortgangsregel",
    "db",
    "nu",
]
