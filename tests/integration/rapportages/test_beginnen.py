"""Beginning a report: as it is mostly done, as the one before, or empty."""

import pytest

from app.domain.cijfers.indicator import Bloksoort
from app.models import Hoofdstuk, Rapportblok
from app.services.rapporten.beginnen import Opzet
from app.services.rapporten.fouten import RapportFout
from tests.integration.rapportages.rapporthulp import ADRES, CODE, Wereld, post

STANDAARD = [
    ("Wachttijden", ["grafiek Kosten", "duiding Kosten"]),
    ("Overige cijfers", ["grafiek Trajecten", "duiding Trajecten"]),
    ("Structuur", ["voortgangstabel Structuur"]),
    ("Sturing", ["voortgangstabel Sturing"]),
]


def test_een_standaardindeling_heeft_hoofdstukken_per_gebied_en_per_thema(wereld: Wereld) -> None:
    antwoord = post(wereld.als("Jo"), f"{ADRES}/beginnen", opzet="standaard")
    assert antwoord.headers["Location"].endswith(ADRES)
    assert wereld.indeling() == STANDAARD
    assert wereld.rapport().titel == "Halfjaarrapportage"


def test_de_indeling_van_de_vorige_keer_komt_zonder_wat_toen_is_gezegd(wereld: Wereld) -> None:
    rapport = wereld.begin()
    rapport.titel = "Jeugd in cijfers"
    hoofdstuk = rapport.hoofdstukken[0]
    hoofdstuk.duiding = "Het daalt."
    hoofdstuk.blokken.append(
        Rapportblok(organisatie_id=rapport.organisatie_id, volgorde=3, soort=Bloksoort.TEKST, tekst="Van toen.")
    )
    wereld.session.commit()
    wereld.sluit()
    post(wereld.als("Jo"), "/voortgang/starten", vanaf="/voortgang/", code="2020-H1")
    volgende = "/rapportages/2020-H1"
    post(wereld.als("Jo"), f"{volgende}/beginnen", vanaf=volgende, opzet="vorige")
    assert wereld.indeling("2020-H1") == STANDAARD
    nieuw = wereld.rapport("2020-H1")
    assert (nieuw.titel, nieuw.hoofdstukken[0].duiding) == ("Jeugd in cijfers", "")


def test_een_leeg_rapport_heeft_geen_hoofdstukken(wereld: Wereld) -> None:
    post(wereld.als("Jo"), f"{ADRES}/beginnen", opzet="leeg")
    assert wereld.indeling() == []
    assert "Nog geen hoofdstukken" in wereld.als("Jo").get(ADRES).get_data(as_text=True)


def test_zonder_eerder_rapport_is_er_niets_over_te_nemen(wereld: Wereld) -> None:
    assert "Zoals de vorige keer" not in wereld.als("Jo").get(ADRES).get_data(as_text=True)
    with pytest.raises(RapportFout, match="geen eerder rapport"):
        wereld.begin(Opzet.VORIGE)


def test_een_tweede_rapport_over_dezelfde_periode_komt_er_niet(wereld: Wereld) -> None:
    wereld.begin()
    antwoord = post(wereld.als("Jo"), f"{ADRES}/beginnen", opzet="leeg")
    assert antwoord.status_code == 303
    assert wereld.indeling() == STANDAARD
    assert "Er is al een rapport over 2019-H2." in wereld.als("Jo").get(ADRES).get_data(as_text=True)


def test_over_een_gesloten_periode_kan_geen_rapport_meer_worden_begonnen(wereld: Wereld) -> None:
    adres = "/rapportages/2019-H1"
    assert "Begin met" not in wereld.als("Jo").get(adres).get_data(as_text=True)
    antwoord = post(wereld.als("Jo"), f"{adres}/beginnen", opzet="leeg")
    assert antwoord.status_code == 409
    assert wereld.session.query(Hoofdstuk).count() == 0


def test_de_lijst_zegt_waar_een_rapport_is(wereld: Wereld) -> None:
    wereld.begin()
    jo, lee = (wereld.als(naam).get("/rapportages/").get_data(as_text=True) for naam in ("Jo", "Lee"))
    assert "4 hoofdstukken" in jo
    assert "Samenstellen" in jo
    assert CODE not in lee
    assert "nog geen rapport" in lee
