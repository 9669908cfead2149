import contextlib
import copy
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import structuur as s
from app.domain.notitie.structuur_json import als_dict, uit_dict
from tests.unit.domain.conceptnotitie import lees_bron


def test_de_echte_notitie_heen_en_terug_met_dezelfde_volgorde_van_sleutels() -> None:
    bron = lees_bron()
    del bron["bevindingen"]
    assert json.dumps(als_dict(uit_dict(bron))) == json.dumps(bron)


nummers = st.integers(1, 99)
teksten = st.text(max_size=20)
getallen = st.none() | st.decimals(0, 10**6, places=1).map(lambda d: d.normalize()).filter(lambda d: d == d)
jaren = st.none() | st.integers(1990, 2100)
waarden = st.builds(
    s.Streefwaarde, st.sampled_from(s.Richting), getallen, getallen, st.none() | teksten, jaren, jaren, st.booleans()
)
verwijzingen = st.lists(
    st.builds(s.Verwijzing, nummers, st.lists(teksten, max_size=2).map(tuple), st.booleans()), max_size=2
)
opdrachten = st.builds(s.Opdracht, st.lists(teksten, max_size=2), verwijzingen, verwijzingen)
gebieden = st.builds(
    s.Probleemgebied,
    volgorde=nummers,
    naam=teksten,
    prioriteit=st.none() | st.sampled_from(s.Prioriteit),
    ist=st.lists(teksten, max_size=2),
    soll=st.lists(teksten, max_size=2),
    doelen=st.lists(st.builds(s.Doel, nummers, teksten, waarden), max_size=2),
    doelen_toelichting=teksten,
    indicatoren=st.lists(st.builds(s.Indicator, nummers, teksten), max_size=2),
    indicatoren_inleiding=teksten,
    interventies=st.lists(
        st.builds(s.Interventie, nummers, teksten, st.lists(st.builds(s.Onderdeel, teksten, teksten), max_size=2)),
        max_size=2,
    ),
    opdracht=st.fixed_dictionaries(dict.fromkeys(s.Opdrachtnemer, opdrachten)),
    toelichting=teksten,
    naam_in_lijst=st.none() | teksten,
)
notities = st.builds(
    s.Notitie,
    teksten,
    st.none() | teksten,
    st.none() | teksten,
    st.none() | st.dates(),
    jaren,
    jaren,
    st.lists(gebieden, max_size=2),
)


@given(notities)
def test_heen_en_terug_is_dezelfde_notitie(notitie: s.Notitie) -> None:
    assert uit_dict(json.loads(json.dumps(als_dict(notitie)))) == notitie


def _notitie() -> dict[str, Any]:
    gebied = s.Probleemgebied(1, "Jeugd", doelen=[s.Doel(1, "Doel", s.Streefwaarde(s.Richting.NIVEAU, Decimal("2.5")))])
    return als_dict(s.Notitie("Titel", datum=date(2020, 5, 20), probleemgebieden=[gebied]))


@pytest.mark.parametrize(
    ("pad", "waarde", "naam"),
    [
        (["titel"], None, "titel"),
        (["datum"], "31-02-2020", "datum"),
        (["referentiejaar"], "2019", "referentiejaar"),
        (["referentiejaar"], True, "referentiejaar"),
        (["doeljaar"], 10**30, "doeljaar"),
        (["probleemgebieden"], {}, "probleemgebieden"),
        (["probleemgebieden", 0], "x", "probleemgebieden[0]"),
        (["probleemgebieden", 0, "prioriteit"], "hoog", "probleemgebieden[0].prioriteit"),
        (["probleemgebieden", 0, "ist"], [1], "probleemgebieden[0].ist"),
        (["probleemgebieden", 0, "opdracht", "rigg"], [], "opdracht.rigg"),
        (["probleemgebieden", 0, "doelen", 0, "nummer"], 1.5, "doelen[0].nummer"),
        (["probleemgebieden", 0, "doelen", 0, "streefwaarde", "min"], "twee", "streefwaarde.min"),
        (["probleemgebieden", 0, "doelen", 0, "streefwaarde", "min"], float("nan"), "streefwaarde.min"),
        (["probleemgebieden", 0, "doelen", 0, "streefwaarde", "richting"], "op", "streefwaarde.richting"),
    ],
)
def test_een_fout_noemt_de_sleutel(pad: list[Any], waarde: object, naam: str) -> None:
    kapot = copy.deepcopy(_notitie())
    blad: Any = kapot
    for stap in pad[:-1]:
        blad = blad[stap]
    blad[pad[-1]] = waarde
    with pytest.raises(ValueError, match=r"hoort|ontbreekt|te groot") as fout:
        uit_dict(kapot)
    assert naam in str(fout.value)


