from hypothesis import given
from hypothesis import strategies as st

from app.domain.taal.citaat import LANGSTE, citaat


def test_kort_op_een_regel_en_zonder_onzichtbare_tekens() -> None:
    assert citaat("  32-13-2020\r\n") == "'32-13-2020'"
    assert citaat("a\x00b\u202ec") == "'a b c'"
    assert citaat("x" * 1000) == "'" + "x" * (LANGSTE - 1) + "…'"


@given(st.text())
def test_nooit_te_lang_en_altijd_te_tonen(tekst: str) -> None:
    assert len(citaat(tekst)) <= LANGSTE + 2
    assert citaat(tekst).isprintable()
