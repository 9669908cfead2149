"""Entering figures in a browser: by keyboard, pasted from a spreadsheet, with or without JavaScript, by two at once."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from app.domain.cijfers.meetperiode import lees_meetperiode
from app.domain.structuur import Richting
from app.models import Bron, Indicator, Indicatorregel, Meting, Organisatie, Probleemgebied, Reeks, Rol, db
from app.services.indicatoren.metingen_opslaan import NieuweMeting, sla_metingen_op
from app.services.logboek import Dader
from tests.databases import in_app
from tests.e2e.bestanden import haal_op
from tests.e2e.test_rapport import ADRES as RAPPORT
from tests.e2e.test_rapport import kies_blok, voeg_hoofdstuk_toe

GEMEENTE = "het-hogeland"
BREEDTES = (1280, 360)
BLOK = "Indicator\t2020\t2021\nProef aandeel\t9,7\t9,6\nProef aantal\t1.234\tveel"
PLAK = """(veld, tekst) => {
  const data = new DataTransfer();
  data.setData("text/plain", tekst);
  veld.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""

NieuwePagina = Callable[..., Page]
Inloggen = Callable[..., Page]


@pytest.fixture
def cijfers(server: str, _server: tuple[str, str]) -> dict[str, int]:
    """The ids of two indicatoren ("aandeel" has 2018 and 2019), of a figure, of a line of a notitie and its gebied."""
    uit: dict[str, int] = {}
    in_app(_server[1], lambda: uit.update(_maak_cijfers()))
    return uit


def _maak_cijfers() -> dict[str, int]:
    organisatie = db.session.scalars(select(Organisatie).where(Organisatie.slug == GEMEENTE)).one()
    vast = {"organisatie_id": organisatie.id}
    aandeel = Indicator(naam="Proef aandeel", eenheid="procent", definitie="Wat telt.", **vast)
    aantal = Indicator(naam="Proef aantal", eenheid="aantal", gedeeld=True, **vast)
    db.session.add_all((aandeel, aantal))
    db.session.flush()
    metingen = [
        NieuweMeting(aandeel, lees_meetperiode(jaar), waarde)
        for jaar, waarde in (("2018", Decimal(8)), ("2019", Decimal(9)))
    ]
    sla_metingen_op(db.session, metingen=metingen, door=Dader(None, Bron.OPDRACHTREGEL), **vast)
    gebied = db.session.scalars(select(Probleemgebied).filter_by(**vast).order_by(Probleemgebied.id)).first()
    meting = db.session.scalars(select(Meting).join(Reeks).where(Reeks.indicator_id == aandeel.id)).first()
    assert gebied
    assert meting
    regel, ander = gebied.indicatoren[:2]
    regel.indicator, ander.indicator = aandeel, aantal
    ids = {"aandeel": aandeel.id, "regel": regel.id, "meting": meting.id, "gebied": gebied.id}
    db.session.commit()
    return ids


def rooster(cijfers: dict[str, int], periodes: str = "2018..2021") -> str:
    """The grid with the rows of this probleemgebied only: the two are among those."""
    return f"/indicatoren/invullen?periodes={periodes}&alle=ja&probleemgebied={cijfers['gebied']}"


def veld(pagina: Page, naam: str, jaar: int) -> Locator:
    return pagina.get_by_role("textbox", name=f"{naam} {jaar}", exact=True)


def sla_op(pagina: Page) -> None:
    pagina.get_by_role("button", name="Alles opslaan").click()


def test_elke_pagina_van_indicatoren(
    cijfers: dict[str, int], pagina: Page, inloggen: Inloggen, axe: Callable[[Page], None]
) -> None:
    """At two widths, everything unfolded: WCAG 2.2 AA and nothing wider than a phone."""
    inloggen(pagina, Rol.MANAGER, organisatie=GEMEENTE)
    vormen = (
        "/indicatoren/{aandeel}",
        "/indicatoren/{aandeel}/bewerken",
        "/indicatoren/{aandeel}/doelen",
        "/indicatoren/{aandeel}/duiding",
        "/indicatoren/{aandeel}/duiding?periode=2019",
        "/indicatoren/{aandeel}/metingen/{meting}",
        "/indicatoren/{aandeel}/nulmeting",
        "/indicatoren/indicatorregels/{regel}/koppelen",
        rooster(cijfers),
    )
    for vorm in vormen:
        antwoord = pagina.goto(vorm.format(**cijfers))
        assert antwoord
        assert antwoord.status == 200, pagina.url
        bekijk(pagina, axe)


def bekijk(pagina: Page, axe: Callable[[Page], None]) -> None:
    for breedte in BREEDTES:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.evaluate("document.querySelectorAll('main details').forEach(deel => { deel.open = true; })")
        axe(pagina)
        te_breed = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert te_breed <= 0, f"{pagina.url} is bij {breedte} px {te_breed} px te breed"


def test_een_klik_en_een_veld(cijfers: dict[str, int], pagina: Page, inloggen: Inloggen) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.goto(f"/indicatoren/{cijfers['aandeel']}")
    pagina.get_by_label("Waarde", exact=True).fill("9,7")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("2020 is opgeslagen.")
    expect(pagina.get_by_role("row", name="2020").get_by_role("cell").first).to_have_text("9,7%")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(pagina.get_by_role("row", name="2020")).to_have_count(0)


def test_met_toetsen_door_de_tabel(cijfers: dict[str, int], pagina: Page, inloggen: Inloggen) -> None:
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.goto(rooster(cijfers))
    veld(pagina, "Proef aandeel", 2019).focus()
    pagina.keyboard.press("ArrowRight")  # from the edge to the next column
    pagina.keyboard.press("ArrowRight")
    pagina.keyboard.type("9,7")
    expect(veld(pagina, "Proef aandeel", 2020)).to_have_value("9,7")
    pagina.keyboard.press("Enter")  # does not send the form
    expect(veld(pagina, "Proef aantal", 2020)).to_be_focused()
    pagina.keyboard.type("12*")
    pagina.keyboard.press("ArrowUp")
    expect(veld(pagina, "Proef aandeel", 2020)).to_be_focused()
    pagina.keyboard.press("Control+a")
    pagina.keyboard.type("9,8")
    sla_op(pagina)
    expect(pagina.get_by_role("status").first).to_contain_text("2 cijfers opgeslagen: 2 nieuw.")
    expect(veld(pagina, "Proef aandeel", 2020)).to_have_value("9,8")
    expect(veld(pagina, "Proef aantal", 2020)).to_have_value("12*")


def test_een_blok_plakken_in_een_cel(cijfers: dict[str, int], pagina: Page, inloggen: Inloggen) -> None:
    """It spreads over the cells; what does not fit is told; a changed figure asks why; all of it is undone at once."""
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.goto(rooster(cijfers))
    veld(pagina, "Proef aandeel", 2019).focus()
    veld(pagina, "Proef aandeel", 2019).evaluate(PLAK, "9,2\t9,7\t\t7\r\n146\t175\t198\t5\r\n")
    expect(pagina.locator("[data-rooster-melding]")).to_have_text("5 cellen geplakt; 2 pasten niet meer in de tabel.")
    expect(veld(pagina, "Proef aantal", 2021)).to_have_value("198")
    expect(veld(pagina, "Proef aandeel", 2021)).to_have_value("")
    sla_op(pagina)
    expect(pagina.get_by_role("alert")).to_contain_text("Schrijf op waarom.")
    pagina.get_by_label("Waarom veranderen deze cijfers?").fill("Nieuwe telling")
    sla_op(pagina)
    expect(pagina.get_by_role("status").first).to_contain_text("5 cijfers opgeslagen: 4 nieuw, 1 gewijzigd.")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(pagina.get_by_role("status").first).to_contain_text("5 cijfers zijn weer zoals ze waren.")
    expect(veld(pagina, "Proef aandeel", 2019)).to_have_value("9")


@pytest.mark.parametrize("script", [True, False], ids=["met-script", "zonder-script"])
def test_een_blok_met_kopjes(
    script: bool,
    cijfers: dict[str, int],
    nieuwe_pagina: NieuwePagina,
    inloggen: Inloggen,
    axe: Callable[[Page], None],
) -> None:
    """First seen in the table, then saved; the cell that is wrong stays until it is right."""
    pagina = inloggen(nieuwe_pagina(java_script_enabled=script), Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.goto(rooster(cijfers))
    pagina.locator("#plakken summary").click()
    pagina.get_by_label("Blok met kopjes").fill(BLOK)
    pagina.get_by_role("button", name="In de tabel zetten").click()
    expect(pagina.get_by_role("status").first).to_contain_text("Er is nog niets opgeslagen.")
    sla_op(pagina)
    expect(pagina.get_by_role("alert")).to_contain_text("Proef aantal, 2021: 'veel' is geen getal")
    if script:
        bekijk(pagina, axe)
    pagina.get_by_role("button", name="Alleen de goede opslaan").click()
    expect(pagina.get_by_role("status").first).to_contain_text("3 cijfers opgeslagen: 3 nieuw.")
    veld(pagina, "Proef aantal", 2021).fill("1.240")
    sla_op(pagina)
    expect(pagina.get_by_role("status").first).to_contain_text("1 cijfer opgeslagen: 1 nieuw.")
    expect(veld(pagina, "Proef aantal", 2021)).to_have_value("1.240")


def test_twee_mensen_in_de_tabel(
    cijfers: dict[str, int], nieuwe_pagina: NieuwePagina, inloggen: Inloggen, axe: Callable[[Page], None]
) -> None:
    een, ander = (inloggen(nieuwe_pagina(), rol, organisatie=GEMEENTE) for rol in (Rol.BELEIDSADVISEUR, Rol.MANAGER))
    for pagina in (een, ander):
        pagina.goto(rooster(cijfers))
    veld(ander, "Proef aandeel", 2020).fill("9,8")
    sla_op(ander)
    veld(een, "Proef aandeel", 2020).fill("9,7")
    veld(een, "Proef aandeel", 2021).fill("9,6")
    sla_op(een)
    expect(een.locator("#foutsamenvatting")).to_contain_text("een collega maakte hiervan 9,8; kies welk cijfer blijft")
    expect(een.get_by_role("table")).to_contain_text("Een collega maakte hiervan 9,8. Kies boven de tabel.")
    bekijk(een, axe)
    een.get_by_role("radio", name="Van u", exact=True).check()
    een.get_by_label("Waarom veranderen deze cijfers?").fill("Overlegd: het is 9,7")
    sla_op(een)
    expect(een.get_by_role("status").first).to_contain_text("2 cijfers opgeslagen: 1 nieuw, 1 gewijzigd.")


def test_de_kopjes_blijven_in_beeld(cijfers: dict[str, int], pagina: Page, inloggen: Inloggen) -> None:
    """On a phone the table scrolls inside itself, and the name of the row stays beside the cell."""
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.set_viewport_size({"width": 360, "height": 740})
    pagina.goto(rooster(cijfers, "2000..2021"))
    laatste = veld(pagina, "Proef aandeel", 2021)
    laatste.scroll_into_view_if_needed()
    expect(laatste).to_be_in_viewport()
    expect(pagina.get_by_role("link", name="Proef aandeel")).to_be_in_viewport()
    naam, cel = (plek.bounding_box() for plek in (pagina.locator(".rooster__naam").first, laatste))
    assert naam
    assert cel
    assert naam["x"] + naam["width"] <= cel["x"] + 1


def _geef_doel(indicator_id: int) -> None:
    """The first doel that is measured by it: at most 9% in 2022."""
    regel = db.session.scalars(select(Indicatorregel).filter_by(indicator_id=indicator_id)).first()
    assert regel
    assert regel.doel
    doel = regel.doel
    doel.richting, doel.minimum, doel.maximum, doel.open = Richting.NIVEAU, None, Decimal(9), False
    doel.eenheid, doel.doeljaar, doel.referentiejaar = "procent", 2022, None
    db.session.commit()


@pytest.fixture
def met_streefwaarde(cijfers: dict[str, int], _server: tuple[str, str]) -> dict[str, int]:
    in_app(_server[1], lambda: _geef_doel(cijfers["aandeel"]))
    return cijfers


def test_van_geplakt_cijfer_tot_rapport(met_streefwaarde: dict[str, int], pagina: Page, inloggen: Inloggen) -> None:
    """Figures are pasted, one is restated, chart and koers follow, and the chart goes out in a report."""
    cijfers = met_streefwaarde
    inloggen(pagina, Rol.BELEIDSADVISEUR, organisatie=GEMEENTE)
    pagina.goto(rooster(cijfers))
    veld(pagina, "Proef aandeel", 2020).focus()
    veld(pagina, "Proef aandeel", 2020).evaluate(PLAK, "9,7\t9,6\r\n")
    sla_op(pagina)
    expect(pagina.get_by_role("status").first).to_contain_text("2 cijfers opgeslagen: 2 nieuw.")

    blad = f"/indicatoren/{cijfers['aandeel']}"
    koers, grafiek = pagina.locator(".koersrij__koers").first, pagina.locator(".grafiekkaart svg:visible")
    pagina.goto(blad)
    expect(koers).to_contain_text("achter")
    expect(grafiek).to_contain_text("9,6%")

    pagina.goto(rooster(cijfers))
    veld(pagina, "Proef aandeel", 2021).fill("8,5")
    pagina.get_by_label("Waarom veranderen deze cijfers?").fill("Dubbel geteld")
    sla_op(pagina)
    expect(pagina.get_by_role("status").first).to_contain_text("1 cijfer opgeslagen: 1 gewijzigd.")
    pagina.goto(blad)
    expect(koers).to_contain_text("behaald")
    expect(grafiek).to_contain_text("8,5%")

    voeg_hoofdstuk_toe(pagina, "Slot")
    kies_blok(pagina, "Grafiek")
    pagina.get_by_label("Indicator").select_option(label="Proef aandeel")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.locator(".rapport")).to_contain_text("Proef aandeel")
    pagina.goto(RAPPORT)
    beelden = docx.Document(BytesIO(haal_op(pagina, "Word-document"))).inline_shapes
    namen = [beeld._inline.docPr.get("descr", "") for beeld in beelden]
    assert any("Proef aandeel" in naam or "8,5%" in naam for naam in namen), namen
