"""The way in for a text document that may be one that we handed out."""

from itertools import count

from app.domain import structuur as s
from app.domain.terugkomst.documentmerk import BEGIN, EIGENSCHAPPEN
from app.reading.bestandssoort import is_pakket
from app.reading.notitie.gelezen import GelezenNotitie, NietHerkend
from app.reading.personen import weiger_personen
from app.reading.plaats import Plaats
from app.reading.tekstdocument import lees_bewerkbaar
from app.reading.terug.bouw import bouw
from app.reading.terug.gelezen import Terug
from app.reading.terug.indeling import deel_in, is_gemerkt
from app.reading.word.veilig import open_pakket

_TEKENS = (
    ("word/document.xml", BEGIN),
    ("content.xml", BEGIN),
    ("docProps/custom.xml", EIGENSCHAPPEN[0]),
    ("meta.xml", EIGENSCHAPPEN[0]),
)


def lees_terug(inhoud: bytes) -> Terug | None:
    """None for a document that is none of ours, or that carries no marks. Raises LeesFout as `lees_bewerkbaar` does."""
    if not is_pakket(inhoud):
        return None
    pakket = open_pakket(inhoud, odt=True)
    if not any(teken.encode() in (pakket.lees(deel) or b"") for deel, teken in _TEKENS):
        return None
    document = lees_bewerkbaar(pakket, met_merken=True)
    weiger_personen(document)
    return deel_in(document) if is_gemerkt(document) else None


def als_nieuwe_notitie(terug: Terug) -> GelezenNotitie:
    """What it says by itself, for who does not know what was handed out: another installation, or much later."""
    nummers = count(1)
    gebracht = bouw(terug, s.Notitie(""), lambda: f"nieuw{next(nummers)}")
    notitie = gebracht.notitie
    notitie.gemeente = terug.organisatie.removeprefix("Gemeente ") or None
    niet_herkend = [NietHerkend(tekst, Plaats()) for tekst in gebracht.niet_geplaatst]
    return GelezenNotitie(notitie, niet_herkend=niet_herkend, waarschuwingen=gebracht.meldingen)
