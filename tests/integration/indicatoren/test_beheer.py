"""Adding, changing and removing an indicator, and linking it to doelen."""

import re
from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.indicator import Gunstig, Meetfrequentie
from app.models import Doel, Indicator, Indicatorregel, Logregel, NotitieStatus, Reeks
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren.cijferhulp import Wereld

NIEUW = "/indicatoren/nieuw"
VELDEN = {"naam": "Wachttijd", "eenheid": "weken", "frequentie": "kwartaal", "gunstig": "lager", "bovengrens": "104"}


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


def vul(client: FlaskClient, adres: str, **velden: str) -> TestResponse:
    return client.post(adres, data=hulp.formulier(client.get(adres)) | velden)


def terug(client: FlaskClient, pagina: TestResponse) -> TestResponse:
    gevonden = re.search(r'action="(/indicatoren/(?:verwijderingen/\d+/terugzetten|ongedaan/\d+))"', pagina.text)
    assert gevonden, "De pagina biedt niet aan om het ongedaan te maken."
    return hulp.doe(client, gevonden[1])


def test_een_nieuwe_indicator_vraagt_om_het_eerste_cijfer(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    pagina = hulp.volg(client, vul(client, NIEUW, **VELDEN))
    assert "Indicator 'Wachttijd' is toegevoegd. Vul nu het eerste cijfer in." in hulp.melding(pagina)
    indicator = wereld.een(Indicator, naam="Wachttijd")
    assert (indicator.eenheid, indicator.frequentie, indicator.gunstig, indicator.bovengrens, indicator.gedeeld) == (
        "weken",
        Meetfrequentie.KWARTAAL,
        Gunstig.LAGER,
        Decimal(104),
        False,
    )
    assert wereld.een(Logregel, omschrijving="Indicator 'Wachttijd' toegevoegd").nieuw["eenheid"] == "weken"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": ""}, "Geef de indicator een naam."),
        ({"naam": "Aandeel"}, "Er is al een indicator die 'Aandeel' heet. Kies een andere naam."),
        ({"eenheid": "anders"}, "Schrijf op in welke eenheid u meet."),
        ({"eigen_eenheid": "fte"}, "Kies hierboven 'Een andere eenheid', of maak dit veld leeg."),
        ({"ondergrens": "200"}, "De hoogste waarde ligt onder de laagste."),
        ({"ondergrens": "0.5"}, "Vul een gewoon getal in, bijvoorbeeld 1.234,5."),
        ({"bovengrens": "1" + "0" * 30}, "Dit getal is te groot."),
    ],
)
def test_wat_niet_kan_staat_bij_het_veld(wereld: Wereld, velden: dict[str, str], zin: str) -> None:
    client = wereld.als("Jo")
    antwoord = vul(client, NIEUW, **(VELDEN | velden))
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    assert len(wereld.session.scalars(select(Indicator)).all()) == 2


@pytest.mark.parametrize(("getypt", "bewaard"), [("fte", "fte"), ("%", "procent"), ("trajecten", "trajecten")])
def test_een_eigen_eenheid(wereld: Wereld, getypt: str, bewaard: str) -> None:
    client = wereld.als("Jo")
    hulp.volg(client, vul(client, NIEUW, **(VELDEN | {"eenheid": "anders", "eigen_eenheid": getypt})))
    indicator = wereld.een(Indicator, naam="Wachttijd")
    assert indicator.eenheid == bewaard
    form = hulp.formulier(client.get(f"/indicatoren/{indicator.id}/bewerken"))
    eigen = bewaard != "procent"
    assert (form["eenheid"], form["eigen_eenheid"]) == (("anders", bewaard) if eigen else ("procent", ""))


