"""Groups: complete, the same whatever the order, never glued by a chain, and as people decided."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regio import groepen as opdrachtgroepen
from app.domain.regio.groepen import Besluit, Besluitsoort, Bron, Groep, Opdrachtsoort, groepeer, lijkt_op
from app.domain.regio.kandidaten import Kandidaten, tel_woorden
from app.domain.regio.kenmerk import Kenmerk, kenmerk_van, zelfde_opdracht

DOEL, INTERVENTIE, OPDRACHT = Opdrachtsoort
VERHELDEREN = "Productomschrijvingen verhelderen."


def bron(sleutel: str, tekst: str, soort: Opdrachtsoort = OPDRACHT, gebied: str = "") -> Bron:
    return Bron(sleutel, soort, gebied or sleutel, tekst)


def samen(nummer: int, *leden: str) -> Besluit:
    return Besluit(nummer, Besluitsoort.SAMEN, leden)


def apart(nummer: int, *leden: str, van: tuple[str, ...]) -> Besluit:
    return Besluit(nummer, Besluitsoort.APART, leden, van)


def leden(groepen: tuple[Groep, ...]) -> list[str]:
    """ "ab" is a group of the opdrachten a and b."""
    return ["".join(groep.leden) for groep in groepen]


DRIE = [bron("a", VERHELDEREN), bron("b", "Verhelderen van productomschrijvingen"), bron("c", "Vervoer inkopen.")]


def test_dezelfde_opdracht_van_twee_gemeenten() -> None:
    assert leden(groepeer(DRIE)) == ["ab", "c"]
    assert [groep.besluit for groep in groepeer(DRIE)] == [None, None]


def test_een_doel_is_nooit_hetzelfde_als_wat_ervoor_gedaan_wordt() -> None:
    assert leden(groepeer([bron("a", VERHELDEREN, DOEL), bron("b", VERHELDEREN), bron("c", VERHELDEREN, DOEL)])) == [
        "ac",
        "b",
    ]
    assert leden(groepeer([bron("a", VERHELDEREN, INTERVENTIE), bron("b", VERHELDEREN)])) == ["ab"]


def test_een_keten_van_kleine_verschillen_lijmt_niets_aan_elkaar() -> None:
    """Each resembles the next, and the first does not resemble the last."""
    stappen = ["inkoop verblijf", "inkoop verblijf crisis", "inkoop verblijf crisis vervoer logeren"]
    keten = [bron(str(i), tekst) for i, tekst in enumerate(stappen)]
    een, midden, laatste = (kenmerk_van(tekst) for tekst in stappen)
    assert zelfde_opdracht(een, midden)
    assert zelfde_opdracht(midden, laatste)
    assert not zelfde_opdracht(een, laatste)
    assert leden(groepeer(keten)) == ["01", "2"]


def test_twee_regels_uit_een_lijst_blijven_twee_opdrachten() -> None:
    """Their writer numbered them apart, however much alike; the very same text twice is one."""
    lijst = [
        bron("a", VERHELDEREN, INTERVENTIE, "g"),
        bron("b", "Productomschrijvingen wonen verhelderen", INTERVENTIE, "g"),
    ]
    assert leden(groepeer(lijst)) == ["a", "b"]
    assert leden(groepeer([lijst[0], bron("b", "productomschrijvingen  verhelderen", INTERVENTIE, "g")])) == ["ab"]
    assert leden(groepeer([lijst[0], bron("b", lijst[1].tekst, OPDRACHT, "g")])) == ["ab"]


def test_uit_elkaar_halen_blijft_ook_als_de_tekst_wat_verandert() -> None:
    besluiten = [apart(1, "b", van=("a",))]
    assert leden(groepeer(DRIE, besluiten)) == ["a", "b", "c"]
    anders = [DRIE[0], bron("b", VERHELDEREN), DRIE[2]]
    assert leden(groepeer(anders, besluiten)) == ["a", "b", "c"]
    assert [groep.besluit for groep in groepeer(DRIE, besluiten)] == [1, 1, None]


def test_samenvoegen_wat_niet_op_elkaar_lijkt() -> None:
    assert leden(groepeer(DRIE, [samen(1, "a", "b", "c")])) == ["abc"]
    nieuw = bron("d", VERHELDEREN)
    assert leden(groepeer([*DRIE, nieuw], [samen(1, "a", "b", "c")])) == ["abcd"], "wat erop lijkt komt er vanzelf bij"


def test_het_laatste_besluit_telt_en_intrekken_maakt_ongedaan() -> None:
    een, twee, drie = samen(1, "a", "c"), apart(2, "c", van=("a", "b")), samen(3, "a", "b", "c")
    assert leden(groepeer(DRIE, [een])) == ["abc"], "b lijkt op a, dus gaat mee"
    assert leden(groepeer(DRIE, [twee, een])) == ["ab", "c"], "niet de volgorde van aanleveren telt"
    assert leden(groepeer(DRIE, [een, twee, drie])) == ["abc"]
    assert leden(groepeer(DRIE, [een, drie])) == leden(groepeer(DRIE, [drie]))


def test_een_besluit_over_wat_er_niet_meer_is() -> None:
    assert leden(groepeer(DRIE, [samen(1, "c", "weg"), apart(2, "verdwenen", van=("weg",))])) == ["ab", "c"]
    assert groepeer([], [samen(1, "a", "b")]) == ()


def test_wat_erop_lijkt_zonder_erbij_te_horen() -> None:
    teksten = {
        "b": "Productomschrijvingen van begeleiding verhelderen en dubbele producten samenvoegen.",
        "c": "Vervoer",
    }
    andere = [(naam, kenmerk_van(tekst)) for naam, tekst in teksten.items()]
    assert lijkt_op([kenmerk_van(VERHELDEREN)], andere) == ["b"]


WOORDEN = [
    *(
        "aanbieder",
        "contract",
        "gemeente",
        "hulp",
        "inzet",
        "zorg",
        "mogelijk",
        "verplicht",
        "wachttijd",
        "begeleiding",
    ),
    *("school", "gezin", "vervoer", "crisis", "indicatie", "product", "tarief", "plek", "netwerk", "toegang", "budget"),
    *("kosten", "overleg", "opvang", "preventie", "veiligheid", "verhelderen"),
]
bronnenlijst = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=6).map(" ".join),
        st.sampled_from(Opdrachtsoort),
        st.integers(0, 5),
    ),
    max_size=14,
).map(lambda rijen: [Bron(f"s{i:02}", soort, plek, tekst) for i, (tekst, soort, plek) in enumerate(rijen)])
sleutels = st.lists(st.integers(0, 14).map("s{:02}".format), min_size=1, max_size=5).map(tuple)
besluitenlijst = st.lists(st.tuples(st.sampled_from(Besluitsoort), sleutels, sleutels), max_size=4).map(
    lambda rijen: [Besluit(nummer, *rij) for nummer, rij in enumerate(rijen, start=1)]
)


@given(bronnenlijst, besluitenlijst, st.integers())
def test_elke_opdracht_in_een_groep_en_de_volgorde_doet_er_niet_toe(
    bronnen: list[Bron], besluiten: list[Besluit], zaad: int
) -> None:
    groepen = groepeer(bronnen, besluiten)
    assert sorted(lid for groep in groepen for lid in groep.leden) == sorted(bron.sleutel for bron in bronnen)
    door_elkaar = Random(zaad).sample(bronnen, len(bronnen))
    assert groepeer(door_elkaar, reversed(besluiten)) == groepen


@given(bronnenlijst)
def test_in_een_groep_is_elk_tweetal_hetzelfde(bronnen: list[Bron]) -> None:
    per_sleutel = {bron.sleutel: bron for bron in bronnen}
    for groep in groepeer(bronnen):
        for een, ander in combinations([per_sleutel[lid] for lid in groep.leden], 2):
            assert zelfde_opdracht(kenmerk_van(een.tekst), kenmerk_van(ander.tekst))
            assert (een.soort is DOEL) == (ander.soort is DOEL)


@given(bronnenlijst)
def test_wie_met_iedereen_hetzelfde_is_mist_geen_groep(bronnen: list[Bron]) -> None:
    """Looking up by rare words loses nothing: two groups could not have been one."""
    per_sleutel = {bron.sleutel: bron for bron in bronnen}
    groepen = [[per_sleutel[lid] for lid in groep.leden] for groep in groepeer(bronnen)]
    for een, ander in combinations(groepen, 2):
        assert not (
            all(_zelfde(links, rechts) for links in een for rechts in ander)
            and {(b.gebied, b.soort) for b in een}.isdisjoint((b.gebied, b.soort) for b in ander)
        )


def _zelfde(een: Bron, ander: Bron) -> bool:
    zelfde_aard = (een.soort is DOEL) == (ander.soort is DOEL)
    return zelfde_aard and zelfde_opdracht(kenmerk_van(een.tekst), kenmerk_van(ander.tekst))


@given(bronnenlijst, besluitenlijst)
def test_een_besluit_wordt_gevolgd(bronnen: list[Bron], besluiten: list[Besluit]) -> None:
    groep_van = {lid: groep for groep in groepeer(bronnen, besluiten) for lid in groep.leden}
    if not besluiten:
        return
    laatste = besluiten[-1]
    binnen = [groep_van[lid] for lid in laatste.leden if lid in groep_van]
    assert len({groep.leden for groep in binnen}) <= 1
    if laatste.soort is Besluitsoort.APART and binnen:
        buiten = [lid for lid in laatste.rest if lid in groep_van and lid not in laatste.leden]
        assert not set(buiten) & set(binnen[0].leden)


@pytest.mark.parametrize("aantal", [60])
def test_dezelfde_lijst_van_veel_gemeenten_geeft_een_groep_per_opdracht(aantal: int) -> None:
    bronnen = [
        bron(f"{gemeente:03}{plek}", lijst.tekst, gebied=f"{gemeente}{plek}")
        for gemeente in range(aantal)
        for plek, lijst in enumerate((DRIE[0], DRIE[2]))
    ]
    assert [len(groep.leden) for groep in groepeer(bronnen)] == [aantal, aantal]


# --- nothing is lost by not comparing everything with everything ---

WOORDEN = [
    *(
        "aanbieder",
        "contract",
        "gemeente",
        "hulp",
        "inzet",
        "zorg",
        "mogelijk",
        "verplicht",
        "wachttijd",
        "begeleiding",
    ),
    *("school", "gezin", "vervoer", "crisis", "indicatie", "product", "tarief", "plek", "netwerk", "toegang", "budget"),
    *("kosten", "overleg", "opvang", "preventie", "veiligheid", "verhelderen"),
]


def willekeurige_teksten(toeval: Random, aantal: int) -> list[str]:
    """Some of their own, most an earlier one with a few words more, less or other."""
    teksten: list[list[str]] = []
    for _ in range(aantal):
        if teksten and toeval.random() < 0.6:
            tekst = list(toeval.choice(teksten))
            for _ in range(toeval.randint(0, 3)):
                plek = toeval.randrange(len(tekst) + 1)
                tekst[plek : plek + toeval.randint(0, 1)] = toeval.sample(WOORDEN, toeval.randint(0, 1))
        else:
            tekst = [toeval.choice(WOORDEN) for _ in range(toeval.randint(1, 14))]
        teksten.append(tekst or ["hulp"])
    return [" ".join(tekst) + toeval.choice([".", ". Zodat het helpt.", ": niet meer."]) for tekst in teksten]


@pytest.mark.parametrize("zaad", [1, 2])
def test_wie_hetzelfde_vraagt_is_altijd_kandidaat(zaad: int) -> None:
    kenmerken = sorted({kenmerk_van(t) for t in willekeurige_teksten(Random(zaad), 350)}, key=lambda k: k.volgorde)
    gelijk = {(a, b) for a, b in combinations(range(len(kenmerken)), 2) if zelfde_opdracht(kenmerken[a], kenmerken[b])}
    paren = _kandidaatparen(kenmerken)
    assert len(gelijk) > 100
    assert gelijk <= paren
    alle = len(kenmerken) * (len(kenmerken) - 1) // 2
    assert len(paren) < alle / 2, "anders wordt toch alles vergeleken"


def _kandidaatparen(kenmerken: list[Kenmerk]) -> set[tuple[int, int]]:
    kandidaten = Kandidaten(tel_woorden(deel for k in kenmerken for deel in (k.alles, k.kern)))
    paren: set[tuple[int, int]] = set()
    for plek, kenmerk in enumerate(kenmerken):
        delen = (("alles", kenmerk.alles), ("kern", kenmerk.kern))
        paren |= {(eerder, plek) for soort, woorden in delen for eerder in kandidaten.voeg_toe(plek, soort, woorden)}
    return paren


def test_de_groepen_zijn_die_van_alles_met_alles_vergelijken(monkeypatch: pytest.MonkeyPatch) -> None:
    toeval = Random(3)
    soorten = (DOEL, INTERVENTIE, OPDRACHT)
    teksten = willekeurige_teksten(toeval, 300)
    bronnen = [bron(f"{nr:03}", tekst, toeval.choice(soorten), f"g{nr // 8}") for nr, tekst in enumerate(teksten)]
    snel = groepeer(bronnen)

    def alles(knopen: Sequence[Any]) -> Iterator[tuple[int, list[int]]]:
        for plek, knoop in enumerate(knopen):
            yield plek, [eerder for eerder in range(plek) if knopen[eerder].doel == knoop.doel]

    monkeypatch.setattr(opdrachtgroepen, "_kandidaten", alles)
    assert groepeer(bronnen) == snel
    assert sum(len(groep.leden) > 1 for groep in snel) > 20
