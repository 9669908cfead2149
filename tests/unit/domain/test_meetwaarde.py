"""Measured figures, as people and spreadsheets write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.meetwaarde import (
    LEEG,
    AfgeschermdeWaarde,
    Decimaalteken,
    OngeldigeWaarde,
    controleer_waarde,
    decimaalteken_van,
    is_leeg,
    kies_decimaalteken,
    lees_meetwaarde,
    toon_meetwaarde,
)
from app.domain.taal.getallen import toon_getal


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("1.23", "1.23"),
        ("1234.500", "1234.5"),
        ("0.500", "0.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        (",5", "0.5"),
        ("8,3%", "8.3"),
        ("8,3 procent", "8.3"),
        ("€ 1.234", "1234"),
        ("€1.234,-", "1234"),
        ("1.234 euro", "1234"),
        ("€ -12,50", "-12.5"),
        ("-€ 12,50", "-12.5"),
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234", "1234"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("+3", "3"),
        ("1,2 mln", "1200000"),
        ("€ 1,2 miljoen", "1200000"),
        ("4 weken", "4"),
        ("1 week", "1"),
        ("99999999999999,9999", "99999999999999.9999"),
        ("1,5000000", "1.5"),
    ],
)
def test_lezen(tekst: str, waarde: str) -> None:
    assert lees_meetwaarde(f" {tekst}\n", eenheid=None) == Decimal(waarde)


def test_min_nul_is_nul() -> None:
    assert str(lees_meetwaarde("-0", eenheid=None)) == str(lees_meetwaarde("- 0", eenheid=None)) == "0"


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("NaN", "'NaN' is geen getal"),
        ("Infinity", "'Infinity' is geen getal"),
        ("tien", "'tien' is geen getal"),
        ("12 cliënten", "is geen getal; schrijf bijvoorbeeld 1.234,5."),
        ("3-4", "is geen getal"),
        ("3 tot 5", "is geen getal"),
        ("31.12.2019", "is geen getal"),
        ("1.2.3", "is geen getal"),
        ("12 34", "is geen getal"),
        ("1,2,3", "is geen getal"),
        ("٣", "is geen getal"),
        ("²", "is geen getal"),
        ("€", "is geen getal"),
        ("9" * 5000, "is geen getal"),
        ("1e30", "wetenschappelijke notatie"),
        ("1,2E+05", "kies in het rekenblad 'Getal' als notatie"),
        ("=A1", "'=A1' is een formule; zet er de uitkomst als getal neer."),
        ("@SOM(A1)", "is een formule"),
        ("#DEEL/0!", "is een foutmelding van het rekenblad"),
        ("1" + "0" * 30, "heeft meer dan 14 cijfers voor de komma"),
        ("123456789 mln", "heeft meer dan 14 cijfers voor de komma"),
        ("8,33333", "heeft meer dan 4 cijfers achter de komma; rond het af"),
        ("1,00000000000000000000000000000001 mln", "heeft meer dan 4 cijfers achter de komma"),
        ("", "Hier staat geen waarde."),
        ("n.v.t.", "Hier staat geen waarde."),
    ],
)
def test_wat_geen_waarde_is(tekst: str, melding: str) -> None:
    with pytest.raises(OngeldigeWaarde) as fout:
        lees_meetwaarde(tekst, eenheid="aantal")
    assert melding in str(fout.value)
    assert not isinstance(fout.value, AfgeschermdeWaarde)


@pytest.mark.parametrize("tekst", ["<5", "< 5", "<=4", "≤ 4", "minder dan 10", "Kleiner dan 5"])
def test_een_klein_aantal_dat_de_bron_niet_noemt(tekst: str) -> None:
    with pytest.raises(AfgeschermdeWaarde, match="is afgeschermd in de bron"):
        lees_meetwaarde(tekst, eenheid="aantal")


@pytest.mark.parametrize(
    ("tekst", "eenheid"),
    [
        ("€ 5", "euro"),
        ("€ 5", "euro per jeugdige"),
        ("5%", "procent"),
        ("5%", "%"),
        ("5%", "procentpunt"),
        ("5 weken", "weken"),
        ("5 fte", "fte"),
        ("5 meldingen", "meldingen"),
    ],
)
def test_de_eigen_eenheid_mag_erbij_staan(tekst: str, eenheid: str) -> None:
    assert lees_meetwaarde(tekst, eenheid=eenheid) == 5


@pytest.mark.parametrize(
    ("tekst", "eenheid", "melding"),
    [
        ("8,3%", "euro", "'8,3%' staat in procent, maar de eenheid is euro."),
        ("€ 5", "aantal", "'€ 5' staat in euro, maar de eenheid is aantal."),
        ("5,-", "procent", "'5,-' staat in euro, maar de eenheid is procent."),
        ("5 dagen", "weken", "'5 dagen' staat in dagen, maar de eenheid is weken."),
        ("5 a", "aantal", "'5 a' is geen getal; schrijf bijvoorbeeld 1.234,5."),
    ],
)
def test_een_andere_eenheid_is_een_ander_getal(tekst: str, eenheid: str, melding: str) -> None:
    with pytest.raises(OngeldigeWaarde) as fout:
        lees_meetwaarde(tekst, eenheid=eenheid)
    assert str(fout.value) == melding


@pytest.mark.parametrize(
    ("tekst", "decimaal", "waarde"),
    [
        ("1.234", ".", "1.234"),
        ("1,234", ".", "1234"),
        ("1234.500", ".", "1234.5"),
        ("1.234", ",", "1234"),
        ("1,234", ",", "1.234"),
        ("12", ".", "12"),
    ],
)
def test_het_teken_van_de_kolom_beslist(tekst: str, decimaal: Decimaalteken, waarde: str) -> None:
    assert lees_meetwaarde(tekst, eenheid=None, decimaal=decimaal) == Decimal(waarde)


def test_een_cel_die_niet_bij_de_kolom_past() -> None:
    with pytest.raises(OngeldigeWaarde, match="'1,5' is geschreven met een komma, de rest van de kolom met een punt"):
        lees_meetwaarde("1,5", eenheid=None, decimaal=".")
    with pytest.raises(OngeldigeWaarde, match=r"'1\.5' is geschreven met een punt, de rest van de kolom met een komma"):
        lees_meetwaarde("1.5", eenheid=None, decimaal=",")


@pytest.mark.parametrize(
    ("cellen", "teken"),
    [
        (["1.234", "8,3", "-", ""], ","),
        (["1.234", "8.3"], "."),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["€ 1.234,50"], ","),
        (["1.234", "1,234", "5"], None),
        (["8,3", "8.3"], None),
        (["31.12.2019", "tekst", "9" * 500, "1,2,3"], None),
        ([], None),
    ],
)
def test_het_decimaalteken_van_een_kolom(cellen: list[str], teken: str | None) -> None:
    assert kies_decimaalteken(iter(cellen)) == teken


@pytest.mark.parametrize("tekst", ["", " ", "-", "–", ".", "x", "X", "n.v.t.", "NVT", "onbekend", "\u00a0", "n.b."])
def test_leeg(tekst: str) -> None:
    assert is_leeg(tekst)


@pytest.mark.parametrize("tekst", ["0", "0,0", "geen", "-1", "< 5", "x1"])
def test_niet_leeg(tekst: str) -> None:
    assert not is_leeg(tekst)


def test_wat_leeg_is_is_geen_waarde() -> None:
    for tekst in LEEG:
        with pytest.raises(OngeldigeWaarde, match="Hier staat geen waarde"):
            lees_meetwaarde(tekst, eenheid=None)


@pytest.mark.parametrize(
    ("waarde", "eenheid", "minimum", "maximum", "zin"),
    [
        ("5", "aantal", None, None, None),
        ("-5", "aantal", None, None, "Een aantal is niet negatief; hier staat -5."),
        ("-5", "aantal", "0", None, "Een aantal is niet negatief; hier staat -5."),
        ("-5", "aantal", "-4", None, "-5 kan hier niet: het laagste is -4."),
        ("-5", "aantal", "-10", None, None),
        ("-5", "euro", None, None, None),
        ("130", "procent", None, None, None),
        ("130", "procent", "0", "100", "130% kan hier niet: het hoogste is 100%."),
        ("-1", "procent", "0", "100", "-1% kan hier niet: het laagste is 0%."),
        ("100", "procent", "0", "100", None),
        ("11", "cijfer", "1", "10", "11 kan hier niet: het hoogste is 10."),
        ("NaN", "aantal", None, None, "Dit is geen getal."),
        ("-Infinity", "euro", None, None, "Dit is geen getal."),
        ("1E+1000000", "euro", None, None, "Dit getal heeft meer dan 14 cijfers voor de komma."),
        ("1E-1000000", "euro", None, None, "Dit getal heeft meer dan 4 cijfers achter de komma; rond het af."),
    ],
)
def test_controleren(waarde: str, eenheid: str, minimum: str | None, maximum: str | None, zin: str | None) -> None:
    laagste, hoogste = (None if grens is None else Decimal(grens) for grens in (minimum, maximum))
    melding = None
    try:
        controleer_waarde(Decimal(waarde), eenheid, minimum=laagste, maximum=hoogste)
    except OngeldigeWaarde as fout:
        melding = str(fout)
    assert melding == zin


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        ("8.3", "procent", "8,3%"),
        ("1234", "euro", "€ 1.234"),
        ("-12.5", "euro", "€ -12,50"),
        ("4", "weken", "4 weken"),
        ("1", "weken", "1 week"),
        ("1234", "aantal", "1.234"),
        ("1234.5000", None, "1.234,5"),
        ("7.5", "cijfer", "7,5"),
        ("3", "meldingen", "3 meldingen"),
    ],
)
def test_tonen(waarde: str, eenheid: str | None, tekst: str) -> None:
    assert toon_meetwaarde(Decimal(waarde), eenheid) == tekst


WAARDEN = st.decimals(min_value=-(10**13), max_value=10**13, places=4) | st.decimals(-9999, 9999, places=1)


@given(WAARDEN, st.sampled_from(["procent", "weken", "aantal", "fte", None]))
def test_wat_getoond_wordt_is_weer_te_lezen(waarde: Decimal, eenheid: str | None) -> None:
    assert lees_meetwaarde(toon_meetwaarde(waarde, eenheid), eenheid=eenheid, decimaal=",") == waarde


@given(WAARDEN)
def test_engels_en_nederlands_zijn_dezelfde_waarde(waarde: Decimal) -> None:
    assert lees_meetwaarde(f"{waarde:,f}", eenheid=None, decimaal=".") == waarde
    assert lees_meetwaarde(str(waarde), eenheid=None, decimaal=".") == waarde
    assert lees_meetwaarde(toon_getal(waarde), eenheid=None, decimaal=",") == waarde


@given(WAARDEN)
def test_een_bewezen_teken_leest_dezelfde_waarde_als_zonder(waarde: Decimal) -> None:
    for tekst in (f"{waarde:,f}", str(waarde), toon_getal(waarde)):
        if teken := decimaalteken_van(tekst):
            assert (
                lees_meetwaarde(tekst, eenheid=None) == lees_meetwaarde(tekst, eenheid=None, decimaal=teken) == waarde
            )


WOORDEN = "1 234 0 . , - + € % e5 mln euro < = # NaN inf weken n.v.t."
STUKKEN = st.sampled_from(WOORDEN.split()) | st.text(max_size=4)


@given(st.lists(STUKKEN, max_size=8), st.sampled_from([None, "euro", "procent"]), st.sampled_from([None, ",", "."]))
def test_een_waarde_die_te_bewaren_is_of_een_zin(
    stukken: list[str], eenheid: str | None, decimaal: Decimaalteken | None
) -> None:
    for tekst in ("".join(stukken), " ".join(stukken)):
        try:
            waarde = lees_meetwaarde(tekst, eenheid=eenheid, decimaal=decimaal)
        except OngeldigeWaarde:
            continue
        assert abs(waarde) < 10**14
        assert waarde == round(waarde, 4)
        assert not is_leeg(tekst)
