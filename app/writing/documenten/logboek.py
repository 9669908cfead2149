"""The logboek as a file, of any length: it is made and written a line at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.stroom import Stroom
from app.writing.document import Alinea, Blok, Document, Gegevens, Kolom, Kop, Tabel

KOLOMMEN = (
    Kolom("Wanneer", 2),
    Kolom("Wie", 2),
    Kolom("Hoe", 2),
    Kolom("Waarover", 2),
    Kolom("Wat", 4),
    Kolom("Oud", 4),
    Kolom("Nieuw", 4),
)
NAMEN = ("wanneer", "wie", "hoe", "waarover", "wat", "oud", "nieuw")


@dataclass(frozen=True, slots=True)
class Opgave:
    """What a file is about."""

    organisatie: str
    datum: date
    kenmerken: tuple[tuple[str, str], ...] = ()


# In the order of KOLOMMEN, all in words.
Rij = tuple[str, str, str, str, str, str, str]


def logboek_document(opgave: Opgave, rijen: Iterable[Rij]) -> Document:
    """`rijen`: the newest first; a Stroom."""
    return Document(
        titel="Logboek",
        ondertitel="Wie wat wanneer wijzigde",
        organisatie=opgave.organisatie,
        datum=opgave.datum,
        kenmerken=opgave.kenmerken,
        blokken=Stroom(lambda: _inhoud(rijen)),
        gegevens=Gegevens(KOLOMMEN, rijen),
        structuur={"regels": Stroom(lambda: (dict(zip(NAMEN, rij, strict=True)) for rij in rijen))},
        liggend=True,
    )


def _inhoud(rijen: Iterable[Rij]) -> Iterator[Blok]:
    yield Alinea("De nieuwste regel staat bovenaan.", stil=True)
    yield Kop("Regels")  # a sheet looks no further than here, and all lines are below it
    yield Tabel("Logboek", KOLOMMEN, tuple(rijen))
