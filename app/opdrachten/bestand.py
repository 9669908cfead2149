"""The overview as a file to hand over."""

from datetime import date

from app.domain.taal.datums import AMSTERDAM, vandaag
from app.models import Notitie
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.queries import Herkomst, heel_overzicht, herkomst, organisaties_in
from app.writing.document import Document
from app.writing.documenten.opdrachten import opdrachten_document

ALLE_GEMEENTEN = ("Alle gemeenten", "alle-gemeenten")


def opdrachten_bestand(bereik: Bereik, keuze: Keuze) -> tuple[Document, str]:
    """The document, and its file name without extension: `opdrachten-rigg-het-hogeland-2020-05-20`."""
    bron = herkomst(bereik, keuze)
    naam, slug = _afzender(bereik, keuze, bron)
    datum = _datum(bron)
    document = opdrachten_document(heel_overzicht(bereik, keuze), organisatie=naam, datum=datum)
    wie = keuze.opdrachtnemers[0].value if len(keuze.opdrachtnemers) == 1 else ""
    return document, "-".join(filter(None, ["opdrachten", wie, slug, datum.isoformat()]))


def _afzender(bereik: Bereik, keuze: Keuze, bron: Herkomst) -> tuple[str, str]:
    """(name, slug) of the one gemeente it is about, of the regio they share, or of neither."""
    organisatie = keuze.organisatie or (bron.enige.organisatie if bron.enige else None)
    if organisatie is not None:
        return organisatie.voluit, organisatie.slug
    regios = {organisatie.regio for organisatie in organisaties_in(bereik)}
    regio = regios.pop() if len(regios) == 1 else None
    return (f"Regio {regio.naam}", f"regio-{regio.slug}") if regio else ALLE_GEMEENTEN


def _datum(bron: Herkomst) -> date:
    """The day of the notitie; several notities together hold for today."""
    notitie: Notitie | None = bron.enige
    if notitie is None:
        return vandaag()
    return notitie.datum or notitie.aangemaakt_op.astimezone(AMSTERDAM).date()
