"""Typed words outlive a page that was left, a connection that was lost and a session that was over."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.plek import Plek, vind_plek

TEKST = "In 2025 is er 12% minder vraag dan in 2021."
MELDING = "iets getypt dat niet is opgeslagen"

Inloggen = Callable[..., Page]


@pytest.fixture
def plek(pagina: Page, inloggen: Inloggen) -> Plek:
    gevonden = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    pagina.on("dialog", lambda vraag: vraag.accept())
    pagina.goto(gevonden.doel)
    return gevonden


def typ(pagina: Page) -> None:
    pagina.get_by_label("Tekst", exact=True).fill(TEKST)


def bewaar(pagina: Page) -> None:
    pagina.get_by_role("button", name="Opslaan", exact=True).click()


def test_wie_wegging_krijgt_zijn_woorden_terug(pagina: Page, plek: Plek, bekijk: Callable[[Page], None]) -> None:
    typ(pagina)
    pagina.goto("/opdrachten/")
    pagina.goto(plek.doel)
    expect(pagina.locator(".concept")).to_contain_text(MELDING)
    bekijk(pagina)
    pagina.get_by_role("button", name="Terugzetten").click()
    expect(pagina.get_by_label("Tekst", exact=True)).to_have_value(TEKST)
    bewaar(pagina)
    expect(pagina.locator("#doel")).to_contain_text(TEKST)
    pagina.goto(plek.doel)
    expect(pagina.locator(".concept")).to_have_count(0)
    assert pagina.evaluate("sessionStorage.length") == 0


def test_weggooien_is_weg(pagina: Page, plek: Plek) -> None:
    typ(pagina)
    pagina.goto(plek.doel)
    pagina.get_by_role("button", name="Weggooien").click()
    expect(pagina.get_by_label("Tekst", exact=True)).not_to_have_value(TEKST)
    pagina.reload()
    expect(pagina.locator(".concept")).to_have_count(0)


def test_een_verloren_verbinding(pagina: Page, plek: Plek) -> None:
    pagina.route(f"**{plek.doel}", lambda route: route.abort("aborted"))
    typ(pagina)
    bewaar(pagina)
    pagina.unroute(f"**{plek.doel}")
    pagina.goto(plek.doel)
    pagina.get_by_role("button", name="Terugzetten").click()
    bewaar(pagina)
    expect(pagina.locator("#doel")).to_contain_text(TEKST)


def test_wat_een_collega_intussen_deed_blijft_een_vraag(
    pagina: Page, plek: Plek, nieuwe_pagina: Callable[..., Page], inloggen: Inloggen
) -> None:
    typ(pagina)
    collega = inloggen(nieuwe_pagina(), Rol.MANAGER)
    collega.goto(plek.doel)
    collega.get_by_label("Tekst", exact=True).fill("Een collega was net iets eerder.")
    bewaar(collega)
    pagina.goto(plek.doel)
    pagina.get_by_role("button", name="Terugzetten").click()
    bewaar(pagina)
    expect(pagina.get_by_role("group", name="Tekst: welke tekst blijft?")).to_be_visible()


def test_uitloggen_laat_niets_achter(pagina: Page, plek: Plek) -> None:
    typ(pagina)
    pagina.goto("/")
    pagina.get_by_role("button", name="Uitloggen").click()
    expect(pagina.get_by_role("button", name="Inloggen")).to_be_visible()
    assert pagina.evaluate("sessionStorage.length") == 0


def test_een_sessie_die_verlopen_was(pagina: Page, plek: Plek, database: str, bekijk: Callable[[Page], None]) -> None:
    typ(pagina)
    with closing(sqlite3.connect(database)) as database, database:
        database.execute("UPDATE inlogsessie SET laatst_gezien_op = '2020-01-01 00:00:00.000000'")
    bewaar(pagina)
    expect(pagina.get_by_role("main")).to_contain_text("Uw sessie is verlopen")
    vul_in(pagina)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Verder waar u was")
    bekijk(pagina)
    pagina.get_by_role("button", name="Alsnog opslaan").click()
    expect(pagina.locator("#doel")).to_contain_text(TEKST)


def vul_in(pagina: Page) -> None:
    pagina.get_by_label("E-mailadres").fill("adviseur@hogeland.example")
    pagina.get_by_label("Wachtwoord").fill("doelspoor-demo")
    pagina.get_by_role("button", name="Inloggen").click()
