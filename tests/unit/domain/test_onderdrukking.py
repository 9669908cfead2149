"""Small counts stay hidden, whatever a reader adds up and takes away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.onderdrukking import (
    Som,
    Zicht,
    aandeel_zichtbaar,
    onderdruk,
    onderdruk_reeks,
    onderdruk_tabel,
    toon_afgeschermd,
)
from app.domain.cijfers.onderdrukking_herleiden import herleidbaar

Z, K, M = Zicht.OPEN, Zicht.KLEIN, Zicht.MEE
DREMPEL = 5


def reeks(*delen: int | None) -> tuple[list[Zicht], Zicht]:
    getallen = [None if deel is None else Decimal(deel) for deel in delen]
    totaal = sum((getal for getal in getallen if getal is not None), Decimal(0))
    return onderdruk_reeks(getallen, totaal, drempel=DREMPEL)


@pytest.mark.parametrize(
    ("delen", "zicht", "totaal"),
    [
        ((12, 30, 7), [Z, Z, Z], Z),
        ((12, 0, 7), [Z, Z, Z], Z),
        ((12, 3, 30), [M, K, Z], Z),
        ((30, 3, 12, 0), [Z, K, M, Z], Z),
        ((30, 3, 12, None), [Z, K, M, Z], Z),
        ((2, 3, 30), [K, K, Z], Z),
        ((1, 2, 30, 40), [K, K, M, Z], Z),
        ((4, 4, 30, 40), [K, K, M, Z], Z),
        ((1, 5, 30), [K, M, M], Z),
        ((3, 0, 0), [K, Z, Z], K),
        ((3, None), [K, Z], K),
        ((1, 1), [K, K], K),
        ((1, 2, 1, 0), [K, K, K, Z], K),
        ((2, 2, 1), [K, K, K], Z),
        ((4, 4), [K, K], M),
        ((1, 5), [K, M], M),
        ((), [], Z),
    ],
)
def test_delen_met_een_totaal(delen: tuple[int | None, ...], zicht: list[Zicht], totaal: Zicht) -> None:
    assert reeks(*delen) == (zicht, totaal)


def test_wat_al_dicht_is_telt_mee_en_blijft_dicht() -> None:
    """The 40 is hidden for what it would tell elsewhere: it needs company here as well."""
    cellen = {naam: Decimal(waarde) for naam, waarde in {"a": 40, "b": 20, "c": 30, "som": 90}.items()}
    sommen = [Som("som", ("a", "b", "c"))]
    zicht = onderdruk(cellen, sommen, drempel=5, dicht=["a"])
    assert {naam for naam, wat in zicht.items() if wat is not Zicht.OPEN} == {"a", "b"}
    assert set(onderdruk(cellen, sommen, drempel=5).values()) == {Zicht.OPEN}


def test_zonder_totaal_is_alleen_klein_wat_klein_is() -> None:
    assert onderdruk_reeks([Decimal(3), Decimal(12)], None, drempel=DREMPEL) == ([K, Z], Z)
    assert onderdruk({"a": Decimal(3), "b": Decimal(9), "c": None}, drempel=DREMPEL) == {"a": K, "b": Z, "c": Z}


def test_de_drempel_van_de_organisatie() -> None:
    waarden = [Decimal(1), Decimal(9), Decimal(50), Decimal(60)]
    assert onderdruk_reeks(waarden, Decimal(120), drempel=10)[0] == [K, K, Z, Z]
    assert onderdruk_reeks(waarden, Decimal(120), drempel=0)[0] == [Z, Z, Z, Z]
    assert onderdruk_reeks(waarden, Decimal(120), drempel=2)[0] == [K, M, Z, Z]


def test_wat_er_komt_te_staan() -> None:
    assert toon_afgeschermd(K, 5) == "< 5"
    assert toon_afgeschermd(K, 10) == "< 10"
    assert toon_afgeschermd(M, 5) == "afgeschermd"


@pytest.mark.parametrize(
    ("teller", "noemer", "zichtbaar"),
    [(4, 100, False), (5, 100, True), (0, 100, True), (0, 4, False), (4, None, False), (None, None, True)],
)
def test_een_aandeel_van_een_klein_aantal(teller: int | None, noemer: int | None, zichtbaar: bool) -> None:
    getallen = [None if getal is None else Decimal(getal) for getal in (teller, noemer)]
    assert aandeel_zichtbaar(*getallen, DREMPEL) is zichtbaar


def met_totalen(rijen: Sequence[Sequence[int]]) -> list[list[Decimal]]:
    breed = [[*rij, sum(rij)] for rij in rijen]
    return [[Decimal(waarde) for waarde in rij] for rij in [*breed, [sum(kolom) for kolom in zip(*breed, strict=True)]]]


def test_een_tabel_met_rijen_en_kolommen() -> None:
    zicht = onderdruk_tabel(met_totalen([[3, 20, 30], [40, 50, 60], [70, 80, 90]]), drempel=DREMPEL)
    assert zicht == [[K, M, Z, Z], [M, M, Z, Z], [Z, Z, Z, Z], [Z, Z, Z, Z]]


def test_een_totaal_van_totalen() -> None:
    """Half years make a year, gemeenten make a region: what is hidden here may not be found there."""
    cellen = {"a1": 3, "a2": 20, "a": 23, "b1": 30, "b2": 40, "b": 70, "1": 33, "2": 60, "alles": 93}
    sommen = [
        Som("a", ("a1", "a2")),
        Som("b", ("b1", "b2")),
        Som("1", ("a1", "b1")),
        Som("2", ("a2", "b2")),
        Som("alles", ("a", "b")),
        Som("alles", ("1", "2")),
    ]
    zicht = onderdruk({naam: Decimal(waarde) for naam, waarde in cellen.items()}, sommen, drempel=DREMPEL)
    assert [naam for naam, hoe in zicht.items() if hoe is not Z] == ["a1", "a2", "b1", "b2"]


def test_wat_meer_sommen_samen_weggeven() -> None:
    """Two squares of hidden cells with one cell between them: every sum has two or three, and that one is known."""
    rijen = [["a", "b"], ["a", "b", "c"], ["d", "e"], ["c", "d", "e"]]
    assert herleidbaar([dict.fromkeys(rij, 1) for rij in rijen]) == ["c"]
    assert herleidbaar([{"a": 1, "b": 1}, {"b": 1, "c": 1}, {"a": 1, "c": 1}]) != []
    assert herleidbaar([{"a": 1, "b": 1}, {"b": 1, "c": 1}, {"a": 1, "c": -1}]) == []
    assert herleidbaar([{"a": 1}, {}]) == ["a"]


def oplossingen(zicht: Sequence[Zicht], samen: int) -> Iterator[tuple[int, ...]]:
    """Every way in which the hidden ones can add up to this, for who knows the rules."""
    keuzes = [range(1, DREMPEL) if hoe is K else range(DREMPEL, samen + 1) for hoe in zicht]
    return (waarden for waarden in product(*keuzes) if sum(waarden) == samen)


@given(st.lists(st.integers(0, 12), max_size=6))
def test_van_een_klein_deel_blijven_twee_waarden_mogelijk(delen: list[int]) -> None:
    """Tried out in full, by adding up everything that could stand there."""
    zicht, totaal = reeks(*delen)
    verborgen = [plek for plek, hoe in enumerate(zicht) if hoe is not Z]
    assert all((hoe is K) == (0 < deel < DREMPEL) for hoe, deel in zip(zicht, delen, strict=True))
    assert all(delen[plek] for plek in verborgen)
    if totaal is not Z or not any(hoe is K for hoe in zicht):
        return
    samen = sum(delen[plek] for plek in verborgen)
    assert samen >= DREMPEL
    mogelijk = list(oplossingen([zicht[plek] for plek in verborgen], samen))
    for plek, waarden in zip(verborgen, zip(*mogelijk, strict=True), strict=True):
        assert zicht[plek] is M or len(set(waarden)) > 1


@given(st.lists(st.integers(DREMPEL, 40) | st.just(0), max_size=8))
def test_zonder_kleine_aantallen_is_alles_te_zien(delen: list[int]) -> None:
    assert reeks(*delen) == ([Z] * len(delen), Z)


@st.composite
def tabellen(trek: st.DrawFn) -> list[list[Decimal]]:
    breedte = trek(st.integers(1, 4))
    rij = st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 20, 100]), min_size=breedte, max_size=breedte)
    return met_totalen(trek(st.lists(rij, min_size=1, max_size=4)))


@given(tabellen())
def test_in_een_tabel_staat_nergens_een_verborgen_cel_alleen(tabel: list[list[Decimal]]) -> None:
    zicht = onderdruk_tabel(tabel, drempel=DREMPEL)
    for lijn in (*zicht, *zip(*zicht, strict=True)):
        assert sum(hoe is not Z for hoe in lijn) != 1
    for waarden, hoes in zip(tabel, zicht, strict=True):
        assert all((hoe is K) == (0 < waarde < DREMPEL) for waarde, hoe in zip(waarden, hoes, strict=True))
        assert all(hoe is Z for waarde, hoe in zip(waarden, hoes, strict=True) if waarde == 0)


@given(tabellen())
def test_in_een_tabel_is_ook_uit_meer_sommen_niets_te_herleiden(tabel: list[list[Decimal]]) -> None:
    """Seen as a graph of rows and columns: a hidden cell is free when it lies on a ring of hidden cells."""
    zicht = onderdruk_tabel(tabel, drempel=DREMPEL)
    lijnen = {(f"rij {y}", f"kolom {x}") for y, rij in enumerate(zicht) for x, hoe in enumerate(rij) if hoe is not Z}
    for lijn in lijnen:
        assert verbonden(lijnen - {lijn}, *lijn)


def verbonden(lijnen: set[tuple[str, str]], van: str, naar: str) -> bool:
    buren = defaultdict(set)
    for een, ander in lijnen:
        buren[een].add(ander)
        buren[ander].add(een)
    bereikt, nieuw = {van}, {van}
    while nieuw:
        nieuw = {buur for punt in nieuw for buur in buren[punt]} - bereikt
        bereikt |= nieuw
    return naar in bereikt
