"""Files: time and memory of each format, for one gemeente, a region and the country; each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.writing.formaten import FORMATEN
from config import PROJECT
from scripts.meten.een_export import OPDRACHTEN, REGIO
from scripts.meten.stand import Stand

REGIO_GROOTTE = 12
KEREN = 3
SOORTEN = (OPDRACHTEN, REGIO)


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


@dataclass(frozen=True, slots=True)
class Bestandsmeting:
    """`kanten`: of every number of gemeenten; None where the list is too long for the format."""

    soort: str
    formaat: str
    kanten: tuple[Export | None, ...]


def meet_exports(standen: dict[int, Stand], groottes: Sequence[int]) -> Iterator[Bestandsmeting]:
    for soort in SOORTEN:
        for formaat in FORMATEN:
            kanten = (_in_eigen_proces(standen[grootte], soort, formaat) for grootte in groottes)
            yield Bestandsmeting(soort, formaat, tuple(kanten))


def _in_eigen_proces(stand: Stand, soort: str, formaat: str) -> Export | None:
    """Once when it is large: then it says enough."""
    keren = KEREN if len(stand.regio.gemeenten) <= REGIO_GROOTTE else 1
    wat = (stand.url, stand.regio.rigg, soort, formaat, str(keren))
    opdracht = [sys.executable, "-m", "scripts.meten.een_export", *wat]
    uit = json.loads(subprocess.run(opdracht, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return Export(**uit) if uit else None
