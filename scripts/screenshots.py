"""Takes the screenshots of the documentation again, of a server of its own on fresh demonstration data."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
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
from tests.e2e.bestanden import haal_op  # noqa: E402
from tests.e2e.plek import vind_plek  # noqa: E402
from tests.e2e.server import draaiende_server  # noqa: E402
from tests.e2e.test_terugkomst import bewerkt_in_word, breng_terug, stel_vast, wijzig_op_scherm  # noqa: E402
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


def maak_alles(browser: Browser, server: str) -> None:
    UIT.mkdir(parents=True, exist_ok=True)
    for scherm in SCHERMEN:
        blad = browser.new_context(base_url=server, viewport=scherm.maat, locale="nl-NL", reduced_motion="reduce")
        pagina = blad.new_page()
        log_in(pagina, scherm.rol)
        scherm.ga_naar(pagina)
        pagina.evaluate("document.fonts.ready")
        pad = UIT / f"{scherm.naam}.png"
        pagina.screenshot(path=pad)
        blad.close()
        print(f"{pad.relative_to(PROJECT)}: {pad.stat().st_size // 1024} kB")


def log_in(pagina: Page, rol: str) -> None:
    wie = next(gebruiker for gebruiker in seeds().gebruikers if gebruiker.rol == rol)
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


def terug_uit_word(pagina: Page) -> None:
    """Three sentences changed in Word, of which a colleague changed one on screen meanwhile."""
    plek = vind_plek(pagina)
    pagina.goto(f"/notities/{plek.n}")
    bestand = bewerkt_in_word(haal_op(pagina, "Word-document"), erbij=" Dit jaar nog.")
    wijzig_op_scherm(pagina, plek.doel, erbij=" Vanaf de zomer.")
    breng_terug(pagina, bestand)
    pagina.locator(".verdict").wait_for()


def vergelijken(pagina: Page) -> None:
    """What is vastgesteld beside the concept that came after it, into which a file from Word was taken over."""
    plek = vind_plek(pagina)
    pagina.goto(f"/notities/{plek.n}")
    stel_vast(pagina, "2020-01-30")
    pagina.get_by_role("button", name="Nieuw concept").click()
    breng_terug(pagina, bewerkt_in_word(haal_op(pagina, "Word-document"), erbij=" Dit jaar nog."))
    pagina.get_by_role("button", name="Overnemen wat is gekozen").click()
    pagina.get_by_role("link", name="Versies", exact=True).click()
    pagina.get_by_role("button", name="Vergelijken").click()
    pagina.locator(".vergelijkrij ins").first.wait_for()


def een_indicator(pagina: Page) -> None:
    probleemgebied(pagina)
    pagina.get_by_role("link", name="Cijfers bekijken").first.click()
    pagina.wait_for_url("**/indicatoren/*")


@dataclass(frozen=True)
class Scherm:
    naam: str
    ga_naar: Callable[[Page], object]
    maat: ViewportSize = field(default_factory=lambda: GROOT)
    rol: str = "beleidsadviseur"


def adres(pad: str) -> Callable[[Page], object]:
    return lambda pagina: pagina.goto(pad)


# The last two change the notitie that the others show.
SCHERMEN = [
    Scherm("mijn-werk", adres("/")),
    Scherm("probleemgebied", lambda pagina: probleemgebied(pagina, "Logeeropvang"), HOOG),
    Scherm("toewijzen", toewijzen),
    Scherm("importeren", importeren),
    Scherm("opdrachten", opdrachten),
    Scherm("voortgang-invullen", invullen, HOOG),
    Scherm("voortgang-overzicht", adres("/voortgang/2019-H2/overzicht"), HOOG),
    Scherm("voortgang-geschiedenis", geschiedenis, HOOG),
    Scherm("telefoon", probleemgebied, TELEFOON),
    Scherm("koersen", adres("/indicatoren/"), HOOG),
    Scherm("indicator", een_indicator, HOOG),
    Scherm("rapport", adres("/rapportages/2019-H2"), HOOG),
    Scherm("regio", adres("/regio/"), HOOG, rol="rigg"),
    Scherm("terug-uit-word", terug_uit_word, HOOG),
    Scherm("versies-vergelijken", vergelijken, HOOG, rol="manager"),
]

if __name__ == "__main__":
    main()
