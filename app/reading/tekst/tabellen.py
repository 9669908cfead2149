"""Tables that were drawn in text, with bars between the cells."""

import re

from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.zetten import GROOTTE, RUIMTE, STEEK, Zetter

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
        for kolom, cel in enumerate(cellen):
            cel.inhoud.extend(_cel(rij, kolom, zetter, xs[kolom], basis))
        basis += GROOTTE + STEEK * max(len(cel.inhoud) for cel in cellen)
        tabel.rijen.append(RuweRij(cellen))
    return tabel


def _cel(rij: list[Tekstregel], kolom: int, zetter: Zetter, x0: float, basis: float) -> list[Zetregel]:
    """In a row of one line every line break was meant; in a row of more the column ended there."""
    uit: list[Zetregel] = []
    steek = STEEK if len(rij) > 1 else STEEK + GROOTTE
    for regel in rij:
        tekst = regel.cellen[kolom] if regel.cellen and kolom < len(regel.cellen) else ""
        for deel in filter(str.strip, _NIEUWE_REGEL.split(tekst)):
            uit.append(zetter.zet(regel, basis + steek * (len(uit) + 1), tekst=deel.strip(), x0=x0))
    verste = max((gezet.x1 for gezet in uit), default=0.0)
    for gezet in uit:
        gezet.rand = verste if len(rij) > 1 else verste + RUIMTE
    return uit


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
