"""One row of a file becomes its figures. What rows have in common is worked out once."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.taal.hoeveel import hoeveel
from app.reading.metingen.cellen import (
    LegeWaarde,
    OngeldigeCel,
    lees_periode,
    lees_reeks,
    lees_tekst,
    lees_voorlopig,
    lees_waarde,
)
from app.reading.metingen.gelezen import Meetregel, Regelfout, Verkenning
from app.reading.metingen.kolommen import Betekenis, Kolomkeuze, Waardekolom
from app.reading.metingen.tekst import Cel, celtekst
from app.reading.xlsx.rijen import FormuleZonderUitkomst, celnaam

# Entries; a file in which everything differs empties them now and then, so that memory stays flat.
MEESTE_ONTHOUDEN = 20_000
MEESTE_TOTAALREGELS = 20
_TOTAAL = re.compile(r"(?:eind|sub)?tota(?:al|len)(?: generaal)?[: ]*|som[: ]*", re.IGNORECASE)
_VAST = (
    Betekenis.GEBIED, Betekenis.INDICATOR, Betekenis.EENHEID, Betekenis.REEKS, Betekenis.VOORLOPIG, Betekenis.BRON,
    Betekenis.TOELICHTING,
)  # fmt: skip

Uitkomst = Meetregel | Regelfout
T = TypeVar("T")


class Fout(NamedTuple):
    """`kolom`: counted from 0."""

    kolom: int
    zin: str


@dataclass(frozen=True, slots=True)
class Vast:
    """What a row says beside its period and figures. `fouten` are those of these cells."""

    gebied: str | None
    indicator: str
    eenheid: str | None
    reeks: Reekssoort
    voorlopig: bool
    bron: str | None
    toelichting: str | None
    totaal: bool
    fouten: tuple[Fout, ...]


@dataclass(slots=True)
class Geheugen(Generic[T]):
    """What was worked out before, until there is too much of it."""

    bekend: dict[Hashable, T] = field(default_factory=dict)

    def onthoud(self, sleutel: Hashable, uitkomst: T) -> T:
        if len(self.bekend) >= MEESTE_ONTHOUDEN:
            self.bekend.clear()
        self.bekend[sleutel] = uitkomst
        return uitkomst


# A figure, why there is none, or None for a cell that says nothing.
Waarde = Decimal | Fout | None
Periode = tuple[Meetperiode, bool] | Fout
_ONBEKEND: Any = object()


class Rijlezer:
    """Counts what it leaves out: figures that are not there (`zonder_waarde`) and rows with totals (`totalen`)."""

    def __init__(self, verkenning: Verkenning, keuze: Kolomkeuze) -> None:
        self.verkenning = verkenning
        self.breedte = len(verkenning.koppen)
        self.zonder_waarde = self.totalen = 0
        self.totaalregels: list[int] = []
        self._plek: dict[Betekenis, int] = {
            wat: kolom for kolom, wat in keuze.kolommen.items() if wat is not Betekenis.WAARDE_PER_PERIODE
        }
        self._periodekolom = self._plek.get(Betekenis.PERIODE, -1)
        vaste = sorted(self._plek[wat] for wat in _VAST if wat in self._plek)
        self._sleutel: Callable[[Sequence[Cel]], Hashable] = itemgetter(*vaste)
        self._vast: Geheugen[Vast] = Geheugen()
        self._perioden: Geheugen[Periode] = Geheugen()
        waardekolommen = keuze.waardekolommen(verkenning.koppen)
        self._waarden: list[tuple[Waardekolom, Geheugen[Waarde]]] = [(kolom, Geheugen()) for kolom in waardekolommen]
        nodig = [self._periodekolom, self._plek[Betekenis.INDICATOR], *(kolom.kolom for kolom in waardekolommen)]
        self._nodig = 1 + max(nodig)

    def lees(self, regel: int, cellen: list[Cel]) -> list[Uitkomst]:
        """The figures and faults of a row, in the order of its columns; nothing for an empty row. Pads `cellen`."""
        if len(cellen) != self.breedte and (zin := self._maak_passend(regel, cellen)):
            return [Regelfout(regel, "", zin)]
        sleutel = self._sleutel(cellen)
        vast = self._vast.bekend.get(sleutel) or self._vast.onthoud(sleutel, self._lees_vast(cellen))
        if vast.totaal or vast.fouten:
            return self._lees_bijzonder(regel, cellen, vast)
        return self._lees_waarden(regel, cellen, vast)

    def _lees_waarden(self, regel: int, cellen: list[Cel], vast: Vast) -> list[Uitkomst]:
        """A faulty period is told once, and only where there are figures for it."""
        uit: list[Uitkomst] = []
        gevuld = 0
        gelezen = self._periode(cellen)
        for kolom, geheugen in self._waarden:
            cel = cellen[kolom.kolom]
            sleutel = (cel, vast.eenheid)
            waarde = geheugen.bekend.get(sleutel, _ONBEKEND)
            if waarde is _ONBEKEND:
                waarde = geheugen.onthoud(sleutel, self._waarde(cel, kolom.kolom, vast.eenheid))
            if waarde is None:
                continue
            gevuld += 1
            if isinstance(waarde, Fout):
                uit.append(self._regelfout(regel, cellen, waarde))
            elif kolom.periode is not None:
                uit.append(_meetregel(regel, vast, kolom, kolom.periode, kolom.voorlopig, waarde))
            elif not isinstance(gelezen, Fout):
                uit.append(_meetregel(regel, vast, kolom, *gelezen, waarde))
        self.zonder_waarde += len(self._waarden) - gevuld
        if gevuld and isinstance(gelezen, Fout) and self._periodekolom >= 0:
            uit.insert(0, self._regelfout(regel, cellen, gelezen))
        return uit

    def _lees_bijzonder(self, regel: int, cellen: list[Cel], vast: Vast) -> list[Uitkomst]:
        """A row without figures is a heading, a note or empty; one with totals would count everything twice."""
        eerder = self.zonder_waarde
        uit = self._lees_waarden(regel, cellen, vast)
        if not uit or vast.totaal:
            self.zonder_waarde = eerder
        if not uit:
            return []
        if vast.totaal:
            self.totalen += 1
            if self.totalen <= MEESTE_TOTAALREGELS:
                self.totaalregels.append(regel)
            return []
        fouten = [self._regelfout(regel, cellen, fout) for fout in vast.fouten]
        return [*fouten, *(fout for fout in uit if isinstance(fout, Regelfout))]

    def _lees_vast(self, cellen: list[Cel]) -> Vast:
        fouten: list[Fout] = []
        teksten = {wat: self._cel(cellen, wat, partial(lees_tekst, betekenis=wat), fouten) for wat in _TEKSTEN}
        indicator = teksten[Betekenis.INDICATOR] or ""
        plek = self._plek[Betekenis.INDICATOR]
        if not indicator and not any(fout.kolom == plek for fout in fouten):
            fouten.append(Fout(plek, "De naam van de indicator ontbreekt."))
        return Vast(
            gebied=teksten[Betekenis.GEBIED],
            indicator=indicator,
            eenheid=teksten[Betekenis.EENHEID],
            reeks=self._cel(cellen, Betekenis.REEKS, lees_reeks, fouten) or Reekssoort.REALISATIE,
            voorlopig=self._cel(cellen, Betekenis.VOORLOPIG, lees_voorlopig, fouten) or False,
            bron=teksten[Betekenis.BRON],
            toelichting=teksten[Betekenis.TOELICHTING],
            totaal=any(_TOTAAL.fullmatch(tekst) for tekst in (indicator, teksten[Betekenis.GEBIED] or "")),
            fouten=tuple(sorted(fouten)),
        )

    def _cel(self, cellen: list[Cel], wat: Betekenis, lees: Callable[[Cel], T], fouten: list[Fout]) -> T | None:
        kolom = self._plek.get(wat)
        if kolom is None:
            return None
        try:
            return lees(cellen[kolom])
        except OngeldigeCel as fout:
            fouten.append(Fout(kolom, str(fout)))
            return None

    def _periode(self, cellen: list[Cel]) -> Periode:
        if self._periodekolom < 0:
            return _GEEN_PERIODE
        cel = cellen[self._periodekolom]
        return self._perioden.bekend.get(cel) or self._perioden.onthoud(cel, self._lees_periode(cel))

    def _lees_periode(self, cel: Cel) -> Periode:
        try:
            return lees_periode(cel)
        except OngeldigeCel as fout:
            return Fout(self._periodekolom, str(fout))

    def _waarde(self, cel: Cel, kolom: int, eenheid: str | None) -> Waarde:
        if not cel:
            return None
        try:
            return lees_waarde(cel, eenheid, self.verkenning.decimaaltekens.get(kolom))
        except LegeWaarde:
            return None
        except OngeldigeCel as fout:
            return Fout(kolom, str(fout))

    def _maak_passend(self, regel: int, cellen: list[Cel]) -> str | None:
        """Brings a row to the width of the headings, or says why that cannot be done."""
        te_veel, aantal = cellen[self.breedte :], len(cellen)
        if any(map(celtekst, te_veel)):
            return self._te_breed(aantal)
        kort = self.verkenning.soort == "csv" and any(map(celtekst, cellen)) and aantal < self.breedte
        if kort and (aantal < self._nodig or regel == self.verkenning.open_regel):
            return f"De regel heeft {aantal} van de {self.breedte} kolommen; is het bestand afgebroken?"
        del cellen[self.breedte :]
        cellen.extend([""] * (self.breedte - len(cellen)))
        return None

    def _te_breed(self, aantal: int) -> str:
        zin = f"De regel heeft {hoeveel(aantal, 'kolom', 'kolommen')} en de koprij {self.breedte}"
        if teken := self.verkenning.scheiding_in_woorden:
            return f"{zin}; zet een tekst of getal met een {teken} erin tussen aanhalingstekens."
        return f"{zin}; geef de kolommen erachter een kop of maak ze leeg."

    def _regelfout(self, regel: int, cellen: list[Cel], fout: Fout) -> Regelfout:
        kop = self.verkenning.koppen[fout.kolom] or f"kolom {fout.kolom + 1}"
        if isinstance(cellen[fout.kolom], FormuleZonderUitkomst):
            waar = celnaam(fout.kolom, regel)
            return Regelfout(regel, kop, f"Cel {waar} bevat een formule zonder uitkomst; {_REKEN_UIT}")
        return Regelfout(regel, kop, fout.zin)


_TEKSTEN = (Betekenis.GEBIED, Betekenis.INDICATOR, Betekenis.EENHEID, Betekenis.BRON, Betekenis.TOELICHTING)
_GEEN_PERIODE = Fout(0, "De periode ontbreekt.")
_REKEN_UIT = "open het bestand in Excel, sla het op en probeer het opnieuw."


def _meetregel(
    regel: int, vast: Vast, kolom: Waardekolom, periode: Meetperiode, ster: bool, waarde: Decimal
) -> Meetregel:
    return Meetregel(
        regel,
        vast.gebied,
        vast.indicator,
        vast.eenheid,
        periode,
        kolom.reeks or vast.reeks,
        waarde,
        vast.voorlopig or ster,
        vast.bron,
        vast.toelichting,
    )
