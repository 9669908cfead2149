"""Three texts of one record: where it started, what is stored now, and what the user typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.structuur import Richting
from app.web.conflict import als_basis, voeg_samen

WAARDEN = st.fixed_dictionaries({naam: st.sampled_from(["", "a", "b", None]) for naam in ("x", "y", "z")})


@given(WAARDEN, WAARDEN)
def test_zonder_collega_wordt_bewaard_wat_ik_typte(begin: dict[str, Any], mijn: dict[str, Any]) -> None:
    samen = voeg_samen(begin=begin, huidig=begin, mijn=mijn)
    assert (samen.waarden, samen.botsingen, samen.overgenomen) == (mijn, (), ())


@given(WAARDEN, WAARDEN)
def test_zonder_mij_blijft_wat_de_collega_typte(begin: dict[str, Any], hun: dict[str, Any]) -> None:
    samen = voeg_samen(begin=begin, huidig=hun, mijn=begin)
    assert (samen.waarden, samen.botsingen) == (hun, ())


@given(WAARDEN, WAARDEN, WAARDEN)
def test_niets_van_een_collega_verdwijnt_ongezien(
    begin: dict[str, Any], hun: dict[str, Any], mijn: dict[str, Any]
) -> None:
    samen = voeg_samen(begin=begin, huidig=hun, mijn=mijn)
    for naam in begin:
        if hun[naam] != begin[naam] and samen.waarden[naam] != hun[naam]:
            assert (naam,) in samen.botsingen
        if mijn[naam] != begin[naam] and (naam,) not in samen.botsingen:
            assert samen.waarden[naam] == mijn[naam]


@given(WAARDEN, WAARDEN, WAARDEN, st.sets(st.sampled_from(["x", "y", "z"])))
def test_na_het_tonen_beslist_de_gebruiker(
    begin: dict[str, Any], hun: dict[str, Any], mijn: dict[str, Any], laat: set[str]
) -> None:
    eerst = voeg_samen(begin=begin, huidig=hun, mijn=mijn)
    daarna = voeg_samen(begin=hun, huidig=hun, mijn=eerst.waarden, laat=laat)
    gekozen = {naam: hun[naam] if naam in laat else waarde for naam, waarde in eerst.waarden.items()}
    assert (daarna.waarden, daarna.botsingen) == (gekozen, ())


@given(WAARDEN, WAARDEN, WAARDEN)
def test_wie_toegeeft_krijgt_wat_er_dan_staat(hun: dict[str, Any], derde: dict[str, Any], mijn: dict[str, Any]) -> None:
    """Also when a third person saved after the choice was shown."""
    samen = voeg_samen(begin=hun, huidig=derde, mijn=mijn, laat={"x"})
    assert samen.waarden["x"] == derde["x"]
    assert ("x",) not in samen.botsingen


def test_een_groep_wordt_niet_gemengd() -> None:
    begin, hun, mijn = {"laag": 2, "hoog": 8}, {"laag": 7, "hoog": 8}, {"laag": 2, "hoog": 4}
    los = voeg_samen(begin=begin, huidig=hun, mijn=mijn)
    assert (los.waarden, los.botsingen) == ({"laag": 7, "hoog": 4}, ())
    samen = voeg_samen(begin=begin, huidig=hun, mijn=mijn, groepen=[("laag", "hoog")])
    assert samen.botsingen == (("laag", "hoog"),)
    gelaten = voeg_samen(begin=begin, huidig=hun, mijn=mijn, groepen=[("laag", "hoog")], laat={"laag"})
    assert gelaten.waarden == hun


def test_zonder_begin_is_elk_verschil_een_botsing() -> None:
    samen = voeg_samen(begin={}, huidig={"x": "oud", "y": "zelfde"}, mijn={"x": "nieuw", "y": "zelfde"})
    assert samen.botsingen == (("x",),)


def test_waarden_die_op_verschillende_manieren_zijn_geschreven_zijn_gelijk() -> None:
    nu = {"getal": Decimal("5"), "dag": date(2020, 1, 2), "richting": Richting.DALING, "nul": Decimal("0")}
    mijn = {"getal": Decimal("5.00"), "dag": date(2020, 1, 2), "richting": "daling", "nul": Decimal("-0.0")}
    assert als_basis(nu) == als_basis(mijn)
    assert voeg_samen(begin={}, huidig=nu, mijn=mijn).botsingen == ()
