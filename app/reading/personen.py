"""A document with a citizen service number in it is refused as a whole: nothing of it may be stored."""

from collections.abc import Iterable

from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen
from app.reading.fouten import LeesFout
from app.reading.plaats import Plaats
from app.reading.word.document import WordDocument
from app.reading.word.lezen import Alinea, Blok, alle_alineas


def weiger_personen(document: WordDocument) -> None:
    """Raises LeesFout with the place. Of headers and footers nothing is kept but titles and dates."""
    for plaats, tekst in _teksten(document.blokken):
        if bezwaar := bezwaar_tegen(tekst, plaats.zin):
            raise LeesFout(f"{bezwaar} Er is niets overgenomen.")


def _teksten(blokken: Iterable[Blok]) -> Iterable[tuple[Plaats, str]]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield blok.plaats, blok.tekst
            continue
        for rij in blok.rijen:
            for cel in rij.cellen:
                for alinea in alle_alineas(cel.blokken):
                    yield (alinea.plaats if alinea.plaats.regel else Plaats(blok.nummer, rij.nummer)), alinea.tekst
