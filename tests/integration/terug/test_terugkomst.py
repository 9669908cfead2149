"""A notitie goes to Word, is edited there and on screen, and comes back: nothing happens before somebody chooses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from flask import Flask
from lxml import html
from PIL import Image
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.models import (
    Bron,
    Doel,
    Importvoorstel,
    Interventie,
    Logregel,
    Notitie,
    NotitieStatus,
    Organisatie,
    Probleemgebied,
    Toewijzing,
    Uitvoer,
)
from app.reading.afbeelding import lees_afbeelding
from app.reading.seeds.lezen import Seeds
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import laad_geheel, neem_notitie_over
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import begin_nieuw_concept
from app.services.organisaties.huisstijl import wijzig_huisstijl
from tests.integration.conftest import ControlerendeClient
from tests.unit.terug import wordbewerking as w
from tests.unit.terug.notities import leesbare_notitie
from tests.unit.terug.test_odt import bewerk as bewerk_odt

Inloggen = Callable[..., ControlerendeClient]
BLADZIJDE = "text/html; charset=utf-8"


@dataclass
class Werk:
    """A notitie of Het Hogeland, its file, and an adviser who is logged in."""

    client: ControlerendeClient
    session: Session
    notitie_id: int
    bestand: bytes

    def breng_terug(self, *bewerkingen: Callable[[w.Element], None], naam: str = "notitie.docx") -> str:
        """The address of the page where it is chosen."""
        inhoud = self.bestand
        for bewerking in bewerkingen:
            inhoud = w.bewerk(inhoud, bewerking)
        antwoord = self.stuur(inhoud, naam)
        assert antwoord.status_code == 303, antwoord.get_data(as_text=True)
        return str(antwoord.headers["Location"])

    def stuur(self, inhoud: bytes, naam: str = "notitie.docx"):  # type: ignore[no-untyped-def]
        return self.client.post_formulier("/importeren/", {"bestand": (BytesIO(inhoud), naam)})

    def pagina(self, adres: str) -> html.HtmlElement:
        antwoord = self.client.get(adres)
        assert antwoord.status_code == 200
        return html.fromstring(antwoord.get_data(as_text=True))

    def kies(self, adres: str, **velden: object):  # type: ignore[no-untyped-def]
        stand = self.pagina(adres).xpath("//input[@name='stand']/@value")[0]
        return self.client.post_formulier(adres, {"stand": stand, **velden})

    def gebied(self) -> Probleemgebied:
        self.session.expire_all()
        keuze = select(Probleemgebied).where(Probleemgebied.notitie_id == self.notitie_id)
        return self.session.scalars(keuze.order_by(Probleemgebied.volgorde)).first()  # type: ignore[return-value]

    def bewerk_op_scherm(self, nummer: int, tekst: str) -> None:
        next(doel for doel in self.gebied().doelen if doel.nummer == nummer).tekst = tekst
        self.session.commit()


@pytest.fixture
def werk(demo: Seeds, inloggen: Inloggen, session: Session) -> Werk:
    organisatie = session.scalars(select(Organisatie).where(Organisatie.slug == "het-hogeland")).one()
    notitie = neem_notitie_over(session, organisatie=organisatie, bron=leesbare_notitie(), door=OPDRACHTREGEL)
    session.commit()
    client = inloggen("beleidsadviseur", organisatie="het-hogeland")
    adres = f"/notities/{notitie.id}"
    antwoord = client.post_formulier(f"{adres}/exporteren", {"formaat": "docx"}, vanaf=adres)
    return Werk(client, session, notitie.id, antwoord.data)


def tekst_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "X extra kamers"), "X", "Twaalf")


def punt_erbij(wortel: w.Element) -> None:
    w.nieuwe_alinea(w.alinea(wortel, "Niemand kent"), "Nog een probleem.")


def interventie_weg(wortel: w.Element) -> None:
    w.verwijder_bijgehouden(w.alinea(wortel, "Een makelaar"))


def sleutels(pagina: html.HtmlElement) -> list[str]:
    return [str(waarde) for waarde in pagina.xpath("//input[@name='kies']/@value")]


def zin(pagina: html.HtmlElement) -> str:
    return str(pagina.xpath("//p[@class='verdict']")[0].text_content())


def test_ongewijzigd_terug_is_niets_te_kiezen(werk: Werk) -> None:
    pagina = werk.pagina(werk.breng_terug())
    assert zin(pagina) == "In het bestand is niets gewijzigd."
    assert sleutels(pagina) == []


def test_een_logo_en_een_kleur_zijn_geen_wijziging(werk: Werk) -> None:
    organisatie = werk.session.get_one(Notitie, werk.notitie_id).organisatie
    uit = BytesIO()
    Image.new("RGB", (300, 100)).save(uit, "PNG")
    beeld = lees_afbeelding(uit.getvalue())
    wijzig_huisstijl(
        werk.session, organisatie=organisatie, kleur="A01E3C", logo=beeld, zonder_logo=False, door=OPDRACHTREGEL
    )
    werk.session.commit()
    adres = f"/notities/{werk.notitie_id}"
    werk.bestand = werk.client.post_formulier(f"{adres}/exporteren", {"formaat": "docx"}, vanaf=adres).data
    assert len(docx.Document(BytesIO(werk.bestand)).inline_shapes) == 1
    pagina = werk.pagina(werk.breng_terug())
    assert zin(pagina) == "In het bestand is niets gewijzigd."
    assert "Afbeelding" not in pagina.text_content()


def test_bekijken_slaat_niets_op_en_overnemen_alleen_wat_is_gekozen(werk: Werk) -> None:
    ids = {doel.merk: doel.id for doel in werk.gebied().doelen}
    adres = werk.breng_terug(tekst_anders, punt_erbij, interventie_weg)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "3 wijzigingen: 3 over te nemen."
    assert "In het bestand zijn 5 wijzigingen bijgehouden" in pagina.text_content()
    assert [doel.tekst for doel in werk.gebied().doelen][1] == "X extra kamers in 2030."
    gekozen = [sleutel for sleutel in sleutels(pagina) if not sleutel.startswith("interventie")]
    antwoord = werk.kies(adres, kies=gekozen)
    assert (antwoord.status_code, antwoord.headers["Location"]) == (303, f"/notities/{werk.notitie_id}")
    gebied = werk.gebied()
    assert [doel.tekst for doel in gebied.doelen][1] == "Twaalf extra kamers in 2030."
    assert {doel.merk: doel.id for doel in gebied.doelen} == ids
    assert gebied.punten[3].tekst == "Nog een probleem."
    assert len(gebied.interventies) == 3
    regels = werk.session.scalars(select(Logregel).where(Logregel.bron == Bron.IMPORT)).all()
    assert {regel.notitie_id for regel in regels} == {werk.notitie_id}
    assert any("X extra kamers in 2030." in str(regel.oud) for regel in regels)
    melding = "2 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet."
    assert melding in werk.client.get(f"/notities/{werk.notitie_id}").get_data(as_text=True)
    assert werk.client.get(adres).status_code == 404


def test_wat_weg_is_gaat_alleen_weg_als_iemand_het_kiest(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, interventie_weg)
    pagina = werk.pagina(adres)
    gekozen = pagina.xpath("//input[@name='kies' and @checked]/@value")
    assert [s.split(".")[0] for s in gekozen] == ["doel"]
    tekst = " ".join(pagina.text_content().split())
    assert "1 onderdeel staat niet meer in het bestand." in tekst
    assert "Alles overnemen wat niet botst of verdwijnt" in tekst
    aantal = len(werk.gebied().interventies)
    werk.kies(adres, alles="ja")
    assert len(werk.gebied().interventies) == aantal
    assert werk.gebied().doelen[1].tekst == "Twaalf extra kamers in 2030."
    melding = "Wat in het bestand weg was en niet is gekozen, staat er nog (1)."
    assert melding in werk.client.get(f"/notities/{werk.notitie_id}").get_data(as_text=True)


def test_een_odt_die_hier_is_gemaakt_komt_als_bewerking_terug(werk: Werk) -> None:
    adres = f"/notities/{werk.notitie_id}"
    odt = werk.client.post_formulier(f"{adres}/exporteren", {"formaat": "odt"}, vanaf=adres).data
    werk.bestand = bewerk_odt(odt, lambda xml: xml.replace("X extra kamers", "Twaalf extra kamers"))
    pagina = werk.pagina(werk.breng_terug())
    assert zin(pagina) == "1 wijziging: 1 over te nemen."


def test_dezelfde_wijziging_nog_eens_terug_staat_er_al_zo(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, punt_erbij)
    werk.kies(adres, alles="ja")
    pagina = werk.pagina(werk.breng_terug(tekst_anders, punt_erbij, interventie_weg))
    assert zin(pagina) == "3 wijzigingen: 1 over te nemen, 2 staan er al zo."


def test_wat_een_collega_wijzigde_is_een_botsing_en_blijft_als_er_niets_wordt_gekozen(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders, punt_erbij)
    werk.bewerk_op_scherm(2, "Negen extra kamers in 2030.")
    pagina = werk.pagina(adres)
    assert zin(pagina) == "2 wijzigingen: 1 over te nemen, 1 botst met wat een collega deed."
    (botsing,) = pagina.xpath("//fieldset[@class='botsing']")
    assert "Negen" in botsing.text_content()
    assert "Twaalf" in botsing.text_content()
    werk.kies(adres, alles="ja", **{"botsing-1": ""})
    assert werk.gebied().doelen[1].tekst == "Negen extra kamers in 2030."
    assert werk.gebied().punten[3].tekst == "Nog een probleem."
    opnieuw = werk.breng_terug(tekst_anders)
    (sleutel,) = [s for s in werk.pagina(opnieuw).xpath("//input[@name='botsing-1']/@value") if s]
    werk.kies(opnieuw, **{"botsing-1": sleutel})
    assert werk.gebied().doelen[1].tekst == "Twaalf extra kamers in 2030."


def test_wat_verandert_tussen_kijken_en_kiezen_wordt_eerst_getoond(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    pagina = werk.pagina(adres)
    stand = pagina.xpath("//input[@name='stand']/@value")[0]
    werk.bewerk_op_scherm(2, "Negen extra kamers in 2030.")
    antwoord = werk.client.post_formulier(adres, {"stand": stand, "kies": sleutels(pagina)})
    assert antwoord.status_code == 409
    assert "De notitie is intussen gewijzigd" in antwoord.get_data(as_text=True)
    assert werk.gebied().doelen[1].tekst == "Negen extra kamers in 2030."
    assert werk.client.get(adres).status_code == 200, "the proposal is still there"


def test_weigeren_gooit_alleen_het_voorstel_weg(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    assert werk.client.post_formulier(f"{adres}/weigeren", {}, vanaf=adres).status_code == 303
    assert werk.gebied().doelen[1].tekst == "X extra kamers in 2030."
    assert werk.client.get(adres).status_code == 404
    assert werk.session.scalar(select(func.count(Importvoorstel.id))) == 0


def test_een_streefwaarde_van_de_hand_blijft_zolang_de_zin_blijft(werk: Werk) -> None:
    doel = werk.gebied().doelen[0]
    doel.minimum = doel.maximum = Decimal(35)
    werk.session.commit()
    werk.kies(werk.breng_terug(tekst_anders, punt_erbij), alles="ja")
    assert [d.minimum for d in werk.gebied().doelen][:2] == [35, 12]


def test_wat_met_de_hand_aan_een_onderdeel_hangt_blijft_bij_een_andere_wijziging(werk: Werk) -> None:
    """Only an onderdeel is carried, which a text cannot tell from the whole interventie."""
    interventie = werk.gebied().interventies[0]
    werk.session.execute(delete(Toewijzing).where(Toewijzing.interventie_id == interventie.id))
    werk.session.commit()
    adres = f"/notities/{werk.notitie_id}"
    werk.bestand = werk.client.post_formulier(f"{adres}/exporteren", {"formaat": "docx"}, vanaf=adres).data
    werk.kies(werk.breng_terug(tekst_anders), alles="ja")
    interventie = werk.gebied().interventies[0]
    assert interventie.toewijzingen == []
    assert [len(onderdeel.toewijzingen) for onderdeel in interventie.onderdelen] == [1, 0]


def test_een_vastgestelde_notitie_neemt_niets_over_maar_laat_het_wel_zien(werk: Werk) -> None:
    werk.session.get_one(Notitie, werk.notitie_id).status = NotitieStatus.VASTGESTELD
    werk.session.commit()
    adres = werk.breng_terug(tekst_anders)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "1 wijziging: 1 over te nemen."
    assert "De notitie is vastgesteld en kan nu niets overnemen." in " ".join(pagina.text_content().split())
    assert sleutels(pagina) == []
    antwoord = werk.client.post_formulier(adres, {"alles": "ja"})
    assert antwoord.status_code == 409
    assert werk.gebied().doelen[1].tekst == "X extra kamers in 2030."


def test_een_bestand_van_een_oudere_versie_komt_terug_in_het_nieuwe_concept(werk: Werk) -> None:
    oud = werk.session.get_one(Notitie, werk.notitie_id)
    oud.status = NotitieStatus.VASTGESTELD
    werk.session.commit()
    adres = werk.breng_terug(tekst_anders)
    concept = begin_nieuw_concept(werk.session, notitie=oud, door=OPDRACHTREGEL)
    werk.session.commit()
    assert zin(werk.pagina(adres)) == "1 wijziging: 1 over te nemen."
    antwoord = werk.kies(adres, alles="ja")
    assert antwoord.headers["Location"] == f"/notities/{concept.id}"
    assert werk.gebied().doelen[1].tekst == "X extra kamers in 2030."
    werk.notitie_id = concept.id
    assert werk.gebied().doelen[1].tekst == "Twaalf extra kamers in 2030."


def test_een_bestand_van_een_andere_gemeente_wordt_genoemd_en_geweigerd(werk: Werk, inloggen: Inloggen) -> None:
    inloggen("beleidsadviseur", organisatie="eemsdelta")
    antwoord = werk.stuur(werk.bestand)
    assert antwoord.status_code == 422
    tekst = antwoord.get_data(as_text=True)
    assert "Dit bestand is een uitvoer van Gemeente Het Hogeland, niet van Eemsdelta." in tekst
    assert werk.session.scalar(select(func.count(Importvoorstel.id))) == 0


def test_een_uitvoer_die_niet_meer_bekend_is_wordt_met_nu_vergeleken(werk: Werk) -> None:
    werk.session.execute(delete(Uitvoer))
    werk.session.commit()
    adres = werk.breng_terug(tekst_anders)
    pagina = werk.pagina(adres)
    assert zin(pagina) == "1 wijziging: 1 over te nemen."
    assert "niet meer bekend" in pagina.text_content()
    werk.kies(adres, alles="ja")
    assert werk.gebied().doelen[1].tekst == "Twaalf extra kamers in 2030."


def test_een_los_probleemgebied_laat_de_rest_met_rust(werk: Werk) -> None:
    adres = f"/probleemgebieden/{werk.gebied().id}"
    werk.bestand = werk.client.post_formulier(f"{adres}/exporteren", {"formaat": "docx"}, vanaf=adres).data
    terug = werk.breng_terug(tekst_anders)
    assert zin(werk.pagina(terug)) == "1 wijziging: 1 over te nemen."
    werk.kies(terug, alles="ja")
    notitie = structuur_van_notitie(laad_geheel(werk.session, werk.session.get_one(Notitie, werk.notitie_id)))
    assert [gebied.naam for gebied in notitie.probleemgebieden] == ["Wonen met hulp", "Vervoer naar school"]
    assert notitie.inleiding == leesbare_notitie().inleiding
    assert notitie.probleemgebieden[0].doelen[1].tekst == "Twaalf extra kamers in 2030."


def test_een_opmerking_staat_naast_de_wijziging(werk: Werk) -> None:
    word = docx.Document(BytesIO(w.bewerk(werk.bestand, punt_erbij)))
    cel = word.tables[0].rows[2].cells[1]
    cel.paragraphs[1].runs[0].text = "Twaalf extra kamers in 2030."
    word.add_comment(cel.paragraphs[1].runs, text="Zo afgesproken.", author="Jo", initials="JJ")
    bewaard = BytesIO()
    word.save(bewaard)
    werk.bestand = bewaard.getvalue()
    pagina = werk.pagina(werk.breng_terug())
    (kaart,) = [k for k in pagina.xpath("//li[@class='terugkaart']") if "Twaalf" in k.text_content()]
    assert "JJ: Zo afgesproken." in " ".join(kaart.text_content().split())
    werk.kies(werk.breng_terug(), alles="ja")
    assert "Zo afgesproken" not in str(structuur_van_notitie(laad_geheel(werk.session, werk.gebied().notitie)))


def test_een_voorstel_van_een_ander_is_er_niet(werk: Werk, inloggen: Inloggen) -> None:
    adres = werk.breng_terug(tekst_anders)
    inloggen("manager", organisatie="het-hogeland")
    assert werk.client.get(adres).status_code == 404
    assert werk.client.post_formulier(adres, {"alles": "ja"}, vanaf="/importeren/").status_code == 404


def test_het_aantal_queries_hangt_niet_af_van_wat_er_verandert(werk: Werk, tel_queries) -> None:  # type: ignore[no-untyped-def]
    een, meer = werk.breng_terug(tekst_anders), werk.breng_terug(tekst_anders, punt_erbij, interventie_weg)
    aantallen = []
    for adres in (een, meer):
        werk.client.get(adres)
        with tel_queries() as teller:
            werk.client.get(adres)
        aantallen.append(teller.aantal)
    assert aantallen[0] == aantallen[1]


def test_onzin_in_het_formulier_kiest_niets(werk: Werk) -> None:
    adres = werk.breng_terug(tekst_anders)
    antwoord = werk.kies(adres, kies=["doel.bestaat-niet.tekst", "../../x", ""], **{"botsing-9": "ook.niet.waar"})
    assert antwoord.status_code == 303
    assert werk.gebied().doelen[1].tekst == "X extra kamers in 2030."


def test_merken_blijven_bij_de_rijen(werk: Werk) -> None:
    voor = {rij.merk: rij.id for model in (Doel, Interventie) for rij in werk.session.scalars(select(model))}
    adres = werk.breng_terug(tekst_anders, interventie_weg)
    werk.kies(adres, alles="ja", kies=[s for s in sleutels(werk.pagina(adres)) if s.startswith("interventie.")])
    werk.session.expire_all()
    na = {rij.merk: rij.id for model in (Doel, Interventie) for rij in werk.session.scalars(select(model))}
    assert len(voor) - len(na) == 1
    assert na.items() <= voor.items()


def test_de_pagina_zegt_wie_het_bestand_maakte(app: Flask, werk: Werk) -> None:
    tekst = " ".join(werk.pagina(werk.breng_terug()).text_content().split())
    assert re.search(r"uitgevoerd op \d+ \w+ \d{4}, \d\d:\d\d door \S+", tekst)
