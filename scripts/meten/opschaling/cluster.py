"""A PostgreSQL of our own with a copy that follows it, on this machine only and thrown away afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.e2e.server import vrije_poort
from tests.voorwaarden import postgres_programma

GEBRUIKER = "postgres"
SNEL = "-c fsync=off -c full_page_writes=off -c max_connections=100"


@dataclass(frozen=True, slots=True)
class Kluster:
    """`hoofd` and `kopie`: addresses without the name of a database."""

    map_: Path
    hoofd: str
    kopie: str

    def stop_kopie(self) -> None:
        _pg("pg_ctl", "-D", str(self.map_ / "kopie"), "-m", "immediate", "-s", "stop")

    def dood_hoofd(self) -> None:
        """As a power cut: no process of it gets to finish anything."""
        bestand = self.map_ / "hoofd/postmaster.pid"
        pid = int(bestand.read_text().splitlines()[0])
        kinderen = _kinderen(pid)
        for proces in (pid, *kinderen):
            with suppress(ProcessLookupError):
                os.kill(proces, signal.SIGKILL)

    def start_hoofd(self) -> None:
        """It refuses as long as a process of before still lives."""
        for _ in range(40):
            with suppress(subprocess.CalledProcessError):
                _start(self.map_ / "hoofd", int(self.hoofd.rpartition(":")[2]))
                return
            time.sleep(0.25)
        raise RuntimeError((self.map_ / "hoofd.log").read_text()[-2000:])

    def wacht_op_kopie(self) -> None:
        """Until it has all that was written so far."""
        with psycopg.connect(f"{self.hoofd}/postgres", autocommit=True) as hoofd:
            tot = hoofd.execute("SELECT pg_current_wal_lsn()").fetchone()
        for _ in range(300):
            with psycopg.connect(f"{self.kopie}/postgres", autocommit=True) as kopie:
                if kopie.execute("SELECT pg_last_wal_replay_lsn() >= %s", tot).fetchone() == (True,):
                    return
            time.sleep(0.1)
        raise RuntimeError("De kopie volgt niet.")

    def verbindingen_met_kopie(self, database: str) -> int:
        with psycopg.connect(f"{self.kopie}/postgres", autocommit=True) as kopie:
            rij = kopie.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [database]).fetchone()
        return int(rij[0]) if rij else 0


@contextmanager
def kluster(*, met_kopie: bool = True) -> Iterator[Kluster]:
    map_ = Path(tempfile.mkdtemp(prefix="doelspoor-kluster-"))
    if os.geteuid() == 0:
        shutil.chown(map_, GEBRUIKER)
    poorten = vrije_poort(), vrije_poort()
    try:
        _pg(
            "initdb",
            "-D",
            str(map_ / "hoofd"),
            "-U",
            GEBRUIKER,
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        _start(map_ / "hoofd", poorten[0])
        hoofd = f"postgresql://{GEBRUIKER}@127.0.0.1:{poorten[0]}"
        if met_kopie:
            _pg("pg_basebackup", "-d", hoofd, "-D", str(map_ / "kopie"), "-R", "-c", "fast")
            _start(map_ / "kopie", poorten[1])
        yield Kluster(map_, hoofd, f"postgresql://{GEBRUIKER}@127.0.0.1:{poorten[1]}")
    finally:
        for naam in ("kopie", "hoofd"):
            if (map_ / naam / "postmaster.pid").exists():
                with suppress(subprocess.CalledProcessError):  # it may be gone already
                    _pg("pg_ctl", "-D", str(map_ / naam), "-m", "immediate", "-s", "stop")
        shutil.rmtree(map_, ignore_errors=True)


def _kinderen(pid: int) -> list[int]:
    """The processes that this one started: those of the visitors among them."""
    gevonden = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(kind) for kind in gevonden.read_text().split()] if gevonden.exists() else []


def _start(map_: Path, poort: int) -> None:
    opties = f"-h 127.0.0.1 -p {poort} -k {map_.parent} {SNEL}"
    _pg("pg_ctl", "-D", str(map_), "-l", f"{map_}.log", "-w", "-s", "-o", opties, "start")


def _pg(programma: str, *opties: str) -> None:
    """The server refuses to run as root."""
    als = ["runuser", "-u", GEBRUIKER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*als, postgres_programma(programma), *opties], check=True, stdout=subprocess.DEVNULL, cwd="/")
