"""What comes out of a file with metingen: a figure or a fault per cell, and first what kind of file it is."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import Decimaalteken
from app.reading.fouten import LeesFout
from app.reading.metingen.kolommen import Kolomkeuze

VOORBEELDRIJEN = 20
SCHEIDINGEN = {";": "puntkomma", ",": "komma", "\t": "tab"}


class OnbruikbaarBestand(LeesFout):
    """The file as a whole cannot be used; nothing of it may be stored."""


class Meetregel(NamedTuple):
    """One figure. `regel`: the line (CSV) or row (Excel) of the file, counted from 1.

    A named tuple, because a file has a million of them. `gebied`, `eenheid`, `bron` and `toelichting` are None where
    the file says nothing; the texts have single spaces and no invisible characters.
    """

    regel: int
    gebied: str | None
    indicator: str
    eenheid: str | None
    periode: Meetperiode
    reeks: Reekssoort
    waarde: Decimal
    voorlopig: bool
    bron: str | None
    toelichting: str | None


class Regelfout(NamedTuple):
    """Why one figure cannot be read. `kolom`: the heading as it stands in the file, "" for the whole row."""

    regel: int
    kolom: str
    zin: str


@dataclass(frozen=True, slots=True)
class Verkenning:
    """What a first look through the whole file found. Plain values, so that it can be kept until the import starts.

    `soort`: "csv" or "xlsx". `codering`, `scheiding` and `begin` (bytes before the text) are of a CSV file, `blad` is
    of an Excel file. `koprij`: the line of the headings. `koppen`: without the empty columns at the end.
    `aantal_regels`: rows under the headings that hold anything. `decimaaltekens`: by column, where it proves one.
    `open_regel`: the last line of a CSV file, when no line end closes it.
    `bezwaar`: a Dutch explanation when the file holds personal data; it may not be imported then, and `voorbeeldrijen`
    is empty. `waarschuwingen`: Dutch sentences about what is odd but can be read.
    """

    soort: str
    codering: str
    begin: int
    scheiding: str
    blad: str | None
    koprij: int
    koppen: tuple[str, ...]
    kolomkeuze: Kolomkeuze
    voorbeeldrijen: tuple[tuple[str, ...], ...]
    aantal_regels: int
    decimaaltekens: dict[int, Decimaalteken] = field(default_factory=dict)
    open_regel: int | None = None
    bezwaar: str | None = None
    waarschuwingen: tuple[str, ...] = ()

    @property
    def decimaalteken(self) -> Decimaalteken | None:
        """The sign that all columns with figures agree on; None where nothing proves one, or they differ."""
        bewezen = {self.decimaaltekens.get(w.kolom) for w in self.kolomkeuze.waardekolommen(self.koppen)} - {None}
        return bewezen.pop() if len(bewezen) == 1 else None

    @property
    def scheiding_in_woorden(self) -> str:
        return SCHEIDINGEN.get(self.scheiding, "")
