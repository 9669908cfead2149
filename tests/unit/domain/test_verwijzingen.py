import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.notitie.verwijzingen import lees_verwijzingen, schrijf_verwijzingen
from app.domain.structuur import Verwijzing

V = Verwijzing


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("1 (a, b, c, d), 2 (a, b, c), 3, 4.", [V(1, ("a", "b", "c", "d")), V(2, ("a", "b", "c")), V(3), V(4)]),
        ("(1, 2,) 3, 4", [V(1, voorbehoud=True), V(2, voorbehoud=True), V(3), V(4)]),
        ("(1,2) (3)", [V(1, voorbehoud=True), V(2, voorbehoud=True), V(3, voorbehoud=True)]),
        ("1 t/m 4", [V(1), V(2), V(3), V(4)]),
        ("1-4", [V(1), V(2), V(3), V(4)]),
        ("1 – 3", [V(1), V(2), V(3)]),
        ("1 tot en met 3", [V(1), V(2), V(3)]),
        ("1a, 1b en 3", [V(1, ("a", "b")), V(3)]),
        ("1.a", [V(1, ("a",))]),
        ("1 (a t/m c)", [V(1, ("a", "b", "c"))]),
        ("nummer 3", [V(3)]),
        ("Doelen: 1; 2 & 3", [V(1), V(2), V(3)]),
        ("3 (onder voorbehoud)", [V(3, voorbehoud=True)]),
        ("(1 (a)), 2", [V(1, ("a",), voorbehoud=True), V(2)]),
        ("geen", []),
        ("Geen.", []),
        ("", []),
        ("n.v.t.", []),
        ("1, 1", [V(1)]),
    ],
)
def test_leest_verwijzingen(tekst: str, verwacht: list[Verwijzing]) -> None:
    assert lees_verwijzingen(tekst) == (verwacht, "")


@pytest.mark.parametrize(
    ("tekst", "verwacht", "rest"),
    [
        ("1 t/m 999999999", [V(1)], "1-999999999"),
        ("1, 2 en iets", [V(1), V(2)], "iets"),
        ("0, 1", [V(1)], "0"),
        ("4 t/m 2", [V(4)], "4-2"),
        ("3 -", [V(3)], "-"),
        ("abc", [], "abc"),
        ("1, ٣", [V(1)], "٣"),
    ],
)
def test_wat_niet_begrepen_is_komt_terug(tekst: str, verwacht: list[Verwijzing], rest: str) -> None:
    assert lees_verwijzingen(tekst) == (verwacht, rest)


def test_alle_staat_voor_wat_er_is() -> None:
    assert lees_verwijzingen("Alle", [1, 2]) == ([V(1), V(2)], "")
    assert lees_verwijzingen("alle") == ([], "alle")


verwijzingen = st.lists(
    st.builds(
        Verwijzing,
        st.integers(1, 999),
        st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), unique=True, max_size=5).map(tuple),
        st.booleans(),
    ),
    unique_by=lambda verwijzing: verwijzing.nummer,
    max_size=12,
)


@given(verwijzingen)
def test_schrijven_en_lezen_heffen_elkaar_op(lijst: list[Verwijzing]) -> None:
    assert lees_verwijzingen(schrijf_verwijzingen(lijst)) == (lijst, "")


@given(st.text(max_size=300) | st.text(alphabet="0123456789abc(),.-/*tm ", max_size=200))
def test_elke_tekst_is_te_lezen(tekst: str) -> None:
    gelezen, _ = lees_verwijzingen(tekst)
    assert len({verwijzing.nummer for verwijzing in gelezen}) == len(gelezen)
    assert all(1 <= verwijzing.nummer <= 999 for verwijzing in gelezen)
