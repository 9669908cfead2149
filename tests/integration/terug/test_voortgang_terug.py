"""The tables of a period go to Word, are edited there and on screen, and come back: nothing happens before somebody
chooses, and nothing is overwritten."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.domain.voortgang.structuur import Kleur, Status
from app.models import (
    Beoordeling,
    Bron,
    Importvoorstel,
    Logregel,
    Maatregel,
    Organisatie,
    Thema,
    Uitvoer,
    Verwijdering,
)
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.writing.formaten import schrijf
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import csrf_token
from tests.integration.voortgang.schermhulp import DOOR, Wereld, maak_wereld
from tests.unit.terug import wordbewerking as w
from tests.unit.terug.notities import document, leesbare_notitie
from tests.unit.terug.test_voortgang_bewerkt import cel, nieuwe_rij, rij, typ

IMPORT = "/voortgang/importeren"
CODE = "2019-H2"
Bewerking = Callable[[w.Element], None]


@dataclass
class Werk:
    """An adviser with the file of an open period."""

    wereld: Wereld
    client: FlaskClient
    bestand: bytes

    @property
    def session(self) -> Session:
        return self.wereld.session

    def haal_op(self, query: str = "") -> None:
        pagina = self.client.get(f"/voortgang/{CODE}/overzicht{query}")
        wortel = html.document_fromstring(pagina.get_data(as_text=True))
        actie = wortel.xpath("//form[contains(@class, 'voortgang-export')]/@action")[0]
        token = hulp.formulier(pagina, actie)["csrf_token"]
        velden = {"kolommen": ["status", "kleur"], "formaat": "docx", "csrf_token": token}
        antwoord = self.client.post(actie, data=velden)
        assert antwoord.status_code == 200, antwoord.get_data(as_text=True)
        self.bestand = antwoord.data

    def stuur(self, inhoud: bytes, naar: str = IMPORT, periode: str = "") -> TestResponse:
        velden = {
            "bestand": FileStorage(BytesIO(inhoud), filename="voortgang.docx", name="bestand"),
            "csrf_token": csrf_token(self.client, naar),
            **({"periode": periode} if naar == IMPORT else {}),
        }
        grens, lijf = encode_multipart(velden)
        return self.client.post(naar, data=lijf, content_type=f"multipart/form-data; boundary={grens}")

    def breng_terug(self, *bewerkingen: Bewerking, naar: str = IMPORT) -> str:
        inhoud = self.bestand
        for bewerking in bewerkingen:
            inhoud = w.bewerk(inhoud, bewerking)
        antwoord = self.stuur(inhoud, naar)
        assert antwoord.status_code == 303, fouten(antwoord)
        assert "/importeren/terug/voortgang/" in antwoord.location
        return str(antwoord.location)

    def pagina(self, adres: str) -> html.HtmlElement:
        antwoord = self.client.get(adres)
        assert antwoord.status_code == 200
        return html.fromstring(antwoord.get_data(as_text=True))

    def kies(self, adres: str, **velden: object) -> TestResponse:
        pagina = self.pagina(adres)
        vast = {naam: pagina.xpath(f"//input[@name='{naam}']/@value")[0] for naam in ("stand", "csrf_token")}
        return self.client.post(adres, data={**vast, **velden})

    def wijzig(self, naam: str, **waarden: object) -> None:
        bewaar_regel(self.session, regel=self.wereld.regel(naam), waarden=waarden, door=DOOR)
        self.session.commit()

    def ter_controle(self) -> None:
        zet_ter_controle(self.session, periode=self.wereld.periode(), door=DOOR)
        self.session.commit()

    def maatregelen(self) -> list[str]:
        self.session.expire_all()
        keuze = select(Maatregel).join(Maatregel.thema).order_by(Thema.nummer, Maatregel.volgorde)
        return [f"{m.thema.nummer}{m.letter or ''} {m.naam}" for m in self.session.scalars(keuze)]


def fouten(antwoord: TestResponse) -> str:
    wortel = html.fromstring(antwoord.get_data(as_text=True))
    return " ".join(wortel.xpath("string(//*[@class='meldingen'])").split())


@pytest.fixture
def werk(app: Flask, session: Session) -> Werk:
    wereld = maak_wereld(app, session)
    uit = Werk(wereld, wereld.als("Jo"), b"")
    uit.wijzig("Procesregie", voortgang="De regisseur werkt.", planning="Doorlopend")
    uit.wijzig("Scholing", voortgang="De tweede groep begint.", planning="Gepland\n1 juli 2020")
    uit.haal_op()
    return uit


def tekst_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "De regisseur werkt"), "werkt", "is klaar")


def planning_anders(wortel: w.Element) -> None:
    typ(cel(wortel, "Scholing", 2), "Afgerond")


def kleur_anders(wortel: w.Element) -> None:
    typ(cel(wortel, "Scholing", 4), "groen")


def rij_erbij(wortel: w.Element) -> None:
    nieuwe_rij(rij(wortel, "a. Procesregie"), "c. Kennis delen", "Er is een site.", "Gepland\n1 mei 2020")


def rij_weg(wortel: w.Element) -> None:
    rij(wortel, "Scholing").getparent().remove(rij(wortel, "Scholing"))


def thema_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "1. Structuur"), "Structuur", "Opbouw")


def verplaatst(wortel: w.Element) -> None:
    rij(wortel, "Procesregie").addprevious(rij(wortel, "Scholing"))


def letters_gewisseld(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "a. Procesregie"), "a.", "b.")
    w.vervang(w.alinea(wortel, "b. Scholing"), "b.", "a.")


def naar_sturing(wortel: w.Element) -> None:
    rij(wortel, "Cijfers").addnext(rij(wortel, "Procesregie"))


def zin(pagina: html.HtmlElement) -> str:
    return str(pagina.xpath("//p[@class='verdict']")[0].text_content())


def sleutels(pagina: html.HtmlElement, *, aan: bool = False) -> list[str]:
    return [str(x) for x in pagina.xpath(f"//input[@name='kies'{' and @checked' if aan else ''}]/@value")]


@pytest.mark.parametrize("naar", [IMPORT, "/importeren/"])
def test_ongewijzigd_terug_is_niets_te_kiezen(werk: Werk, naar: str) -> None:
    pagina = werk.pagina(werk.breng_terug(naar=naar))
    assert zin(pagina) == "In het bestand is niets gewijzigd."
    assert sleutels(pagina) == []
    tekst = " ".join(pagina.text_content().split())
    assert f"Dit is een bestand van de voortgang over {CODE}, uitgevoerd op" in tekst
    assert "door Jo" in tekst


def test_bekijken_slaat_niets_op_en_overnemen_alleen_wat_is_gekozen(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, planning_anders, kleur_anders, thema_anders)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "4 wijzigingen: 4 over te nemen."
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur werkt."
    gekozen = [sleutel for sleutel in sleutels(pagina) if not sleutel.startswith("thema")]
    antwoord = werk.kies(adres, kies=gekozen)
    assert (antwoord.status_code, antwoord.location) == (303, f"/voortgang/{CODE}/overzicht")
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur is klaar."
    scholing = werk.wereld.regel("Scholing")
    assert (scholing.planning, scholing.status, scholing.kleur) == ("Afgerond", Status.AFGEROND, Kleur.GROEN)
    assert werk.session.scalars(select(Thema.naam).order_by(Thema.nummer)).all() == ["Structuur", "Sturing"]
    regels = werk.session.scalars(select(Logregel.omschrijving).where(Logregel.bron == Bron.IMPORT)).all()
    assert sorted(regels) == [
        f"Voortgang {CODE} van 1a Procesregie ingevuld",
        f"Voortgang {CODE} van 1b Scholing ingevuld",
    ]
    melding = "3 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet."
    assert melding in werk.client.get(antwoord.location).get_data(as_text=True)
    assert werk.client.get(adres).status_code == 404


def test_een_nieuwe_rij_wordt_een_maatregel_op_haar_plaats_en_de_tweede_keer_staat_zij_er_al(werk: Werk) -> None:
    werk.kies(werk.breng_terug(rij_erbij), alles="ja")
    assert werk.maatregelen() == ["1a Procesregie", "1c Kennis delen", "1b Scholing", "2 Cijfers", "2b Afbouw"]
    regel = werk.wereld.regel("Kennis delen")
    assert (regel.voortgang, regel.planning, regel.status) == (
        "Er is een site.",
        "Gepland\n1 mei 2020",
        Status.GEPLAND,
    )
    assert len(regel.maatregel.regels) == 1, "the blank row that it got is this one"
    pagina = werk.pagina(werk.breng_terug(rij_erbij, tekst_anders))
    assert zin(pagina) == "2 wijzigingen: 1 over te nemen, 1 staat er al zo."


def test_een_nieuwe_rij_in_een_nieuw_thema(werk: Werk) -> None:
    def erbij(wortel: w.Element) -> None:
        kop = w.alinea(wortel, "2. Sturing")
        tabel = next(rij(wortel, "Cijfers").iterancestors(w.W + "tbl"))
        nieuwe_kop, nieuwe_tabel = deepcopy(kop), deepcopy(tabel)
        tabel.addnext(nieuwe_kop)
        nieuwe_kop.addnext(nieuwe_tabel)
        typ(nieuwe_kop, "3. Samenwerken")
        _, enige = nieuwe_tabel.findall(w.W + "tr")
        for vak, tekst in zip(enige.findall(w.W + "tc"), ("a. Overleg", "Er is een overleg.", "", "", ""), strict=True):
            typ(vak.find(w.W + "p"), tekst)

    pagina = werk.pagina(adres := werk.breng_terug(erbij))
    assert zin(pagina) == "1 wijziging: 1 over te nemen."
    werk.kies(adres, alles="ja")
    assert werk.maatregelen()[-1] == "3a Overleg"


def test_een_rij_die_weg_is_staat_niet_vooraf_aan_en_laat_de_maatregel_bestaan(werk: Werk) -> None:
    adres = werk.breng_terug(rij_weg)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "1 wijziging: 1 over te nemen."
    assert (len(sleutels(pagina)), sleutels(pagina, aan=True)) == (1, [])
    assert "de maatregel zelf blijft" in pagina.text_content()
    werk.kies(adres, kies=sleutels(pagina))
    assert "1b Scholing" in werk.maatregelen()
    assert werk.session.scalars(select(Verwijdering.omschrijving)).all() == [f"Regel van 1b Scholing in {CODE}"]


def test_verplaatsen_letters_wisselen_en_naar_een_ander_thema(werk: Werk) -> None:
    werk.kies(werk.breng_terug(verplaatst), alles="ja")
    assert werk.maatregelen() == ["1b Scholing", "1a Procesregie", "2 Cijfers", "2b Afbouw"]
    werk.haal_op()
    werk.kies(werk.breng_terug(letters_gewisseld), alles="ja")
    assert werk.maatregelen()[:2] == ["1a Scholing", "1b Procesregie"]
    werk.haal_op()
    antwoord = werk.kies(werk.breng_terug(naar_sturing), alles="ja")
    assert antwoord.status_code == 409
    assert "Thema 2 heeft al een maatregel b" in antwoord.get_data(as_text=True)
    assert werk.maatregelen()[:2] == ["1a Scholing", "1b Procesregie"], "nothing half stored"

    def met_letter(wortel: w.Element) -> None:
        w.vervang(w.alinea(wortel, "b. Procesregie"), "b.", "c.")

    werk.kies(werk.breng_terug(naar_sturing, met_letter), alles="ja")
    assert werk.maatregelen() == ["1a Scholing", "2 Cijfers", "2c Procesregie", "2b Afbouw"]


def test_wat_een_collega_wijzigde_is_een_botsing_en_blijft_als_er_niets_wordt_gekozen(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, planning_anders)
    werk.wijzig("Procesregie", voortgang="De regisseur is ziek.")
    pagina = werk.pagina(adres)
    assert zin(pagina) == "2 wijzigingen: 1 over te nemen, 1 botst met wat een collega deed."
    (botsing,) = pagina.xpath("//fieldset[@class='botsing']")
    assert "ziek" in botsing.text_content()
    assert "klaar" in botsing.text_content()
    werk.kies(adres, alles="ja", **{"botsing-1": ""})
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur is ziek."
    assert werk.wereld.regel("Scholing").status is Status.AFGEROND
    opnieuw = werk.breng_terug(tekst_anders)
    (sleutel,) = [s for s in werk.pagina(opnieuw).xpath("//input[@name='botsing-1']/@value") if s]
    werk.kies(opnieuw, **{"botsing-1": sleutel})
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur is klaar."


def test_wat_verandert_tussen_kijken_en_kiezen_wordt_eerst_getoond(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    pagina = werk.pagina(adres)
    vast = {naam: pagina.xpath(f"//input[@name='{naam}']/@value")[0] for naam in ("stand", "csrf_token")}
    werk.wijzig("Procesregie", voortgang="De regisseur is ziek.")
    antwoord = werk.client.post(adres, data={**vast, "kies": sleutels(pagina)})
    assert antwoord.status_code == 409
    assert "De voortgang is intussen gewijzigd" in antwoord.get_data(as_text=True)
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur is ziek."
    assert werk.client.get(adres).status_code == 200, "the proposal is still there"


def test_een_rij_die_een_collega_weghaalde_of_de_manager_goedkeurde_kan_niet_meer(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, planning_anders)
    werk.session.delete(werk.wereld.regel("Procesregie"))
    werk.session.commit()
    werk.ter_controle()
    werk.wereld.regel("Scholing").beoordeling = Beoordeling.AKKOORD
    werk.session.commit()
    pagina = werk.pagina(adres)
    assert zin(pagina) == "2 wijzigingen: 2 kunnen niet meer."
    assert sleutels(pagina) == []


def test_een_gesloten_periode_weigert_bij_inlezen_en_bij_overnemen(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    vast = {naam: werk.pagina(adres).xpath(f"//input[@name='{naam}']/@value")[0] for naam in ("stand", "csrf_token")}
    werk.ter_controle()
    sluit_periode(werk.session, periode=werk.wereld.periode(), toch=True, door=DOOR)
    werk.session.commit()
    antwoord = werk.client.post(adres, data={**vast, "alles": "ja"})
    assert antwoord.status_code == 409
    assert f"De periode {CODE} is gesloten; er kan niets meer worden gewijzigd." in antwoord.get_data(as_text=True)
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur werkt."
    pagina = werk.pagina(adres)
    assert "Deze periode is gesloten" in pagina.text_content()
    assert sleutels(pagina) == []
    for naar in (IMPORT, "/importeren/"):
        antwoord = werk.stuur(w.bewerk(werk.bestand, tekst_anders), naar)
        assert antwoord.status_code == 422
        tekst = html.fromstring(antwoord.get_data(as_text=True)).text_content()
        assert f"Dit bestand is de voortgang over {CODE}. Die periode is gesloten en staat vast" in tekst


def test_een_andere_periode_wordt_genoemd(werk: Werk) -> None:
    antwoord = werk.stuur(werk.bestand, periode="2020-H1")
    assert antwoord.status_code == 422
    assert f"Dit bestand is de voortgang over {CODE}, en u koos de periode 2020-H1." in antwoord.get_data(as_text=True)
    assert werk.session.scalar(select(func.count(Importvoorstel.id))) == 0


def test_een_bestand_van_een_andere_gemeente_wordt_genoemd_en_geweigerd(werk: Werk) -> None:
    organisatie = werk.session.get_one(Organisatie, werk.wereld.organisatie)
    eigen = organisatie.naam
    ander = Organisatie(naam="Elders", slug="elders", soort=organisatie.soort)
    werk.session.add(ander)
    werk.session.flush()
    werk.session.execute(delete(Uitvoer))
    organisatie.naam = "Anders"
    werk.session.commit()
    antwoord = werk.stuur(werk.bestand)
    assert antwoord.status_code == 422
    tekst = html.fromstring(antwoord.get_data(as_text=True)).text_content()
    assert f"is een uitvoer van Gemeente {eigen}, niet van Anders." in tekst


def test_een_uitvoer_die_niet_meer_bekend_is_wordt_met_nu_vergeleken(werk: Werk) -> None:
    werk.session.execute(delete(Uitvoer))
    werk.session.commit()
    adres = werk.breng_terug(tekst_anders)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "1 wijziging: 1 over te nemen."
    assert "niet meer bekend" in pagina.text_content()


def test_een_oudere_uitvoer_wordt_genoemd(werk: Werk) -> None:
    oud = werk.bestand
    werk.wijzig("Scholing", voortgang="De derde groep begint.")
    werk.haal_op()
    werk.bestand = oud
    pagina = werk.pagina(werk.breng_terug(tekst_anders))
    assert "Dit is niet de laatste uitvoer van deze periode" in pagina.text_content()
    assert zin(pagina) == "1 wijziging: 1 over te nemen."


def test_een_selectie_laat_de_rest_met_rust(werk: Werk) -> None:
    werk.haal_op("?thema=1")
    assert zin(werk.pagina(werk.breng_terug(tekst_anders))) == "1 wijziging: 1 over te nemen."


def test_een_notitie_bij_de_voortgang_krijgt_een_aanwijzing(werk: Werk) -> None:
    antwoord = werk.stuur(schrijf(document(leesbare_notitie()), "docx"))
    assert antwoord.status_code == 422
    assert "Dit bestand is een notitie uit Doelspoor" in antwoord.get_data(as_text=True)


def test_een_voorstel_van_een_ander_is_er_niet_en_een_lezer_mag_het_niet(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    assert werk.wereld.als("Col").get(adres).status_code == 404
    assert werk.wereld.als("Lee").get(adres).status_code == 403


def test_weigeren_gooit_alleen_het_voorstel_weg(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    token = werk.pagina(adres).xpath("//input[@name='csrf_token']/@value")[0]
    assert werk.client.post(f"{adres}/weigeren", data={"csrf_token": token}).status_code == 303
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur werkt."
    assert werk.session.scalar(select(func.count(Importvoorstel.id))) == 0


def test_onzin_in_het_formulier_kiest_niets(werk: Werk) -> None:
    onzin = {"kies": ["rij.r99.voortgang", "../x", ""], "botsing-9": "a.b.c"}
    antwoord = werk.kies(werk.breng_terug(tekst_anders), **onzin)
    assert antwoord.status_code == 303
    assert werk.wereld.regel("Procesregie").voortgang == "De regisseur werkt."


def test_het_aantal_queries_hangt_niet_af_van_wat_er_verandert(werk: Werk, tel_queries) -> None:  # type: ignore[no-untyped-def]
    adressen = werk.breng_terug(tekst_anders), werk.breng_terug(tekst_anders, planning_anders, rij_erbij, thema_anders)
    aantallen = []
    for adres in adressen:
        werk.client.get(adres)
        with tel_queries() as teller:
            werk.client.get(adres)
        aantallen.append(teller.aantal)
    assert aantallen[0] == aantallen[1]


def test_de_opdracht_wijst_naar_het_scherm(app: Flask, werk: Werk, tmp_path: Path) -> None:
    def voer_uit(*opties: str, code: str = CODE):  # type: ignore[no-untyped-def]
        return app.test_cli_runner().invoke(args=[*opties, "--organisatie", "testdorp", "--periode", code])

    pad = tmp_path / "voortgang.docx"
    gehaald = voer_uit("exporteer", "voortgang", "--kolom", "status", "--formaat", "docx", "--uit", str(pad))
    assert gehaald.exit_code == 0
    uitkomst = voer_uit("importeer", "voortgang", str(pad))
    assert uitkomst.exit_code == 2
    assert f"is een bestand van de voortgang over {CODE} uit Doelspoor. Lees het op het scherm in" in uitkomst.output
    assert "en u koos de periode 2020-H1" in voer_uit("importeer", "voortgang", str(pad), code="2020-H1").output
    werk.bestand = pad.read_bytes()
    assert zin(werk.pagina(werk.breng_terug(tekst_anders))) == "1 wijziging: 1 over te nemen."
