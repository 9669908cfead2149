"""Reads the table below a row of heads: how far it goes, and where its rows begin."""

import re
from dataclasses import dataclass, field

from app.reading.bladen.alineavorming import regelafstand, zin_uit
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel
from app.reading.bladen.kopkolommen import Kopkolommen, lees_kopregel
from app.reading.bladen.merken import lees_merk

CELMARGE = 11.0
RUIMTE = 0.25  # of the size: a line this much further down than usual begins something
GROTER = 1.06
VOORUIT = 4
_TELLER = re.compile(r"(\d{1,2}|[a-z])[.):]?", re.IGNORECASE)

Delen = dict[int, Zetregel]


def vind_koptabellen(regels: list[Zetregel], rechts: float) -> list[list[Zetregel] | RuweTabel]:
    """The same lines, those below a row of heads gathered in a table."""
    uit: list[list[Zetregel] | RuweTabel] = []
    los: list[Zetregel] = []
    plek = 0
    while plek < len(regels):
        kolommen = lees_kopregel(regels[plek])
        if kolommen is None:
            los.append(regels[plek])
            plek += 1
            continue
        if los:
            uit.append(los)
            los = []
        eigen, plek = _eronder(kolommen, regels, plek)
        uit.append(_Rijen(kolommen, eigen).lees(rechts))
    return [*uit, los] if los else uit


def _eronder(kolommen: Kopkolommen, regels: list[Zetregel], plek: int) -> tuple[list[Zetregel], int]:
    """The lines up to running text across the columns, the next heads, or a heading that names what comes next.

    Also where that is. Heads that are printed again on a next page are left out.
    """
    eigen = [regels[plek]]
    grootte = 0.0
    nu = plek + 1
    while nu < len(regels):
        regel = regels[nu]
        if herhaald := _herhaling(eigen, regels, nu):
            nu += herhaald
            continue
        if lees_kopregel(regel) is not None or not kolommen.past(regel):
            break
        if grootte and _is_kop(kolommen, regel, grootte) and not _gaat_verder(kolommen, regels, nu + 1):
            break
        if len(kolommen.deel(regel)) > 1:
            grootte = regel.grootte
        eigen.append(regel)
        nu += 1
    return eigen, nu


def _herhaling(eigen: list[Zetregel], regels: list[Zetregel], plek: int) -> int:
    """How many lines at the top of a page are the heads once more."""
    if regels[plek].blad == eigen[-1].blad:
        return 0
    paren = zip(eigen, regels[plek:], strict=False)
    return next((n for n, (een, ander) in enumerate(paren) if een.tekst != ander.tekst), 0)


def _is_kop(kolommen: Kopkolommen, regel: Zetregel, grootte: float) -> bool:
    return set(kolommen.deel(regel)) == {0} and (regel.vet or regel.grootte > GROTER * grootte)


def _gaat_verder(kolommen: Kopkolommen, regels: list[Zetregel], plek: int) -> bool:
    """Below a heading in the first column the same columns go on, without heads of their own."""
    erna = regels[plek : plek + VOORUIT]
    past = all(lees_kopregel(regel) is None and kolommen.past(regel) for regel in erna)
    return past and any(len(kolommen.deel(regel)) > 1 for regel in erna)


