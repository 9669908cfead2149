"""The opdrachten of a regio: in one group each, chosen from without falling apart, and counted so that it adds up."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regio.antwoord import Antwoord, Antwoordsoort, volledige_tekst
from app.domain.regio.doelen import optellingen_van
from app.domain.regio.groepen import Besluit, Besluitsoort, Opdrachtsoort
from app.domain.regio.overzicht import (
    EERDERE_TEKST,
    OPEN,
    Plek,
    Regiokeuze,
    Regioregel,
    kies,
    product_van,
    stel_samen,
    tel_alles,
    tel_per_gemeente,
    tel_per_product,
    vind,
)
from app.domain.structuur import Richting, Streefwaarde

VERHELDEREN, ANDERS = "Productomschrijvingen verhelderen.", "Verhelderen van productomschrijvingen"
NU = datetime(2026, 3, 2, tzinfo=UTC)


def regel(
    sleutel: str, tekst: str = VERHELDEREN, gemeente: str = "Aa", gebied: str = "Jeugd-ggz", **anders: Any
) -> Regioregel:
    nummer = ord(gemeente[0]) * 100 + len(gebied)
    plek = Plek(gemeente, gemeente.lower(), nummer, "Notitie", nummer, 1, "vastgesteld", gebied, nummer, "g", 1)
    return Regioregel(sleutel, "lijn", sleutel, anders.pop("soort", Opdrachtsoort.OPDRACHT), plek, "", tekst, **anders)


def antwoord(soort: Antwoordsoort = Antwoordsoort.AANVAARD, tekst: str = VERHELDEREN) -> Antwoord:
    return Antwoord(soort, "", tekst, NU, "Rik")


DRIE = [regel("a"), regel("b", ANDERS, "Bee"), regel("c", "Vervoer inkopen.", "Bee", "Vervoer")]


def test_wat_de_meeste_gemeenten_vragen_staat_bovenaan() -> None:
    groepen = stel_samen(list(reversed(DRIE)))
    assert [(groep.gemeenten, groep.sleutel) for groep in groepen] == [(["Aa", "Bee"], "a"), (["Bee"], "c")]


def test_een_groep_heet_zoals_de_meesten_het_zeggen_en_dan_het_kortst() -> None:
    assert stel_samen(DRIE[:2])[0].tekst == VERHELDEREN
    assert stel_samen([*DRIE[:2], regel("d", ANDERS, "Cee")])[0].tekst == ANDERS


def test_wat_uit_elkaar_is_gehaald_blijft_dat() -> None:
    besluit = Besluit(7, Besluitsoort.APART, ("b",), ("a",))
    assert [(len(groep.regels), groep.besluit) for groep in stel_samen(DRIE, [besluit])] == [(1, 7), (1, 7), (1, None)]


def test_een_filter_kiest_regels_en_laat_de_groep_heel() -> None:
    (groep,) = kies(stel_samen(DRIE), Regiokeuze(gemeente="aa"))
    assert [r.sleutel for r in groep.gekozen] == ["a"]
    assert (groep.gemeenten, groep.elders) == (["Aa", "Bee"], ["Bee"])


@pytest.mark.parametrize(
    ("gegeven", "filter_", "past"),
    [
        (None, OPEN, True),
        (None, "aanvaard", False),
        (antwoord(), "aanvaard", True),
        (antwoord(), OPEN, False),
        (antwoord(), EERDERE_TEKST, False),
        (antwoord(tekst="Productomschrijvingen\n verhelderen. "), EERDERE_TEKST, False),
        (antwoord(tekst="Wat er toen stond."), EERDERE_TEKST, True),
        (antwoord(Antwoordsoort.NIET_UITVOERBAAR), "niet uitvoerbaar", True),
    ],
)
def test_filter_op_antwoord(gegeven: Antwoord | None, filter_: str, past: bool) -> None:
    assert bool(kies(stel_samen([regel("a", antwoord=gegeven)]), Regiokeuze(antwoord=filter_))) is past


def test_een_onderdeel_erbij_is_een_andere_tekst() -> None:
    toen = antwoord(tekst=volledige_tekst("Deels.", (("a", "Wel."),)))
    assert not regel("a", "Deels.", onderdelen=(("a", "Wel."),), antwoord=toen).op_eerdere_tekst
    assert regel("a", "Deels.", onderdelen=(("a", "Wel."), ("b", "Ook.")), antwoord=toen).op_eerdere_tekst


@pytest.mark.parametrize(
    ("een", "ander"),
    [("Jeugd-ggz", "JEUGD GGZ"), ("Begeleiding (individueel)", "begeleiding  individueel"), ("Eén", "Een")],
)
def test_hetzelfde_product(een: str, ander: str) -> None:
    assert product_van(een) == product_van(ander)
    assert product_van(een) != product_van(een + " groep")


def test_tellen() -> None:
    regels = [*DRIE, regel("d", "X", "Aa", "JEUGD GGZ", antwoord=antwoord(), soort=Opdrachtsoort.DOEL)]
    per_gemeente = tel_per_gemeente(regels)
    assert {slug: telling.aantallen for slug, telling in per_gemeente.items()} == {
        "aa": (1, 0, 1, 2),
        "bee": (0, 0, 2, 2),
    }
    assert per_gemeente["aa"].antwoorden == (1, 1, 0, 0)
    assert per_gemeente["aa"].eerdere_tekst == 1
    per_product = tel_per_product(regels)
    assert [(telling.naam, len(telling.gemeenten), telling.totaal) for telling in per_product.values()] == [
        ("Jeugd-ggz", 2, 3),
        ("Vervoer", 1, 1),
    ]


regels_ = st.lists(
    st.builds(
        lambda tekst, gemeente, gebied, soort: (tekst, gemeente, gebied, soort),
        st.sampled_from([VERHELDEREN, ANDERS, "Vervoer inkopen.", "Meer plekken."]),
        st.sampled_from(["Aa", "Bee", "Cee"]),
        st.sampled_from(["Jeugd-ggz", "JEUGD GGZ", "Vervoer"]),
        st.sampled_from(Opdrachtsoort),
    ),
    max_size=12,
).map(lambda rijen: [regel(f"s{i:02}", *rij[:3], soort=rij[3]) for i, rij in enumerate(rijen)])


@given(regels_, st.randoms())
def test_alles_telt_een_keer_mee_en_de_volgorde_doet_er_niet_toe(regels: list[Regioregel], willekeur: Any) -> None:
    groepen = stel_samen(regels)
    assert sorted(r.sleutel for groep in groepen for r in groep.regels) == [r.sleutel for r in regels]
    anders = list(regels)
    willekeur.shuffle(anders)
    assert stel_samen(anders) == groepen
    totaal = tel_alles(regels).totaal
    assert sum(telling.totaal for telling in tel_per_gemeente(regels).values()) == totaal == len(regels)
    assert sum(telling.totaal for telling in tel_per_product(regels).values()) == totaal
    for r in regels:
        gevonden = vind(groepen, r.sleutel)
        assert gevonden
        assert gevonden[1] == r


def test_een_doel_met_een_som_gaat_voor_een_zonder() -> None:
    def doel(sleutel: str, tekst: str, gemeente: str, aantal: int, eenheid: str) -> Regioregel:
        waarde = Streefwaarde(Richting.STIJGING, Decimal(aantal), Decimal(aantal), eenheid, 2028, 2024)
        return regel(sleutel, tekst, gemeente, soort=Opdrachtsoort.DOEL, streefwaarde=waarde)

    groepen = stel_samen(
        [
            doel("a", "Dagbesteding uitbreiden.", "Aa", 10, "procent"),
            doel("b", "Dagbesteding uitbreiden.", "Bee", 5, "procent"),
            doel("c", "Pleeggezinnen werven.", "Aa", 8, "aantal"),
            doel("d", "Pleeggezinnen werven.", "Bee", 4, "aantal"),
            doel("e", "Staat er maar een keer.", "Bee", 4, "aantal"),
        ]
    )
    eerst, dan = optellingen_van(groepen)
    assert (eerst.sommen[0].woorden, eerst.sommen[0].gemeenten) == ("12 meer dan in 2024, te halen in 2028", 2)
    assert [(r.sleutel, reden) for r, reden in dan.buiten] == [
        ("a", "percentages tellen niet op"),
        ("b", "percentages tellen niet op"),
    ]
