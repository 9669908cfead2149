"""The demonstration data as a whole: someone for every role, and a region with something to add up."""

import pytest

from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import Opdrachtnemer
from app.reading.seeds.lezen import Seeds
from app.reading.seeds.schema import ROLLEN


def test_every_role_can_log_in(seeds: Seeds) -> None:
    assert {gebruiker.rol for gebruiker in seeds.gebruikers} == set(ROLLEN)
    assert {gebruiker.wachtwoord for gebruiker in seeds.gebruikers} == {"doelspoor-demo"}
    assert all(gebruiker.email.endswith(".example") for gebruiker in seeds.gebruikers)


def test_every_gemeente_has_a_beleidsadviseur_and_a_notitie(seeds: Seeds) -> None:
    gemeenten = {organisatie.slug for organisatie in seeds.organisaties if organisatie.soort == "gemeente"}
    assert len(gemeenten) == 3
    assert {g.organisatie for g in seeds.gebruikers if g.rol == "beleidsadviseur"} == gemeenten
    assert {seed.organisatie for seed in seeds.notities} == gemeenten


def test_the_rigg_user_works_at_an_inkooporganisatie(seeds: Seeds) -> None:
    soort = {organisatie.slug: organisatie.soort for organisatie in seeds.organisaties}
    assert [soort[g.organisatie] for g in seeds.gebruikers if g.rol == "rigg"] == ["inkooporganisatie"]


def test_all_organisaties_share_a_regio(seeds: Seeds) -> None:
    assert {organisatie.regio for organisatie in seeds.organisaties} == {"groningen"}


def test_every_status_is_shown(seeds: Seeds) -> None:
    assert {seed.organisatie: seed.status for seed in seeds.notities} == {
        "het-hogeland": "concept",
        "eemsdelta": "vastgesteld",
        "westerkwartier": "ter vaststelling",
    }


def test_invented_notities_say_so(seeds: Seeds) -> None:
    for seed in seeds.notities:
        assert ("(demonstratie)" in seed.notitie.titel) == (seed.organisatie != "het-hogeland")


@pytest.mark.parametrize("onderwerp", ["omschrijvingen", "aanbieders"])
def test_gemeenten_ask_the_rigg_for_the_same_things(seeds: Seeds, onderwerp: str) -> None:
    vragers = {
        seed.organisatie
        for seed in seeds.notities
        for gebied in seed.notitie.probleemgebieden
        for regel in [
            *gebied.opdracht[Opdrachtnemer.RIGG].opdrachten,
            *(interventie.tekst for interventie in gebied.interventies),
        ]
        if onderwerp in regel.lower()
    }
    assert vragers == {"het-hogeland", "eemsdelta", "westerkwartier"}


def test_every_notitie_has_an_opdracht_onder_voorbehoud_and_an_onderdeel(seeds: Seeds) -> None:
    for seed in seeds.notities:
        rigg = [gebied.opdracht[Opdrachtnemer.RIGG] for gebied in seed.notitie.probleemgebieden]
        assert any(verwijzing.voorbehoud for opdracht in rigg for verwijzing in opdracht.interventies)
        assert any(i.onderdelen for gebied in seed.notitie.probleemgebieden for i in gebied.interventies)


def test_the_texts_read_as_the_streefwaarden_that_stand_beside_them(seeds: Seeds) -> None:
    anders = [
        (seed.organisatie, gebied.naam, doel.nummer, lees_streefwaarde(doel.tekst), doel.streefwaarde)
        for seed in seeds.notities
        for gebied in seed.notitie.probleemgebieden
        for doel in gebied.doelen
        if lees_streefwaarde(doel.tekst) != doel.streefwaarde
    ]
    assert anders == []
