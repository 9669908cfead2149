"""A progress report as json, in the shape of the source."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.voortgang.structuur import Maatregel, Moment, Precisie, Regel, Status, Thema, Voortgang
from app.domain.voortgang.structuur_json import als_dict, moment_uit_dict, uit_dict

WAARHEID = (
    Path(__file__).resolve().parents[4] / "shared" / "bronnen" / "halfjaarrapportage-noordoostpolder-2019-h1.json"
)


def _voortgang() -> Voortgang:
    momenten = [Moment(None, date(2022, 4, 1), Precisie.DAG), Moment(herhaling="jaarlijks in mei")]
    regels = [
        Regel("Er is begonnen.", ["Afgerond", "Loopt door"], Status.DOORLOPEND, momenten, [Status.AFGEROND]),
        Regel(""),
    ]
    return Voortgang("Rapport", None, "2022-Q1", [Thema(3, "Wonen", [Maatregel(None, "Een pand zoeken", regels)])])


@pytest.mark.skipif(not WAARHEID.exists(), reason="de brondocumenten staan niet naast het project")
def test_de_waarheid_heen_en_terug_met_dezelfde_volgorde() -> None:
    waarheid = json.loads(WAARHEID.read_text(encoding="utf-8"))
    assert json.dumps(als_dict(uit_dict(waarheid))) == json.dumps(waarheid)


def test_heen_en_terug() -> None:
    assert uit_dict(json.loads(json.dumps(als_dict(_voortgang())))) == _voortgang()


def test_sleutels_die_er_niet_altijd_zijn() -> None:
    eerste, tweede = als_dict(_voortgang())["themas"][0]["maatregelen"][0]["regels"]
    assert list(eerste) == ["voortgang", "planning", "status", "statussen_in_tekst", "momenten"]
    assert list(tweede) == ["voortgang", "planning", "status", "momenten"]
    assert eerste["momenten"] == [
        {"van": None, "tot": "2022-04-01", "precisie": "dag"},
        {"herhaling": "jaarlijks in mei"},
    ]


def test_meer_sleutels_mag() -> None:
    waarde = als_dict(_voortgang()) | {"bevindingen": []}
    assert uit_dict(waarde) == _voortgang()


@pytest.mark.parametrize("sleutel", ["titel", "themas"])
def test_wat_ontbreekt_wordt_genoemd(sleutel: str) -> None:
    waarde = als_dict(_voortgang())
    del waarde[sleutel]
    with pytest.raises(ValueError, match=sleutel):
        uit_dict(waarde)


@pytest.mark.parametrize("waarde", [[], "tekst", None, {"titel": "x", "themas": [3]}, {"titel": 3, "themas": []}])
def test_iets_anders(waarde: Any) -> None:
    with pytest.raises(ValueError, match="ontbreekt"):
        uit_dict(waarde)


@pytest.mark.parametrize(
    "waarde",
    [
        {},
        {"van": "2020-01-01", "tot": None},
        {"van": None, "tot": None, "precisie": "dag"},
        {"van": "2020-02-01", "tot": "2020-01-01", "precisie": "dag"},
        {"van": "2020-02-31", "tot": None, "precisie": "dag"},
        {"van": "2020-01-01", "tot": None, "precisie": "eeuw"},
        {"herhaling": "jaarlijks", "precisie": "jaar"},
    ],
)
def test_een_moment_dat_niet_kan(waarde: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment_uit_dict(waarde)
