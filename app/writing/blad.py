"""What spreadsheets have in common, whatever program opens them: how much fits, and what stands beside the table.

A cell of Excel holds 32,767 characters. A longer text goes on in an extra column beside it ("tekst (vervolg)"), so that
nothing is lost and every row stays one row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap

from app.writing.document import Alinea, Document, Gegevens, Kolom, Lijst, Rij, Tabel, Waarde
from app.writing.nederlands import als_tekst, ingekort
from app.writing.rijenbestand import Rijenbestand

MAX_TEKENS = 32_767
MAX_RIJEN = 1_048_575  # below the header row
TOELICHTING_BREEDTES = [20, 90]

_EERSTE_DATUM = date(1900, 3, 1)  # before it Excel counts a day that never was


def past_als_datum(waarde: date) -> bool:
    """A day that not every program counts alike is written as text."""
    return waarde >= _EERSTE_DATUM


def past_als_getal(waarde: int | Decimal) -> bool:
    """Spreadsheets keep fifteen digits; a figure that would lose some is written as text."""
    cijfers = Decimal(waarde)
    return cijfers.is_finite() and len(cijfers.normalize().as_tuple().digits) <= 15 and abs(cijfers.adjusted()) < 300


def stukken_van(tekst: str) -> Iterator[str]:
    """The text in parts that each fit in one cell. Excel counts as UTF-16 does: an emoji takes two places."""
    begin = grootte = 0
    for plaats, teken in enumerate(tekst):
        breedte = 2 if ord(teken) > 0xFFFF else 1
        if grootte + breedte > MAX_TEKENS:
            yield tekst[begin:plaats]
            begin, grootte = plaats, 0
        grootte += breedte
    yield tekst[begin:]


@dataclass(frozen=True, slots=True)
class Blad:
    """A table that was seen from top to bottom. `breedtes`: of its columns, in characters; `stukken`: how many columns
    beside each other the texts of each need."""

    kolommen: tuple[Kolom, ...]
    rijen: Rijenbestand
    breedtes: list[int]
    stukken: list[int]


@contextmanager
def gemeten(gegevens: Gegevens | Tabel, programma: str) -> Iterator[Blad]:
    """`programma`: what is called by name when there are more rows than a sheet holds; that is a ValueError (Dutch)."""
    maten = [_Maat() for _ in gegevens.kolommen]
    with Rijenbestand() as rijen:
        for rij in gegevens.rijen:
            if rijen.aantal == MAX_RIJEN:
                raise ValueError(
                    f"{programma} kan hoogstens {MAX_RIJEN} rijen hebben. Kies csv of verklein de selectie."
                )
            for maat, waarde in zip(maten, rij, strict=True):
                maat.neem_op(waarde)
            rijen.leg_weg(rij)
        breedtes = [maat.breedte(kolom) for maat, kolom in zip(maten, gegevens.kolommen, strict=True)]
        yield Blad(gegevens.kolommen, rijen, breedtes, [maat.stukken for maat in maten])


@dataclass(slots=True)
class _Maat:
    """Of one column, as far as it was seen."""

    langste: int = 0
    stukken: int = 1

    def neem_op(self, waarde: Waarde) -> None:
        lengte = len(als_tekst(waarde))
        self.langste = max(self.langste, lengte)
        # Half the limit: no text below it needs a second cell, however many emoji it has.
        if isinstance(waarde, str) and lengte > MAX_TEKENS // 2:
            self.stukken = max(self.stukken, sum(1 for _ in stukken_van(waarde)))

    def breedte(self, kolom: Kolom) -> int:
        """What is in it, within bounds; long texts wrap."""
        return min(max(self.langste + 2, len(kolom.naam) + 5), 70 if self.langste > 100 else 28)


def kopteksten(blad: Blad) -> Iterator[str]:
    """Of every column, also of those that only go on with the one before them."""
    for kolom, aantal in zip(blad.kolommen, blad.stukken, strict=True):
        yield kolom.naam[:1].upper() + kolom.naam[1:]
        for vervolg in range(1, aantal):
            yield f"{kolom.naam} (vervolg)" if aantal == 2 else f"{kolom.naam} (vervolg {vervolg})"


def regels_van(waarden: Rij, breedtes: list[int]) -> int:
    """About how many lines the row takes. Figures and days always fit on one."""
    lange = ((w, b) for w, b in zip(waarden, breedtes, strict=True) if isinstance(w, str) and (len(w) > b or "\n" in w))
    return max((_regels(tekst, breedte) for tekst, breedte in lange), default=1)


def _regels(tekst: str, breedte: int) -> int:
    """About how many lines the text takes; no need to look further than the highest row."""
    tekens = round(breedte * 1.15)  # the width is counted in figures, and most letters are narrower
    delen = tekst[: tekens * 40].split("\n")
    return sum(len(wrap(deel, tekens)) or 1 if len(deel) > tekens else 1 for deel in delen)


def toelichting(document: Document) -> Iterator[tuple[str, str]]:
    """What the file shows, as rows of a name and a text."""
    regels = [
        ("Titel", document.titel),
        ("Ondertitel", document.ondertitel),
        ("Organisatie", document.organisatie),
        *document.titelblok,
        *(("" if nummer else "Toelichting", tekst) for nummer, tekst in enumerate(_inleiding(document))),
    ]
    for naam, inhoud in regels:
        for nummer, stuk in enumerate(stukken_van(inhoud)):
            yield ("" if nummer else ingekort(naam, 255)), stuk


def _inleiding(document: Document) -> Iterator[str]:
    """What the document says before its first heading, table or chart."""
    for blok in document.blokken:
        match blok:
            case Alinea(tekst=tekst):
                yield tekst
            case Lijst(regels=regels):
                yield from regels
            case _:
                return
