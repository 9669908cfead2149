from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import bewaarvorm
from app.domain.notitie.bijwerken import samengevoegd
from app.domain.notitie.paren import Itemsoort, op_volgorde_gebleven
from app.domain.notitie.verschil import Aard, Wijziging, verschil
from app.services.notities.items import SOORTEN

V = s.Verwijzing
MIN_30 = s.Streefwaarde(s.Richting.DALING, Decimal(30), Decimal(30), "procent")


def gebied(naam: str = "Wonen", volgorde: int = 1, **velden: Any) -> s.Probleemgebied:
    standaard: dict[str, Any] = {
        "ist": ["er is te weinig"],
        "doelen": [s.Doel(1, "bouw meer huizen", MIN_30), s.Doel(2, "minder lege schuren")],
        "indicatoren": [s.Indicator(1, "aantal huizen")],
        "interventies": [s.Interventie(1, "grond kopen", [s.Onderdeel("a", "weiland")])],
    }
    return s.Probleemgebied(volgorde=volgorde, naam=naam, **{**standaard, **velden})


def notitie(*gebieden: s.Probleemgebied, **velden: Any) -> s.Notitie:
    return s.Notitie(titel="Proef", probleemgebieden=list(gebieden), **velden)


def kort(oud: s.Notitie, nieuw: s.Notitie) -> list[tuple[str, str]]:
    return [(wijziging.aard.value, wijziging.wat) for wijziging in verschil(oud, nieuw).wijzigingen]


