from copy import deepcopy
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import MERK, aanpassingen, bewaarvorm, zelfde_gemeente

V = s.Verwijzing


def notitie(gebied: s.Probleemgebied) -> s.Notitie:
    return s.Notitie(titel="Proef", probleemgebieden=[gebied])


def gebied(**velden: object) -> s.Probleemgebied:
    return s.Probleemgebied(volgorde=1, naam="Wonen", **velden)  # type: ignore[arg-type]


def bewaard(bron: s.Probleemgebied) -> s.Probleemgebied:
    return bewaarvorm(notitie(bron)).probleemgebieden[0]


def test_wat_al_past_blijft_precies_zo() -> None:
    bron = notitie(
        gebied(
            doelen=[s.Doel(1, "a"), s.Doel(3, "b")],
            indicatoren=[s.Indicator(7, "los")],
            interventies=[s.Interventie(1, "i", [s.Onderdeel("a", "x"), s.Onderdeel("b", "y")])],
            opdracht={
                s.Opdrachtnemer.LOKAAL: s.Opdracht(["regel"], [V(1)], [V(1, ("a",), True)]),
                s.Opdrachtnemer.RIGG: s.Opdracht(),
            },
            toelichting="tekst",
        )
    )
    kopie = deepcopy(bron)
    assert bewaarvorm(bron) == bron == kopie


def test_tweede_doel_met_hetzelfde_nummer_komt_achteraan_en_wordt_verteld() -> None:
    uit = bewaard(gebied(doelen=[s.Doel(1, "a"), s.Doel(2, "b"), s.Doel(2, "c")], toelichting="Vooraf."))
    assert [(doel.nummer, doel.tekst) for doel in uit.doelen] == [(1, "a"), (2, "b"), (3, "c")]
    assert uit.toelichting == f"Vooraf.\n{MERK} Doel 2 stond er twee keer; dit is nu doel 3: c"


def test_een_uitgedeeld_nummer_trekt_geen_losse_indicator_of_verwijzing_aan() -> None:
    bron = gebied(
        doelen=[s.Doel(2, "b"), s.Doel(2, "c")],
        indicatoren=[s.Indicator(3, "los")],
        opdracht={s.Opdrachtnemer.RIGG: s.Opdracht(doelen=[V(4)])},
    )
    uit = bewaard(bron)
    assert [doel.nummer for doel in uit.doelen] == [2, 4]
    assert uit.opdracht[s.Opdrachtnemer.RIGG].doelen == []
    assert "Opdracht RIGG noemt doel 4, maar dat nummer staat er niet." in uit.toelichting


@pytest.mark.parametrize("nummer", [0, -1, 10_000, 2**40])
def test_een_onbruikbaar_nummer_krijgt_een_ander(nummer: int) -> None:
    uit = bewaard(gebied(interventies=[s.Interventie(5, "a"), s.Interventie(nummer, "b")]))
    assert [(i.nummer, i.tekst) for i in uit.interventies] == [(5, "a"), (6, "b")]
    assert f"Interventie {nummer} heeft geen bruikbaar nummer; dit is nu interventie 6: b" in uit.toelichting


def test_verwijzing_naar_een_onderdeel_dat_er_niet_is() -> None:
    bron = gebied(
        interventies=[s.Interventie(1, "i", [s.Onderdeel("a", "x")])],
        opdracht={s.Opdrachtnemer.LOKAAL: s.Opdracht(interventies=[V(1, ("a", "z")), V(1), V(9)])},
    )
    uit = bewaard(bron)
    assert uit.opdracht[s.Opdrachtnemer.LOKAAL].interventies == [V(1, ("a",))]
    assert "Opdracht Lokaal noemt interventies 1 (z), 9, maar die nummers staan er niet." in uit.toelichting


def test_dubbele_en_vreemde_letters() -> None:
    onderdelen = [s.Onderdeel("a", "x"), s.Onderdeel("a", "y"), s.Onderdeel("c", "z"), s.Onderdeel("1.2", "w")]
    uit = bewaard(gebied(interventies=[s.Interventie(1, "i", onderdelen)]))
    assert [(o.letter, o.tekst) for o in uit.interventies[0].onderdelen] == [
        ("a", "x"),
        ("b", "y"),
        ("c", "z"),
        ("d", "w"),
    ]
    assert "Onderdeel 'a' van interventie 1 is nu b: y" in uit.toelichting


def test_lege_regels_vallen_weg_maar_hun_onderdelen_niet() -> None:
    uit = bewaard(
        gebied(
            ist=[" ", "punt"],
            doelen=[s.Doel(1, "\n")],
            interventies=[s.Interventie(1, "", [s.Onderdeel("a", "x")]), s.Interventie(2, "")],
        )
    )
    assert uit.ist == ["punt"]
    assert uit.doelen == []
    assert [(i.nummer, i.tekst) for i in uit.interventies] == [(1, "(zonder tekst)")]


