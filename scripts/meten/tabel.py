"""What was measured as tables of plain text, that are also tables in Markdown."""

import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from scripts.meten.exporteren import Bestandsmeting, Exportmeting
from scripts.meten.herinneringen import Rondemeting
from scripts.meten.importeren import Importmeting
from scripts.meten.lezen import Leesmeting
from scripts.meten.opschaling.proef import Proef, Uitslag
from scripts.meten.paginas import Paginameting
from scripts.meten.periode import Periodemeting
from scripts.meten.teruglezen import Terugmeting


def machine() -> str:
    bestand = Path("/proc/cpuinfo")
    regels = bestand.read_text().splitlines() if bestand.exists() else []
    model = next((r.partition(":")[2].strip() for r in regels if r.startswith("model name")), platform.machine())
    versies = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{model}, {os.cpu_count()} kernen, {platform.system()}, {versies}"


def lezen(meting: Leesmeting) -> Iterator[str]:
    kop = ["lezen", "kB", "doelen", "mediaan ms", "p95 ms", "waarvan bevindingen", "× alleen uitpakken en ontleden"]
    rij = [
        meting.bron,
        kilobytes(meting.bytes),
        str(meting.doelen),
        milliseconden(meting.lezen.mediaan),
        milliseconden(meting.lezen.p95),
        milliseconden(meting.bevindingen.mediaan),
        keer(meting.lezen.mediaan / meting.vloer.mediaan),
    ]
    return tabel(kop, [rij])


def paginas(metingen: Iterable[Paginameting], groot: int, eenheid: str = "gemeenten") -> Iterator[str]:
    kop = ["pagina", eenheid, "queries", "kB", "mediaan ms", "p95 ms", "verhouding", "× vloer"]
    return tabel(kop, [_pagina(meting, groot) for meting in metingen])


def _pagina(meting: Paginameting, groot: int) -> list[str]:
    kanten = (meting.klein, meting.groot)
    return [
        meting.pagina.naam,
        f"{meting.pagina.klein} → {groot}",
        van_naar(str(kant.queries) for kant in kanten),
        van_naar(kilobytes(kant.bytes) for kant in kanten),
        van_naar(milliseconden(kant.duur.mediaan) for kant in kanten),
        van_naar(milliseconden(kant.duur.p95) for kant in kanten),
        keer(meting.verhouding),
        van_naar(keer(kant.duur.mediaan / kant.vloer.mediaan) for kant in kanten),
    ]


def teruglezen(meting: Terugmeting) -> Iterator[str]:
    kop = ["onze docx van die notitie", "kB", "mediaan ms", "p95 ms", "verschillen"]
    grootte, keuzes = kilobytes(meting.bytes), str(meting.keuzes)
    rijen = [
        ["schrijven", grootte, milliseconden(meting.schrijven.mediaan), milliseconden(meting.schrijven.p95), ""],
        [
            "teruglezen en vergelijken",
            grootte,
            milliseconden(meting.lezen.mediaan),
            milliseconden(meting.lezen.p95),
            keuzes,
        ],
    ]
    return tabel(kop, rijen)


def exports(metingen: Iterable[Bestandsmeting], groottes: Sequence[int]) -> Iterator[str]:
    """Three figures beside each other: of one gemeente, of a region and of the country."""
    hoeveel = " → ".join(map(str, groottes))
    return tabel(["bestand van de RIGG", f"kB bij {hoeveel}", "ms", "geheugen erbij MB"], list(map(_bestand, metingen)))


def _bestand(meting: Bestandsmeting) -> list[str]:
    kanten = [
        (kilobytes(kant.bytes), milliseconden(kant.ms), getal(kant.mb, 0))
        if kant
        else ("te lang", "te lang", "te lang")
        for kant in meting.kanten
    ]
    return [f"{meting.soort}, {meting.formaat}", *map(" → ".join, zip(*kanten, strict=True))]


def rapporten(metingen: Iterable[Exportmeting], grafieken: int) -> Iterator[str]:
    kop = ["rapport", "grafieken", "kB", "mediaan ms", "verhouding", "per grafiek", "geheugen erbij MB"]
    return tabel(kop, [_export(meting, grafieken) for meting in metingen])


def _export(meting: Exportmeting, groot: int) -> list[str]:
    verhouding = meting.groot.ms / meting.klein.ms
    return [
        meting.formaat,
        f"1 → {groot}",
        van_naar(kilobytes(kant.bytes) for kant in (meting.klein, meting.groot)),
        van_naar(milliseconden(kant.ms) for kant in (meting.klein, meting.groot)),
        keer(verhouding),
        keer(verhouding / groot),
        van_naar(getal(kant.mb, 0) for kant in (meting.klein, meting.groot)),
    ]


