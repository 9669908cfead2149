"""From printed lines to paragraphs: which line goes on with the one before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from app.domain.planning.lezen import is_statuswoord
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.merken import Merk, Soort, lees_merk

_ZIN_UIT = re.compile(r"[.!?:;][)\]'’\"”*]*$")
_AFKORTING = re.compile(
    r"(?:^|[\s(‘'\"])(?:(?:\w{1,2}\.){2,}|"
    r"(?:bijv|bv|ca|circa|dhr|evt|excl|incl|jl|max|min|mevr|nr|nrs|resp|vgl|zgn|zie p|art|blz)\.)$",
    re.IGNORECASE,
)
_ZIN_BINNEN = re.compile(r"[a-z)’][.!?] (?=[A-Z])")
_BREEKBAAR = re.compile(r".+?[-/–](?=\w)")
SPATIE = 0.25  # of the size: the room between two words
KRAP = 0.3  # of the size: what fits by a hair may not have fitted
INSPRING = 0.8
WEINIG_ZINNEN = 0.1
RUIM_OVER = 0.35
SMAL = 14  # sizes
KRAPSTE_STEEK = 1.15  # of the size: lines of a large heading lie at least this far apart
RUIMTE = 0.25  # a line this much further down than usual begins a paragraph


@dataclass(slots=True)
class Kader:
    """The column the lines stand in. `vaag`: its edge, or what fits on a line, is only known roughly."""

    links: float
    rechts: float
    vaag: float = 0.0
    uitgevuld: bool = False


@dataclass(frozen=True, slots=True)
class Gewoonte:
    """How this document is set. `hangend`: the lines of a list item stand below its text, not below its mark.

    `meerzinnig`: its paragraphs hold more than one sentence.
    """

    hangend: bool = True
    meerzinnig: bool = True


@dataclass(slots=True)
class Ruwe:
    """A paragraph in the making."""

    regels: list[Zetregel]
    merk: Merk | None = None
    niveau: int = 0

    @property
    def laatste(self) -> Zetregel:
        return self.regels[-1]

    @property
    def alleen_merk(self) -> bool:
        return self.merk is not None and len(self.regels) == 1 and len(self.laatste.woorden) == 1

    @property
    def vervolg_x0(self) -> float:
        """Where its next line would begin."""
        if self.merk is not None and self.merk.hangt and len(self.regels) == 1:
            return self.merk.tekst_x0
        return self.laatste.x0


@dataclass(slots=True)
class Vormer:
    """Goes through the lines of one column, from top to bottom, over the pages."""

    kader: Kader
    steek: float
    gewoonte: "Gewoonte"
    _uit: list[Ruwe] = field(default_factory=list)
    _laatste_tel: dict[Soort, int] = field(default_factory=dict)
    _los: int = 0

    def vorm(self, regels: list[Zetregel]) -> list[Ruwe]:
        for regel in regels:
            merk = lees_merk(regel)
            vorige = self._uit[-1] if self._uit else None
            if merk is not None and not self._begint_punt(vorige, regel, merk):
                merk = None
            los = self._los_nummer(vorige, regel)
            if vorige is None or merk is not None or los or not self._gaat_door(vorige, regel):
                self._begin(regel, merk)
                self._los = los or self._los
            else:
                vorige.regels.append(regel)
        return self._uit

    def _begin(self, regel: Zetregel, merk: Merk | None) -> None:
        self._uit.append(Ruwe([regel], merk))
        if merk is not None and merk.telt:
            self._laatste_tel[merk.soort] = _telwaarde(merk)

    def _los_nummer(self, vorige: Ruwe | None, regel: Zetregel) -> int:
        """The number of "2 tekst" when it follows "1 tekst" and no sentence is cut; else 0."""
        eerste = regel.woorden[0].tekst
        if len(regel.woorden) < 2 or not eerste.isdecimal() or len(eerste) > 2:
            return 0
        verwacht = int(eerste) in {1, self._los + 1}
        vrij = vorige is None or zin_uit(vorige.laatste) or not self.is_vol(vorige.laatste, regel)
        return int(eerste) if verwacht and vrij else 0

    def _begint_punt(self, vorige: Ruwe | None, regel: Zetregel, merk: Merk) -> bool:
        """A line may start with "2." or a dash because the sentence just broke there."""
        if vorige is None or merk.onmiskenbaar or not self.is_vol(vorige.laatste, regel) or vorige.alleen_merk:
            return True
        eigen = vorige.merk
        if eigen is not None and eigen.hangt and abs(regel.x0 - eigen.tekst_x0) < 2 and not merk.hangt:
            return False
        if merk.hangt or zin_uit(vorige.laatste):
            return True
        if merk.telt:
            return self._volgt(merk)
        return eigen is not None and eigen.soort is merk.soort and abs(eigen.x0 - merk.x0) < 2

    def _volgt(self, merk: Merk) -> bool:
        waarde = _telwaarde(merk)
        return waarde in {1, self._laatste_tel.get(merk.soort, 0) + 1}

    def _gaat_door(self, alinea: Ruwe, regel: Zetregel) -> bool:
        vorige = alinea.laatste
        if _is_eigen_status(vorige, regel):
            return False
        if alinea.alleen_merk or (regel.aaneen and alinea.merk is None and zin_uit(vorige)):
            return True
        vol = self.is_vol(vorige, regel)
        loopt = not zin_uit(vorige) and begint_klein(regel) and (vol or self._bijna_vol(vorige, regel))
        if not _zelfde_stijl(vorige, regel, soepel=loopt):
            return False
        if self._te_ver(vorige, regel, soepel=loopt) or self._springt(alinea, regel, soepel=loopt):
            return False
        if vorige.tekst.endswith("-"):
            return True
        if vol:
            return begint_klein(regel) or not (self._houdt_op(alinea) or _is_status(alinea))
        return loopt

    def _houdt_op(self, alinea: Ruwe) -> bool:
        """After a full stop: when half a narrow column stayed empty, or when paragraphs here are single sentences."""
        vorige = alinea.laatste
        if not zin_uit(vorige):
            return False
        hangt = alinea.merk is not None and alinea.merk.hangt and self.gewoonte.hangend
        if not hangt and not self.gewoonte.meerzinnig:
            return True
        breedte = self.kader.rechts - self.kader.links
        smal = breedte < SMAL * vorige.grootte and not hangt
        return smal and self._rand(vorige) - vorige.x1 > RUIM_OVER * breedte

    def is_vol(self, vorige: Zetregel, regel: Zetregel) -> bool:
        """Whether the first word of `regel` had no place any more at the end of `vorige`."""
        if self.kader.uitgevuld and len(vorige.woorden) > 2:
            return vorige.x1 >= self._rand(vorige) - 2
        ruim = self.kader.vaag * (self.kader.rechts - self.kader.links)
        return vorige.x1 + _nodig(vorige, regel) > self._rand(vorige) - ruim - KRAP * regel.grootte

    def _rand(self, regel: Zetregel) -> float:
        return self.kader.rechts if regel.rand is None else regel.rand

    def _bijna_vol(self, vorige: Zetregel, regel: Zetregel) -> bool:
        """Programs that spread a paragraph evenly end lines a little early."""
        over = self._rand(vorige) - vorige.x1 - _nodig(vorige, regel)
        return over < 0.25 * (self.kader.rechts - self.kader.links)

    def _te_ver(self, vorige: Zetregel, regel: Zetregel, *, soepel: bool) -> bool:
        """Over the edge of a page or to the next column there is no distance to speak of."""
        afstand = regel.basis - vorige.basis
        if regel.blad != vorige.blad or afstand <= 0:
            return False
        steek = max(self.steek, KRAPSTE_STEEK * min(vorige.grootte, regel.grootte))
        return afstand > steek + (0.8 if soepel else RUIMTE) * regel.grootte

    def _springt(self, alinea: Ruwe, regel: Zetregel, *, soepel: bool) -> bool:
        """Whether the line begins too far to the left or to the right to go on."""
        vorige, merk = alinea.laatste, alinea.merk
        if regel.blad != vorige.blad or regel.basis <= vorige.basis:
            return False
        speling = INSPRING * regel.grootte
        verschil = regel.x0 - alinea.vervolg_x0
        if _gecentreerd(vorige, regel) or abs(verschil) <= speling:
            return False
        if verschil > 0:
            return not (soepel or merk is not None) or verschil > 6 * regel.grootte
        onder_merk = merk is not None and not self.gewoonte.hangend and abs(regel.x0 - merk.x0) <= speling
        return not (soepel or onder_merk) and (merk is not None or len(alinea.regels) > 1)


def _nodig(vorige: Zetregel, regel: Zetregel) -> float:
    """The room that the first word of the next line would have taken, a space included."""
    woord = regel.woorden[0]
    deel = _BREEKBAAR.match(woord.tekst)
    aandeel = len(deel[0]) / len(woord.tekst) if deel else 1.0
    spaties = [b.x0 - a.x1 for a, b in pairwise(vorige.woorden)]
    spatie = min([s for s in spaties if s > 0.1 * regel.grootte], default=SPATIE * regel.grootte)
    return min(spatie, 0.4 * regel.grootte) + aandeel * (woord.x1 - woord.x0)


def _is_status(alinea: Ruwe) -> bool:
    """A status that stands by itself ends where its line ends: what follows is the next."""
    return len(alinea.regels) == 1 and is_statuswoord(alinea.laatste.tekst)


def _is_eigen_status(vorige: Zetregel, regel: Zetregel) -> bool:
    """ "Doorlopend" below "Januari 2024" is a planning of its own, also where the column is full."""
    return vorige.tekst[-1].isdigit() and regel.tekst[0].isupper() and is_statuswoord(regel.tekst)


def _telwaarde(merk: Merk) -> int:
    return merk.nummer if merk.nummer is not None else ord(merk.letter or "a") - ord("a") + 1


def zin_uit(regel: Zetregel) -> bool:
    """A full stop behind "t.o.v." or "bijv." ends no sentence."""
    return _ZIN_UIT.search(regel.tekst) is not None and _AFKORTING.search(regel.tekst) is None


def begint_klein(regel: Zetregel) -> bool:
    tekst = regel.tekst.lstrip("(‘'\"“[")
    return bool(tekst) and (tekst[0].islower() or tekst[0].isdigit() or tekst[0] in "&+/%€")


def _zelfde_stijl(een: Zetregel, ander: Zetregel, *, soepel: bool) -> bool:
    if abs(een.grootte - ander.grootte) > 0.08 * max(een.grootte, ander.grootte):
        return False
    return soepel or een.vet == ander.vet or not (een.heeft_letters and ander.heeft_letters)


def _gecentreerd(een: Zetregel, ander: Zetregel) -> bool:
    gelijk_midden = abs((een.x0 + een.x1) - (ander.x0 + ander.x1)) < een.grootte
    return gelijk_midden and abs(een.x0 - ander.x0) > 2


def regelafstand(stromen: Iterable[list[Zetregel]]) -> float:
    """How far lines of one paragraph lie apart: the smallest distance that is usual."""
    afstanden: list[float] = []
    groottes = [10.0]
    for regels in stromen:
        groottes.extend(regel.grootte for regel in regels)
        afstanden.extend(_afstanden(regels))
    if not afstanden:
        return 1.35 * median_low(groottes)
    return sorted(afstanden)[len(afstanden) // 10]


def leer_gewoonte(stromen: Iterable[list[Zetregel]]) -> Gewoonte:
    onder_tekst = onder_merk = binnen = aan_einde = 0
    for regels in stromen:
        for regel in regels:
            binnen += len(_ZIN_BINNEN.findall(regel.tekst))
            aan_einde += zin_uit(regel)
        for een, ander in pairwise(regels):
            merk = lees_merk(een)
            if merk is None or not merk.hangt or een.blad != ander.blad or lees_merk(ander) or not begint_klein(ander):
                continue
            onder_tekst += abs(ander.x0 - merk.tekst_x0) < 3
            onder_merk += abs(ander.x0 - merk.x0) < 3
    return Gewoonte(onder_tekst >= onder_merk, binnen > WEINIG_ZINNEN * aan_einde)


def _afstanden(regels: list[Zetregel]) -> Iterator[float]:
    for een, ander in pairwise(regels):
        afstand = ander.basis - een.basis
        if een.blad == ander.blad and abs(een.grootte - ander.grootte) < 0.5 and 0.9 <= afstand / ander.grootte < 2.2:
            yield afstand


def bepaal_kader(regels: Iterable[Zetregel], links: float, rechts: float, *, vaag: float = 0.0) -> Kader:
    """Text is justified when most lines that reach the end reach it exactly."""
    over = [((rechts if r.rand is None else r.rand) - r.x1, r.grootte) for r in regels if len(r.woorden) > 3]
    ver = [rest for rest, grootte in over if rest < 1.2 * grootte]
    precies = [rest for rest in ver if abs(rest) < 1.2]
    return Kader(links, rechts, vaag, uitgevuld=len(ver) >= 4 and len(precies) > 0.8 * len(ver))
