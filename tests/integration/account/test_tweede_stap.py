"""Logging in in two steps: with an app, with codes on paper, and never twice with the same code."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Herstelcode, Inlogsessie, Logregel, Organisatie, TweedeStap, nu
from tests.integration import bewerkhulp as hulp
from tests.integration.account.conftest import BAAS, JO
from tests.integration.account.test_gebruikers_beheren import adres_van, wijzig
from tests.integration.posthulp import Brievenbus

Als = Callable[[str], FlaskClient]
STAP = "/instellingen/tweede-stap"
CODE = "/inloggen/code"


class App:
    """The app on the telephone. `later`: half minutes; the server takes the one before and the one after too."""

    def __init__(self, geheim: str) -> None:
        self._totp = pyotp.TOTP(geheim)

    def code(self, later: int = 0) -> str:
        return self._totp.at(int(time.time()) + 30 * later)


def zet_aan(client: FlaskClient) -> tuple[App, list[str]]:
    """The app, and the codes on paper."""
    pagina = client.get(STAP)
    wortel = html.document_fromstring(pagina.get_data(as_text=True))
    app = App(wortel.xpath("//code")[0].text_content().replace(" ", ""))
    antwoord = client.post(STAP, data=hulp.formulier(pagina) | {"code": app.code(-1)})
    assert antwoord.status_code == 201, hulp.tekst_van(antwoord)
    return app, papier_op(antwoord)


def papier_op(pagina: TestResponse) -> list[str]:
    wortel = html.document_fromstring(pagina.get_data(as_text=True))
    return [code.text_content() for code in wortel.xpath("//li/code")]


def tot_de_code(client: FlaskClient, naar: str = "/inloggen") -> TestResponse:
    antwoord = hulp.log_in(client, JO, naar=naar)
    assert antwoord.status_code == 302
    assert antwoord.location.startswith(CODE)
    return client.get(antwoord.location)


def vul_in(client: FlaskClient, code: str, adres: str = CODE) -> TestResponse:
    return client.post(adres, data=hulp.formulier(client.get(adres)) | {"code": code})


def test_aanzetten_en_inloggen(als: Als, session: Session, client: FlaskClient) -> None:
    jo, elders = als(JO), als(JO)
    app, codes = zet_aan(jo)
    assert len(set(codes)) == 10
    assert (jo.get("/").status_code, elders.get("/").status_code) == (200, 302)
    stand = session.scalars(select(TweedeStap)).one()
    assert app._totp.secret not in stand.geheim
    assert not set(codes) & set(session.scalars(select(Herstelcode.hash)))
    session.rollback()
    tot_de_code(client, "/inloggen?next=/notities/")
    assert client.get("/notities/").status_code == 302, "halverwege is niet binnen"
    fout = vul_in(client, "000000")
    assert fout.status_code == 422
    assert "Deze code klopt niet" in hulp.tekst_van(fout)
    code = app.code()
    goed = vul_in(client, f" {code[:3]} {code[3:]} ", f"{CODE}?next=/notities/")
    assert (goed.status_code, goed.location) == (302, "/notities/")
    assert session.scalar(select(func.count()).where(Inlogsessie.tweede_stap)) == 2
    assert "In twee stappen" in hulp.tekst_van(als(BAAS).get("/beheer/gebruikers/"))


def test_dezelfde_code_werkt_geen_twee_keer(als: Als, app: Flask, session: Session) -> None:
    telefoon, papier = zet_aan(als(JO))
    for code in (telefoon.code(), papier[0]):
        eerste, tweede = app.test_client(), app.test_client()
        for client in (eerste, tweede):
            tot_de_code(client)
        assert vul_in(eerste, code).status_code == 302
        assert vul_in(tweede, code).status_code == 422
    tot_de_code(tweede)
    assert vul_in(tweede, telefoon.code(-1)).status_code == 422, "ook een van eerder niet"
    assert vul_in(tweede, papier[1].upper().replace("-", " ")).status_code == 302
    assert "nog 8" in hulp.melding(tweede.get("/"))
    assert session.scalar(select(func.count()).where(Herstelcode.gebruikt_op.is_not(None))) == 2


def test_van_twee_tegelijk_met_dezelfde_code_komt_er_een_binnen(als: Als, app: Flask) -> None:
    _, papier = zet_aan(als(JO))
    clients = [app.test_client() for _ in range(4)]
    velden = [hulp.formulier(tot_de_code(client)) | {"code": papier[0]} for client in clients]
    with ThreadPoolExecutor(4) as pool:
        antwoorden = pool.map(lambda nr: clients[nr].post(CODE, data=velden[nr]), range(4))
        assert sorted(a.status_code for a in antwoorden) == [302, 422, 422, 422]


def test_codes_raden_gaat_steeds_langzamer(als: Als, client: FlaskClient) -> None:
    client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    telefoon, _ = zet_aan(als(JO))
    tot_de_code(client)
    assert [vul_in(client, f"{nr:06}").status_code for nr in range(6)] == [422] * 5 + [429]
    wacht = vul_in(client, telefoon.code())
    assert (wacht.status_code, "te vaak een verkeerde code" in hulp.tekst_van(wacht)) == (429, True)


@pytest.mark.parametrize("code", ["", "１２３４５６", "é", "x" * 61, "12345", "\x00"])
def test_een_code_die_geen_code_is(als: Als, client: FlaskClient, code: str) -> None:
    zet_aan(als(JO))
    tot_de_code(client)
    assert vul_in(client, code).status_code == 422


def test_halverwege_houdt_op(als: Als, client: FlaskClient, session: Session) -> None:
    assert client.get(CODE).location.startswith("/inloggen")
    telefoon, _ = zet_aan(als(JO))
    tot_de_code(client)
    with client.session_transaction() as koekje:
        koekje["halverwege"] = koekje["halverwege"] | {"tot": time.time() - 1}
    assert client.get(CODE).status_code == 302
    velden = hulp.formulier(tot_de_code(client)) | {"code": telefoon.code()}
    session.execute(update(hulp.Organisatie).values(naam="Dorp"))
    gebruiker = session.scalars(select(hulp.Gebruiker).where(hulp.Gebruiker.email == JO)).one()
    gebruiker.wachtwoord_hash = hulp.versleutel("kaas paars fiets lamp")
    session.commit()
    assert client.post(CODE, data=velden).location.startswith("/inloggen"), "het wachtwoord is intussen een ander"


def test_een_verkeerde_code_zet_niets_aan(als: Als, session: Session) -> None:
    jo = als(JO)
    eerste = jo.get(STAP)
    assert "<svg" in eerste.get_data(as_text=True)
    antwoord = jo.post(STAP, data=hulp.formulier(eerste) | {"code": "123"})
    assert antwoord.status_code == 422
    geheimen = [html.document_fromstring(p.get_data(as_text=True)).xpath("//code")[0].text for p in (eerste, antwoord)]
    assert geheimen[0] == geheimen[1], "wie al gescand heeft, hoeft dat niet opnieuw"
    assert session.scalars(select(TweedeStap)).all() == []


def test_uitzetten_en_nieuwe_codes_vragen_een_code(als: Als, bus: Brievenbus, session: Session) -> None:
    jo = als(JO)
    _, papier = zet_aan(jo)
    adres = f"{STAP}/wijzigen"

    def vraag(actie: str, code: str) -> TestResponse:
        velden = hulp.formulier(jo.get(STAP), adres) | {"code": code, "actie": actie}
        return jo.post(adres, data=velden, buffered=True)

    assert vraag("uit", "000000").status_code == 422
    nieuw = papier_op(vraag("codes", papier[0]))
    assert len(nieuw) == 10
    assert vraag("uit", papier[1]).status_code == 422, "de oude codes werken niet meer"
    assert vraag("uit", nieuw[0]).status_code == 303
    assert [str(mail["Subject"]) for mail in bus.mails] == ["Inloggen in twee stappen staat uit"]
    jo.delete_cookie("session")
    assert hulp.log_in(jo, JO).location == "/"
    regels = session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)).all()
    assert [regel.partition(":")[0] for regel in regels] == [
        "Inloggen in twee stappen aangezet", "Nieuwe herstelcodes gemaakt", "Inloggen in twee stappen uitgezet",
    ]  # fmt: skip


def test_een_beheerder_helpt_wie_alles_kwijt_is(als: Als, bus: Brievenbus, session: Session) -> None:
    jo, baas, adres = als(JO), als(BAAS), adres_van(session, JO)
    zet_aan(jo)
    actie = f"{adres}/tweede-stap-uit"
    assert baas.post(actie, data=hulp.formulier(baas.get(adres), actie), buffered=True).status_code == 303
    assert (bus.aan, jo.get("/").status_code) == ([JO], 302)
    assert hulp.log_in(jo, JO).location == "/"
    zelf = adres_van(session, BAAS)
    token = hulp.formulier(baas.get(zelf), "/uitloggen")
    assert baas.post(f"{zelf}/tweede-stap-uit", data=token).status_code == 409


def test_een_organisatie_kan_het_eisen(als: Als, session: Session) -> None:
    baas, jo = als(BAAS), als(JO)
    zet_aan(baas)
    hulp.volg(baas, wijzig(baas, "/beheer/organisatie", eist_tweede_stap="y"))
    assert session.scalars(select(Organisatie.eist_tweede_stap)).one()
    session.rollback()
    for adres in ("/", "/notities/nieuw", "/instellingen/wachtwoord"):
        antwoord = jo.get(adres)
        assert (antwoord.status_code, antwoord.location) == (303, f"{STAP}?next={adres}")
    assert "Stel dat eerst in" in hulp.melding(jo.get(STAP))
    _, papier = zet_aan(jo)
    assert jo.get("/notities/nieuw").status_code == 200
    adres = f"{STAP}/wijzigen"
    velden = hulp.formulier(jo.get(STAP), adres) | {"code": papier[0], "actie": "uit"}
    assert jo.post(adres, data=velden).status_code == 303
    assert "Het blijft aan" in hulp.melding(jo.get(STAP))
    assert baas.get("/beheer/").status_code == 200


def test_een_ander_wachtwoord_laat_de_tweede_stap_staan(als: Als, session: Session) -> None:
    jo = als(JO)
    zet_aan(jo)
    session.execute(update(Organisatie).values(eist_tweede_stap=True))
    session.commit()
    adres, nieuw = "/instellingen/wachtwoord", "kaas paars fiets lamp"
    velden = hulp.formulier(jo.get(adres)) | {"huidig": hulp.WACHTWOORD, "nieuw": nieuw, "nog_eens": nieuw}
    assert jo.post(adres, data=velden).status_code == 303
    assert jo.get("/").status_code == 200


def test_de_opdracht_helpt_de_enige_beheerder(als: Als, app: Flask) -> None:
    baas = als(BAAS)
    zet_aan(baas)
    uit = app.test_cli_runner().invoke(args=["gebruiker", "link", BAAS, "--zonder-tweede-stap"])
    assert uit.exit_code == 0
    assert hulp.log_in(app.test_client(), BAAS).location == "/"


def test_aanzetten_kan_alleen_vlak_na_het_inloggen(als: Als, session: Session) -> None:
    """Who finds a screen left open cannot tie the account to an app of their own, nor send a form that stood open."""
    jo = als(JO)
    velden = hulp.formulier(jo.get(STAP))
    session.execute(update(Inlogsessie).values(begonnen_op=nu() - timedelta(minutes=16)))
    session.commit()
    for antwoord in (jo.get(STAP), jo.post(STAP, data=velden | {"code": "000000"})):
        assert antwoord.status_code == 409
        assert "Log eerst opnieuw in" in hulp.tekst_van(antwoord)
    assert not session.scalars(select(TweedeStap)).all()
    assert jo.get("/instellingen/wachtwoord").status_code == 200, "verder verandert er niets"


def test_wie_al_lang_is_ingelogd_komt_na_de_tweede_stap_waar_hij_was(als: Als, session: Session) -> None:
    """The organisatie begins to ask for it while somebody is at work: log in again, arrange it, and go on."""
    jo = als(JO)
    session.execute(update(Organisatie).values(eist_tweede_stap=True))
    session.execute(update(Inlogsessie).values(begonnen_op=nu() - timedelta(hours=2)))
    session.commit()
    tegengehouden = jo.get(jo.get("/notities/?jaar=2020").location)
    assert (tegengehouden.status_code, "Log eerst opnieuw in" in hulp.tekst_van(tegengehouden)) == (409, True)
    adres = f"{STAP}/opnieuw-inloggen"
    uit = jo.post(adres, data=hulp.formulier(tegengehouden, adres))
    terug = hulp.log_in(jo, JO, naar=uit.location)
    pagina = jo.get(terug.location)
    assert pagina.status_code == 200
    geheim = html.document_fromstring(pagina.get_data(as_text=True)).xpath("//code")[0].text_content().replace(" ", "")
    klaar = jo.post(terug.location, data=hulp.formulier(pagina) | {"code": App(geheim).code()})
    wortel = html.document_fromstring(klaar.get_data(as_text=True))
    (verder,) = wortel.xpath("//main//a[contains(., 'bewaard')]/@href")
    assert verder == "/notities/?jaar=2020"
    assert jo.get(verder).status_code == 200
    assert jo.get(terug.location).location == verder, "terug met de browser is geen doodlopende weg"


def test_een_verstuurd_formulier_wacht_op_de_tweede_stap(als: Als, session: Session) -> None:
    jo = als(JO)
    velden = hulp.formulier(jo.get("/notities/nieuw")) | {"titel": "Een notitie die niet verloren mag gaan"}
    session.execute(update(Organisatie).values(eist_tweede_stap=True))
    session.commit()
    naar = jo.post("/notities/nieuw", data=velden)
    assert (naar.status_code, naar.location.partition("?")[2][:20]) == (303, "next=/verder?formuli"[:20])
    verder = parse_qs(urlsplit(naar.location).query)["next"][0]
    assert "niet verloren mag gaan" in hulp.tekst_van(jo.get(verder))


@pytest.mark.parametrize("naar", ["https://elders.example/", "//elders.example", "/\\elders.example", "/bestaat-niet"])
def test_na_de_tweede_stap_nooit_naar_elders(als: Als, naar: str) -> None:
    jo = als(JO)
    pagina = jo.get(STAP)
    adres = f"{STAP}/opnieuw-inloggen"
    geheim = html.document_fromstring(pagina.get_data(as_text=True)).xpath("//code")[0].text_content().replace(" ", "")
    antwoord = jo.post(STAP, query_string={"next": naar}, data=hulp.formulier(pagina) | {"code": App(geheim).code()})
    assert "elders" not in antwoord.get_data(as_text=True)
    assert "bestaat-niet" not in antwoord.get_data(as_text=True)
    velden = hulp.formulier(jo.get(STAP), "/uitloggen") | {"next": naar}
    assert jo.post(adres, data=velden).location == f"/inloggen?next={STAP}"


def test_deze_installatie_kan_het_van_een_rol_eisen(als: Als, app: Flask) -> None:
    """Whatever the organisatie says; who has another role goes on as before."""
    app.config["INLOGGEN"] = replace(app.config["INLOGGEN"], tweede_stap=frozenset({"beheerder"}))
    baas, jo = als(BAAS), als(JO)
    assert jo.get("/notities/").status_code == 200
    assert baas.get("/beheer/").location == f"{STAP}?next=/beheer/"
    _, papier = zet_aan(baas)
    assert "vraagt het hoe dan ook van: beheerder" in hulp.tekst_van(baas.get("/beheer/organisatie"))
    adres = f"{STAP}/wijzigen"
    velden = hulp.formulier(baas.get(STAP), adres) | {"code": papier[0], "actie": "uit"}
    assert baas.post(adres, data=velden).status_code == 303
    assert "Het blijft aan" in hulp.melding(baas.get(STAP))
