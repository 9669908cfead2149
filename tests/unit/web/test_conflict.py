"""Three texts of one record: where it started, what is stored now, and what the user typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.structuur import Richting
from app.web.conflict import als_basis, voeg_samen

WAARDEN = st.fixed_dictionaries({naam: st.sampled_from(["", "a", "b", None]) for naam in ("x", "y", "z")})


@given(WAARDEN, WAARDEN)
def test_zonder_collega_wordt_bewaard_wat_ik_typte(begin: dict[str, Any], mijn: dict[str, Any]) -> None:
    samen = voeg_samen(basis=als_basis(begin), huidig=begin, mijn=mijn)
    assert (samen.waarden, samen.botsingen, samen.overgenomen) == (mijn, {}, ())


@given(WAARDEN, WAARDEN)
def test_zonder_mij_blijft_wat_de_collega_typte(begin: dict[str, Any], hun: dict[str, Any]) -> None:
    samen = voeg_samen(basis=als_basis(begin), huidig=hun, mijn=begin)
    assert (samen.waarden, samen.botsingen) == (hun, {})


@given(WAARDEN, WAARDEN, WAARDEN)
def test_niets_van_een_collega_verdwijnt_ongezien(
    begin: dict[str, Any], hun: dict[str, Any], mijn: dict[str, Any]
) -> None:
    samen = voeg_samen(basis=als_basis(begin), huidig=hun, mijn=mijn)
    for naam in begin:
        if hun[naam] != begin[naam] and samen.waarden[naam] != hun[naam]:
            assert samen.botsingen[naam] == hun[naam]
        if mijn[naam] != begin[naam] and naam not in samen.botsingen:
            assert samen.waarden[naam] == mijn[naam]


@given(WAARDEN, WAARDEN, WAARDEN)
def test_na_het_tonen_beslist_de_gebruiker(begin: dict[str, Any], hun: dict[str, Any], mijn: dict[str, Any]) -> None:
    eerst = voeg_samen(basis=als_basis(begin), huidig=hun, mijn=mijn)
    daarna = voeg_samen(basis=als_basis(hun), huidig=hun, mijn=eerst.waarden)
    assert (daarna.waarden, daarna.botsingen) == (eerst.waarden, {})


def test_een_groep_wordt_niet_gemengd() -> None:
    begin, hun, mijn = {"laag": 2, "hoog": 8}, {"laag": 7, "hoog": 8}, {"laag": 2, "hoog": 4}
    los = voeg_samen(basis=als_basis(begin), huidig=hun, mijn=mijn)
    assert (los.waarden, los.botsingen) == ({"laag": 7, "hoog": 4}, {})
    samen = voeg_samen(basis=als_basis(begin), huidig=hun, mijn=mijn, groepen=[("laag", "hoog")])
    assert samen.botsingen == hun


@pytest.mark.parametrize("basis", [None, "", "{", "[]", "3", "null", "[" * 100_000, '{"ander": 1}'])
def test_zonder_leesbare_basis_is_elk_verschil_een_botsing(basis: str | None) -> None:
    samen = voeg_samen(basis=basis, huidig={"x": "oud", "y": "zelfde"}, mijn={"x": "nieuw", "y": "zelfde"})
    assert samen.botsingen == {"x": "oud"}


def test_waarden_die_op_verschillende_manieren_zijn_geschreven_zijn_gelijk() -> None:
    nu = {"getal": Decimal("5"), "dag": date(2020, 1, 2), "richting": Richting.DALING, "nul": Decimal("0")}
    mijn = {"getal": Decimal("5.00"), "dag": date(2020, 1, 2), "richting": "daling", "nul": Decimal("-0.0")}
    assert als_basis(nu) == als_basis(mijn)
    assert voeg_samen(basis="", huidig=nu, mijn=mijn).botsingen == {}
