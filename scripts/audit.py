"""Asks whether something that Doelspoor uses has a known vulnerability, and judges the answer.

Prints one line. Exit code 0: nothing known. 1: something is, and it is named. 3: the data could not be reached, so that
nothing was looked at; that is no failure, and is said.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SECONDEN = 60
GOED, LEK, NIET_GEDAAN = 0, 1, 3
ONBEREIKBAAR = "gegevens niet te bereiken"
OPDRACHT = (
    "-m", "pip_audit", "--require-hashes", "--disable-pip", "--requirement", "requirements.txt",
    "--format", "json", "--progress-spinner", "off", "--timeout", "10",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Oordeel:
    code: int
    zin: str = ""


def oordeel(uitvoer: str) -> Oordeel:
    """Of what pip-audit printed: everything that is no answer about at least one package counts as unreachable."""
    try:
        onderdelen = json.loads(uitvoer)["dependencies"]
        nagekeken = [onderdeel for onderdeel in onderdelen if "skip_reason" not in onderdeel]
        lekken = [_lek(onderdeel) for onderdeel in nagekeken if onderdeel["vulns"]]
    except (ValueError, KeyError, TypeError):
        return Oordeel(NIET_GEDAAN, ONBEREIKBAAR)
    if lekken:
        return Oordeel(LEK, "\n".join(lekken))
    if not nagekeken:
        return Oordeel(NIET_GEDAAN, ONBEREIKBAAR)
    over = len(onderdelen) - len(nagekeken)
    return Oordeel(GOED, f"{over} van {len(onderdelen)} onderdelen niet nagekeken" if over else "")


def _lek(onderdeel: dict[str, object]) -> str:
    """ "flask 3.0.0: CVE-2026-1 (opgelost in 3.0.1)"."""
    lekken = onderdeel["vulns"]
    assert isinstance(lekken, list)
    delen = [f"{lek['id']} ({_opgelost(lek.get('fix_versions'))})" for lek in lekken]
    return f"{onderdeel['name']} {onderdeel['version']}: {', '.join(delen)}"


def _opgelost(versies: list[str] | None) -> str:
    return f"opgelost in {', '.join(versies)}" if versies else "nog niet opgelost"


def vraag_na() -> Oordeel:
    try:
        gedaan = subprocess.run(
            [sys.executable, *OPDRACHT], cwd=PROJECT, capture_output=True, text=True, timeout=SECONDEN, check=False
        )
    except subprocess.TimeoutExpired:
        return Oordeel(NIET_GEDAAN, f"{ONBEREIKBAAR} binnen {SECONDEN} seconden")
    return oordeel(gedaan.stdout)


def main() -> int:
    uitkomst = vraag_na()
    if uitkomst.zin:
        print(uitkomst.zin)
    return uitkomst.code


if __name__ == "__main__":
    sys.exit(main())
