"""Which row of tables that came back is about which maatregel of what was handed out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.koppeling import Plek, koppel
from app.domain.voortgang.tabel import Maatregelrijen, Tabellen, Themarijen
from app.reading.terug.kern import zelfde
from app.reading.terug.voortgang_gelezen import Tabelrij


@dataclass(frozen=True, slots=True)
class Benoemd:
    """A row that names a maatregel, with what it names."""

    rij: Tabelrij
    thema_nummer: int
    letter: str
    naam: str


class Maatregelkoppelaar:
    """A mark goes before everything, unless the name of its maatregel stands to the letter in a row without one:
    then the mark went along with a row that was copied. What lost its mark is known by its name, and by its thema and
    letter when names are alike. A letter alone never makes two the same."""

    def __init__(self, basis: Tabellen, meld: Callable[[Tabelrij, str], None]) -> None:
        self.bekend: dict[str, tuple[Themarijen, Maatregelrijen]] = {
            maatregel.merk: (thema, maatregel) for thema, maatregel in basis.plekken()
        }
        self._van_regel = {rij.merk: m.merk for _, m in basis.plekken() for rij in m.rijen}
        self._meld = meld
        self._van: dict[int, str] = {}

    def eigenaar(self, regel_merk: str) -> str:
        return self._van_regel.get(regel_merk, "")

    def koppel(self, benoemd: Sequence[Benoemd]) -> dict[int, str]:
        """By the id() of the row; what is new is not in it."""
        for merk_van in (self._op_naam_gemerkt, self._gemerkt, self._op_regel):
            for item in benoemd:
                self._neem(item, merk_van(item, benoemd))
        self._zonder_merk([item for item in benoemd if id(item.rij) not in self._van])
        return self._van

    def _neem(self, item: Benoemd, merk: str) -> None:
        if merk in self.bekend and merk not in self._van.values() and id(item.rij) not in self._van:
            self._van[id(item.rij)] = merk

    def _is(self, item: Benoemd, merk: str) -> bool:
        return merk in self.bekend and zelfde(item.naam, self.bekend[merk][1].naam)

    def _op_naam_gemerkt(self, item: Benoemd, _alle: Sequence[Benoemd]) -> str:
        return item.rij.maatregel_merk if self._is(item, item.rij.maatregel_merk) else ""

    def _gemerkt(self, item: Benoemd, alle: Sequence[Benoemd]) -> str:
        merk = item.rij.maatregel_merk
        verdwaald = any(self._is(ander, merk) for ander in alle if not ander.rij.maatregel_merk)
        return "" if verdwaald else merk

    def _op_regel(self, item: Benoemd, _alle: Sequence[Benoemd]) -> str:
        return "" if item.rij.maatregel_merk else self.eigenaar(item.rij.regel_merk)

    def _zonder_merk(self, benoemd: list[Benoemd]) -> None:
        over = [(t, m) for merk, (t, m) in self.bekend.items() if merk not in self._van.values()]
        # With a merk of their own on both sides the place alone makes no pair.
        oud = [Plek(f"{t.nummer}{m.letter}", m.naam, f"oud {m.merk}") for t, m in over]
        nieuw = [Plek(f"{b.thema_nummer}{b.letter}", b.naam, f"nieuw {plek}") for plek, b in enumerate(benoemd)]
        for item, i in zip(benoemd, koppel(oud, nieuw), strict=True):
            if i is None:
                continue
            thema, maatregel = over[i]
            self._neem(item, maatregel.merk)
            if not zelfde(item.naam, maatregel.naam):
                self._meld(
                    item.rij,
                    f"de rij ‘{item.naam}’ heeft geen verborgen merk meer en is gelezen als {thema.noem(maatregel)}, "
                    "omdat de naam daarop lijkt. Klopt dat niet, weiger dan wat er bij die maatregel staat.",
                )
