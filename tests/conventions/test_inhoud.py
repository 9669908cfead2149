"""No file of the repository names a package registry or a path of somebody's machine."""

import subprocess
import sys

import pytest

from config import PROJECT
from scripts.verboden_inhoud import VERBODEN


def test_geen_verboden_inhoud() -> None:
    uit = subprocess.run(
        [sys.executable, "scripts/verboden_inhoud.py"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr


@pytest.mark.parametrize("regel", ["zie https://py" + "pi.org/x", "cd /ho" + "me/jan", "registry.npm" + "js.org"])
def test_de_controle_ziet_wat_niet_mag(regel: str) -> None:
    assert VERBODEN.search(regel)
