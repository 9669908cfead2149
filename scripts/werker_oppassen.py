"""Keeps a worker running beside the program that started this: starts it again when it stops, and goes when that goes.

Standard input is a pipe that the other program holds open and never writes to. However that program ends, also when it
is killed, the pipe then ends, and that is the sign to stop the worker.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
OPDRACHT = [sys.executable, "-m", "flask", "--app", "wsgi", "werker"]
LANGSTE_PAUZE = 30.0
UITERLIJK = 15  # seconds to finish or put back what it is doing


class Oppasser:
    def __init__(self) -> None:
        self._stop = Event()
        self._werker: subprocess.Popen[bytes] | None = None

    def stop(self, *_signaal: Any) -> None:
        self._stop.set()
        if self._werker is not None:
            self._werker.terminate()

    def pas_op(self) -> None:
        pauze = 1.0
        while not self._stop.is_set():
            with subprocess.Popen(OPDRACHT, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as werker:
                self._werker = werker
                if self._stop.is_set():  # came just before there was anything to stop
                    werker.terminate()
                code = self._wacht_op(werker)
            if not self._stop.is_set():
                print(f"Doelspoor: de werker is gestopt (code {code}) en wordt opnieuw gestart.", file=sys.stderr)
                self._stop.wait(pauze)
                pauze = min(2 * pauze, LANGSTE_PAUZE)

    def _wacht_op(self, werker: subprocess.Popen[bytes]) -> int:
        while True:
            try:
                return werker.wait(timeout=UITERLIJK)
            except subprocess.TimeoutExpired:
                if self._stop.is_set():
                    werker.kill()


def wacht_op_einde(oppasser: Oppasser) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    oppasser.stop()


def main() -> None:
    oppasser = Oppasser()
    signal.signal(signal.SIGTERM, oppasser.stop)
    Thread(target=wacht_op_einde, args=(oppasser,), daemon=True).start()
    oppasser.pas_op()


if __name__ == "__main__":
    main()
