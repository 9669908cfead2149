"""Composing on screen: chapters and blocks are added, changed, moved, removed and put back."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from app.domain.cijfers.indicator import Bloksoort
from app.models import Duiding, Indicator
from app.services.indicatoren.indicator_beheren import verwijder_indicator, zet_indicator_terug
from app.services.rapporten.beginnen import Opzet
from app.services.voortgang.verwijderen import verwijder_thema, zet_terug
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren.cijferhulp import maak_indicator
from tests.integration.rapportages.rapporthulp import ADRES, DOOR, Wereld, pagina, post, thema, vul_in

Tel = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def leeg(wereld: Wereld) -> Wereld:
    """A report with the chapters Een and Twee, without blocks."""
    wereld.begin(Opzet.LEEG)
    for titel in ("Een", "Twee"):
        vul_in(wereld.als("Jo"), f"{ADRES}/hoofdstukken/nieuw", titel=titel)
    return wereld


def voeg_toe(wereld: Wereld, titel: str, soort: str, **velden: str) -> None:
    adres = f"/rapportages/hoofdstukken/{wereld.hoofdstuk(titel).id}/blokken/nieuw?soort={soort}"
    assert vul_in(wereld.als("Jo"), adres, **velden).status_code == 303


def verplaats(wereld: Wereld, blok: Bloksoort, stap: str) -> None:
    post(wereld.als("Jo"), f"/rapportages/blokken/{wereld.blok(blok).id}/verplaatsen", stap=stap)


def test_elk_soort_blok_kan_erbij_en_staat_op_de_pagina(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "grafiek", indicator_id=str(leeg.kosten))
    voeg_toe(leeg, "Een", "cijfers", indicator_id=str(leeg.trajecten))
    voeg_toe(leeg, "Een", "duiding", indicator_id=str(leeg.trajecten))
    voeg_toe(leeg, "Twee", "voortgangstabel", thema_id="")
    voeg_toe(leeg, "Twee", "tekst", tekst="Wat we gaan doen:\n- eerst dit\n- dan dat")
    assert leeg.indeling() == [
        ("Een", ["grafiek Kosten", "cijfers Trajecten", "duiding Trajecten"]),
        ("Twee", ["voortgangstabel alle", "tekst Wat we gaan doen:\n- eerst dit\n- dan dat"]),
    ]
    gezien = pagina(leeg.als("Jo").get(ADRES))
    for woorden in ("1. Een", "€ 1.234.567", "Doel 1: Doel tekst 1.", "Thema 2: Sturing", "Procesregie", "eerst dit"):
        assert woorden in gezien
    assert "Wat zien we?" not in gezien, "er is nog niets gezien"


def test_wat_we_zien_wordt_hier_geschreven_per_indicator_en_per_hoofdstuk(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "duiding", indicator_id=str(leeg.kosten))
    blok = leeg.blok(Bloksoort.DUIDING)
    antwoord = vul_in(leeg.als("Jo"), f"/rapportages/blokken/{blok.id}/duiding", tekst="De kosten dalen.")
    assert antwoord.headers["Location"].endswith(f"#blok-{blok.id}")
    vul_in(leeg.als("Jo"), f"/rapportages/hoofdstukken/{blok.hoofdstuk_id}", duiding="Het gaat goed.")
    assert leeg.een(Duiding, indicator_id=leeg.kosten, periode="2019-H2").tekst == "De kosten dalen."
    gezien = pagina(leeg.als("Jo").get(ADRES))
    assert "1. Een Het gaat goed. Kosten Wat zien we? De kosten dalen." in gezien


def test_een_blok_gaat_binnen_zijn_hoofdstuk_en_naar_het_volgende(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "grafiek", indicator_id=str(leeg.kosten))
    voeg_toe(leeg, "Een", "tekst", tekst="Hallo.")
    voeg_toe(leeg, "Twee", "cijfers", indicator_id=str(leeg.kosten))
    verplaats(leeg, Bloksoort.TEKST, "omhoog")
    assert leeg.indeling()[0] == ("Een", ["tekst Hallo.", "grafiek Kosten"])
    verplaats(leeg, Bloksoort.GRAFIEK, "omlaag")
    assert leeg.indeling() == [("Een", ["tekst Hallo."]), ("Twee", ["grafiek Kosten", "cijfers Kosten"])]
    verplaats(leeg, Bloksoort.GRAFIEK, "omhoog")
    assert leeg.indeling()[0] == ("Een", ["tekst Hallo.", "grafiek Kosten"])
    verplaats(leeg, Bloksoort.CIJFERS, "omlaag")
    assert "staat al onderaan in het rapport" in leeg.als("Jo").get(ADRES).get_data(as_text=True)


def test_een_blok_krijgt_een_ander_onderwerp_en_een_ander_hoofdstuk(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "grafiek", indicator_id=str(leeg.kosten))
    adres = f"/rapportages/blokken/{leeg.blok(Bloksoort.GRAFIEK).id}"
    twee = leeg.hoofdstuk("Twee").id
    vul_in(leeg.als("Jo"), adres, indicator_id=str(leeg.trajecten), hoofdstuk_id=str(twee))
    assert leeg.indeling() == [("Een", []), ("Twee", ["grafiek Trajecten"])]


@pytest.mark.parametrize("waarde", ["", "999999", "abc", "-1"])
def test_een_indicator_die_er_niet_is_wordt_geweigerd(leeg: Wereld, waarde: str) -> None:
    adres = f"/rapportages/hoofdstukken/{leeg.hoofdstuk('Een').id}/blokken/nieuw?soort=grafiek"
    assert vul_in(leeg.als("Jo"), adres, indicator_id=waarde).status_code == 422
    assert leeg.indeling()[0] == ("Een", [])


def test_hoofdstukken_wisselen_van_plaats(leeg: Wereld) -> None:
    adres = f"/rapportages/hoofdstukken/{leeg.hoofdstuk('Twee').id}/verplaatsen"
    post(leeg.als("Jo"), adres, stap="omhoog")
    assert [titel for titel, _ in leeg.indeling()] == ["Twee", "Een"]
    post(leeg.als("Jo"), adres, stap="omhoog")
    assert "staat al bovenaan" in leeg.als("Jo").get(ADRES).get_data(as_text=True)


def test_wat_is_verwijderd_komt_terug_op_zijn_plaats(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "grafiek", indicator_id=str(leeg.kosten))
    voeg_toe(leeg, "Een", "tekst", tekst="Hallo.")
    ervoor = leeg.indeling()
    for adres in (f"blokken/{leeg.blok(Bloksoort.GRAFIEK).id}", f"hoofdstukken/{leeg.hoofdstuk('Een').id}"):
        post(leeg.als("Jo"), f"/rapportages/{adres}/verwijderen")
        assert leeg.indeling() != ervoor
        terug = leeg.als("Jo").get(ADRES).get_data(as_text=True).split("/verwijderingen/")[1].split('"')[0]
        post(leeg.als("Jo"), f"/rapportages/verwijderingen/{terug}")
        assert leeg.indeling() == ervoor


def test_wie_tegelijk_werkt_ziet_wat_de_ander_schreef(leeg: Wereld) -> None:
    adres = f"/rapportages/hoofdstukken/{leeg.hoofdstuk('Een').id}"
    open_ = hulp.formulier(leeg.als("Jo").get(adres))
    vul_in(leeg.als("Col"), adres, duiding="Van Col.")
    antwoord = leeg.als("Jo").post(adres, data=open_ | {"duiding": "Van Jo."})
    assert antwoord.status_code == 409
    assert "Van Col." in antwoord.get_data(as_text=True)
    assert leeg.hoofdstuk("Een").duiding == "Van Col."


def test_in_een_gesloten_periode_verandert_niets(leeg: Wereld) -> None:
    voeg_toe(leeg, "Een", "tekst", tekst="Hallo.")
    blok, hoofdstuk = leeg.blok(Bloksoort.TEKST).id, leeg.hoofdstuk("Een").id
    leeg.sluit()
    ervoor = leeg.indeling()
    for adres in (
        f"hoofdstukken/{hoofdstuk}/verwijderen",
        f"hoofdstukken/{hoofdstuk}/verplaatsen",
        f"blokken/{blok}/verwijderen",
        f"blokken/{blok}",
        f"hoofdstukken/{hoofdstuk}/blokken/nieuw?soort=tekst",
        "2019-H2/titel",
        "2019-H2/hoofdstukken/nieuw",
    ):
        velden = {"stap": "omlaag", "tekst": "Anders.", "titel": "Anders"}
        assert post(leeg.als("Jo"), f"/rapportages/{adres}", vanaf="/instellingen", **velden).status_code == 409
    assert leeg.indeling() == ervoor
    assert "Indeling" not in leeg.als("Jo").get(ADRES).get_data(as_text=True)


def test_een_ander_en_een_lezer_komen_er_niet_aan(leeg: Wereld) -> None:
    hoofdstuk = leeg.hoofdstuk("Een").id
    buur = hulp.maak_organisatie(leeg.session, "buurdorp")
    hulp.maak_gebruiker(leeg.session, buur, naam="Bo")
    leeg.session.commit()
    client = leeg.app.test_client()
    laat_binnen(client, "bo@buurdorp.example")
    for adres in (ADRES, f"{ADRES}/rapport.csv", f"/rapportages/hoofdstukken/{hoofdstuk}"):
        assert client.get(adres).status_code == 404
    assert leeg.als("Lee").get(f"/rapportages/hoofdstukken/{hoofdstuk}").status_code == 403
    assert leeg.als("Lee").get(ADRES).status_code == 404, "een lezer ziet wat gesloten is"


def test_een_thema_of_indicator_die_weggaat_neemt_zijn_blokken_mee_en_terug(wereld: Wereld) -> None:
    kaal = maak_indicator(wereld.session, wereld.organisatie, "Kaal").id
    wereld.session.commit()
    wereld.begin()
    voeg_toe(wereld, "Sturing", "grafiek", indicator_id=str(kaal))
    ervoor = wereld.indeling()
    weg = verwijder_thema(wereld.session, thema=thema(wereld, "Sturing"), door=DOOR)
    ook = verwijder_indicator(wereld.session, indicator=wereld.session.get_one(Indicator, kaal), door=DOOR)
    wereld.session.commit()
    assert wereld.indeling()[3] == ("Sturing", [])
    zet_indicator_terug(wereld.session, verwijdering=wereld.session.merge(ook), door=DOOR)
    zet_terug(wereld.session, verwijdering=wereld.session.merge(weg), door=DOOR)
    wereld.session.commit()
    assert wereld.indeling() == ervoor


def test_het_aantal_queries_hangt_niet_af_van_het_aantal_blokken(wereld: Wereld, tel_queries: Tel) -> None:
    wereld.begin()
    wereld.als("Jo").get(ADRES)
    with tel_queries() as weinig:
        pagina(wereld.als("Jo").get(ADRES))
    for nummer in range(3):
        extra = maak_indicator(wereld.session, wereld.organisatie, f"Extra {nummer}", "euro").id
        wereld.session.commit()
        wereld.meet(extra, "2018", "5")
        for soort in ("grafiek", "cijfers", "duiding"):
            voeg_toe(wereld, "Structuur", soort, indicator_id=str(extra))
    wereld.als("Jo").get(ADRES)
    with tel_queries() as veel:
        assert "Extra 2" in pagina(wereld.als("Jo").get(ADRES))
    assert veel.aantal == weinig.aantal
    assert veel.aantal <= 35
