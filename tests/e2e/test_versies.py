"""From a concept to a decision, on with the next concept, and what differs between the two, in a real browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.plek import vind_plek

Inloggen = Callable[..., Page]


def test_van_vaststellen_tot_vergelijken(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.MANAGER))
    pagina.goto(f"/notities/{plek.n}")
    pagina.get_by_role("button", name="Aanbieden ter vaststelling").click()
    pagina.get_by_role("link", name="Vaststellen", exact=True).click()
    bekijk(pagina)
    pagina.get_by_role("button", name="Vaststellen", exact=True).click()
    expect(pagina.get_by_role("link", name="Vul in welk besluit dit is")).to_be_visible()
    pagina.get_by_label("Datum van het besluit").fill("2020-01-30")
    pagina.get_by_label("Welk besluit").fill("Raadsbesluit")
    pagina.get_by_label("Nummer").fill("2020-014")
    pagina.get_by_role("button", name="Vaststellen", exact=True).click()
    expect(pagina.locator(".versieregel")).to_contain_text("Raadsbesluit 2020-014 van 30 januari 2020")
    expect(pagina.get_by_role("link", name="Gegevens bewerken")).to_have_count(0)

    pagina.get_by_role("button", name="Nieuw concept").click()
    expect(pagina.locator(".versieregel")).to_contain_text("Versie 1 geldt, tot deze is vastgesteld.")
    pagina.locator(".gebied__naam").first.click()
    pagina.get_by_role("link", name="Bewerken", exact=True).click()
    pagina.locator("#doel .acties a").first.click()
    tekst = pagina.get_by_label("Tekst", exact=True)
    tekst.fill(f"{tekst.input_value()} En dat blijft zo.")
    pagina.get_by_role("button", name="Opslaan").first.click()

    pagina.get_by_role("link", name="Notities", exact=True).click()
    pagina.locator(".gebied__naam").first.click()
    pagina.get_by_role("link", name="Versies", exact=True).click()
    expect(pagina.get_by_role("row")).to_have_count(3)
    bekijk(pagina)
    pagina.get_by_role("button", name="Vergelijken").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Van versie 1 naar versie 2")
    expect(pagina.locator(".vergelijkrij")).to_have_count(1)
    expect(pagina.locator(".vergelijkrij ins")).to_contain_text("En dat blijft zo.")
    bekijk(pagina)
