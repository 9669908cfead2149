"""Every page, for every role, at two widths: WCAG 2.2 AA, nothing wider than a phone, no complaints in the console."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from werkzeug.exceptions import HTTPException

from app.models import Rol
from tests.databases import maak_app
from tests.e2e.plek import vind_plek
from tests.e2e.test_hoofdtaak import DOCX
from tests.unit.reading.bouw import schrijf
from tests.unit.reading.voorbeeld import voorbeeld
from tests.unit.reading.voortgang_bouw import Rapport

Inloggen = Callable[..., Page]

# What each role meets. {n}, {g}, {d}, {t}, {m}: the notitie, probleemgebied, doel, thema and maatregel that it may see.
# In the demonstration data 2019-H1 is gesloten and 2019-H2 is open.
ALLEMAAL = ["/", "/indicatoren/", "/indicatoren/alle", "/opdrachten/", "/instellingen"]
ACCOUNT = ["/instellingen/wachtwoord", "/instellingen/tweede-stap", "/instellingen/sessies"]
LEZEN = [
    "/notities/",
    "/notities/{n}",
    "/notities/{n}/versies",
    "/notities/{n}/vergelijken",
    "/probleemgebieden/{g}",
    "/probleemgebieden/{g}/geschiedenis",
]
BEWERKEN = [
    "/notities/nieuw",
    "/notities/{n}/bewerken",
    "/notities/{n}/probleemgebieden/nieuw",
    "/probleemgebieden/{g}/bewerken",
    "/probleemgebieden/{g}/gegevens",
    "/probleemgebieden/{g}/toewijzen",
    "/probleemgebieden/{g}/doel/{d}",
    "/probleemgebieden/{g}/indicator/nieuw",
    "/importeren/",
    "/indicatoren/importeren/",
    "/opdrachten/?probleemgebied={g}&opdrachtnemer=rigg",
    "/opdrachten/?opdrachtnemer=niemand",
    "/prullenbak/",
    "/prullenbak/?voor=1",
    "/indicatoren/nieuw",
    "/indicatoren/invullen?periodes=2018..2021",
]
VOORTGANG = [
    "/voortgang/",
    "/voortgang/2019-H1/overzicht",
    "/voortgang/maatregelen",
    "/rapportages/",
    "/rapportages/2019-H1",
]
RAPPORTEREN = [
    "/voortgang/2019-H2",
    "/voortgang/2019-H2/invullen",
    "/voortgang/2019-H2/invullen?wie=alle",
    "/voortgang/2019-H2/overzicht",
    "/voortgang/2019-H2/overzicht?kleur=rood&te-laat=1",
    "/voortgang/2019-H2/overzicht?thema=1&veranderd=1",
    "/voortgang/maatregelen/{m}/bewerken",
    "/voortgang/maatregelen/{m}/geschiedenis",
    "/voortgang/themas/nieuw",
    "/voortgang/themas/{t}",
    "/voortgang/themas/{t}/maatregelen/nieuw",
    "/voortgang/importeren",
    "/rapportages/2019-H2",
    "/rapportages/2019-H2/titel",
    "/rapportages/2019-H2/hoofdstukken/nieuw",
]
BEOORDELEN = [
    "/voortgang/2019-H2/invullen",
    "/voortgang/2019-H2/overzicht",
    "/voortgang/2019-H2/sluitdatum",
    "/voortgang/2019-H2/sluiten",
    "/voortgang/2019-H1/heropenen",
    "/voortgang/kleuren",
    "/indicatoren/instellingen",
    "/indicatoren/?koers=ver-achter&peildatum=31-12-2021",
    "/indicatoren/?koers=onzin",
    "/indicatoren/vergelijken",
    "/indicatoren/doelen/{d}",
    "/indicatoren/doelen/{d}/oordeel",
    "/indicatoren/doelen/{d}/tussendoelen",
    "/herinneringen",
    "/sleutels/",
    "/sleutels/nieuw",
    "/beheer/",
    "/beheer/logboek/",
    "/beheer/logboek/?van=31-2-2020",
    "/beheer/logboek/?woord=bestaat+niet",
]
REGIO = [
    "/regio/",
    "/regio/?antwoord=open&soort=doel",
    "/regio/?gemeente=elders",
    "/regio/totalen",
    "/regio/doelen",
    "/regio/wijzigingen",
]
BEHEREN = [
    "/beheer/",
    "/beheer/rollen",
    "/beheer/gebruikers/",
    "/beheer/gebruikers/uitnodigen",
    "/beheer/organisatie",
    "/beheer/huisstijl",
    "/beheer/logboek/?onderwerp=cijfers",
    "/taken/",
    "/sleutels/nieuw",
]
BEZOEKEN: dict[Rol, list[str]] = {
    Rol.BELEIDSADVISEUR: [*ALLEMAAL, *LEZEN, *BEWERKEN, *VOORTGANG, *RAPPORTEREN],
    Rol.MANAGER: [*ALLEMAAL, "/notities/{n}", *VOORTGANG, *BEOORDELEN],
    Rol.RIGG: [*ALLEMAAL, *REGIO, "/opdrachten/?organisatie=eemsdelta"],
    Rol.LEZER: [*ALLEMAAL, *ACCOUNT, "/notities/", *VOORTGANG],
    Rol.BEHEERDER: [*ALLEMAAL, "/notities/", "/probleemgebieden/{g}", *VOORTGANG, *BEHEREN],
}
# Visited in a test of its own, or no page at all.
ELDERS = {
    "inloggen.inloggen": "test_inloggen",
    "inloggen.code": "test_accounts",
    "inloggen.verder": "test_niets_kwijt",
    "inloggen.naar_aanbieder": "goes elsewhere",
    "inloggen.terug_van_aanbieder": "comes from elsewhere",
    "inloggen.vergeten": "test_accounts",
    "inloggen.toegang": "test_accounts",
    "beheer.gebruiker": "test_accounts",
    "beheer.verwijderen": "test_accounts",
    "importeren.controleren": "test_importeren",
    "terugkomst.bekijken": "test_terugkomst",
    "terugkomst.voortgang": "test_voortgang_terug",
    "opdrachten.exporteren": "gives a file",
    "logboek.bestand": "gives a file",
    "beheer.logo": "gives a picture",
    "beheer.voorbeeld": "gives a file",
    "voortgang_overzicht.controleren": "test_rapport_importeren",
    "voortgang_overzicht.bestand": "gives a file",
    "taken.toon": "test_taken",
    "metingen_importeren.controleren": "test_metingen_importeren",
    "metingen_importeren.voortgang": "test_metingen_importeren",
    "metingen_importeren.levering": "test_metingen_importeren",
    "sleutels.intrekken": "test_sleutels",
    "api.beschrijving": "gives JSON",
    "api.indicatorenlijst": "gives JSON",
    "api.een_indicator": "gives JSON",
    "api.metingenlijst": "gives JSON",
    "indicatoren.koersen_bestand": "gives a file",
    "indicatoren.cijfers_bestand": "gives a file",
    "indicatoren.vergelijken_bestand": "gives a file",
    "indicatoren.toon": "test_elke_pagina_van_indicatoren",
    "indicatoren.bewerken": "test_elke_pagina_van_indicatoren",
    "indicatoren.doelen": "test_elke_pagina_van_indicatoren",
    "indicatoren.duiding": "test_elke_pagina_van_indicatoren",
    "indicatoren.koppelen": "test_elke_pagina_van_indicatoren",
    "indicatoren.meting": "test_elke_pagina_van_indicatoren",
    "indicatoren.nulmeting": "test_elke_pagina_van_indicatoren",
    "rapportages.bestand": "gives a file",
    "regio.groep": "test_regio",
    "regio.antwoord": "test_regio",
    "versies.vaststellen": "test_versies",
    "versies.vergelijking_bestand": "gives a file",
    "rapportages.hoofdstuk_bewerken": "test_rapport",
    "rapportages.blok_nieuw": "test_rapport",
    "rapportages.blok_bewerken": "test_rapport",
    "rapportages.duiding": "test_rapport",
    "gezondheid.gezond": "gives a word",
    "gezondheid.gereed": "gives a word",
    "static": "gives a file",
}


@pytest.mark.parametrize("rol", list(BEZOEKEN), ids=str)
def test_elke_pagina(rol: Rol, pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, rol))
    for vorm in BEZOEKEN[rol]:
        antwoord = pagina.goto(vorm.format(**vars(plek)))
        assert antwoord
        assert antwoord.status < 500, f"{pagina.url}: {antwoord.status}"
        if rol is Rol.BELEIDSADVISEUR and "niemand" not in vorm:
            assert antwoord.status == 200, f"{pagina.url}: {antwoord.status}"
        bekijk(pagina)


def test_elke_route_wordt_bezocht() -> None:
    """A new page must be looked at too: name it in BEZOEKEN, or in ELDERS with the reason."""
    app = maak_app("sqlite://")
    bezocht = {_endpoint(app, vorm) for vormen in BEZOEKEN.values() for vorm in vormen} | set(ELDERS)
    met_get = {regel.endpoint for regel in app.url_map.iter_rules() if "GET" in (regel.methods or ())}
    assert met_get - bezocht - {"probleemgebieden.item_nieuw"} == set()
    assert set(ELDERS) - {"static"} <= met_get


def _endpoint(app: Flask, vorm: str) -> str:
    adres = vorm.partition("?")[0].format(n=1, g=1, d=1, t=1, m=1)
    try:
        return str(app.url_map.bind("localhost").match(adres)[0])
    except HTTPException as fout:
        raise AssertionError(f"{vorm} is geen adres van Doelspoor") from fout


def test_inloggen(pagina: Page, bekijk: Callable[[Page], None]) -> None:
    pagina.goto("/inloggen")
    bekijk(pagina)
    pagina.get_by_label("E-mailadres").fill("adviseur@hogeland.example")
    pagina.get_by_label("Wachtwoord").fill("verkeerd")
    pagina.get_by_role("button", name="Inloggen").click()
    expect(pagina.get_by_text("horen niet bij elkaar").first).to_be_visible()
    bekijk(pagina)


def test_formulieren_met_fouten(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    for adres, veld in (
        ("/notities/nieuw", "Titel"),
        (f"/notities/{plek.n}/probleemgebieden/nieuw", "Naam"),
        (plek.doel, "Tekst"),
    ):
        pagina.goto(adres)
        pagina.get_by_label(veld, exact=True).fill("")
        pagina.get_by_role("button", name="Opslaan", exact=True).click()
        expect(pagina.get_by_label(veld, exact=True)).to_have_attribute("aria-invalid", "true")
        assert pagina.title().startswith("Fout: ")
        assert "alert" in pagina.evaluate("document.activeElement.closest('[role]')?.role ?? ''")
        bekijk(pagina)


def test_lege_schermen(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    """What somebody sees who starts from nothing, and where each empty screen leads."""
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/notities/nieuw")
    pagina.get_by_label("Titel", exact=True).fill("Een nieuwe notitie")
    pagina.get_by_role("button", name="Opslaan").click()
    bekijk(pagina)
    pagina.get_by_role("main").get_by_role("link", name="Probleemgebied toevoegen").last.click()
    pagina.get_by_label("Naam", exact=True).fill("Een nieuw probleemgebied")
    pagina.get_by_role("button", name="Opslaan").click()
    bekijk(pagina)
    pagina.get_by_role("link", name="Toewijzen").click()
    expect(pagina.get_by_text("Nog niets toe te wijzen")).to_be_visible()
    bekijk(pagina)
    pagina.get_by_role("link", name="Naar bewerken").click()
    pagina.get_by_role("link", name="Klaar").click()
    bekijk(pagina)


def test_importeren(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/importeren/")
    kies = pagina.get_by_label("Word-, PDF- of tekstbestand")
    kies.set_input_files({"name": "brief.docx", "mimeType": DOCX, "buffer": b"dit is geen Word"})
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(kies).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    kies.set_input_files({"name": "samen.docx", "mimeType": DOCX, "buffer": schrijf(voorbeeld())})
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.get_by_role("button", name="Overnemen")).to_be_visible()
    bekijk(pagina)


def test_rapport_importeren(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    """With questions: in this report one maatregel has another name, one is new and the others are missing."""
    rapport = Rapport().kop("1. Een sterkere ondersteuningsstructuur")
    rapport.alinea("Een zin die bij geen maatregel hoort.").tabel(
        ("Maatregel", "Voortgang", "Planning"),
        ("a. Inzet van onze specialisten", "Er zijn er drie bij.", "Gepland\n32-13-2020"),
        ("b. Wekelijks overleg", "Dit is begonnen.", "Doorlopend\nAfgerond"),
    )
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/voortgang/importeren")
    pagina.get_by_role("button", name="Bestand lezen").click()
    kies = pagina.get_by_label("Word-, PDF- of tekstbestand")
    expect(kies).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    kies.set_input_files({"name": "rapport.docx", "mimeType": DOCX, "buffer": rapport.bytes()})
    pagina.get_by_label("Periode").fill("2020-H1")
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.get_by_text("Welke maatregel is dit?")).to_be_visible()
    bekijk(pagina)
    pagina.get_by_role("button", name="Overnemen in 2020-H1").click()
    expect(pagina.get_by_text("Kies welke maatregel dit is").first).to_be_visible()
    bekijk(pagina)


def test_een_rij_met_fouten(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/voortgang/2019-H2/invullen?wie=alle")
    rij = pagina.locator(".invulrij").first
    rij.get_by_label("Voortgang nu").fill("Het loopt anders dan gedacht.")
    rij.get_by_label("Planning").fill("Gepland en afgerond op 32-13-2020")
    rij.get_by_label("Rood").check()
    for naam in ("Oorzaak", "Gevolg", "Bijsturing"):
        rij.get_by_label(naam).fill("")
    rij.get_by_role("button", name="Opslaan").click()
    expect(rij.get_by_label("Bijsturing")).to_have_attribute("aria-invalid", "true")
    assert pagina.title().startswith("Fout: ")
    bekijk(pagina)


def test_een_periode_beoordelen(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    """Ter controle: a note that is missing, a row sent back, and closing while not everything is akkoord."""
    inloggen(pagina, Rol.MANAGER).goto("/voortgang/2019-H2/invullen")
    pagina.get_by_role("button", name="Klaar: ter controle").click()
    terug = pagina.locator(".terugsturen").first
    terug.locator("summary").click()
    terug.get_by_role("button", name="Terugsturen met opmerking").click()
    opmerking = terug.get_by_label("Wat moet er nog gebeuren?")
    expect(opmerking).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    opmerking.fill("Vul ook de planning in.")
    terug.get_by_role("button", name="Terugsturen met opmerking").click()
    expect(pagina.get_by_text("Teruggestuurd met uw opmerking.")).to_be_visible()
    bekijk(pagina)
    pagina.get_by_role("link", name="Periode sluiten").click()
    pagina.get_by_role("button", name="Periode sluiten").click()
    expect(pagina.get_by_text("Zet een vinkje als u toch wilt sluiten.").first).to_be_visible()
    bekijk(pagina)


def test_voortgang_zonder_periode(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie="eemsdelta").goto("/voortgang/")
    expect(pagina.get_by_text("Nog geen periode")).to_be_visible()
    bekijk(pagina)
    pagina.get_by_label("Periode", exact=True).fill("2019-H3")
    pagina.get_by_role("button", name="Periode starten").click()
    expect(pagina.get_by_label("Periode", exact=True)).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    pagina.goto("/voortgang/maatregelen")
    expect(pagina.get_by_text("Nog geen thema’s")).to_be_visible()
    bekijk(pagina)


def test_sleutels(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.MANAGER).goto("/sleutels/nieuw")
    pagina.get_by_role("button", name="Sleutel maken").click()
    expect(pagina.get_by_label("Naam")).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    pagina.get_by_label("Naam").fill("Een naam die lang is, voor het datawarehouse van de gemeente")
    pagina.get_by_label("Lezen en schrijven").check()
    pagina.get_by_role("button", name="Sleutel maken").click()
    expect(pagina.locator(".sleutel").first).to_contain_text("doelspoor_")
    bekijk(pagina)
    pagina.get_by_role("link", name="Klaar").click()
    bekijk(pagina)
    pagina.get_by_role("link", name="Intrekken").first.click()
    bekijk(pagina)
    pagina.get_by_role("button", name="Intrekken").click()
    expect(pagina.get_by_text("ingetrokken en werkt niet meer")).to_be_visible()
    bekijk(pagina)


def test_foutpaginas(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.MANAGER))
    for adres, code in (("/bestaat-niet", 404), (f"/notities/{plek.n}/status", 405)):
        antwoord = pagina.goto(adres)
        assert antwoord
        assert antwoord.status == code
        bekijk(pagina)
    pagina.goto(f"/notities/{plek.n}")
    pagina.get_by_role("button", name="Aanbieden ter vaststelling").click()
    antwoord = pagina.goto(f"/probleemgebieden/{plek.g}/bewerken")
    assert antwoord
    assert antwoord.status == 409
    bekijk(pagina)
    antwoord = inloggen(pagina, Rol.RIGG).goto("/notities/")
    assert antwoord
    assert antwoord.status == 403
    bekijk(pagina)


def test_een_botsing(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    adres = plek.doel
    ander_tabblad = pagina.context.new_page()
    for blad, tekst in ((pagina, "Mijn eigen woorden."), (ander_tabblad, "Woorden van een ander.")):
        blad.goto(adres)
        blad.get_by_label("Tekst", exact=True).fill(tekst)
    for blad in (ander_tabblad, pagina):
        blad.get_by_role("button", name="Opslaan", exact=True).click()
    keuze = pagina.get_by_role("group", name="Tekst: welke tekst blijft?")
    expect(keuze).to_contain_text("Woorden van een ander.")
    bekijk(pagina)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(keuze).to_contain_text("Kies welke tekst blijft")
    bekijk(pagina)
