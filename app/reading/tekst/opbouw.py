"""From the lines of a text to paragraphs and tables: by their labels, else by the columns in which they stand."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.bladen.kolommen import lees_zetsel, vind_kolommen
from app.reading.bladen.koppen import Koppen
from app.reading.bladen.opbouw import Bouwer, stromen
from app.reading.notitie.labels import Soort, herken, herken_nemer
from app.reading.tekst.etiketten import Treffer, is_nemer, reeksen, vind_treffers
from app.reading.tekst.gebieden import Deel, Gebiedenzoeker, Gebiedsplek, begin_van
from app.reading.tekst.tabellen import maak_tabel
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangzetten import vind_tabellen, zet_voortgang
from app.reading.tekst.zetten import NAAM, VAST, Zetter, basislijnen, kies_zetter, rand_van
from app.reading.word.lezen import Blok

BREED = 3  # letters of room behind a label: then what follows stands in a column
LABELBREEDTE = 100.0


def bouw_op(regels: list[Tekstregel]) -> list[Blok]:
    treffers = vind_treffers(regels)
    in_kolommen = _staan_in_kolommen(treffers)
    gevonden = reeksen(treffers)
    stukken: list[Stuk]
    if gevonden:
        zetter = Zetter(kolommen=True) if in_kolommen else kies_zetter(regels)
        zoeker = Gebiedenzoeker(regels, in_kolommen=in_kolommen)
        stukken = list(_Labelzetter(regels, zetter, zoeker).stukken(zoeker.zoek(gevonden)))
    elif tabellen := vind_tabellen(regels):
        stukken = list(zet_voortgang(regels, tabellen))
    else:
        stukken = _met_kolommen(regels)
    kennis = Woordkennis([regel.tekst for regel in stroom] for stroom in stromen(stukken))
    koppen = Koppen(regel for stroom in stromen(stukken) for regel in stroom)
    return Bouwer(stukken, kennis, koppen).blokken()


def _staan_in_kolommen(treffers: list[Treffer]) -> bool:
    wijd = sum(treffer.gat >= BREED for treffer in treffers if treffer.rest and not treffer.tab)
    return wijd > sum(0 < treffer.gat < BREED for treffer in treffers)


def _met_kolommen(regels: list[Tekstregel]) -> list[Stuk]:
    zetter = Zetter(kolommen=True)
    uit: list[Stuk] = []
    for is_tabel, groep in groupby(basislijnen(regels), key=lambda paar: paar[0].cellen is not None):
        eigen, basis = zip(*groep, strict=True)
        if is_tabel:
            tabel = maak_tabel(list(eigen), zetter, basis[0])
            uit.extend([tabel] if tabel else [])
            continue
        gezet = [zetter.zet(regel, hoogte) for regel, hoogte in zip(eigen, basis, strict=True)]
        rand = rand_van(zetter, list(eigen), gezet)
        for regel in gezet:
            regel.rand = rand
        uit.extend(vind_kolommen(gezet, rand, lees_zetsel(gezet)))
    return uit


class _Labelzetter:
    """Writes every part of a probleemgebied as a row: the label before its content."""

    def __init__(self, regels: list[Tekstregel], zetter: Zetter, zoeker: Gebiedenzoeker) -> None:
        self._regels = regels
        self._zetter = zetter
        self._zoeker = zoeker
        self._basis: list[float] = []
        self._alle_cellen: float | None = None

    def stukken(self, gebieden: list[Gebiedsplek]) -> Iterator[Stuk]:
        self._zet_nemers_los(gebieden)
        self._basis = [basis for _, basis in basislijnen(self._regels)]
        buiten = _buiten(len(self._regels), gebieden)
        rand = self._rand([plek for reeks in buiten for plek in reeks])
        self._alle_cellen = self._celrand(gebieden, [self._inhoud(deel) for g in gebieden for deel in g.delen])
        if self._zetter.kolommen:
            self._alle_cellen = max(self._alle_cellen, rand - VAST * self._verste_kolom(gebieden))
        for reeks, gebied in zip(buiten, [*gebieden, None], strict=True):
            namen = range(*gebied.naam) if gebied and gebied.naam else range(0)
            for is_tabel, groep in groupby(reeks, key=lambda plek: self._regels[plek].cellen is not None):
                if is_tabel:
                    yield from self._getekend(list(groep))
                    continue
                for plek in groep:
                    regel = self._zet(plek, groot=NAAM if plek in namen and self._regels[plek].kop is None else 0)
                    regel.rand = rand
                    regel.aaneen = reeks is not buiten[0] and plek not in namen and self._sluit_aan(plek)
                    yield regel
            if gebied:
                yield self._tabel(gebied)

    def _sluit_aan(self, plek: int) -> bool:
        """In a text where every line stands apart, no more room than usual is no new paragraph of a toelichting."""
        return self._regels[plek].los and not self._regels[plek].wit

    def _zet_nemers_los(self, gebieden: list[Gebiedsplek]) -> None:
        """ "RIGG" on a line of its own goes on with nothing, and nothing goes on with it."""
        for deel in (deel for gebied in gebieden for deel in gebied.delen):
            for plek in range(deel.van, deel.tot):
                if deel.treffer.etiket.soort is Soort.OPDRACHT and is_nemer(self._regels[plek].kaal):
                    self._regels[plek].vet = True

    def _getekend(self, plekken: list[int]) -> Iterator[Stuk]:
        if tabel := maak_tabel([self._regels[plek] for plek in plekken], self._zetter, self._basis[plekken[0]]):
            yield tabel

    def _zet(self, plek: int, *, groot: float = 0) -> Zetregel:
        return self._zetter.zet(self._regels[plek], self._basis[plek], groot=groot)

    def _rand(self, plekken: list[int]) -> float:
        regels = [self._regels[plek] for plek in plekken]
        return rand_van(self._zetter, regels, [self._zet(plek) for plek in plekken])

    def _tabel(self, gebied: Gebiedsplek) -> RuweTabel:
        gevuld = [(deel, self._inhoud(deel)) for deel in gebied.delen]
        rand = self._celrand([gebied], [regels for _, regels in gevuld])
        eerste = self._zet(gebied.delen[0].treffer.plek)
        rechts = LABELBREEDTE + max(rand, 1.0)
        tabel = RuweTabel(eerste.blad, eerste.blad, [0.0, LABELBREEDTE, rechts], eerste.boven)
        for deel, regels in gevuld:
            for regel in regels:
                regel.rand = rand
            label = RuweCel(0, 1, 0.0, LABELBREEDTE, [self._deel(deel, deel.treffer.label, 0.0)])
            inhoud = self._naast_elkaar(regels, rand)
            tabel.rijen.append(RuweRij([label, RuweCel(1, 1, 0.0, rechts, inhoud)]))
        return tabel

    def _celrand(self, gebieden: list[Gebiedsplek], cellen: list[list[Zetregel]]) -> float:
        gezet = {regel.nummer: regel for regels in cellen for regel in regels}
        plekken = (plek for gebied in gebieden for deel in gebied.delen for plek in range(deel.van, deel.tot))
        regels = [self._regels[plek] for plek in plekken if self._regels[plek].nummer in gezet]
        return rand_van(self._zetter, regels, [gezet[regel.nummer] for regel in regels], self._alle_cellen)

    def _verste_kolom(self, gebieden: list[Gebiedsplek]) -> int:
        """A text that somebody laid out in columns has one right edge."""
        return max((self._zoeker.kolom(deel) for gebied in gebieden for deel in gebied.delen), default=0)

    def _naast_elkaar(self, regels: list[Zetregel], rand: float) -> list[Stuk]:
        """An opdracht with "Lokaal" and "RIGG" beside each other."""
        if self._zetter.kolommen and any(_twee_nemers(regel) for regel in regels):
            return vind_kolommen(regels, rand, lees_zetsel(regels), 1)
        return [*regels]

    def _inhoud(self, deel: Deel) -> list[Zetregel]:
        plekken = [plek for plek in range(deel.van, deel.tot) if self._hoort_erbij(plek, deel)]
        kolom = self._kolommen(deel, plekken)
        regels = [self._in_cel(plek, kolom) for plek in plekken]
        for plek, regel in zip(plekken, regels, strict=True):
            regel.aaneen = deel.treffer.etiket.soort is Soort.TOELICHTING and self._sluit_aan(plek)
        if not deel.treffer.rest:
            return regels
        begin = 0.0 if self._zetter.kolommen else min((regel.x0 for regel in regels), default=0.0)
        return [self._deel(deel, deel.treffer.rest, begin), *regels]

    def _hoort_erbij(self, plek: int, deel: Deel) -> bool:
        """Not a ruled line, and not the label again on the next page."""
        regel = self._regels[plek]
        return not regel.streep and regel.cellen is None and herken(regel.kaal) != deel.treffer.etiket

    def _kolommen(self, deel: Deel, plekken: list[int]) -> dict[int, int]:
        """By page, because a page that is printed as text finds its own room for a column."""
        if not self._zetter.kolommen:
            return {}
        uit: dict[int, list[int]] = defaultdict(list)
        if deel.treffer.rest:
            regel = self._regels[deel.treffer.plek]
            uit[regel.blad].append(begin_van(regel, deel.treffer))
        for plek in plekken:
            uit[self._regels[plek].blad].append(self._regels[plek].inspring)
        return {blad: min(kolommen) for blad, kolommen in uit.items()}

    def _in_cel(self, plek: int, kolom: dict[int, int]) -> Zetregel:
        regel = self._regels[plek]
        x0 = VAST * (regel.inspring - kolom.get(regel.blad, 0))
        return self._zetter.zet(regel, self._basis[plek], x0=x0)

    def _deel(self, deel: Deel, tekst: str, x0: float) -> Zetregel:
        plek = deel.treffer.plek
        return self._zetter.zet(self._regels[plek], self._basis[plek], tekst=tekst, x0=x0)


def _twee_nemers(regel: Zetregel) -> bool:
    return len(regel.woorden) > 1 and all(herken_nemer(woord.tekst) for woord in regel.woorden)


def _buiten(aantal: int, gebieden: list[Gebiedsplek]) -> list[list[int]]:
    """The places before the first table, between each two, and after the last."""
    uit: list[list[int]] = []
    vanaf = 0
    for gebied in gebieden:
        uit.append(list(range(vanaf, gebied.delen[0].treffer.plek)))
        vanaf = gebied.delen[-1].tot
    uit.append(list(range(vanaf, aantal)))
    return uit
