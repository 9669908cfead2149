"""A text in which the tables were lost: where the parts of each probleemgebied begin and end, and how it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.reading.notitie.indeling import naamsleutel
from app.reading.notitie.labels import Soort, herken, naam_na_voorvoegsel
from app.reading.notitie.prioriteit import prioriteit_in_kop
from app.reading.tekst.etiketten import MERK, Reeks, Treffer, eindigt, is_inhoud
from app.reading.tekst.tekstregel import Tekstregel

LANGSTE_NAAM = 120
ZOEK_NAAM = 15
SMALSTE_KOLOM = 4  # letters: what stands less far in is no column
_GEEN_NAAM = re.compile(r".*[.:;,?!]$", re.DOTALL)
_CIJFER = re.compile(r"\(?\d{1,2}[.)]?\)?\s")


@dataclass(slots=True)
class Deel:
    """A label with the lines of its content: the places `van` up to `tot`, after what stood behind the label."""

    treffer: Treffer
    van: int
    tot: int


@dataclass(slots=True)
class Gebiedsplek:
    """`naam`: the places of the lines that name it, `van` and `tot`; None when no line does."""

    naam: tuple[int, int] | None
    delen: list[Deel]


class Gebiedenzoeker:
    """`in_kolommen`: labels stand in a column of their own, so what stands as far to the left is no content."""

    def __init__(self, regels: list[Tekstregel], *, in_kolommen: bool) -> None:
        self._regels = regels
        self._in_kolommen = in_kolommen
        self._bekend: frozenset[str] = frozenset()

    def zoek(self, gevonden: Sequence[Reeks]) -> list[Gebiedsplek]:
        uit: list[Gebiedsplek] = []
        if gevonden:
            self._bekend = _opgesomd(self._regels[: gevonden[0].treffers[0].plek])
        vrij_vanaf = 0
        for nummer, reeks in enumerate(gevonden):
            eerste = reeks.treffers[0].plek
            naam = self._vind_naam(vrij_vanaf, eerste)
            if uit:
                self._sluit(uit[-1], naam[0] if naam else eerste)
            tot = gevonden[nummer + 1].treffers[0].plek if nummer + 1 < len(gevonden) else len(self._regels)
            uit.append(Gebiedsplek(naam, _delen(reeks, tot)))
            vrij_vanaf = reeks.treffers[-1].plek + 1
        if uit:
            self._sluit(uit[-1], len(self._regels))
        return uit

    def _vind_naam(self, van: int, tot: int) -> tuple[int, int] | None:
        """The line that the introduction names, else one that says what it is, else the line above the first label."""
        regels = self._regels
        plekken = [plek for plek in range(tot - 1, max(van, tot - ZOEK_NAAM) - 1, -1) if regels[plek].cellen is None]
        for plek in plekken:
            if self._is_bekend(regels[plek].kaal) and not _staat_in_lijst(regels, plek):
                return plek, plek + 1
            if plek + 1 < tot and self._is_bekend(f"{regels[plek].kaal} {regels[plek + 1].kaal}"):
                return plek, plek + 2
        for plek in plekken:
            if naam_na_voorvoegsel(regels[plek].kaal) and not _GEEN_NAAM.fullmatch(regels[plek].kaal):
                return plek, plek + 1
        if koppen := [plek for plek in plekken if regels[plek].kop is not None]:
            return koppen[0], koppen[0] + 1
        if tot > van and _kan_naam_zijn(regels, tot - 1, van):
            return tot - 1, tot
        kapitalen = [p for p in plekken if regels[p].kaal.isupper() and len(regels[p].kaal) > SMALSTE_KOLOM]
        return (kapitalen[0], kapitalen[0] + 1) if kapitalen and not is_inhoud(regels[kapitalen[0]].kaal) else None

    def _is_bekend(self, tekst: str) -> bool:
        return len(tekst) <= LANGSTE_NAAM and naamsleutel(tekst) in self._bekend

    def _sluit(self, gebied: Gebiedsplek, tot: int) -> None:
        """The last part ends before the text that stood below the table."""
        deel = gebied.delen[-1]
        deel.tot = tot
        kolom = self.kolom(deel)
        if kolom >= SMALSTE_KOLOM:
            regels = self._regels
            deel.tot = next((p for p in range(deel.van, tot) if regels[p].inspring < kolom / 2), tot)
        else:
            deel.tot = self._einde(deel, tot)

    def kolom(self, deel: Deel) -> int:
        """How far in the content stands; 0 when labels have no column of their own."""
        if not self._in_kolommen:
            return 0
        achter = [self._regels[plek].inspring for plek in range(deel.van, deel.tot)]
        eigen = [begin_van(self._regels[deel.treffer.plek], deel.treffer)] if deel.treffer.rest else achter
        ver = [plek for plek in achter if plek >= SMALSTE_KOLOM]
        return min([*eigen, *ver], default=0)

    def _einde(self, deel: Deel, tot: int) -> int:
        regels = self._regels
        if deel.treffer.etiket.soort is Soort.TOELICHTING:
            return next((plek for plek in range(deel.van, tot) if regels[plek].kop is not None), tot)
        zeker = [plek for plek in range(deel.van, tot) if is_inhoud(regels[plek].kaal) and regels[plek].kop is None]
        plek = zeker[-1] + 1 if zeker else deel.van
        vorige = regels[plek - 1].kaal
        while plek < tot and not _begint_anders(regels[plek], vorige, in_lijst=bool(zeker)):
            vorige = regels[plek].kaal
            plek += 1
        return plek


def begin_van(regel: Tekstregel, treffer: Treffer) -> int:
    """The column in which the text behind a label begins."""
    breed = regel.tekst.expandtabs()
    return breed.index(treffer.rest.expandtabs()) if treffer.rest.expandtabs() in breed else 0


def _delen(reeks: Reeks, tot: int) -> list[Deel]:
    grenzen = [treffer.plek for treffer in reeks.treffers[1:]] + [tot]
    return [Deel(treffer, treffer.plek + 1, grens) for treffer, grens in zip(reeks.treffers, grenzen, strict=True)]


def _opgesomd(regels: list[Tekstregel]) -> frozenset[str]:
    """The list items of the introduction."""
    items = {
        naamsleutel(regel.kaal[merk.end() :])
        for regel in regels
        if (merk := MERK.match(regel.kaal)) and len(regel.kaal) <= LANGSTE_NAAM
    }
    return frozenset(items - {""})


def _staat_in_lijst(regels: list[Tekstregel], plek: int) -> bool:
    """One of several items, each with a mark, is the list itself."""
    if not MERK.match(regels[plek].kaal):
        return False
    buren = [regels[buur] for buur in (plek - 1, plek + 1) if 0 <= buur < len(regels)]
    return any(MERK.match(buur.kaal) for buur in buren)


def _kan_naam_zijn(regels: list[Tekstregel], plek: int, van: int) -> bool:
    regel = regels[plek]
    tekst = regel.kaal
    if len(tekst) > LANGSTE_NAAM or _GEEN_NAAM.fullmatch(tekst) or regel.streep or regel.cellen is not None:
        return False
    if prioriteit_in_kop(tekst) or not (tekst[0].isupper() or _CIJFER.match(tekst)):
        return False
    if is_inhoud(tekst) and not _CIJFER.match(tekst):
        return False
    if regel.wit or regel.na_rand or plek == van:
        return True
    boven = regels[plek - 1].kaal
    return eindigt(boven) or is_inhoud(boven) or len(boven) < LANGSTE_NAAM / 3


def _begint_anders(regel: Tekstregel, vorige: str, *, in_lijst: bool) -> bool:
    if regel.kop is not None or regel.streep or regel.cellen is not None:
        return True
    if herken(vorige) or not (in_lijst or regel.wit):
        return False
    return bool(regel.wit) or (regel.kaal[0].isupper() and (eindigt(vorige) or vorige[-1].isdigit()))
