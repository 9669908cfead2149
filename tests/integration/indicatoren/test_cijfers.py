"""One figure at a time: entering, correcting, taking away, undoing; where it started and what people see in it."""

from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Duiding, Indicator, Logregel, Meting, Reeks
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren.cijferhulp import Wereld
from tests.integration.indicatoren.test_beheer import terug, vul


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


def voer_in(wereld: Wereld, naam: str = "Jo", **velden: str) -> TestResponse:
    client, adres = wereld.als(naam), f"/indicatoren/{wereld.aandeel}"
    form = hulp.formulier(client.get(adres), f"{adres}/metingen")
    return client.post(f"{adres}/metingen", data=form | velden)


def adres_van(wereld: Wereld, code: str) -> str:
    return f"/indicatoren/{wereld.aandeel}/metingen/{wereld.meting(code).id}"


def test_een_veld_is_genoeg(wereld: Wereld) -> None:
    """The period that follows the last figure is there already."""
    client = wereld.als("Jo")
    pagina = hulp.volg(client, voer_in(wereld, waarde="9,7"))
    assert "2020 is opgeslagen." in hulp.melding(pagina)
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*", "2020": "9.7"}
    assert "1 cijfer is weer zoals het was." in hulp.melding(terug(client, pagina))
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"waarde": ""}, "Vul het cijfer in."),
        ({"waarde": "veel"}, "'veel' is geen getal"),
        ({"waarde": "101"}, "101% kan hier niet: het hoogste is 100%."),
        ({"waarde": "€ 5"}, "staat in euro, maar de eenheid is procent"),
        ({"waarde": "< 5"}, "is afgeschermd in de bron"),
        ({"periode": "2019-1", "waarde": "5"}, "'2019-1' is geen periode"),
        ({"periode": "2019-H3", "waarde": "5"}, "'2019-H3' is geen periode"),
        ({"gebied": "x" * 201, "waarde": "5"}, "Veld mag niet langer zijn dan 200"),
        ({"periode": "2018", "waarde": "9"}, "Bij 2018 staat al 8,3%. Schrijf op waarom dat anders wordt."),
    ],
)
def test_wat_niet_kan_staat_bij_het_veld(wereld: Wereld, velden: dict[str, str], zin: str) -> None:
    antwoord = voer_in(wereld, **velden)
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    if waarde := velden.get("waarde"):
        assert hulp.formulier(antwoord, f"/indicatoren/{wereld.aandeel}/metingen")["waarde"] == waarde
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}


def test_een_ster_of_vinkje_is_voorlopig_en_een_ander_gebied_een_andere_reeks(wereld: Wereld) -> None:
    voer_in(wereld, waarde="9,7*", periode="tweede halfjaar 2020")
    voer_in(wereld, waarde="9", periode="2020", voorlopig="y", soort="begroting", gebied=" Provincie  Groningen ")
    assert wereld.cijfers(gebied="")["2020-H2"] == "9.7*"
    assert wereld.cijfers(gebied="Provincie Groningen", soort="begroting") == {"2020": "9*"}
    assert "Begroting, Provincie Groningen" in hulp.tekst_van(wereld.als("Jo").get(f"/indicatoren/{wereld.aandeel}"))


def test_hetzelfde_nog_eens_verandert_niets(wereld: Wereld) -> None:
    pagina = hulp.volg(wereld.als("Jo"), voer_in(wereld, periode="2018", waarde="8,30"))
    assert "2018 stond er al zo. Er is niets gewijzigd." in hulp.melding(pagina)
    assert wereld.meting("2018").rev == 1


def test_corrigeren_houdt_de_geschiedenis(wereld: Wereld) -> None:
    client, adres = wereld.als("Jo"), adres_van(wereld, "2019")
    zonder = vul(client, adres, waarde="9,4")
    assert zonder.status_code == 422
    assert "Schrijf op waarom het cijfer verandert." in hulp.melding(zonder)
    assert wereld.meting("2019").waarde == Decimal("9.2")
    form = hulp.formulier(zonder) | {"reden": "Nalevering", "toelichting": "Inclusief najaar."}
    form.pop("voorlopig")
    pagina = hulp.volg(client, client.post(adres, data=form))
    assert wereld.cijfers()["2019"] == "9.4"
    geschiedenis = ch.kies(client.get(adres), "//ol[@class='cijferverleden']/li")
    assert geschiedenis[0] == "9,4% geldt nu"
    assert geschiedenis[1].startswith("9,2% (voorlopig) tot ")
    assert geschiedenis[1].endswith("gewijzigd door Jo: Nalevering")
    assert "1 cijfer is weer zoals het was." in hulp.melding(terug(client, pagina))
    rij = wereld.meting("2019")
    assert (rij.waarde, rij.voorlopig, rij.toelichting, rij.eerdere) == (Decimal("9.2"), True, "", [])


