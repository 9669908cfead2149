"""Remove a doel, do something else, and put it back later: it stands on its old place."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.plek import vind_plek


def test_een_doel_weg_en_later_terug(
    pagina: Page, inloggen: Callable[..., Page], bekijk: Callable[[Page], None]
) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    voor = _staat_er(pagina, plek.gebied)
    pagina.goto(f"{plek.gebied}/bewerken")
    pagina.locator(f"form[action$='/doel/{plek.d}/verwijderen'] button").click()
    expect(pagina.get_by_text("Terugzetten kan later ook")).to_be_visible()
    bekijk(pagina)
    pagina.goto("/notities/")
    pagina.get_by_role("link", name="Prullenbak").click()
    expect(pagina.get_by_role("heading", name="Prullenbak", level=1)).to_be_visible()
    bekijk(pagina)
    pagina.get_by_role("button", name="Doel 1 terugzetten").click()
    expect(pagina.get_by_text("Doel 1 teruggezet")).to_be_visible()
    expect(pagina.get_by_text("De prullenbak is leeg")).to_be_visible()
    assert _staat_er(pagina, plek.gebied) == voor


def _staat_er(pagina: Page, adres: str) -> str:
    """The whole thread, without what happened to it."""
    pagina.set_viewport_size({"width": 1280, "height": 800})
    pagina.goto(adres)
    return pagina.locator("main").inner_text().split("Geschiedenis")[0]
