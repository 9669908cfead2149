"""A plain text as the same paragraphs and tables that a Word document gives."""

from dataclasses import replace

from app.reading.document import WordDocument
from app.reading.tekst.letters import lees_letters
from app.reading.tekst.opbouw import bouw_op
from app.reading.tekst.randregels import verdeel_randen
from app.reading.tekst.tekstregel import lees_regels
from app.reading.word import Alinea, Blok, Cel


def lees_platte_tekst(inhoud: bytes) -> WordDocument:
    """Raises LeesFout when the bytes are too many, or hold no text."""
    regels, rand = verdeel_randen(lees_regels(lees_letters(inhoud)))
    blokken = bouw_op(regels)
    met_bladen = bool(regels) and regels[-1].blad > 1
    _herplaats(blokken, met_bladen=met_bladen)
    return WordDocument(blokken=blokken, randteksten=list(dict.fromkeys(regel.kaal for regel in rand)))


def _herplaats(blokken: list[Blok], *, met_bladen: bool) -> None:
    """Lines are counted from the beginning of the file; pages only where a form feed told where they end."""
    for plek, blok in enumerate(blokken):
        if isinstance(blok, Alinea):
            blad = blok.plaats.bladzijde if met_bladen else None
            blokken[plek] = replace(blok, plaats=replace(blok.plaats, bladzijde=blad, doorgeteld=True))
            continue
        for rij in blok.rijen:
            for cel in rij.cellen:
                _herplaats_cel(cel, met_bladen=met_bladen)


def _herplaats_cel(cel: Cel, *, met_bladen: bool) -> None:
    _herplaats(cel.blokken, met_bladen=met_bladen)
