"""gunicorn as in production, on a free port of this machine, and what its workers take of the memory."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config import PROJECT
from scripts.meten.bezoeker import SLEUTEL
from scripts.meten.land.afspraken import TOEPASSING, VLOERMAP
from scripts.meten.opschaling.servers import wacht_op
from tests.e2e.server import vrije_poort

WERKERS = 2


@dataclass(frozen=True, slots=True)
class Server:
    """`vloer`: where the bytes lie that are given for nothing."""

    poort: int
    pid: int
    vloer: Path

    def geheugen(self) -> list[float]:
        """MB per worker: its own, and its share of what it has together with others (PSS)."""
        kinderen = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sorted(_pss(int(kind)) for kind in kinderen)


@contextmanager
def server(database_url: str) -> Iterator[Server]:
    poort = vrije_poort()
    opdracht = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "-b", f"127.0.0.1:{poort}", TOEPASSING]
    with tempfile.TemporaryDirectory(prefix="doelspoor-land-") as map_:
        log = Path(map_) / "server.log"
        with log.open("w") as uit:
            proces = subprocess.Popen(
                opdracht, cwd=PROJECT, env=_omgeving(database_url, map_), stdout=uit, stderr=uit, start_new_session=True
            )
        try:
            wacht_op(poort)
            yield Server(poort, proces.pid, Path(map_))
        finally:
            _beeindig(proces)


def _omgeving(database_url: str, map_: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": database_url.replace("+psycopg", ""),
        "SECRET_KEY": SLEUTEL,
        "DOELSPOOR_OMGEVING": "productie",
        "DOELSPOOR_PROXIES": "1",
        "DOELSPOOR_GRENZEN": "uit",
        "DOELSPOOR_TWEEDE_STAP": "niemand",
        "WEB_CONCURRENCY": str(WERKERS),
        VLOERMAP: map_,
    }


def _beeindig(proces: "subprocess.Popen[bytes]") -> None:
    proces.terminate()
    try:
        proces.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(proces.pid, signal.SIGKILL)
        proces.wait(timeout=20)


def _pss(pid: int) -> float:
    regels = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) / 1000
