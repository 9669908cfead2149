"""The manager's overview: what the sentence counts, what the filters do, who sees what, and in how many queries."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.voortgang.overzicht import Filter, gefilterd, nog_te_doen, tel
from app.domain.voortgang.structuur import Kleur
from app.models import Maatregel, Organisatie, PeriodeStatus, Rapportageperiode, Rol, Thema
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.thema_beheren import voeg_thema_toe
from tests.binnen import laat_binnen
from tests.integration.bewerkhulp import maak_gebruiker, maak_organisatie
from tests.integration.voortgang.schermhulp import DOOR, Wereld, maak_wereld

Inloggen = Callable[..., FlaskClient]
ADRES = "/voortgang/2019-H2/overzicht"
UITLEG = {"oorzaak": "Te weinig mensen.", "gevolg": "Wachttijd.", "bijsturing": "Extra inhuur."}


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    """Of the three rows of 2019-H2: Scholing is oranje and changed, Cijfers is finished, Procesregie is blank."""
    wereld = maak_wereld(app, session)
    waarden = {"voortgang": "De tweede groep is gestart.", "planning": "Gepland\n1 september 2020"}
    bewaar(wereld, "Scholing", **waarden, kleur=Kleur.ORANJE, **UITLEG)
    bewaar(wereld, "Cijfers", voortgang="Het bestand is klaar.", planning="Afgerond")
    return wereld


def bewaar(wereld: Wereld, naam: str, **waarden: Any) -> None:
    bewaar_regel(wereld.session, regel=wereld.regel(naam), waarden={"status": None, **waarden}, door=DOOR)
    wereld.session.commit()


def sluit(wereld: Wereld) -> None:
    periode = wereld.periode()
    zet_ter_controle(wereld.session, periode=periode, door=DOOR)
    sluit_periode(wereld.session, periode=periode, toch=True, door=DOOR)
    wereld.session.commit()


def pagina(antwoord: TestResponse, status: int = 200) -> Any:
    assert antwoord.status_code == status, antwoord.get_data(as_text=True)[:3000]
    return html.document_fromstring(antwoord.get_data(as_text=True))


def tekst(element: Any) -> str:
    return " ".join(element.text_content().split())


def zin(wortel: Any) -> str:
    return tekst(wortel.xpath("//p[contains(@class, 'voortgang-zin')]")[0])


def tegels(wortel: Any) -> list[str]:
    return [tekst(span) for span in wortel.xpath("//span[@class='tegel__letter']")]


def test_de_zin_telt_wat_er_staat(wereld: Wereld) -> None:
    wortel = pagina(wereld.als("Max").get(ADRES))
    assert zin(wortel) == (
        "3 maatregelen: 1 afgerond, 1 doorlopend, 1 gepland; "
        "1 oranje, geen over hun planning heen, 2 veranderd sinds 2019-H1, 1 nog niet ingevuld."
    )


def test_elk_getal_in_de_zin_is_een_filter_met_zo_veel_regels(wereld: Wereld, session: Session) -> None:
    client = wereld.als("Max")
    links = pagina(client.get(ADRES)).xpath("//p[contains(@class, 'voortgang-zin')]/a")
    assert len(links) == 7
    for link in links:
        gevonden = pagina(client.get(link.get("href")))
        rijen = gevonden.xpath("//div[contains(@class, 'voortgangstabel')]//tr/td[1]")
        assert len(rijen) == int(tekst(link).split()[0]), tekst(link)


def test_overzicht_van_de_voorbeelden_klopt_met_het_beeld(inloggen: Inloggen, session: Session) -> None:
    """Sentence, chart table and list of who still has to report, against the figures themselves."""
    client = inloggen(Rol.MANAGER, organisatie="het-hogeland")
    periode = session.scalars(
        select(Rapportageperiode)
        .join(Rapportageperiode.organisatie)
        .where(Organisatie.slug == "het-hogeland", Rapportageperiode.status != PeriodeStatus.GESLOTEN)
    ).first()
    assert periode is not None
    beeld = beeld_van(session, periode)
    t = tel(beeld)
    wortel = pagina(client.get(f"/voortgang/{periode.code}/overzicht"))
    assert zin(wortel).startswith(f"{t.maatregelen} maatregelen")
    for aantal, woorden in ((t.te_laat, "over "), (t.veranderd, "veranderd sinds"), (t.niet_ingevuld, "nog niet")):
        assert f"{aantal or 'geen'} {woorden}" in zin(wortel)
    totaal = wortel.xpath("//section[@aria-labelledby='statussen']//tbody/tr[last()]/td")
    assert [int(td.text) for td in totaal] == [*(int(td.text) for td in totaal[:-1]), t.regels]
    assert sum(int(td.text) for td in totaal[:-1]) == t.regels
    wie = wortel.xpath("//section[@aria-labelledby='nog-te-doen']//li/div/strong")
    assert [tekst(naam) for naam in wie] == [n.eigenaar or "Zonder eigenaar" for n in nog_te_doen(beeld)]
    assert tegels(wortel) == [m.aanduiding for m in beeld.maatregelen]
    smal = beeld.themas[0].nummer
    alleen = pagina(client.get(f"/voortgang/{periode.code}/overzicht?thema={smal}"))
    assert tegels(alleen) == [m.aanduiding for m in gefilterd(beeld, Filter(themas=frozenset({smal}))).maatregelen]


def test_aandacht_toont_kleur_met_bijsturing_en_wat_te_laat_is(wereld: Wereld) -> None:
    bewaar(wereld, "Procesregie", voortgang="Nog bezig.", planning="Gepland\n1 maart 2019")
    punten = pagina(wereld.als("Max").get(ADRES)).xpath("//li[contains(@class, 'aandachtspunt ')]")
    assert [tekst(punt.xpath(".//h3")[0]) for punt in punten] == ["1b Scholing", "1a Procesregie"]
    assert "Bijsturing Extra inhuur." in tekst(punten[0])
    assert "De planning liep tot 1 maart 2019 en de maatregel is niet afgerond." in tekst(punten[1])
    assert "te laat" in tekst(punten[1])


def test_tegels_zeggen_het_ook_zonder_kleur(wereld: Wereld) -> None:
    gevonden = pagina(wereld.als("Max").get(ADRES)).xpath("//a[contains(@class, 'tegel ')]")
    assert [(a.get("class"), tekst(a)) for a in gevonden] == [
        ("tegel tegel--blauw", "1a Procesregie doorlopend"),
        ("tegel tegel--oranje", "1b Scholing oranje gepland"),
        ("tegel tegel--groen", "2 Cijfers afgerond"),
    ]
    assert all("/geschiedenis" in a.get("href") for a in gevonden)
    assert all(a.xpath(".//*[local-name()='svg']") for a in gevonden)


def test_verschil_met_de_vorige_periode_is_te_lezen(wereld: Wereld) -> None:
    bewaar(wereld, "Scholing", voortgang="De tweede groep is klaar.")
    (blok,) = [
        details
        for details in pagina(wereld.als("Max").get(ADRES)).xpath("//details[@class='verschilblok']")
        if "tekst" in tekst(details.xpath("./summary")[0]) and "tweede" in tekst(details)
    ]
    assert tekst(blok.xpath("./summary")[0]) == "Veranderd sinds 2019-H1: tekst, planning en kleur"
    assert [tekst(del_) for del_ in blok.xpath(".//del")][:1] == ["verwijderd: eerste"]
    assert [tekst(ins) for ins in blok.xpath(".//ins")][:1] == ["toegevoegd: tweede"]


def test_grafieken_hebben_een_naam_en_een_tabel(wereld: Wereld) -> None:
    wortel = pagina(wereld.als("Max").get(ADRES))
    grafieken = wortel.xpath("//*[local-name()='svg'][@role='img']")
    assert len(grafieken) == 2
    for grafiek in grafieken:
        titel, omschrijving = (wortel.get_element_by_id(id_) for id_ in grafiek.get("aria-labelledby").split())
        assert tekst(titel)
        assert tekst(omschrijving)
        assert grafiek.xpath(".//*[local-name()='rect' or local-name()='circle']")
    assert not wortel.xpath("//@style")
    rijen = wortel.xpath("//section[@aria-labelledby='tijdlijn']//tbody/tr")
    assert [[tekst(cel) for cel in rij] for rij in rijen] == [["1b Scholing", "1 september 2020", "Gepland"]]


@pytest.mark.parametrize(
    "filters",
    [
        {"thema": "99"},
        {"thema": "x"},
        {"status": "klaar"},
        {"kleur": "paars"},
        {"eigenaar": "0"},
        {"eigenaar": "999999999999999999999"},
        {"eigenaar": "<script>alert(1)</script>"},
        {"te-laat": "misschien"},
    ],
)
def test_onbekende_filterwaarde_geeft_een_zin(wereld: Wereld, filters: dict[str, str]) -> None:
    wortel = pagina(wereld.als("Max").get(f"{ADRES}?{urlencode(filters)}"), 422)
    (melding,) = wortel.xpath("//*[@role='alert']")
    assert "Deze keuze kan niet" in tekst(melding)
    assert next(iter(filters.values()))[:40] in tekst(melding)
    assert not wortel.xpath("//div[contains(@class, 'voortgangstabel')]")


def test_filters_samen_en_het_formulier_weet_ze_nog(wereld: Wereld) -> None:
    client = wereld.als("Max")
    wortel = pagina(client.get(f"{ADRES}?thema=1&status=gepland&veranderd=1&eigenaar=&te-laat=0"))
    assert tegels(wortel) == ["1b"]
    assert wortel.xpath("//select[@name='thema']/option[@selected]/@value") == ["1"]
    assert wortel.xpath("//input[@name='veranderd']/@checked")
    assert "thema 1. Structuur; status Gepland; alleen veranderd" in tekst(wortel.xpath("//p[@class='gekozen']")[0])
    (export,) = wortel.xpath("//form[contains(@class, 'voortgang-export')]/@action")
    assert parse_qs(urlsplit(export).query) == {"thema": ["1"], "status": ["gepland"], "veranderd": ["1"]}
    leeg = pagina(client.get(f"{ADRES}?status=vervallen"))
    assert "Geen maatregelen bij deze keuze" in tekst(leeg)


def test_gesloten_periode_blijft_wat_zij_was(wereld: Wereld, session: Session) -> None:
    client = wereld.als("Max")
    sluit(wereld)
    voor = pagina(client.get(ADRES))
    maatregel = wereld.een(Maatregel, naam="Scholing")
    maatregel.naam = "Heel anders"
    wereld.een(Thema, naam="Structuur").naam = "Ook anders"
    session.commit()
    na = pagina(client.get(ADRES))
    assert tekst(na.find(".//main")) == tekst(voor.find(".//main"))
    assert "Heel anders" not in tekst(na)


def test_lezer_ziet_alleen_wat_gesloten_is(wereld: Wereld) -> None:
    client = wereld.als("Lee")
    assert client.get(ADRES).status_code == 404
    assert zin(pagina(client.get("/voortgang/2019-H1/overzicht"))).startswith("4 maatregelen")
    andere = pagina(client.get("/voortgang/2019-H1/overzicht")).xpath("//nav[@aria-label='Andere perioden']//a")
    assert not andere
    sluit(wereld)
    assert client.get(ADRES).status_code == 200


@pytest.mark.parametrize(
    ("code", "woorden"), [("2019-H3", "geen periode"), ("2031", "geen periode 2031"), ("x", "geen")]
)
def test_periode_die_er_niet_is(wereld: Wereld, code: str, woorden: str) -> None:
    for wat in ("overzicht", "voortgang.csv"):
        antwoord = wereld.als("Max").get(f"/voortgang/{code}/{wat}")
        assert woorden in tekst(pagina(antwoord, 404))


def test_andere_gemeente_ziet_er_niets_van(wereld: Wereld, app: Flask, session: Session) -> None:
    elders = maak_organisatie(session, "elders")
    email = maak_gebruiker(session, elders, Rol.MANAGER, "An Ander").email
    session.commit()
    client = app.test_client()
    laat_binnen(client, email)
    id_ = wereld.een(Maatregel, naam="Scholing").id
    for weg in (ADRES, "/voortgang/2019-H1/voortgang.docx", f"/voortgang/maatregelen/{id_}/geschiedenis"):
        assert client.get(weg).status_code == 404, weg


def test_geschiedenis_toont_alle_perioden_op_een_pagina(wereld: Wereld, session: Session) -> None:
    maatregel = wereld.een(Maatregel, naam="Scholing")
    id_, maatregel.naam = maatregel.id, "Scholing voor iedereen"
    session.commit()
    adres = f"/voortgang/maatregelen/{id_}/geschiedenis"
    wortel = pagina(wereld.als("Max").get(adres))
    delen = wortel.xpath("//section[starts-with(@aria-labelledby, 'periode-')]")
    assert [tekst(deel.xpath(".//h2")[0]) for deel in delen] == ["2019-H2", "2019-H1"]
    assert "De tweede groep is gestart." in tekst(delen[0])
    assert "Veranderd sinds de periode ervoor: tekst, planning en kleur" in tekst(delen[0])
    assert "De maatregel heette toen: Scholing" in tekst(delen[1])
    assert "De eerste groep is klaar." in tekst(delen[1])
    voor_lezer = pagina(wereld.als("Lee").get(adres))
    assert len(voor_lezer.xpath("//section[starts-with(@aria-labelledby, 'periode-')]")) == 1


def test_aantal_queries_hangt_niet_van_het_aantal_maatregelen_af(
    wereld: Wereld, session: Session, tel_queries: Callable[[], Any]
) -> None:
    client = wereld.als("Max")
    id_ = wereld.een(Maatregel, naam="Scholing").id
    adressen = [ADRES, f"/voortgang/maatregelen/{id_}/geschiedenis", "/voortgang/2019-H1/overzicht"]
    voor = []
    for adres in adressen:
        with tel_queries() as teller:
            assert client.get(adres).status_code == 200
        voor.append(teller.aantal)
    for nummer in range(3, 8):
        naam = f"Thema {nummer}"
        thema = voeg_thema_toe(session, organisatie_id=wereld.organisatie, naam=naam, door=DOOR)
        for volg in range(12):
            voeg_maatregel_toe(session, thema=thema, waarden={"naam": f"Maatregel {volg}"}, door=DOOR)
    session.commit()
    for adres, vroeger in zip(adressen, voor, strict=True):
        with tel_queries() as teller:
            wortel = pagina(client.get(adres))
        assert teller.aantal == vroeger, adres
    assert zin(pagina(client.get(ADRES))).startswith("63 maatregelen")
    assert wortel is not None
    assert max(voor) <= 18, voor
