"""Builds files with metingen for the tests, and reads them."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
import xlsxwriter

from app.reading.metingen.lezen import (
    Kolomkeuze,
    Meetregel,
    OnbruikbaarBestand,
    Regelfout,
    Verkenning,
    lees_metingen,
    verken,
)

KOP = ("gebied", "indicator", "eenheid", "periode", "waarde", "bron")
RIJEN = (
    ("Dorpstad", "Wachttijd", "weken", "2019", "8,5", "Eigen telling"),
    ("Dorpstad", "Cliënten boven € 100", "aantal", "2020-H1", "1.234", "Café, het register"),
    ("Zeestad", "Aandeel", "procent", "jan-21", "8,3%", "Bron; met puntkomma"),
)
BLAD = "xl/worksheets/sheet1.xml"

Uitkomst = Meetregel | Regelfout
Vuller = Callable[[Any, Any], None]


def csv_tekst(rijen: Iterable[Sequence[str]], scheiding: str = ";", einde: str = "\r\n") -> str:
    def veld(tekst: str) -> str:
        nodig = any(teken in tekst for teken in (scheiding, '"', "\n", "\r"))
        return '"' + tekst.replace('"', '""') + '"' if nodig else tekst

    return "".join(scheiding.join(map(veld, rij)) + einde for rij in rijen)


def csv_bytes(*rijen: Sequence[str], scheiding: str = ";", einde: str = "\r\n", codering: str = "utf-8") -> bytes:
    return csv_tekst(rijen, scheiding, einde).encode(codering)


def xlsx_bytes(*rijen: Sequence[Any]) -> bytes:
    def vul(_boek: Any, blad: Any) -> None:
        for nummer, rij in enumerate(rijen):
            blad.write_row(nummer, 0, rij)

    return xlsx_van(vul)


def xlsx_van(vul: Vuller, **opties: Any) -> bytes:
    """A workbook of which `vul(boek, first sheet)` writes the cells."""
    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit, {"in_memory": True, **opties})
    vul(boek, boek.add_worksheet("Cijfers"))
    boek.close()
    return uit.getvalue()


def met_deel(inhoud: bytes, naam: str, hoe: Callable[[bytes], bytes]) -> bytes:
    """The same zip with one part changed."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for info in oud.infolist():
            deel = oud.read(info)
            nieuw.writestr(info.filename, hoe(deel) if info.filename == naam else deel)
    return uit.getvalue()


def verkend(inhoud: bytes, onthouden: dict[str, str] | None = None) -> Verkenning:
    return verken(io.BytesIO(inhoud), onthouden)


def gelezen(inhoud: bytes, keuze: Kolomkeuze | None = None) -> list[Uitkomst]:
    bestand = io.BytesIO(inhoud)
    return list(lees_metingen(bestand, verken(bestand), keuze))


def metingen(inhoud: bytes) -> list[Meetregel]:
    """Fails where the file has a fault."""
    uit = gelezen(inhoud)
    assert not fouten(uit)
    return [regel for regel in uit if isinstance(regel, Meetregel)]


def fouten(uit: Iterable[Uitkomst]) -> list[Regelfout]:
    return [regel for regel in uit if isinstance(regel, Regelfout)]


def kort(inhoud: bytes) -> list[tuple[str, str, str]]:
    """Indicator, period and value of every meting."""
    return [(m.indicator, m.periode.code, str(m.waarde)) for m in metingen(inhoud)]


def weigering(inhoud: bytes) -> str:
    with pytest.raises(OnbruikbaarBestand) as fout:
        gelezen(inhoud)
    zin = fout.value.zin
    assert zin.endswith(".")
    assert zin[0].isupper()
    return zin
