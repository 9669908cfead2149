"""Properties of a koers that hold for every figure."""

import ast
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.indicator import Gunstig
from app.domain.koers import bepalen as koersmodule
from app.domain.koers.bepalen import (
    SPEELRUIMTE,
    VER_VANAF,
    Koers,
    Meetpunt,
    bereken_koers,
)
from app.domain.koers.in_woorden import koers_in_woorden
from app.domain.structuur import Richting, Streefwaarde
from tests.unit.domain.koersen import meting

RANG = {Koers.BEHAALD: 0, Koers.OP_KOERS: 1, Koers.ACHTER: 2, Koers.VER_ACHTER: 3}


WAARDEN = st.decimals(-(10**9), 10**9, places=2)


DAGEN = st.dates(date(2015, 1, 1), date(2030, 12, 31))


HOEVEEL = st.decimals(0, 10**6, places=2)


PADEN = st.lists(st.tuples(DAGEN, WAARDEN), max_size=3, unique_by=lambda punt: punt[0])


@st.composite
def streefwaarden(trek: st.DrawFn, richtingen: tuple[Richting, ...] = tuple(Richting)) -> Streefwaarde:
    laag, hoog = sorted((trek(HOEVEEL), trek(HOEVEEL)))
    vorm = trek(st.sampled_from(["band", "gelijk", "minimaal", "maximaal"]))
    grenzen = {"band": (laag, hoog), "gelijk": (laag, laag), "minimaal": (laag, None), "maximaal": (None, hoog)}[vorm]
    eenheid = trek(st.sampled_from(["procent", "aantal", "procentpunt"]))
    doeljaar = trek(st.none() | st.integers(2014, 2031))
    return Streefwaarde(trek(st.sampled_from(richtingen)), *grenzen, eenheid, doeljaar, trek(st.booleans()) or None)


PUNTEN = st.builds(Meetpunt, DAGEN, WAARDEN, st.booleans())


VRAGEN = st.fixed_dictionaries(
    {
        "streefwaarde": streefwaarden(),
        "nulmeting": st.none() | PUNTEN,
        "metingen": st.lists(PUNTEN, max_size=3),
        "peildatum": DAGEN,
        "pad": PADEN,
        "gunstig": st.none() | st.sampled_from(Gunstig),
    }
)


@given(VRAGEN)
def test_altijd_een_antwoord_in_een_zin_en_in_exacte_getallen(vraag: dict) -> None:  # type: ignore[type-arg]
    beeld = bereken_koers(**vraag)
    zin = koers_in_woorden(beeld)
    assert zin[0].isupper()
    assert zin.endswith(".")
    assert "None" not in zin
    assert not any(isinstance(getattr(beeld, veld.name), float) for veld in fields(beeld))
    assert (beeld.koers in RANG) == (beeld.buiten is not None) == (beeld.achterstand is not None)
    assert (beeld.koers is Koers.NIET_TE_BEREKENEN) <= (beeld.reden is not None)


def test_nergens_een_kommagetal_van_de_machine() -> None:
    for pad in Path(koersmodule.__file__).parent.glob("koers*.py"):
        boom = ast.parse(pad.read_text("utf-8"))
        assert not [k for k in ast.walk(boom) if isinstance(k, ast.Constant) and isinstance(k.value, float)]
        assert not [k for k in ast.walk(boom) if isinstance(k, ast.Name) and k.id == "float"]


@given(
    streefwaarden((Richting.DALING, Richting.STIJGING, Richting.NIVEAU)),
    st.integers(-(10**9), 10**9).filter(bool),
    PADEN,
    DAGEN,
    st.lists(WAARDEN, min_size=2, max_size=6),
)
def test_een_betere_waarde_geeft_nooit_een_slechtere_koers(
    s: Streefwaarde, nul: int, pad: list[tuple[date, Decimal]], dag: date, waarden: list[Decimal]
) -> None:
    """Of values on the same side of what meets the doel, the nearer one is better. `pad`: also one set by a user."""
    s = replace(s, doeljaar=s.doeljaar or 2025)
    vraag = {"streefwaarde": s, "nulmeting": meting(2013, nul), "peildatum": dag, "pad": pad, "gunstig": Gunstig.HOGER}
    beelden = [bereken_koers(**vraag, metingen=[Meetpunt(dag, waarde)]) for waarde in waarden]  # type: ignore[arg-type]
    laag, hoog = beelden[0].eis_min, beelden[0].eis_max
    rangen = [RANG[beeld.koers] for beeld in sorted(beelden, key=lambda beeld: beeld.laatste.waarde)]  # type: ignore[union-attr]
    gesorteerd = sorted(waarden)
    te_laag = [rang for rang, waarde in zip(rangen, gesorteerd, strict=True) if hoog is None or waarde <= hoog]
    te_hoog = [rang for rang, waarde in zip(rangen, gesorteerd, strict=True) if laag is None or waarde >= laag]
    if laag is not None:
        assert te_laag == sorted(te_laag, reverse=True)
    if hoog is not None:
        assert te_hoog == sorted(te_hoog)