def test_niets_veranderd() -> None:
    uit = verschil(notitie(gebied()), notitie(gebied()))
    assert uit.wijzigingen == ()
    assert uit.zin == "er verandert niets"


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"ist": []}, [("verwijderd", "Ist-punt 1")]),
        ({"soll": ["genoeg"]}, [("nieuw", "Soll-punt 1")]),
        ({"toelichting": "kijk"}, [("nieuw", "Toelichting")]),
        ({"doelen": [s.Doel(1, "bouw meer huizen", MIN_30)]}, [("verwijderd", "Doel 2")]),
        (
            {"doelen": [s.Doel(1, "bouw meer huizen"), s.Doel(2, "minder lege schuren")]},
            [("gewijzigd", "Doel 1")],
        ),
        ({"interventies": [s.Interventie(1, "grond kopen")]}, [("verwijderd", "Onderdeel 1a")]),
        (
            {"opdracht": {s.Opdrachtnemer.LOKAAL: s.Opdracht(["let op"], [V(1)]), s.Opdrachtnemer.RIGG: s.Opdracht()}},
            [("gewijzigd", "Doel 1"), ("nieuw", "Lokale opdracht 1")],
        ),
    ],
)
def test_elke_soort_wijziging_wordt_gezien(velden: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
    assert kort(notitie(gebied()), notitie(gebied(**velden))) == verwacht


def test_tussenvoegen_is_een_nieuw_en_de_rest_hernummerd() -> None:
    doelen = [s.Doel(1, "fietspaden"), s.Doel(2, "bouw meer huizen", MIN_30), s.Doel(3, "minder lege schuren")]
    uit = verschil(notitie(gebied()), notitie(gebied(doelen=doelen)))
    assert uit.zin == "1 onderdeel nieuw, 2 hernummerd"


def test_een_verwijderd_probleemgebied_noemt_alles_wat_erin_stond() -> None:
    uit = verschil(notitie(gebied(), gebied("Werk", 2, ist=["x"])), notitie(gebied()))
    teksten = {wijziging.oud for wijziging in uit.van(Aard.VERWIJDERD)}
    assert len(uit.wijzigingen) == len(uit.van(Aard.VERWIJDERD))
    assert {"Werk", "x", "aantal huizen", "grond kopen", "weiland"} <= teksten


def test_gegevens_staan_vooraan() -> None:
    oud, nieuw = notitie(gebied(), versie="0.1"), notitie(gebied(), versie="0.2", datum=date(2020, 5, 20))
    assert kort(oud, nieuw) == [("nieuw", "Datum"), ("gewijzigd", "Versie")]


def test_wat_het_bestand_niet_noemt_blijft() -> None:
    oud = notitie(
        gebied(prioriteit=s.Prioriteit.TOP_VIJF),
        datum=date(2020, 5, 20),
        versie="0.1",
        referentiejaar=2019,
        doeljaar=2022,
    )
    assert samengevoegd(oud, notitie(gebied())) == oud


def test_een_verbeterd_getal_blijft_zolang_de_zin_blijft() -> None:
    hand = s.Streefwaarde(s.Richting.DALING, Decimal(25), Decimal(25), "procent")
    oud = notitie(gebied(doelen=[s.Doel(1, "bouw meer huizen", hand), s.Doel(2, "minder lege schuren")]))
    zelfde_zin = samengevoegd(oud, notitie(gebied()))
    assert zelfde_zin.probleemgebieden[0].doelen[0].streefwaarde == hand
    andere = replace(gebied(), doelen=[s.Doel(1, "bouw nog meer huizen", MIN_30)])
    assert samengevoegd(oud, notitie(andere)).probleemgebieden[0].doelen[0].streefwaarde == MIN_30


def test_een_oud_doeljaar_dat_niet_meer_past_verdwijnt() -> None:
    oud = notitie(gebied(), referentiejaar=2019, doeljaar=2022)
    samen = samengevoegd(oud, notitie(gebied(), referentiejaar=2023))
    assert (samen.referentiejaar, samen.doeljaar) == (2023, None)


def velden(oud: s.Notitie, nieuw: s.Notitie) -> list[tuple[str, str, str, str, str]]:
    return [(w.aard.value, w.wat, w.veld, w.oud, w.nieuw) for w in verschil(oud, nieuw).wijzigingen]


def _rigg(*verwijzingen: s.Verwijzing) -> dict[s.Opdrachtnemer, s.Opdracht]:
    return {s.Opdrachtnemer.LOKAAL: s.Opdracht(), s.Opdrachtnemer.RIGG: s.Opdracht([], [], list(verwijzingen))}


def test_elk_veld_van_een_onderdeel_telt_apart_en_het_onderdeel_een_keer() -> None:
    oud = gebied(doelen=[s.Doel(1, "bouw meer huizen", MIN_30), s.Doel(2, "minder schuren")])
    doelen = [s.Doel(1, "bouw veel meer huizen"), s.Doel(2, "minder schuren")]
    nieuw = replace(oud, doelen=doelen, opdracht=_rigg(V(1, ("a",), True)))
    assert velden(notitie(oud), notitie(nieuw)) == [
        ("gewijzigd", "Doel 1", "tekst", "bouw meer huizen", "bouw veel meer huizen"),
        ("gewijzigd", "Doel 1", "streefwaarde", "30% lager", "kwalitatief doel, zonder getal"),
        ("gewijzigd", "Interventie 1", "rigg", "niet", "onder voorbehoud"),
        ("gewijzigd", "Onderdeel 1a", "rigg", "niet", "ja"),
    ]
    assert verschil(notitie(oud), notitie(nieuw)).zin == "3 onderdelen gewijzigd"


def test_wat_van_plaats_wisselt_is_verplaatst_en_wat_meeschuift_hernummerd() -> None:
    teksten = ["leg fietspaden", "bouw huizen", "sloop schuren", "plant bomen"]
    oud = [s.Doel(n, tekst, merk=f"m{n}") for n, tekst in enumerate(teksten, start=1)]
    nieuw = [replace(oud[3], nummer=1), *(replace(doel, nummer=doel.nummer + 1) for doel in oud[:3])]
    een, ander = gebied(doelen=oud, indicatoren=[s.Indicator(2, "x")]), gebied(doelen=nieuw)
    ander.indicatoren = [s.Indicator(3, "x")]
    assert velden(notitie(een), notitie(ander)) == [
        ("verplaatst", "Doel 1", "plaats", "Doel 4", "Doel 1"),
        ("hernummerd", "Doel 2", "plaats", "Doel 1", "Doel 2"),
        ("hernummerd", "Doel 3", "plaats", "Doel 2", "Doel 3"),
        ("hernummerd", "Doel 4", "plaats", "Doel 3", "Doel 4"),
        ("hernummerd", "Indicator 3", "doel", "doel 2", "doel 3"),
    ]
    ander.indicatoren = [s.Indicator(1, "x")]
    assert velden(notitie(een), notitie(ander))[-1] == ("gewijzigd", "Indicator 1", "doel", "doel 2", "doel 1")


def test_punten_wisselen_om() -> None:
    oud, nieuw = gebied(ist=["te weinig", "te duur"]), gebied(ist=["te duur", "te weinig"])
    assert [w[:3] for w in velden(notitie(oud), notitie(nieuw))] == [("verplaatst", "Ist-punt 1", "plaats")]


def test_een_merk_wordt_herkend_hoe_ook_herschreven_en_verplaatst() -> None:
    oud = gebied(doelen=[s.Doel(1, "bouw meer huizen", merk="aa"), s.Doel(2, "minder schuren", merk="bb")])
    nieuw = gebied("Anders", doelen=[s.Doel(1, "bouw meer huizen", merk="bb"), s.Doel(2, "heel wat nieuws", merk="cc")])
    oud.merk = nieuw.merk = "gebied"
    assert velden(notitie(oud), notitie(nieuw)) == [
        ("gewijzigd", "Naam", "naam", "Wonen", "Anders"),
        ("verwijderd", "Doel 1", "tekst", "bouw meer huizen", ""),
        ("gewijzigd", "Doel 1", "tekst", "minder schuren", "bouw meer huizen"),
        ("hernummerd", "Doel 1", "plaats", "Doel 2", "Doel 1"),
        ("nieuw", "Doel 2", "tekst", "", "heel wat nieuws"),
    ]
    wijziging = verschil(notitie(oud), notitie(nieuw)).wijzigingen[2]
    assert wijziging == Wijziging(
        Aard.GEWIJZIGD,
        "Anders",
        "Doel 1",
        "minder schuren",
        "bouw meer huizen",
        soort=Itemsoort.DOEL,
        merk="bb",
        gebied_merk="gebied",
        nummer="1",
        oud_nummer="2",
    )


def test_verhuisd_naar_een_ander_probleemgebied_of_een_andere_interventie() -> None:
    doel = s.Doel(1, "bouw meer huizen", MIN_30, merk="dd")
    deel = s.Onderdeel("a", "weiland", merk="oo")
    een = gebied(
        doelen=[doel], indicatoren=[], interventies=[s.Interventie(1, "koop", [deel]), s.Interventie(2, "praat")]
    )
    ander = gebied("Werk", 2, doelen=[s.Doel(1, "meer banen")], indicatoren=[], interventies=[])
    een_na = replace(een, doelen=[], interventies=[s.Interventie(1, "koop"), s.Interventie(2, "praat", [deel])])
    ander_na = replace(ander, doelen=[*ander.doelen, replace(doel, nummer=2)])
    assert velden(notitie(een, ander), notitie(een_na, ander_na)) == [
        ("verplaatst", "Onderdeel 2a", "plaats", "Onderdeel a van interventie 1", "Onderdeel 2a"),
        ("verplaatst", "Doel 2", "plaats", "Doel 1 van Wonen", "Doel 2"),
    ]


def test_probleemgebieden_wisselen_en_een_nieuwe_noemt_alles_wat_erin_staat() -> None:
    wonen, werk = gebied(), gebied("Werk", 2, doelen=[s.Doel(1, "meer banen in de buurt")])
    uit = verschil(notitie(wonen, werk), notitie(replace(werk, volgorde=1), replace(wonen, volgorde=2)))
    assert [(w.aard.value, w.probleemgebied, w.oud, w.nieuw) for w in uit.wijzigingen] == [
        ("hernummerd", "Werk", "nummer 2", "nummer 1"),
        ("verplaatst", "Wonen", "nummer 1", "nummer 2"),
    ] or [(w.aard.value, w.probleemgebied) for w in uit.wijzigingen] == [
        ("verplaatst", "Werk"),
        ("hernummerd", "Wonen"),
    ]
    erbij = verschil(notitie(wonen), notitie(wonen, werk))
    assert {w.aard for w in erbij.wijzigingen} == {Aard.NIEUW}
    assert {"Werk", "meer banen in de buurt", "weiland"} <= {w.nieuw for w in erbij.wijzigingen}


def test_twee_streefwaarden_die_in_woorden_gelijk_zijn_verschillen_toch() -> None:
    oud = s.Doel(1, "a", s.Streefwaarde(s.Richting.KWALITATIEF, referentiejaar=2019))
    nieuw = s.Doel(1, "a", s.Streefwaarde(s.Richting.KWALITATIEF, referentiejaar=2020))
    (w,) = verschil(notitie(gebied(doelen=[oud])), notitie(gebied(doelen=[nieuw]))).wijzigingen
    assert (w.oud, w.nieuw) == (
        "richting kwalitatief, referentiejaar 2019",
        "richting kwalitatief, referentiejaar 2020",
    )


@given(st.permutations(range(7)))
def test_wat_op_volgorde_bleef_stijgt_en_is_zo_veel_mogelijk(reeks: list[int]) -> None:
    gebleven = [waarde for waarde in reeks if waarde in op_volgorde_gebleven(reeks)]
    assert gebleven == sorted(gebleven)
    langste = [1] * len(reeks)
    for j in range(len(reeks)):
        langste[j] = 1 + max((langste[i] for i in range(j) if reeks[i] < reeks[j]), default=0)
    assert len(gebleven) == max(langste)


def test_namen_van_onderdelen_zijn_die_van_het_scherm() -> None:
    assert {soort.value: soort.label for soort in Itemsoort} == {s.code: s.label for s in SOORTEN.values()}


zinnen = st.lists(st.sampled_from(["huis", "boom", "pad", "weg", "dorp"]), min_size=1, max_size=3).map(" ".join)
merken = st.none() | st.sampled_from(["aa", "bb", "cc"])
waarden = st.sampled_from([s.Streefwaarde(), MIN_30, s.Streefwaarde(open=True)])
regels = st.lists(st.builds(s.Regel, zinnen, merken), max_size=3)
doelen = st.builds(s.Doel, st.integers(1, 4), zinnen, waarden, merken)
onderdelen = st.builds(s.Onderdeel, st.sampled_from("abc"), zinnen, merken)
interventies = st.builds(s.Interventie, st.integers(1, 4), zinnen, st.lists(onderdelen, max_size=2), merken)
verwijzingen = st.lists(
    st.builds(V, st.integers(1, 4), st.lists(st.sampled_from("abc"), max_size=2).map(tuple), st.booleans()), max_size=2
)
gebieden = st.builds(
    s.Probleemgebied,
    volgorde=st.just(1),
    naam=zinnen,
    prioriteit=st.none() | st.sampled_from(s.Prioriteit),
    ist=regels,
    doelen=st.lists(doelen, max_size=4),
    indicatoren=st.lists(st.builds(s.Indicator, st.integers(1, 4), zinnen, merken), max_size=3),
    interventies=st.lists(interventies, max_size=3),
    opdracht=st.fixed_dictionaries(
        dict.fromkeys(s.Opdrachtnemer, st.builds(s.Opdracht, regels, verwijzingen, verwijzingen))
    ),
    merk=merken,
)
notities = st.builds(notitie, gebieden) | st.builds(notitie, gebieden, gebieden)


@settings(max_examples=60, phases=[Phase.reuse, Phase.generate])
@given(notities, notities)
def test_geen_verschil_precies_als_er_hetzelfde_staat(een: s.Notitie, ander: s.Notitie) -> None:
    een, ander = bewaarvorm(een), bewaarvorm(ander)
    assert (verschil(een, ander).wijzigingen == ()) == (een == ander)
    assert all(w.oud != w.nieuw for w in verschil(een, ander).wijzigingen)
    assert verschil(een, een).wijzigingen == ()
