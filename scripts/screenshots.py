"""Takes the screenshots of the documentation again, of a server of its own on fresh demonstration data."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
os.chdir(PROJECT)

import pytest  # noqa: E402
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, sync_playwright  # noqa: E402

from tests import voorwaarden  # noqa: E402
from tests.conftest import BROWSER_ARGUMENTEN  # noqa: E402
from tests.databases import SqliteDatabases, seeds  # noqa: E402
from tests.e2e.server import draaiende_server  # noqa: E402
from tests.unit.reading.bouw import schrijf  # noqa: E402
from tests.unit.reading.voorbeeld import voorbeeld  # noqa: E402

UIT = PROJECT / "docs" / "schermen"
GROOT = ViewportSize(width=1200, height=800)
HOOG = ViewportSize(width=1200, height=960)
TELEFOON = ViewportSize(width=390, height=844)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def main() -> None:
    try:
        chromium = voorwaarden.chromium()
    except pytest.skip.Exception as reden:
        raise SystemExit(str(reden)) from None
    with TemporaryDirectory() as map_, sync_playwright() as playwright:
        database = SqliteDatabases(Path(map_)).kopie(gevuld=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER_ARGUMENTEN)
        with draaiende_server(database, Path(map_) / "server.log") as adres:
            maak_alles(browser, adres)
        browser.close()


def maak_alles(browser: Browser, adres: str) -> None:
    UIT.mkdir(parents=True, exist_ok=True)
    for naam, maat, ga_naar in SCHERMEN:
        pagina = browser.new_context(base_url=adres, viewport=maat, locale="nl-NL", reduced_motion="reduce").new_page()
        log_in(pagina)
        ga_naar(pagina)
        pagina.evaluate("document.fonts.ready")
        pad = UIT / f"{naam}.png"
        pagina.screenshot(path=pad)
        pagina.context.close()
        print(f"{pad.relative_to(PROJECT)}: {pad.stat().st_size // 1024} kB")


def log_in(pagina: Page) -> None:
    wie = next(gebruiker for gebruiker in seeds().gebruikers if gebruiker.rol == "beleidsadviseur")
    pagina.goto("/inloggen")
    pagina.get_by_label("E-mailadres").fill(wie.email)
    pagina.get_by_label("Wachtwoord").fill(wie.wachtwoord)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url("**/")


def probleemgebied(pagina: Page, naam: str = "Basisondersteuning individueel") -> None:
    pagina.goto("/notities/")
    pagina.locator(".gebied__naam").first.click()
    pagina.get_by_role("link", name=naam, exact=True).click()
    pagina.wait_for_url("**/probleemgebieden/*")


def toewijzen(pagina: Page) -> None:
    probleemgebied(pagina)
    pagina.get_by_role("link", name="Toewijzen").click()
    pagina.locator("table").wait_for()


def importeren(pagina: Page) -> None:
    pagina.goto("/importeren/")
    bestand = FilePayload(name="notitie-samen-verder.docx", mimeType=DOCX, buffer=schrijf(voorbeeld()))
    pagina.get_by_label("Word-, PDF- of tekstbestand").set_input_files(bestand)
    pagina.get_by_role("button", name="Bestand lezen").click()
    pagina.get_by_text("1. Wonen met zorg").click()
    pagina.locator("#herkend").evaluate("kop => kop.scrollIntoView()")


def opdrachten(pagina: Page) -> None:
    pagina.goto("/opdrachten/?opdrachtnemer=rigg")


def invullen(pagina: Page) -> None:
    """At a thema with a row that the manager sent back."""
    pagina.goto("/voortgang/2019-H2/invullen?wie=alle")
    thema = pagina.locator(".invulthema").filter(has_text="Opmerking van de manager")
    thema.evaluate("thema => scrollTo(0, thema.getBoundingClientRect().top + scrollY - 24)")


def geschiedenis(pagina: Page) -> None:
    pagina.goto("/voortgang/2019-H2/overzicht")
    pagina.locator(".aandachtspunt .kaart__titel a").nth(1).click()
    pagina.wait_for_url("**/geschiedenis")
    pagina.locator(".verschilblok > summary").first.click()


SCHERMEN: list[tuple[str, ViewportSize, Callable[[Page], object]]] = [
    ("mijn-werk", GROOT, lambda pagina: pagina.goto("/")),
    ("probleemgebied", HOOG, lambda pagina: probleemgebied(pagina, "Logeeropvang")),
    ("toewijzen", GROOT, toewijzen),
    ("importeren", GROOT, importeren),
    ("opdrachten", GROOT, opdrachten),
    ("voortgang-invullen", HOOG, invullen),
    ("voortgang-overzicht", HOOG, lambda pagina: pagina.goto("/voortgang/2019-H2/overzicht")),
    ("voortgang-geschiedenis", HOOG, geschiedenis),
    ("telefoon", TELEFOON, probleemgebied),
]

if __name__ == "__main__":
    main()
