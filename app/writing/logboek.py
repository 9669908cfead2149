"""The logboek as a file. Long ones are written as they are read (csv, json); a spreadsheet holds a limited number."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO

from app.writing.csv import cel
from app.writing.document import Alinea, Document, Kolom, Tabel
from app.writing.schoon import schone_tekst

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
    tabel = Tabel("Logboek", KOLOMMEN, tuple(rijen))
    return Document(
        titel="Logboek",
        ondertitel="Wie wat wanneer wijzigde",
        organisatie=opgave.organisatie,
        datum=opgave.datum,
        kenmerken=opgave.kenmerken,
        blokken=(Alinea("De nieuwste regel staat bovenaan.", stil=True), tabel),
        gegevens=tabel,
        structuur={"regels": [dict(zip(NAMEN, rij, strict=True)) for rij in tabel.rijen]},
        liggend=True,
    )


def csv_stroom(rijen: Iterable[Rij]) -> Iterator[bytes]:
    """The same bytes as the csv of `logboek_document`, piece by piece."""
    blad = StringIO(newline="")
    schrijver = csv.writer(blad, delimiter=";", lineterminator="\r\n")
    yield "\ufeff".encode()
    schrijver.writerow([cel(kolom.naam) for kolom in KOLOMMEN])
    for rij in rijen:
        schrijver.writerow([cel(schone_tekst(waarde)) for waarde in rij])
        if blad.tell() > 16_000:
            yield _neem(blad)
    yield _neem(blad)


def _neem(blad: StringIO) -> bytes:
    tekst = blad.getvalue()
    blad.seek(0)
    blad.truncate()
    return tekst.encode()


def json_stroom(opgave: Opgave, rijen: Iterable[Rij]) -> Iterator[bytes]:
    """One object, with the lines last."""
    kop = {
        "titel": "Logboek",
        "organisatie": opgave.organisatie,
        "datum": opgave.datum.isoformat(),
        "kenmerken": dict(opgave.kenmerken),
    }
    begin = json.dumps(kop, ensure_ascii=False)
    yield f'{begin[:-1]}, "regels": ['.encode()
    for nummer, rij in enumerate(rijen):
        regel = {naam: schone_tekst(waarde) for naam, waarde in zip(NAMEN, rij, strict=True)}
        yield f"{',' if nummer else ''}\n{json.dumps(regel, ensure_ascii=False)}".encode()
    yield b"\n]}\n"