def periodes(metingen: Iterable[Periodemeting]) -> Iterator[str]:
    kop = ["periode", "maatregelen", "queries", "mediaan ms", "p95 ms", "verhouding", "per maatregel"]
    return tabel(kop, [_periode(meting) for meting in metingen])


def _periode(meting: Periodemeting) -> list[str]:
    kanten = (meting.klein, meting.groot)
    verhouding = meting.groot.duur.mediaan / meting.klein.duur.mediaan
    return [
        meting.naam,
        van_naar(str(kant.maatregelen) for kant in kanten),
        van_naar(str(kant.queries) for kant in kanten),
        van_naar(milliseconden(kant.duur.mediaan) for kant in kanten),
        van_naar(milliseconden(kant.duur.p95) for kant in kanten),
        keer(verhouding),
        keer(verhouding * meting.klein.maatregelen / meting.groot.maatregelen),
    ]


def herinneringen(metingen: Iterable[Rondemeting]) -> Iterator[str]:
    kop = [
        "herinneringen", "gemeenten", "mails", "queries", "per gemeente", "seconden", "verhouding", "geheugen erbij MB",
    ]  # fmt: skip
    return tabel(kop, [_ronde(meting) for meting in metingen])


def _ronde(meting: Rondemeting) -> list[str]:
    kanten = (meting.klein, meting.groot)
    return [
        meting.naam,
        van_naar(str(kant.gemeenten) for kant in kanten),
        van_naar(str(kant.mails) for kant in kanten),
        van_naar(str(kant.queries) for kant in kanten),
        van_naar(getal(kant.queries / kant.gemeenten, 1) for kant in kanten),
        van_naar(getal(kant.seconden, 1) for kant in kanten),
        keer(meting.groot.seconden / meting.klein.seconden),
        van_naar(getal(kant.mb, 0) for kant in kanten),
    ]


def importeren(metingen: Iterable[Importmeting]) -> Iterator[str]:
    kop = [
        "metingen uit een bestand", "metingen", "lezen s", "per seconde", "overnemen s", "per seconde",
        "geheugen erbij MB bij lezen", "bij elkaar",
    ]  # fmt: skip
    return tabel(kop, [_import(meting) for meting in metingen])


def _import(meting: Importmeting) -> list[str]:
    return [
        meting.naam,
        str(meting.regels),
        getal(meting.lezen, 1),
        str(round(meting.regels / meting.lezen)),
        getal(meting.overnemen, 1),
        str(round(meting.regels / meting.overnemen)),
        getal(meting.mb_lezen, 0),
        getal(meting.mb, 0),
    ]


def opschalen(proef: Proef) -> Iterator[str]:
    kop = ["wat er gebeurt", "verzoeken", "mislukt", "mediaan ms", "langste ms"]
    rijen = [
        _uitslag("alles is er", proef.rustig),
        _uitslag("één server valt uit", proef.uitval),
        _uitslag(f"bestanden, {proef.verbindingen} verbindingen met de kopie", proef.met),
        _uitslag("bestanden, de kopie is weg", proef.zonder),
    ]
    return tabel(kop, rijen)


def _uitslag(wat: str, uitslag: Uitslag) -> list[str]:
    ms = [duur * 1000 for duur in uitslag.duren]
    mislukt = ", ".join(f"{n} × {status}" for status, n in uitslag.statussen.items() if status != "200") or "0"
    return [wat, str(len(ms)), mislukt, milliseconden(median(ms)), milliseconden(max(ms))]


def tabel(kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> Iterator[str]:
    breedtes = [max(map(len, kolom)) for kolom in zip(kop, *rijen, strict=True)]
    yield _regel(kop, breedtes)
    yield "|" + "|".join(f"{'-' * (breedte + 1)}{':' if plek else '-'}" for plek, breedte in enumerate(breedtes)) + "|"
    yield from (_regel(rij, breedtes) for rij in rijen)


def _regel(cellen: Sequence[str], breedtes: Sequence[int]) -> str:
    """The first column to the left, figures to the right."""
    eerste, *rest = zip(cellen, breedtes, strict=True)
    return "| " + " | ".join([eerste[0].ljust(eerste[1]), *(cel.rjust(breedte) for cel, breedte in rest)]) + " |"


def van_naar(delen: Iterable[str]) -> str:
    van, naar = delen
    return van if van == naar else f"{van} → {naar}"


def getal(waarde: float, cijfers: int) -> str:
    return f"{waarde:.{cijfers}f}".replace(".", ",")


def kilobytes(aantal: int) -> str:
    return getal(aantal / 1000, 0)


def milliseconden(waarde: float) -> str:
    return getal(waarde, 1 if waarde < 100 else 0)


def keer(waarde: float) -> str:
    return getal(waarde, 2 if waarde < 10 else 0)
