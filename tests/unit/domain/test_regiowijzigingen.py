"""What changed between two moments: new, changed in what, gone; and nothing when nothing did."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.regio.antwoord import Antwoord, Antwoordsoort
from app.domain.regio.overzicht import Regioregel
from app.domain.regio.wijzigingen import Wijziging, stand_van, vergelijk
from app.domain.structuur import Richting, Streefwaarde
from tests.unit.domain.test_regio import regel

NU = datetime(2026, 3, 2, tzinfo=UTC)


def wijzigingen(toen: list[Regioregel], nu: list[Regioregel]) -> list[Wijziging]:
    """By way of what is kept, which is JSON."""
    return vergelijk(json.loads(json.dumps(stand_van(toen))), stand_van(nu))


EEN, TWEE = regel("a", "Inkopen."), regel("b", "Vervoer.", "Bee")


def test_niets_veranderd() -> None:
    assert wijzigingen([EEN, TWEE], [TWEE, EEN]) == []


def test_een_ander_nummer_is_geen_wijziging() -> None:
    assert wijzigingen([EEN], [replace(EEN, nummer="3", plaats=3, plek=replace(EEN.plek, versie=2, volgorde=4))]) == []


def test_nieuw_en_vervallen() -> None:
    gevonden = wijzigingen([EEN], [TWEE])
    assert [(w.in_woorden, w.laatste["gemeente"], w.was) for w in gevonden] == [
        ("vervallen", "Aa", "Inkopen."),
        ("nieuw", "Bee", ""),
    ]


@pytest.mark.parametrize(
    ("anders", "zin", "was"),
    [
        ({"tekst": "Inkopen met anderen."}, "gewijzigd: tekst", "Inkopen."),
        ({"onderdelen": (("a", "Wel."),)}, "gewijzigd: tekst", "Inkopen."),
        ({"gedeeld": True}, "gewijzigd: gedeeld", "niet gedeeld"),
        ({"voorbehoud": True}, "gewijzigd: voorbehoud", "niet onder voorbehoud"),
        (
            {"streefwaarde": Streefwaarde(Richting.DALING, eenheid="aantal", open=True)},
            "gewijzigd: streefwaarde",
            "streefwaarde: geen",
        ),
        (
            {"antwoord": Antwoord(Antwoordsoort.VRAAG, "Hoe?", "Inkopen.", NU, "Rik")},
            "gewijzigd: antwoord, toelichting bij het antwoord",
            "antwoord: geen",
        ),
    ],
)
def test_wat_er_anders_is_en_wat_er_stond(anders: dict[str, Any], zin: str, was: str) -> None:
    (gevonden,) = wijzigingen([EEN], [replace(EEN, **anders)])
    assert (gevonden.in_woorden, gevonden.was) == (zin, was)


def test_een_andere_naam_van_het_probleemgebied() -> None:
    (gevonden,) = wijzigingen([EEN], [replace(EEN, plek=replace(EEN.plek, gebied="Ggz"))])
    assert (gevonden.in_woorden, gevonden.was) == ("gewijzigd: probleemgebied", "probleemgebied: Jeugd-ggz")
