"""From a file to figures by way of the screens: choosing, correcting, taking over, and who was first."""

import io

import pytest
from sqlalchemy import select

from app.domain.cijfers.metingimport import Importstatus
from app.metingen_importeren import kiezen as kiesscherm
from app.models import Bron, EerdereMeting, Indicator, Logregel, Metingimport, Rol, Taak, TaakStatus
from app.services.indicatoren import import_overnemen
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp
from tests.integration.conftest import csrf_token
from tests.integration.indicatoren.cijferhulp import Wereld, nieuw, sla_op
from tests.integration.metingen_importeren.hulp import START, Scherm, aantal, csv, stand, tekst, wacht_er_nog_iets

TRAJECTEN = (";Trajecten;aantal;2019;12;CBS", "Provincie;Trajecten;aantal;2019;340;CBS")


def test_van_kiezen_tot_overgenomen(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.kies(csv(*TRAJECTEN))
    assert "Het bestand wordt gelezen" in scherm.pagina(adres)
    scherm.werk()
    pagina = scherm.pagina(adres)
    assert "2 metingen: 2 nieuw, 0 gewijzigd, 0 gelijk, 0 fout." in pagina
    assert "er is nog niets opgeslagen" in pagina
    assert wereld.cijfers(wereld.trajecten) == {}
    antwoord = scherm.neem_over(adres)
    assert (antwoord.status_code, antwoord.location) == (303, f"{adres}/voortgang")
    assert "2 metingen: 2 nieuw" in scherm.pagina(adres)
    assert wereld.cijfers(wereld.trajecten, gebied="Provincie") == {"2019": "340"}
    assert not wacht_er_nog_iets(wereld)
    regel = wereld.session.scalars(select(Logregel).where(Logregel.omschrijving.startswith("Metingen over"))).one()
    assert (regel.bron, regel.gebruiker.naam) == (Bron.IMPORT, "Jo")
    weer = scherm.lees(csv(*TRAJECTEN))
    assert "2 metingen: 0 nieuw, 0 gewijzigd, 2 gelijk, 0 fout." in scherm.pagina(weer)
    voor = stand(wereld)
    scherm.neem_over(weer)
    assert "Alles stond er al zo" in scherm.pagina(weer)
    assert stand(wereld) == voor


def test_wat_verandert_vraagt_een_reden(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(";Aandeel;procent;2018;8,4;", ";Aandeel;procent;2019;9,2;"))
    pagina = scherm.pagina(adres)
    assert "2 cijfers veranderen" in pagina
    assert "Aandeel 2018 8,3% 8,4% 2" in pagina
    assert "Aandeel 2019 9,2% voorlopig 9,2% definitief 3" in pagina
    antwoord = scherm.neem_over(adres)
    assert antwoord.status_code == 422
    assert "Schrijf op waarom deze cijfers veranderen." in tekst(antwoord)
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}
    scherm.neem_over(adres, reden="Nieuwe levering")
    assert wereld.cijfers() == {"2018": "8.4", "2019": "9.2"}
    eerder = wereld.een(EerdereMeting, meting_id=wereld.meting("2018").id)
    assert (eerder.reden, eerder.gebruiker.naam) == ("Nieuwe levering (uit 'cijfers.csv')", "Jo")


def test_alleen_de_goede(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(*TRAJECTEN, ";Trajecten;aantal;2020;-1;"))
    assert "2 metingen" not in scherm.pagina(adres)
    assert "3 metingen: 2 nieuw, 0 gewijzigd, 0 gelijk, 1 fout." in scherm.pagina(adres)
    assert scherm.neem_over(adres, keuze="alles").status_code == 422
    assert wereld.cijfers(wereld.trajecten) == {}
    scherm.neem_over(adres, keuze="goede")
    assert wereld.cijfers(wereld.trajecten, gebied="") == {"2019": "12"}


