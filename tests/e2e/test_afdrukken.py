"""On paper: the policy of a probleemgebied, without what only works on a screen."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.models import Rol
from tests import voorwaarden
from tests.e2e.plek import vind_plek

MEESTE_PAGINAS = 3

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
