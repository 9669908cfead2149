"""What changed between two texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.taal.tekst_verschil import Soort, Stuk, tekstverschil

WOORDEN = st.lists(st.sampled_from(["een", "twee", "drie", "vier", "vijf"]), max_size=30).map(" ".join)


def _van(stukken: list[Stuk], *soorten: Soort) -> list[str]:
    return "".join(stuk.tekst for stuk in stukken if stuk.soort in soorten).split()


def test_woord_voor_woord() -> None:
    assert tekstverschil("Het pand is gevonden in mei.", "Het pand is gekocht in mei.") == [
        (Soort.GELIJK, "Het pand is "),
        (Soort.WEG, "gevonden "),
        (Soort.NIEUW, "gekocht "),
        (Soort.GELIJK, "in mei."),
    ]


def test_begin_en_einde() -> None:
    assert tekstverschil("", "nieuw") == [(Soort.NIEUW, "nieuw")]
    assert tekstverschil("weg", "") == [(Soort.WEG, "weg")]
    assert tekstverschil("a b", "a b c") == [(Soort.GELIJK, "a b "), (Soort.NIEUW, "c")]
    assert tekstverschil("zelfde tekst", "zelfde tekst") == [(Soort.GELIJK, "zelfde tekst")]


def test_een_los_woord_tussen_twee_wijzigingen_hoort_erbij() -> None:
    stukken = tekstverschil("wij starten de pilot volgend jaar", "zij stopten de proef volgend jaar")
    assert [stuk.soort for stuk in stukken] == [Soort.WEG, Soort.NIEUW, Soort.GELIJK]


@given(WOORDEN | st.text(max_size=60), WOORDEN | st.text(max_size=60))
def test_beide_teksten_zijn_terug_te_lezen(oud: str, nieuw: str) -> None:
    stukken = tekstverschil(oud, nieuw)
    assert _van(stukken, Soort.GELIJK, Soort.WEG) == oud.split()
    assert _van(stukken, Soort.GELIJK, Soort.NIEUW) == nieuw.split()
    soorten = [stuk.soort for stuk in stukken]
    assert all(een is not ander for een, ander in pairwise(soorten))


def test_lange_teksten_blijven_snel() -> None:
    oud, nieuw = "de wachtlijst is lang " * 20_000, "een lijst de is kort " * 20_000
    stukken = tekstverschil(oud, nieuw)
    assert [stuk.soort for stuk in stukken] == [Soort.WEG, Soort.NIEUW]
    midden = tekstverschil(f"{oud} rood {oud}", f"{oud} groen {oud}")
    assert [stuk.tekst.strip() for stuk in midden[1:3]] == ["rood", "groen"]
