"""The regio for a command: what to write, and how to keep that it was written."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.cli.basis import Onbruikbaar
from app.domain.regio.overzicht import Regiokeuze
from app.domain.regio.wijzigingen import stand_van
from app.models import Organisatie, OrganisatieSoort, Regio, db
from app.regio.bestand import alle_regels, regio_bestand, wijzigingen_bestand
from app.regio.laden import laad_regio
from app.services.organisaties.huisstijl import huisstijl_van
from app.services.regio.slot import vergrendel_regio
from app.services.regio.uitvoer import eerdere_uitvoer, onthoud_uitvoer
from app.writing.document import Document


def regio_om_te_schrijven(slug: str, *, gewijzigd: bool) -> tuple[Document, Callable[[str], object]]:
    """The document, and what to call with the format when it is written."""
    regio = _vind_regio(slug)
    groepen = laad_regio(regio.id)
    regels = alle_regels(groepen)
    if gewijzigd:
        eerdere = eerdere_uitvoer(db.session(), regio.id, van_gebruikers=False)
        if not eerdere:
            raise Onbruikbaar(f"Van de regio {regio.naam} is nog niets geschreven; laat --gewijzigd eerst weg.")
        document, _ = wijzigingen_bestand(regio, eerdere[0], regels)
    else:
        document, _ = regio_bestand(regio, groepen, Regiokeuze())

    def onthoud(formaat: str) -> object:
        stand = stand_van(regels)
        vergrendel_regio(db.session(), regio.id)
        return onthoud_uitvoer(db.session(), regio_id=regio.id, formaat=formaat, stand=stand, gebruiker_id=None)

    return _in_huisstijl(document, regio), onthoud


def _in_huisstijl(document: Document, regio: Regio) -> Document:
    """In the colours of the RIGG of this regio, as when it fetches the file itself."""
    inkoop = Organisatie.soort == OrganisatieSoort.INKOOPORGANISATIE
    keuze = select(Organisatie.id).where(Organisatie.regio_id == regio.id, inkoop).order_by(Organisatie.id)
    rigg_id = db.session.scalars(keuze).first()
    return document if rigg_id is None else replace(document, huisstijl=huisstijl_van(db.session(), rigg_id))


def _vind_regio(slug: str) -> Regio:
    try:
        regio = db.session.scalars(select(Regio).where(Regio.slug == slug)).first()
    except (OperationalError, ProgrammingError):
        raise Onbruikbaar("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.") from None
    if regio is None:
        raise Onbruikbaar(f"Er is geen regio '{slug}'.")
    return regio
