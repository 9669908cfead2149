"""From an invitation to being logged out everywhere, as a beheerder and a new colleague do it."""

from collections.abc import Callable

import pyotp
from playwright.sync_api import Page, expect

from app.models import Rol

WACHTWOORD = "kaas paars fiets lamp"


def test_van_uitnodigen_tot_overal_uitgelogd(
    pagina: Page,
    nieuwe_pagina: Callable[..., Page],
    inloggen: Callable[..., Page],
    bekijk: Callable[[Page], None],
) -> None:
    inloggen(pagina, Rol.BEHEERDER).goto("/beheer/")
    link = _nodig_uit(pagina, bekijk)
    kim = nieuwe_pagina()
    _kies_wachtwoord(kim, link, bekijk)
    papier = _zet_tweede_stap_aan(kim, bekijk)
    elders = nieuwe_pagina()
    _log_in(elders, papier[0], bekijk)
    kim.goto("/instellingen/sessies")
    expect(kim.get_by_role("row")).to_have_count(3)
    bekijk(kim)
    kim.get_by_role("button", name="Overal uitloggen").click()
    expect(kim.get_by_text("in alle browsers uitgelogd")).to_be_visible()
    elders.goto("/notities/")
    expect(elders.get_by_text("Uw sessie is verlopen of beëindigd.")).to_be_visible()
    _log_in(elders, papier[1])
    expect(elders.get_by_role("heading", name="Probleemgebieden", level=1)).to_be_visible()
    _blokkeer(pagina, bekijk)
    elders.reload()
    expect(elders.get_by_role("heading", name="Inloggen")).to_be_visible()


def _nodig_uit(pagina: Page, bekijk: Callable[[Page], None]) -> str:
    pagina.get_by_role("link", name="Gebruikers").click()
    pagina.get_by_role("link", name="Gebruiker uitnodigen").click()
    pagina.get_by_role("button", name="Uitnodigen").click()
    expect(pagina.get_by_label("E-mailadres")).to_have_attribute("aria-invalid", "true")
    bekijk(pagina)
    pagina.get_by_label("Naam").fill("Kim de Vries")
    pagina.get_by_label("E-mailadres").fill("Kim@Hogeland.example")
    pagina.get_by_role("radio", name="Manager").check()
    pagina.get_by_role("button", name="Uitnodigen").click()
    expect(pagina.get_by_text("U ziet deze link maar één keer")).to_be_visible()
    bekijk(pagina)
    link = pagina.locator("code").inner_text()
    pagina.get_by_role("link", name="Klaar, naar de gebruikers").click()
    expect(pagina.get_by_role("row", name="Kim de Vries")).to_contain_text("uitgenodigd")
    return link


def _kies_wachtwoord(pagina: Page, link: str, bekijk: Callable[[Page], None]) -> None:
    pagina.goto("/wachtwoord-vergeten")
    bekijk(pagina)
    pagina.goto(link)
    pagina.get_by_label("Nieuw wachtwoord", exact=True).fill("Welkom2026!!")
    pagina.get_by_label("Nieuw wachtwoord, nog een keer").fill("Welkom2026!!")
    pagina.get_by_role("button", name="Wachtwoord opslaan").click()
    expect(pagina.get_by_text("te makkelijk te raden").first).to_be_visible()
    bekijk(pagina)
    pagina.get_by_label("Nieuw wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_label("Nieuw wachtwoord, nog een keer").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Wachtwoord opslaan").click()
    expect(pagina.get_by_text("Uw wachtwoord is ingesteld.")).to_be_visible()
    antwoord = pagina.request.get(link)
    assert antwoord.status == 404


def _zet_tweede_stap_aan(pagina: Page, bekijk: Callable[[Page], None]) -> list[str]:
    """The codes on paper."""
    pagina.goto("/instellingen/tweede-stap")
    pagina.get_by_role("button", name="Aanzetten").click()
    expect(pagina.get_by_label("Code uit de app")).to_have_attribute("aria-invalid", "true")
    expect(pagina.get_by_role("img", name="QR-code voor de app")).to_be_visible()
    bekijk(pagina)
    app = pyotp.TOTP(pagina.locator("main code").inner_text().replace(" ", ""))
    pagina.get_by_label("Code uit de app").fill(app.now())
    pagina.get_by_role("button", name="Aanzetten").click()
    expect(pagina.get_by_text("U ziet deze codes maar één keer")).to_be_visible()
    bekijk(pagina)
    papier = pagina.locator("main li code").all_inner_texts()
    pagina.get_by_role("link", name="Ik heb de codes bewaard").click()
    expect(pagina.get_by_text("U hebt nog 10 herstelcodes.")).to_be_visible()
    bekijk(pagina)
    return papier


def _log_in(pagina: Page, code: str, bekijk: Callable[[Page], None] | None = None) -> None:
    if "/inloggen" not in pagina.url:
        pagina.goto("/inloggen")
    pagina.get_by_label("E-mailadres").fill("kim@hogeland.example")
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    if bekijk:
        pagina.get_by_label("Code").fill("000000")
        pagina.get_by_role("button", name="Inloggen").click()
        expect(pagina.get_by_text("Deze code klopt niet").first).to_be_visible()
        bekijk(pagina)
    pagina.get_by_label("Code").fill(code)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(lambda url: "/inloggen" not in url)


def _blokkeer(pagina: Page, bekijk: Callable[[Page], None]) -> None:
    pagina.goto("/beheer/gebruikers/")
    pagina.get_by_role("link", name="Kim de Vries").click()
    bekijk(pagina)
    pagina.get_by_role("link", name="Verwijderen").click()
    bekijk(pagina)
    pagina.get_by_role("link", name="Annuleren").click()
    pagina.get_by_role("button", name="Blokkeren").click()
    expect(pagina.get_by_text("Kim de Vries is geblokkeerd")).to_be_visible()
    bekijk(pagina)
