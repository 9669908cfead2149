"""Adding, editing, moving, removing and undoing every kind of item, as a user does it, on both databases."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.models import Doel, Indicatorregel, Interventie, NotitieStatus, Onderdeel, Opdracht, Punt, db
from app.services.notities.items import SOORTEN
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def items_van(wereld: Wereld, soort: str) -> list[Any]:
    wereld.session.rollback()
    wereld.session.expire_all()
    kind = SOORTEN[soort]
    ouder = wereld.session.get(
        kind.ouder, wereld.gebied if kind.ouder is not Interventie else eerste_interventie(wereld)
    )
    return kind.items(ouder)


def eerste_interventie(wereld: Wereld) -> int:
    return wereld.id(Interventie, nummer=1)


def adres_nieuw(wereld: Wereld, soort: str) -> str:
    bij = f"?bij={eerste_interventie(wereld)}" if soort == "onderdeel" else ""
    return f"{wereld.basis}/{soort}/nieuw{bij}"


@pytest.mark.parametrize("soort", SOORTEN)
def test_toevoegen_zet_achteraan(wereld: Wereld, soort: str) -> None:
    voor = items_van(wereld, soort)
    velden = hulp.formulier(wereld.client.get(adres_nieuw(wereld, soort)))
    if soort == "indicator":
        velden["doel_id"] = str(wereld.id(Doel, nummer=4))
    pagina = hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, adres_nieuw(wereld, soort), velden, tekst=" Nieuw\r\nding ")
    )
    nu = items_van(wereld, soort)
    assert nu[-1].tekst == "Nieuw\nding"
    assert [i.id for i in nu[:-1]] == [i.id for i in voor]
    assert f"{SOORTEN[soort].naam_van(nu[-1])} is toegevoegd." in hulp.melding(pagina)
    verwacht = {"doel": 5, "interventie": 3, "onderdeel": "d", "indicator": 4}.get(soort, len(voor) + 1)
    assert getattr(nu[-1], SOORTEN[soort].positie) == verwacht


def test_nog_een_blijft_bij_dezelfde_interventie(wereld: Wereld) -> None:
    adres = adres_nieuw(wereld, "onderdeel")
    antwoord = hulp.sla_op(
        wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Nog een", actie="nog-een"
    )
    assert antwoord.location == adres


@pytest.mark.parametrize("soort", SOORTEN)
def test_wijzigen_verandert_alleen_de_tekst(wereld: Wereld, soort: str) -> None:
    item = items_van(wereld, soort)[0]
    adres = f"{wereld.basis}/{soort}/{item.id}"
    naam = SOORTEN[soort].naam_van(item)
    pagina = hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Anders")
    )
    assert f"{naam} is opgeslagen." in hulp.melding(pagina)
    nu = items_van(wereld, soort)[0]
    assert (nu.id, nu.tekst) == (item.id, "Anders")


@pytest.mark.parametrize("soort", [s for s in SOORTEN if s != "indicator"])
def test_omhoog_en_omlaag_en_aan_de_einden(wereld: Wereld, soort: str) -> None:
    voor = wereld.toestand()
    items = items_van(wereld, soort)
    posities = [getattr(item, SOORTEN[soort].positie) for item in items]
    naam, eerste, tweede = SOORTEN[soort].naam_van(items[0]), items[0].id, items[1].id
    namen = [SOORTEN[soort].nummer_van(item) for item in items[:2]]
    pagina = wereld.doe(soort, eerste, "verplaatsen", stap="omlaag")
    assert f"{naam} is nu {SOORTEN[soort].enkelvoud} {namen[1]} en {namen[1]} is nu {namen[0]}" in hulp.melding(pagina)
    nu = items_van(wereld, soort)
    assert [item.id for item in nu[:2]] == [tweede, eerste]
    assert [getattr(item, SOORTEN[soort].positie) for item in nu] == posities
    wereld.doe(soort, eerste, "verplaatsen", stap="omhoog")
    assert wereld.toestand() == voor
    assert "staat al bovenaan in de lijst" in hulp.melding(wereld.doe(soort, eerste, "verplaatsen", stap="omhoog"))
    laatste = items_van(wereld, soort)[-1].id
    assert "staat al onderaan in de lijst" in hulp.melding(wereld.doe(soort, laatste, "verplaatsen", stap="omlaag"))
    assert wereld.toestand() == voor


def test_indicator_beweegt_alleen_bij_zijn_eigen_doel(wereld: Wereld) -> None:
    b1, a1 = wereld.id(Indicatorregel, tekst="B1"), wereld.id(Indicatorregel, tekst="A1")
    assert [i.tekst for i in items_van(wereld, "indicator")] == ["A1", "B1", "B2"]
    assert [(i.nummer, i.tekst) for i in wereld.toestand()["structuur"].indicatoren] == [
        (1, "A1"),
        (2, "B1"),
        (2, "B2"),
    ]
    assert "staat al onderaan bij doel 1" in hulp.melding(wereld.doe("indicator", a1, "verplaatsen", stap="omlaag"))
    assert "staat al bovenaan bij doel 2" in hulp.melding(wereld.doe("indicator", b1, "verplaatsen", stap="omhoog"))
    pagina = wereld.doe("indicator", b1, "verplaatsen", stap="omlaag")
    assert "Indicator 2 staat nu lager bij doel 2." in hulp.melding(pagina)
    assert [i.tekst for i in items_van(wereld, "indicator")] == ["A1", "B2", "B1"]
    assert hulp.tekst_van(pagina).index("A1") < hulp.tekst_van(pagina).index("B2") < hulp.tekst_van(pagina).index("B1")


def test_verplaatsen_neemt_indicatoren_en_toewijzingen_mee(wereld: Wereld) -> None:
    pagina = wereld.doe("doel", wereld.id(Doel, nummer=2), "verplaatsen", stap="omlaag")
    assert "Doel 2 is nu doel 4 en 4 is nu 2; 2 indicatoren en 2 toewijzingen gingen mee." in hulp.melding(pagina)
    structuur = wereld.toestand()["structuur"]
    assert [(i.nummer, i.tekst) for i in structuur.indicatoren] == [(1, "A1"), (4, "B1"), (4, "B2")]
    assert [(v.nummer, v.voorbehoud) for v in structuur.opdracht[hulp.LOKAAL].doelen] == [(4, True)]


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("plek", ["eerste", "midden", "laatste"])
def test_verwijderen_en_terugzetten_laat_alles_gelijk(wereld: Wereld, soort: str, plek: str) -> None:
    voor = wereld.toestand()
    items = items_van(wereld, soort)
    item = items[{"eerste": 0, "midden": len(items) // 2, "laatste": -1}[plek]]
    naam, id_ = SOORTEN[soort].naam_van(item), item.id
    pagina = wereld.verwijder(soort, id_)
    assert f"{naam} verwijderd" in hulp.melding(pagina)
    assert id_ not in [i.id for i in items_van(wereld, soort)]
    terug = hulp.maak_ongedaan(wereld.client, pagina)
    assert f"{naam} teruggezet" in hulp.melding(terug)
    assert wereld.toestand() == voor


def test_twee_keer_terugzetten_zegt_dat_het_al_terug_is(wereld: Wereld) -> None:
    voor = wereld.toestand()
    pagina = wereld.verwijder("doel", wereld.id(Doel, nummer=2))
    hulp.maak_ongedaan(wereld.client, pagina)
    assert "Doel 2 is al teruggezet." in hulp.melding(hulp.maak_ongedaan(wereld.client, pagina))
    assert wereld.toestand() == voor


def test_de_zin_noemt_wie_een_ander_nummer_kreeg(wereld: Wereld) -> None:
    pagina = wereld.verwijder("doel", wereld.id(Doel, nummer=1))
    zin = "doelen 2 en 4 zijn nu 1 en 3; 2 indicatoren en 2 toewijzingen gingen mee."
    assert f"Doel 1 verwijderd, met de indicator erbij; {zin}" in hulp.melding(pagina)
    assert wereld.doelen() == [(1, "Doel tekst 2"), (3, "Doel tekst 4")]
    assert [(i.nummer, i.tekst) for i in wereld.toestand()["structuur"].indicatoren] == [(1, "B1"), (1, "B2")]
    terug = hulp.maak_ongedaan(wereld.client, pagina)
    assert (
        "Doel 1 teruggezet; doelen 1 en 3 zijn nu 2 en 4; 2 indicatoren en 2 toewijzingen gingen mee."
        in hulp.melding(terug)
    )


def test_de_zin_bij_onderdelen_en_een_reeks(wereld: Wereld) -> None:
    onderdeel = wereld.id(Onderdeel, letter="a")
    assert "Onderdeel 1a verwijderd; onderdeel c is nu b; 1 toewijzing ging mee." in hulp.melding(
        wereld.verwijder("onderdeel", onderdeel)
    )
    for _ in range(3):
        adres = adres_nieuw(wereld, "interventie")
        hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Meer")
    pagina = wereld.verwijder("interventie", eerste_interventie(wereld))
    assert "Interventie 1 verwijderd; interventies 2 t/m 5 zijn nu 1 t/m 4." in hulp.melding(pagina)


def test_doel_met_indicatoren_en_voorbehoud_komt_heel_terug(wereld: Wereld) -> None:
    voor = wereld.toestand()
    pagina = wereld.verwijder("doel", wereld.id(Doel, nummer=2))
    assert "met 2 indicatoren erbij" in hulp.melding(pagina)
    weg = wereld.toestand()
    assert [i[3] for i in weg["indicatoren"]] == ["A1"]
    assert weg["structuur"].opdracht[hulp.LOKAAL].doelen == []
    hulp.maak_ongedaan(wereld.client, pagina)
    assert wereld.toestand() == voor


def test_terugzetten_na_andere_verwijderingen_in_elke_volgorde(wereld: Wereld) -> None:
    voor = wereld.toestand()
    doelen = {nummer: wereld.id(Doel, nummer=nummer) for nummer in (1, 2, 4)}
    for volgorde in ((2, 1, 4), (1, 2, 4), (4, 2, 1), (2, 4, 1)):
        paginas = {nummer: wereld.verwijder("doel", doelen[nummer]) for nummer in volgorde}
        assert wereld.doelen() == []
        for nummer in (volgorde[1], volgorde[0], volgorde[2]):
            hulp.maak_ongedaan(wereld.client, paginas[nummer])
        assert wereld.toestand() == voor, volgorde


def test_terugzetten_nadat_er_iets_bijkwam(wereld: Wereld) -> None:
    pagina = wereld.verwijder("doel", wereld.id(Doel, nummer=2))
    adres = adres_nieuw(wereld, "doel")
    hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Erbij")
    hulp.maak_ongedaan(wereld.client, pagina)
    assert wereld.doelen() == [(1, "Doel tekst 1"), (2, "Doel tekst 2"), (4, "Doel tekst 4"), (5, "Erbij")]


def test_wat_bij_iets_verwijderds_hoorde_wacht_tot_dat_terug_is(wereld: Wereld) -> None:
    voor = wereld.toestand()
    onderdeel = wereld.verwijder("onderdeel", wereld.id(Onderdeel, letter="a"))
    interventie = wereld.verwijder("interventie", eerste_interventie(wereld))
    assert "Onderdeel 1a kan niet terug" in hulp.melding(hulp.maak_ongedaan(wereld.client, onderdeel))
    hulp.maak_ongedaan(wereld.client, interventie)
    hulp.maak_ongedaan(wereld.client, onderdeel)
    assert wereld.toestand() == voor


def test_indicator_wacht_op_zijn_doel(wereld: Wereld) -> None:
    voor = wereld.toestand()
    indicator = wereld.verwijder("indicator", wereld.id(Indicatorregel, tekst="B1"))
    doel = wereld.verwijder("doel", wereld.id(Doel, nummer=2))
    antwoord = hulp.maak_ongedaan(wereld.client, indicator)
    assert "Indicator 2 kan niet terug: het doel dat deze indicator meet is ook verwijderd." in hulp.melding(antwoord)
    hulp.maak_ongedaan(wereld.client, doel)
    hulp.maak_ongedaan(wereld.client, indicator)
    assert wereld.toestand()["indicatoren"] == voor["indicatoren"]


def test_terugzetten_kan_niet_meer_in_een_notitie_die_vaststaat(wereld: Wereld) -> None:
    pagina = wereld.verwijder("ist", wereld.id(Punt, tekst="ist 2"))
    voor = wereld.toestand()
    wereld.session.execute(db.text("UPDATE notitie SET status = 'ter vaststelling'"))
    wereld.session.commit()
    adres = hulp.formulier(pagina, "/uitloggen")
    nummer = pagina.get_data(as_text=True).split("/verwijderingen/")[1].split("/")[0]
    antwoord = wereld.client.post(f"/verwijderingen/{nummer}/terugzetten", data=adres)
    assert antwoord.status_code == 409
    assert "is ter vaststelling" in hulp.tekst_van(antwoord)
    assert wereld.toestand() == voor


@pytest.mark.parametrize("wat", ["verwijderen", "verplaatsen"])
def test_wat_een_collega_al_verwijderde_geeft_een_zin(wereld: Wereld, wat: str) -> None:
    doel = wereld.id(Doel, nummer=2)
    wereld.verwijder("doel", doel)
    assert "Dit was intussen al verwijderd." in hulp.melding(wereld.doe("doel", doel, wat, stap="omhoog"))


@pytest.mark.parametrize("soort", SOORTEN)
def test_opslaan_van_iets_verwijderds_geeft_de_tekst_terug(wereld: Wereld, soort: str) -> None:
    id_ = items_van(wereld, soort)[0].id
    adres = f"{wereld.basis}/{soort}/{id_}"
    velden = hulp.formulier(wereld.client.get(adres))
    wereld.verwijder(soort, id_)
    antwoord = hulp.sla_op(wereld.client, adres, velden, tekst="Mijn <b>lange</b> verhaal\x00")
    assert antwoord.status_code == 409
    assert "Mijn <b>lange</b> verhaal" in hulp.tekst_van(antwoord)
    assert wereld.client.get(adres).status_code == 404


def test_opslaan_in_een_verwijderd_probleemgebied_geeft_de_tekst_terug(wereld: Wereld) -> None:
    adres = f"{wereld.basis}/doel/nieuw"
    velden = hulp.formulier(wereld.client.get(adres))
    hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    antwoord = hulp.sla_op(wereld.client, adres, velden, tekst="Dit mag niet verloren gaan")
    assert antwoord.status_code == 404
    assert "Dit mag niet verloren gaan" in hulp.tekst_van(antwoord)


def test_indicator_zonder_doelen_wijst_de_weg(wereld: Wereld) -> None:
    for nummer in (4, 2, 1):
        wereld.verwijder("doel", wereld.id(Doel, nummer=nummer))
    pagina = wereld.client.get(f"{wereld.basis}/indicator/nieuw")
    assert "Voeg eerst een doel toe" in hulp.tekst_van(pagina)
    antwoord = hulp.sla_op(
        wereld.client, f"{wereld.basis}/indicator/nieuw", hulp.formulier(pagina), tekst="Zonder doel"
    )
    assert antwoord.status_code == 422
    assert wereld.toestand()["indicatoren"] == []


def test_losse_indicator_houdt_zijn_nummer_tot_iemand_een_doel_kiest(wereld: Wereld) -> None:
    los = Indicatorregel(
        organisatie_id=wereld.organisatie, probleemgebied_id=wereld.gebied, los_nummer=9, volgorde=7, tekst="Los"
    )
    wereld.session.add(los)
    wereld.session.commit()
    adres = f"{wereld.basis}/indicator/{los.id}"
    velden = hulp.formulier(wereld.client.get(adres))
    assert velden["doel_id"] == ""
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden, tekst="Los, maar beter"))
    wereld.session.expire_all()
    assert (los.tekst, los.doel_id, los.los_nummer) == ("Los, maar beter", None, 9)
    doel = str(wereld.id(Doel, nummer=4))
    pagina = hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), doel_id=doel)
    )
    assert "Indicator 4 is opgeslagen." in hulp.melding(pagina)
    wereld.session.rollback()
    wereld.session.expire_all()
    assert (los.doel_id, los.los_nummer) == (int(doel), None)


def test_indicator_van_een_vreemd_doel_wordt_geweigerd(wereld: Wereld, session: Session) -> None:
    ander = hulp.maak_organisatie(session, "verderop")
    vreemd = hulp.maak_gebied(session, hulp.maak_notitie(session, ander)).doelen[0].id
    session.commit()
    velden = hulp.formulier(wereld.client.get(f"{wereld.basis}/indicator/nieuw")) | {"doel_id": str(vreemd)}
    for waarde in (str(vreemd), "9" * 30, "abc", "-1", ""):
        antwoord = hulp.sla_op(wereld.client, f"{wereld.basis}/indicator/nieuw", velden, tekst="x", doel_id=waarde)
        assert antwoord.status_code == 422, waarde
    assert len(wereld.toestand()["indicatoren"]) == 3


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize(
    ("tekst", "status"),
    [("   \n\t ", 422), ("\x00\x07", 422), ("x" * 50_000, 303), ("x" * 50_001, 422), ("", 422)],
    ids=["spaties", "stuurtekens", "precies-50000", "te-lang", "leeg"],
)
def test_grenzen_van_een_tekst(wereld: Wereld, soort: str, tekst: str, status: int) -> None:
    velden = hulp.formulier(wereld.client.get(adres_nieuw(wereld, soort)))
    antwoord = hulp.sla_op(wereld.client, adres_nieuw(wereld, soort), velden, tekst=tekst)
    assert antwoord.status_code == status


VREEMD = "👩‍👩‍👧 emoji, עברית مرحبا \u202eomgekeerd, <script>alert(1)</script> & 'aan' \"halen\" {{ 7*7 }} =cmd()"


@pytest.mark.parametrize("soort", SOORTEN)
def test_vreemde_tekens_blijven_wat_ze_zijn(wereld: Wereld, soort: str) -> None:
    velden = hulp.formulier(wereld.client.get(adres_nieuw(wereld, soort)))
    pagina = hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres_nieuw(wereld, soort), velden, tekst=VREEMD))
    assert VREEMD in [item.tekst for item in items_van(wereld, soort)]
    assert "<script>alert" not in pagina.get_data(as_text=True)
    assert VREEMD in hulp.tekst_van(wereld.client.get(wereld.basis))


def test_bytes_die_geen_tekst_zijn(wereld: Wereld) -> None:
    adres = f"{wereld.basis}/ist/nieuw"
    token = hulp.formulier(wereld.client.get(adres))["csrf_token"]
    lijf = b"tekst=heel%ED%A0%80%FF%00gewoon&csrf_token=" + token.encode()
    antwoord = wereld.client.post(adres, data=lijf, content_type="application/x-www-form-urlencoded")
    assert antwoord.status_code == 303
    tekst = items_van(wereld, "ist")[-1].tekst
    assert tekst.startswith("heel")
    assert tekst.endswith("gewoon")
    assert "\x00" not in tekst


@pytest.mark.parametrize(
    "pad",
    [
        "onzin/nieuw",
        "doel/999999",
        "doel/99999999999999999999",
        "onderdeel/nieuw",
        "onderdeel/nieuw?bij=99999999999999999999",
    ],
)
def test_adressen_die_nergens_heen_gaan(wereld: Wereld, pad: str) -> None:
    assert wereld.client.get(f"{wereld.basis}/{pad}").status_code == 404


def test_onbekende_stap_is_geen_verzoek(wereld: Wereld) -> None:
    token = hulp.formulier(wereld.client.get(f"{wereld.basis}/ist/nieuw"))["csrf_token"]
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}/verplaatsen"
    assert wereld.client.post(adres, data={"csrf_token": token, "stap": "opzij"}).status_code == 400


@pytest.mark.parametrize("status", [NotitieStatus.TER_VASTSTELLING, NotitieStatus.VASTGESTELD])
def test_opslaan_in_een_notitie_die_intussen_vaststaat_geeft_de_tekst_terug(
    wereld: Wereld, status: NotitieStatus
) -> None:
    adres = f"{wereld.basis}/soll/nieuw"
    velden = hulp.formulier(wereld.client.get(adres))
    wereld.session.execute(db.text("UPDATE notitie SET status = :s"), {"s": status.value})
    wereld.session.commit()
    antwoord = hulp.sla_op(wereld.client, adres, velden, tekst="Net te laat met dit idee")
    assert antwoord.status_code == 409
    assert "Net te laat met dit idee" in hulp.tekst_van(antwoord)
    assert hulp.een(wereld.session, Opdracht, tekst="Opdracht rigg 1").rev == 1
