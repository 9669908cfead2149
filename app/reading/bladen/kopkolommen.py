"""Tables without lines below a row that names their columns: "Maatregel | Voortgang | Planning" of a progress report.

The heads tell where the columns begin, so no line below has to be guessed at; only the rows are left to find.
"""

from dataclasses import dataclass
from itertools import pairwise

from app.reading.bladen.blad import Woord, Zetregel
from app.reading.bladen.segmenten import GELIJK
from app.reading.voortgang.kolommen import Kolom, herken_kolom

LOS = 0.7  # of the size: more room than between two words
RECHT = 1.0
MINST = 3  # columns: fewer are found without their heads
_LEIDEND = {Kolom.VOORTGANG, Kolom.PLANNING, Kolom.STATUS}


@dataclass(slots=True)
class Kopkolommen:
    """`xs`: where the columns begin, from the left."""

    xs: list[float]

    def deel(self, regel: Zetregel) -> dict[int, Zetregel]:
        """The line in parts, by the column they stand in."""
        delen: dict[int, Zetregel] = {}
        for woord in regel.woorden:
            kolom = max((k for k, x in enumerate(self.xs) if woord.x0 >= x - GELIJK), default=0)
            delen.setdefault(kolom, Zetregel(regel.blad, [])).woorden.append(woord)
        return delen

    def past(self, regel: Zetregel) -> bool:
        """Whether no running text of the line goes over the room between two columns."""
        return regel.x0 >= self.xs[0] - GELIJK and not any(self._kruist(regel, x) for x in self.xs[1:])

    @staticmethod
    def _kruist(regel: Zetregel, x: float) -> bool:
        links = [woord for woord in regel.woorden if woord.x0 < x - GELIJK]
        rechts = [woord for woord in regel.woorden if woord.x0 >= x - GELIJK]
        if links and links[-1].x1 > x:
            return True
        begint = bool(rechts) and abs(rechts[0].x0 - x) <= RECHT
        return bool(links and rechts) and not begint and rechts[0].x0 - links[-1].x1 < LOS * regel.grootte


def lees_kopregel(regel: Zetregel) -> Kopkolommen | None:
    """None for a line that names no columns. The first part may name the thema instead."""
    delen = _stukken(regel)
    if len(delen) < MINST:
        return None
    soorten = [herken_kolom(" ".join(woord.tekst for woord in deel)) for deel in delen]
    bekend = {soort for soort in soorten if soort is not None}
    if len(bekend) < 2 or not bekend & _LEIDEND or soorten[1:].count(None) > 1:
        return None
    return Kopkolommen([deel[0].x0 for deel in delen])


def _stukken(regel: Zetregel) -> list[list[Woord]]:
    delen = [[regel.woorden[0]]]
    for een, ander in pairwise(regel.woorden):
        if ander.x0 - een.x1 > LOS * regel.grootte:
            delen.append([])
        delen[-1].append(ander)
    return delen
