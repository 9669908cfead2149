"""Two people at the same time, and words that are not saved yet: nothing is lost without asking."""

from collections.abc import Callable

from playwright.sync_api import Dialog, Page, expect

from app.models import Rol
from tests.e2e.plek import vind_plek

VAN_COLLEGA = "In 2024 is er 10% minder vraag dan in 2021."
VAN_MIJ = "In 2025 is er 12% minder vraag dan in 2021."

Inloggen = Callable[..., Page]
NieuwePagina = Callable[..., Page]


def test_de_tweede_ziet_beide_teksten(nieuwe_pagina: NieuwePagina, inloggen: Inloggen) -> None:
    mijn, collega = nieuwe_pagina(), nieuwe_pagina()
    inloggen(mijn, Rol.BELEIDSADVISEUR)
    inloggen(collega, Rol.MANAGER)
    plek = vind_plek(mijn)
    for pagina, tekst in ((mijn, VAN_MIJ), (collega, VAN_COLLEGA)):
        pagina.goto(plek.doel)
        pagina.get_by_label("Tekst", exact=True).fill(tekst)
    bewaar(collega)
    bewaar(mijn)
    keuze = mijn.get_by_role("group", name="Tekst: welke tekst blijft?")
    for woorden in ("2024", "2025", "Waar u mee begon"):
        expect(keuze).to_contain_text(woorden)
    expect(mijn.get_by_label("Tekst", exact=True)).to_have_value(VAN_MIJ)
    collega.reload()
    expect(collega.locator("#doel")).to_contain_text(VAN_COLLEGA)

    bewaar(mijn)
    expect(keuze).to_contain_text("Kies welke tekst blijft")
    keuze.get_by_label("Van u", exact=True).check()
    bewaar(mijn)
    expect(mijn.locator("#doel")).to_contain_text(VAN_MIJ)
    mijn.goto(f"{plek.gebied}/geschiedenis")
    expect(mijn.get_by_role("main")).to_contain_text("Manager Het Hogeland")
    expect(mijn.get_by_role("main")).to_contain_text("Beleidsadviseur Het Hogeland")


def bewaar(pagina: Page) -> None:
    pagina.get_by_role("button", name="Opslaan", exact=True).click()


def test_twee_keer_toewijzen_overschrijft_niets(nieuwe_pagina: NieuwePagina, inloggen: Inloggen) -> None:
    """Different cells go together; the same cell is shown to who came second."""
    mijn, collega = nieuwe_pagina(), nieuwe_pagina()
    inloggen(mijn, Rol.BELEIDSADVISEUR)
    inloggen(collega, Rol.MANAGER)
    plek = vind_plek(mijn)
    for pagina in (mijn, collega):
        pagina.goto(f"{plek.gebied}/toewijzen")
    collega.get_by_label("Doel 1: RIGG").uncheck()
    bewaar(collega)
    mijn.get_by_label("Doel 2: Lokaal").check()
    bewaar(mijn)
    expect(mijn.locator("#doel-2")).to_contain_text("Lokaal")
    expect(mijn.locator("#doel-1")).to_contain_text("niemand")


def test_weggaan_met_onbewaarde_woorden_vraagt_eerst(pagina: Page, inloggen: Inloggen) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    vragen: list[str] = []

    def blijf(vraag: Dialog) -> None:
        vragen.append(vraag.type)
        vraag.dismiss()

    pagina.on("dialog", blijf)
    pagina.goto(plek.doel)
    veld = pagina.get_by_label("Tekst", exact=True)
    veld.press_sequentially("!")
    pagina.get_by_role("link", name="Annuleren").click()
    expect(veld).to_be_visible()
    assert vragen == ["beforeunload"]

    bewaar(pagina)
    expect(pagina.get_by_text("Doel 1 is opgeslagen.")).to_be_visible()
    assert vragen == ["beforeunload"], "opslaan is geen weggaan"


def test_wie_niets_typte_gaat_zonder_vraag_weg(pagina: Page, inloggen: Inloggen) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    vragen: list[str] = []

    def ga_door(vraag: Dialog) -> None:
        vragen.append(vraag.type)
        vraag.accept()

    pagina.on("dialog", ga_door)
    pagina.goto(plek.doel)
    pagina.get_by_label("Tekst", exact=True).focus()
    pagina.get_by_role("link", name="Annuleren").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("bewerken")
    assert not vragen
