import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.taal.letters import letter, plek_van


@given(st.integers(1, 10_000))
def test_letters_en_plekken(plek: int) -> None:
    assert plek_van(letter(plek)) == plek


def test_grenzen() -> None:
    assert [letter(plek) for plek in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]
    with pytest.raises(ValueError, match="letter"):
        letter(0)
    with pytest.raises(ValueError, match="geen letter"):
        plek_van("é")
