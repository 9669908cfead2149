"""A notitie goes to Word, changes there and on screen, comes back, and somebody chooses, in a real browser."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.plek import vind_plek

Inloggen = Callable[..., Page]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IN_WORD = " Dit kwam uit Word."
OP_SCHERM = " Dit kwam van het scherm."


def test_van_exporteren_tot_overnemen(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    plek = vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR))
    pagina.goto(f"/notities/{plek.n}")
    bestand = bewerkt_in_word(haal_op(pagina))
    wijzig_op_scherm(pagina, plek.doel)

    pagina.goto("/importeren/")
    pagina.get_by_label("Word- of PDF-bestand").set_input_files(
        {"name": "terug.docx", "mimeType": DOCX, "buffer": bestand}
    )
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.locator(".verdict")).to_have_text("3 wijzigingen: 2 over te nemen, 1 botst met wat een collega deed.")
    bekijk(pagina)
    pagina.get_by_role("checkbox").last.uncheck()
    pagina.get_by_label("In het bestand").check()
    pagina.get_by_role("button", name="Overnemen wat is gekozen").click()

    expect(pagina.get_by_text("2 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet.")).to_be_visible()
    pagina.goto(f"/probleemgebieden/{plek.g}")
    expect(pagina.get_by_role("main")).to_contain_text(IN_WORD.strip())
    expect(pagina.get_by_role("main")).not_to_contain_text(OP_SCHERM.strip())


def haal_op(pagina: Page) -> bytes:
    keuze = pagina.locator(".exportkeuze")
    keuze.locator("summary").click()
    with pagina.expect_download() as wacht:
        keuze.get_by_role("button", name=".docx").click()
    return Path(wacht.value.path()).read_bytes()


def bewerkt_in_word(inhoud: bytes) -> bytes:
    """The first line of ist, doelen and interventies of the first probleemgebied."""
    word = docx.Document(BytesIO(inhoud))
    for rij in word.tables[0].rows:
        if rij.cells[0].text.startswith(("Ist", "Doelen", "Interventies")):
            rij.cells[1].paragraphs[0].runs[-1].text += IN_WORD
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()


def wijzig_op_scherm(pagina: Page, adres: str) -> None:
    pagina.goto(adres)
    tekst = pagina.get_by_label("Tekst", exact=True)
    tekst.fill(tekst.input_value() + OP_SCHERM)
    pagina.get_by_role("button", name="Opslaan").first.click()
