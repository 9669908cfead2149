from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain import structuur as s
from app.domain.verschil import Aard, samengevoegd, verschil

V = s.Verwijzing
MIN_30 = s.Streefwaarde(s.Richting.DALING, Decimal(30), Decimal(30), "procent")


def gebied(naam: str = "Wonen", volgorde: int = 1, **velden: Any) -> s.Probleemgebied:
    standaard: dict[str, Any] = {
        "ist": ["er is te weinig"],
        "doelen": [s.Doel(1, "bouw meer huizen", MIN_30), s.Doel(2, "minder lege schuren")],
        "indicatoren": [s.Indicator(1, "aantal huizen")],
        "interventies": [s.Interventie(1, "grond kopen", [s.Onderdeel("a", "weiland")])],
    }
    return s.Probleemgebied(volgorde=volgorde, naam=naam, **{**standaard, **velden})


def notitie(*gebieden: s.Probleemgebied, **velden: Any) -> s.Notitie:
    return s.Notitie(titel="Proef", probleemgebieden=list(gebieden), **velden)


def kort(oud: s.Notitie, nieuw: s.Notitie) -> list[tuple[str, str]]:
    return [(wijziging.aard.value, wijziging.wat) for wijziging in verschil(oud, nieuw).wijzigingen]


def test_niets_veranderd() -> None:
    uit = verschil(notitie(gebied()), notitie(gebied()))
    assert uit.wijzigingen == ()
    assert uit.zin == "er verandert niets"


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"ist": []}, [("verwijderd", "Ist-punt 1")]),
        ({"soll": ["genoeg"]}, [("nieuw", "Soll-punt 1")]),
        ({"toelichting": "kijk"}, [("nieuw", "Toelichting")]),
        ({"doelen": [s.Doel(1, "bouw meer huizen", MIN_30)]}, [("verwijderd", "Doel 2")]),
        (
            {"doelen": [s.Doel(1, "bouw meer huizen"), s.Doel(2, "minder lege schuren")]},
            [("gewijzigd", "Doel 1")],
        ),
        ({"interventies": [s.Interventie(1, "grond kopen")]}, [("verwijderd", "Onderdeel van interventie 1: a")]),
        (
            {"opdracht": {s.Opdrachtnemer.LOKAAL: s.Opdracht(["let op"], [V(1)]), s.Opdrachtnemer.RIGG: s.Opdracht()}},
            [("nieuw", "Opdracht Lokaal: 1"), ("nieuw", "Toewijzing Lokaal: doelen")],
        ),
    ],
)
def test_elke_soort_wijziging_wordt_gezien(velden: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
    assert kort(notitie(gebied()), notitie(gebied(**velden))) == verwacht


def test_tussenvoegen_is_een_nieuw_en_de_rest_verplaatst() -> None:
    doelen = [s.Doel(1, "fietspaden"), s.Doel(2, "bouw meer huizen", MIN_30), s.Doel(3, "minder lege schuren")]
    uit = verschil(notitie(gebied()), notitie(gebied(doelen=doelen)))
    assert uit.zin == "1 onderdeel nieuw, 2 verplaatst"


def test_een_verwijderd_probleemgebied_noemt_alles_wat_erin_stond() -> None:
    uit = verschil(notitie(gebied(), gebied("Werk", 2, ist=["x"])), notitie(gebied()))
    teksten = {wijziging.oud for wijziging in uit.van(Aard.VERWIJDERD)}
    assert len(uit.wijzigingen) == len(uit.van(Aard.VERWIJDERD))
    assert {"Werk", "x", "aantal huizen", "grond kopen", "weiland"} <= teksten


def test_gegevens_staan_vooraan() -> None:
    oud, nieuw = notitie(gebied(), versie="0.1"), notitie(gebied(), versie="0.2", datum=date(2020, 5, 20))
    assert kort(oud, nieuw) == [("nieuw", "Datum"), ("gewijzigd", "Versie")]


def test_wat_het_bestand_niet_noemt_blijft() -> None:
    oud = notitie(
        gebied(prioriteit=s.Prioriteit.TOP_VIJF),
        datum=date(2020, 5, 20),
        versie="0.1",
        referentiejaar=2019,
        doeljaar=2022,
    )
    assert samengevoegd(oud, notitie(gebied())) == oud


def test_een_verbeterd_getal_blijft_zolang_de_zin_blijft() -> None:
    hand = s.Streefwaarde(s.Richting.DALING, Decimal(25), Decimal(25), "procent")
    oud = notitie(gebied(doelen=[s.Doel(1, "bouw meer huizen", hand), s.Doel(2, "minder lege schuren")]))
    zelfde_zin = samengevoegd(oud, notitie(gebied()))
    assert zelfde_zin.probleemgebieden[0].doelen[0].streefwaarde == hand
    andere = replace(gebied(), doelen=[s.Doel(1, "bouw nog meer huizen", MIN_30)])
    assert samengevoegd(oud, notitie(andere)).probleemgebieden[0].doelen[0].streefwaarde == MIN_30


def test_een_oud_doeljaar_dat_niet_meer_past_verdwijnt() -> None:
    oud = notitie(gebied(), referentiejaar=2019, doeljaar=2022)
    samen = samengevoegd(oud, notitie(gebied(), referentiejaar=2023))
    assert (samen.referentiejaar, samen.doeljaar) == (2023, None)
