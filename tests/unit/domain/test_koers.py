"""Whether a doel is on course: examples, and properties that hold for every figure."""

import ast
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import koers as koersmodule
from app.domain.indicator import Gunstig
from app.domain.koers import (
    AANDACHT,
    SPEELRUIMTE,
    VER_VANAF,
    Koers,
    Koersbeeld,
    Meetpunt,
    bereken_koers,
    kies_nulmeting,
)
from app.domain.koers_doel import Reden
from app.domain.koers_in_woorden import koers_in_woorden
from app.domain.structuur import Richting, Streefwaarde

PEIL = date(2021, 3, 1)
NA_AFLOOP = date(2023, 1, 1)


def meting(jaar: int, waarde: str | int | Decimal, **anders: bool) -> Meetpunt:
    return Meetpunt(date(jaar, 12, 31), Decimal(waarde), **anders)


def doel(
    richting: Richting, laag: str | None, hoog: str | None, eenheid: str = "aantal", **anders: int
) -> Streefwaarde:
    waarden = [None if grens is None else Decimal(grens) for grens in (laag, hoog)]
    return Streefwaarde(richting, *waarden, eenheid, **({"doeljaar": 2022} | anders))


DERTIG_MINDER = doel(Richting.DALING, "30", "30", "procent", referentiejaar=2019)
NUL = meting(2019, 1_000_000)


def beeld_van(
    streefwaarde: Streefwaarde, nul: str | int | None, laatste: str | int | None, **anders: object
) -> Koersbeeld:
    """Of a nulmeting at the end of 2019 and one meting at the end of 2020, seen in March 2021."""
    return bereken_koers(
        streefwaarde=streefwaarde,
        nulmeting=None if nul is None else meting(2019, nul),
        metingen=[] if laatste is None else [meting(2020, laatste)],
        **({"peildatum": PEIL, "eenheid": streefwaarde.eenheid} | anders),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("waarde", "koers", "afwijking", "achterstand", "voortgang"),
    [
        (600_000, Koers.BEHAALD, -300_000, "0", "1.3333"),
        (700_000, Koers.BEHAALD, -200_000, "0", "1"),
        (700_001, Koers.OP_KOERS, -199_999, "0", "1"),
        (900_000, Koers.OP_KOERS, 0, "0", "0.3333"),
        (930_000, Koers.OP_KOERS, 30_000, "0.1", "0.2333"),
        (930_001, Koers.ACHTER, 30_001, "0.1", "0.2333"),
        (1_000_000, Koers.ACHTER, 100_000, "0.3333", "0"),
        (1_000_001, Koers.VER_ACHTER, 100_001, "0.3333", "0"),
        (1_300_000, Koers.VER_ACHTER, 400_000, "1.3333", "-1"),
    ],
)
def test_dertig_procent_minder_dan_in_2019(
    waarde: int, koers: Koers, afwijking: int, achterstand: str, voortgang: str
) -> None:
    beeld = beeld_van(replace(DERTIG_MINDER), 1_000_000, waarde, eenheid="euro")
    assert (beeld.koers, beeld.afwijking, beeld.achterstand) == (koers, afwijking, Decimal(achterstand))
    assert beeld.voortgang == Decimal(voortgang)
    assert (beeld.doel_min, beeld.doel_max, beeld.eis_min, beeld.eis_max) == (700_000, 700_000, None, 700_000)
    assert (beeld.verwacht, beeld.verwacht_pad) == (
        900_000,
        ((date(2019, 12, 31), 1_000_000), (date(2022, 12, 31), 700_000)),
    )


