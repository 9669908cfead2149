"""The tables, one file per entity. They know the domain, and nothing of requests, screens or files."""

from app.domain.herinnering import Frequentie, HerinneringSoort, HerinneringStatus
from app.domain.notitie.status import NotitieStatus
from app.domain.taakstatus import TaakStatus
from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.models.aanbieder import Aanbiederkoppeling
from app.models.api_token import ApiToken
from app.models.basis import db, nu
from app.models.bestand import Bestand, Bestandsdeel
from app.models.bevroren import StaatVast
from app.models.doel import Doel, Indicatorregel
from app.models.eerdere_tekst import EerdereTekst
from app.models.gebruiker import Gebruiker, Rol
from app.models.herinnering import Herinnering
from app.models.huisstijl import Huisstijl
from app.models.indicator import Duiding, EerdereMeting, Indicator, Meting, Reeks
from app.models.inlogsessie import Inlogsessie
from app.models.interventie import Interventie, Onderdeel
from app.models.koers import Koersoordeel, Streefpadpunt
from app.models.limiet import Limiet
from app.models.logboek import Bron, Importvoorstel, Logregel, Onderwerp, Verwijdering
from app.models.metingimport import (
    Importdubbel,
    Importfout,
    Importindicator,
    Importmeting,
    Importreeks,
    Importwijziging,
    Kolombetekenis,
    Metingimport,
)
from app.models.metinglevering import Metinglevering
from app.models.notitie import Notitie, Vaststelling
from app.models.onveranderlijk import LogboekVerandertNiet
from app.models.opdracht import Opdracht
from app.models.opdrachtantwoord import Opdrachtantwoord
from app.models.opdrachtbesluit import Opdrachtbesluit
from app.models.organisatie import Organisatie, OrganisatieSoort, Regio
from app.models.probleemgebied import Probleemgebied, Punt, PuntSoort
from app.models.rapport import Hoofdstuk, Rapport, Rapportblok
from app.models.regiouitvoer import Regiostand, Regiouitvoer
from app.models.taak import Taak
from app.models.toegang import Linksoort, Poging, Toegangslink
from app.models.toewijzing import Toewijzing
from app.models.tweede_stap import Herstelcode, TweedeStap
from app.models.uitvoer import Uitvoer
from app.models.voortgang import (
    Kleurdefinitie,
    Maatregel,
    MaatregelInterventie,
    Planningsmoment,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
)
from app.models.werkerteken import Werkerteken

for _tabel in db.metadata.tables.values():
    # An id is never given out twice: the history and open forms of what is gone must not meet something new.
    _tabel.dialect_options["sqlite"]["autoincrement"] = True

__all__ = [
    "Aanbiederkoppeling",
    "ApiToken",
    "Beoordeling",
    "Bestand",
    "Bestandsdeel",
    "Bron",
    "Doel",
    "Duiding",
    "EerdereMeting",
    "EerdereTekst",
    "Frequentie",
    "Gebruiker",
    "Herinnering",
    "HerinneringSoort",
    "HerinneringStatus",
    "Herstelcode",
    "Hoofdstuk",
    "Huisstijl",
    "Importdubbel",
    "Importfout",
    "Importindicator",
    "Importmeting",
    "Importreeks",
    "Importvoorstel",
    "Importwijziging",
    "Indicator",
    "Indicatorregel",
    "Inlogsessie",
    "Interventie",
    "Kleurdefinitie",
    "Koersoordeel",
    "Kolombetekenis",
    "Limiet",
    "Linksoort",
    "LogboekVerandertNiet",
    "Logregel",
    "Maatregel",
    "MaatregelInterventie",
    "Meting",
    "Metingimport",
    "Metinglevering",
    "Notitie",
    "NotitieStatus",
    "Onderdeel",
    "Onderwerp",
    "Opdracht",
    "Opdrachtantwoord",
    "Opdrachtbesluit",
    "Organisatie",
    "OrganisatieSoort",
    "PeriodeStatus",
    "Planningsmoment",
    "Poging",
    "Probleemgebied",
    "Punt",
    "PuntSoort",
    "Rapport",
    "Rapportageperiode",
    "Rapportblok",
    "Reeks",
    "Regio",
    "Regiostand",
    "Regiouitvoer",
    "Rol",
    "StaatVast",
    "Streefpadpunt",
    "Taak",
    "TaakStatus",
    "Thema",
    "Toegangslink",
    "Toewijzing",
    "TweedeStap",
    "Uitvoer",
    "Vaststelling",
    "Verwijdering",
    "Voortgangsregel",
    "Werkerteken",
    "db",
    "nu",
]