def test_een_te_lange_naam_staat_voluit_in_de_toelichting() -> None:
    lang = "Wonen " * 4_000
    uit = bewaarvorm(s.Notitie(titel=lang, probleemgebieden=[s.Probleemgebied(volgorde=4, naam=lang)]))
    assert len(uit.titel) <= 300
    assert len(uit.probleemgebieden[0].naam) <= 300
    assert uit.probleemgebieden[0].volgorde == 1
    assert uit.probleemgebieden[0].toelichting.count(lang.strip()) == 2


@pytest.mark.parametrize(
    ("laag", "hoog"), [("5", "3"), ("1E+20", "1E+20"), ("NaN", "1"), ("-1E+15", None), (None, "Infinity")]
)
def test_een_onhoudbaar_getal_wordt_kwalitatief(laag: str | None, hoog: str | None) -> None:
    onder, boven = (Decimal(grens) if grens else None for grens in (laag, hoog))
    waarde = s.Streefwaarde(s.Richting.DALING, onder, boven, "aantal", doeljaar=2022, referentiejaar=9999)
    uit = bewaard(gebied(doelen=[s.Doel(1, "a", waarde)]))
    assert uit.doelen[0].streefwaarde == s.Streefwaarde(doeljaar=2022)


def test_jaren_die_niet_kloppen() -> None:
    uit = bewaarvorm(s.Notitie("Proef", referentiejaar=2022, doeljaar=2019, probleemgebieden=[gebied()]))
    assert (uit.referentiejaar, uit.doeljaar) == (2022, None)
    assert "Doeljaar 2019 ligt voor referentiejaar 2022." in uit.probleemgebieden[0].toelichting


def test_aanpassingen_zijn_de_gemerkte_zinnen() -> None:
    bron = notitie(gebied(doelen=[s.Doel(1, "a"), s.Doel(1, "b")], toelichting=f"{MERK} al gemerkt"))
    assert aanpassingen(bron) == [("Wonen", "Doel 1 stond er twee keer; dit is nu doel 2: b")]
    assert aanpassingen(bewaarvorm(bron)) == []


nummers = st.integers(-1, 4)
tekst = st.sampled_from(["", "a", "b", "c"])
verwijzing = st.builds(V, nummers, st.lists(st.sampled_from("abz"), unique=True, max_size=2).map(tuple), st.booleans())
opdracht = st.builds(
    s.Opdracht, st.lists(tekst, max_size=2), st.lists(verwijzing, max_size=3), st.lists(verwijzing, max_size=3)
)
onderdelen = st.lists(st.builds(s.Onderdeel, st.sampled_from(["a", "b", "A", ""]), tekst), max_size=3)
gebieden = st.builds(
    s.Probleemgebied,
    volgorde=nummers,
    naam=tekst,
    ist=st.lists(tekst, max_size=2),
    doelen=st.lists(st.builds(s.Doel, nummers, tekst), max_size=4),
    indicatoren=st.lists(st.builds(s.Indicator, nummers, tekst), max_size=3),
    interventies=st.lists(st.builds(s.Interventie, nummers, tekst, onderdelen), max_size=3),
    opdracht=st.fixed_dictionaries(dict.fromkeys(s.Opdrachtnemer, opdracht)),
    toelichting=tekst,
)
notities = st.builds(s.Notitie, st.just("Proef"), probleemgebieden=st.lists(gebieden, max_size=3))


@given(notities)
def test_twee_keer_is_hetzelfde_als_een_keer(bron: s.Notitie) -> None:
    eens = bewaarvorm(bron)
    assert bewaarvorm(eens) == eens
    assert aanpassingen(eens) == []


@given(notities)
def test_elk_nummer_een_keer_en_elke_verwijzing_raak(bron: s.Notitie) -> None:
    for uit in bewaarvorm(bron).probleemgebieden:
        doelen = [doel.nummer for doel in uit.doelen]
        interventies = {i.nummer: {o.letter for o in i.onderdelen} for i in uit.interventies}
        assert len(set(doelen)) == len(doelen)
        assert len(interventies) == len(uit.interventies)
        for opdracht_ in uit.opdracht.values():
            assert {v.nummer for v in opdracht_.doelen} <= set(doelen)
            assert all(set(v.onderdelen) <= interventies[v.nummer] for v in opdracht_.interventies)


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("Gemeente Het Hogeland", "het hogeland", True),
        ("Hogeland", "Het Hogeland", True),
        ("gemeente  Eemsdelta", "Eemsdelta", True),
        ("Eemsdelta", "Het Hogeland", False),
        ("Heerde", "De Heerde", True),
    ],
)
def test_zelfde_gemeente(een: str, ander: str, zelfde: bool) -> None:
    assert zelfde_gemeente(een, ander) is zelfde
