"""The country as tables, and which goals were met."""

from collections.abc import Iterator, Sequence

from scripts.meten.land.meten import KLANTEN, Kant, Landmeting
from scripts.meten.tabel import getal, keer, kilobytes, milliseconden, tabel, van_naar

MEESTE_QUERIES, MEESTE_VERHOUDING, MEESTE_VLOER, MEESTE_MB = 10, 1.2, 6.0, 150.0


def paginas(metingen: Sequence[Landmeting]) -> Iterator[str]:
    kop = [
        "pagina", "queries", "kB", "mediaan ms", "verhouding", "× vloer",
        f"{KLANTEN} samen: mediaan ms", "p95 ms", "per seconde", "× vloer",
    ]  # fmt: skip
    return tabel(kop, [_rij(meting) for meting in metingen])


def _rij(meting: Landmeting) -> list[str]:
    kanten = (meting.klein, meting.land)
    druk = meting.land.druk
    return [
        meting.pagina.naam,
        van_naar(str(kant.queries) for kant in kanten),
        van_naar(kilobytes(kant.bytes) for kant in kanten),
        van_naar(milliseconden(kant.alleen.mediaan) for kant in kanten),
        keer(meting.verhouding),
        van_naar(keer(_keer_vloer(kant)) for kant in kanten),
        milliseconden(druk.duur.mediaan),
        milliseconden(druk.duur.p95),
        getal(druk.per_seconde, 1 if druk.per_seconde < 100 else 0),
        keer(druk.duur.mediaan / meting.land.vloer_druk.duur.mediaan),
    ]


def _keer_vloer(kant: Kant) -> float:
    return kant.alleen.mediaan / kant.vloer.mediaan


def geheugen(werkers: Sequence[float], waarna: str) -> str:
    return f"Geheugen per werker na {waarna}: {', '.join(getal(mb, 0) for mb in werkers)} MB."


def doelen(eigen: Sequence[Landmeting], regio: Sequence[Landmeting], werkers: Sequence[float]) -> Iterator[str]:
    """One line per goal, with what does not meet it. Pages of the regio show more of it as it grows."""
    alle = [*eigen, *regio]
    yield _doel(
        f"hoogstens {MEESTE_QUERIES} queries",
        [(m, str(m.land.queries)) for m in alle if m.land.queries > MEESTE_QUERIES],
    )
    yield _doel(
        f"land : één gemeente hoogstens {keer(MEESTE_VERHOUDING)}",
        [(m, keer(m.verhouding)) for m in alle if m.verhouding > MEESTE_VERHOUDING],
    )
    yield _doel(
        f"hoogstens {keer(MEESTE_VLOER)} × de vloer",
        [(m, keer(m.keer_vloer)) for m in alle if m.keer_vloer > MEESTE_VLOER],
    )
    te_veel = max(werkers) > MEESTE_MB
    yield f"- werker onder {MEESTE_MB:.0f} MB: {'NIET gehaald' if te_veel else 'gehaald'}"


def _doel(wat: str, niet: Sequence[tuple[Landmeting, str]]) -> str:
    welke = ", ".join(f"{meting.pagina.naam} {waarde}" for meting, waarde in niet)
    return f"- {wat}: {f'NIET gehaald door {welke}' if niet else 'gehaald'}"