def test_onbekende_namen(scherm: Scherm, wereld: Wereld) -> None:
    regels = (";Trajectn;aantal;2019;1;", ";Wachttijd;;2019;2;", ";Bezwaren;aantal;2019;3;", ";Klachten;aantal;2019;4;")
    adres = scherm.lees(csv(*regels))
    pagina = scherm.pagina(adres)
    assert "4 indicatoren die er nog niet zijn" in pagina
    assert "Bedoelt u 'Trajecten'?" in pagina
    assert "2 nieuw, 0 gewijzigd, 0 gelijk, 2 fout." in pagina
    keuzes = {"besluit_1": str(wereld.trajecten), "besluit_2": "nieuw", "eenheid_2": "weken", "besluit_4": "overslaan"}
    assert scherm.post(adres, "indicatoren", **keuzes).status_code == 303
    assert "3 nieuw, 0 gewijzigd, 0 gelijk, 0 fout, 1 overgeslagen." in scherm.pagina(adres)
    scherm.neem_over(adres)
    assert wereld.cijfers(wereld.trajecten) == {"2019": "1"}
    assert wereld.een(Indicator, naam="Wachttijd").eenheid == "weken"
    assert wereld.session.scalars(select(Indicator.naam).order_by(Indicator.naam)).all() == [
        "Aandeel",
        "Bezwaren",
        "Trajecten",
        "Wachttijd",
    ]


def test_nieuw_zonder_eenheid_kan_niet(scherm: Scherm) -> None:
    adres = scherm.lees(csv(";Wachttijd;;2019;2;"))
    scherm.post(adres, "indicatoren", besluit_1="nieuw")
    pagina = scherm.pagina(adres)
    assert "Schrijf bij 'Wachttijd' in welke eenheid hij gemeten is" in pagina
    assert "1 fout." in pagina


def test_onzin_als_keuze_verandert_niets(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(";Wachttijd;;2019;2;"))
    onzin = {"besluit_1": "99999", "besluit_77": "nieuw", "besluit_x": "nieuw", "besluit_2": "nieuw"}
    assert scherm.post(adres, "indicatoren", **onzin).status_code == 303
    assert "1 fout." in scherm.pagina(adres)


def test_kolommen_aanwijzen_en_onthouden(scherm: Scherm, wereld: Wereld) -> None:
    """Headings that say nothing: the user points out what is what, and need not do so again."""
    inhoud = csv("Trajecten;2019;7;9", kop="wat;wanneer;uitkomst;iets\n")
    adres = scherm.lees(inhoud)
    assert "Dit bestand is zo niet te gebruiken" in scherm.pagina(adres)
    half = scherm.post(adres, "kolommen", kolom_0="indicator", kolom_2="waarde")
    assert half.status_code == 422
    assert "Er is geen kolom met de periode" in tekst(half)
    goed = scherm.post(adres, "kolommen", kolom_0="indicator", kolom_1="periode", kolom_2="waarde")
    assert goed.status_code == 303
    scherm.werk()
    assert "1 metingen" not in scherm.pagina(adres)
    assert "1 meting: 1 nieuw" in scherm.pagina(adres)
    volgende = scherm.lees(inhoud.replace(b"2019;7", b"2020;8"))
    assert "1 meting: 1 nieuw" in scherm.pagina(volgende)


def test_een_weggelaten_kolom_blijft_weg(scherm: Scherm) -> None:
    inhoud = csv("Trajecten;2019;7;onzin", kop="indicator;jaar;waarde;status\n")
    adres = scherm.lees(inhoud)
    assert "1 fout" in scherm.pagina(adres)
    scherm.post(adres, "kolommen", kolom_0="indicator", kolom_1="periode", kolom_2="waarde")
    scherm.werk()
    assert "1 meting: 1 nieuw, 0 gewijzigd, 0 gelijk, 0 fout." in scherm.pagina(adres)
    assert "1 meting: 1 nieuw, 0 gewijzigd, 0 gelijk, 0 fout." in scherm.pagina(scherm.lees(inhoud))


