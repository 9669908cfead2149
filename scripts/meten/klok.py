"""Timing, in turns, so that what else the machine does falls on everything alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any, TypeVar

S = TypeVar("S")

OPWARMEN = 3


@dataclass(frozen=True, slots=True)
class Duur:
    """In milliseconds."""

    mediaan: float
    p95: float


def duur_van(metingen: Sequence[float]) -> Duur:
    """`metingen`: seconds."""
    ms = [meting * 1000 for meting in metingen]
    return Duur(median(ms), quantiles(ms, n=20, method="inclusive")[-1] if len(ms) > 1 else ms[0])


def meet_om_de_beurt(werk: Mapping[S, Callable[[], Any]], aantal: int) -> dict[S, Duur]:
    """Runs every piece of work `aantal` times, one after another in rounds."""
    metingen: dict[S, list[float]] = {naam: [] for naam in werk}
    for _ in range(OPWARMEN):
        for doe in werk.values():
            doe()
    gc.collect()
    for _ in range(aantal):
        for naam, doe in werk.items():
            begin = perf_counter()
            doe()
            metingen[naam].append(perf_counter() - begin)
    return {naam: duur_van(lijst) for naam, lijst in metingen.items()}
