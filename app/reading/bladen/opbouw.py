"""From pages to the blocks that every reader of a notitie or report works with: paragraphs and tables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.alineavorming import Kader, Vormer, bepaal_kader, leer_gewoonte, regelafstand
from app.reading.bladen.blad import Blad, Zetregel, zet_regels
from app.reading.bladen.doorlopen import plak_tabellen
from app.reading.bladen.indeling_blad import RuweCel, RuweTabel, Stuk, deel_blad_in
from app.reading.bladen.kolommen import CELMARGE, Zetsel, lees_zetsel, vind_kolommen
from app.reading.bladen.kopkolommen import lees_kopregel
from app.reading.bladen.koppen import Koppen
from app.reading.bladen.kopregels import vind_koptabellen
from app.reading.bladen.randen import vind_randen
from app.reading.bladen.uitschrijven import Uitschrijver
from app.reading.word.lezen import Alinea, Blok, Cel, Rij, Tabel

GROOTSTE_MARGE = 12.0
LANGSTE_CITAAT = 60
_DOCUMENT = re.compile(r"notitie|rapportage|rapport\b", re.IGNORECASE)


@dataclass(slots=True)
class Opgebouwd:
    blokken: list[Blok] = field(default_factory=list)
    randteksten: list[str] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)


def bouw_op(bladen: list[Blad]) -> Opgebouwd:
    per_blad = [zet_regels(blad.nummer, blad.woorden) for blad in bladen]
    randen = vind_randen(per_blad)
    rand = [regel for regels in per_blad for regel in regels if id(regel) in randen]
    in_rand = {id(woord) for regel in rand for woord in regel.woorden}
    regels = [regel for regels in per_blad for regel in regels if id(regel) not in randen]
    zetsel = lees_zetsel(regels)
    stukken: list[Stuk] = []
    in_kolommen = any(lees_kopregel(regel) for regel in regels)
    for blad in bladen:
        woorden = [woord for woord in blad.woorden if id(woord) not in in_rand]
        stukken.extend(deel_blad_in(blad, woorden, krant=not in_kolommen))
    breedten = {blad.nummer: blad.breedte for blad in bladen}
    zet_randen(stukken, breedten)
    stukken = met_kolommen(stukken, zetsel)
    zet_randen(stukken, breedten)
    onzeker = [regel for stuk in stukken if isinstance(stuk, RuweTabel) for regel in stuk.twijfel]
    stukken = plak_tabellen(stukken)
    kennis = Woordkennis([regel.tekst for regel in stroom] for stroom in stromen(stukken))
    bouwer = Bouwer(stukken, kennis, Koppen(regels))
    randteksten = list(dict.fromkeys(regel.tekst for regel in rand))
    return Opgebouwd(_met_titel(bouwer.blokken()), randteksten, [_onzeker(regel) for regel in onzeker])


def _met_titel(blokken: list[Blok]) -> list[Blok]:
    """The largest line, above everything and nowhere else as large, that calls itself a notitie or a report."""
    eerste = blokken[0] if blokken else None
    if not isinstance(eerste, Alinea) or eerste.kop_niveau != 1 or not _DOCUMENT.search(eerste.tekst):
        return blokken
    if any(isinstance(blok, Alinea) and blok.kop_niveau == 1 for blok in blokken[1:]):
        return blokken
    return [replace(eerste, titel=True, kop_niveau=None), *blokken[1:]]


def _onzeker(regel: Zetregel) -> str:
    return (
        f"Bladzijde {regel.blad}, regel {regel.nummer}: het is niet zeker of hier een nieuwe rij van de tabel begint;"
        f" controleer wat er bij '{regel.tekst[:LANGSTE_CITAAT]}' hoort."
    )


def zet_randen(stukken: list[Stuk], breedten: dict[int, float]) -> None:
    """How far lines may reach: as far as the furthest of their text column, on pages of that width."""
    groepen: dict[tuple[float, int], list[Zetregel]] = defaultdict(list)
    for stuk in stukken:
        if isinstance(stuk, Zetregel):
            groepen[breedten[stuk.blad], stuk.kolom].append(stuk)
    for regels in groepen.values():
        rand = max(regel.x1 for regel in [r for r in regels if len(r.woorden) > 4] or regels)
        for regel in regels:
            regel.rand = rand


def met_kolommen(stukken: list[Stuk], zetsel: Zetsel) -> list[Stuk]:
    """Gathers the tables without lines, outside the tables with lines and in their cells."""
    uit: list[Stuk] = []
    for (is_regel, _), groep in groupby(stukken, key=_soort):
        lijst = list(groep)
        if is_regel:
            regels = [stuk for stuk in lijst if isinstance(stuk, Zetregel)]
            rand = regels[0].rand or 0
            for deel in vind_koptabellen(regels, rand):
                uit.extend([deel] if isinstance(deel, RuweTabel) else vind_kolommen(deel, rand, zetsel))
            continue
        for tabel in lijst:
            for cel in _cellen(tabel) if isinstance(tabel, RuweTabel) else ():
                if len(cel.regels) == len(cel.inhoud) and cel.kolom:
                    cel.inhoud = vind_kolommen(cel.regels, cel.rechts - CELMARGE / 2, zetsel, 1)
        uit.extend(lijst)
    return uit


def _soort(stuk: Stuk) -> tuple[bool, int]:
    """Lines of one text column; a table without lines may go on over the page."""
    return (True, stuk.kolom) if isinstance(stuk, Zetregel) else (False, 0)


class Bouwer:
    def __init__(self, stukken: list[Stuk], kennis: Woordkennis, koppen: Koppen) -> None:
        self._stukken = stukken
        self._koppen = koppen
        self._schrijver = Uitschrijver(kennis, koppen)
        buiten = [stuk for stuk in stukken if isinstance(stuk, Zetregel)]
        self._buiten = _kader_van(buiten)
        self._steek_buiten = regelafstand([buiten])
        cellen = [cel.regels for stuk in stukken if isinstance(stuk, RuweTabel) for cel in _cellen(stuk)]
        self._steek_binnen = regelafstand(cellen)
        self._gewoonte = leer_gewoonte([buiten, *cellen])
        self._tabellen = 0
        self._alineas = 0

    def blokken(self) -> list[Blok]:
        uit: list[Blok] = []
        for is_tabel, groep in groupby(self._stukken, key=lambda stuk: isinstance(stuk, RuweTabel)):
            if is_tabel:
                for stuk in groep:
                    if isinstance(stuk, RuweTabel):
                        self._tabellen += 1
                        uit.append(self._tabel(stuk, self._tabellen, None))
            else:
                ruwe = Vormer(self._buiten, self._steek_buiten, self._gewoonte).vorm(
                    [s for s in groep if isinstance(s, Zetregel)]
                )
                uit.extend(self._schrijver.schrijf(ruwe, self._buiten, None, None))
        return uit

    def _tabel(self, ruw: RuweTabel, nummer: int, rij: int | None) -> Tabel:
        """`rij`: the row of the table around it, when it stands in a cell."""
        tabel = Tabel(nummer, kolommen=len(ruw.xs) - 1)
        marges = _marges(ruw)
        for plek, ruwe_rij in enumerate(ruw.rijen, start=1):
            cellen = [self._cel(cel, nummer, rij or plek, marges.get(cel.kolom, 0.0)) for cel in ruwe_rij.cellen]
            tabel.rijen.append(Rij(plek, cellen))
        return tabel

    def _cel(self, ruw: RuweCel, tabel: int, rij: int, marge: float) -> Cel:
        cel = Cel(ruw.kolom, ruw.breedte)
        for is_tabel, groep in groupby(ruw.inhoud, key=lambda stuk: isinstance(stuk, RuweTabel)):
            if is_tabel:
                cel.blokken.extend(self._tabel(stuk, tabel, rij) for stuk in groep if isinstance(stuk, RuweTabel))
                continue
            regels = [stuk for stuk in groep if isinstance(stuk, Zetregel)]
            kader = bepaal_kader(regels, ruw.links + marge, max(ruw.rechts - marge, *(r.x1 for r in regels)))
            ruwe = Vormer(kader, self._steek_binnen, self._gewoonte).vorm(regels)
            cel.blokken.extend(self._schrijver.schrijf(ruwe, kader, tabel, rij))
        return cel


def stromen(stukken: list[Stuk]) -> Iterator[list[Zetregel]]:
    """The lines that follow each other in a column: outside the tables, and in each cell."""
    yield [stuk for stuk in stukken if isinstance(stuk, Zetregel)]
    for stuk in stukken:
        if isinstance(stuk, RuweTabel):
            for cel in _cellen(stuk):
                yield from stromen(cel.inhoud)


def _cellen(tabel: RuweTabel) -> Iterable[RuweCel]:
    return (cel for rij in tabel.rijen for cel in rij.cellen)


def _kader_van(regels: list[Zetregel]) -> Kader:
    """The margins of the page, from the lines that are full."""
    lang = [regel for regel in regels if len(regel.woorden) > 4] or regels
    if not lang:
        return Kader(0, 0)
    return bepaal_kader(regels, min(regel.x0 for regel in lang), max(regel.x1 for regel in lang))


def _marges(tabel: RuweTabel) -> dict[int, float]:
    """The room between the edge of a column and its text."""
    uit: dict[int, float] = {}
    for cel in _cellen(tabel):
        for regel in cel.regels:
            marge = min(max(regel.x0 - cel.links, 0.0), GROOTSTE_MARGE)
            uit[cel.kolom] = min(uit.get(cel.kolom, GROOTSTE_MARGE), marge)
    return uit
