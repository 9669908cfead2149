"""Tables without lines: what stands beside each other in columns, row by row."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median_low

from app.reading.bladen.alineavorming import begint_klein, regelafstand, zin_uit
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.bladen.merken import lees_merk
from app.reading.bladen.segmenten import GELIJK, gewoon_gat, kruist, segmenten
from app.reading.notitie.labels import herken, herken_nemer
from app.reading.voortgang.kolommen import herken_kolom

CELMARGE = 11.0
DIEPST = 3


@dataclass(slots=True)
class _Tabel:
    """A table in the making: `kolommen` are the heights at which its columns begin, the first one left out."""

    links: float
    kolommen: list[float]
    regels: list[Zetregel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Zetsel:
    """`steek`: how far lines lie apart. `uitgevuld`: words are spread over the line, so wide gaps say nothing."""

    steek: float
    uitgevuld: bool


def lees_zetsel(regels: list[Zetregel]) -> Zetsel:
    gaten = [gat for regel in regels if (gat := gewoon_gat(regel))]
    meest = median_low(gaten) if gaten else 1.0
    gerekt = sum(gat > 1.3 * meest or gat < 0.77 * meest for gat in gaten)
    return Zetsel(regelafstand([regels]), uitgevuld=gerekt > 0.3 * len(gaten))


def vind_kolommen(regels: list[Zetregel], rechts: float, zetsel: Zetsel, diepte: int = 0) -> list[Stuk]:
    """The same lines, from top to bottom, those that form a table gathered in it."""
    uit: list[Stuk] = []
    plek = 0
    while plek < len(regels):
        tabel = _begin(regels, plek, zetsel) if diepte < DIEPST else None
        if tabel is None:
            uit.append(regels[plek])
            plek += 1
            continue
        _breid_uit(tabel, regels[plek:], zetsel.steek, binnen=diepte > 0)
        uit.append(_Rijenlezer(tabel, rechts, zetsel, diepte).lees())
        plek += len(tabel.regels)
    return uit


def _begin(regels: list[Zetregel], plek: int, zetsel: Zetsel) -> _Tabel | None:
    """A table begins where two lines have a column in common, or where a label stands before its text."""
    eerste, *rest = segmenten(regels[plek])
    if not rest:
        return None
    begin = rest[0].x0
    erna = regels[plek + 1 : plek + 4]
    if erna and (kruist(erna[0], begin) or erna[0].x0 < eerste.x0 - GELIJK):
        return None
    if _is_etiket(eerste) or _is_etiket(rest[0]):
        return _Tabel(eerste.x0, [begin])
    if zetsel.uitgevuld:
        return None
    for regel in erna:
        if kruist(regel, begin):
            return None
        if any(abs(deel.x0 - begin) <= GELIJK for deel in segmenten(regel)[1:]):
            return _Tabel(eerste.x0, [begin])
    return None


def _is_etiket(deel: Zetregel) -> bool:
    tekst = deel.tekst
    if not next((teken for teken in tekst if teken.isalpha()), "x").isupper():
        return False
    return (herken(tekst, ruim=True) or herken_nemer(tekst) or herken_kolom(tekst)) is not None


def _is_kleiner(deel: Zetregel, boven: Zetregel) -> bool:
    """A note in small letters belongs to the label above it."""
    return deel.grootte < 0.9 * boven.grootte


def _breid_uit(tabel: _Tabel, regels: list[Zetregel], steek: float, *, binnen: bool) -> None:
    """`binnen`: in the cell of another table there is nothing else, so only text across the columns ends it."""
    begin = tabel.kolommen[0]
    for regel in regels:
        if tabel.regels and (kruist(regel, begin) if binnen else _valt_buiten(tabel, regel, steek)):
            break
        tabel.regels.append(regel)
    tabel.kolommen.extend(_meer_kolommen(tabel, begin))


def _valt_buiten(tabel: _Tabel, regel: Zetregel, steek: float) -> bool:
    """Running text across the columns ends the table, and so does a line of its own that is no label."""
    begin = tabel.kolommen[0]
    if kruist(regel, begin) or regel.x0 < tabel.links - 2 * GELIJK:
        return True
    if regel.x0 >= begin - GELIJK or len(segmenten(regel)) > 1:
        return False
    vorige = tabel.regels[-1]
    if regel.blad != vorige.blad or herken(regel.tekst, ruim=True):
        return not herken(regel.tekst, ruim=True)
    naast = vorige.x0 < begin - GELIJK and regel.basis - vorige.basis <= steek + 0.3 * regel.grootte
    return not naast or regel.vet != _links_van(vorige, begin).vet or abs(regel.grootte - vorige.grootte) > 0.6


def _links_van(regel: Zetregel, begin: float) -> Zetregel:
    return Zetregel(regel.blad, [woord for woord in regel.woorden if woord.x0 < begin - GELIJK] or regel.woorden)


def _meer_kolommen(tabel: _Tabel, begin: float) -> Iterator[float]:
    """Further columns, that no line of the table runs across."""
    geteld: Counter[float] = Counter()
    for regel in tabel.regels:
        for deel in segmenten(regel)[1:]:
            if deel.x0 > begin + GELIJK:
                bekend = next((x for x in geteld if abs(x - deel.x0) <= GELIJK), deel.x0)
                geteld[bekend] += 1
    for x in sorted(geteld):
        if geteld[x] > 1 and not any(kruist(regel, x) for regel in tabel.regels):
            yield x


def _is_kop(delen: dict[int, Zetregel]) -> bool:
    """ "Voortgang | Planning" beside a name heads the rows below it."""
    return sum(herken_kolom(deel.tekst) is not None for kolom, deel in delen.items() if kolom) > 1


def _telt_door(boven: list[list[Zetregel]], deel: Zetregel) -> bool:
    """ "b." below "a.", or "a." below the heads of the columns, begins a row, whatever the other columns do."""
    merk, vorige = lees_merk(deel), lees_merk(boven[0][0]) if boven[0] else None
    if merk is None or merk.letter is None:
        return False
    if sum(len(cel) == 1 and herken_kolom(cel[0].tekst) is not None for cel in boven[1:]) > 1:
        return True
    if vorige is None or vorige.letter is None:
        return False
    return ord(merk.letter) == ord(vorige.letter) + 1 and merk.x0 == vorige.x0


class _Rijenlezer:
    """Divides the lines of a table over its rows and columns."""

    def __init__(self, tabel: _Tabel, rechts: float, zetsel: Zetsel, diepte: int) -> None:
        self._grenzen = [tabel.links, *tabel.kolommen]
        self._regels = tabel.regels
        self._rechts = max(rechts, *(regel.x1 for regel in tabel.regels))
        self._zetsel = zetsel
        self._diepte = diepte
        self._rijen: list[list[list[Zetregel]]] = []

    def lees(self) -> RuweTabel:
        vorige: Zetregel | None = None
        for regel in self._regels:
            delen = self._deel(regel)
            if not self._rijen or self._nieuwe_rij(delen, regel, vorige):
                self._rijen.append([[] for _ in self._grenzen])
            for kolom, deel in delen.items():
                self._rijen[-1][kolom].append(deel)
            vorige = regel
        return self._schrijf()

    def _deel(self, regel: Zetregel) -> dict[int, Zetregel]:
        delen: dict[int, Zetregel] = {}
        for woord in regel.woorden:
            kolom = max((k for k, x in enumerate(self._grenzen) if woord.x0 >= x - GELIJK), default=0)
            delen.setdefault(kolom, Zetregel(regel.blad, [])).woorden.append(woord)
        return delen

    def _nieuwe_rij(self, delen: dict[int, Zetregel], regel: Zetregel, vorige: Zetregel | None) -> bool:
        if len(self._rijen) == 2 and self._onder_etiketten:
            return False
        rij, eerste = self._rijen[-1], delen.get(0)
        if eerste is not None and _is_etiket(eerste) and not self._maakt_etiket(rij[0], eerste):
            return True
        if (eerste is not None and _telt_door(rij, eerste)) or _is_kop(delen):
            return True
        if any(self._loopt_door(rij[kolom], deel) for kolom, deel in delen.items() if kolom):
            return False
        if eerste is None:
            return len(delen) > 1 and all(rij[kolom] for kolom in delen)
        if not rij[0] or vorige is None or regel.blad != vorige.blad:
            return True
        if self._maakt_etiket(rij[0], eerste) or _is_kleiner(eerste, rij[0][-1]):
            return False
        return self._begint_rij(delen, eerste, rij, vorige)

    @property
    def _onder_etiketten(self) -> bool:
        """Below "Lokaal | RIGG" each column goes its own way."""
        return all(len(cel) == 1 and (herken(cel[0].tekst) or herken_nemer(cel[0].tekst)) for cel in self._rijen[0])

    def _begint_rij(
        self, delen: dict[int, Zetregel], eerste: Zetregel, rij: list[list[Zetregel]], vorige: Zetregel
    ) -> bool:
        merk = lees_merk(eerste)
        if merk is not None:
            return merk.telt
        if len(delen) == 1 and eerste.vet == rij[0][-1].vet:
            return False
        direct = (
            vorige.x0 < self._grenzen[1] - GELIJK
            and eerste.basis - vorige.basis <= self._zetsel.steek + 0.3 * eerste.grootte
        )
        return not direct or not begint_klein(eerste)

    @staticmethod
    def _loopt_door(boven: list[Zetregel], deel: Zetregel) -> bool:
        """The column is in the middle of a sentence."""
        return bool(boven) and not zin_uit(boven[-1]) and begint_klein(deel) and lees_merk(deel) is None

    @staticmethod
    def _maakt_etiket(boven: list[Zetregel], deel: Zetregel) -> bool:
        """ "Gewenste" with "situatie" below it are one label."""
        if not boven:
            return False
        samen = " ".join([*(regel.tekst for regel in boven), deel.tekst])
        return herken(samen, ruim=True) is not None and not herken(deel.tekst, ruim=True)

    def _schrijf(self) -> RuweTabel:
        eerste = self._regels[0]
        tabel = RuweTabel(eerste.blad, self._regels[-1].blad, [*self._grenzen, self._rechts], eerste.boven)
        for rij in self._rijen:
            cellen = [self._cel(kolom, regels) for kolom, regels in enumerate(rij)]
            tabel.rijen.append(RuweRij(cellen))
        return tabel

    def _cel(self, kolom: int, regels: list[Zetregel]) -> RuweCel:
        links = self._grenzen[kolom]
        laatste = kolom + 1 == len(self._grenzen)
        in_kolom = [regel.x1 for rij in self._rijen for regel in rij[kolom]]
        rechts = self._rechts if laatste else max([self._grenzen[kolom + 1] - CELMARGE, *in_kolom])
        inhoud: list[Stuk] = [*regels]
        if kolom:
            inhoud = vind_kolommen(regels, rechts, self._zetsel, self._diepte + 1)
        return RuweCel(kolom, 1, links, rechts, inhoud)
