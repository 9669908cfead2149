"""Without a mouse: the skip link, a focus that can be seen, and the whole grid."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.plek import vind_plek

Inloggen = Callable[..., Page]

# The name of the element in focus, and what is wrong with how it shows.
FOCUS = """() => {
  const element = document.activeElement;
  // A check box may show its focus on the label around it.
  const rand = [element, element.closest("label")].filter(Boolean).map((deel) => getComputedStyle(deel))
    .some((stijl) => (stijl.outlineStyle !== "none" && stijl.outlineWidth !== "0px") || stijl.boxShadow !== "none");
  const vlak = element.getBoundingClientRect();
  const punt = document.elementFromPoint(vlak.left + vlak.width / 2, vlak.top + vlak.height / 2);
  const vrij = punt && (element.contains(punt) || punt.contains(element) || punt.closest("label")?.control === element);
  return {
    naam: (element.name || element.textContent || element.getAttribute("aria-label") || element.tagName).trim(),
    zichtbaar: rand,
    vrij: Boolean(vrij),
    vinkje: element.type === "checkbox",
    knop: element.type === "submit",
  };
}"""


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    """Without smooth scrolling, so that what has the focus is in its place at once."""
    return nieuwe_pagina(reduced_motion="reduce")


def tab(pagina: Page) -> dict[str, object]:
    pagina.keyboard.press("Tab")
    gevonden: dict[str, object] = pagina.evaluate(FOCUS)
    assert gevonden["zichtbaar"], f"De focus op {gevonden['naam']!r} is niet te zien."
    assert gevonden["vrij"], f"Er staat iets voor {gevonden['naam']!r}, dat de focus heeft."
    return gevonden


def test_de_sprong_naar_de_inhoud(pagina: Page, inloggen: Inloggen) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/")
    assert tab(pagina)["naam"] == "Direct naar de inhoud"
    expect(pagina.get_by_role("link", name="Direct naar de inhoud")).to_be_in_viewport()
    pagina.keyboard.press("Enter")
    tab(pagina)
    assert pagina.evaluate("document.activeElement.closest('main') !== null")


def test_een_doel_toevoegen(pagina: Page, inloggen: Inloggen) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    pagina.goto(f"{plek.gebied}/doel/nieuw")
    pagina.get_by_label("Tekst", exact=True).focus()
    pagina.keyboard.type("In 2026 zijn er 12 extra plekken.")
    gezien = [tab(pagina)["naam"]]
    while gezien[-1] != "Opslaan" and pagina.evaluate("document.activeElement.value") != "opslaan":
        gezien.append(tab(pagina)["naam"])
        assert len(gezien) < 30, f"Opslaan is niet te bereiken: {gezien}"
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status").first).to_contain_text("is toegevoegd")


def test_het_hele_raster(pagina: Page, inloggen: Inloggen) -> None:
    """Every box can be reached, in reading order, and is never hidden behind the bar with the button."""
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    pagina.goto(f"{plek.gebied}/toewijzen")
    vakken = pagina.locator("main input[type=checkbox]").evaluate_all("vakken => vakken.map(vak => vak.name)")
    pagina.locator(".scrolltabel").focus()
    bereikt = []
    while (hier := tab(pagina))["vinkje"]:
        bereikt.append(hier["naam"])
        if len(bereikt) == 1:
            pagina.keyboard.press("Space")
    assert bereikt == vakken
    assert hier["knop"]
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("Opgeslagen: 1 toewijzing gewijzigd.")).to_be_visible()
    expect(pagina.locator("#doel-1")).to_contain_text("Lokaal")