def test_definitief_maken_vraagt_geen_reden(wereld: Wereld) -> None:
    client, adres = wereld.als("Jo"), adres_van(wereld, "2019")
    form = hulp.formulier(client.get(adres))
    form.pop("voorlopig")
    assert client.post(adres, data=form).status_code == 303
    assert wereld.cijfers()["2019"] == "9.2"


def test_twee_mensen_in_een_cijfer(wereld: Wereld) -> None:
    adres = adres_van(wereld, "2018")
    van_jo, van_col = (hulp.formulier(wereld.als(naam).get(adres)) for naam in ("Jo", "Col"))
    wereld.als("Col").post(adres, data=van_col | {"waarde": "8,5", "reden": "Beter geteld"})
    botsing = wereld.als("Jo").post(adres, data=van_jo | {"waarde": "8,6", "reden": "Anders geteld"})
    assert botsing.status_code == 409
    woorden = [f"Waarde: {cijfer} Voorlopig cijfer: definitief" for cijfer in ("8,3", "8,5", "8,6")]
    assert hulp.naast_elkaar(botsing) == {"Waarde": woorden}
    assert wereld.cijfers()["2018"] == "8.5"
    assert wereld.als("Jo").post(adres, data=hulp.kies(botsing)).status_code == 303
    assert [e.waarde for e in wereld.meting("2018").eerdere] == [Decimal("8.3"), Decimal("8.5")]


def verwijder(client: FlaskClient, adres: str, **velden: str) -> TestResponse:
    """With the form of the page, which says which version of the figure was seen."""
    formulier = hulp.formulier(client.get(adres), f"{adres}/verwijderen")
    return hulp.volg(client, client.post(f"{adres}/verwijderen", data=formulier | velden))


def test_verwijderen_en_terug_met_alles_wat_het_ooit_was(wereld: Wereld) -> None:
    client, adres = wereld.als("Jo"), adres_van(wereld, "2018")
    id_ = wereld.meting("2018").id
    vul(client, adres, waarde="8,5", reden="Beter geteld")
    weg = verwijder(client, adres, reden="Hoort bij een andere gemeente")
    assert "Het cijfer van 2018 is verwijderd." in hulp.melding(weg)
    assert wereld.cijfers() == {"2019": "9.2*"}
    log = wereld.een(Logregel, omschrijving="1 meting van Aandeel verwijderd: Hoort bij een andere gemeente")
    assert log.oud == {"Aandeel, 2018": "8,5"}
    assert "weer zoals het was" in hulp.melding(terug(client, weg))
    rij = wereld.meting("2018")
    assert (rij.id, rij.waarde, [(e.waarde, e.reden) for e in rij.eerdere]) == (
        id_,
        Decimal("8.5"),
        [(Decimal("8.3"), "Beter geteld")],
    )
    assert "Dit is al ongedaan gemaakt." in hulp.melding(terug(client, weg))


