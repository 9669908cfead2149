"""From the lines of a text to paragraphs and tables: by the columns in which they stand, else by their labels."""

from collections.abc import Iterable, Iterator

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.bladen.kolommen import lees_zetsel, vind_kolommen
from app.reading.bladen.koppen import Koppen
from app.reading.bladen.opbouw import Bouwer, stromen
from app.reading.labels import herken
from app.reading.tekst.etiketten import reeksen, vind_treffers
from app.reading.tekst.gebieden import Deel, Gebiedsplek, vind_gebieden
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.zetten import NAAM, Zetter, basislijnen, kies_zetter, rand_van
from app.reading.word import Blok

BREED = 3  # letters of room behind a label: then what follows stands in a column
LABELBREEDTE = 100.0


def bouw_op(regels: list[Tekstregel]) -> list[Blok]:
    treffers = vind_treffers(regels)
    in_kolommen = sum(treffer.gat >= BREED for treffer in treffers if treffer.rest)
    stukken: list[Stuk]
    if in_kolommen > sum(0 < treffer.gat < BREED for treffer in treffers):
        stukken = _met_kolommen(regels)
    else:
        zetter = kies_zetter(regels)
        stukken = list(_Labelzetter(regels, zetter).stukken(vind_gebieden(regels, reeksen(treffers))))
    kennis = Woordkennis([regel.tekst for regel in stroom] for stroom in stromen(stukken))
    koppen = Koppen(regel for stroom in stromen(stukken) for regel in stroom)
    return Bouwer(stukken, kennis, koppen).blokken()


def _met_kolommen(regels: list[Tekstregel]) -> list[Stuk]:
    zetter = Zetter(kolommen=True)
    gezet = [zetter.zet(regel, basis) for regel, basis in basislijnen(regels)]
    rand = rand_van(zetter, regels, gezet)
    for regel in gezet:
        regel.rand = rand
    return vind_kolommen(gezet, rand, lees_zetsel(gezet))


class _Labelzetter:
    """Writes every part of a probleemgebied as a row: the label before its content."""

    def __init__(self, regels: list[Tekstregel], zetter: Zetter) -> None:
        self._regels = regels
        self._zetter = zetter
        self._basis = [basis for _, basis in basislijnen(regels)]

    def stukken(self, gebieden: list[Gebiedsplek]) -> Iterator[Stuk]:
        buiten = _buiten(len(self._regels), gebieden)
        rand = self._rand([plek for reeks in buiten for plek in reeks])
        for reeks, gebied in zip(buiten, [*gebieden, None], strict=True):
            namen = range(*gebied.naam) if gebied and gebied.naam else range(0)
            for plek in reeks:
                regel = self._zet(plek, groot=NAAM if plek in namen and self._regels[plek].kop is None else 0)
                regel.rand = rand
                yield regel
            if gebied:
                yield self._tabel(gebied)

    def _zet(self, plek: int, *, groot: float = 0) -> Zetregel:
        return self._zetter.zet(self._regels[plek], self._basis[plek], groot=groot)

    def _rand(self, plekken: list[int]) -> float:
        regels = [self._regels[plek] for plek in plekken]
        return rand_van(self._zetter, regels, [self._zet(plek) for plek in plekken])

    def _tabel(self, gebied: Gebiedsplek) -> RuweTabel:
        rand = self._rand([plek for deel in gebied.delen for plek in range(deel.van, deel.tot)])
        eerste = self._zet(gebied.delen[0].treffer.plek)
        rechts = LABELBREEDTE + max(rand, 1.0)
        tabel = RuweTabel(eerste.blad, eerste.blad, [0.0, LABELBREEDTE, rechts], eerste.boven)
        for deel in gebied.delen:
            inhoud = list(self._inhoud(deel))
            for regel in inhoud:
                regel.rand = rand
            label = self._deel(deel, deel.treffer.label)
            tabel.rijen.append(
                RuweRij([RuweCel(0, 1, 0.0, LABELBREEDTE, [label]), RuweCel(1, 1, 0.0, rechts, [*inhoud])])
            )
        return tabel

    def _inhoud(self, deel: Deel) -> Iterable[Zetregel]:
        regels = [self._zet(plek) for plek in range(deel.van, deel.tot) if not self._regels[plek].streep]
        if deel.treffer.rest:
            begin = min((regel.x0 for regel in regels), default=0.0)
            yield self._deel(deel, deel.treffer.rest, begin)
        yield from (regel for regel in regels if herken(regel.tekst) is None or not _zelfde(regel, deel))

    def _deel(self, deel: Deel, tekst: str, x0: float = 0.0) -> Zetregel:
        plek = deel.treffer.plek
        return self._zetter.zet(self._regels[plek], self._basis[plek], tekst=tekst, x0=x0)


def _zelfde(regel: Zetregel, deel: Deel) -> bool:
    """The label again, on the next page."""
    return herken(regel.tekst) == deel.treffer.etiket


def _buiten(aantal: int, gebieden: list[Gebiedsplek]) -> list[list[int]]:
    """The places before the first table, between each two, and after the last."""
    uit: list[list[int]] = []
    vanaf = 0
    for gebied in gebieden:
        uit.append(list(range(vanaf, gebied.delen[0].treffer.plek)))
        vanaf = gebied.delen[-1].tot
    uit.append(list(range(vanaf, aantal)))
    return uit
