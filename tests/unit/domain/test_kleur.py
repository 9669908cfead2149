from hypothesis import given
from hypothesis import strategies as st

from app.domain.kleur import contrast_met_wit, lees_kleur, lichte_tint

kleuren = st.integers(0, 0xFFFFFF).map(lambda getal: f"{getal:06X}")


def test_lezen() -> None:
    assert {lees_kleur(tekst) for tekst in ("#1d4f7c", " 1D4F7C ")} == {"1D4F7C"}
    assert {lees_kleur(tekst) for tekst in ("#fff", "rood", "", "#1d4f7g", "#1d4f7c0", "１d4f7c")} == {None}


def test_contrast_zoals_wcag_het_telt() -> None:
    assert contrast_met_wit("000000") == 21
    assert contrast_met_wit("FFFFFF") == 1
    assert round(contrast_met_wit("767676"), 2) == 4.54  # the lightest grey that passes
    assert round(contrast_met_wit("777777"), 2) == 4.48


@given(kleuren)
def test_een_tint_is_lichter_en_even_wit_als_altijd(kleur: str) -> None:
    tint = lichte_tint(kleur)
    assert lees_kleur(tint) == tint
    assert 1 <= contrast_met_wit(tint) <= contrast_met_wit(kleur) <= 21
    assert contrast_met_wit(tint) < 1.3
