"""What spreadsheets have in common, whatever program opens them: how much fits, and what stands beside the table.

A cell of Excel holds 32,767 characters. A longer text goes on in an extra column beside it ("tekst (vervolg)"), so that
nothing is lost and every row stays one row.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from textwrap import wrap

from app.writing.document import Alinea, Document, Genummerd, Grafiek, Kader, Kop, Lijst, Tabel, Waarde
from app.writing.nederlands import als_tekst, ingekort

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


def aantal_stukken(tabel: Tabel, kolom: int) -> int:
    """How many columns beside each other the texts of one column need."""
    # Half the limit: no text below it needs a second cell, however many emoji it has.
    lange = (rij[kolom] for rij in tabel.rijen)
    return max(
        (sum(1 for _ in stukken_van(w)) for w in lange if isinstance(w, str) and len(w) > MAX_TEKENS // 2), default=1
    )


def kopteksten(tabel: Tabel, stukken: list[int]) -> Iterator[str]:
    """Of every column, also of those that only go on with the one before them."""
    for kolom, aantal in zip(tabel.kolommen, stukken, strict=True):
        yield kolom.naam[:1].upper() + kolom.naam[1:]
        for vervolg in range(1, aantal):
            yield f"{kolom.naam} (vervolg)" if aantal == 2 else f"{kolom.naam} (vervolg {vervolg})"


def kolombreedtes(tabel: Tabel) -> list[int]:
    """Per column, in characters: what is in it, within bounds; long texts wrap."""
    gevonden = []
    for nummer, kolom in enumerate(tabel.kolommen):
        langste = max((len(als_tekst(rij[nummer])) for rij in tabel.rijen), default=0)
        gevonden.append(min(max(langste + 2, len(kolom.naam) + 5), 70 if langste > 100 else 28))
    return gevonden


def regels_van(waarden: tuple[Waarde, ...], breedtes: list[int]) -> int:
    """About how many lines the row takes."""
    return max((_regels(als_tekst(w), b) for w, b in zip(waarden, breedtes, strict=True)), default=1)


def _regels(tekst: str, breedte: int) -> int:
    """About how many lines the text takes; no need to look further than the highest row."""
    tekens = round(breedte * 1.15)  # the width is counted in figures, and most letters are narrower
    return sum(max(1, len(wrap(regel, tekens))) for regel in tekst[: tekens * 40].split("\n"))


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
            case Kop() | Genummerd() | Tabel() | Kader() | Grafiek():
                return
