"""The neutral document: what a file says, apart from how any format writes it.

A query builds one of these; each writer turns it into one format. A new export is a new document, a new
format is one new writer.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.writing.grafiek.waarden import Lijngrafiek

Waarde = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; `niveau` 1 is the highest below the title."""

    tekst: str
    niveau: int = 1


@dataclass(frozen=True, slots=True)
class Alinea:
    tekst: str
    stil: bool = False  # a remark beside the main text, such as a legend


@dataclass(frozen=True, slots=True)
class Lijst:
    regels: tuple[str, ...]


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
    """

    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    ondergeschikt: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart and the same figures as a table, which formats without pictures show alone."""

    lijn: Lijngrafiek
    tabel: Tabel


Blok = Kop | Alinea | Lijst | Tabel | Grafiek


@dataclass(frozen=True, slots=True)
class Document:
    """`blokken`: for formats that are read as pages. `gegevens`: one flat table, for formats that are sorted and
    filtered (xlsx, csv). `structuur`: plain dicts and lists, for json. All three carry the same facts.
    `inhoudsopgave`: the highest headings are listed at the start.
    """

    titel: str
    ondertitel: str
    organisatie: str
    datum: date
    blokken: tuple[Blok, ...]
    gegevens: Tabel
    structuur: dict[str, Any] = field(default_factory=dict)
    kenmerken: tuple[tuple[str, str], ...] = ()  # under the title: ("Opdrachtnemer", "RIGG"), ...
    liggend: bool = False
    inhoudsopgave: bool = False
