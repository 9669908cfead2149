"""A period as a document, for the screen and for the command."""

from collections.abc import Sequence

from app.domain.voortgang.overzicht import VoortgangBeeld
from app.domain.voortgang.tabel import tabellen_van
from app.models import Rapportageperiode, db
from app.services.uitvoer import bewaar_uitvoer_van_voortgang
from app.writing.document import Document
from app.writing.documenten.voortgang import Kolommen, voortgang_document

STATUS, KLEUR = "status", "kleur"
# Formats that people work on and bring back.
BEWERKBAAR = ("docx", "odt")
GEEN_KOLOM = "geen"


def maak_document(
    periode: Rapportageperiode,
    beeld: VoortgangBeeld,
    *,
    kolommen: Kolommen,
    filters: tuple[tuple[str, str], ...] = (),
    uitvoer: str = "",
) -> Document:
    naam = periode.organisatie.voluit
    return voortgang_document(beeld, organisatie=naam, kolommen=kolommen, filters=filters, uitvoer=uitvoer)


def bewaar_uitvoer(
    periode: Rapportageperiode, beeld: VoortgangBeeld, kolommen: Kolommen, formaat: str, gebruiker_id: int | None
) -> str:
    """Keeps what goes out when it may come back, so the caller must commit; the code of it, else ""."""
    if formaat not in BEWERKBAAR:
        return ""
    namen = [naam for naam, wel in ((STATUS, kolommen.status), (KLEUR, kolommen.kleur)) if wel]
    uitvoer = bewaar_uitvoer_van_voortgang(
        db.session(), periode=periode, tabellen=tabellen_van(beeld), kolommen=namen, gebruiker_id=gebruiker_id
    )
    return uitvoer.code


def lees_kolommen(namen: Sequence[str]) -> Kolommen:
    """Raises ValueError with a Dutch sentence for a column that does not exist."""
    onbekend = next((naam for naam in namen if naam not in (STATUS, KLEUR, GEEN_KOLOM)), None)
    if onbekend is not None:
        raise ValueError(f"De kolom ‘{onbekend[:40]}’ bestaat niet. Kies uit: {STATUS}, {KLEUR}.")
    return Kolommen(status=STATUS in namen, kleur=KLEUR in namen)
