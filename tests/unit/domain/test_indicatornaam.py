"""Names and units as people and files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.indicatornaam import kale_eenheid, kale_naam, lijkt_op, op_gelijkenis, zelfde_eenheid

BESTAAND = ["Aantal jongeren 12 tot 18 jaar", "Wachttijd jeugd-ggz", "Trajecten"]


@pytest.mark.parametrize(
    ("geschreven", "eenheid"),
    [
        ("%", "procent"),
        ("Percentage", "procent"),
        ("€", "euro"),
        ("Aantal", "aantal"),
        ("week", "weken"),
        ("Fte", "Fte"),
        ("euro per  jeugdige", "euro per jeugdige"),
        ("", ""),
    ],
)
def test_eenheid(geschreven: str, eenheid: str) -> None:
    assert kale_eenheid(geschreven) == eenheid


def test_zelfde_eenheid() -> None:
    assert zelfde_eenheid("%", "procent")
    assert zelfde_eenheid("FTE", "fte")
    assert not zelfde_eenheid("weken", "dagen")


@pytest.mark.parametrize(
    ("naam", "bedoeld"),
    [
        ("Trajectn", "Trajecten"),
        ("Wachttijd voor de jeugd ggz", "Wachttijd jeugd-ggz"),
        ("aantal jongren 12 tot 18 jaar", "Aantal jongeren 12 tot 18 jaar"),
        ("Aantal jongeren 12 tot 19 jaar", None),
        ("Aandeel jongeren 12 tot 18 jaar", None),
        ("Uitgaven", None),
    ],
)
def test_lijkt_op(naam: str, bedoeld: str | None) -> None:
    assert lijkt_op(naam, BESTAAND) == bedoeld


def test_wat_het_meest_lijkt_staat_vooraan() -> None:
    assert op_gelijkenis("Wachttijd in de ggz", BESTAAND)[0] == "Wachttijd jeugd-ggz"


@given(st.text(max_size=40))
def test_kaal_is_kaal(tekst: str) -> None:
    assert kale_naam(kale_naam(tekst)) == kale_naam(tekst)
    assert kale_eenheid(kale_eenheid(tekst)) == kale_eenheid(tekst)
