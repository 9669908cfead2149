"""Progress tables in a text that kept its columns, as 'pdftotext -layout' writes them: cell by cell, row by row."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.reading.tekst.etiketten import eindigt
from app.reading.tekst.kolomkoppen import Kolomkop, Segment, segmenten, vind_kolomkoppen
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangskoppen import GENUMMERD, Stukje
from app.reading.tekst.voortgangsrijen import is_planning
from app.reading.voortgang.kolommen import Kolom

SPELING = 4  # letters that a column may begin further to the left than its head
VAAK = 0.1  # of the lines of a page begin where a column does
_MERK = re.compile(r"\(?[a-z][.)]\s+(?=\S)|\(?\d{1,3}[.)]?\)?(?:\s|$)")
_BEGIN = re.compile(r"[A-ZÀ-Ý0-9‘'\"“„(€•–-]")
_TIJD = {Kolom.PLANNING, Kolom.STATUS}
Regelcellen = dict[int, str]


@dataclass(slots=True)
class Kolomtabel:
    """The places `van` up to `tot` of its lines. `cellen`: per row, per column, the pieces of its lines."""

    van: int
    tot: int
    koprij: list[list[Stukje]]
    soorten: list[Kolom | None]
    cellen: list[list[list[Stukje]]] = field(default_factory=list)
    uit_elkaar: bool = False
    geraden: tuple[int, ...] = ()


def vind_kolomtabellen(regels: list[Tekstregel]) -> list[Kolomtabel]:
    koppen = vind_kolomkoppen(regels)
    uit: list[Kolomtabel] = []
    for nummer, kop in enumerate(koppen):
        tot = koppen[nummer + 1].van if nummer + 1 < len(koppen) else len(regels)
        uit.append(_Kolomlezer(regels, kop, tot).lees())
    return _zonder_herhaalde_kop(uit)


def _zonder_herhaalde_kop(tabellen: list[Kolomtabel]) -> list[Kolomtabel]:
    """A table that goes on over the page has its head again, with nothing in between."""
    uit: list[Kolomtabel] = []
    for tabel in tabellen:
        vorige = uit[-1] if uit else None
        zelfde = vorige is not None and _teksten(vorige.koprij) == _teksten(tabel.koprij)
        if vorige is not None and zelfde and vorige.tot == tabel.van:
            vorige.cellen.extend(tabel.cellen)
            vorige.tot = tabel.tot
        else:
            uit.append(tabel)
    return uit


class _Kolomlezer:
    def __init__(self, regels: list[Tekstregel], kop: Kolomkop, tot: int) -> None:
        self._regels = regels
        self._kop = kop
        self._tot = tot
        self._xs = self._kolommen_per_regel(kop, tot)
        self._gemerkt = False

    def lees(self) -> Kolomtabel:
        kop = self._kop
        koprij = [[label, *self._naam_over_meer_regels()] if k == 0 else [label] for k, label in enumerate(kop.labels)]
        gevuld = [(plek, self._cellen(plek)) for plek in range(kop.tot, self._einde())]
        tabel = Kolomtabel(kop.van, gevuld[-1][0] + 1 if gevuld else kop.tot, koprij, kop.soorten)
        eerste = next((c[k] for _, c in gevuld for k in (self._eerste(c),) if k is not None), "")
        self._gemerkt = _MERK.match(eerste) is not None
        vorige: Regelcellen = {}
        for plek, cellen in gevuld:
            if not tabel.cellen or self._begint_rij(tabel.cellen[-1], cellen, vorige, plek):
                tabel.cellen.append([[] for _ in kop.xs])
            for kolom, tekst in cellen.items():
                tabel.cellen[-1][kolom].append(Stukje(plek, tekst))
            vorige = cellen
        return tabel

    # --- the columns ---

    def _kolommen_per_regel(self, kop: Kolomkop, tot: int) -> dict[int, list[int]]:
        """Every page is laid out by itself, so a column may stand elsewhere on the next; a line with all columns
        tells where they stand from there on."""
        uit: dict[int, list[int]] = {}
        xs, blad = kop.xs, 0
        for plek in range(kop.tot, tot):
            regel = self._regels[plek]
            if regel.blad != blad:
                eigen = [ander for ander in self._regels[kop.tot : tot] if ander.blad == regel.blad]
                xs = _opnieuw(xs, eigen, kop.voortgang) if blad else _verschoven(xs, eigen)
                blad = regel.blad
            if vol := _volle_regel(regel, xs):
                xs = vol
            uit[plek] = xs
        return uit

    def _delen(self, plek: int) -> list[Segment]:
        return [d for deel in segmenten(self._regels[plek]) for d in _geknipt(deel, self._xs[plek], self._kop.soorten)]

    def _cellen(self, plek: int) -> Regelcellen:
        uit: Regelcellen = {}
        for deel in self._delen(plek):
            kolom = _kolom_van(deel.x, self._xs[plek])
            uit[kolom] = f"{uit[kolom]} {deel.tekst}" if kolom in uit else deel.tekst
        return uit

    def _kruist(self, plek: int) -> bool:
        """Running text across the columns, or a heading: that stands alone and apart, and is no full cell."""
        xs, eigen = self._xs[plek], segmenten(self._regels[plek])
        kop = len(eigen) == 1 and eigen[0].x <= xs[0] + SPELING and self._staat_los(plek)
        delen = eigen if kop else self._delen(plek)
        return any(deel.x1 > x + SPELING for deel in delen for x in xs if x > deel.x + SPELING)

    # --- where it begins and ends ---

    def _naam_over_meer_regels(self) -> Iterator[Stukje]:
        """The name of a thema at the head goes on below it, before the first row."""
        kop = self._kop
        if kop.soorten[0] is not None or not kop.labels[0].tekst:
            return
        while kop.tot < self._tot and self._alleen_naam(kop.tot) and not self._regels[kop.tot].wit:
            tekst = self._regels[kop.tot].kaal
            if _MERK.match(tekst):
                return
            yield Stukje(kop.tot, tekst)
            kop.tot += 1

    def _alleen_naam(self, plek: int) -> bool:
        return set(self._cellen(plek)) == {self._kop.naam} and not self._kruist(plek)

    def _einde(self) -> int:
        """Before the first line across the columns, and before a heading above that or above the next table."""
        tot = next((plek for plek in range(self._kop.tot, self._tot) if self._is_anders(plek)), self._tot)
        while self._kop.tot < tot < self._tot and self._een_stuk(tot - 1):
            tot -= 1  # running text of which a word happens to stand where a column begins
        begin = tot
        while begin > self._kop.tot and self._alleen_naam(begin - 1):
            begin -= 1
        koppen = [plek for plek in range(begin, tot) if self._staat_los(plek)]
        return koppen[0] if koppen and begin > self._kop.tot else tot

    def _een_stuk(self, plek: int) -> bool:
        eigen, xs = segmenten(self._regels[plek]), self._xs[plek]
        return len(eigen) == 1 and eigen[0].x <= xs[0] + SPELING and eigen[0].x1 > xs[1] + SPELING

    def _staat_los(self, plek: int) -> bool:
        regel = self._regels[plek]
        nieuw_blad = plek > self._kop.tot and regel.blad != self._regels[plek - 1].blad
        return bool(regel.wit) or nieuw_blad or GENUMMERD.match(regel.kaal) is not None

    def _is_anders(self, plek: int) -> bool:
        regel = self._regels[plek]
        onder_kop = plek - 1 > self._kop.tot and self._een_stuk(plek) and self._staat_los(plek - 1)
        if onder_kop and self._alleen_naam(plek - 1):
            return True
        return self._kruist(plek) or regel.kop is not None or regel.cellen is not None

    # --- the rows ---

    def _eerste(self, cellen: Regelcellen) -> int | None:
        return next((kolom for kolom in sorted(cellen) if kolom <= self._kop.naam), None)

    def _begint_rij(self, rij: list[list[Stukje]], cellen: Regelcellen, vorige: Regelcellen, plek: int) -> bool:
        eerste = self._eerste(cellen)
        if eerste is not None and _MERK.match(cellen[eerste]) and self._gemerkt:
            return True
        tekst = [kolom for kolom in cellen if self._kop.soorten[kolom] is Kolom.VOORTGANG]
        uit = all(not rij[kolom] or eindigt(rij[kolom][-1].tekst) for kolom in tekst)
        kan = uit and all(_BEGIN.match(deel) for deel in cellen.values())
        if eerste is not None and not self._gemerkt:
            return kan and (len(cellen) > 1 or bool(self._regels[plek].wit))
        anders = [kolom for kolom in cellen if kolom not in tekst and kolom > self._kop.naam]
        return kan and eerste is None and bool(tekst and anders) and not any(kolom in vorige for kolom in anders)


def _verschoven(xs: list[int], regels: list[Tekstregel]) -> list[int]:
    """Where most lines begin near to each of the columns."""
    geteld = Counter(segment.x for regel in regels for segment in segmenten(regel))
    uit = xs[:1]
    for x in xs[1:]:
        dichtbij = {plek: aantal for plek, aantal in geteld.items() if abs(plek - x) <= SPELING and plek > uit[-1] + 1}
        vaakst = max(dichtbij, key=lambda plek: (dichtbij[plek], -abs(plek - x)), default=x)
        uit.append(vaakst if dichtbij.get(vaakst, 0) > 1 else max(x, uit[-1] + 2))
    return uit


def _volle_regel(regel: Tekstregel, xs: list[int]) -> list[int] | None:
    """Where the columns begin when all of them begin on this line."""
    delen = segmenten(regel)
    vol = len(delen) == len(xs) > 2 and delen[0].x <= xs[0] + SPELING and all(map(_begint, delen))
    return [deel.x for deel in delen] if vol else None


def _opnieuw(xs: list[int], regels: list[Tekstregel], voortgang: int) -> list[int]:
    """The columns of a next page, which has no heads: where its lines begin, in the same order. When not all columns
    have text there, those that have are the progress and what stands beside it."""
    if vol := next((vol for regel in regels if (vol := _volle_regel(regel, xs))), None):
        return vol
    geteld = Counter(segment.x for regel in regels for segment in segmenten(regel))
    vaak = [x for x, aantal in geteld.items() if aantal >= max(2, len(regels) * VAAK)] or list(geteld)
    begin = sorted(
        x for x in vaak if not any(0 < abs(x - ander) <= SPELING and geteld[ander] > geteld[x] for ander in vaak)
    )
    if len(begin) >= len(xs):
        meest = sorted(begin, key=lambda x: -geteld[x])[: len(xs)]
        return sorted(meest)
    if not begin:
        return xs
    if len(begin) == 1 and abs(begin[0] - xs[0]) > SPELING:
        schuif = begin[0] - xs[voortgang]
        return [
            *(min(x, begin[0] - SPELING - 1 - voortgang + k) for k, x in enumerate(xs[:voortgang])),
            *(x + schuif for x in xs[voortgang:]),
        ]
    return _verschoven(xs, regels)


def _kolom_van(x: int, xs: list[int]) -> int:
    return max((kolom for kolom, begin in enumerate(xs) if begin - SPELING <= x), default=0)


def _begint(deel: Segment) -> bool:
    return _BEGIN.match(deel.tekst) is not None or _MERK.match(deel.tekst) is not None


def _teksten(koprij: list[list[Stukje]]) -> list[str]:
    return [" ".join(stuk.tekst for stuk in cel) for cel in koprij]


def _geknipt(segment: Segment, xs: list[int], soorten: list[Kolom | None]) -> Iterator[Segment]:
    """A cell that is full leaves one space before the next; the one with the planning then begins where that begins."""
    for x, soort in zip(xs, soorten, strict=True):
        if not segment.x + SPELING < x < segment.x1:
            continue
        plekken = [plek + 1 for plek, teken in enumerate(segment.tekst) if teken == " "]
        dichtbij = [plek for plek in plekken if abs(segment.x + plek - x) <= SPELING]
        planning = [plek for plek in dichtbij if soort in _TIJD and is_planning(segment.tekst[plek:])]
        precies = [plek for plek in dichtbij if abs(segment.x + plek - x) <= 1]
        if knippen := planning[:1] or precies[:1]:
            yield Segment(segment.x, segment.tekst[: knippen[0] - 1])
            segment = Segment(segment.x + knippen[0], segment.tekst[knippen[0] :])
    yield segment
