"""Progress tables that were lost in a text: cell after cell, a name often on one line with its progress."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.planning.lezen import is_statuswoord, lees_planning
from app.reading.tekst.etiketten import eindigt
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangskoppen import Kop, Stukje, vind_koppen
from app.reading.voortgang.kolommen import Kolom

SMAL = 0.55  # of the lines of the progress: what is narrower may stand in the column of the planning
SMALSTE = 16
LANGSTE_PLANNING = 60
VAAK = 3
_LETTER = re.compile(r"\(?[a-z][.)]\s+(?=\S)")
_WOORD = re.compile(r"\S+")
_NAAM_MIDDEN_IN_ZIN = re.compile(r"[a-zë]\s([A-Z][a-zë]+)\b")
_BEGINWOORD = re.compile(
    r"de|het|een|er|in|op|door|na|om|met|bij|aan|voor|over|dit|deze|dat|wij|we|ook|als|momenteel|vanaf|sinds|per|alle|elke"
    r"|veel|inmiddels|afspraken",
    re.IGNORECASE,
)
_ACHTERAAN = re.compile(r"(?<=[.;!?])\s{2,}(?=\S)")


@dataclass(slots=True)
class Rij:
    naam: list[Stukje] = field(default_factory=list)
    voortgang: list[Stukje] = field(default_factory=list)
    planning: list[Stukje] = field(default_factory=list)


@dataclass(slots=True)
class Voortgangstabel:
    """The places `van` up to `tot` of its lines. `kop`: what heads its columns. `geraden`: where a name was cut off."""

    van: int
    tot: int
    kop: list[Stukje]
    rijen: list[Rij] = field(default_factory=list)
    geraden: list[int] = field(default_factory=list)
    per_regel: bool = False
    met_letters: bool = False

    @property
    def koprij(self) -> list[list[Stukje]]:
        return [[stuk] for stuk in self.kop]

    @property
    def soorten(self) -> list[Kolom | None]:
        return [Kolom.MAATREGEL, Kolom.VOORTGANG, Kolom.PLANNING]

    @property
    def cellen(self) -> list[list[list[Stukje]]]:
        return [[rij.naam, rij.voortgang, rij.planning] for rij in self.rijen]

    @property
    def uit_elkaar(self) -> bool:
        """Its rows should begin with a letter, but the first does not: the columns were written one by one."""
        eerste = next((rij for rij in self.rijen if rij.naam), None)
        return self.met_letters and eerste is not None and not _LETTER.match(eerste.naam[0].tekst)


def vind_voortgangstabellen(regels: list[Tekstregel]) -> list[Voortgangstabel]:
    koppen = vind_koppen(regels)
    namen = _eigennamen(regels)
    uit: list[Voortgangstabel] = []
    for nummer, kop in enumerate(koppen):
        tot = koppen[nummer + 1].van if nummer + 1 < len(koppen) else len(regels)
        laatste = nummer + 1 == len(koppen)
        uit.append(_Rijenlezer(regels, kop, namen, laatste=laatste).lees(tot))
    return uit


def _eigennamen(regels: Iterable[Tekstregel]) -> frozenset[str]:
    """What the document writes with a capital in the middle of a sentence, again and again."""
    geteld = Counter(naam for regel in regels for naam in _NAAM_MIDDEN_IN_ZIN.findall(regel.kaal))
    return frozenset(naam for naam, aantal in geteld.items() if aantal >= VAAK)


class _Rijenlezer:
    def __init__(self, regels: list[Tekstregel], kop: Kop, namen: frozenset[str], *, laatste: bool) -> None:
        self._regels = regels
        self._kop = kop
        self._namen = namen
        self._laatste = laatste
        self._smal = LANGSTE_PLANNING
        self._met_letters = False

    def lees(self, tot: int) -> Voortgangstabel:
        kop = self._kop
        koppen = [kop.maatregel, *(Stukje(kop.tot - 1, label) for label in kop.labels)]
        tabel = Voortgangstabel(kop.van, tot, koppen, per_regel=kop.per_regel)
        regels = [Stukje(plek, self._regels[plek].kaal) for plek in range(kop.tot, tot)]
        if not kop.per_regel:
            self._smal = _smalle_breedte(regels)
        self._met_letters = tabel.met_letters = any(_LETTER.match(stuk.tekst) for stuk in regels)
        plek = 0
        while plek < len(regels):
            einde = self._einde_van_planning(regels, plek)
            if einde is None:
                plek = self._rest(tabel, regels, plek)
                break
            begin, na = einde
            self._rij(tabel, regels[plek:begin], regels[begin:na])
            plek = na
        tabel.tot = kop.tot + plek
        return tabel

    def _einde_van_planning(self, regels: list[Stukje], van: int) -> tuple[int, int] | None:
        """Where the next planning begins, and where it ends."""
        for plek in range(van + self._minstens(regels, van), len(regels)):
            if plek > van + 1 and _LETTER.match(regels[plek].tekst):
                return (plek, plek)
            gedeeld = self._deel_achteraan(regels, plek - 1, van)
            if gedeeld:
                return plek, plek + 1
            if not self._kan_planning_zijn(regels, plek):
                continue
            na = plek
            while na < len(regels) and self._hoort_bij_planning(regels, plek, na):
                na += 1
            na = self._tot_waar(regels, plek, na)
            if na > plek:
                return plek, na
        if regels[van:] and self._deel_achteraan(regels, len(regels) - 1, van):
            return len(regels) - 1, len(regels)
        return None

    def _minstens(self, regels: list[Stukje], van: int) -> int:
        """With a cell on every line the name and the progress come before a planning."""
        naam_en_tekst = self._kop.per_regel and (not self._met_letters or _LETTER.match(regels[van].tekst))
        volgt = naam_en_tekst and van + 2 < len(regels) and not _LETTER.match(regels[van + 2].tekst)
        return 2 if volgt and is_planning(regels[van + 2].tekst) else 1

    def _deel_achteraan(self, regels: list[Stukje], plek: int, van: int) -> bool:
        """ "Staat gepland voor 2020.  2020": the planning on the same line, behind some room."""
        bron = self._regels[regels[plek].plek].tekst.strip()
        *rest, achter = _ACHTERAAN.split(bron)
        eigen = " ".join(achter.split())
        kort = len(eigen) <= LANGSTE_PLANNING / 2 and (eigen[:1].isdigit() or is_statuswoord(eigen))
        if not rest or not kort or not is_planning(eigen) or not regels[plek].tekst.endswith(f" {eigen}"):
            return False
        regels[plek] = Stukje(regels[plek].plek, regels[plek].tekst.removesuffix(eigen).rstrip())
        regels.insert(plek + 1, Stukje(regels[plek].plek, eigen))
        return plek >= van

    def _kan_planning_zijn(self, regels: list[Stukje], plek: int) -> bool:
        stuk = regels[plek]
        if len(stuk.tekst) > self._smal or not (stuk.tekst[0].isupper() or stuk.tekst[0].isdigit()):
            return False
        return self._kop.per_regel or is_statuswoord(stuk.tekst) or eindigt(regels[plek - 1].tekst)

    def _hoort_bij_planning(self, regels: list[Stukje], van: int, plek: int) -> bool:
        """Below the last table a heading is as narrow, but running text follows it."""
        tekst = regels[plek].tekst
        if len(tekst) > self._smal or _LETTER.match(tekst):
            return False
        if self._kop.per_regel and plek > van and not is_planning(tekst):
            return False
        volgt_breed = plek + 1 < len(regels) and len(regels[plek + 1].tekst) > self._smal
        kop = self._laatste and volgt_breed and tekst[0].isupper() and not is_planning(tekst)
        return not (kop and plek > van and is_planning(regels[plek - 1].tekst))

    def _tot_waar(self, regels: list[Stukje], van: int, tot: int) -> int:
        """The longest run of narrow lines that says when or how far; a name without a letter may follow it."""
        if self._kop.per_regel or tot == len(regels):
            while tot > van and not is_planning(regels[tot - 1].tekst):
                tot -= 1
        return tot if is_planning(" ".join(stuk.tekst for stuk in regels[van:tot])) else van

    def _rij(self, tabel: Voortgangstabel, tekst: list[Stukje], planning: list[Stukje]) -> None:
        if not tekst:
            return
        rij = Rij(planning=planning)
        if self._met_letters and not _LETTER.match(tekst[0].tekst) and tabel.rijen:
            rij.voortgang = tekst
        else:
            rij.naam, rij.voortgang = self._knip(tabel, tekst)
        tabel.rijen.append(rij)

    def _knip(self, tabel: Voortgangstabel, tekst: list[Stukje]) -> tuple[list[Stukje], list[Stukje]]:
        eerste = tekst[0]
        if not self._kop.per_regel and (plek := self._knip_in_regel(eerste.tekst)):
            tabel.geraden.append(self._regels[eerste.plek].nummer)
            naam, rest = Stukje(eerste.plek, eerste.tekst[:plek].rstrip()), Stukje(eerste.plek, eerste.tekst[plek:])
            return [naam], [rest, *tekst[1:]]
        grens = 1
        while grens < len(tekst) and not self._kop.per_regel and tekst[grens].tekst[0].islower():
            grens += 1
        return tekst[:grens], tekst[grens:]

    def _knip_in_regel(self, tekst: str) -> int | None:
        """Where a new sentence begins: a capital that is no name, with a small letter in the next word."""
        merk = _LETTER.match(tekst)
        woorden = list(_WOORD.finditer(tekst, merk.end() if merk else 0))
        for woord, volgende in pairwise(woorden[1:]):
            kern = woord[0].strip("“”‘’'\"(),:;")
            if not kern[:1].isupper() or (len(kern) > 1 and kern.isupper()):
                continue
            if _BEGINWOORD.fullmatch(kern):
                return woord.start()
            if volgende[0][0].islower() and kern not in self._namen:
                return woord.start()
        return None

    def _rest(self, tabel: Voortgangstabel, regels: list[Stukje], plek: int) -> int:
        """Text without a planning: the rest of a row that went on over the page, unless it stands apart."""
        over = regels[plek:]
        if not over or not tabel.rijen or self._laatste or self._regels[over[0].plek].wit:
            return plek
        tabel.rijen[-1].voortgang.extend(over)
        return len(regels)


def _smalle_breedte(regels: list[Stukje]) -> int:
    """Most lines are those of the progress; the few that are wider have a name in front."""
    breedten = sorted(len(stuk.tekst) for stuk in regels)
    gewoon = breedten[len(breedten) * 7 // 10] if breedten else 0
    return max(SMALSTE, min(LANGSTE_PLANNING, int(SMAL * gewoon)))


def is_planning(tekst: str) -> bool:
    if len(tekst) > 3 * LANGSTE_PLANNING:
        return False
    gelezen = lees_planning([tekst])
    return bool(gelezen.momenten or gelezen.status) or is_statuswoord(tekst)
