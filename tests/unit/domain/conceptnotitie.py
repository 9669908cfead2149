"""The real note that the rules are held against; it lives beside the project, not in it."""

import json
from pathlib import Path
from typing import Any

import pytest

BRON = Path(__file__).resolve().parents[3] / "../shared/bronnen/conceptnotitie-hogeland-2020.json"


def lees_bron() -> dict[str, Any]:
    if not BRON.exists():
        pytest.skip("De echte conceptnotitie staat niet naast het project.")
    waarde: dict[str, Any] = json.loads(BRON.read_text(encoding="utf-8"))
    return waarde