@pytest.mark.parametrize(
    ("streefwaarde", "nul", "waarde", "koers"),
    [
        (doel(Richting.STIJGING, "20", "40"), 55, 95, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 75, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 200, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 60, Koers.OP_KOERS),
        (doel(Richting.STIJGING, "20", "40"), 55, 56, Koers.ACHTER),
        (doel(Richting.STIJGING, "20", "40"), 55, 54, Koers.VER_ACHTER),
        (doel(Richting.DALING, "7", "7", "weken"), 11, 4, Koers.BEHAALD),
        (doel(Richting.DALING, "7", "7", "weken"), 11, 9, Koers.OP_KOERS),
        (doel(Richting.DALING, "10", "15", "procent"), "8.3", "7.47", Koers.BEHAALD),
        (doel(Richting.DALING, "10", "15", "procentpunt"), 80, 71, Koers.OP_KOERS),
        (doel(Richting.DALING, "10", None, "procent"), 100, 90, Koers.BEHAALD),
        (doel(Richting.DALING, None, "5", "procent"), 100, 96, Koers.BEHAALD),
        (doel(Richting.DALING, None, "5", "procent"), 100, 94, Koers.ACHTER),
        (doel(Richting.STIJGING, None, "5", "procent"), 100, 107, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 10, 27, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "25", "30"), 10, 15, Koers.OP_KOERS),
        (doel(Richting.NIVEAU, "25", "30"), 10, 31, Koers.OP_KOERS),
        (doel(Richting.NIVEAU, "25", "30"), 10, 35, Koers.ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 10, 40, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 27, 24, Koers.ACHTER),
        (doel(Richting.NIVEAU, "2", None), 0, 2, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), 0, 5, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), None, 3, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), 3, 1, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, None, "4", "weken"), 11, 4, Koers.BEHAALD),
        (doel(Richting.NIVEAU, None, "4", "weken"), 11, 10, Koers.ACHTER),
        (doel(Richting.NIVEAU, "40", "40"), 20, 41, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "40", "40"), 60, 39, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "40", "40"), 40, 40, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "0", "0"), 0, 0, Koers.BEHAALD),
        (doel(Richting.DALING, "0", "0"), 0, 1, Koers.VER_ACHTER),
        (doel(Richting.DALING, "0", "0"), 100, 109, Koers.OP_KOERS),
        (doel(Richting.DALING, "20", "20", "procent"), -100, -120, Koers.BEHAALD),
    ],
)
def test_banden_en_grenzen(streefwaarde: Streefwaarde, nul: int | str | None, waarde: int | str, koers: Koers) -> None:
    eenheid = "procent" if streefwaarde.eenheid == "procentpunt" else streefwaarde.eenheid
    assert beeld_van(streefwaarde, nul, waarde, eenheid=eenheid).koers is koers


@pytest.mark.parametrize(
    ("streefwaarde", "nul", "waarde", "koers", "reden"),
    [
        (Streefwaarde(), 1, 1, Koers.NIET_TE_BEREKENEN, Reden.KWALITATIEF),
        (Streefwaarde(Richting.DALING, open=True), 1, 1, Koers.DOEL_OPEN, None),
        (Streefwaarde(Richting.NIVEAU, eenheid="aantal"), 1, 1, Koers.DOEL_OPEN, None),
        (DERTIG_MINDER, None, None, Koers.GEEN_METING, Reden.GEEN_NULMETING),
        (DERTIG_MINDER, 100, None, Koers.GEEN_METING, None),
        (DERTIG_MINDER, None, 90, Koers.NIET_TE_BEREKENEN, Reden.GEEN_NULMETING),
        (DERTIG_MINDER, 0, 90, Koers.NIET_TE_BEREKENEN, Reden.NULMETING_NUL),
        (doel(Richting.NIVEAU, "2", None), None, None, Koers.GEEN_METING, None),
        (doel(Richting.NIVEAU, "2", None), None, 1, Koers.NIET_TE_BEREKENEN, Reden.GEEN_NULMETING),
        (doel(Richting.NIVEAU, "40", "40"), None, 41, Koers.NIET_TE_BEREKENEN, Reden.RICHTING),
        (doel(Richting.NIVEAU, "40", "40"), 40, 41, Koers.NIET_TE_BEREKENEN, Reden.RICHTING),
        (doel(Richting.NIVEAU, "40", "40", doeljaar=None), 20, 30, Koers.NIET_TE_BEREKENEN, Reden.GEEN_DOELJAAR),  # type: ignore[arg-type]
        (doel(Richting.NIVEAU, "40", "40", doeljaar=None), 20, 41, Koers.BEHAALD, None),  # type: ignore[arg-type]
    ],
)
def test_wat_ontbreekt(
    streefwaarde: Streefwaarde, nul: int | None, waarde: int | None, koers: Koers, reden: Reden | None
) -> None:
    beeld = beeld_van(streefwaarde, nul, waarde)
    assert (beeld.koers, beeld.reden) == (koers, reden)
    assert (beeld.buiten is None) == (koers is not Koers.BEHAALD)