GESPIEGELD = {Richting.DALING: Richting.STIJGING, Richting.STIJGING: Richting.DALING}


ANDERSOM = {Gunstig.HOGER: Gunstig.LAGER, Gunstig.LAGER: Gunstig.HOGER, None: None}


def maal(punt: Meetpunt | None, factor: Decimal | int) -> Meetpunt | None:
    return None if punt is None else replace(punt, waarde=punt.waarde * factor)


def omgekeerd(vraag: dict, factor: int) -> dict:  # type: ignore[type-arg]
    """The same question with every figure times the factor; the shares of a percentage stay what they are."""
    s = vraag["streefwaarde"]
    aandeel = s.eenheid == "procent" and s.richting in GESPIEGELD
    mee = abs(factor) if s.richting in GESPIEGELD else factor
    grenzen = [None if g is None else g * (1 if aandeel else mee) for g in (s.min, s.max)]
    if mee < 0:
        grenzen.reverse()
    richting = GESPIEGELD.get(s.richting, s.richting) if factor < 0 else s.richting
    return vraag | {
        "streefwaarde": replace(s, richting=richting, min=grenzen[0], max=grenzen[1]),
        "nulmeting": maal(vraag["nulmeting"], factor),
        "metingen": [maal(punt, factor) for punt in vraag["metingen"]],
        "pad": [(dag, waarde * factor) for dag, waarde in vraag["pad"]],
        "gunstig": ANDERSOM[vraag["gunstig"]] if factor < 0 else vraag["gunstig"],
    }


@given(VRAGEN)
def test_omhoog_en_omlaag_zijn_elkaars_spiegelbeeld(vraag: dict) -> None:  # type: ignore[type-arg]
    beeld, spiegel = bereken_koers(**vraag), bereken_koers(**omgekeerd(vraag, -1))
    assert (beeld.koers, beeld.reden, beeld.voortgang) == (spiegel.koers, spiegel.reden, spiegel.voortgang)
    assert beeld.achterstand == spiegel.achterstand
    assert (beeld.buiten or 0) == -(spiegel.buiten or 0)
    assert (beeld.verwacht or 0) == -(spiegel.verwacht or 0)
    assert (beeld.eis_min or 0, beeld.eis_max or 0) == (-(spiegel.eis_max or 0), -(spiegel.eis_min or 0))


@given(VRAGEN, st.sampled_from([2, 1000, 10**6]))
def test_in_een_andere_munt_is_de_koers_dezelfde(vraag: dict, factor: int) -> None:  # type: ignore[type-arg]
    beeld, groter = bereken_koers(**vraag), bereken_koers(**omgekeerd(vraag, factor))
    assert (beeld.koers, beeld.reden) == (groter.koers, groter.reden)
    assert (beeld.voortgang, beeld.achterstand) == (groter.voortgang, groter.achterstand)


@given(WAARDEN, HOEVEEL.filter(bool), DAGEN, WAARDEN)
def test_de_sommen_nagerekend(nul: Decimal, verschil: Decimal, dag: date, waarde: Decimal) -> None:
    """A second time, straight from the words of the design: a line in months from 2014 to 2032."""
    s = Streefwaarde(Richting.STIJGING, verschil, verschil, "aantal", 2032)
    punt = Meetpunt(dag, waarde)
    beeld = bereken_koers(streefwaarde=s, nulmeting=meting(2014, nul), metingen=[punt], peildatum=dag)
    volgende = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    dagen = (volgende - date(dag.year, dag.month, 1)).days
    maanden = (dag.year - 2015) * 12 + dag.month - 1 + Fraction(dag.day, dagen)
    verwacht = Fraction(nul) + Fraction(verschil) * maanden / (18 * 12)
    tekort = (verwacht - Fraction(waarde)) / Fraction(verschil)
    if waarde >= nul + verschil:
        assert beeld.koers is Koers.BEHAALD
    elif tekort <= SPEELRUIMTE:
        assert beeld.koers is Koers.OP_KOERS
    else:
        assert beeld.koers is (Koers.ACHTER if tekort <= VER_VANAF else Koers.VER_ACHTER)
    assert beeld.verwacht is not None
    assert abs(Fraction(beeld.verwacht) - verwacht) <= Fraction(1, 20_000)