def test_iemand_was_eerder(scherm: Scherm, wereld: Wereld) -> None:
    """What was agreed to is not what would happen: nothing is stored, and it is shown anew."""
    adres = scherm.lees(csv(";Aandeel;procent;2018;8,4;"))
    scherm.post(adres, "overnemen", reden="Herzien")
    aandeel = wereld.session.get_one(Indicator, wereld.aandeel)
    sla_op(wereld.session, wereld.organisatie, nieuw(aandeel, "2018", "8.9"), reden="tussendoor")
    wereld.session.commit()
    scherm.werk()
    pagina = scherm.pagina(adres)
    assert "Intussen zijn er cijfers of indicatoren gewijzigd" in pagina
    assert "Aandeel 2018 8,9% 8,4% 2" in pagina
    assert wereld.cijfers()["2018"] == "8.9"
    scherm.neem_over(adres, reden="Toch herzien")
    assert wereld.cijfers()["2018"] == "8.4"


def test_twee_keer_overnemen_gebeurt_een_keer(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(*TRAJECTEN))
    assert scherm.post(adres, "overnemen").status_code == 303
    assert scherm.post(adres, "overnemen").status_code == 303
    assert aantal(wereld, Taak) == 2
    scherm.werk()
    assert wereld.cijfers(wereld.trajecten, gebied="") == {"2019": "12"}


def test_annuleren(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(*TRAJECTEN))
    antwoord = scherm.post(adres, "annuleren")
    assert (antwoord.status_code, antwoord.location) == (303, START)
    assert aantal(wereld, Metingimport) == 0
    assert not wacht_er_nog_iets(wereld)
    assert scherm.client.get(adres).status_code == 404


