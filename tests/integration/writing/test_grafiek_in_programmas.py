"""A chart as other programs show it: LibreOffice opens the Word file, and a browser draws the page."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from app.writing.formaten import schrijf
from app.writing.grafiek.lijn import klein, op_pagina
from tests import voorwaarden
from tests.unit.writing.grafieken import jaren, lijngrafiek, reeks, volle_grafiek
from tests.unit.writing.test_grafiek_bestanden import document

GEBOUWD = voorwaarden.PROJECT / "app/static/dist"
STIJLBLAD = next(GEBOUWD.glob("doelspoor-*.css"), GEBOUWD / "doelspoor.css")
PLEK = """<!doctype html><html lang="nl"><meta charset="utf-8"><link rel="stylesheet" href="{stijl}">
<body class="doelspoor-thema"><main>{inhoud}</main></body></html>"""
Toon = Callable[[int, str], Page]

# The texts of every chart that shows, with where their letters are on the screen and how high those are.
TEKSTEN = """() => [...document.querySelectorAll("svg")].filter((svg) => svg.checkVisibility()).map((svg) => ({
  kader: svg.getBoundingClientRect().toJSON(),
  teksten: [...svg.querySelectorAll("text")].map((tekst) => ({
    inhoud: tekst.textContent,
    vak: tekst.getBoundingClientRect().toJSON(),
    letter: parseFloat(getComputedStyle(tekst).fontSize) * svg.getScreenCTM().a,
  })),
}))"""


@pytest.fixture
def toon(browser: Browser, tmp_path: Path) -> Iterator[Toon]:
    """A page with our style sheet and fonts, so wide."""
    if not STIJLBLAD.exists():
        voorwaarden.sla_over("De vormgeving is nog niet gebouwd (make css).")
    paginas: list[Page] = []

    def maak(breedte: int, inhoud: str) -> Page:
        bestand = tmp_path / "pagina.html"
        bestand.write_text(PLEK.format(stijl=STIJLBLAD.as_uri(), inhoud=inhoud), "utf-8")
        pagina = browser.new_page(viewport={"width": breedte, "height": 900})
        paginas.append(pagina)
        pagina.goto(bestand.as_uri())
        assert pagina.evaluate("document.fonts.ready.then(() => document.fonts.check('13px \"Source Sans 3\"'))")
        return pagina

    yield maak
    for pagina in paginas:
        pagina.close()


def raken(een: dict[str, float], ander: dict[str, float], lucht: float) -> bool:
    """`lucht`: the box of a line of text has some air above and below its letters."""
    return (
        een["left"] + 1 < ander["right"]
        and ander["left"] + 1 < een["right"]
        and een["top"] + lucht < ander["bottom"]
        and ander["top"] + lucht < een["bottom"]
    )


@pytest.mark.parametrize(("breedte", "soort"), [(360, "smal"), (600, "smal"), (1200, "breed")])
def test_een_grafiek_die_past_met_leesbare_losse_letters(toon: Toon, breedte: int, soort: str) -> None:
    pagina = toon(breedte, op_pagina(volle_grafiek(), id_="g"))
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte
    (grafiek,) = pagina.evaluate(TEKSTEN)
    assert pagina.locator("svg:visible").get_attribute("class") == f"lijngrafiek lijngrafiek--{soort}"
    teksten = grafiek["teksten"]
    assert {"9,6%", "Voorlopig"} <= {woord for tekst in teksten for woord in tekst["inhoud"].split()}
    for nummer, tekst in enumerate(teksten):
        assert tekst["letter"] >= 11
        assert tekst["vak"]["left"] >= grafiek["kader"]["left"] - 1
        assert tekst["vak"]["right"] <= grafiek["kader"]["right"] + 1
        assert not [
            ander for ander in teksten[nummer + 1 :] if raken(tekst["vak"], ander["vak"], tekst["letter"] * 0.3)
        ], tekst


def test_een_lezer_hoort_een_beeld_met_naam_en_omschrijving(toon: Toon) -> None:
    pagina = toon(1200, op_pagina(volle_grafiek(), id_="g"))
    beeld = pagina.get_by_role("img")
    assert beeld.count() == 1
    assert "Jongeren met hulp Realisatie van 8,3% (2018)" in beeld.aria_snapshot()


def test_kleine_grafieken_staan_naast_elkaar_of_onder_elkaar(toon: Toon) -> None:
    punten = [lijngrafiek(reeks(*jaren("1", str(n)))) for n in range(2, 5)]
    lijst = "".join(f"<li>{klein(grafiek, id_=f'k{plek}')}</li>" for plek, grafiek in enumerate(punten))
    for breedte, kolommen in ((360, 1), (1000, 3)):
        pagina = toon(breedte, f'<ul class="kleine-grafieken">{lijst}</ul>')
        plekken = {grafiek["kader"]["left"] for grafiek in pagina.evaluate(TEKSTEN)}
        assert len(plekken) == kolommen


def test_word_bestand_met_grafiek_wordt_een_pdf_met_een_scherp_beeld(tmp_path: Path) -> None:
    soffice, pdfimages = voorwaarden.libreoffice(), voorwaarden.poppler("pdfimages")
    bestand = tmp_path / "rapport.docx"
    bestand.write_bytes(schrijf(document(volle_grafiek()), "docx"))
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    opdracht = [soffice, profiel, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(bestand)]
    subprocess.run(opdracht, capture_output=True, check=True, timeout=120)
    pdf = str(tmp_path / "rapport.pdf")
    uit = subprocess.run([pdfimages, "-list", pdf], capture_output=True, check=True, timeout=60).stdout.decode()
    beelden = [regel.split() for regel in uit.splitlines()[2:] if regel.split()[2] == "image"]
    assert [(beeld[3], beeld[4]) for beeld in beelden] == [("1937", "861")]
    assert shutil.which("pdftotext")
    tekst = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, timeout=60).stdout
    assert "eerder gemeld 9,4%" in tekst.decode()
