"""What a form started from travels through the browser, and comes back exactly as it left, or not at all."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from app.web.basis import HUN, MIJN, Botsing, Start, lees, met_keuzes, teken

WAARDEN = {"tekst": "a", "leeg": None, "dag": date(2020, 1, 2), "getal": Decimal("1.5"), "ids": [1, 2], "aan": True}
BOTSING = Botsing("tekst", "Tekst", None, "van hen", "van mij")


@pytest.fixture(autouse=True)
def _app() -> Iterator[None]:
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "een sleutel"
    with app.app_context():
        yield


def test_heen_en_terug() -> None:
    start = Start(WAARDEN, (BOTSING,))
    assert lees(teken(start)) == start


@pytest.mark.parametrize("tekst", [None, "", "{", "[]", '{"waarden": {"tekst": "a"}}', "[" * 100_000, "9" * 5000])
def test_wat_niet_van_ons_is_zegt_niets(tekst: str | None) -> None:
    assert lees(tekst) == Start({})


def test_een_letter_anders_zegt_niets() -> None:
    goed = teken(Start(WAARDEN))
    assert lees(("B" if goed[0] == "A" else "A") + goed[1:]) == Start({})


def test_een_keuze_is_een_van_de_twee() -> None:
    for keuze in (HUN, MIJN):
        assert met_keuzes([BOTSING], {"keuze-tekst": keuze})[0].keuze == keuze
    for velden in ({}, {"keuze-tekst": "iets anders"}):
        (zonder,) = met_keuzes([BOTSING], velden)
        assert (zonder.keuze, bool(zonder.fout)) == ("", True)
