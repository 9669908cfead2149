"""On paper: the policy of a probleemgebied and the overview of a period, without what only works on a screen."""

import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from app.models import Rol
from tests import voorwaarden
from tests.e2e.plek import vind_plek

MEESTE_PAGINAS = 3
MEESTE_PAGINAS_OVERZICHT = 5
A4 = (596, 843)  # points
MARGE = 36  # points: 13 mm
PAPIER = {"width": 696, "height": 1020}  # what is left of A4 within its margins, in pixels
# What a reader sees of these is folded or shortened on purpose; the whole of it stands elsewhere on the page.
INGEKORT = ".tegel__naam, .verborgen"

Inloggen = Callable[..., Page]


@pytest.fixture
def afdruk(pagina: Page, inloggen: Inloggen, tmp_path: Path) -> Callable[[], Path]:
    """Prints the first probleemgebied of the concept."""

    def druk_af() -> Path:
        pagina.goto(vind_plek(inloggen(pagina, Rol.BELEIDSADVISEUR)).gebied)
        pad = tmp_path / "probleemgebied.pdf"
        pagina.pdf(path=pad, format="A4", print_background=True)
        return pad

    return druk_af


def test_alleen_het_beleid_komt_op_papier(pagina: Page, afdruk: Callable[[], Path]) -> None:
    programma = voorwaarden.poppler("pdftotext")
    uit = subprocess.run([programma, "-layout", afdruk(), "-"], capture_output=True, text=True, check=True).stdout
    for tekst in (
        "Basisondersteuning individueel",
        "Doelen",
        "Interventies",
        "30% lager dan in 2019",
        "RIGG",
        "Lokaal",
    ):
        assert tekst in uit
    for tekst in ("Uitloggen", "Mijn werk", "Bewerken", "Direct naar de inhoud", "Volgende"):
        assert tekst not in uit
    assert uit.count("\f") <= MEESTE_PAGINAS


def test_op_papier_staat_geen_bediening(pagina: Page, afdruk: Callable[[], Path]) -> None:
    afdruk()
    pagina.emulate_media(media="print")
    for kiezer in (
        "nav.hoofdnavigatie",
        "nav.kruimelpad",
        ".kop__uitloggen",
        ".paginakop__acties",
        ".gebiedsnavigatie",
    ):
        assert not pagina.locator(kiezer).first.is_visible(), f"{kiezer} staat op papier"
    assert pagina.get_by_role("heading", level=1).is_visible()


@pytest.fixture
def als_papier(pagina: Page, inloggen: Inloggen) -> Page:
    """The overview of the period that is going on, in the browser as it is on paper."""
    inloggen(pagina, Rol.MANAGER, organisatie="het-hogeland").goto("/voortgang/2019-H2/overzicht")
    pagina.emulate_media(media="print")
    pagina.set_viewport_size(PAPIER)
    return pagina


@pytest.fixture
def overzicht(als_papier: Page, tmp_path: Path) -> Path:
    """The same, really printed."""
    pad = tmp_path / "overzicht.pdf"
    als_papier.pdf(path=pad, format="A4", print_background=True)
    return pad


def woorden_op_papier(pdf: Path) -> list[tuple[int, str, float, float]]:
    """(page, word, left, right), in points."""
    opdracht = [voorwaarden.poppler("pdftotext"), "-enc", "UTF-8", "-bbox", pdf, "-"]
    uit = subprocess.run(opdracht, capture_output=True, check=True).stdout.decode()
    wortel = html.fromstring(uit)
    paginas = wortel.xpath("//page")
    assert {(round(float(p.get("width"))), round(float(p.get("height")))) for p in paginas} == {A4}
    return [
        (nummer, woord.text, float(woord.get("xmin")), float(woord.get("xmax")))
        for nummer, pagina in enumerate(paginas, start=1)
        for woord in pagina.xpath(".//word")
    ]


def test_het_overzicht_past_op_a4_en_steekt_nergens_uit(overzicht: Path) -> None:
    woorden = woorden_op_papier(overzicht)
    per_pagina = Counter(nummer for nummer, *_ in woorden)
    assert len(per_pagina) <= MEESTE_PAGINAS_OVERZICHT
    assert min(per_pagina.values()) > 5, f"een bijna lege pagina: {per_pagina}"
    buiten = [(n, woord) for n, woord, links, rechts in woorden if links < MARGE or rechts > A4[0] - MARGE]
    assert buiten == []


def test_van_het_overzicht_valt_op_papier_geen_woord_weg(als_papier: Page, overzicht: Path) -> None:
    """Every word that is shown in print stands on the paper as well: of the rows, the attention list and the charts."""
    op_papier = {woord for _, woord, *_ in woorden_op_papier(overzicht)}
    for deel in ("[aria-labelledby='aandacht']", ".voortgangstabel", "[aria-labelledby='nog-te-doen']"):
        gezien = als_papier.locator(f"main {deel}").inner_text().split()
        assert len(gezien) > 10, deel
        assert [woord for woord in gezien if woord not in op_papier] == []
    in_grafieken = als_papier.locator("main svg.grafiek text").all_text_contents()
    assert len(in_grafieken) > 20
    assert [tekst for tekst in in_grafieken if not set(tekst.split()) <= op_papier] == []


def test_op_papier_is_niets_afgesneden(als_papier: Page) -> None:
    afgesneden = als_papier.evaluate(
        """ingekort => [...document.querySelectorAll('main *')].filter(e =>
            !e.closest(ingekort) && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1
        ).map(e => `${e.className} ${e.scrollWidth} > ${e.clientWidth}`)""",
        INGEKORT,
    )
    assert afgesneden == []
    assert als_papier.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for kiezer in ("nav.hoofdnavigatie", "nav.kruimelpad", ".paginakop__acties", ".filterbalk", ".kop__uitloggen"):
        for element in als_papier.locator(kiezer).all():
            assert not element.is_visible(), f"{kiezer} staat op papier"
