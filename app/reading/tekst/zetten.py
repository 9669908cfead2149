"""Sets lines of text as if they were printed: every word with a place, in letters of one width or of their own.

Paragraphs, lists and tables are then found as in a PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from app.reading.bladen.alineavorming import begint_klein, zin_uit
from app.reading.bladen.blad import Woord, Zetregel, schoon_woord
from app.reading.bladen.merken import Soort, lees_merk
from app.reading.tekst.tekstregel import Tekstregel

GROOTTE = 10.0
STEEK = 12.0
VAST = 5.2
HANG = 3.0
KOPPEN = {1: 20.0, 2: 18.0, 3: 16.5, 4: 15.0, 5: 14.0, 6: 13.0}
TITEL, NAAM = 22.0, 14.0
OMTREK = 15  # lines around a line that may stand in the same column
MINSTE_PAREN = 4
GENOEG = 8
RUIMTE = 60.0
KENMERKEND = 60  # letters at the end or the beginning of a line that tell whether a sentence goes on
MEESTE_WOORDEN = 150  # on one line; in a longer one nobody sees columns
_BREEDTEN = {
    2.22: "ijl'|‘’",
    2.78: " tfI.,:;!/\\[]·",
    3.33: "r()-`“”„*",
    5.0: "scvxyzkJ",
    6.67: "ABEKPSVXY&",
    7.22: "CDHNRUw",
    7.78: "GOQ",
    8.33: "mM",
    8.89: "%",
    9.44: "W",
}
_BREEDTE = {teken: breedte for breedte, tekens in _BREEDTEN.items() for teken in tekens}


@dataclass(frozen=True, slots=True)
class Zetter:
    """`vast`: all letters are as wide. `kolommen`: the room between words is a place, so it stays as it is."""

    vast: bool = True
    kolommen: bool = False

    @property
    def spatie(self) -> float:
        return VAST if self.vast else _BREEDTE[" "]

    @property
    def ruim(self) -> float:
        """How much of a line may be wrong, by guessing how wide letters are."""
        return 0.0 if self.vast else 0.05

    def breedte(self, tekst: str) -> float:
        return VAST * len(tekst) if self.vast else sum(_BREEDTE.get(teken, 5.56) for teken in tekst)

    def zet(
        self, regel: Tekstregel, basis: float, *, tekst: str | None = None, x0: float | None = None, groot: float = 0
    ) -> Zetregel:
        """`tekst`: the part of the line that is meant. `x0`: where it begins, when that is not where it stands."""
        deel = regel.tekst if tekst is None else tekst
        grootte = groot or KOPPEN.get(regel.kop or 0, GROOTTE)
        begin = self._begin(deel) if x0 is None else x0
        woorden = [
            Woord(begin + links, begin + rechts, basis, grootte, regel.vet, schoon_woord(woord), regel.nummer)
            for links, rechts, woord in self._plekken(deel)
        ]
        return self._met_hang(Zetregel(regel.blad, woorden))

    def _begin(self, deel: str) -> float:
        breed = deel.expandtabs()
        return VAST * (len(breed) - len(breed.lstrip()))

    def _plekken(self, deel: str) -> Iterator[tuple[float, float, str]]:
        if self.kolommen and len(deel.split(maxsplit=MEESTE_WOORDEN)) <= MEESTE_WOORDEN:
            breed = deel.expandtabs().strip()
            plek = 0
            for woord in breed.split():
                plek = breed.index(woord, plek)
                yield VAST * plek, VAST * (plek + len(woord)), woord
                plek += len(woord)
            return
        x = 0.0
        for woord in deel.split():
            yield x, x + self.breedte(woord), woord
            x += self.breedte(woord) + self.spatie

    @staticmethod
    def _met_hang(regel: Zetregel) -> Zetregel:
        """A bullet, or a mark that stands further in, is surely one: its text hangs behind it."""
        merk = lees_merk(regel)
        if merk is None or merk.hangt or not (merk.soort is Soort.TEKEN or regel.x0 > 1.5 * VAST):
            return regel
        for plek, woord in enumerate(regel.woorden[1:], start=1):
            regel.woorden[plek] = Woord(
                woord.x0 + HANG, woord.x1 + HANG, woord.basis, woord.grootte, woord.vet, woord.tekst, woord.regel
            )
        return regel


def basislijnen(regels: Iterable[Tekstregel]) -> Iterator[tuple[Tekstregel, float]]:
    """How far down each line stands, empty lines counted."""
    basis = 0.0
    for regel in regels:
        basis += STEEK * (1 + regel.wit)
        yield regel, basis


def kies_zetter(regels: list[Tekstregel]) -> Zetter:
    """Text out of a printed page has letters of their own width: which of the two explains best where lines end?"""
    vast, eigen = Zetter(vast=True), Zetter(vast=False)
    paren = [plek for plek, (een, ander) in enumerate(pairwise(regels)) if loopt_zeker_door(een, ander)]
    if len(paren) < MINSTE_PAREN:
        return vast
    return eigen if _verklaart(eigen, regels, paren) > _verklaart(vast, regels, paren) else vast


def loopt_zeker_door(een: Tekstregel, ander: Tekstregel) -> bool:
    """The second line goes on with the sentence of the first."""
    if ander.wit or een.streep or ander.streep or not een.kaal or not ander.kaal:
        return False
    boven, onder = _kaal_gezet(een.kaal[-KENMERKEND:]), _kaal_gezet(ander.kaal[:KENMERKEND])
    return not zin_uit(boven) and begint_klein(onder) and lees_merk(onder) is None and len(een.kaal) > 20


def sluit_aan(regels: list[Tekstregel]) -> None:
    """An empty line in the middle of a sentence comes from the printed page, not from its writer."""
    for een, ander in pairwise(regels):
        if ander.wit == 1 and loopt_zeker_door(een, replace(ander, wit=0)):
            ander.wit = 0


def _kaal_gezet(tekst: str) -> Zetregel:
    return Zetregel(1, [Woord(0, 1, 0, GROOTTE, False, woord) for woord in tekst.split()])


def _verklaart(zetter: Zetter, regels: list[Tekstregel], paren: list[int]) -> int:
    """How many lines end where the next word would not have fitted, by the widest line around them."""
    breedten = [zetter.breedte(regel.kaal) for regel in regels]
    doorlopend = set(paren)
    uit = 0
    for plek in paren:
        buren = range(max(0, plek - OMTREK), min(len(regels), plek + OMTREK))
        rand = max(breedten[buur] for buur in buren if buur in doorlopend)
        eerste = regels[plek + 1].kaal.split()[0]
        uit += breedten[plek] + zetter.spatie + zetter.breedte(eerste) > rand - 1
    return uit


def rand_van(zetter: Zetter, regels: list[Tekstregel], teksten: list[Zetregel], anders: float | None = None) -> float:
    """How far lines of a column may reach: as far as those that surely go on, without one that is far too long.

    Where few go on `anders` counts too; where none does, no line is full.
    """
    lang = sorted(
        gezet.x1 for (een, ander), gezet in zip(pairwise(regels), teksten, strict=False) if loopt_zeker_door(een, ander)
    )
    if not lang:
        verste = max((gezet.x1 for gezet in teksten), default=0.0)
        return verste + RUIMTE if anders is None else max(anders, verste)
    kern = lang[: max(1, len(lang) - len(lang) // 50)]
    grens = 1.25 * kern[len(kern) // 2]
    verste = max([x for x in kern if x <= grens] or kern) * (1 - zetter.ruim)
    return verste if anders is None or len(lang) >= GENOEG else max(verste, anders)
