"""The chart as SVG: read without eyes, with a style sheet or on its own, and no text over another."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.domain.cijfers.indicator import Reekssoort
from app.writing.grafiek.lijn import BREED, SMAL, klein, op_pagina, teken
from app.writing.grafiek.opmaak import OPMAAK
from app.writing.grafiek.sparkline import sparkline
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Streef
from tests.unit.writing.grafieken import (
    SVG,
    grafieken,
    jaren,
    lijngrafiek,
    punt,
    reeks,
    teksten,
    volle_grafiek,
)

PAGINAKENMERKEN = {"class", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "width", "height", "text-anchor"}


def lees(svg: str) -> etree._Element:
    return etree.fromstring(svg)


def met_klasse(wortel: etree._Element, klasse: str) -> list[etree._Element]:
    return [e for e in wortel.iter() if f"lijngrafiek__{klasse}" in (e.get("class") or "").split()]


def merken(wortel: etree._Element, klasse: str) -> int:
    """Without those in the legend, which shows every sign once more."""
    onder = min((float(e.get("y", "0")) for e in met_klasse(wortel, "legenda")), default=1000.0)
    hoogtes = [float(e.get("cy") or re.findall(r"[-\d.]+", e.get("d", ""))[1]) for e in met_klasse(wortel, klasse)]
    return sum(hoogte < onder - 12 for hoogte in hoogtes)


def test_is_te_lezen_zonder_te_zien() -> None:
    wortel = lees(teken(volle_grafiek(), id_="hulp"))
    assert (wortel.get("role"), wortel.get("aria-labelledby")) == ("img", "hulp-titel hulp-tekst")
    assert [(e.get("id"), e.text) for e in wortel[:2]] == [
        ("hulp-titel", "Jongeren met hulp"),
        (
            "hulp-tekst",
            "Realisatie van 8,3% (2018) naar 9,6% (2021, voorlopig), hoogste 9,7% (2020). "
            "Begroting van 8% (2018) naar 8% (2022). Prognose van 9,6% (2021) naar 9,4% (2022). "
            "Nulmeting 8,3% (2018). Streefwaarde 7% op 31 december 2024.",
        ),
    ]


def test_eigen_omschrijving_gaat_voor() -> None:
    grafiek = Lijngrafiek("Titel", "Het gaat beter.", "aantal", (reeks(*jaren("1", "2")),))
    assert lees(teken(grafiek, id_="a"))[1].text == "Het gaat beter."


def test_alles_wat_erin_hoort_staat_erin() -> None:
    woorden = [tekst.inhoud for tekst in teksten(lees(teken(volle_grafiek(), id_="a")))]
    for verwacht in (
        "9,6% Realisatie",
        "8% Begroting",
        "9,4% Prognose",
        "Nulmeting 8,3%",
        "1 juli 2022",
        "2018",
        "2024",
    ):
        assert verwacht in woorden
    legenda = ["Realisatie", "Begroting", "Prognose", "Voorlopig", "Eerder gemeld", "Nulmeting", "Verwacht pad"]
    assert woorden[-8:] == [*legenda, "Streefwaarde 7%"]
    assert Counter(woorden)["Streefwaarde 7%"] == 2


def test_voorlopig_is_open_en_eerder_is_een_kruis() -> None:
    wortel = lees(teken(volle_grafiek(), id_="a"))
    assert merken(wortel, "merk--open-1") == 1
    assert merken(wortel, "merk--1") == 3
    assert merken(wortel, "eerder") == 1
    assert merken(wortel, "nulmeting") == 1


@pytest.mark.parametrize("maat", [BREED, SMAL])
def test_op_een_pagina_alleen_klassen(maat: tuple[int, int]) -> None:
    wortel = lees(teken(volle_grafiek(), id_="a", breedte=maat[0], hoogte=maat[1]))
    vormen = [e for e in wortel.iter() if e.tag not in (f"{SVG}svg", f"{SVG}title", f"{SVG}desc")]
    assert all(e.get("class") for e in vormen)
    assert not {naam for e in vormen for naam in e.attrib} - PAGINAKENMERKEN
    assert "style" not in wortel.attrib


def test_in_een_bestand_staat_hij_op_zichzelf() -> None:
    wortel = lees(teken(volle_grafiek(), id_="a", stijl="bestand"))
    assert not [e for e in wortel.iter() if "class" in e.attrib or "style" in e.attrib]
    assert (wortel.get("width"), wortel.get("height"), wortel.get("viewBox")) == ("720", "320", "0 0 720 320")
    for element in wortel.iter(f"{SVG}path", f"{SVG}line", f"{SVG}circle"):
        assert element.get("stroke")
    assert all(e.get("fill") and e.get("font-size") == "13" for e in wortel.iter(f"{SVG}text"))


def test_pagina_en_bestand_zijn_dezelfde_tekening() -> None:
    grafiek = volle_grafiek()
    meetkunde = PAGINAKENMERKEN - {"class"}
    pagina, bestand = (
        [(e.tag, {k: v for k, v in e.attrib.items() if k in meetkunde}, e.text) for e in list(lees(svg))]
        for svg in (teken(grafiek, id_="a"), teken(grafiek, id_="a", stijl="bestand"))
    )
    assert pagina == bestand


def test_breed_en_smal_op_een_pagina() -> None:
    vak = lees(op_pagina(volle_grafiek(), id_="hulp"))
    assert vak.get("class") == "grafiekvak"
    assert [e.get("class") for e in vak] == ["lijngrafiek lijngrafiek--breed", "lijngrafiek lijngrafiek--smal"]
    ids = [e.get("id") for e in vak.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids)) == 4


def test_ontbrekende_periode_is_een_onderbroken_lijn() -> None:
    grafiek = lijngrafiek(reeks(*jaren("10110"), punt("2020", "11674"), punt("2021", "11700")))
    wortel = lees(teken(grafiek, id_="a"))
    assert [len(e.get("d", "").split("M")) - 1 for e in met_klasse(wortel, "gat--1")] == [1]
    assert [len(e.get("d", "").split("L")) for e in met_klasse(wortel, "lijn--1")] == [2]


def test_afgeschermde_periode_is_ook_een_gat() -> None:
    peilingen = [
        punt(code, waarde) for code, waarde in (("2019-01-01", "7"), ("2020-01-01", None), ("2021-01-01", "9"))
    ]
    wortel = lees(teken(lijngrafiek(reeks(*peilingen)), id_="a"))
    assert len(met_klasse(wortel, "gat--1")) == 1
    assert not met_klasse(wortel, "lijn--1")


def test_aansluitende_perioden_hebben_geen_gat() -> None:
    assert not met_klasse(lees(teken(volle_grafiek(), id_="a")), "gat")


def test_verre_streefwaarde_past_op_beide_assen() -> None:
    streef = Streef(Decimal(900), Decimal(900), date(2040, 12, 31))
    wortel = lees(teken(lijngrafiek(reeks(punt("2019", "3")), streef=streef), id_="a"))
    (lijn,) = [e for e in met_klasse(wortel, "streef") if float(e.get("x2", "0")) > 400]
    assert 20 < float(lijn.get("y1", "0")) < 100
    assert {"2040", "1.000", "0"} <= {tekst.inhoud for tekst in teksten(wortel)}


def test_band_is_een_vlak_tussen_twee_lijnen() -> None:
    wortel = lees(teken(lijngrafiek(reeks(*jaren("5", "31")), streef=Streef(Decimal(20), Decimal(40))), id_="a"))
    band = met_klasse(wortel, "band")[0]
    boven, hoogte = float(band.get("y", "0")), float(band.get("height", "0"))
    randen = sorted(float(e.get("y1", "0")) for e in met_klasse(wortel, "streef"))[:2]
    assert randen == pytest.approx([boven, boven + hoogte], abs=0.11)


def test_veel_punten_alleen_merken_die_iets_zeggen() -> None:
    periode, punten = punt("1990-01", "0"), []
    for nummer in range(400):
        punten.append(Punt(periode.datum, Decimal(nummer % 37), periode.label, nummer == 250, periode.van))
        periode = punt(f"{1990 + (nummer + 1) // 12}-{(nummer + 1) % 12 + 1:02}", "0")
    wortel = lees(teken(lijngrafiek(reeks(*punten)), id_="a"))
    assert (merken(wortel, "merk--1"), merken(wortel, "merk--open-1")) == (1, 1)
    (lijn,) = [e for e in met_klasse(wortel, "lijn--1") if len(e.get("d", "")) > 100]
    assert lijn.get("d", "").count("L") == 399


def test_een_lijn_zonder_meer_heeft_geen_legenda() -> None:
    woorden = [tekst.inhoud for tekst in teksten(lees(teken(lijngrafiek(reeks(*jaren("1", "2"))), id_="a")))]
    assert "Realisatie" not in woorden


def test_gemeenten_naast_elkaar_zien_er_verschillend_uit() -> None:
    namen = ["Het Hogeland", "Eemsdelta", "Oldambt", "Veendam", "Westerkwartier", "Pekela"]
    reeksen = [reeks(*jaren("100", str(100 + plek)), naam=naam) for plek, naam in enumerate(namen)]
    wortel = lees(teken(lijngrafiek(*reeksen), id_="a"))
    assert all(met_klasse(wortel, f"lijn--{nummer}") for nummer in range(1, 7))
    woorden = {tekst.inhoud for tekst in teksten(wortel)}
    assert {f"{100 + plek} {naam}" for plek, naam in enumerate(namen)} <= woorden


@pytest.mark.parametrize("grafiek", [lijngrafiek(), lijngrafiek(reeks(*jaren(None)), streef=Streef(None, Decimal(4)))])
def test_zonder_cijfers_een_zin(grafiek: Lijngrafiek) -> None:
    wortel = lees(teken(grafiek, id_="a"))
    assert [tekst.inhoud for tekst in teksten(wortel)] == ["Er zijn nog geen cijfers."]
    assert (wortel[1].text or "").startswith("Er zijn nog geen cijfers.")


@pytest.mark.parametrize("waarde", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_wat_geen_getal_is_komt_er_niet_in(waarde: str) -> None:
    with pytest.raises(ValueError, match="kan niet in een grafiek"):
        Punt(date(2020, 1, 1), Decimal(waarde), "2020")
    with pytest.raises(ValueError, match="kan niet in een grafiek"):
        Streef(Decimal(waarde), None)


def test_streefwaarde_zonder_grens_bestaat_niet() -> None:
    with pytest.raises(ValueError, match="ondergrens"):
        Streef(None, None)


def test_kleine_grafiek_heeft_een_lijn_en_geen_legenda() -> None:
    wortel = lees(klein(volle_grafiek(), id_="k"))
    assert met_klasse(wortel, "lijn--1")
    assert not met_klasse(wortel, "lijn--2")
    assert not met_klasse(wortel, "legenda")
    assert "Begroting van 8%" in (wortel[1].text or "")


def test_kleine_grafieken_kunnen_een_schaal_delen() -> None:
    grenzen = (Decimal(0), Decimal(200))
    klimmers = [lijngrafiek(reeks(*jaren("10", top))) for top in ("20", "180")]
    assen = [[e.text for e in met_klasse(lees(klein(g, id_="k", grenzen=grenzen)), "astekst")][:3] for g in klimmers]
    assert assen == [["0", "100", "200"]] * 2


def test_sparkline_zegt_wat_hij_laat_zien() -> None:
    vonk = lees(sparkline(jaren("8.3", None, "9.6"), streef=Streef(Decimal(7), Decimal(7)), eenheid="procent"))
    assert vonk.get("role") == "img"
    assert vonk.get("aria-label") == "Van 8,3% (2018) naar 9,6% (2020)"
    assert len(met_klasse(vonk, "streef")) == 1
    hoogtes = [float(getal) for getal in re.findall(r" ([\d.]+)", met_klasse(vonk, "lijn--1")[0].get("d", ""))]
    assert hoogtes[0] > hoogtes[1]


def test_sparkline_van_een_punt_en_van_niets() -> None:
    assert lees(sparkline(jaren("5"))).get("aria-label") == "5 (2018)"
    assert sparkline(jaren(None)) == ""
    assert "merk--open-1" in sparkline([punt("2020", "3", voorlopig=True)])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grafieken(), st.sampled_from([BREED, SMAL, (480, 200)]))
def test_geen_tekst_over_een_andere_of_buiten_beeld(grafiek: Lijngrafiek, maat: tuple[int, int]) -> None:
    wortel = lees(teken(grafiek, id_="a", breedte=maat[0], hoogte=maat[1], stijl="bestand"))
    gevonden = teksten(wortel)
    for tekst in gevonden:
        assert tekst.vak.links >= -1, tekst
        assert tekst.vak.rechts <= maat[0] + 1, tekst
        assert tekst.vak.boven >= -1, tekst
        assert tekst.vak.onder <= maat[1] + 1, tekst
    for een, ander in combinations(gevonden, 2):
        assert not een.vak.raakt(ander.vak), (een, ander)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grafieken(), st.sampled_from(["pagina", "bestand"]))
def test_elke_grafiek_is_goed_gevormd(grafiek: Lijngrafiek, stijl: str) -> None:
    svg = teken(grafiek, id_="a", stijl=stijl)  # type: ignore[arg-type]
    assert lees(svg)[0].text == grafiek.titel
    assert svg == teken(grafiek, id_="a", stijl=stijl)  # type: ignore[arg-type]
    assert lees(klein(grafiek, id_="k"))[0].text == grafiek.titel
    assert not re.search(r"nan|inf\b", re.sub(r">[^<]*<", "><", svg))


def test_alle_namen_hebben_een_opmaak() -> None:
    gebruikt = set(re.findall(r"lijngrafiek__([\w-]+)", teken(volle_grafiek(), id_="a")))
    assert gebruikt <= set(OPMAAK)
    assert {"lijn--2", "lijn--3", "merk--open-1", "eerder", "nulmeting", "pad", "peildatum", "streef"} <= gebruikt


def test_soorten_lijnen_zijn_zonder_kleur_te_onderscheiden() -> None:
    wortel = lees(teken(volle_grafiek(), id_="a", stijl="bestand"))
    lijnen = {e.get("stroke"): e.get("stroke-dasharray") for e in wortel.iter(f"{SVG}path") if e.get("fill") == "none"}
    strepen = [streep for kleur, streep in lijnen.items() if kleur in {"#0b5766", "#a8580a", "#6c2a5e"}]
    assert len(strepen) == len(set(strepen)) == 3


def test_begroting_heeft_zijn_eigen_uiterlijk_ook_als_er_geen_realisatie_is() -> None:
    wortel = lees(teken(lijngrafiek(reeks(*jaren("1", "2"), soort=Reekssoort.BEGROTING)), id_="a"))
    assert met_klasse(wortel, "lijn--2")
    assert "Begroting" in {tekst.inhoud for tekst in teksten(wortel)}
