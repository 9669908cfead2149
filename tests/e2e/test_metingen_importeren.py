"""Figures from a file, as somebody does it in a browser: choose, look, correct, take over; with and without scripts."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.models import Rol

Inloggen = Callable[..., Page]
Axe = Callable[[Page], None]
START = "/indicatoren/importeren/"
# The worker looks every second.
GEDULD = 30_000


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    regels = [
        "gebied;indicator;eenheid;periode;waarde;bron",
        "Het Hogeland;Proefcijfer een;procent;2018;8,3;Eigen telling",
        "Het Hogeland;Proefcijfer een;procent;2019;9,2;Eigen telling",
        "Provincie Groningen;Proefcijfer een;procent;2019;7,1;Eigen telling",
        "Het Hogeland;Proefcijfer twee;;2019;12;Eigen telling",
        "Het Hogeland;Proefcijfer drie;aantal;2019;-4;Eigen telling",
        "Het Hogeland;Proefcijfer drie;aantal;2020;veel;Eigen telling",
    ]
    pad = tmp_path / "cijfers-2019.csv"
    pad.write_text("\r\n".join(regels) + "\r\n", encoding="cp1252")
    return pad


def bekijk(pagina: Page, axe: Axe, naam: str) -> None:
    """At two widths; DOELSPOOR_BEELDEN names a folder for pictures."""
    for breedte in (1280, 360):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        axe(pagina)
        assert pagina.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        if map_ := os.environ.get("DOELSPOOR_BEELDEN"):
            pagina.screenshot(path=Path(map_) / f"{naam}-{breedte}.png", full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def kies(pagina: Page, bestand: Path) -> None:
    pagina.goto(START)
    pagina.get_by_label("Bestand met cijfers").set_input_files(bestand)
    pagina.get_by_role("button", name="Bestand lezen").click()


def test_kiezen_controleren_overnemen(pagina: Page, inloggen: Inloggen, axe: Axe, bestand: Path) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    kies(pagina, bestand)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Cijfers controleren", timeout=GEDULD)
    expect(pagina.get_by_text("6 metingen: 3 nieuw, 0 gewijzigd, 0 gelijk, 3 fout.")).to_be_visible()
    for uitklap in pagina.locator("main summary").all():
        uitklap.click()
    bekijk(pagina, axe, "controleren")
    pagina.get_by_label("Eenheid van Proefcijfer twee").fill("weken")
    pagina.get_by_label("Wat is Proefcijfer twee?").select_option("Nieuwe indicator maken")
    pagina.get_by_role("button", name="Keuzes toepassen").click()
    expect(pagina.get_by_text("6 metingen: 4 nieuw, 0 gewijzigd, 0 gelijk, 2 fout.")).to_be_visible()
    pagina.get_by_role("button", name="Overnemen", exact=True).click()
    expect(pagina.locator("#foutsamenvatting")).to_be_focused()
    bekijk(pagina, axe, "fout")
    pagina.get_by_label("Alleen de goede metingen").check()
    pagina.get_by_role("button", name="Overnemen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Cijfers overgenomen", timeout=GEDULD)
    bekijk(pagina, axe, "overgenomen")
    pagina.goto(START)
    expect(pagina.get_by_role("cell", name="Overgenomen", exact=True)).to_be_visible()
    bekijk(pagina, axe, "kiezen")
    maak_ongedaan(pagina, axe)


def maak_ongedaan(pagina: Page, axe: Axe) -> None:
    """The whole file, after a look at what that does."""
    pagina.get_by_role("link", name="Ongedaan maken").first.click()
    expect(pagina.get_by_text("4 nieuwe cijfers verdwijnen.")).to_be_visible()
    bekijk(pagina, axe, "levering")
    pagina.get_by_role("button", name="Ongedaan maken", exact=True).click()
    pagina.get_by_role("link", name="Naar het resultaat").click(timeout=GEDULD)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bestand ongedaan gemaakt")
    bekijk(pagina, axe, "ongedaan")


def test_wat_verandert(pagina: Page, inloggen: Inloggen, axe: Axe, bestand: Path) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    goed = bestand.read_text(encoding="cp1252").splitlines()[:4]
    bestand.write_text("\n".join(goed) + "\n")
    kies(pagina, bestand)
    pagina.get_by_role("button", name="Overnemen", exact=True).click(timeout=GEDULD)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Cijfers overgenomen", timeout=GEDULD)
    bestand.write_text("\n".join(goed).replace("9,2", "9,4*").replace(";8,3", ";8,6").replace("9,4*", "9,4") + "\n")
    kies(pagina, bestand)
    expect(pagina.get_by_role("heading", name="2 cijfers veranderen")).to_be_visible(timeout=GEDULD)
    bekijk(pagina, axe, "wijzigingen")
    pagina.get_by_label("Waarom veranderen deze cijfers?").fill("Nieuwe levering van de GGD")
    pagina.get_by_role("button", name="Overnemen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Cijfers overgenomen", timeout=GEDULD)


def test_zonder_scripts(nieuwe_pagina: Callable[..., Page], inloggen: Inloggen, axe: Axe, bestand: Path) -> None:
    """The link asks again how far it is; pointing out columns works without a script too."""
    pagina = nieuwe_pagina(java_script_enabled=False)
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    bestand.write_text("wat;wanneer;hoeveel\nProefcijfer;2019;3\n")
    kies(pagina, bestand)
    kop = pagina.get_by_role("heading", level=1)
    for _ in range(30):
        if "gelezen" not in kop.inner_text():
            break
        pagina.get_by_role("link", name="Stand verversen").click()
        pagina.wait_for_timeout(500)
    expect(kop).to_have_text("Dit bestand is zo niet te gebruiken")
    pagina.get_by_label("Wat staat er in kolom 1, wat?").select_option("Indicator")
    pagina.get_by_role("button", name="Opnieuw lezen").click()
    expect(pagina.get_by_text("Er is geen kolom met de waarde")).to_be_visible()
