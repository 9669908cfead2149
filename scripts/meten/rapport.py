"""The half-year report as a file: with one chart and with thirty; each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator

from config import PROJECT
from scripts.meten.exporteren import KEREN, Export, Exportmeting

FORMATEN = ("docx", "odt", "pdf")
GRAFIEKEN = 30


def meet_rapporten() -> Iterator[Exportmeting]:
    for formaat in FORMATEN:
        yield Exportmeting(formaat, _in_eigen_proces(1, formaat), _in_eigen_proces(GRAFIEKEN, formaat))


def _in_eigen_proces(grafieken: int, formaat: str) -> Export:
    opdracht = [sys.executable, "-m", "scripts.meten.een_rapport", str(grafieken), formaat, str(KEREN)]
    uit = subprocess.run(opdracht, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Export(**json.loads(uit))