@pytest.mark.parametrize(
    ("doeleenheid", "eenheid", "past"),
    [
        ("weken", "weken", True),
        ("weken", "aantal", False),
        ("aantal", "trajecten", True),
        ("aantal", "fte", True),
        ("fte", "aantal", True),
        ("aantal", "procent", False),
        ("procent", "aantal", False),
        ("procentpunt", "procent", True),
        ("euro", "euro per jeugdige", True),
        ("euro", "aantal", False),
        ("aantal", "cijfer", False),
        ("aantal", None, True),
    ],
)
def test_eenheden(doeleenheid: str, eenheid: str | None, past: bool) -> None:
    beeld = beeld_van(doel(Richting.NIVEAU, "40", None, doeleenheid), 20, 30, eenheid=eenheid)
    assert (beeld.reden is Reden.EENHEID) is not past


def test_een_percentage_past_bij_elke_eenheid_als_het_om_verandering_gaat() -> None:
    for eenheid in ("euro", "aantal", "procent", "weken", "trajecten"):
        assert beeld_van(DERTIG_MINDER, 100, 70, eenheid=eenheid).koers is Koers.BEHAALD


@pytest.mark.parametrize(
    ("gunstig", "waarde", "koers"),
    [
        (Gunstig.HOGER, 41, Koers.BEHAALD),
        (Gunstig.LAGER, 39, Koers.BEHAALD),
        (Gunstig.HOGER, 39, Koers.NIET_TE_BEREKENEN),
    ],
)
def test_een_kaal_niveau_zonder_nulmeting_met_een_gunstige_kant(gunstig: Gunstig, waarde: int, koers: Koers) -> None:
    assert beeld_van(doel(Richting.NIVEAU, "40", "40"), None, waarde, gunstig=gunstig).koers is koers


def test_na_het_doeljaar_is_bijna_niet_genoeg() -> None:
    assert beeld_van(DERTIG_MINDER, 1_000_000, 700_001, peildatum=date(2022, 12, 31)).koers is Koers.OP_KOERS
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 700_001, peildatum=NA_AFLOOP)
    assert (beeld.koers, beeld.buiten, beeld.achterstand) == (Koers.VER_ACHTER, 1, 0)
    assert beeld_van(DERTIG_MINDER, 1_000_000, 700_000, peildatum=NA_AFLOOP).koers is Koers.BEHAALD
    zonder_nul = beeld_van(doel(Richting.NIVEAU, "2", None), None, 1, peildatum=NA_AFLOOP)
    assert zonder_nul.koers is Koers.VER_ACHTER


def test_alleen_de_laatste_meting_tussen_nulmeting_en_peildatum_telt() -> None:
    metingen = [meting(2020, 950_000), meting(2018, 1), NUL, meting(2021, 2), Meetpunt(date(2020, 6, 30), Decimal(3))]
    beeld = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=NUL, metingen=metingen, peildatum=PEIL)
    assert beeld.laatste == meting(2020, 950_000)
    geen = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=NUL, metingen=metingen, peildatum=date(2020, 1, 31))
    assert (geen.koers, geen.laatste) == (Koers.GEEN_METING, None)


