"""The seeds as they stand in the project, and the source documents when they stand beside it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.structuur import Notitie
from app.reading.seeds.lezen import Seeds, lees_seeds

PROJECT = Path(__file__).resolve().parents[3]
BRONNEN = PROJECT / "../shared/bronnen"


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    return lees_seeds(PROJECT / "seeds")


@pytest.fixture(scope="session")
def hogeland(seeds: Seeds) -> Notitie:
    return next(seed.notitie for seed in seeds.notities if seed.organisatie == "het-hogeland")


@pytest.fixture(scope="session")
def bronnen() -> Path:
    if not BRONNEN.is_dir():
        pytest.skip("De brondocumenten staan niet naast het project.")
    return BRONNEN


@pytest.fixture(scope="session")
def waarheid(bronnen: Path) -> dict[str, Any]:
    notitie: dict[str, Any] = json.loads((bronnen / "conceptnotitie-hogeland-2020.json").read_text(encoding="utf-8"))
    return notitie


def teksten(waarde: object) -> Iterator[str]:
    """Every text in a tree of dicts and lists, in order."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for kind in waarde.values():
            yield from teksten(kind)
    elif isinstance(waarde, list):
        for kind in waarde:
            yield from teksten(kind)
