"""A notitie goes to Word, changes there and on screen, comes back, and somebody chooses, in a real browser."""

from collections.abc import Callable
from io import BytesIO

import docx
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.bestanden import haal_op
from tests.e2e.plek import vind_plek

Inloggen = Callable[..., Page]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IN_WORD = " Dit kwam uit Word."
OP_SCHERM = " Dit kwam van het scherm."


def test_van_exporteren_tot_overnemen(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    pagina.goto(f"/notities/{plek.n}")
    bestand = bewerkt_in_word(haal_op(pagina, "Word-document"))
    wijzig_op_scherm(pagina, plek.doel)

    breng_terug(pagina, bestand)
    expect(pagina.locator(".verdict")).to_have_text("3 wijzigingen: 2 over te nemen, 1 botst met wat een collega deed.")
    bekijk(pagina)
    pagina.get_by_role("checkbox").last.uncheck()
    pagina.get_by_label("In het bestand").check()
    pagina.get_by_role("button", name="Overnemen wat is gekozen").click()

    expect(pagina.get_by_text("2 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet.")).to_be_visible()
    pagina.goto(f"/probleemgebieden/{plek.g}")
    expect(pagina.get_by_role("main")).to_contain_text(IN_WORD.strip())
    expect(pagina.get_by_role("main")).not_to_contain_text(OP_SCHERM.strip())


def bewerkt_in_word(inhoud: bytes, *, erbij: str = IN_WORD) -> bytes:
    """The first line of ist, doelen and interventies of the first probleemgebied."""
    word = docx.Document(BytesIO(inhoud))
    for rij in word.tables[0].rows:
        if rij.cells[0].text.startswith(("Ist", "Doelen", "Interventies")):
            rij.cells[1].paragraphs[0].runs[-1].text += erbij
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()


def wijzig_op_scherm(pagina: Page, adres: str, *, erbij: str = OP_SCHERM) -> None:
    pagina.goto(adres)
    tekst = pagina.get_by_label("Tekst", exact=True)
    tekst.fill(tekst.input_value() + erbij)
    pagina.get_by_role("button", name="Opslaan").first.click()


def test_van_word_naar_besluit_en_vergelijking(pagina: Page, inloggen: Inloggen) -> None:
    """Export, edit in Word, read back, accept some of it, vaststellen, and compare with the version before."""
    plek = vind_plek(inloggen(pagina, Rol.MANAGER))
    pagina.goto(f"/notities/{plek.n}")
    stel_vast(pagina, "2020-01-30")
    pagina.get_by_role("button", name="Nieuw concept").click()
    breng_terug(pagina, bewerkt_in_word(haal_op(pagina, "Word-document")))
    expect(pagina.locator(".verdict")).to_have_text("3 wijzigingen: 3 over te nemen.")
    pagina.get_by_role("checkbox").last.uncheck()
    pagina.get_by_role("button", name="Overnemen wat is gekozen").click()
    expect(pagina.get_by_text("2 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet.")).to_be_visible()

    stel_vast(pagina, "2020-06-25")
    pagina.get_by_role("link", name="Versies", exact=True).click()
    pagina.get_by_role("button", name="Vergelijken").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Van versie 1 naar versie 2")
    expect(pagina.locator(".vergelijkrij ins")).to_contain_text([IN_WORD.strip()] * 2)


def stel_vast(pagina: Page, datum: str) -> None:
    pagina.get_by_role("button", name="Aanbieden ter vaststelling").click()
    pagina.get_by_role("link", name="Vaststellen", exact=True).click()
    pagina.get_by_label("Datum van het besluit").fill(datum)
    pagina.get_by_label("Welk besluit").fill("Raadsbesluit")
    pagina.get_by_role("button", name="Vaststellen", exact=True).click()


def breng_terug(pagina: Page, bestand: bytes) -> None:
    pagina.goto("/importeren/")
    pagina.locator("input[type=file]").set_input_files({"name": "terug.docx", "mimeType": DOCX, "buffer": bestand})
    pagina.get_by_role("button", name="Bestand lezen").click()
