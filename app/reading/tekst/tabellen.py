"""Tables that were drawn in text, with bars between the cells."""

import re

from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.zetten import GROOTTE, STEEK, Zetter

KOLOMBREEDTE = 1000.0
MEESTE_KOLOMMEN = 20
_NIEUWE_REGEL = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)


def maak_tabel(regels: list[Tekstregel], zetter: Zetter, basis: float) -> RuweTabel | None:
    """None when no line has a cell. Ruled lines part the rows, where there is one after every row."""
    rijen = _rijen(regels)
    if not rijen:
        return None
    aantal = min(max(len(regel.cellen or []) for rij in rijen for regel in rij), MEESTE_KOLOMMEN)
    blad = regels[0].blad
    xs = [KOLOMBREEDTE * kolom for kolom in range(aantal + 1)]
    tabel = RuweTabel(blad, regels[-1].blad, xs, basis)
    for rij in rijen:
        cellen = [RuweCel(kolom, 1, xs[kolom], xs[kolom + 1]) for kolom in range(aantal)]
        for regel in rij:
            for kolom, tekst in enumerate((regel.cellen or [])[:aantal]):
                for deel in filter(str.strip, _NIEUWE_REGEL.split(tekst)):
                    basis += STEEK + GROOTTE
                    gezet = zetter.zet(regel, basis, tekst=deel.strip(), x0=xs[kolom])
                    cellen[kolom].inhoud.append(gezet)
        tabel.rijen.append(RuweRij(cellen))
    return tabel


def _rijen(regels: list[Tekstregel]) -> list[list[Tekstregel]]:
    gevuld = [regel for regel in regels if regel.cellen]
    strepen = sum(regel.cellen == [] for regel in regels)
    if strepen <= 2:
        return [[regel] for regel in gevuld]
    uit: list[list[Tekstregel]] = [[]]
    for regel in regels:
        if regel.cellen:
            uit[-1].append(regel)
        elif uit[-1]:
            uit.append([])
    return [rij for rij in uit if rij]
