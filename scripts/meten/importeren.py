"""Figures from a file: reading and comparing them, and taking them over, once into nothing and once when all is there.

The file is that of a country: per gemeente 30 indicatoren of 100 months, so 342 gemeenten give 1,026,000 figures.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config import PROJECT
from tests.databases import Databases

INDICATOREN, MAANDEN = 30, 100
PER_GEMEENTE = INDICATOREN * MAANDEN
EENHEDEN = ("aantal", "procent", "euro")
EERSTE, WEER = "in een lege database", "hetzelfde bestand nog een keer"


@dataclass(frozen=True, slots=True)
class Importmeting:
    """`lezen` (with comparing) and `overnemen` in seconds; `mb_lezen` and `mb`: how much the peak of the process rose
    while reading, and in all."""

    naam: str
    regels: int
    nieuw: int
    gelijk: int
    lezen: float
    overnemen: float
    mb_lezen: float
    mb: float


def meet_importeren(databases: Databases, metingen: int) -> Iterator[Importmeting]:
    """Each in a process of its own."""
    url = databases.kopie(gevuld=False)
    try:
        with tempfile.TemporaryDirectory() as map_:
            bestand = Path(map_) / "cijfers.csv"
            regels = schrijf_bestand(bestand, metingen)
            for naam in (EERSTE, WEER):
                opdracht = [sys.executable, "-m", "scripts.meten.een_import", url, str(bestand)]
                uit = subprocess.run(opdracht, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout
                yield Importmeting(naam, regels, **json.loads(uit))
    finally:
        databases.gooi_weg(url)


def schrijf_bestand(bestand: Path, metingen: int) -> int:
    """As many as asked, whole gemeenten at a time; how many that became."""
    gemeenten = max(1, -(-metingen // PER_GEMEENTE))
    with bestand.open("w", encoding="utf-8") as uit:
        uit.write("gebied;indicator;eenheid;periode;waarde;bron\n")
        for gemeente in range(gemeenten):
            uit.writelines(_regels(gemeente))
    return gemeenten * PER_GEMEENTE


def _regels(gemeente: int) -> Iterator[str]:
    for nummer in range(INDICATOREN):
        eenheid = EENHEDEN[nummer % len(EENHEDEN)]
        for maand in range(MAANDEN):
            getal = (gemeente * 7919 + nummer * 104_729 + maand * 31) % 100_000
            waarde = f"{getal % 100},{getal % 10}" if eenheid == "procent" else str(getal)
            periode = f"{2012 + maand // 12}-{maand % 12 + 1:02}"
            yield f"Gemeente {gemeente:03};Meetcijfer {nummer:02};{eenheid};{periode};{waarde};Eigen telling\n"
