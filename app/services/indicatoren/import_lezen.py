"""From a file to figures that wait, compared with what is there."""

from typing import BinaryIO

from sqlalchemy import ColumnElement

from app.domain.cijfers.metingimport import Onbekend
from app.models import Metingimport
from app.models.basis import Sessie
from app.reading.metingen.lezen import (
    Kolomkeuze,
    Metingen,
    Verkenning,
    als_dict,
    keuze_als_dict,
    keuze_uit_dict,
    lees_metingen,
    uit_dict,
    verken,
)
from app.services.indicatoren.import_beheren import verwijder_gelezen
from app.services.indicatoren.import_fouten import ImportFout
from app.services.indicatoren.import_klaarzetten import zet_klaar
from app.services.indicatoren.import_kolommen import onthouden_kolommen, zonder_weggelaten
from app.services.indicatoren.import_vergelijken import Telling, vergelijk
from app.services.taken.soorten import Meld

GEEN_CIJFERS = "Er staan geen cijfers in het bestand: onder de koppen is geen enkele waarde gevonden."


class Persoonsgegevens(ImportFout):
    """The file may not be kept either."""


def lees_in(
    session: Sessie,
    imp: Metingimport,
    bestand: BinaryIO,
    *,
    bruikbaar: ColumnElement[bool],
    meld: Meld,
    onbekend: Onbekend = Onbekend.VANZELF,
) -> Telling:
    """Raises ImportFout or OnbruikbaarBestand when no figures can be read. May be done again, with other columns."""
    verwijder_gelezen(session, imp.id)
    verkenning = bekijk(session, imp, bestand)
    metingen = lees_metingen(bestand, verkenning, keuze_van(imp))
    zet_klaar(session, imp, metingen, meld)
    if not imp.gelezen and not imp.leesfouten:
        raise ImportFout(GEEN_CIJFERS)
    imp.opmerkingen = [*verkenning.waarschuwingen, *_over_totalen(metingen)]
    return vergelijk(session, imp, bruikbaar=bruikbaar, onbekend=onbekend)


def keuze_van(imp: Metingimport) -> Kolomkeuze | None:
    """What the user, or an earlier file, made of the columns."""
    return keuze_uit_dict(imp.kolomkeuze) if imp.kolomkeuze else None


def bekijk(session: Sessie, imp: Metingimport, bestand: BinaryIO) -> Verkenning:
    """Kept with the import, so that choosing other columns costs no second look. Raises Persoonsgegevens."""
    if imp.verkenning is not None:
        return uit_dict(imp.verkenning)
    onthouden = onthouden_kolommen(session, imp.organisatie_id)
    verkenning = verken(bestand, {kop: wat for kop, wat in onthouden.items() if wat})
    if verkenning.bezwaar:
        raise Persoonsgegevens(verkenning.bezwaar)
    imp.verkenning = als_dict(verkenning)
    weggelaten = zonder_weggelaten(verkenning, onthouden)
    imp.kolomkeuze = keuze_als_dict(weggelaten) if weggelaten else None
    session.flush()
    return verkenning


def _over_totalen(metingen: Metingen) -> list[str]:
    """Lines with totals are left out; a user who sums expects that, but must be able to see it."""
    if not metingen.totalen:
        return []
    plekken = ", ".join(map(str, metingen.totaalregels))
    meer = " en verder" if metingen.totalen > len(metingen.totaalregels) else ""
    if metingen.totalen == 1:
        return [f"Regel {plekken} is een totaal en is niet gelezen."]
    return [f"{metingen.totalen} regels zijn een totaal en zijn niet gelezen: {plekken}{meer}."]
