"""The second half, as an adviseur and a manager do it: a report in Word, the next period, closing it, the files."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from app.models import Rol
from tests import voorwaarden
from tests.e2e.bestanden import haal_op
from tests.e2e.test_hoofdtaak import BESTAND, DOCX, tekst_van_docx
from tests.unit.reading.voortgang_bouw import Rapport

# A gemeente without periods in the demonstration data.
GEMEENTE = "eemsdelta"
EERST, VOLGEND = "2019-H1", "2019-H2"

TEKST = "De eerste groep is begonnen met de training."
VERBETERD = "De eerste groep van twaalf mensen is begonnen met de training."
OPMERKING = "Hoeveel mensen zijn dat?"
BIJSTURING = "We vragen een tweede bureau om hulp."
NIEUWE_NAAM = "Een heel andere naam"

Inloggen = Callable[..., Page]
NieuwePagina = Callable[..., Page]


@dataclass(frozen=True)
class Verhaal:
    """A report, what the preview says of it, and two of its maatregelen that go along to the next period."""

    inhoud: bytes
    telling: str
    eerste: str
    eerste_naam: str
    tweede: str
    overgenomen: str
    klaar: str


def klein() -> Verhaal:
    rapport = Rapport("Voortgangsrapportage gemeente Zandwijk")
    rapport.kop("1. Sterke wijken").tabel(
        ("Maatregel", "Voortgang", "Planning"),
        ("a. Scholing van wijkteams", "Het plan voor de training is klaar.", "Gepland\n1 juli 2020"),
        ("b. Inloop in de wijk", "De inloop is elke week open.", "Doorlopend"),
        ("c. Oude loketten sluiten", "Alle oude loketten zijn dicht.", "Afgerond"),
    )
    telling = "1 thema, 3 maatregelen, 3 regels"
    return Verhaal(
        rapport.bytes(), telling, "1a", "Scholing van wijkteams", "1b", "De inloop is elke week open.", "Oude loketten"
    )


def echt() -> Verhaal:
    """The source document stands beside the project or it does not."""
    bestand = voorwaarden.bronnen() / "halfjaarrapportage-noordoostpolder-2019-h1.docx"
    vorige = "Specialisten worden nog onvoldoende betrokken en/of geraadpleegd."
    return Verhaal(
        bestand.read_bytes(),
        "7 thema's, 19 maatregelen, 20 regels",
        "1c",
        "Doorontwikkeling VIA",
        "1a",
        vorige,
        "Procesregie",
    )


@pytest.mark.parametrize(
    ("verhaal", "script"),
    [(klein, False), (echt, True)],
    ids=["klein", "echt"],
)
def test_van_rapport_naar_gesloten(
    verhaal: Callable[[], Verhaal],
    script: bool,
    nieuwe_pagina: NieuwePagina,
    inloggen: Inloggen,
) -> None:
    """`script`: whether the adviseur has JavaScript; the manager then has none, and the other way about."""
    v = verhaal()
    adviseur = inloggen(nieuwe_pagina(java_script_enabled=script), Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    importeer(adviseur, v)
    start_volgende(adviseur, v)
    vul_in(adviseur, v)
    baas = inloggen(nieuwe_pagina(java_script_enabled=not script), Rol.MANAGER, organisatie=GEMEENTE)
    stuur_terug(baas, v)
    herstel(adviseur, v)
    keur_goed_en_sluit(baas)
    hernoem(adviseur, v)
    controleer_bevroren(adviseur, v)
    controleer_bestanden(adviseur, v)


def importeer(pagina: Page, v: Verhaal) -> None:
    pagina.goto("/voortgang/")
    pagina.get_by_role("link", name="Rapport importeren").click()
    pagina.get_by_label(BESTAND).set_input_files({"name": "rapport.docx", "mimeType": DOCX, "buffer": v.inhoud})
    pagina.get_by_label("Periode").fill(EERST)
    pagina.get_by_role("button", name="Bestand lezen").click()
    expect(pagina.locator(".verdict")).to_contain_text(v.telling)
    expect(pagina.get_by_text("er is nog niets opgeslagen")).to_be_visible()
    pagina.get_by_role("button", name=f"Overnemen in {EERST}").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text(f"Overzicht {EERST}")
    expect(pagina.get_by_text(f"De rapportage is overgenomen in {EERST}")).to_be_visible()


def start_volgende(pagina: Page, v: Verhaal) -> None:
    """What is not finished goes along; what was told stands beside it and is to be told anew."""
    pagina.goto("/voortgang/")
    expect(pagina.get_by_label("Periode", exact=True)).to_have_value(VOLGEND)
    pagina.get_by_role("button", name="Volgende periode starten").click()
    expect(pagina.get_by_text(f"De periode {VOLGEND} is gestart")).to_be_visible()
    pagina.get_by_role("link", name="Alle maatregelen").first.click()
    tweede = rij(pagina, v.tweede)
    expect(tweede.locator(".invulrij__vorige")).to_contain_text(v.overgenomen)
    expect(tweede.get_by_label("Voortgang nu")).to_have_value("")
    expect(pagina.locator(".invulrij__naam", has_text=v.klaar)).to_have_count(0)


def vul_in(pagina: Page, v: Verhaal) -> None:
    """Rood asks for an explanation, and nothing that was typed is lost meanwhile."""
    eerste = rij(pagina, v.eerste)
    eerste.get_by_label("Voortgang nu").fill(TEKST)
    eerste.get_by_label("Planning").fill("Gepland\n31-12-2020")
    eerste.get_by_label("Rood").check()
    bewaar(pagina, v.eerste)
    expect(eerste.get_by_role("alert")).to_contain_text("Bij rood hoort een bijsturing.")
    expect(eerste.get_by_label("Voortgang nu")).to_have_value(TEKST)
    for label, tekst in (("Oorzaak", "Er is te weinig tijd."), ("Gevolg", "Het duurt langer."), ("Bijst", BIJSTURING)):
        eerste.get_by_label(label).fill(tekst)
    bewaar(pagina, v.eerste)
    expect(eerste.get_by_role("status")).to_have_text("Opgeslagen.")
    expect(eerste.locator(".invulrij__gelezen")).to_contain_text("gelezen als: Gepland, 31 december 2020")
    pagina.get_by_role("button", name=f"Vorige tekst overnemen: {v.tweede}", exact=True).click()
    expect(rij(pagina, v.tweede).get_by_label("Voortgang nu")).to_have_value(re.compile(re.escape(v.overgenomen)))
    pagina.get_by_role("button", name="Klaar: ter controle").click()
    expect(pagina.get_by_text(f"De periode {VOLGEND} is nu ter controle bij de manager.")).to_be_visible()


def stuur_terug(pagina: Page, v: Verhaal) -> None:
    pagina.get_by_role("link", name=f"Voortgang {VOLGEND}").click()
    eerste = rij(pagina, v.eerste)
    eerste.locator("summary", has_text="Terugsturen").click()
    eerste.get_by_label("Wat moet er nog gebeuren?").fill(OPMERKING)
    eerste.get_by_role("button", name="Terugsturen met opmerking").click()
    expect(eerste.get_by_text("Teruggestuurd met uw opmerking.")).to_be_visible()


def herstel(pagina: Page, v: Verhaal) -> None:
    """Only what came back can be changed now."""
    pagina.goto(f"/voortgang/{VOLGEND}/invullen?wie=alle")
    eerste = rij(pagina, v.eerste)
    expect(eerste.get_by_text(OPMERKING)).to_be_visible()
    expect(rij(pagina, v.tweede).get_by_label("Voortgang nu")).to_have_count(0)
    eerste.get_by_label("Voortgang nu").fill(VERBETERD)
    bewaar(pagina, v.eerste)
    expect(eerste.get_by_text("Opgeslagen.")).to_be_visible()


def keur_goed_en_sluit(pagina: Page) -> None:
    pagina.goto(f"/voortgang/{VOLGEND}/invullen")
    pagina.get_by_role("button", name="Alles goedkeuren wat is ingevuld (2)").click()
    expect(pagina.get_by_text("2 regels zijn goedgekeurd.")).to_be_visible()
    pagina.get_by_role("link", name="Periode sluiten").click()
    toch = pagina.get_by_label("Toch sluiten, ook al is niet alles akkoord")
    if toch.count():
        pagina.get_by_role("button", name="Periode sluiten").click()
        expect(pagina.get_by_text("Zet een vinkje als u toch wilt sluiten.").first).to_be_visible()
        toch.check()
    pagina.get_by_role("button", name="Periode sluiten").click()
    expect(pagina.get_by_text(f"De periode {VOLGEND} is gesloten. Dit rapport verandert niet meer.")).to_be_visible()


def hernoem(pagina: Page, v: Verhaal) -> None:
    pagina.goto("/voortgang/maatregelen")
    pagina.get_by_role("link", name=f"{v.eerste} {v.eerste_naam} bewerken").click()
    pagina.get_by_label("Naam", exact=True).fill(NIEUWE_NAAM)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_text(f"{v.eerste} {NIEUWE_NAAM}").first).to_be_visible()


def controleer_bevroren(pagina: Page, v: Verhaal) -> None:
    """The closed report keeps the old name; the one that is open has the new."""
    pagina.goto(f"/voortgang/{VOLGEND}/overzicht")
    tabel = pagina.locator(".voortgangstabel")
    for tekst in (f"{v.eerste} {v.eerste_naam}", VERBETERD, v.overgenomen):
        expect(tabel).to_contain_text(tekst)
    expect(pagina.locator("#aandacht").locator("..")).to_contain_text(BIJSTURING)
    expect(pagina.locator("main")).not_to_contain_text(NIEUWE_NAAM)
    expect(pagina.get_by_role("link", name="Invullen")).to_have_count(0)
    pagina.goto(f"/voortgang/{EERST}/overzicht")
    expect(pagina.locator(".voortgangstabel")).to_contain_text(NIEUWE_NAAM)


def controleer_bestanden(pagina: Page, v: Verhaal) -> None:
    pagina.goto(f"/voortgang/{VOLGEND}/overzicht")
    tekst = tekst_van_docx(haal_op(pagina, "Word-document", kolommen=("Status", "Kleur met uitleg")))
    cellen = set(cellen_van_xlsx(haal_op(pagina, "Excel-bestand")))
    feiten = (v.eerste_naam, VERBETERD, BIJSTURING)
    assert all(feit in tekst for feit in feiten)
    assert set(feiten) | {"Gepland\n31-12-2020"} <= cellen
    assert NIEUWE_NAAM not in tekst
    assert NIEUWE_NAAM not in cellen


def rij(pagina: Page, aanduiding: str) -> Locator:
    """The row of this maatregel in the table to report in."""
    letter = pagina.locator(".invulrij__letter").get_by_text(aanduiding, exact=True)
    return pagina.locator(".invulrij", has=letter)


def bewaar(pagina: Page, aanduiding: str) -> None:
    pagina.get_by_role("button", name=f"Opslaan: {aanduiding}", exact=True).click()


def cellen_van_xlsx(inhoud: bytes) -> Iterator[object]:
    for blad in openpyxl.load_workbook(BytesIO(inhoud)).worksheets:
        for cellen in blad.iter_rows(values_only=True):
            yield from cellen


@pytest.mark.parametrize("breedte", [1280, 360])
def test_de_exportkeuze_past(breedte: int, pagina: Page, inloggen: Inloggen, axe: Callable[[Page], None]) -> None:
    """It hangs over the page, so the tests of whole pages leave it folded."""
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    pagina.set_viewport_size({"width": breedte, "height": 900})
    for code in (EERST, VOLGEND):
        pagina.goto(f"/voortgang/{code}/overzicht")
        pagina.locator(".exportkeuze summary").click()
        expect(pagina.get_by_role("button", name="JSON-bestand")).to_be_in_viewport(ratio=1)
        assert pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        axe(pagina)
