"""A notitie, or one probleemgebied of it, as a file to work on or to hand over."""

from app.domain import structuur as s
from app.domain.taal.datums import vandaag
from app.models import Notitie, Probleemgebied, db
from app.services.notities.structuur_van import structuur_van_deel, structuur_van_notitie
from app.services.uitvoer import bewaar_uitvoer_van_notitie
from app.writing.document import Document
from app.writing.documenten.notitie import Herkomst, notitie_document

# Formats that people work on and bring back.
BEWERKBAAR = ("docx", "odt")


def notitie_bestand(notitie: Notitie, formaat: str, *, gebruiker_id: int | None) -> Document:
    """Keeps what goes out when it may come back, so the caller must commit."""
    inhoud = structuur_van_notitie(notitie)
    return notitie_document(inhoud, _herkomst(notitie, inhoud, formaat, gebruiker_id))


def gebied_bestand(gebied: Probleemgebied, formaat: str, *, gebruiker_id: int | None) -> Document:
    """Like `notitie_bestand`, of one probleemgebied alone."""
    inhoud = structuur_van_deel(gebied)
    herkomst = _herkomst(gebied.notitie, inhoud, formaat, gebruiker_id, als_deel=True)
    return notitie_document(inhoud, herkomst, als_deel=True)


def _herkomst(
    notitie: Notitie, inhoud: s.Notitie, formaat: str, gebruiker_id: int | None, *, als_deel: bool = False
) -> Herkomst:
    code = ""
    if formaat in BEWERKBAAR:
        uitvoer = bewaar_uitvoer_van_notitie(
            db.session(), notitie=notitie, inhoud=inhoud, gebruiker_id=gebruiker_id, als_deel=als_deel
        )
        code = uitvoer.code
    return Herkomst(notitie.organisatie.voluit, notitie.status.value, vandaag(), code)
