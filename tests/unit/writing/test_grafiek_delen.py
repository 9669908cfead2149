"""The parts a chart is built from: figures, axes, places of labels, and one look in two forms."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.writing.grafiek.eindlabels import spreid
from app.writing.grafiek.getallen import kort, schaalwoorden, voluit
from app.writing.grafiek.letters import breedte, passend
from app.writing.grafiek.opmaak import KLEUREN, OPMAAK, STREPEN
from app.writing.grafiek.plaatsing import Bezetting, Vak, langs, rondom
from app.writing.grafiek.tijdas import Tijdas, kies_tijdstippen
from app.writing.grafiek.waardeas import maak_waardeas
from app.writing.grafiek.waarden import Lijngrafiek
from config import PROJECT
from tests.unit.writing.grafieken import getallen, jaren, lijngrafiek, punt, reeks

STIJLEN = PROJECT / "app/static/src"


# --- figures ---


@pytest.mark.parametrize(
    ("waarde", "eenheid", "verwacht_kort", "verwacht_voluit"),
    [
        ("17869323", "euro", "€ 17,9 mln", "€ 17.869.323"),
        ("1234567", "euro", "€ 1,23 mln", "€ 1.234.567"),
        ("102845000", "aantal", "103 mln", "102.845.000"),
        ("2500000000", "euro", "€ 2,5 mld", "€ 2.500.000.000"),
        ("32345678901234", "euro", "€ 32,3 bln", "€ 32.345.678.901.234"),
        ("-1200000", "euro", "€ -1,2 mln", "€ -1.200.000"),
        ("11674", "euro", "€ 11.674", "€ 11.674"),
        ("8.30", "procent", "8,3%", "8,3%"),
        ("0.0009", "procent", "0,0009%", "0,0009%"),
        ("7", "weken", "7", "7 weken"),
        ("0", "aantal", "0", "0"),
        ("7.4567", "cijfer", "7,46", "7,4567"),
    ],
)
def test_getallen(waarde: str, eenheid: str, verwacht_kort: str, verwacht_voluit: str) -> None:
    assert kort(Decimal(waarde), eenheid) == verwacht_kort
    assert voluit(Decimal(waarde), eenheid) == verwacht_voluit


@pytest.mark.parametrize(
    ("stappen", "eenheid", "woorden"),
    [
        (["0", "500000", "1000000", "1500000"], "euro", ["€ 0", "€ 0,5 mln", "€ 1,0 mln", "€ 1,5 mln"]),
        (["6", "7", "8"], "procent", ["6%", "7%", "8%"]),
        (["0.5", "1", "1.5"], "procent", ["0,5%", "1,0%", "1,5%"]),
        (["98000", "99000"], "aantal", ["98.000", "99.000"]),
        (["1000000", "1002000"], "aantal", ["1.000.000", "1.002.000"]),
        (["-2", "0", "2"], "weken", ["-2", "0", "2"]),
    ],
)
def test_schaalwoorden(stappen: list[str], eenheid: str, woorden: list[str]) -> None:
    assert schaalwoorden([Decimal(stap) for stap in stappen], eenheid) == woorden


def test_te_lange_woorden_worden_ingekort() -> None:
    kort_woord = passend("Midden-Groningen", 13, 80)
    assert kort_woord.startswith("Midden")
    assert kort_woord.endswith("…")
    assert breedte(kort_woord, 13) <= 80
    assert passend("Oldambt", 13, 80) == "Oldambt"


# --- the axis of values ---


@given(st.lists(getallen, min_size=1, max_size=8), st.integers(2, 8))
def test_waardeas_omvat_alles_met_ronde_stappen(waarden: list[Decimal], delen: int) -> None:
    as_ = maak_waardeas(waarden, delen=delen)
    sprongen = {later - eerder for eerder, later in pairwise(as_.stappen)}
    assert as_.onder <= min(waarden) <= max(waarden) <= as_.boven
    assert 2 <= len(as_.stappen) <= delen + 4
    assert len(sprongen) == 1
    cijfers = "".join(map(str, sprongen.pop().normalize().as_tuple().digits))
    assert cijfers in {"1", "2", "25", "5", "3"}
    assert all(0 <= as_.deel(waarde) <= 1 for waarde in waarden)


@given(st.lists(st.integers(-100_000, 100_000).map(Decimal), min_size=1, max_size=5))
def test_hele_getallen_krijgen_hele_stappen(waarden: list[Decimal]) -> None:
    assert all(stap == stap.to_integral_value() for stap in maak_waardeas(waarden, delen=6).stappen)


@pytest.mark.parametrize(
    ("waarden", "onder", "boven", "zonder_nul"),
    [
        (["8.3", "9.7"], "8", "10", True),
        (["3", "11"], "0", "15", False),
        (["7.5", "7.5"], "0", "8", False),
        (["0"], "0", "1", False),
        (["-90", "40"], "-100", "50", False),
        (["-98", "-92"], "-100", "-90", True),
    ],
)
def test_begin_en_eind_van_de_waardeas(waarden: list[str], onder: str, boven: str, zonder_nul: bool) -> None:
    as_ = maak_waardeas([Decimal(waarde) for waarde in waarden], delen=4)
    assert (as_.onder, as_.boven, as_.zonder_nul) == (Decimal(onder), Decimal(boven), zonder_nul)


# --- the axis of time ---


def tijdstippen(grafiek: Lijngrafiek, hoogstens: int = 8) -> list[str]:
    as_ = Tijdas(min(grafiek.datums()), max(grafiek.datums()))
    return [t.label for t in kies_tijdstippen(grafiek, as_, lambda keuze: len(keuze) <= hoogstens)]


@pytest.mark.parametrize(
    ("codes", "labels"),
    [
        (["2018", "2019", "2020"], ["2018", "2019", "2020"]),
        (["2019-H1", "2019-H2", "2020-H1"], ["H1 2019", "H2 2019", "H1 2020"]),
        (["2019-Q3", "2019-Q4", "2020-Q1"], ["Q3 2019", "Q4 2019", "Q1 2020"]),
        (["2019-12", "2020-03"], ["dec 2019", "jan 2020", "feb 2020", "mrt 2020"]),
        (["2018-01-01", "2019-01-01"], ["1 jan 2018", "1 jan 2019"]),
        (["2019-10-01", "2021-10-01"], ["1 okt 2019", "1 okt 2021"]),
        (["2019"], ["2019"]),
    ],
)
def test_tijdstippen_heten_naar_de_periode(codes: list[str], labels: list[str]) -> None:
    assert tijdstippen(lijngrafiek(reeks(*(punt(code, "1") for code in codes)))) == labels


def test_lange_reeksen_krijgen_ronde_jaren() -> None:
    grafiek = lijngrafiek(reeks(*jaren(*["1"] * 30, vanaf=1994)))
    assert tijdstippen(grafiek) == ["1995", "2000", "2005", "2010", "2015", "2020"]
    assert tijdstippen(grafiek, hoogstens=2) == ["2000", "2020"]


def test_maanden_over_jaren_heten_naar_de_maand_waarin_ze_eindigen() -> None:
    punten = [punt(f"{jaar}-{maand:02}", "1") for jaar in range(2015, 2021) for maand in range(1, 13)]
    assert tijdstippen(lijngrafiek(reeks(*punten)))[:2] == ["dec 2015", "dec 2016"]


def test_zonder_begin_van_de_periode_zegt_de_laatste_dag_genoeg() -> None:
    punten = [type(p)(p.datum, p.waarde, p.label) for p in jaren("1", "2", "3")]
    assert tijdstippen(lijngrafiek(reeks(*punten))) == ["2018", "2019", "2020"]


# --- places ---

maten = st.floats(0, 100, allow_nan=False)


@given(maten, maten, maten, maten, maten, maten)
def test_snijden_is_wat_je_ziet_als_je_de_lijn_naloopt(
    x: float, y: float, x1: float, y1: float, x2: float, y2: float
) -> None:
    vak = Vak(x, y, x + 20, y + 10)
    stappen = [(x1 + (x2 - x1) * n / 200, y1 + (y2 - y1) * n / 200) for n in range(201)]
    binnen = any(vak.links <= px <= vak.rechts and vak.boven <= py <= vak.onder for px, py in stappen)
    ruim = Vak(vak.links - 1, vak.boven - 1, vak.rechts + 1, vak.onder + 1)
    if binnen:
        assert ruim.snijdt((x1, y1), (x2, y2))
    elif vak.snijdt((x1, y1), (x2, y2)):
        assert any(ruim.links <= px <= ruim.rechts and ruim.boven <= py <= ruim.onder for px, py in stappen)


def test_een_label_wijkt_uit_en_vervalt_als_er_geen_plek_is() -> None:
    bezet = Bezetting(Vak(0, 0, 200, 100))
    eerste = bezet.neem_eerste(rondom((50, 50), 40, 15, 7))
    tweede = bezet.neem_eerste(rondom((50, 50), 40, 15, 7))
    assert eerste == Vak(57, 42.5, 97, 57.5)
    assert tweede is not None
    assert not tweede.raakt(eerste)
    bezet.neem_lijn([(0, y) for y in (0, 100)])
    vol = Bezetting(Vak(0, 0, 200, 100), vakken=[Vak(0, 0, 200, 100)])
    assert vol.neem_eerste(langs(Vak(0, 0, 200, 100), 50, 40, 15)) is None


@given(st.lists(st.floats(0, 300, allow_nan=False), min_size=1, max_size=12))
def test_gespreide_labels_blijven_in_volgorde_binnen_de_grenzen(middens: list[float]) -> None:
    plekken = spreid(sorted(middens), 15, 10, 300)
    assert all(later - eerder >= 15 - 1e-6 for eerder, later in pairwise(plekken))
    assert plekken[0] >= 17.5 - 1e-6
    assert plekken[-1] <= 292.5 + 1e-6


def test_labels_met_ruimte_blijven_waar_ze_zijn() -> None:
    assert spreid([50, 100, 104], 15, 0, 300) == [50, 94.5, 109.5]


# --- the look ---


def stijlblad() -> dict[str, dict[str, str]]:
    """Per name the declarations of grafiek.css outside @-rules, with the values of the theme filled in."""
    thema = dict(re.findall(r"(--ds-[\w-]+):\s*([^;]+);", (STIJLEN / "thema.css").read_text("utf-8")))
    tekst = re.sub(r"@\w[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}", "", (STIJLEN / "grafiek.css").read_text("utf-8"))
    gevonden: dict[str, dict[str, str]] = {}
    for kiezers, inhoud in re.findall(r"([^{}]+)\{([^}]*)\}", tekst):
        if "lijngrafiek__" not in kiezers:
            continue
        regels = dict(re.findall(r"([\w-]+):\s*([^;]+);", inhoud))
        regels = {k: re.sub(r"var\((--[\w-]+)\)", lambda t: thema[t[1]], v) for k, v in regels.items()}
        for naam in re.findall(r"\.lijngrafiek__([\w-]+)", kiezers):
            gevonden.setdefault(naam, {}).update(regels)
    return gevonden


def gelijk_gemaakt(opmaak: dict[str, str]) -> dict[str, str]:
    waarden = {k: re.sub(r"\b0(?=\.)", "", v.removesuffix("px")) for k, v in opmaak.items()}
    return {
        k: "#" + v[1] * 2 + v[2] * 2 + v[3] * 2 if re.fullmatch("#[0-9a-f]{3}", v) else v for k, v in waarden.items()
    }


def test_stijlblad_en_bestand_zien_er_hetzelfde_uit() -> None:
    blad = stijlblad()
    assert set(blad) == set(OPMAAK)
    for naam, opmaak in OPMAAK.items():
        assert gelijk_gemaakt(blad[naam]) == gelijk_gemaakt(opmaak), naam


def helderheid(kleur: str) -> float:
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    r, g, b = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("naam", sorted(set(OPMAAK) - {"raster", "band", "achter", "achter--band"}))
def test_alles_wat_iets_betekent_steekt_genoeg_af(naam: str) -> None:
    nodig = 4.5 if "font-size" in OPMAAK[naam] or naam.startswith("waarde") else 3
    kleuren = [OPMAAK[naam].get(kant, "none") for kant in ("stroke", "fill")]
    for kleur in (kleur for kleur in kleuren if kleur not in ("none", "#fff")):
        assert 1.05 / (helderheid(kleur) + 0.05) >= nodig


def test_lijnen_verschillen_ook_zonder_kleur() -> None:
    assert len(set(STREPEN)) == len(STREPEN) == len(set(KLEUREN))


def test_tijdas_met_een_moment_zet_het_in_het_midden() -> None:
    assert Tijdas(date(2020, 1, 1), date(2020, 1, 1)).deel(date(2020, 1, 1)) == 0.5
