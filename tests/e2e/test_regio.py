"""The RIGG finds what several gemeenten ask, answers it and takes one out; the gemeente reads the answer."""

import csv
from collections.abc import Callable
from io import StringIO

from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.bestanden import haal_op

Inloggen = Callable[..., Page]
AFSPRAKEN = "Lokale afspraken met aanbieders mogelijk maken in het regionale contract."


def test_van_vraag_tot_antwoord(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.RIGG)
    pagina.get_by_role("link", name="Naar de regio").click()
    expect(pagina.get_by_text("2 gemeenten geven de RIGG samen 35 opdrachten")).to_be_visible()
    pagina.get_by_role("link", name=AFSPRAKEN).first.click()
    expect(pagina.get_by_text("5 plaatsen, 2 gemeenten")).to_be_visible()
    bekijk(pagina)

    pagina.get_by_role("link", name="Beantwoorden op Eemsdelta, Dagbehandeling jonge kind").click()
    bekijk(pagina)
    pagina.get_by_label("Vraag", exact=True).check()
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.locator(".meldingen")).to_contain_text("Schrijf een toelichting")
    bekijk(pagina)
    pagina.get_by_label("Toelichting").fill("Welke aanbieders bedoelt u?")
    pagina.get_by_label("Eemsdelta, Ambulante begeleiding: Lokale afspraken").check()
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_text("Welke aanbieders bedoelt u?")).to_have_count(2)

    pagina.get_by_role("button", name="Hoort hier niet bij: Westerkwartier").last.click()
    expect(pagina.get_by_text("Deze opdracht staat nu apart.")).to_be_visible()
    bekijk(pagina)
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(pagina.get_by_text("5 plaatsen, 2 gemeenten")).to_be_visible()

    pagina.goto("/regio/?antwoord=vraag")
    expect(pagina.get_by_text("1 opdracht bij deze keuze, op 2 plaatsen.")).to_be_visible()

    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    pagina.get_by_role("link", name="Antwoord van de RIGG op opdracht").first.click()
    expect(pagina.locator("#kop-opdrachten")).to_be_visible()
    expect(pagina.get_by_text("Welke aanbieders bedoelt u?")).to_be_visible()
    bekijk(pagina)
    pagina.goto("/opdrachten/?opdrachtnemer=rigg")
    expect(pagina.get_by_text("Welke aanbieders bedoelt u?")).to_have_count(2)
    bekijk(pagina)


def test_een_bestand_en_wat_er_daarna_verandert(
    pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]
) -> None:
    inloggen(pagina, Rol.RIGG)
    pagina.goto("/regio/")
    regels = haal_op(pagina, "CSV-bestand").decode("utf-8-sig")
    assert len(list(csv.DictReader(StringIO(regels, newline=""), delimiter=";"))) == 35
    pagina.get_by_role("link", name=AFSPRAKEN).first.click()
    pagina.get_by_role("link", name="Beantwoorden").first.click()
    pagina.get_by_label("Aanvaard").check()
    pagina.get_by_role("button", name="Opslaan").click()
    pagina.get_by_role("navigation", name="Hoofdnavigatie").get_by_role("link", name="Regio").click()
    pagina.get_by_role("link", name="Wijzigingen", exact=True).click()
    expect(pagina.get_by_text("1 opdracht is anders")).to_be_visible()
    expect(pagina.get_by_text("Antwoord: aanvaard")).to_be_visible()
    bekijk(pagina)
