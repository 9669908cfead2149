"""Which passwords are good enough: by length and by how soon they would be guessed, whatever signs are in them."""

import pytest
from zxcvbn.matching import RANKED_DICTIONARIES

from app.domain.wachtwoord import KORTSTE, LANGSTE, bezwaar, staat_op_lijst
from app.models import Gebruiker


def test_wat_gelekt_is_en_lang_genoeg_wordt_geweigerd() -> None:
    gelekt = [woord for woord in RANKED_DICTIONARIES["passwords"] if len(woord) >= KORTSTE]
    assert len(gelekt) > 200
    assert not [woord for woord in gelekt if bezwaar(woord) is None or not staat_op_lijst(woord)]


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "paard nietje accu klopt",
        "vier gewone woorden samen",
        "Zo’n é met een 🚲 erbij dus",
        "kastdeurlampvoetpad",
        "7391 0586 2240 9917",
        "x" * 3 + "vlag klomp dijk ruis " * 8,
    ],
)
def test_elk_soort_teken_mag(wachtwoord: str) -> None:
    assert bezwaar(wachtwoord) is None


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "doelspoor-doelspoor",
        "wachtwoordgemeente",
        "zomer2026zomer",
        "Gemeente-Welkom-2026",
        "W3lk0m-G3m33nt3-2026!",
        "Welkom01!Welkom01!",
        "Jeugdzorg-Januari-2027",
        "Wáchtwoord_Héérlijk_Wínter".replace("_Héérlijk_", "_"),
        "Wachtwoord123!Zomer",
        "T3st-Acc0unt-Beheerder",
        "2024-2025-2026-2027",
    ],
)
def test_wat_hier_voor_de_hand_ligt_niet(wachtwoord: str) -> None:
    assert bezwaar(wachtwoord)


def test_een_woord_dat_voor_de_hand_ligt_mag_er_wel_bij() -> None:
    assert bezwaar("gemeente paard nietje accu klopt") is None
    assert bezwaar("kastdeur lampvoet zeilpad 2026") is None


def test_de_eigen_naam_telt_niet_mee() -> None:
    assert bezwaar("noordwoude-jansen-1985", ("Jo Jansen", "jo.jansen@noordwoude.example"))
    assert bezwaar("N00rdw0ud3-J4n$en-1985", ("Jo Jánsen", "jo.jansen@noordwoude.example"))


@pytest.mark.parametrize(("lengte", "goed"), [(KORTSTE - 1, False), (64, True), (LANGSTE, True), (LANGSTE + 1, False)])
def test_de_lengte(lengte: int, goed: bool) -> None:
    woord = ("vlag klomp dijk ruis storm " * 8)[:lengte]
    assert (bezwaar(woord) is None) is goed


def test_een_wachtwoord_verloopt_niet() -> None:
    """There is no place to keep until when it would count."""
    assert [kolom.name for kolom in Gebruiker.__table__.columns if "wachtwoord" in kolom.name] == ["wachtwoord_hash"]
