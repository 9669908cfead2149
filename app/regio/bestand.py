"""The regio as a file, and what changed in it since an earlier file."""

from collections.abc import Sequence
from datetime import date

from app.domain.regio.overzicht import Regiogroep, Regiokeuze, Regioregel, kies, tel_per_gemeente, tel_per_product
from app.domain.regio.wijzigingen import Wijziging, stand_van, vergelijk
from app.domain.taal.datums import vandaag
from app.models import Regio, Regiouitvoer
from app.regio.forms import SOORTEN, STANDEN
from app.writing.document import Document
from app.writing.documenten.regio import regio_document
from app.writing.documenten.regio_wijzigingen import wijzigingen_document


def regio_bestand(regio: Regio, groepen: Sequence[Regiogroep], keuze: Regiokeuze) -> tuple[Document, str]:
    """The document, and its file name without extension: `regio-groningen-2026-03-02`."""
    dag = vandaag()
    document = regio_document(
        kies(groepen, keuze), regio=regio.naam, datum=dag, filters=filters_in_woorden(groepen, keuze)
    )
    return document, _naam(regio, "" if keuze.leeg else "selectie", dag)


def wijzigingen_sinds(uitvoer: Regiouitvoer, regels: Sequence[Regioregel]) -> list[Wijziging]:
    return vergelijk(uitvoer.stand.inhoud, stand_van(regels))


def wijzigingen_bestand(regio: Regio, uitvoer: Regiouitvoer, regels: Sequence[Regioregel]) -> tuple[Document, str]:
    dag = vandaag()
    document = wijzigingen_document(
        wijzigingen_sinds(uitvoer, regels), regio=regio.naam, sinds=uitvoer.tijdstip, datum=dag
    )
    return document, _naam(regio, "wijzigingen", dag)


def alle_regels(groepen: Sequence[Regiogroep]) -> list[Regioregel]:
    return [regel for groep in groepen for regel in groep.regels]


def filters_in_woorden(groepen: Sequence[Regiogroep], keuze: Regiokeuze) -> tuple[tuple[str, str], ...]:
    """As the file names them, so that whoever opens it sees what was left out."""
    regels = alle_regels(groepen)
    namen = {
        "Gemeente": tel_per_gemeente(regels)[keuze.gemeente].naam if keuze.gemeente else "",
        "Product": tel_per_product(regels)[keuze.product].naam if keuze.product else "",
        "Soort": dict(SOORTEN).get(keuze.soort, ""),
        "Antwoord": dict(STANDEN).get(keuze.antwoord, ""),
    }
    return tuple((label, naam) for label, naam in namen.items() if naam)


def _naam(regio: Regio, wat: str, dag: date) -> str:
    return "-".join(filter(None, ["regio", regio.slug, wat, dag.isoformat()]))
