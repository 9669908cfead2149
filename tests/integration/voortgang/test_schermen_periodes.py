"""The periods and their steps, and the themas and maatregelen that are reported on."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.voortgang.structuur import Kleur
from app.models import (
    Beoordeling,
    Interventie,
    Kleurdefinitie,
    Logregel,
    Maatregel,
    PeriodeStatus,
    Rapportageperiode,
    Rol,
    Thema,
    Verwijdering,
)
from app.services.voortgang.maatregel_beheren import interventie_ids_van
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.voortgang import schermhulp as vh
from tests.integration.voortgang.schermhulp import Wereld

START = "/voortgang/"
LIJST = "/voortgang/maatregelen"


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return vh.maak_wereld(app, session)


@pytest.fixture
def leeg(app: Flask, session: Session) -> FlaskClient:
    """The adviseur of a gemeente where nothing is there yet."""
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    client = app.test_client()
    laat_binnen(client, email)
    return client


def test_zonder_periode_zegt_de_pagina_hoe_te_beginnen(leeg: FlaskClient, session: Session) -> None:
    pagina = leeg.get(START)
    assert "Nog geen periode" in hulp.tekst_van(pagina)
    assert 'href="/voortgang/importeren"' in pagina.get_data(as_text=True)
    form = hulp.formulier(pagina, "/voortgang/starten")
    assert form["code"].startswith(str(date.today().year))
    pagina = hulp.volg(leeg, leeg.post("/voortgang/starten", data=form | {"code": "2019-h1", "sluit_op": ""}))
    assert "De periode 2019-H1 is gestart: 0 regels meegenomen." in hulp.melding(pagina)
    assert "Nog geen regels in deze periode" in hulp.tekst_van(pagina)
    assert hulp.een(session, Rapportageperiode, code="2019-H1").sluit_op == date(2019, 7, 31)


def test_de_lijst_zegt_hoe_ver_het_is_en_wie_nog_moet(wereld: Wereld) -> None:
    vh.stel_beoordeling(wereld, "Cijfers", Beoordeling.AKKOORD)
    tekst = hulp.tekst_van(wereld.als("Max").get(START))
    assert "Tweede halfjaar 2019 2019-H2 sluit op 31 januari 2020" in tekst
    assert "1 van 3 ingevuld, 1 akkoord" in tekst
    assert "Nog te doen voor: Jo (2)" in tekst
    assert "Eerste halfjaar 2019 2019-H1 gesloten op " in tekst


def test_een_teruggestuurde_regel_is_overal_nog_te_doen(wereld: Wereld) -> None:
    """The list, the table, the overview, my work and the message of the next step say the same number."""
    vh.stel_beoordeling(wereld, "Cijfers", Beoordeling.AKKOORD)
    vh.stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Vul aan.")
    jo, max_ = wereld.als("Jo"), wereld.als("Max")
    lijst = hulp.tekst_van(max_.get(START))
    assert "1 van 3 ingevuld, 1 akkoord" in lijst
    assert "Nog te doen voor: Jo (2)" in lijst
    tabel = hulp.tekst_van(jo.get("/voortgang/2019-H2/invullen?wie=mij"))
    assert "1 van 3 ingevuld · van u 0 van 2 · 1 akkoord · 1 teruggestuurd" in tabel
    assert "2 nog niet ingevuld" in hulp.tekst_van(max_.get("/voortgang/2019-H2/overzicht"))
    assert "Voortgang 2019-H2 nog 2 regels van u" in hulp.tekst_van(jo.get("/"))
    pagina = hulp.doe(jo, "/voortgang/2019-H2/ter-controle")
    assert "2 regels zijn nog niet ingevuld; dat kan nog." in hulp.melding(pagina)


def test_bij_het_starten_staat_per_persoon_het_zelfde_aantal_als_in_de_lijst(wereld: Wereld) -> None:
    """Rows, also when a maatregel has more than one."""
    jo = wereld.als("Jo")
    id_ = wereld.regel("Scholing").maatregel_id
    hulp.doe(jo, f"/voortgang/2019-H2/maatregelen/{id_}/regels")
    pagina = hulp.doe(jo, "/voortgang/starten", code="2020-H1", sluit_op="")
    assert "4 regels meegenomen. Nog te rapporteren: Col (1), Jo (3)." in hulp.melding(pagina)
    assert "Nog te doen voor: Col (1), Jo (3)" in hulp.tekst_van(jo.get(START))


def test_volgende_periode_stelt_zichzelf_voor_en_neemt_mee(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    form = hulp.formulier(client.get(START), "/voortgang/starten")
    assert (form["code"], form["sluit_op"]) == ("2020-H1", "2020-07-31")
    pagina = hulp.volg(client, client.post("/voortgang/starten", data=form))
    assert "2020-H1 is gestart: 3 regels meegenomen. Nog te rapporteren: Col (1), Jo (2)." in hulp.melding(pagina)


def test_kwartalen_staan_naast_halfjaren(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    form = hulp.formulier(client.get(START), "/voortgang/starten")
    hulp.volg(client, client.post("/voortgang/starten", data=form | {"code": "2019-Q4", "sluit_op": ""}))
    assert "Vierde kwartaal 2019" in hulp.tekst_van(client.get(START))
    assert wereld.periode("2019-H2").status is PeriodeStatus.OPEN


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"code": "2019-H3"}, "'2019-H3' is geen periode; schrijf bijvoorbeeld 2019-H1, 2020-Q3 of 2020."),
        ({"code": "💥" * 2000}, "is geen periode"),
        ({"code": ""}, "Vul een periode in, bijvoorbeeld 2020-H1."),
        ({"code": "2019-H2"}, "De periode 2019-H2 is al gestart."),
        ({"code": "2019-H1"}, "De periode 2019-H1 is gesloten."),
        ({"code": "2020-H1", "sluit_op": "2019-01-01"}, "1 januari 2019 is daarvoor te vroeg als sluitdatum."),
        ({"code": "2020-H1", "sluit_op": "32-13-2020"}, "Vul een datum in die bestaat"),
    ],
)
def test_een_periode_die_niet_kan_wordt_met_uitleg_geweigerd(wereld: Wereld, velden: dict[str, str], zin: str) -> None:
    client = wereld.als("Jo")
    form = hulp.formulier(client.get(START), "/voortgang/starten")
    antwoord = client.post("/voortgang/starten", data=form | velden)
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    assert wereld.session.query(Rapportageperiode).count() == 2


def test_het_adres_van_een_periode_brengt_iedereen_waar_die_moet_zijn(wereld: Wereld) -> None:
    assert wereld.als("Jo").get("/voortgang/2019-H2").location == "/voortgang/2019-H2/invullen"
    for wie, code in (("Jo", "2019-H1"), ("Max", "2019-H2"), ("Lee", "2019-H1")):
        antwoord = wereld.als(wie).get(f"/voortgang/{code}")
        assert antwoord.status_code == 302
        assert antwoord.location.startswith(f"/voortgang/{code}/"), wie
        assert "invullen" not in antwoord.location


def test_een_lezer_ziet_alleen_wat_gesloten_is(wereld: Wereld) -> None:
    lezer = wereld.als("Lee")
    tekst = hulp.tekst_van(lezer.get(START))
    assert "2019-H1" in tekst
    assert "2019-H2" not in tekst
    assert "starten" not in tekst
    assert lezer.get("/voortgang/2019-H2").status_code == 404
    assert lezer.get("/voortgang/2019-H2/invullen").status_code == 403


def test_sluiten_laat_zien_wat_niet_akkoord_is(wereld: Wereld) -> None:
    manager = wereld.als("Max")
    assert "Zet de periode eerst ter controle" in hulp.tekst_van(manager.get("/voortgang/2019-H2/sluiten"))
    hulp.doe(wereld.als("Jo"), "/voortgang/2019-H2/ter-controle")
    vh.stel_beoordeling(wereld, "Cijfers", Beoordeling.AKKOORD)
    pagina = manager.get("/voortgang/2019-H2/sluiten")
    assert "1b Scholing" in hulp.tekst_van(pagina)
    assert "2 Cijfers" not in hulp.tekst_van(pagina)
    form = hulp.formulier(pagina)
    geweigerd = manager.post("/voortgang/2019-H2/sluiten", data=form)
    assert geweigerd.status_code == 422
    assert "2 regels zijn nog niet akkoord." in hulp.tekst_van(geweigerd)
    assert wereld.periode().status is PeriodeStatus.TER_CONTROLE
    antwoord = manager.post("/voortgang/2019-H2/sluiten", data=form | {"toch": "y"})
    assert antwoord.status_code == 303
    assert wereld.periode().status is PeriodeStatus.GESLOTEN
    assert "staat vast" in hulp.tekst_van(manager.get("/voortgang/2019-H2/sluiten"))


def test_heropenen_vraagt_een_reden_en_staat_in_het_logboek(wereld: Wereld) -> None:
    manager, adres = wereld.als("Max"), "/voortgang/2019-H1/heropenen"
    form = hulp.formulier(manager.get(adres))
    assert manager.post(adres, data=form | {"reden": " "}).status_code == 422
    hulp.volg(manager, manager.post(adres, data=form | {"reden": "Een cijfer klopte niet."}))
    assert wereld.periode("2019-H1").status is PeriodeStatus.TER_CONTROLE
    laatste = wereld.session.query(Logregel).order_by(Logregel.id.desc()).first()
    assert laatste is not None
    assert "heropend: Een cijfer klopte niet." in laatste.omschrijving
    assert manager.post(adres, data=form | {"reden": "Nog eens."}).status_code == 409
    assert wereld.als("Jo").get(adres).status_code == 403


def test_terug_naar_open_en_de_sluitdatum(wereld: Wereld) -> None:
    manager, adres = wereld.als("Max"), "/voortgang/2019-H2/sluitdatum"
    hulp.doe(wereld.als("Jo"), "/voortgang/2019-H2/ter-controle")
    assert "is weer open" in hulp.melding(hulp.doe(manager, "/voortgang/2019-H2/terug-naar-open"))
    form = hulp.formulier(manager.get(adres))
    assert form["sluit_op"] == "2020-01-31"
    fout = manager.post(adres, data=form | {"sluit_op": "2019-07-01"})
    assert fout.status_code == 422
    assert "te vroeg als sluitdatum" in hulp.melding(fout)
    hulp.volg(manager, manager.post(adres, data=form | {"sluit_op": "15-02-2020"}))
    assert wereld.periode().sluit_op == date(2020, 2, 15)
    botsing = manager.post(adres, data=form | {"sluit_op": "2020-03-01"})
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Sluit op": ["31 januari 2020", "15 februari 2020", "1 maart 2020"]}


def test_een_thema_en_een_maatregel_erbij(leeg: FlaskClient, session: Session) -> None:
    assert "Nog geen thema" in hulp.tekst_van(leeg.get(LIJST))
    form = hulp.formulier(leeg.get("/voortgang/themas/nieuw"))
    assert leeg.post("/voortgang/themas/nieuw", data=form | {"naam": "  "}).status_code == 422
    hulp.volg(leeg, leeg.post("/voortgang/themas/nieuw", data=form | {"naam": "Sturing 🎯"}))
    adres = f"/voortgang/themas/{hulp.een(session, Thema).id}/maatregelen/nieuw"
    form = hulp.formulier(leeg.get(adres))
    velden = form | {"naam": "Scholing", "letter": "A", "fte": "0,5"}
    hulp.volg(leeg, leeg.post(adres, data=velden))
    maatregel = hulp.een(session, Maatregel)
    assert (maatregel.letter, maatregel.naam, str(maatregel.fte)) == ("a", "Scholing", "0.5")
    dubbel = leeg.post(adres, data=velden | {"naam": "Nog een"})
    assert dubbel.status_code == 422
    assert "Thema 1 heeft al een maatregel a: 'Scholing'." in hulp.melding(dubbel)
    for fout, zin in (
        ({"fte": "veel"}, "Vul een gewoon getal in"),
        ({"fte": "-1"}, "boven 0"),
        ({"letter": "abcdefghijk"}, "Gebruik voor de letter één letter"),
        ({"eigenaar_id": "999999"}, "Eigenaar"),
        ({"naam": "x" * 60_000}, "Deze naam is te lang"),
    ):
        antwoord = leeg.post(adres, data=velden | {"letter": "b"} | fout)
        assert antwoord.status_code == 422, fout
        assert zin in hulp.melding(antwoord)
    assert hulp.een(session, Maatregel).naam == "Scholing"


def test_een_maatregel_wijzigen_met_interventies_en_een_ander_thema(wereld: Wereld) -> None:
    organisatie = wereld.een(hulp.Organisatie, id=wereld.organisatie)
    gebied = hulp.maak_gebied(wereld.session, hulp.maak_notitie(wereld.session, organisatie))
    wereld.session.commit()
    interventie = wereld.een(Interventie, probleemgebied_id=gebied.id, nummer=2).id
    maatregel, ander = wereld.een(Maatregel, naam="Scholing").id, wereld.een(Thema, nummer=2).id
    client, adres = wereld.als("Jo"), f"/voortgang/maatregelen/{maatregel}/bewerken"
    pagina = client.get(adres)
    assert "Wachttijden 2: Interventie tekst 2" in hulp.tekst_van(pagina)
    form = hulp.formulier(pagina) | {"interventie_ids": str(interventie), "thema_id": str(ander), "letter": "c"}
    hulp.volg(client, client.post(adres, data=form))
    nu = wereld.een(Maatregel, id=maatregel)
    assert (nu.thema_id, nu.letter, interventie_ids_van(wereld.session, nu)) == (ander, "c", [interventie])
    assert nu.eigenaar.naam == "Jo"
    bezet = client.post(adres, data=hulp.formulier(client.get(adres)) | {"letter": "b"})
    assert bezet.status_code == 422
    assert "heeft al een maatregel b" in hulp.melding(bezet)
    assert wereld.een(Maatregel, id=maatregel).letter == "c"


def test_twee_mensen_in_een_maatregel(wereld: Wereld) -> None:
    maatregel = wereld.een(Maatregel, naam="Scholing").id
    adres = f"/voortgang/maatregelen/{maatregel}/bewerken"
    jo, col = wereld.als("Jo"), wereld.als("Col")
    mijn, hun = hulp.formulier(jo.get(adres)), hulp.formulier(col.get(adres))
    hulp.volg(col, col.post(adres, data=hun | {"naam": "Opleiding"}))
    botsing = jo.post(adres, data=mijn | {"naam": "Training"})
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Naam": ["Scholing", "Opleiding", "Training"]}
    assert wereld.een(Maatregel, id=maatregel).naam == "Opleiding"


def test_verplaatsen(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    maatregel, thema = wereld.een(Maatregel, naam="Scholing").id, wereld.een(Thema, nummer=2).id
    hulp.doe(client, f"/voortgang/maatregelen/{maatregel}/verplaatsen", stap="omhoog")
    eind = hulp.doe(client, f"/voortgang/maatregelen/{maatregel}/verplaatsen", stap="omhoog")
    assert "staat al bovenaan" in hulp.melding(eind)
    assert wereld.een(Maatregel, id=maatregel).volgorde == 1
    hulp.doe(client, f"/voortgang/themas/{thema}/verplaatsen", stap="omhoog")
    assert wereld.een(Thema, id=thema).nummer == 1
    token = hulp.formulier(client.get(LIJST), "/uitloggen")["csrf_token"]
    fout = client.post(f"/voortgang/themas/{thema}/verplaatsen", data={"csrf_token": token, "stap": "opzij"})
    assert fout.status_code == 400


@pytest.mark.parametrize(
    ("soort", "model", "zoek"), [("maatregelen", Maatregel, "Scholing"), ("themas", Thema, "Structuur")]
)
def test_verwijderen_en_ongedaan_maken(wereld: Wereld, soort: str, model: type[Thema], zoek: str) -> None:
    client, regel = wereld.als("Jo"), wereld.regel("Scholing").id
    id_ = wereld.een(model, naam=zoek).id
    pagina = hulp.doe(client, f"/voortgang/{soort}/{id_}/verwijderen")
    assert zoek not in hulp.tekst_van(client.get(LIJST))
    assert "verwijderd." in hulp.melding(pagina)
    terug = vh.maak_ongedaan(client, pagina)
    assert "is teruggezet." in hulp.melding(terug)
    assert wereld.een(model, naam=zoek).id == id_
    assert wereld.regel("Scholing").id == regel
    assert "is al teruggezet" in hulp.melding(vh.maak_ongedaan(client, pagina))
    weg = wereld.session.query(Verwijdering).one().id
    token = hulp.formulier(client.get(LIJST), "/uitloggen")["csrf_token"]
    # The undo of a notitie knows nothing of these.
    assert client.post(f"/verwijderingen/{weg}/terugzetten", data={"csrf_token": token}).status_code == 404


def test_wat_de_kleuren_betekenen(wereld: Wereld) -> None:
    manager = wereld.als("Max")
    form = hulp.formulier(manager.get("/voortgang/kleuren"))
    hulp.volg(manager, manager.post("/voortgang/kleuren", data=form | {"rood": "We halen het niet."}))
    assert wereld.een(Kleurdefinitie, kleur=Kleur.ROOD).omschrijving == "We halen het niet."
    tekst = hulp.tekst_van(wereld.als("Jo").get("/voortgang/2019-H2/invullen"))
    assert "We halen het niet." in tekst
    assert wereld.als("Jo").get("/voortgang/kleuren").status_code == 403


@pytest.mark.parametrize("rol", [Rol.RIGG])
def test_de_rigg_heeft_geen_voortgang(app: Flask, session: Session, rol: Rol) -> None:
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session), rol).email
    session.commit()
    client = app.test_client()
    laat_binnen(client, email)
    assert client.get(START).status_code == 403
    assert "Voortgang" not in hulp.tekst_van(client.get("/"))


def test_de_lijsten_vragen_altijd_evenveel(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = wereld.als("Jo")
    adressen = (START, LIJST)
    aantallen = []
    for ronde in range(2):
        for adres in adressen:
            with tel_queries() as teller:
                assert client.get(adres).status_code == 200
            aantallen.append(teller.aantal)
        if ronde == 0:
            form = hulp.formulier(client.get(START), "/voortgang/starten")
            for code in ("2020-H1", "2020-Q1", "2020"):
                hulp.volg(client, client.post("/voortgang/starten", data=form | {"code": code, "sluit_op": ""}))
            for naam in ("Drie", "Vier", "Vijf"):
                thema = hulp.formulier(client.get("/voortgang/themas/nieuw"))
                hulp.volg(client, client.post("/voortgang/themas/nieuw", data=thema | {"naam": naam}))
    assert aantallen[:2] == aantallen[2:]
    assert max(aantallen) <= 8
