"""The sentences of the source documents stay out of the project: no run of eight words is theirs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.unit.seeds.conftest import PROJECT, teksten

LENGTE = 8
Reeks = tuple[str, ...]


def woorden(tekst: str) -> list[str]:
    return re.sub(r"[^\w\s/-]", "", tekst.lower()).replace("/", " ").replace("-", " ").split()


def reeksen(tekst: str) -> Iterator[Reeks]:
    """Runs of LENGTE words, except those of nothing but numbers and letters: "1 (a, b), 2, 3" is a fact."""
    lijst = woorden(tekst)
    for begin in range(len(lijst) - LENGTE + 1):
        reeks = tuple(lijst[begin : begin + LENGTE])
        if any(len(woord) > 1 and not woord.isdigit() for woord in reeks):
            yield reeks


@pytest.fixture(scope="module")
def uit_de_bronnen(bronnen: Path) -> set[Reeks]:
    gevonden: set[Reeks] = set()
    for bestand in sorted(bronnen.glob("*.json")):
        for tekst in teksten(json.loads(bestand.read_text(encoding="utf-8"))):
            gevonden.update(reeksen(tekst))
    for bestand in sorted(bronnen.glob("*.txt")):
        tekst = bestand.read_text(encoding="utf-8")
        gevonden.update(reeksen(tekst))
        gevonden.update(reeksen(re.sub(r"-\s*\n\s*", "", tekst)))
    assert len(gevonden) > 1000
    return gevonden


@pytest.mark.parametrize("bestand", sorted((PROJECT / "seeds").rglob("*.yaml")), ids=lambda pad: pad.name)
def test_no_sentence_of_a_source(bestand: Path, uit_de_bronnen: set[Reeks]) -> None:
    for tekst in teksten(yaml.safe_load(bestand.read_text(encoding="utf-8"))):
        overgenomen = [" ".join(reeks) for reeks in reeksen(tekst) if reeks in uit_de_bronnen]
        assert overgenomen == []


def test_a_copied_sentence_would_be_seen(bronnen: Path, uit_de_bronnen: set[Reeks]) -> None:
    notitie = json.loads((bronnen / "conceptnotitie-hogeland-2020.json").read_text(encoding="utf-8"))
    zin = notitie["probleemgebieden"][0]["ist"][0]
    assert all(reeks in uit_de_bronnen for reeks in reeksen(zin.upper()))
