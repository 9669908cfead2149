"""The trial: two servers, one on a database with one gemeente and one on the country."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from scripts.meten.land.meten import Kijker, Landmeting, meet_land
from scripts.meten.land.paginas import BESTANDEN, EIGEN, REGIO
from scripts.meten.land.server import server
from scripts.meten.stand import Stand
from tests.databases import laat_los


@dataclass(frozen=True, slots=True)
class Landproef:
    """`werkers`: MB of the workers that served the country; first without the files out, then with."""

    eigen: list[Landmeting]
    regio: list[Landmeting]
    bestanden: list[Landmeting]
    na_paginas: list[float]
    na_bestanden: list[float]


def doe_landproef(klein: Stand, land: Stand, keren: int) -> Landproef:
    with _kijker(klein) as een, _kijker(land) as alle:
        eigen, regio = (list(meet_land(een, alle, paginas, keren)) for paginas in (EIGEN, REGIO))
        na_paginas = alle.server.geheugen()
        bestanden = list(meet_land(een, alle, BESTANDEN, keren))
        return Landproef(eigen, regio, bestanden, na_paginas, alle.server.geheugen())


@contextmanager
def _kijker(stand: Stand) -> Iterator[Kijker]:
    laat_los(stand.app)  # what filled the database is not what is measured
    with server(stand.url) as gestart:
        yield Kijker(stand, gestart)
