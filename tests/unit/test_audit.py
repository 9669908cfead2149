"""What is said of an answer about known vulnerabilities: a leak always fails, and silence is never "nothing known"."""

import json
import subprocess
from typing import Any

import pytest

from scripts import audit
from scripts.audit import GOED, LEK, NIET_GEDAAN, oordeel

HEEL = {"name": "flask", "version": "3.0.0", "vulns": []}
OVERGESLAGEN = {"name": "eigen", "skip_reason": "Dependency not found and could not be audited: eigen (1.0)"}
KAPOT = {
    "name": "jinja2",
    "version": "3.0.0",
    "vulns": [
        {"id": "CVE-2026-1", "fix_versions": ["3.0.1", "3.1.0"], "aliases": [], "description": "x"},
        {"id": "CVE-2026-2", "fix_versions": [], "aliases": [], "description": "y"},
    ],
}


def antwoord(*onderdelen: dict[str, Any]) -> str:
    return json.dumps({"dependencies": list(onderdelen), "fixes": []})


def test_niets_bekend() -> None:
    assert (oordeel(antwoord(HEEL)).code, oordeel(antwoord(HEEL)).zin) == (GOED, "")


def test_een_lek_wordt_genoemd_met_wat_het_oplost() -> None:
    uit = oordeel(antwoord(HEEL, KAPOT, OVERGESLAGEN))
    assert uit.code == LEK
    assert uit.zin == "jinja2 3.0.0: CVE-2026-1 (opgelost in 3.0.1, 3.1.0), CVE-2026-2 (nog niet opgelost)"


def test_wat_niet_is_nagekeken_wordt_gezegd() -> None:
    assert oordeel(antwoord(HEEL, OVERGESLAGEN)).zin == "1 van 2 onderdelen niet nagekeken"


@pytest.mark.parametrize(
    "uitvoer",
    [
        antwoord(OVERGESLAGEN, OVERGESLAGEN),
        antwoord(),
        "",
        "ERROR: connection refused",
        "[]",
        "null",
        '{"dependencies": null}',
        '{"dependencies": [{"name": "flask", "version": "3.0.0"}]}',
    ],
)
def test_zonder_gegevens_is_er_niets_gedaan(uitvoer: str) -> None:
    uit = oordeel(uitvoer)
    assert (uit.code, uit.zin) == (NIET_GEDAAN, "gegevens niet te bereiken")


def test_wie_te_lang_wacht_houdt_op(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def wacht(*_: Any, timeout: float, **__: Any) -> None:
        raise subprocess.TimeoutExpired("audit", timeout)

    monkeypatch.setattr(audit.subprocess, "run", wacht)
    assert audit.main() == NIET_GEDAAN
    assert capsys.readouterr().out == "gegevens niet te bereiken binnen 60 seconden\n"
