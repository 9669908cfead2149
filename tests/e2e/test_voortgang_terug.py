"""The voortgang of a period goes to Word, changes there and on screen, comes back, and somebody chooses."""

from collections.abc import Callable
from io import BytesIO

import docx
from playwright.sync_api import Page, expect

from app.models import Rol
from tests.e2e.bestanden import haal_op

Inloggen = Callable[..., Page]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IN_WORD = "Dit kwam uit Word."


def test_van_exporteren_tot_overnemen(pagina: Page, inloggen: Inloggen, bekijk: Callable[[Page], None]) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    pagina.goto("/voortgang/")
    adres = pagina.locator("a[href$='/invullen']").first.get_attribute("href") or ""
    periode = adres.removesuffix("/invullen")
    pagina.goto(f"{periode}/overzicht")
    bestand = bewerkt_in_word(haal_op(pagina, "Word-document"))

    pagina.goto("/voortgang/importeren")
    pagina.get_by_label("Word-, PDF- of tekstbestand").set_input_files(
        {"name": "terug.docx", "mimeType": DOCX, "buffer": bestand}
    )
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.locator(".verdict")).to_have_text("3 wijzigingen: 3 over te nemen.")
    expect(pagina.get_by_role("checkbox", checked=True)).to_have_count(2)
    bekijk(pagina)
    pagina.get_by_role("button", name="Overnemen wat is gekozen").click()

    expect(pagina.get_by_text("2 wijzigingen zijn uit het bestand overgenomen. 1 wijziging niet.")).to_be_visible()
    expect(pagina.get_by_role("main")).to_contain_text(IN_WORD)


def bewerkt_in_word(inhoud: bytes) -> bytes:
    """Another text in the first row, another name in the second, and the last row of the table away."""
    word = docx.Document(BytesIO(inhoud))
    rijen = word.tables[0].rows
    rijen[1].cells[1].paragraphs[0].add_run(f" {IN_WORD}")
    rijen[2].cells[0].paragraphs[0].add_run(" en meer")
    rijen[-1]._tr.getparent().remove(rijen[-1]._tr)
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()
