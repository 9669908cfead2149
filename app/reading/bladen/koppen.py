"""Which lines are headings: larger than the running text, and how high they stand among each other."""

from collections import Counter
from collections.abc import Iterable

from app.reading.bladen.blad import Zetregel

LANGSTE_KOP = 160
GROTER = 1.06
VEEL_GROTER = 1.12
MEESTE_NIVEAUS = 9


class Koppen:
    """`basis`: the size of the running text."""

    def __init__(self, regels: Iterable[Zetregel]) -> None:
        tekens: Counter[float] = Counter()
        vette: Counter[float] = Counter()
        for regel in regels:
            maat = _maat(regel)
            tekens[maat] += len(regel.tekst)
            vette[maat] += len(regel.tekst) if regel.vet else 0
        self.basis = tekens.most_common(1)[0][0] if tekens else 10.0
        groot = [maat for maat, aantal in tekens.items() if self._is_kop(maat, vette[maat] > aantal / 2)]
        # What fills a large part of the document is text, not headings.
        totaal = sum(tekens.values())
        self._maten = sorted((maat for maat in groot if tekens[maat] < totaal / 4), reverse=True)

    def _is_kop(self, maat: float, vet: bool) -> bool:
        return maat > self.basis * (GROTER if vet else VEEL_GROTER)

    def niveau(self, regels: list[Zetregel], tekst: str) -> int | None:
        """1 for the largest size; None for running text."""
        maat = _maat(regels[0])
        if maat not in self._maten or len(tekst) > LANGSTE_KOP or tekst.endswith((".", ";")):
            return None
        return min(self._maten.index(maat) + 1, MEESTE_NIVEAUS)


def _maat(regel: Zetregel) -> float:
    return round(regel.grootte * 2) / 2
