"""What people can type in a field, and what arrives."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from app.domain.taal.getallen import toon_getal
from app.web.formulier import GetalVeld, LangeTekst, Tekst, keuzes, schoon


class Proef(Form):
    regel = Tekst()
    tekst = LangeTekst()
    getal = GetalVeld()


def lees(**velden: Any) -> Proef:
    form = Proef(MultiDict(velden))
    form.validate()
    return form


@given(st.text(alphabet=st.characters(codec=None)))
def test_schoon_laat_alleen_over_wat_overal_kan_worden_bewaard(tekst: str) -> None:
    uit = schoon(tekst)
    uit.encode()
    assert not set(uit) & {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127)}
    assert uit == uit.strip()
    assert schoon(uit) == uit


def test_tekens_die_iets_betekenen_blijven() -> None:
    assert schoon(" a\tb\r\nc\rd 😀 \u202eעברית\u200d ") == "a\tb\nc\nd 😀 \u202eעברית\u200d"


def test_een_regel_is_een_regel() -> None:
    assert lees(regel=" een \r\n twee\t drie ").regel.data == "een twee drie"
    assert lees(tekst="een\r\ntwee").tekst.data == "een\ntwee"


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_wat_wordt_getoond_wordt_ook_gelezen(getal: Decimal) -> None:
    assert lees(getal=toon_getal(getal)).getal.data == getal


@pytest.mark.parametrize("getypt", ["1.5", "1.23", "1,2,3", "NaN", "Infinity", "1e5", "٣", "1 000", "--1", ",5", "5,"])
def test_twijfel_wordt_niet_geraden(getypt: str) -> None:
    form = lees(getal=getypt)
    assert form.getal.data is None
    assert form.getal.errors == ["Vul een gewoon getal in, bijvoorbeeld 1.234,5."]
    assert f'value="{getypt}"' in str(form.getal())


@pytest.mark.parametrize("getypt", ["", "   ", "\x00"])
def test_leeg_is_geen_getal_en_geen_fout(getypt: str) -> None:
    form = lees(getal=getypt)
    assert (form.getal.data, list(form.getal.errors)) == (None, [])


def test_keuzes() -> None:
    assert [(keuze.value, keuze.label) for keuze in keuzes(("a", "Eerste"), ("", "Geen"))] == [
        ("a", "Eerste"),
        ("", "Geen"),
    ]
