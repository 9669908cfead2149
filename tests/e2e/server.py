"""A server as in production, in a process of its own, on a database that goes back to the seeds before every test."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from config import PROJECT
from tests.databases import SLEUTEL, bestand

WACHTTIJD = 60


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


def zet_terug(*, van: str, naar: str) -> None:
    """Puts the content of one SQLite database in another, also while a server has it open."""
    with closing(sqlite3.connect(bestand(van))) as bron, closing(sqlite3.connect(bestand(naar))) as doel:
        bron.backup(doel)


@contextmanager
def draaiende_server(database_url: str, logboek: Path, **instellingen: str) -> Iterator[str]:
    """The address of a gunicorn that serves `database_url`, with a worker beside it; their output goes to `logboek`."""
    poort = vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    werker = [sys.executable, "-m", "flask", "--app", "wsgi", "werker"]
    opdracht = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "-b", f"127.0.0.1:{poort}", "wsgi:app"]
    vast = {"DATABASE_URL": database_url, "DOELSPOOR_OMGEVING": "test", "SECRET_KEY": SLEUTEL}
    omgeving = {**os.environ, **vast, **instellingen}
    with logboek.open("w") as uit:
        proces, ernaast = (
            subprocess.Popen(wat, cwd=PROJECT, env=omgeving, stdout=uit, stderr=subprocess.STDOUT)
            for wat in (opdracht, werker)
        )
        try:
            _wacht_op(adres, proces, logboek)
            yield adres
        finally:
            for een in (proces, ernaast):
                een.terminate()
            for een in (proces, ernaast):
                een.wait(timeout=WACHTTIJD)


def _wacht_op(adres: str, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    einde = time.monotonic() + WACHTTIJD
    while time.monotonic() < einde:
        if proces.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{adres}/inloggen", timeout=5).close()
        except urllib.error.HTTPError as fout:
            fout.close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
            continue
        return
    raise AssertionError(f"De server startte niet:\n{logboek.read_text()}")
