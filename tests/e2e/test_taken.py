"""Work in the background as somebody sees it who waits for it, with and without JavaScript."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select, update

from app.models import Gebruiker, Organisatie, Rol, Taak, TaakStatus, db, nu
from tests.databases import in_app

Inloggen = Callable[..., Page]
Zet = Callable[..., int]

# Longer than the tests last: for the worker beside the server it is alive.
NOG_LANG_NIET = timedelta(hours=1)
STANDEN: dict[TaakStatus, dict[str, Any]] = {
    TaakStatus.WACHT: {},
    TaakStatus.BEZIG: {"gedaan": 250_000, "totaal": 1_000_000},
    TaakStatus.KLAAR: {"melding": "12 metingen ingelezen.", "resultaat": {"nieuw": 12}, "vervolg": "/opdrachten/"},
    TaakStatus.MISLUKT: {
        "melding": "Regel 3 is geen getal.",
        "bestandsnaam": "een-lange-naam-van-cijfers-over-2020.csv",
    },
    TaakStatus.AFGEBROKEN: {"melding": "Afgebroken op verzoek."},
}


@pytest.fixture
def zet(server: str, _server: tuple[str, str]) -> Zet:
    """Makes a job in this state, or changes the one with `id_`; no worker knows its kind, so nobody takes it."""

    def doe(status: TaakStatus, *, id_: int | None = None, **waarden: Any) -> int:
        momenten = {"gestart_op": nu(), "bijgewerkt_op": nu() + NOG_LANG_NIET} if status is TaakStatus.BEZIG else {}
        alles = {"status": status, **momenten, **waarden}
        gemaakt: list[int] = []

        def werk() -> None:
            if id_ is not None:
                db.session.execute(update(Taak).where(Taak.id == id_).values(**alles))
            else:
                gemaakt.append(_maak(alles))
            db.session.commit()

        in_app(_server[1], werk)
        return id_ if id_ is not None else gemaakt[0]

    return doe


def _maak(waarden: dict[str, Any]) -> int:
    keuze = select(Gebruiker).join(Gebruiker.organisatie)
    wie = db.session.scalars(keuze.where(Organisatie.slug == "het-hogeland").order_by(Gebruiker.id)).first()
    assert wie is not None
    taak = Taak(
        soort="cijfers inlezen",
        bron="import",
        organisatie_id=wie.organisatie_id,
        gebruiker_id=wie.id,
        **waarden,
    )
    db.session.add(taak)
    db.session.flush()
    return taak.id


def test_elke_stand_is_toegankelijk(pagina: Page, inloggen: Inloggen, axe: Callable[[Page], None], zet: Zet) -> None:
    ids = [zet(status, **waarden) for status, waarden in STANDEN.items()]
    inloggen(pagina, Rol.BELEIDSADVISEUR)
    for adres in ("/taken/", *(f"/taken/{id_}" for id_ in ids)):
        pagina.goto(adres)
        for breedte in (1280, 360):
            pagina.set_viewport_size({"width": breedte, "height": 900})
            axe(pagina)
            assert pagina.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_de_pagina_werkt_zichzelf_bij_tot_de_taak_klaar_is(pagina: Page, inloggen: Inloggen, zet: Zet) -> None:
    id_ = zet(TaakStatus.WACHT)
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto("/instellingen")
    pagina.get_by_role("link", name="Taken op de achtergrond").click()
    pagina.get_by_role("link", name="Cijfers inlezen").click()
    expect(pagina.get_by_text("zodra er een werker vrij is")).to_be_visible()
    afbreken = pagina.get_by_role("button", name="Afbreken")
    afbreken.focus()
    zet(TaakStatus.BEZIG, id_=id_, gedaan=10, totaal=40)
    expect(pagina.get_by_text("10 van 40 gedaan (25%)")).to_be_visible()
    expect(pagina.get_by_role("progressbar", name="10 van 40 gedaan")).to_have_attribute("value", "10")
    expect(afbreken).to_be_focused()
    zet(TaakStatus.KLAAR, id_=id_, gedaan=40, melding="40 metingen ingelezen.", vervolg="/opdrachten/")
    expect(pagina.get_by_text("40 metingen ingelezen.")).to_be_visible()
    expect(pagina.locator("#stand-bericht")).to_contain_text("De taak is klaar")
    expect(afbreken).to_have_count(0)
    pagina.get_by_role("link", name="Naar het resultaat").click()
    expect(pagina).to_have_url("/opdrachten/")


def test_de_werker_naast_de_server_ziet_dat_een_taak_is_weggevallen(pagina: Page, inloggen: Inloggen, zet: Zet) -> None:
    id_ = zet(TaakStatus.BEZIG)
    inloggen(pagina, Rol.BELEIDSADVISEUR).goto(f"/taken/{id_}")
    expect(pagina.get_by_text("De taak wordt uitgevoerd.")).to_be_visible()
    zet(TaakStatus.BEZIG, id_=id_, bijgewerkt_op=nu() - NOG_LANG_NIET)
    expect(pagina.get_by_text("Gestopt zonder afronding")).to_be_visible()
    pagina.get_by_role("button", name="Opnieuw uitvoeren").click()
    expect(pagina.get_by_text("De taak staat weer in de wachtrij.")).to_be_visible()


def test_zonder_javascript(nieuwe_pagina: Callable[..., Page], inloggen: Inloggen, zet: Zet) -> None:
    id_ = zet(TaakStatus.BEZIG, gedaan=1, totaal=4)
    pagina = inloggen(nieuwe_pagina(java_script_enabled=False), Rol.MANAGER)
    pagina.goto(f"/taken/{id_}")
    expect(pagina.get_by_text("1 van 4 gedaan")).to_be_visible()
    zet(TaakStatus.BEZIG, id_=id_, gedaan=3)
    pagina.get_by_role("link", name="Stand verversen").click()
    expect(pagina.get_by_text("3 van 4 gedaan")).to_be_visible()
    pagina.get_by_role("button", name="Afbreken").click()
    expect(pagina.get_by_text("De taak is afgebroken").first).to_be_visible()
