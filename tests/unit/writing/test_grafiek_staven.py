"""Bars: as long as their figure says, on one scale also over two charts, and each beside its name and figure."""

import re
from decimal import Decimal

import pytest
from lxml import etree

from app.writing.grafiek.beeld import alttekst, teken_bestand, verhouding
from app.writing.grafiek.staven import Staaf, Staafgrafiek

BALK = re.compile(r'<rect[^>]* width="([0-9.]+)"')


def staven(*waarden: int, naam: str = "Gemeente") -> tuple[Staaf, ...]:
    return tuple(Staaf(f"{naam} {nr}", Decimal(waarde), str(waarde)) for nr, waarde in enumerate(waarden, 1))


def grafiek(alle: tuple[Staaf, ...], naast: tuple[Staaf, ...] = ()) -> Staafgrafiek:
    return Staafgrafiek("Wachttijd", "Gemeente 1 80.", alle, naast)


def breedtes(beeld: Staafgrafiek) -> list[float]:
    return [float(breedte) for breedte in BALK.findall(teken_bestand(beeld))]


def test_een_staaf_is_zo_lang_als_zijn_cijfer_en_een_nul_is_er_niet() -> None:
    heel, half, min_ = breedtes(grafiek(staven(80, 40, 0, -20)))
    assert half == pytest.approx(heel / 2, abs=0.2)
    assert min_ == pytest.approx(heel / 4, abs=0.2)


def test_twee_grafieken_naast_elkaar_hebben_een_schaal() -> None:
    alle = (*staven(80, 40, naam="Een gemeente met een lange naam"), *staven(20, 10))
    eerste, tweede = grafiek(alle[:2], alle), grafiek(alle[2:], alle)
    assert breedtes(tweede)[0] == pytest.approx(breedtes(eerste)[0] / 4, abs=0.2)


def test_alle_nullen() -> None:
    assert breedtes(grafiek(staven(0, 0))) == []


def test_de_woorden_staan_erin_en_zijn_onschadelijk() -> None:
    svg = teken_bestand(grafiek((Staaf("<Ten> & 'Zo'", Decimal(3), "3 < 5", nadruk=True),)))
    woorden = [" ".join(t.itertext()) for t in etree.fromstring(svg).iterfind("{*}text")]
    assert woorden == ["<Ten> & 'Zo'", "3 < 5"]
    assert verhouding(grafiek(staven(*range(30)))) == pytest.approx(30 * verhouding(grafiek(staven(1))))
    assert alttekst(grafiek(staven(80))) == "Wachttijd. Gemeente 1 80."