def test_annuleren_voor_het_begint(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.kies(csv(*TRAJECTEN))
    assert scherm.post(adres, "annuleren").status_code == 303
    scherm.werk()
    assert wereld.een(Taak).status is TaakStatus.AFGEBROKEN
    assert aantal(wereld, Metingimport) == 0


def test_een_werker_die_wegvalt(scherm: Scherm, wereld: Wereld) -> None:
    """The page says so, and offers to do it again."""
    adres = scherm.kies(csv(*TRAJECTEN))
    taak = wereld.een(Taak)
    taak.status, taak.melding = TaakStatus.MISLUKT, "Gestopt zonder afronding."
    wereld.session.commit()
    assert "Het werk is mislukt Gestopt zonder afronding." in scherm.pagina(adres)
    token = csrf_token(scherm.client, START)
    scherm.client.post(f"/taken/{taak.id}/opnieuw", data={"csrf_token": token})
    scherm.werk()
    assert "2 metingen: 2 nieuw" in scherm.pagina(adres)


def test_wat_halverwege_misgaat_laat_niets_achter(
    scherm: Scherm, wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures were written already when it went wrong."""
    adres = scherm.lees(csv(*TRAJECTEN, ";Aandeel;procent;2018;8,4;", ";Bezwaren;aantal;2019;3;"))
    voor = stand(wereld)
    with monkeypatch.context() as zolang:
        zolang.setattr(import_overnemen, "_log", lambda *_: 1 / 0)
        scherm.neem_over(adres, reden="Herzien")
    assert stand(wereld) == voor
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}
    assert "Het werk is mislukt" in scherm.pagina(adres)
    taak = wereld.session.scalars(select(Taak).order_by(Taak.id.desc()).limit(1)).one()
    scherm.client.post(f"/taken/{taak.id}/opnieuw", data={"csrf_token": csrf_token(scherm.client, START)})
    scherm.werk()
    assert "4 metingen: 3 nieuw, 1 gewijzigd" in scherm.pagina(adres)
    assert wereld.cijfers()["2018"] == "8.4"


def test_veel_cijfers_worden_op_de_achtergrond_vergeleken(
    scherm: Scherm, wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.metingen_importeren import controleren

    monkeypatch.setattr(controleren, "METEEN", 0)
    adres = scherm.lees(csv(";Trajectn;aantal;2019;1;"))
    scherm.post(adres, "indicatoren", besluit_1=str(wereld.trajecten))
    assert wereld.een(Metingimport).status is Importstatus.VERGELIJKEN
    assert "De cijfers worden vergeleken" in scherm.pagina(adres)
    scherm.werk()
    assert "1 meting: 1 nieuw, 0 gewijzigd, 0 gelijk, 0 fout." in scherm.pagina(adres)


def test_zonder_bestand(scherm: Scherm) -> None:
    antwoord = scherm.client.post(START, data={"csrf_token": csrf_token(scherm.client, START)})
    assert antwoord.status_code == 422
    assert "Kies eerst een bestand." in tekst(antwoord)


def test_een_te_groot_bestand(scherm: Scherm, wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiesscherm, "MAXIMALE_METINGEN", 1000)
    velden = {"csrf_token": csrf_token(scherm.client, START), "bestand": (io.BytesIO(b"x" * 2000), "groot.csv")}
    antwoord = scherm.client.post(START, data=velden)
    assert antwoord.status_code == 422
    assert "Het bestand is groter dan" in tekst(antwoord)
    assert not wacht_er_nog_iets(wereld)


def test_meer_dan_een_gewone_upload(scherm: Scherm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here more may be sent than elsewhere; and not by who may not bring figures in."""
    scherm.wereld.app.config["MAX_CONTENT_LENGTH"] = 20_000
    inhoud = csv(*(f";Trajecten;aantal;{dag};1;" for dag in range(1900, 2100))) * 6
    velden = {"csrf_token": csrf_token(scherm.client, START)}
    antwoord = scherm.client.post(START, data={**velden, "bestand": (io.BytesIO(inhoud), "groot.csv")})
    assert antwoord.status_code == 303
    lezer = scherm.wereld.als("Lee")
    velden = {"csrf_token": csrf_token(lezer, "/instellingen")}
    antwoord = lezer.post(START, data={**velden, "bestand": (io.BytesIO(inhoud), "groot.csv")})
    assert antwoord.status_code == 413


def test_bladeren_door_fouten_en_wijzigingen(scherm: Scherm, wereld: Wereld) -> None:
    aandeel = wereld.session.get_one(Indicator, wereld.aandeel)
    sla_op(wereld.session, wereld.organisatie, *(nieuw(aandeel, str(jaar), "5") for jaar in range(1940, 2000)))
    wereld.session.commit()
    goed = (f";Aandeel;procent;{jaar};6;" for jaar in range(1940, 2000))
    mis = (f";Aandeel;procent;{jaar};{jaar};" for jaar in range(2030, 2090))
    adres = scherm.lees(csv(*goed, *mis))
    eerste, tweede = scherm.pagina(adres), scherm.pagina(f"{adres}?wijzigingen=2&fouten=2")
    assert "60 cijfers veranderen" in eerste
    assert "1940 5% 6% 2" in eerste
    assert "1999 5% 6% 61" not in eerste
    assert "1999 5% 6% 61" in tweede
    assert "2.089%" not in eerste
    assert "2.089% kan hier niet" in tweede
    for onzin in ("0", "-1", "x", "9" * 30):
        assert scherm.client.get(f"{adres}?wijzigingen={onzin}&fouten={onzin}&namen={onzin}").status_code == 200


def test_een_ander_ziet_het_niet(scherm: Scherm, wereld: Wereld) -> None:
    adres = scherm.lees(csv(*TRAJECTEN))
    assert wereld.als("Col").get(adres).status_code == 200
    assert wereld.als("Lee").get(adres).status_code == 403
    buur = bewerkhulp.maak_organisatie(wereld.session, "buurdorp")
    bewerkhulp.maak_gebruiker(wereld.session, buur, Rol.MANAGER, "Bo")
    wereld.session.commit()
    client = wereld.app.test_client()
    laat_binnen(client, "bo@buurdorp.example")
    assert client.get(adres).status_code == 404
    assert "cijfers.csv" not in tekst(client.get(START))


def test_oude_bestanden_gaan_weg(scherm: Scherm, wereld: Wereld) -> None:
    from datetime import timedelta

    oud = scherm.lees(csv(*TRAJECTEN))
    imp = wereld.een(Metingimport)
    imp.aangemaakt_op -= timedelta(days=8)
    wereld.session.commit()
    nieuw_adres = scherm.lees(csv(*TRAJECTEN))
    assert scherm.client.get(oud).status_code == 404
    assert scherm.client.get(nieuw_adres).status_code == 200
