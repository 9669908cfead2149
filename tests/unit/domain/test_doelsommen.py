"""Doelen that add up, and the reason why another does not."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regio.doelsommen import ALLEEN, DUBBEL, Doelbron, tel_op
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.structuur import Richting, Streefwaarde

STIJGING = {"richting": Richting.STIJGING, "eenheid": "aantal", "doeljaar": 2028, "referentiejaar": 2024}


def waarde(van: int | None, tot: int | None = None, **anders: Any) -> Streefwaarde:
    """One figure, or a band when `tot` is given as well."""
    grens = {"min": van, "max": van if tot is None else tot}
    return Streefwaarde(**{**STIJGING, **{n: g if g is None else Decimal(g) for n, g in grens.items()}, **anders})


def bron(sleutel: str, streefwaarde: Streefwaarde) -> Doelbron:
    return Doelbron(sleutel, sleutel, streefwaarde)


ACHT, BAND = bron("a", waarde(8)), bron("b", waarde(20, 40))


def test_getal_en_bandbreedte_tellen_op() -> None:
    (som,) = tel_op([BAND, ACHT]).sommen
    assert som.leden == ("a", "b")
    assert in_woorden(som.streefwaarde) == "tussen 28 en 48 meer dan in 2024, te halen in 2028"


def test_ondergrenzen_en_bovengrenzen_tellen_elk_voor_zich_op() -> None:
    boven = {"max": Decimal(12), "min": None, "richting": Richting.NIVEAU, "referentiejaar": None}
    onder = {"max": None, "richting": Richting.NIVEAU, "referentiejaar": None}
    doelen = [bron("a", waarde(4, **onder)), bron("b", waarde(6, **onder)), bron("c", waarde(1, **boven))]
    optelling = tel_op([*doelen, bron("d", waarde(1, **boven | {"max": Decimal(8)}))])
    assert [in_woorden(som.streefwaarde) for som in optelling.sommen] == [
        "minimaal 10, te halen in 2028",
        "maximaal 20, te halen in 2028",
    ]
    assert not optelling.buiten


@pytest.mark.parametrize(
    ("ander", "reden"),
    [
        (Streefwaarde(), "kwalitatief doel, zonder getal"),
        (waarde(None, open=True), "het getal staat nog open (X)"),
        (waarde(10, eenheid="procent"), "percentages tellen niet op"),
        (waarde(1, eenheid="procentpunt"), "percentages tellen niet op"),
        (waarde(4, eenheid="weken"), "een duur in weken telt niet op"),
        (waarde(8, eenheid="cijfer"), "waarderingen tellen niet op"),
        (waarde(8, doeljaar=None), "het doeljaar ontbreekt"),
        (waarde(8, doeljaar=2029), "ander doeljaar (2029)"),
        (waarde(8, referentiejaar=2023), "ander referentiejaar (2023)"),
        (waarde(8, referentiejaar=None), "ander referentiejaar (geen)"),
        (waarde(8, richting=Richting.DALING), "andere richting (daling)"),
        (waarde(8, eenheid="euro"), "andere eenheid (euro)"),
        (waarde(8, max=None), "ander soort getal (minimaal)"),
        (waarde(8, eenheid="fte", doeljaar=2030), "andere eenheid (fte), ander doeljaar (2030)"),
    ],
)
def test_wat_niet_meetelt_staat_er_met_de_reden(ander: Streefwaarde, reden: str) -> None:
    optelling = tel_op([bron("c", ander), ACHT, BAND])
    assert [som.leden for som in optelling.sommen] == [("a", "b")]
    assert [(los.sleutel, los.reden) for los in optelling.buiten] == [("c", reden)]


def test_een_doel_alleen_is_geen_som() -> None:
    assert tel_op([ACHT]).sommen == ()
    assert tel_op([ACHT]).buiten[0].reden == ALLEEN


def test_aantal_zonder_eenheid_is_een_aantal() -> None:
    assert tel_op([ACHT, bron("b", waarde(2, eenheid=None))]).sommen[0].streefwaarde.min == 10


def test_wat_een_gemeente_twee_keer_noemt_telt_een_keer() -> None:
    dubbel = [Doelbron("b", "west", waarde(5)), Doelbron("c", "west", waarde(5)), Doelbron("d", "west", waarde(6))]
    optelling = tel_op([ACHT, *dubbel])
    assert optelling.sommen[0].streefwaarde.min == 8 + 5 + 6
    assert [(los.sleutel, los.reden) for los in optelling.buiten] == [("c", DUBBEL)]


waarden = st.builds(
    waarde,
    st.integers(0, 5),
    st.none() | st.integers(5, 9),
    eenheid=st.sampled_from(["aantal", "euro", "procent"]),
    doeljaar=st.sampled_from([2028, 2029]),
    open=st.just(False),
)
bronnen = st.lists(st.builds(Doelbron, st.uuids().map(str), st.integers(0, 3), waarden), max_size=12)


@given(bronnen, st.randoms())
def test_elk_doel_staat_op_een_plek_en_de_volgorde_doet_er_niet_toe(doelen: list[Doelbron], willekeur: Any) -> None:
    optelling = tel_op(doelen)
    leden = [sleutel for som in optelling.sommen for sleutel in som.leden]
    assert sorted(leden + [los.sleutel for los in optelling.buiten]) == sorted(doel.sleutel for doel in doelen)
    per_sleutel = {doel.sleutel: doel.streefwaarde for doel in doelen}
    for som in optelling.sommen:
        assert som.streefwaarde.min == sum(per_sleutel[lid].min or 0 for lid in som.leden)
        assert len({per_sleutel[lid].doeljaar for lid in som.leden}) == 1
    anders = list(doelen)
    willekeur.shuffle(anders)
    assert tel_op(anders) == optelling
