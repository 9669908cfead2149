"""The table to report in: every row on its own, nothing typed is lost, nothing is overwritten unseen."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.voortgang.structuur import Kleur, Status
from app.models import Beoordeling, Gebruiker, Maatregel, Voortgangsregel
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.voortgang import schermhulp as vh
from tests.integration.voortgang.schermhulp import Wereld

TABEL = "/voortgang/2019-H2/invullen"


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return vh.maak_wereld(app, session)


def test_de_adviseur_ziet_eigen_maatregelen_naast_de_vorige_periode(wereld: Wereld) -> None:
    pagina = wereld.als("Jo").get(TABEL)
    assert vh.rijen(pagina) == ["1a Procesregie", "1b Scholing"]
    tekst = vh.rij(pagina, wereld.regel("Scholing").id)
    assert "Vorige periode: 2019-H1" in tekst
    assert "De eerste groep is klaar." in tekst
    assert "gelezen als: Gepland, 1 juli 2020" in tekst
    assert "Gepland (uit planning)" in tekst
    assert "0 van 3 ingevuld · van u 0 van 2" in hulp.tekst_van(pagina)
    assert "sluit op 31 januari 2020" in hulp.tekst_van(pagina)


def test_alle_maatregelen_staan_in_het_adres(wereld: Wereld) -> None:
    assert vh.rijen(wereld.als("Jo").get(f"{TABEL}?wie=alle")) == ["1a Procesregie", "1b Scholing", "2 Cijfers"]
    assert vh.rijen(wereld.als("Max").get(TABEL)) == ["1a Procesregie", "1b Scholing", "2 Cijfers"]
    assert vh.rijen(wereld.als("Jo").get(f"{TABEL}?wie=alle&thema=2")) == ["2 Cijfers"]
    assert vh.rijen(wereld.als("Jo").get(f"{TABEL}?wie=onzin&thema=x&pagina=-4")) == ["1a Procesregie", "1b Scholing"]


def test_een_regel_opslaan_gaat_terug_naar_die_regel(wereld: Wereld) -> None:
    regel, client = wereld.regel("Scholing"), wereld.als("Jo")
    form = vh.rijformulier(client.get(TABEL), regel.id)
    assert form["planning"] == "Gepland\n1 juli 2020"
    antwoord = client.post(vh.adres_van(regel), data=form | {"voortgang": "Groep twee 🎉 is begonnen."})
    assert antwoord.location == f"{TABEL}#regel-{regel.id}"
    pagina = hulp.volg(client, antwoord)
    assert "Opgeslagen." in vh.rij(pagina, regel.id)
    nu = wereld.regel("Scholing")
    assert (nu.voortgang, nu.status, nu.beoordeling) == (
        "Groep twee 🎉 is begonnen.",
        Status.GEPLAND,
        Beoordeling.INGEVULD,
    )
    assert "1 van 3 ingevuld" in hulp.tekst_van(pagina)


def test_de_keuze_blijft_na_opslaan(wereld: Wereld) -> None:
    regel, client = wereld.regel("Cijfers"), wereld.als("Jo")
    form = vh.rijformulier(client.get(f"{TABEL}?wie=alle&thema=2"), regel.id, "?wie=alle&thema=2")
    antwoord = client.post(f"{vh.adres_van(regel)}?wie=alle&thema=2", data=form | {"voortgang": "Ja."})
    assert antwoord.location == f"{TABEL}?wie=alle&thema=2#regel-{regel.id}"


@pytest.mark.parametrize(
    ("planning", "status", "gelezen"),
    [
        ("Afgerond", Status.AFGEROND, "gelezen als: Afgerond"),
        ("Afgerond/Eventueel Doorlopend", Status.DOORLOPEND, "er staan twee statussen in; de laatste telt"),
        ("32-13-2020", Status.NIET_GESTART, "niet begrepen: "),
        ("Nog te bepalen", Status.NIET_GESTART, "Nog te bepalen"),
    ],
)
def test_de_status_volgt_uit_de_planning(wereld: Wereld, planning: str, status: Status, gelezen: str) -> None:
    regel = wereld.regel("Scholing")
    pagina = hulp.volg(wereld.als("Jo"), vh.vul_in(wereld, "Jo", regel, voortgang="Bezig.", planning=planning))
    assert wereld.regel("Scholing").status is status
    assert wereld.regel("Scholing").planning == planning
    assert gelezen in vh.rij(pagina, regel.id)


def test_een_zelf_gekozen_status_blijft(wereld: Wereld) -> None:
    regel, client = wereld.regel("Scholing"), wereld.als("Jo")
    vh.vul_in(wereld, "Jo", regel, voortgang="Later.", status="uitgesteld")
    form = vh.rijformulier(client.get(TABEL), regel.id)
    assert form["status"] == "uitgesteld"
    hulp.volg(client, client.post(vh.adres_van(regel), data=form | {"voortgang": "Nog later."}))
    assert wereld.regel("Scholing").status is Status.UITGESTELD


def test_rood_vraagt_uitleg_en_wat_getypt_is_blijft(wereld: Wereld) -> None:
    regel = wereld.regel("Scholing")
    antwoord = vh.vul_in(wereld, "Jo", regel, voortgang="Het loopt vast.", kleur="rood", oorzaak="Ziekte.")
    assert antwoord.status_code == 422
    tekst = vh.rij(antwoord, regel.id)
    assert "Bij rood hoort een gevolg." in tekst
    assert "Bij rood hoort een bijsturing." in tekst
    assert "Bij rood hoort een oorzaak." not in tekst
    assert "Ga naar 1b Scholing" in hulp.melding(antwoord)
    assert "<title>Fout: Tweede halfjaar 2019 invullen" in antwoord.get_data(as_text=True)
    assert wereld.regel("Scholing").voortgang == ""
    form = vh.rijformulier(antwoord, regel.id)
    assert (form["voortgang"], form["kleur"], form["oorzaak"]) == ("Het loopt vast.", "rood", "Ziekte.")
    data = form | {"gevolg": "Wachtlijst.", "bijsturing": "Inhuren."}
    hulp.volg(wereld.als("Jo"), wereld.als("Jo").post(vh.adres_van(regel), data=data))
    nu = wereld.regel("Scholing")
    assert (nu.kleur, nu.bijsturing, nu.voortgang) == (Kleur.ROOD, "Inhuren.", "Het loopt vast.")


def test_een_te_lange_tekst_wordt_niet_stil_afgekapt(wereld: Wereld) -> None:
    regel = wereld.regel("Procesregie")
    antwoord = vh.vul_in(wereld, "Jo", regel, voortgang="é" * 60_000)
    assert antwoord.status_code == 422
    assert "Deze tekst is te lang: gebruik hoogstens 50.000 tekens." in vh.rij(antwoord, regel.id)
    assert len(vh.rijformulier(antwoord, regel.id)["voortgang"]) == 60_000
    assert wereld.regel("Procesregie").voortgang == ""


def test_een_status_of_kleur_die_niet_bestaat_wordt_geweigerd(wereld: Wereld) -> None:
    regel = wereld.regel("Procesregie")
    for velden in ({"status": "verzonnen"}, {"kleur": "paars"}):
        antwoord = vh.vul_in(wereld, "Jo", regel, voortgang="Tekst.", **velden)
        assert antwoord.status_code == 422
        assert "Deze regel is nog niet opgeslagen" in vh.rij(antwoord, regel.id)
    assert wereld.regel("Procesregie").voortgang == ""


def test_vorige_tekst_overnemen_verliest_niets(wereld: Wereld) -> None:
    regel = wereld.regel("Procesregie")
    hulp.volg(wereld.als("Jo"), vh.vul_in(wereld, "Jo", regel, voortgang="Nieuw.", actie="overnemen"))
    assert wereld.regel("Procesregie").voortgang == "De regisseur is aangesteld.\n\nNieuw."
    hulp.volg(wereld.als("Jo"), vh.vul_in(wereld, "Jo", regel, actie="overnemen"))
    assert wereld.regel("Procesregie").voortgang == "De regisseur is aangesteld.\n\nNieuw."


def test_twee_mensen_in_een_regel_zien_elkaars_tekst(wereld: Wereld) -> None:
    regel, jo, col = wereld.regel("Scholing"), wereld.als("Jo"), wereld.als("Col")
    mijn = vh.rijformulier(jo.get(f"{TABEL}?wie=alle"), regel.id, "?wie=alle")
    hulp.volg(col, vh.vul_in(wereld, "Col", regel, voortgang="Van Col", planning="Gepland\n1 mei 2020"))
    botsing = jo.post(vh.adres_van(regel), data=mijn | {"voortgang": "Van Jo"})
    assert botsing.status_code == 409
    assert hulp.naast_elkaar(botsing) == {"Voortgang": ["(leeg)", "Van Col", "Van Jo"]}
    assert "Voortgang: welke tekst blijft?" in vh.rij(botsing, regel.id)
    assert wereld.regel("Scholing").voortgang == "Van Col"
    opnieuw = vh.rijformulier(botsing, regel.id)
    assert (opnieuw["voortgang"], opnieuw["planning"]) == ("Van Jo", "Gepland\n1 mei 2020")
    zonder = jo.post(vh.adres_van(regel), data=opnieuw)
    assert zonder.status_code == 422
    assert "Kies welke tekst blijft" in vh.rij(zonder, regel.id)
    opnieuw = vh.rijformulier(zonder, regel.id) | {"keuze-voortgang": "mijn"}
    hulp.volg(jo, jo.post(vh.adres_van(regel), data=opnieuw))
    nu = wereld.regel("Scholing")
    assert (nu.voortgang, nu.planning) == ("Van Jo", "Gepland\n1 mei 2020")


def test_andere_velden_van_een_collega_blijven(wereld: Wereld) -> None:
    regel, jo = wereld.regel("Scholing"), wereld.als("Jo")
    mijn = vh.rijformulier(jo.get(f"{TABEL}?wie=alle"), regel.id, "?wie=alle")
    vh.vul_in(wereld, "Col", regel, planning="Afgerond")
    hulp.volg(jo, jo.post(vh.adres_van(regel), data=mijn | {"voortgang": "Van Jo"}))
    nu = wereld.regel("Scholing")
    assert (nu.voortgang, nu.planning, nu.status) == ("Van Jo", "Afgerond", Status.AFGEROND)


def test_een_botsing_in_een_regel_die_niet_in_de_keuze_staat_is_te_zien(wereld: Wereld) -> None:
    regel = wereld.regel("Cijfers")
    antwoord = vh.vul_in(wereld, "Jo", regel, voortgang="Tekst.", kleur="oranje")
    assert antwoord.status_code == 422
    assert "Bij oranje hoort een oorzaak." in vh.rij(antwoord, regel.id)


def test_een_gesloten_periode_zegt_dat_en_laat_zien_wat_getypt_was(wereld: Wereld) -> None:
    regel, client = wereld.regel("Scholing", "2019-H1"), wereld.als("Jo")
    token = vh.rijformulier(client.get(TABEL), wereld.regel("Scholing").id)["csrf_token"]
    getypt = "Een verhaal dat niet verloren mag gaan."
    antwoord = client.post(
        vh.adres_van(regel, code="2019-H1"), data={"csrf_token": token, "voortgang": getypt, "basis": "{}"}
    )
    assert antwoord.status_code == 409
    assert "De periode 2019-H1 is gesloten en staat vast." in hulp.tekst_van(antwoord)
    assert getypt in hulp.tekst_van(antwoord)
    assert wereld.regel("Scholing", "2019-H1").voortgang == "De eerste groep is klaar."


def test_ter_controle_is_alleen_nog_open_wat_terugkwam_of_leeg_is(wereld: Wereld) -> None:
    vh.stel_beoordeling(wereld, "Scholing", Beoordeling.INGEVULD)
    ingevuld = wereld.regel("Scholing")
    form = vh.rijformulier(wereld.als("Jo").get(TABEL), ingevuld.id)
    pagina = hulp.doe(wereld.als("Jo"), "/voortgang/2019-H2/ter-controle")
    assert "nu ter controle bij de manager. 2 regels zijn nog niet ingevuld; dat kan nog." in hulp.melding(pagina)
    assert "Opslaan" not in vh.rij(pagina, ingevuld.id)
    assert "Opslaan" in vh.rij(pagina, wereld.regel("Procesregie").id)
    getypt = "Toch nog een wijziging erbij."
    antwoord = wereld.als("Jo").post(vh.adres_van(ingevuld), data=form | {"voortgang": getypt})
    assert antwoord.status_code == 409
    assert "De manager kan de regel terugsturen" in hulp.tekst_van(antwoord)
    assert getypt in hulp.tekst_van(antwoord)
    assert wereld.regel("Scholing").voortgang == "Er is gewerkt."


def test_manager_stuurt_terug_en_de_adviseur_ziet_de_opmerking(wereld: Wereld) -> None:
    vh.stel_beoordeling(wereld, "Scholing", Beoordeling.INGEVULD)
    hulp.doe(wereld.als("Jo"), "/voortgang/2019-H2/ter-controle")
    regel, manager = wereld.regel("Scholing"), wereld.als("Max")
    adres = vh.adres_van(regel, "/terugsturen")
    form = hulp.formulier(manager.get(TABEL), adres)
    leeg = manager.post(adres, data=form | {"opmerking": "  "})
    assert leeg.status_code == 422
    assert "Schrijf erbij wat er nog moet gebeuren." in vh.rij(leeg, regel.id)
    hulp.volg(manager, manager.post(adres, data=form | {"opmerking": "Noem de aantallen."}))
    pagina = wereld.als("Jo").get(TABEL)
    assert "Opmerking van de manager" in vh.rij(pagina, regel.id)
    assert "Noem de aantallen." in vh.rij(pagina, regel.id)
    werk = hulp.tekst_van(wereld.als("Jo").get("/"))
    assert "Opmerking: Noem de aantallen." in werk
    assert "nog 2 regels van u, sluit op 31 januari 2020" in werk
    hulp.volg(wereld.als("Jo"), vh.vul_in(wereld, "Jo", regel, voortgang="Het zijn er twaalf."))
    assert wereld.regel("Scholing").beoordeling is Beoordeling.INGEVULD
    assert "1 regel wacht op uw oordeel" in hulp.tekst_van(manager.get("/"))


def test_goedkeuren_per_regel_en_alles(wereld: Wereld) -> None:
    for naam in ("Scholing", "Procesregie"):
        vh.stel_beoordeling(wereld, naam, Beoordeling.INGEVULD)
    manager, regel = wereld.als("Max"), wereld.regel("Scholing")
    pagina = hulp.doe(manager, vh.adres_van(regel, "/goedkeuren"))
    assert "Goedgekeurd." in vh.rij(pagina, regel.id)
    assert "1 regel is goedgekeurd." in hulp.melding(hulp.doe(manager, "/voortgang/2019-H2/goedkeuren"))
    assert "niets om goed te keuren" in hulp.melding(hulp.doe(manager, "/voortgang/2019-H2/goedkeuren"))
    assert wereld.regel("Procesregie").beoordeling is Beoordeling.AKKOORD
    leeg = wereld.regel("Cijfers")
    pagina = hulp.doe(manager, vh.adres_van(leeg, "/goedkeuren"))
    assert "Deze regel is nog niet ingevuld. Er is niets gewijzigd." in vh.rij(pagina, leeg.id)


def test_een_adviseur_beoordeelt_niet(wereld: Wereld) -> None:
    vh.stel_beoordeling(wereld, "Scholing", Beoordeling.INGEVULD)
    regel, client = wereld.regel("Scholing"), wereld.als("Jo")
    pagina = client.get(TABEL)
    assert "Goedkeuren" not in hulp.tekst_van(pagina)
    token = vh.rijformulier(pagina, regel.id)["csrf_token"]
    assert client.post(vh.adres_van(regel, "/goedkeuren"), data={"csrf_token": token}).status_code == 403
    assert wereld.regel("Scholing").beoordeling is Beoordeling.INGEVULD


def test_extra_regel_erbij_weg_en_terug(wereld: Wereld) -> None:
    client, maatregel = wereld.als("Jo"), wereld.een(Maatregel, naam="Scholing").id
    pagina = hulp.doe(client, f"/voortgang/2019-H2/maatregelen/{maatregel}/regels")
    assert vh.rijen(pagina) == ["1a Procesregie", "1b Scholing regel 1", "1b Scholing regel 2"]
    extra = wereld.regel("Scholing")
    vh.vul_in(wereld, "Jo", extra, voortgang="Tweede spoor.")
    weg = hulp.doe(client, vh.adres_van(extra, "/verwijderen"))
    assert vh.rijen(weg) == ["1a Procesregie", "1b Scholing"]
    terug = vh.maak_ongedaan(client, weg)
    assert "Tweede spoor." in vh.rij(terug, extra.id)
    assert wereld.regel("Scholing").id == extra.id


def test_wat_niet_meedoet_kan_erbij(wereld: Wereld) -> None:
    client, maatregel = wereld.als("Max"), wereld.een(Maatregel, naam="Afbouw").id
    pagina = client.get(TABEL)
    assert "2b Afbouw afgerond in 2019-H1" in hulp.tekst_van(pagina)
    pagina = hulp.doe(client, f"/voortgang/2019-H2/maatregelen/{maatregel}/regels")
    assert vh.rijen(pagina)[-1] == "2b Afbouw"


@pytest.mark.parametrize(
    ("adres", "zin"),
    [
        ("/voortgang/2019-H3/invullen", "'2019-H3' is geen periode; schrijf bijvoorbeeld 2019-H1"),
        ("/voortgang/2031-H1/invullen", "Er is geen periode 2031-H1 die u kunt bekijken."),
        ("/voortgang/💥/invullen", "is geen periode"),
    ],
)
def test_een_periode_die_er_niet_is_zegt_wat_er_mis_is(wereld: Wereld, adres: str, zin: str) -> None:
    antwoord = wereld.als("Jo").get(adres)
    assert antwoord.status_code == 404
    assert zin in hulp.tekst_van(antwoord)


def test_een_regel_van_een_andere_periode_of_gemeente_bestaat_niet(wereld: Wereld) -> None:
    client, regel = wereld.als("Jo"), wereld.regel("Scholing")
    form = vh.rijformulier(client.get(TABEL), regel.id)
    vreemd = wereld.regel("Scholing", "2019-H1").id
    assert client.post(f"/voortgang/2019-H2/regels/{vreemd}", data=form).status_code == 404
    assert client.post("/voortgang/2019-H2/regels/999999", data=form).status_code == 404
    elders = hulp.maak_organisatie(wereld.session, "elders")
    buur = hulp.maak_gebruiker(wereld.session, elders, naam="Bo Buur").email
    wereld.session.commit()
    ander = wereld.app.test_client()
    laat_binnen(ander, buur)
    token = hulp.formulier(ander.get("/voortgang/"), "/uitloggen")["csrf_token"]
    assert ander.get(TABEL).status_code == 404
    assert ander.post(vh.adres_van(regel), data=form | {"csrf_token": token}).status_code == 404
    maatregel = wereld.een(Maatregel, naam="Scholing").id
    assert ander.get(f"/voortgang/maatregelen/{maatregel}/bewerken").status_code == 404
    assert "2019-H2" not in hulp.tekst_van(ander.get("/voortgang/"))


def test_de_tabel_vraagt_altijd_evenveel(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = wereld.als("Max")
    client.get(TABEL)
    with tel_queries() as eerst:
        assert len(vh.rijen(client.get(TABEL))) == 3
    thema = wereld.een(Maatregel, naam="Cijfers").thema
    eigenaar = wereld.session.scalar(select(Gebruiker.id).where(Gebruiker.naam == "Jo"))
    for nummer in range(120):
        voeg_maatregel_toe(
            wereld.session, thema=thema, waarden={"naam": f"Maatregel {nummer}", "eigenaar_id": eigenaar}, door=vh.DOOR
        )
    wereld.session.commit()
    with tel_queries() as daarna:
        pagina = client.get(TABEL)
    assert len(vh.rijen(pagina)) == 100
    assert daarna.aantal == eerst.aantal <= 20
    assert len(vh.rijen(client.get(f"{TABEL}?pagina=2"))) == 23
    assert wereld.session.scalar(select(func.count()).select_from(Voortgangsregel)) == 127


def test_mijn_werk_vraagt_altijd_evenveel(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = wereld.als("Jo")
    with tel_queries() as eerst:
        client.get("/")
    thema = wereld.een(Maatregel, naam="Cijfers").thema
    eigenaar = wereld.session.scalar(select(Gebruiker.id).where(Gebruiker.naam == "Jo"))
    for nummer in range(20):
        waarden = {"naam": f"Maatregel {nummer}", "eigenaar_id": eigenaar}
        voeg_maatregel_toe(wereld.session, thema=thema, waarden=waarden, door=vh.DOOR)
    wereld.session.commit()
    with tel_queries() as daarna:
        tekst = hulp.tekst_van(client.get("/"))
    assert "nog 22 regels van u" in tekst
    assert "en nog 10" in tekst
    assert daarna.aantal == eerst.aantal
