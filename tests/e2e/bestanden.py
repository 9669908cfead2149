"""Files that a page gives, chosen behind Exporteren and fetched as the browser of its user does."""

from pathlib import Path

from playwright.sync_api import Page


def haal_op(pagina: Page, formaat: str, *, kolommen: tuple[str, ...] = ()) -> bytes:
    """`formaat` as on its button or link ("Word-document"); `kolommen` are ticked first and stay ticked."""
    keuze = pagina.locator("details.exportkeuze")
    if keuze.get_attribute("open") is None:
        keuze.locator("summary").click()
    for kolom in kolommen:
        keuze.get_by_label(kolom).check()
    knop = keuze.get_by_role("button", name=formaat).or_(keuze.get_by_role("link", name=formaat))
    with pagina.expect_download() as wacht:
        knop.click()
    return Path(wacht.value.path()).read_bytes()