def test_de_laatste_meting_wordt_vergeleken_met_wat_toen_verwacht_werd() -> None:
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 900_000, peildatum=date(2022, 6, 30))
    assert (beeld.koers, beeld.verwacht, beeld.verwacht_nu) == (Koers.OP_KOERS, 900_000, 750_000)
    assert not beeld.verouderd
    assert beeld_van(DERTIG_MINDER, 1_000_000, 900_000, peildatum=date(2022, 7, 1)).verouderd


def test_een_pad_van_de_gebruiker_in_plaats_van_de_lijn() -> None:
    pad = [
        (date(2024, 12, 31), Decimal(1)),
        (date(2021, 12, 31), Decimal(950_000)),
        (date(2020, 12, 31), Decimal(1_000_000)),
        (date(2018, 12, 31), Decimal(1)),
    ]
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 1_000_000, pad=pad)
    assert (beeld.koers, beeld.verwacht) == (Koers.OP_KOERS, 1_000_000)
    assert [punt for _, punt in beeld.verwacht_pad] == [1_000_000, 1_000_000, 950_000, 700_000]
    eind = beeld_van(DERTIG_MINDER, 1_000_000, 1_000_000, pad=[(date(2022, 12, 31), Decimal(800_000))])
    assert [punt for _, punt in eind.verwacht_pad] == [1_000_000, 800_000]


def test_een_pad_maakt_een_nulmeting_en_een_doeljaar_overbodig() -> None:
    pad = [(date(2019, 12, 31), Decimal(10)), (date(2021, 12, 31), Decimal(20))]
    zonder_nul = beeld_van(doel(Richting.NIVEAU, "30", None), None, 15, pad=pad)
    assert (zonder_nul.koers, zonder_nul.verwacht, zonder_nul.voortgang) == (Koers.OP_KOERS, 15, None)
    zonder_jaar = beeld_van(doel(Richting.NIVEAU, "30", None, doeljaar=None), 10, 11, pad=pad)  # type: ignore[arg-type]
    assert (zonder_jaar.koers, zonder_jaar.verwacht) == (Koers.ACHTER, 15)


def test_zonder_weg_te_gaan_is_er_geen_pad() -> None:
    assert beeld_van(doel(Richting.NIVEAU, "2", None), 3, 3).verwacht_pad == ()
    te_vroeg = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=meting(2022, 5), metingen=[], peildatum=NA_AFLOOP)
    assert (te_vroeg.koers, te_vroeg.verwacht_pad) == (Koers.GEEN_METING, ())


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2018, 5, 5), 300),
        (date(2019, 12, 31), 300),
        (date(2020, 3, 31), 275),
        (date(2020, 6, 30), 250),
        (date(2020, 12, 31), 200),
        (date(2021, 1, 31), Decimal("191.6667")),
        (date(2022, 12, 31), 0),
        (date(2030, 1, 1), 0),
    ],
)
def test_een_maand_is_een_twaalfde_van_een_jaar(dag: date, verwacht: Decimal) -> None:
    assert beeld_van(doel(Richting.DALING, "300", "300"), 300, None, peildatum=dag).verwacht_nu == verwacht


METINGEN = [meting(2021, 3), meting(2018, 1), Meetpunt(date(2019, 6, 30), Decimal(9)), meting(2019, 2)]


@pytest.mark.parametrize(
    ("expliciet", "referentiejaar", "gekozen"),
    [
        (meting(2017, 7), 2019, meting(2017, 7)),
        (None, 2019, meting(2019, 2)),
        (None, 2020, None),
        (None, None, meting(2018, 1)),
    ],
)
def test_nulmeting(expliciet: Meetpunt | None, referentiejaar: int | None, gekozen: Meetpunt | None) -> None:
    assert kies_nulmeting(METINGEN, expliciet=expliciet, referentiejaar=referentiejaar) == gekozen


def test_een_enkele_meting_is_niet_tegelijk_het_begin() -> None:
    assert kies_nulmeting(METINGEN[:1], expliciet=None, referentiejaar=None) is None


def test_elke_koers_heeft_een_plaats_in_de_aandacht() -> None:
    assert sorted(AANDACHT) == sorted(Koers)


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