def test_wat_opnieuw_is_ingevuld_wordt_niet_overschreven(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    weg = verwijder(client, adres_van(wereld, "2018"))
    voer_in(wereld, "Col", periode="2018", waarde="7")
    assert "Deze cijfers zijn intussen door iemand anders gewijzigd." in hulp.melding(terug(client, weg))
    assert wereld.cijfers()["2018"] == "7"
    assert "Hier stond eerder een cijfer dat is verwijderd op" in hulp.tekst_van(client.get(adres_van(wereld, "2018")))


def test_een_cijfer_van_een_ander_is_er_niet(wereld: Wereld) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    indicator = wereld.session.get_one(Indicator, wereld.aandeel)
    indicator.gedeeld = True
    ch.sla_op(wereld.session, buur.id, ch.nieuw(indicator, "2018", "47.3"))
    wereld.session.commit()
    id_ = wereld.session.query(Meting.id).filter(Meting.organisatie_id == buur.id).scalar()
    assert wereld.als("Jo").get(f"/indicatoren/{wereld.aandeel}/metingen/{id_}").status_code == 404
    assert "47,3%" not in hulp.tekst_van(wereld.als("Jo").get(f"/indicatoren/{wereld.aandeel}"))


def test_de_nulmeting(wereld: Wereld) -> None:
    client, adres = wereld.als("Jo"), f"/indicatoren/{wereld.aandeel}/nulmeting"
    half = vul(client, adres, datum="31-12-2017")
    assert half.status_code == 422
    assert "Vul de datum en de waarde allebei in, of laat ze allebei leeg." in hulp.melding(half)
    for fout in ("31-02-2017", "ooit", "1-1-1066"):
        assert "Vul een datum in die bestaat" in hulp.melding(vul(client, adres, datum=fout, waarde="8"))
    assert "101% kan hier niet" in hulp.melding(vul(client, adres, datum="31-12-2017", waarde="101"))
    pagina = hulp.volg(client, vul(client, adres, datum="31-12-2017", waarde="8,1"))
    assert "Realisatie: 8,1% op 31 december 2017" in hulp.tekst_van(pagina)
    assert wereld.een(Logregel, omschrijving="Nulmeting van Aandeel op 31 december 2017 vastgelegd").nieuw == {
        "nulmeting_datum": "2017-12-31",
        "nulmeting_waarde": "8.1",
    }
    form = hulp.formulier(client.get(adres))
    assert (form["datum"], form["waarde"]) == ("31 december 2017", "8,1")
    hulp.volg(client, vul(client, adres, datum="", waarde=""))
    assert wereld.een(Reeks, indicator_id=wereld.aandeel).nulmeting_waarde is None


def test_een_nulmeting_van_een_reeks_die_er_nog_niet_is(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    adres = f"/indicatoren/{wereld.trajecten}/nulmeting?gebied=Provincie&soort=prognose"
    hulp.volg(client, vul(client, adres, datum="1 januari 2019", waarde="12"))
    reeks = wereld.een(Reeks, indicator_id=wereld.trajecten)
    assert (reeks.gebied, reeks.soort, reeks.nulmeting_waarde) == ("Provincie", "prognose", Decimal(12))


def test_de_duiding(wereld: Wereld) -> None:
    client, adres = wereld.als("Jo"), f"/indicatoren/{wereld.aandeel}/duiding"
    assert "Over welke periode gaat het?" in hulp.tekst_van(client.get(adres))
    fout = client.get(f"{adres}?periode=2019-H3")
    assert fout.status_code == 422
    assert "'2019-H3' is geen periode" in hulp.tekst_van(fout)
    pagina = hulp.volg(client, vul(client, f"{adres}?periode=2019-h1", tekst="Het stijgt door de wachtlijst."))
    assert "Het stijgt door de wachtlijst." in hulp.tekst_van(pagina)
    assert wereld.een(Duiding).periode == "2019-H1"
    hulp.volg(client, vul(client, f"{adres}?periode=2019-H1", tekst=" "))
    assert not wereld.session.query(Duiding).all()
    weg = wereld.een(Logregel, omschrijving="Duiding van Aandeel over 2019-H1 weggehaald")
    assert weg.oud == {"tekst": "Het stijgt door de wachtlijst."}


def test_twee_mensen_in_een_duiding(wereld: Wereld) -> None:
    adres = f"/indicatoren/{wereld.aandeel}/duiding?periode=2019"
    van_jo, van_col = (hulp.formulier(wereld.als(naam).get(adres)) for naam in ("Jo", "Col"))
    wereld.als("Col").post(adres, data=van_col | {"tekst": "Het daalt."})
    botsing = wereld.als("Jo").post(adres, data=van_jo | {"tekst": "Het stijgt."})
    assert botsing.status_code == 409
    assert "Het daalt." in hulp.tekst_van(botsing)
    assert wereld.een(Duiding).tekst == "Het daalt."
