"""Opens a file with metingen, whatever its kind, as rows of cells with their line."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from app.reading.csv.codering import NAMEN, Codering, bepaal_codering
from app.reading.csv.rijen import als_tekst, lees_records
from app.reading.csv.scheiding import kies_scheiding
from app.reading.metingen.gelezen import OnbruikbaarBestand, Verkenning
from app.reading.metingen.koprij import ZOEK_IN, Koprij, te_breed, vind_koprij
from app.reading.metingen.soort import herken
from app.reading.metingen.tekst import Cel
from app.reading.xlsx.boek import Blad, Boek, open_boek
from app.reading.xlsx.rijen import lees_blad

Rij = tuple[int, list[Cel] | str]
MEESTE_BLADEN = 20
_MONSTER_REGELS, _MONSTER_TEKENS = 400, 256 * 1024


@dataclass(frozen=True, slots=True)
class Bron:
    """Where the rows stand in the file and how they are read; see Verkenning for the fields."""

    soort: str
    kop: Koprij
    codering: str = ""
    begin: int = 0
    scheiding: str = ""
    open_einde: bool = False
    blad: str | None = None
    waarschuwingen: tuple[str, ...] = ()


def open_bron(bestand: BinaryIO, onthouden: dict[str, str] | None) -> Bron:
    """Raises OnbruikbaarBestand when there is nothing with columns in it."""
    pakket = herken(bestand)
    if pakket is not None:
        return _open_boek(open_boek(pakket), onthouden)
    codering = bepaal_codering(bestand)
    indeling = kies_scheiding(_monster(bestand, codering), onthouden)
    if indeling.kop.te_breed:
        raise OnbruikbaarBestand(te_breed(indeling.kop.regel))
    return Bron("csv", indeling.kop, codering.naam, codering.begin, indeling.scheiding, codering.open_einde)


def lees_rijen(bestand: BinaryIO, bron: Bron | Verkenning) -> Iterator[Rij]:
    """Every row from the top, each with its line. A str instead of cells says what is wrong with that row."""
    if bron.soort == "csv":
        yield from lees_records(bestand, bron.codering, bron.begin, bron.scheiding)  # type: ignore[misc]
        return
    pakket = herken(bestand)
    boek = open_boek(pakket) if pakket else None
    blad = next((blad for blad in boek.bladen if blad.naam == bron.blad), None) if boek else None
    if boek is None or blad is None:
        raise OnbruikbaarBestand("Het bestand is een ander dan eerst; lees het opnieuw in.")
    yield from lees_blad(boek, blad)


def codering_in_woorden(codering: str) -> str:
    return NAMEN.get(codering, "")


def _monster(bestand: BinaryIO, codering: Codering) -> list[str]:
    """The first lines, with their line ends."""
    regels: list[str] = []
    tekens = 0
    with als_tekst(bestand, codering.naam, codering.begin) as tekst:
        for regel in islice(tekst, _MONSTER_REGELS):
            regels.append(regel)
            tekens += len(regel)
            if tekens > _MONSTER_TEKENS:
                break
    return regels


def _open_boek(boek: Boek, onthouden: dict[str, str] | None) -> Bron:
    """The first sheet that is headed for metingen; else the first visible one with columns."""
    zichtbaar = [blad for blad in boek.bladen if not blad.verborgen][:MEESTE_BLADEN]
    gevonden = [(blad, kop) for blad in zichtbaar if (kop := _koprij(boek, blad, onthouden))]
    if not gevonden:
        raise OnbruikbaarBestand(_geen_koppen(boek, zichtbaar))
    zeker = [(blad, kop) for blad, kop in gevonden if kop.zeker]
    blad, kop = (zeker or gevonden)[0]
    return Bron("xlsx", kop, blad=blad.naam, waarschuwingen=_over_bladen(blad, [blad for blad, _ in zeker]))


def _koprij(boek: Boek, blad: Blad, onthouden: dict[str, str] | None) -> Koprij | None:
    return vind_koprij(list(islice(lees_blad(boek, blad), ZOEK_IN)), onthouden)


def _geen_koppen(boek: Boek, zichtbaar: list[Blad]) -> str:
    if not zichtbaar:
        return "Alle bladen van het Excel-bestand zijn verborgen. Maak het blad met de cijfers zichtbaar."
    namen = " en ".join(f"'{blad.naam}'" for blad in zichtbaar[:3])
    return f"Op {namen} staan geen kolommen. Zet koppen zoals indicator, periode en waarde boven de cijfers."


def _over_bladen(gekozen: Blad, zeker: list[Blad]) -> tuple[str, ...]:
    anders = [f"'{blad.naam}'" for blad in zeker if blad is not gekozen]
    if not anders:
        return ()
    return (f"Alleen het blad '{gekozen.naam}' wordt gelezen; ook op {', '.join(anders[:5])} staan metingen.",)