@dataclass(slots=True)
class _Rijen:
    """Divides the lines over rows and columns."""

    _kolommen: Kopkolommen
    _regels: list[Zetregel]
    _rijen: list[list[list[Zetregel]]] = field(default_factory=list)
    _steek: float = 0.0
    _met_wit: bool = False
    _twijfel: list[Zetregel] = field(default_factory=list)

    def lees(self, rechts: float) -> RuweTabel:
        delen = [self._kolommen.deel(regel) for regel in self._regels]
        self._steek = regelafstand([deel[kolom] for deel in delen if kolom in deel] for kolom in range(len(self._xs)))
        self._met_wit = self._kop_staat_los(delen)
        for plek, deel in enumerate(delen):
            if plek == 0 or self._begint_rij(deel, plek):
                self._rijen.append([[] for _ in self._xs])
            for kolom, regel in deel.items():
                self._rijen[-1][kolom].append(regel)
        return self._schrijf(max(rechts, *(regel.x1 for regel in self._regels)))

    @property
    def _xs(self) -> list[float]:
        return self._kolommen.xs

    def _kop_staat_los(self, delen: list[Delen]) -> bool:
        """Whether there is room below the heads: then there is below every row."""
        eerste = next((plek for plek, deel in enumerate(delen) if plek and len(deel) > 1), None)
        return eerste is not None and self._wit(eerste) is True

    def _wit(self, plek: int) -> bool | None:
        """Whether a line stands further down than usual; None at the top of a page."""
        vorige, regel = self._regels[plek - 1], self._regels[plek]
        if regel.blad != vorige.blad:
            return None
        return regel.basis - vorige.basis > self._steek + RUIMTE * regel.grootte

    def _begint_rij(self, delen: Delen, plek: int) -> bool:
        rij = self._rijen[-1]
        if 0 not in delen or len(self._rijen) == 1:
            return 0 in delen and (len(delen) > 1 or self._wit(plek) is True)
        if self._telt_door(rij, delen):
            return True
        if any(_loopt_door(rij[kolom], deel) for kolom, deel in delen.items()):
            return False
        wit = self._wit(plek)
        if wit is None:
            return len(delen) > 1
        if wit or self._met_wit:
            return wit
        begonnen = {kolom for kolom, regels in enumerate(rij) if regels}
        if not begonnen <= set(delen):
            return False
        self._twijfel.append(self._regels[plek])
        return all(_staat_af(rij[kolom]) for kolom in delen if kolom)

    @staticmethod
    def _telt_door(rij: list[list[Zetregel]], delen: Delen) -> bool:
        """ "b." below "a.", or 2 below 1."""
        nu, toen = _teller(delen[0]), _teller(rij[0][0]) if rij[0] else None
        return nu is not None and toen is not None and nu == toen + 1 and len(delen) > 1

    def _schrijf(self, rechts: float) -> RuweTabel:
        eerste, laatste = self._regels[0], self._regels[-1]
        tabel = RuweTabel(eerste.blad, laatste.blad, [*self._xs, rechts], eerste.boven)
        tabel.rijen = [
            RuweRij([self._cel(kolom, deel, rechts) for kolom, deel in enumerate(rij)]) for rij in self._rijen
        ]
        tabel.twijfel = self._twijfel
        return tabel

    def _cel(self, kolom: int, regels: list[Zetregel], rechts: float) -> RuweCel:
        if kolom + 1 < len(self._xs):
            in_kolom = [regel.x1 for rij in self._rijen for regel in rij[kolom]]
            rechts = max([self._xs[kolom + 1] - CELMARGE, *in_kolom])
        return RuweCel(kolom, 1, self._xs[kolom], rechts, [*regels])


def _teller(regel: Zetregel) -> int | None:
    gevonden = _TELLER.fullmatch(regel.woorden[0].tekst)
    if gevonden is None:
        return None
    merk = lees_merk(regel)
    if len(regel.woorden) > 1 and (merk is None or not merk.telt):
        return None
    return int(gevonden[1]) if gevonden[1].isdecimal() else ord(gevonden[1].lower())


def _loopt_door(boven: list[Zetregel], deel: Zetregel) -> bool:
    """The column is in the middle of a sentence, or of a name. A number may begin a planning, so it tells nothing."""
    eerste = deel.tekst.lstrip("(‘'\"“[")[:1]
    return bool(boven) and not zin_uit(boven[-1]) and (eerste.islower() or boven[-1].tekst.endswith("-"))


def _staat_af(boven: list[Zetregel]) -> bool:
    return not boven or zin_uit(boven[-1]) or len(boven[-1].woorden) < 4
