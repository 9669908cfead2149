"""Counts what happens with every request, without a write to the database each time.

A process takes a block of requests at a time from what all processes share, and gives those out one by one. So the
limit holds together, and may be overrun or missed by a block per process at most: fit for wide limits only.
"""

import time
from collections.abc import Callable
from threading import Lock

GROOTTE = 20
# More people than this at once are not kept in sight; who is forgotten takes a new block.
MEESTE = 10_000


class Blokteller:
    """`neem`: takes a block, and says how many seconds to wait when there is none left."""

    def __init__(self, neem: Callable[[str, int], int], seconden: int) -> None:
        self._neem, self._seconden, self._slot = neem, seconden, Lock()
        self._over: dict[str, tuple[int, float]] = {}
        self._dicht: dict[str, float] = {}

    def tel(self, wie: str) -> int:
        """How many seconds `wie` has to wait, 0 when this is allowed."""
        with self._slot:
            nu = time.monotonic()
            if self._dicht.get(wie, 0) > nu:
                return int(self._dicht[wie] - nu) + 1
            over, tot = self._over.get(wie, (0, 0.0))
            if over and tot > nu:
                self._over[wie] = (over - 1, tot)
                return 0
        wacht = self._neem(wie, GROOTTE)
        with self._slot:
            self._onthoud(wie, wacht, time.monotonic())
        return wacht

    def _onthoud(self, wie: str, wacht: int, nu: float) -> None:
        for lijst in (self._over, self._dicht):
            if len(lijst) >= MEESTE:
                lijst.clear()
        if wacht:
            self._dicht[wie] = nu + wacht
        else:
            self._over[wie] = (GROOTTE - 1, nu + self._seconden)