sleutels = st.sampled_from(["probleemgebieden", "naam", "volgorde", "opdracht", "doelen"])
bladeren = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
rommel = st.recursive(bladeren, lambda deel: st.lists(deel, max_size=3) | st.dictionaries(sleutels, deel))


@given(rommel)
def test_wat_geen_notitie_is_geeft_alleen_valueerror(waarde: object) -> None:
    with pytest.raises(ValueError, match="'"):
        uit_dict(waarde)


@given(rommel)
def test_een_half_goede_notitie_geeft_een_notitie_of_valueerror(waarde: object) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(uit_dict({"titel": "T", "probleemgebieden": waarde}), s.Notitie)


def test_extra_sleutels_alleen_als_ze_iets_zeggen() -> None:
    notitie = uit_dict(_notitie())
    assert "naam_in_lijst" not in als_dict(notitie)["probleemgebieden"][0]
    assert "bevindingen" not in als_dict(notitie)
    bevinding = s.Bevinding("lege-tekst", "Jeugd", "doel", 1, "Zin.")
    assert list(als_dict(notitie, [bevinding])["bevindingen"][0]) == [
        "code",
        "probleemgebied",
        "soort",
        "nummer",
        "zin",
    ]


def _met_merken() -> s.Notitie:
    gebied = s.Probleemgebied(
        1,
        "Jeugd",
        ist=[s.Regel("druk", "punt1"), "los"],
        doelen=[s.Doel(1, "Doel", merk="doel1")],
        indicatoren=[s.Indicator(1, "Indicator", "indic1")],
        interventies=[s.Interventie(1, "Interventie", [s.Onderdeel("a", "Onderdeel", "onder1")], "inter1")],
        opdracht={s.Opdrachtnemer.LOKAAL: s.Opdracht([s.Regel("bel", "opdr1")])},
        merk="gebied1",
    )
    return s.Notitie("Titel", probleemgebieden=[gebied])


def test_merken_gaan_mee_en_tellen_niet_in_een_vergelijking() -> None:
    notitie = _met_merken()
    heen = json.loads(json.dumps(als_dict(notitie)))
    terug = uit_dict(heen)
    assert als_dict(terug) == heen
    assert [s.merk_van(regel) for regel in terug.probleemgebieden[0].ist] == ["punt1", None]
    assert terug.probleemgebieden[0].doelen == [s.Doel(1, "Doel", merk="een ander")]
    gebied = heen["probleemgebieden"][0]
    assert {gebied["merk"], gebied["doelen"][0]["merk"], gebied["opdracht"]["lokaal"]["opdrachten_merken"][0]} == {
        "gebied1",
        "doel1",
        "opdr1",
    }


@pytest.mark.parametrize("merken", [["een"], ["een", 2], "een"])
def test_merken_die_niet_bij_de_regels_passen(merken: object) -> None:
    heen = als_dict(_met_merken())
    heen["probleemgebieden"][0]["ist_merken"] = merken
    with pytest.raises(ValueError, match="ist_merken"):
        uit_dict(heen)
