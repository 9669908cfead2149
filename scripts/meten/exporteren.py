"""Files: time and memory of each format, for one gemeente and for the region; each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from app.writing.formaten import FORMATEN
from config import PROJECT
from scripts.meten.stand import Stand

KEREN = 3


@dataclass(frozen=True, slots=True)
class Export:
    """`ms`: median of a whole request. `mb`: how much the peak of the process rose because of it."""

    bytes: int
    ms: float
    mb: float


@dataclass(frozen=True, slots=True)
class Exportmeting:
    formaat: str
    klein: Export
    groot: Export


def meet_exports(standen: dict[int, Stand], groot: int) -> Iterator[Exportmeting]:
    for formaat in FORMATEN:
        yield Exportmeting(formaat, _in_eigen_proces(standen[1], formaat), _in_eigen_proces(standen[groot], formaat))


def _in_eigen_proces(stand: Stand, formaat: str) -> Export:
    opdracht = [sys.executable, "-m", "scripts.meten.een_export", stand.url, stand.regio.rigg, formaat, str(KEREN)]
    uit = subprocess.run(opdracht, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Export(**json.loads(uit))
