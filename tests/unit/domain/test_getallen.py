from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.taal.getallen import normaliseer, toon_euro, toon_getal, vind_bereiken
from app.domain.taal.telwoorden import telwoord


def gelezen(tekst: str) -> tuple[Decimal | None, Decimal | None]:
    """The one figure that the whole text is."""
    schoon = normaliseer(tekst)
    [bereik] = vind_bereiken(schoon)
    assert (bereik.begin, bereik.eind) == (0, len(schoon))
    return bereik.min, bereik.max


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("1.234,5", "1234.5"),
        ("€ 1,2 miljoen", "1200000"),
        ("€ 500.000", "500000"),
        ("€ 500.000,-", "500000"),
        ("1,5 mln. euro", "1500000"),
        ("€ 3 ton", "300000"),
        ("7.5", "7.5"),
        ("dertig procent", "30"),
        ("tweeëntwintig", "22"),
        ("10\u00a0000", "10000"),
    ],
)
def test_leest_een_getal(tekst: str, waarde: str) -> None:
    assert gelezen(tekst) == (Decimal(waarde), Decimal(waarde))


def test_leest_een_teken_ervoor() -> None:
    [bereik] = vind_bereiken("-30%")
    assert (bereik.teken, bereik.min, bereik.begin) == ("-", 30, 0)


@pytest.mark.parametrize("tekst", ["", "een", "A1", "1.2.3", "3 ton", "1" * 30, "²", "٣"])
def test_wat_geen_getal_is(tekst: str) -> None:
    assert vind_bereiken(normaliseer(tekst)) == []


@pytest.mark.parametrize(
    ("tekst", "laag", "hoog", "eenheid"),
    [
        ("10-15", 10, 15, None),
        ("10 – 15%", 10, 15, "procent"),
        ("10%-15%", 10, 15, "procent"),
        ("12 tot 16", 12, 16, None),
        ("12 tot en met 16 weken", 12, 16, "weken"),
        ("tussen 10 en 15", 10, 15, None),
        ("tussen de 10 en 15 procent", 10, 15, "procent"),
        ("minimaal 10 en maximaal 15", 10, 15, None),
        ("1 tot 1,5 miljoen euro", 1_000_000, 1_500_000, "euro"),
        ("€ 1.000 tot € 2.000", 1000, 2000, "euro"),
        ("twee à drie", 2, 3, None),
        ("15-10", 10, 15, None),
    ],
)
def test_leest_een_band(tekst: str, laag: int, hoog: int, eenheid: str | None) -> None:
    [bereik] = vind_bereiken(normaliseer(tekst))
    assert (bereik.min, bereik.max, bereik.eenheid) == (Decimal(laag), Decimal(hoog), eenheid)


def test_van_naar_is_een_eindwaarde_met_een_startwaarde() -> None:
    [bereik] = vind_bereiken("van 11 naar 4 weken")
    assert (bereik.startwaarde, bereik.min, bereik.max, bereik.eenheid) == (11, 4, 4, "weken")


def test_en_zonder_tussen_zijn_twee_getallen() -> None:
    assert [bereik.min for bereik in vind_bereiken("10 en 15")] == [10, 15]


@pytest.mark.parametrize(
    ("waarde", "tekst"), [("1234.5", "1.234,5"), ("1000", "1.000"), ("0", "0"), ("-1234567.80", "-1.234.567,8")]
)
def test_toont_een_getal(waarde: str, tekst: str) -> None:
    assert toon_getal(Decimal(waarde)) == tekst


def test_toont_euro_met_centen_alleen_als_die_er_zijn() -> None:
    assert toon_euro(Decimal(1234)) == "€ 1.234"
    assert toon_euro(Decimal("1234.5")) == "€ 1.234,50"


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_wat_getoond_wordt_is_weer_te_lezen(waarde: Decimal) -> None:
    assert gelezen(toon_getal(waarde)) == (waarde, waarde)
    assert gelezen(toon_euro(waarde)) == (waarde, waarde)


@given(st.text(max_size=200))
def test_elke_tekst_is_door_te_lezen(tekst: str) -> None:
    schoon = normaliseer(tekst)
    for bereik in vind_bereiken(schoon):
        assert 0 <= bereik.begin < bereik.eind <= len(schoon)
        assert (bereik.min is None) == (bereik.max is None)


@pytest.mark.parametrize(
    ("woord", "getal"), [("een", None), ("één", 1), ("honderdvijftig", 150), ("vijftienhonderd", 1500)]
)
def test_telwoorden(woord: str, getal: int | None) -> None:
    assert telwoord(woord) == getal
