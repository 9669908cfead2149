"""The rows of one Excel sheet, one by one: every cell as text or as an exact number."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from openpyxl.utils.cell import column_index_from_string, get_column_letter
from openpyxl.utils.escape import unescape

from app.reading.csv.codering import LANGSTE_RECORD, te_lang
from app.reading.metingen.gelezen import OnbruikbaarBestand
from app.reading.metingen.koprij import MEESTE_KOLOMMEN, te_breed
from app.reading.metingen.tekst import Cel
from app.reading.xlsx.boek import Blad, Boek, Getalsoort
from app.reading.xlsx.pakket import Ontleder
from app.reading.xlsx.samengevoegd import zoek_samengevoegd

MEESTE_RIJEN = 1_048_576
Rij = tuple[int, list[Cel]]

_EERSTE_DAG = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_DATUMVORMEN = {Getalsoort.DAG: "%Y-%m-%d", Getalsoort.MAAND: "%Y-%m", Getalsoort.JAAR: "%Y"}
# Excel itself keeps fifteen digits; what a float has behind them is noise.
_CIJFERS = ".15g"


class FormuleZonderUitkomst(str):
    """A formula of which the file does not hold the outcome."""

    __slots__ = ()


def lees_blad(boek: Boek, blad: Blad) -> Iterator[Rij]:
    """Rows that hold anything, with their number. Raises OnbruikbaarBestand when the sheet is damaged or too wide."""
    samengevoegd = zoek_samengevoegd(boek.pakket, blad.deel, MEESTE_KOLOMMEN)
    lezer = _Bladlezer(boek, blad)
    for _ in lezer.blokken():
        for regel, cellen in lezer.rijen:
            samengevoegd.vul(regel, cellen)
            if any(cellen):
                yield regel, cellen
        lezer.rijen.clear()


class _Bladlezer(Ontleder):
    """Gathers in `rijen` what the last block of XML held. Does little per element: a sheet may have ten million."""

    def __init__(self, boek: Boek, blad: Blad) -> None:
        super().__init__(boek.pakket, blad.deel)
        self.boek = boek
        self.rijen: list[Rij] = []
        self.rij: list[Cel] = []
        self.regel = self.kolom = self.tekens = self.stijl = 0
        self.soort = "n"
        self.formule = self.lezend = False
        self.ruw = ""
        self._kolommen: dict[str, int] = {}

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "c":
            self._begin_cel(kenmerken)
        elif naam in ("v", "t"):
            self.lezend = True
        elif naam == "f":
            self.formule = True
        elif naam == "row":
            self._begin_rij(kenmerken)

    def eind(self, naam: str) -> None:
        if naam == "c":
            self._bewaar()
        elif naam in ("v", "t"):
            self.lezend = False
        elif naam == "row":
            self.rijen.append((self.regel, self.rij))
            self.rij = []

    def tekst(self, tekst: str) -> None:
        if self.lezend:
            self.tekens += len(tekst)
            if self.tekens > LANGSTE_RECORD:
                raise OnbruikbaarBestand(te_lang(self.regel))
            self.ruw += tekst

    def _begin_rij(self, kenmerken: dict[str, str]) -> None:
        nummer = kenmerken.get("r")
        self.regel = int(nummer) if nummer else self.regel + 1
        if not 0 < self.regel <= MEESTE_RIJEN:
            raise ValueError(nummer)
        self.kolom = self.tekens = 0
        self.rij = []

    def _begin_cel(self, kenmerken: dict[str, str]) -> None:
        plek = kenmerken.get("r")
        self.kolom = self._kolom_van(plek) if plek else self.kolom + 1
        self.soort = kenmerken.get("t", "n")
        self.stijl = int(kenmerken.get("s", 0))
        self.formule = False
        self.ruw = ""

    def _kolom_van(self, plek: str) -> int:
        letters = plek.rstrip("0123456789")
        kolom = self._kolommen.get(letters)
        if kolom is None:
            kolom = self._kolommen[letters] = column_index_from_string(letters)
        return kolom

    def _bewaar(self) -> None:
        cel = self._waarde(self.ruw)
        if not cel:
            return
        if self.kolom > MEESTE_KOLOMMEN:
            raise OnbruikbaarBestand(te_breed(self.regel))
        rij = self.rij
        while len(rij) < self.kolom - 1:
            rij.append("")
        if len(rij) < self.kolom:
            rij.append(cel)
        else:
            rij[self.kolom - 1] = cel

    def _waarde(self, ruw: str) -> Cel:
        if not ruw:
            return FormuleZonderUitkomst("=") if self.formule else ""
        if self.soort == "s":
            return self.boek.teksten[int(ruw)]
        if self.soort == "b":
            return "ja" if ruw.strip() in ("1", "true") else "nee"
        if self.soort != "n":
            return unescape(ruw)
        return self._getal(ruw)

    def _getal(self, ruw: str) -> Cel:
        """Zero is a figure too; a Decimal of it would count as an empty cell."""
        soort = self.boek.soorten[self.stijl] if self.stijl < len(self.boek.soorten) else Getalsoort.GETAL
        if soort in _DATUMVORMEN:
            return _datum(ruw, soort, self.boek.vanaf_1904)
        waarde = exact_getal(ruw)
        if waarde is None or not waarde:
            return ruw if waarde is None else "0"
        return waarde * 100 if soort is Getalsoort.PROCENT else waarde


def exact_getal(ruw: str) -> Decimal | None:
    """The number that Excel shows for the float it keeps: 8.3000000000000007 is 8.3. None for what is no number."""
    if ruw.isascii() and ruw.isdigit() and len(ruw) <= 15:
        return Decimal(ruw)
    try:
        waarde = Decimal(format(float(ruw), _CIJFERS))
    except (ValueError, OverflowError):
        return None
    return waarde if waarde.is_finite() else None


def celnaam(kolom: int, regel: int) -> str:
    """`E12`, from a column counted from 0."""
    return f"{get_column_letter(kolom + 1)}{regel}"


def _datum(ruw: str, soort: Getalsoort, vanaf_1904: bool) -> str:
    """What is outside the calendar stays the number that it is, and is refused where a date must stand."""
    try:
        dag = _EERSTE_DAG[vanaf_1904] + timedelta(days=int(float(ruw)))
    except (ValueError, OverflowError):
        return ruw
    return dag.strftime(_DATUMVORMEN[soort])
