"""The logboek to take along."""

from collections.abc import Mapping

from flask.typing import ResponseReturnValue

from app.domain.logverschil import in_een_zin
from app.domain.stroom import Stroom
from app.domain.taal.datums import toon_moment, vandaag
from app.logboek.keuze import BRONNEN, ONDERWERPEN, Keuze, in_woorden
from app.logboek.queries import NIET_VOOR_U, Lezer, Regel, alle_regels
from app.web.bestand import ONBEKEND_FORMAAT, als_bestand
from app.web.fouten import foutpagina
from app.writing.documenten.logboek import Opgave, Rij, logboek_document

SOORTEN = ("xlsx", "ods", "csv", "json")


def logboek_bestand(
    formaat: str, lezer: Lezer, organisatie: str, keuze: Keuze, gebruikers: Mapping[int, str]
) -> ResponseReturnValue:
    if formaat not in SOORTEN:
        return foutpagina(404, uitleg=ONBEKEND_FORMAAT)
    opgave = Opgave(organisatie, vandaag(), in_woorden(keuze, gebruikers))
    rijen = Stroom(lambda: map(_rij, alle_regels(lezer, keuze)))
    return als_bestand(logboek_document(opgave, rijen), formaat)


def _rij(regel: Regel) -> Rij:
    oud, nieuw = in_een_zin(regel.oud), in_een_zin(regel.nieuw)
    return (
        toon_moment(regel.tijdstip),
        regel.wie or "Doelspoor",
        BRONNEN[regel.bron],
        ONDERWERPEN[regel.onderwerp],
        regel.omschrijving,
        oud,
        NIET_VOOR_U if regel.zonder_cijfers else nieuw,
    )
