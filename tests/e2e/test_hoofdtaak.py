"""The main job, as an adviseur does it: read a note in Word, edit it, say who carries what, hand over the file."""

import re
from collections.abc import Callable
from io import BytesIO

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from app.models import Rol
from tests import voorwaarden
from tests.e2e.bestanden import haal_op
from tests.unit.reading.bouw import schrijf
from tests.unit.reading.voorbeeld import voorbeeld

BESTAND = "Word-, PDF- of tekstbestand"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
GEBIED = "Wonen met zorg"
DOEL = "In 2026 zijn er 40 tot 45 woonplekken meer dan in 2021."
INTERVENTIE = "Leegstaande kantoren ombouwen."
ONDERDEEL = "Een lijst van gebouwen maken."

Inloggen = Callable[..., Page]
NieuwePagina = Callable[..., Page]


@pytest.mark.parametrize("script", [True, False], ids=["met-javascript", "zonder-javascript"])
def test_van_word_naar_overzicht(script: bool, nieuwe_pagina: NieuwePagina, inloggen: Inloggen) -> None:
    pagina = inloggen(nieuwe_pagina(java_script_enabled=script), Rol.BELEIDSADVISEUR)
    importeer(pagina, schrijf(voorbeeld()))
    pagina.get_by_role("link", name=GEBIED).click()
    pagina.get_by_role("link", name="Bewerken", exact=True).click()
    bewerk_doel(pagina)
    voeg_interventie_toe(pagina)
    verplaats_en_verwijder(pagina)
    wijs_toe(pagina, script)
    controleer_bestanden(pagina)


def importeer(pagina: Page, inhoud: bytes) -> None:
    pagina.goto("/importeren/")
    pagina.get_by_label(BESTAND).set_input_files({"name": "samen.docx", "mimeType": DOCX, "buffer": inhoud})
    pagina.get_by_role("button", name="Bestand lezen").click()
    zin = "3 probleemgebieden, 7 doelen, 6 interventies; 0 regels niet herkend, 1 doel nog open"
    expect(pagina.get_by_text(zin)).to_be_visible()
    expect(pagina.get_by_text("Dit bestand noemt Waterbroek")).to_be_visible()
    pagina.get_by_text(f"1. {GEBIED}").click()
    expect(pagina.get_by_text("Een loket openen voor vragen over wonen.")).to_be_visible()
    pagina.get_by_label("Datum").fill("2021-03-15")
    pagina.get_by_role("button", name="Overnemen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Notitie Samen Verder")
    expect(pagina.get_by_text("15 maart 2021").first).to_be_visible()


def bewerk_doel(pagina: Page) -> None:
    """The streefwaarde is read from the text, also before saving."""
    pagina.get_by_role("link", name="Doel 2 bewerken").click()
    pagina.get_by_label("Tekst", exact=True).fill(DOEL)
    pagina.get_by_role("button", name="Lees opnieuw uit de tekst").click()
    expect(pagina.get_by_text("tussen 40 en 45 meer dan in 2021, te halen in 2026")).to_be_visible()
    expect(pagina.get_by_label("Van", exact=True)).to_have_value("40")
    expect(pagina.get_by_label("Tekst", exact=True)).to_have_value(DOEL)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_role("status").filter(has_text="Doel 2 is opgeslagen.")).to_be_visible()
    expect(pagina.locator("#doel")).to_contain_text("tussen 40 en 45 meer dan in 2021, te halen in 2026")


def voeg_interventie_toe(pagina: Page) -> None:
    pagina.get_by_role("link", name="Interventie toevoegen").click()
    pagina.get_by_label("Tekst").fill(INTERVENTIE)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    pagina.get_by_role("link", name="Onderdeel toevoegen aan interventie 4").click()
    pagina.get_by_label("Tekst").fill(ONDERDEEL)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_text("Onderdeel 4a is toegevoegd.")).to_be_visible()


