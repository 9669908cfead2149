"""The neutral document: what a file says, apart from how any format writes it.

A query builds one of these; each writer turns it into one format. A new export is a new document, a new
format is one new writer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.stroom import Stroom
from app.domain.taal.datums import toon_datum
from app.domain.taal.tekst_verschil import Stuk
from app.writing.grafiek.staven import Staafgrafiek
from app.writing.grafiek.waarden import Lijngrafiek
from app.writing.huisstijl import Huisstijl

Waarde = str | int | Decimal | date | None
Rij = tuple[Waarde, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; `niveau` 1 is the highest below the title. `bladzijde`: it begins a new page."""

    tekst: str
    niveau: int = 1
    merk: str = ""
    bladzijde: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    tekst: str
    stil: bool = False  # a remark beside the main text, such as a legend
    vet: bool = False  # heads what follows, where a heading would be too much
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Lijst:
    """With bullets. `merken`: none, or one for every line."""

    regels: tuple[str, ...]
    merken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nummerpunt:
    """A line with a number, or with a letter below the number before it."""

    tekst: str
    nummer: int = 0
    letter: str = ""
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Genummerd:
    """A list that is numbered by the program that shows it, exactly as the numbers say: with gaps and all."""

    punten: tuple[Nummerpunt, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """`breedte` is a share: columns of 1 and 3 take a quarter and three quarters of the line.

    `getal`: texts in it are figures that were written out ("€ 1.234"), to be set as figures are.
    """

    naam: str
    breedte: float = 1
    getal: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """`titel` names the table for who cannot see it; the first column is the row's heading.

    `ondergeschikt`: places in `rijen` (from 0) of rows that belong to a row above them; pages may indent those.
    `merken`: none, or for every row the marks of its first cells.
    """

    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    ondergeschikt: frozenset[int] = frozenset()
    merken: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Gegevens:
    """A table to sort and filter. It may be long: a Stroom of rows is never in memory as a whole."""

    kolommen: tuple[Kolom, ...]
    rijen: Iterable[Rij]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart and the same figures as a table, which formats without pictures show alone."""

    beeld: Lijngrafiek | Staafgrafiek
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class Kaderrij:
    """A label with what stands beside it. `uitleg`: a remark below the label."""

    label: str
    blokken: tuple["Alinea | Lijst | Genummerd", ...]
    uitleg: str = ""
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Kader:
    """A table of two columns, labels and texts, as policy notes are laid out. `titel` as of a Tabel."""

    titel: str
    rijen: tuple[Kaderrij, ...]


@dataclass(frozen=True, slots=True)
class Spoor:
    """A line with its changes marked: the pieces that stayed, went and came. `kop` names it ("Doel 3").
    `ondergeschikt`: it belongs to the line above it."""

    stukken: tuple[Stuk, ...]
    kop: str = ""
    ondergeschikt: bool = False


Blok = Kop | Alinea | Lijst | Genummerd | Tabel | Kader | Grafiek | Spoor


@dataclass(frozen=True, slots=True)
class Document:
    """`blokken`: for formats that are read as pages. `gegevens`: one flat table, for formats that are sorted and
    filtered (xlsx, ods, csv). `structuur`: plain dicts and lists, or the names and values of one, for json; a list in
    it may be a Stroom. All three carry the same facts, and a file needs only one of them: what is a Stroom is not made
    before it is asked for. They are gone through more than once, so an iterator will not do.
    `inhoudsopgave`: the highest headings are listed at the start.
    A `merk` is a hidden mark by which a text document is recognised when it comes back; formats that nobody edits and
    sends back pass it over. `merken`: those of the title ("titel") and of the kenmerken, by name. `eigenschappen`:
    hidden properties of the file. `datumregel`: False when the datum is that of the file and not of what it is about.
    """

    titel: str
    ondertitel: str
    organisatie: str
    datum: date
    blokken: Iterable[Blok]
    gegevens: Gegevens | Tabel
    structuur: Mapping[str, Any] | Stroom[tuple[str, Any]] = field(default_factory=dict)
    kenmerken: tuple[tuple[str, str], ...] = ()  # under the title: ("Opdrachtnemer", "RIGG"), ...
    liggend: bool = False
    inhoudsopgave: bool = False
    datumregel: bool = True
    merken: Mapping[str, str] = field(default_factory=dict)
    eigenschappen: tuple[tuple[str, str], ...] = ()
    huisstijl: Huisstijl = field(default_factory=Huisstijl)

    @property
    def titelblok(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title, as names and values."""
        datum = (("Datum", toon_datum(self.datum)),) if self.datumregel else ()
        return (*datum, *self.kenmerken)
