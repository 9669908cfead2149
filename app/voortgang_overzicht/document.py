"""A period as a document, for the screen and for the command."""

from collections.abc import Sequence

from app.domain.voortgang_overzicht import VoortgangBeeld
from app.models import Rapportageperiode
from app.writing.document import Document
from app.writing.voortgang import Kolommen, voortgang_document

STATUS, KLEUR = "status", "kleur"
GEEN_KOLOM = "geen"


def maak_document(
    periode: Rapportageperiode,
    beeld: VoortgangBeeld,
    *,
    kolommen: Kolommen,
    filters: tuple[tuple[str, str], ...] = (),
) -> Document:
    return voortgang_document(beeld, organisatie=periode.organisatie.voluit, kolommen=kolommen, filters=filters)


def lees_kolommen(namen: Sequence[str]) -> Kolommen:
    """Raises ValueError with a Dutch sentence for a column that does not exist."""
    onbekend = next((naam for naam in namen if naam not in (STATUS, KLEUR, GEEN_KOLOM)), None)
    if onbekend is not None:
        raise ValueError(f"De kolom ‘{onbekend[:40]}’ bestaat niet. Kies uit: {STATUS}, {KLEUR}.")
    return Kolommen(status=STATUS in namen, kleur=KLEUR in namen)