def verplaats_en_verwijder(pagina: Page) -> None:
    pagina.get_by_role("button", name="Interventie 4 omhoog").click()
    expect(pagina.get_by_text("Interventie 4 is nu interventie 3")).to_be_visible()
    pagina.get_by_role("button", name="Doel 2 verwijderen").click()
    melding = pagina.get_by_role("status")
    expect(melding).to_contain_text("Doel 2 verwijderd")
    expect(melding).to_contain_text("doel 3 is nu 2")
    expect(pagina.locator("#doel")).not_to_contain_text(DOEL)
    expect(pagina.locator("#indicator")).not_to_contain_text("Aantal woonplekken op 1 januari.")
    expect(pagina.locator("#indicator")).to_contain_text("Gemiddelde wachttijd in weken.")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(melding).to_contain_text(re.compile("Doel 2 (is )?teruggezet"))
    expect(pagina.locator("#doel .bewerkrij").nth(1)).to_contain_text(DOEL)
    expect(pagina.locator("#indicator")).to_contain_text("Aantal woonplekken op 1 januari.")


def wijs_toe(pagina: Page, script: bool) -> None:
    """With JavaScript an interventie takes its onderdelen along; without, each box is ticked by hand."""
    pagina.get_by_role("link", name="Toewijzen").click()
    onderdeel = pagina.get_by_label("Onderdeel 3a: RIGG")
    pagina.get_by_label("Interventie 3: RIGG").check()
    expect(onderdeel).to_be_checked(checked=script)
    onderdeel.check()
    pagina.get_by_label("Doel 2 onder voorbehoud: RIGG").check()
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_text("Opgeslagen: 3 toewijzingen gewijzigd.")).to_be_visible()
    expect(pagina.locator("#interventie-3")).to_contain_text("RIGG")
    expect(pagina.locator("#doel-2")).to_contain_text("onder voorbehoud")


def controleer_bestanden(pagina: Page) -> None:
    pagina.get_by_role("main").get_by_role("link", name="Opdrachten", exact=True).click()
    pagina.get_by_role("navigation", name="Opdrachtnemer").get_by_role("link", name="RIGG").click()
    expect(pagina.get_by_text("RIGG: 2 doelen, 3 interventies en 0 opdrachten, in 1 probleemgebied.")).to_be_visible()
    tekst = tekst_van_docx(haal_op(pagina, "Word-document"))
    assert all(deel in tekst for deel in (GEBIED, DOEL, INTERVENTIE, ONDERDEEL, "3a", "onder voorbehoud"))
    assert "Een loket openen" in tekst
    assert "Over de bouw van kleine woningen" not in tekst
    rijen = rijen_van_xlsx(haal_op(pagina, "Excel-bestand"))
    assert {rij["Opdrachtnemer"] for rij in rijen} == {"RIGG"}
    gevonden = {rij["Tekst"]: (rij["Soort"], rij["Kenmerk"], rij["Voorbehoud"]) for rij in rijen}
    assert gevonden[DOEL] == ("doel", "2", "ja")
    assert gevonden[INTERVENTIE] == ("interventie", "3", "nee")
    assert gevonden[ONDERDEEL] == ("onderdeel", "3a", "nee")


def tekst_van_docx(inhoud: bytes) -> str:
    document = docx.Document(BytesIO(inhoud))
    cellen = (cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells)
    return "\n".join([*(alinea.text for alinea in document.paragraphs), *cellen])


def rijen_van_xlsx(inhoud: bytes) -> list[dict[str, object]]:
    """The rows of the first sheet, by the names of its columns."""
    kop, *rijen = openpyxl.load_workbook(BytesIO(inhoud)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, kop), rij, strict=True)) for rij in rijen]


def test_de_echte_notitie(pagina: Page, inloggen: Inloggen) -> None:
    """The counts that were agreed on; the demonstration data hold this note already, so it is kept beside it."""
    bestand = voorwaarden.bronnen() / "conceptnotitie-hogeland-2020.docx"
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/importeren/")
    pagina.get_by_label(BESTAND).set_input_files(bestand)
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.get_by_text("7 probleemgebieden, 31 doelen, 39 interventies; 0 regels niet herkend")).to_be_visible()
    pagina.get_by_label("Als nieuwe notitie bewaren").check()
    pagina.get_by_role("button", name="Overnemen").click()
    expect(pagina.get_by_text("is overgenomen")).to_be_visible()
    pagina.goto("/opdrachten/")
    expect(pagina.get_by_text("RIGG: 8 doelen, 17 interventies en 7 opdrachten")).to_be_visible()
    expect(pagina.get_by_text("Lokaal: 25 doelen, 31 interventies en 1 opdracht,")).to_be_visible()
