"""What the headings of a file with metingen mean."""

import pytest

from app.reading.metingen.kolommen import Betekenis, Kolomkeuze, lees_periodekop, raad_kolommen

B = Betekenis


@pytest.mark.parametrize(
    ("koppen", "verwacht"),
    [
        (
            "gebied indicator eenheid periode waarde bron",
            [B.GEBIED, B.INDICATOR, B.EENHEID, B.PERIODE, B.WAARDE, B.BRON],
        ),
        ("Gemeente NAAM jaar Aantal", [B.GEBIED, B.INDICATOR, B.PERIODE, B.WAARDE]),
        ("regio indicator peildatum realisatie", [B.GEBIED, B.INDICATOR, B.PERIODE, B.WAARDE]),
        ("indicator kwartaal cijfer", [B.INDICATOR, B.PERIODE, B.WAARDE]),
        ("indicator maand waarde reeks", [B.INDICATOR, B.PERIODE, B.WAARDE, B.REEKS]),
        ("indicator datum waarde soort", [B.INDICATOR, B.PERIODE, B.WAARDE, B.REEKS]),
        ("indicator periode waarde voorlopig", [B.INDICATOR, B.PERIODE, B.WAARDE, B.VOORLOPIG]),
        ("indicator periode waarde status opmerking", [B.INDICATOR, B.PERIODE, B.WAARDE, B.VOORLOPIG, B.TOELICHTING]),
        ("indicator naam periode waarde aantal", [B.INDICATOR, None, B.PERIODE, B.WAARDE, None]),
        ("naam indicator regio gemeente waarde jaar", [None, B.INDICATOR, None, B.GEBIED, B.WAARDE, B.PERIODE]),
        ("indicator waarde waarde periode", [B.INDICATOR, B.WAARDE, None, B.PERIODE]),
        ("Indicator_naam meet-eenheid 2018 2019-Q1", [B.INDICATOR, None, B.WAARDE_PER_PERIODE, B.WAARDE_PER_PERIODE]),
        ("indicator aantal 2018 2019", [B.INDICATOR, None, B.WAARDE_PER_PERIODE, B.WAARDE_PER_PERIODE]),
    ],
)
def test_raden(koppen: str, verwacht: list[Betekenis | None]) -> None:
    namen = [kop.replace("Indicator_naam", "Naam_indicator") for kop in koppen.split()]
    assert raad_kolommen(namen).kolommen == {n: wat for n, wat in enumerate(verwacht) if wat}


@pytest.mark.parametrize("kop", ["Waarde (in euro's)", " waarde: ", "WAARDE", "wa\u00adarde", "Waarde\n[2020]"])
def test_een_kop_mag_anders_geschreven_zijn(kop: str) -> None:
    assert raad_kolommen(["indicator", "periode", kop]).kolom(B.WAARDE) == 2


def test_wat_onthouden_is_gaat_voor() -> None:
    koppen = ["indicator", "naam", "jaar", "waarde"]
    assert raad_kolommen(koppen, {"naam": "indicator", "weg": "bron", "jaar": "onzin"}).kolommen == {
        1: B.INDICATOR,
        2: B.PERIODE,
        3: B.WAARDE,
    }


@pytest.mark.parametrize(
    ("kolommen", "zin"),
    [
        ({}, "naam van de indicator"),
        ({0: B.INDICATOR}, "kolom met de waarde"),
        ({0: B.INDICATOR, 1: B.WAARDE}, "kolom met de periode"),
        ({0: B.INDICATOR, 1: B.WAARDE, 2: B.PERIODE, 3: B.INDICATOR}, "Twee kolommen"),
        ({0: B.INDICATOR, 1: B.WAARDE, 4: B.WAARDE_PER_PERIODE}, "niet allebei"),
        ({0: B.INDICATOR, 1: B.WAARDE_PER_PERIODE}, "'waarde' is geen periode"),
        ({0: B.INDICATOR, 1: B.WAARDE, 12: B.PERIODE}, "horen niet bij dit bestand"),
        ({0: B.INDICATOR, 1: B.WAARDE, -1: B.PERIODE}, "horen niet bij dit bestand"),
    ],
)
def test_een_keuze_die_niet_kan(kolommen: dict[int, Betekenis], zin: str) -> None:
    assert zin in (Kolomkeuze(kolommen).bezwaar(["indicator", "waarde", "jaar", "naam", "2020"]) or "")


@pytest.mark.parametrize("kop", ["", "opmerking", "2019-H3", "x" * 100, "*", "begroting"])
def test_geen_periode_als_kop(kop: str) -> None:
    assert lees_periodekop(kop) is None
