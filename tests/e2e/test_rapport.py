"""The half-year report: an adviseur composes it, a manager closes it, a lezer reads it; also without JavaScript."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.bestanden import haal_op

ADRES = "/rapportages/2019-H2"
BLOKKEN = ("Grafiek", "Cijfers", "Wat zien we?", "Voortgangstabel", "Tekst")

Inloggen = Callable[..., Page]
NieuwePagina = Callable[..., Page]


def voeg_hoofdstuk_toe(pagina: Page, titel: str) -> None:
    pagina.goto(ADRES)
    pagina.get_by_role("link", name="Hoofdstuk toevoegen").click()
    pagina.get_by_label("Titel").fill(titel)
    pagina.get_by_label("Wat zien we in dit hoofdstuk?").fill("De kosten dalen.\n- eerst langzaam\n- dan snel")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.locator(".melding")).to_contain_text("is toegevoegd")


def kies_blok(pagina: Page, soort: str) -> None:
    """In the last chapter."""
    hoofdstuk = pagina.locator(".indeling__hoofdstuk").last
    hoofdstuk.locator("summary").click()
    hoofdstuk.locator(".indeling__keuzes a", has_text=soort).click()


def voeg_blok_toe(pagina: Page, soort: str, tekst: str = "") -> None:
    kies_blok(pagina, soort)
    if tekst:
        pagina.locator("textarea").fill(tekst)
    elif soort != "Voortgangstabel":
        pagina.get_by_label("Indicator").select_option(index=1)
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.locator(".melding")).to_contain_text("is toegevoegd")


@pytest.mark.parametrize("javascript", [True, False], ids=["met script", "zonder script"])
def test_samenstellen_verplaatsen_en_ongedaan_maken(
    nieuwe_pagina: NieuwePagina, inloggen: Inloggen, javascript: bool
) -> None:
    pagina = inloggen(nieuwe_pagina(java_script_enabled=javascript), Rol.BELEIDSADVISEUR)
    voeg_hoofdstuk_toe(pagina, "Slot")
    voeg_blok_toe(pagina, "Tekst", "Dit is wat wij vinden.")
    voeg_blok_toe(pagina, "Grafiek")
    slot = pagina.locator(".indeling__hoofdstuk").last
    expect(slot.locator(".indeling__soort")).to_have_text(["Tekst", "Grafiek"])
    slot.get_by_role("button", name="Grafiek omhoog").click()
    expect(slot.locator(".indeling__soort")).to_have_text(["Grafiek", "Tekst"])
    expect(pagina.locator(".rapport")).to_contain_text("Dit is wat wij vinden.")
    slot.get_by_role("button", name="Tekst verwijderen").click()
    expect(pagina.locator(".rapport")).not_to_contain_text("Dit is wat wij vinden.")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(slot.locator(".indeling__soort")).to_have_text(["Grafiek", "Tekst"])


def test_wat_is_samengesteld_is_wat_eruit_komt_en_ligt_na_sluiten_vast(pagina: Page, inloggen: Inloggen) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    voeg_hoofdstuk_toe(pagina, "Slot")
    voeg_blok_toe(pagina, "Tekst", "Dit is wat wij vinden.")
    pagina.goto("/voortgang/2019-H2/invullen")
    pagina.get_by_role("button", name="ter controle").click()
    inloggen(pagina, Rol.MANAGER).goto("/voortgang/2019-H2/sluiten")
    pagina.locator("form.formulier input[type=checkbox]").check()
    pagina.locator("form.formulier button[type=submit]").click()
    inloggen(pagina, Rol.LEZER).goto(ADRES)
    expect(pagina.get_by_text("Dit rapport is vastgelegd op")).to_be_visible()
    expect(pagina.locator(".indeling")).to_have_count(0)
    koppen = pagina.locator(".rapport__kop--1").all_text_contents()
    assert koppen[-1].endswith(". Slot")
    word = docx.Document(BytesIO(haal_op(pagina, "Word-document")))
    assert [p.text for p in word.paragraphs if p.style and p.style.style_id == "Heading1"] == koppen
    assert "Dit is wat wij vinden." in [p.text for p in word.paragraphs]


def test_elk_scherm_van_het_samenstellen_is_toegankelijk(
    pagina: Page, inloggen: Inloggen, axe: Callable[[Page], None]
) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    voeg_hoofdstuk_toe(pagina, "Slot")
    adressen = [ADRES]
    for soort in BLOKKEN:
        pagina.goto(ADRES)
        kies_blok(pagina, soort)
        adressen.append(pagina.url)
    pagina.goto(ADRES)
    hoofdstuk = pagina.locator(".indeling__hoofdstuk").first.locator(".acties a").first
    blokken = [str(link.get_attribute("href")) for link in pagina.locator(".indeling__blok .acties a").all()]
    een_duiding = next(adres for adres in blokken if adres.endswith("/duiding"))
    adressen += [str(hoofdstuk.get_attribute("href")), blokken[0], een_duiding]
    for adres in adressen:
        pagina.goto(adres)
        for breedte in (1280, 360):
            pagina.set_viewport_size({"width": breedte, "height": 900})
            axe(pagina)
            assert pagina.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_op_papier_staat_alleen_het_rapport(pagina: Page, inloggen: Inloggen) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto(ADRES)
    pagina.emulate_media(media="print")
    expect(pagina.locator(".rapport__titel")).to_be_visible()
    for weg in (".indeling", ".paginakop", ".kop", "#kop-pagina"):
        expect(pagina.locator(weg).first).to_be_hidden()
