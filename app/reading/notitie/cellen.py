"""The text of a table cell and what it plainly is."""

import re

from app.reading.notitie.regels import Regel, maak_regels
from app.reading.plaats import Plaats
from app.reading.word.lezen import Blok, Cel, Tabel, alle_alineas

_ALLEEN_NUMMER = re.compile(r"^\(?\d{1,3}[.)]?$|^[a-z][.)]$")


def teksten_van(blokken: list[Blok]) -> list[str]:
    return [" ".join(alinea.tekst.split()) for alinea in alle_alineas(blokken)]


def celtekst(cel: Cel) -> str:
    return " ".join(teksten_van(cel.blokken))


def is_nummer(cel: Cel) -> bool:
    return _ALLEEN_NUMMER.match(celtekst(cel)) is not None


def eerste_regel(cel: Cel) -> Regel:
    if cel.alineas:
        return maak_regels(cel.alineas[0], uit_tabel=True)[0]
    genest = next(blok for blok in cel.blokken if isinstance(blok, Tabel))
    eerste = next((c for rij in genest.rijen for c in rij.cellen if not c.leeg), None)
    return eerste_regel(eerste) if eerste else Regel("", Plaats(), "")
