"""Small counts in a series: hidden, with what would give them away over areas and over time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers import afscherming
from app.domain.cijfers.afscherming import Cel, scherm_af
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.domain.cijfers.onderdrukking import Zicht

KWARTALEN = ("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4")


def cellen(**per_periode: dict[str, int]) -> dict[Cel, Decimal]:
    """`p2020_Q1={"": 9, "A": 3}`: period, area, value."""
    return {
        (gebied, lees_meetperiode(naam.removeprefix("p").replace("_", "-"))): Decimal(waarde)
        for naam, rij in per_periode.items()
        for gebied, waarde in rij.items()
    }


def verborgen(waarden: dict[Cel, Decimal], drempel: int = 5) -> dict[tuple[str, str], Zicht]:
    return {(gebied, periode.code): zicht for (gebied, periode), zicht in scherm_af(waarden, drempel=drempel).items()}


def test_een_klein_aantal_alleen() -> None:
    assert verborgen(cellen(p2019={"": 0}, p2020={"": 4}, p2021={"": 5})) == {("", "2020"): Zicht.KLEIN}


def test_zonder_kleine_aantallen_is_alles_te_zien() -> None:
    assert verborgen(cellen(p2020={"": 30, "A": 10, "B": 20}, p2020_Q1={"": 8})) == {}


def test_een_gebied_dat_uit_het_totaal_volgt_neemt_een_ander_mee() -> None:
    gevonden = verborgen(cellen(p2020={"": 53, "A": 3, "B": 20, "C": 30}, p2021={"": 50, "A": 10, "B": 20, "C": 20}))
    assert gevonden == {("A", "2020"): Zicht.KLEIN, ("B", "2020"): Zicht.MEE}


def test_een_groter_gebied_is_geen_deel() -> None:
    assert verborgen(cellen(p2020={"": 20, "A": 3, "Provincie": 500})) == {
        ("A", "2020"): Zicht.KLEIN,
        ("", "2020"): Zicht.MEE,
    }


def test_een_kwartaal_dat_uit_het_jaar_volgt_neemt_een_ander_mee() -> None:
    waarden = cellen(p2020={"": 40}, p2020_Q1={"": 3}, p2020_Q2={"": 9}, p2020_Q3={"": 12}, p2020_Q4={"": 16})
    assert verborgen(waarden) == {("", "2020-Q1"): Zicht.KLEIN, ("", "2020-Q2"): Zicht.MEE}


def test_een_jaar_dat_niet_vol_is_geeft_niets_weg() -> None:
    assert verborgen(cellen(p2020={"": 40}, p2020_Q1={"": 3}, p2020_Q2={"": 9})) == {("", "2020-Q1"): Zicht.KLEIN}


def test_halfjaar_en_kwartalen_maken_samen_ook_een_jaar() -> None:
    waarden = cellen(p2020={"": 40}, p2020_H1={"": 24}, p2020_Q3={"": 4}, p2020_Q4={"": 12})
    assert verborgen(waarden) == {("", "2020-Q3"): Zicht.KLEIN, ("", "2020-Q4"): Zicht.MEE}


def test_wat_te_veel_is_om_uit_te_zoeken_gaat_ruim_dicht(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afscherming, "MEESTE_KLEINE", 1)
    waarden = cellen(p2020={"": 50, "A": 3, "B": 2, "C": 45, "D": 0}, p2021={"": 20, "A": 20})
    assert verborgen(waarden) == {
        ("", "2020"): Zicht.MEE,
        ("A", "2020"): Zicht.KLEIN,
        ("B", "2020"): Zicht.KLEIN,
        ("C", "2020"): Zicht.MEE,
    }


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=1, max_size=4),
    st.sampled_from([0, 1, 3, 300]),
)
def test_geen_verborgen_aantal_volgt_uit_een_som(rijen: list[list[int]], meeste: int) -> None:
    """Areas × quarters, with the totals over both: of every sum none or at least two figures are hidden."""
    waarden: dict[Cel, Decimal] = {}
    namen = [f"Wijk {nummer}" for nummer in range(len(rijen))]
    for naam, rij in zip(namen, rijen, strict=True):
        waarden |= {(naam, lees_meetperiode(k)): Decimal(v) for k, v in zip(KWARTALEN, rij, strict=True)}
        waarden[naam, lees_meetperiode("2020")] = Decimal(sum(rij))
    for periode in (*KWARTALEN, "2020"):
        waarden["", lees_meetperiode(periode)] = sum(
            (waarden[naam, lees_meetperiode(periode)] for naam in namen), Decimal(0)
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(afscherming, "MEESTE_KLEINE", meeste)
        zicht = scherm_af(waarden, drempel=5)
    assert all(zicht.get(cel) is Zicht.KLEIN for cel, waarde in waarden.items() if 0 < waarde < 5)
    over_gebied = [[(n, lees_meetperiode(p)) for n in ("", *namen)] for p in (*KWARTALEN, "2020")]
    over_tijd = [[(n, lees_meetperiode(p)) for p in ("2020", *KWARTALEN)] for n in ("", *namen)]
    for som in over_gebied + over_tijd:
        dicht = [cel for cel in som if cel in zicht]
        nullen = [cel for cel in som if waarden[cel] == 0]
        # When everything else is zero the total is the figure itself; then both are hidden.
        assert len(dicht) != 1, (som, dicht, nullen)