def test_twee_mensen_in_een_formulier(wereld: Wereld) -> None:
    adres = f"/indicatoren/{wereld.trajecten}/bewerken"
    van_jo, van_col = (hulp.formulier(wereld.als(naam).get(adres)) for naam in ("Jo", "Col"))
    assert wereld.als("Col").post(adres, data=van_col | {"naam": "Zorgtrajecten", "bron": "CBS"}).status_code == 303
    botsing = wereld.als("Jo").post(adres, data=van_jo | {"naam": "Trajecten jeugd", "definitie": "Wat loopt."})
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Naam": ["Trajecten", "Zorgtrajecten", "Trajecten jeugd"]}
    assert wereld.een(Indicator, id=wereld.trajecten).naam == "Zorgtrajecten"
    opnieuw = wereld.als("Jo").post(adres, data=hulp.kies(botsing))
    assert opnieuw.status_code == 303
    indicator = wereld.een(Indicator, id=wereld.trajecten)
    assert (indicator.naam, indicator.bron, indicator.definitie) == ("Trajecten jeugd", "CBS", "Wat loopt.")


def test_verwijderen_en_terugzetten(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    wereld.session.get_one(Indicator, wereld.aandeel).noemer_id = wereld.trajecten
    wereld.session.commit()
    weg = hulp.doe(client, f"/indicatoren/{wereld.trajecten}/verwijderen")
    assert "Indicator 'Trajecten' is verwijderd." in hulp.melding(weg)
    assert wereld.een(Indicator, id=wereld.aandeel).noemer_id is None
    assert "Indicator 'Trajecten' is teruggezet." in hulp.melding(terug(client, weg))
    assert wereld.een(Indicator, naam="Trajecten").id == wereld.trajecten
    assert wereld.een(Indicator, id=wereld.aandeel).noemer_id == wereld.trajecten


def test_terugzetten_kan_niet_als_de_naam_bezet_is(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    weg = hulp.doe(client, f"/indicatoren/{wereld.trajecten}/verwijderen")
    hulp.volg(client, vul(client, NIEUW, **(VELDEN | {"naam": "Trajecten"})))
    assert "Er is al een indicator die 'Trajecten' heet." in hulp.melding(terug(client, weg))


def test_wat_cijfers_heeft_wordt_niet_verwijderd(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    antwoord = hulp.doe(client, f"/indicatoren/{wereld.aandeel}/verwijderen")
    assert "'Aandeel' heeft cijfers, een nulmeting of een duiding. Verwijder die eerst." in hulp.melding(antwoord)
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}
    assert "Indicator verwijderen" not in hulp.tekst_van(client.get(f"/indicatoren/{wereld.aandeel}/bewerken"))


def test_wat_een_ander_deelt_is_te_gebruiken_maar_niet_te_wijzigen(wereld: Wereld) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    gedeeld = ch.maak_indicator(wereld.session, buur.id, "Van de buren", gedeeld=True)
    eigen = ch.maak_indicator(wereld.session, buur.id, "Geheim")
    wereld.session.commit()
    client = wereld.als("Jo")
    assert "Van de buren" in hulp.tekst_van(client.get("/indicatoren/"))
    assert "Geheim" not in hulp.tekst_van(client.get("/indicatoren/"))
    assert "van Buurdorp" in hulp.tekst_van(client.get(f"/indicatoren/{gedeeld.id}"))
    for adres in (f"/indicatoren/{eigen.id}", f"/indicatoren/{eigen.id}/bewerken"):
        assert client.get(adres).status_code == 404
    antwoord = client.get(f"/indicatoren/{gedeeld.id}/bewerken")
    assert antwoord.status_code == 404
    assert "'Van de buren' is van Buurdorp." in hulp.tekst_van(antwoord)


def test_delen_stopt_niet_zolang_een_ander_er_cijfers_bij_heeft(wereld: Wereld) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    indicator = wereld.session.get_one(Indicator, wereld.trajecten)
    indicator.gedeeld = True
    wereld.session.add(Reeks(indicator_id=indicator.id, organisatie_id=buur.id))
    wereld.session.commit()
    adres = f"/indicatoren/{wereld.trajecten}/bewerken"
    form = hulp.formulier(wereld.als("Jo").get(adres))
    del form["gedeeld"]
    antwoord = wereld.als("Jo").post(adres, data=form)
    assert antwoord.status_code == 422
    assert "Andere gemeenten hebben hier cijfers bij staan." in hulp.tekst_van(antwoord)


def test_een_lezer_kijkt_alleen(wereld: Wereld) -> None:
    client = wereld.als("Lee")
    pagina = client.get(f"/indicatoren/{wereld.aandeel}")
    assert "8,3%" in hulp.tekst_van(pagina)
    for woord in ("Bewerken", "Cijfer invullen", "Wijzigen", "Duiding schrijven", "Nulmeting wijzigen"):
        assert woord not in hulp.tekst_van(pagina)
    assert client.get("/indicatoren/invullen").status_code == 403


@pytest.fixture
def regel(wereld: Wereld) -> Indicatorregel:
    """A1, which measures doel 1 of the probleemgebied Wachttijden."""
    organisatie = wereld.session.get_one(Indicator, wereld.aandeel).organisatie
    gebied = hulp.maak_gebied(wereld.session, hulp.maak_notitie(wereld.session, organisatie))
    doel = next(doel for doel in gebied.doelen if doel.nummer == 1)
    doel.tekst, doel.eenheid = "Het aandeel jongeren met jeugdhulp daalt", "procent"
    wereld.session.commit()
    return wereld.een(Indicatorregel, tekst="A1")  # type: ignore[no-any-return]


def test_koppelen_vanuit_de_notitie(wereld: Wereld, regel: Indicatorregel) -> None:
    client = wereld.als("Jo")
    gebied = f"/probleemgebieden/{regel.probleemgebied_id}"
    adres = f"/indicatoren/indicatorregels/{regel.id}/koppelen"
    for pagina in (client.get(gebied), client.get(f"{gebied}/bewerken")):
        assert f'href="{adres}"' in pagina.text
    keuzes = ch.kies(client.get(adres), "//label[input[@type='radio']]")
    assert [keuze.split()[0] for keuze in keuzes] == ["Aandeel", "Trajecten", "Geen"]  # what resembles most comes first
    pagina = hulp.volg(client, vul(client, adres, indicator=str(wereld.aandeel)))
    assert "Indicator 1 wordt nu gemeten met 'Aandeel'." in hulp.melding(pagina)
    assert f'href="/indicatoren/{wereld.aandeel}"' in pagina.text
    assert "Wachttijden, doel 1:" in hulp.tekst_van(client.get(f"/indicatoren/{wereld.aandeel}"))
    log = wereld.een(Logregel, omschrijving="Indicator 1 gekoppeld aan 'Aandeel'")
    assert log.probleemgebied_id == regel.probleemgebied_id
    hulp.volg(client, vul(client, adres, indicator="geen"))
    assert wereld.een(Indicatorregel, tekst="A1").indicator_id is None


def test_koppelen_zoekt_en_weigert_wat_er_niet_is(wereld: Wereld, regel: Indicatorregel) -> None:
    client = wereld.als("Jo")
    adres = f"/indicatoren/indicatorregels/{regel.id}/koppelen"
    keuzes = ch.kies(client.get(f"{adres}?zoek=traj"), "//label[input[@type='radio']]")
    assert [keuze.split()[0] for keuze in keuzes] == ["Trajecten", "Geen"]
    for fout in ("999", "x", ""):
        pagina = hulp.volg(client, vul(client, adres, indicator=fout))
        assert "Kies een indicator, of kies 'Geen cijfers'." in hulp.melding(pagina)
    assert wereld.een(Indicatorregel, tekst="A1").indicator_id is None


def test_een_nieuwe_indicator_uit_een_regel(wereld: Wereld, regel: Indicatorregel) -> None:
    client = wereld.als("Jo")
    adres = f"{NIEUW}?regel={regel.id}"
    form = hulp.formulier(client.get(adres))
    assert (form["naam"], form["eenheid"]) == ("A1", "procent")
    assert client.post(adres, data=form | {"naam": "Aandeel jeugdhulp"}).status_code == 303
    assert wereld.een(Indicatorregel, tekst="A1").indicator.naam == "Aandeel jeugdhulp"


def test_koppelen_vanuit_de_indicator(wereld: Wereld, regel: Indicatorregel) -> None:
    """Doel 1 has one line, doel 2 two, and doel 4 none: that one gets a line of its own."""
    client = wereld.als("Jo")
    adres = f"/indicatoren/{wereld.aandeel}/doelen"
    doel = wereld.een(Doel, nummer=4)
    pagina = hulp.volg(client, vul(client, adres, regel=str(regel.id), doel=str(doel.id)))
    assert "De koppeling met doelen is opgeslagen." in hulp.melding(pagina)
    gekoppeld = wereld.session.scalars(select(Indicatorregel).where(Indicatorregel.indicator_id == wereld.aandeel))
    assert sorted((rij.nummer, rij.tekst) for rij in gekoppeld) == [(1, "A1"), (4, "Aandeel")]
    form = hulp.formulier(client.get(adres))
    form.pop("regel")
    hulp.volg(client, client.post(adres, data=form))
    assert not wereld.session.scalars(select(Indicatorregel).where(Indicatorregel.indicator_id.is_not(None))).all()


def test_wat_een_collega_koppelde_blijft(wereld: Wereld, regel: Indicatorregel) -> None:
    adres = f"/indicatoren/{wereld.aandeel}/doelen"
    form = hulp.formulier(wereld.als("Jo").get(adres))
    regel = wereld.een(Indicatorregel, tekst="A1")
    regel.indicator_id = wereld.trajecten
    wereld.session.commit()
    pagina = hulp.volg(wereld.als("Jo"), wereld.als("Jo").post(adres, data=form | {"regel": str(regel.id)}))
    assert "1 regel is intussen door een collega aan iets anders gekoppeld en zo gebleven." in hulp.melding(pagina)
    assert wereld.een(Indicatorregel, tekst="A1").indicator_id == wereld.trajecten


def test_in_een_vastgestelde_notitie_komt_geen_regel_bij(wereld: Wereld, regel: Indicatorregel) -> None:
    """But the lines that are there can be measured."""
    regel.probleemgebied.notitie.status = NotitieStatus.VASTGESTELD
    doel_id = wereld.session.scalars(select(Doel.id).where(Doel.nummer == 4)).one()
    wereld.session.commit()
    client = wereld.als("Jo")
    adres = f"/indicatoren/{wereld.aandeel}/doelen"
    assert "Meet dit doel" not in hulp.tekst_van(client.get(adres))
    hulp.volg(client, vul(client, adres, regel=str(regel.id), doel=str(doel_id)))
    assert wereld.een(Indicatorregel, indicator_id=wereld.aandeel).tekst == "A1"


def test_de_drempel(wereld: Wereld) -> None:
    for naam, status in (("Jo", 403), ("Lee", 403), ("Max", 200), ("Bea", 200)):
        assert wereld.als(naam).get("/indicatoren/instellingen").status_code == status
    client = wereld.als("Bea")
    for fout in ("-1", "0", "1", "2", "101", "x", ""):
        pagina = vul(client, "/indicatoren/instellingen", drempel=fout, reden="Er is toestemming")
        assert pagina.status_code == 422
        assert "Vul een getal in van 3 tot en met 100." in hulp.tekst_van(pagina)
    assert "De drempel is opgeslagen. Verborgen: 1 tot en met 9." in hulp.melding(
        hulp.volg(client, vul(client, "/indicatoren/instellingen", drempel="10"))
    )
    assert wereld.session.get_one(Indicator, wereld.aandeel).organisatie.drempel == 10


def test_een_lagere_drempel_vraagt_een_reden_die_in_het_logboek_blijft(wereld: Wereld) -> None:
    client = wereld.als("Bea")
    zonder = vul(client, "/indicatoren/instellingen", drempel="3", reden=" ")
    assert zonder.status_code == 422
    assert "Schrijf op waarom dat mag." in hulp.tekst_van(zonder)
    hulp.volg(client, vul(client, "/indicatoren/instellingen", drempel="3", reden="Alleen wijken met veel inwoners"))
    regel = wereld.session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert regel is not None
    assert regel.omschrijving == "Drempel voor kleine aantallen is nu 3: Alleen wijken met veel inwoners"
    assert "in plaats van 1 en 2 staat er" in hulp.tekst_van(client.get("/indicatoren/instellingen"))
