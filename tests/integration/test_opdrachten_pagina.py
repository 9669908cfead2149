"""The page of the overview of opdrachten: what the filters do, and paging through a regio."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.opdrachtoverzicht import Blok
from app.domain.structuur import Opdrachtnemer
from app.models import (
    Notitie,
    NotitieStatus,
    Organisatie,
    OrganisatieSoort,
    Probleemgebied,
    Rol,
)
from app.opdrachten import queries
from app.opdrachten.bereik import Keuze, bereik_van
from app.opdrachten.blokken import Sleutel, laad_blokken
from app.opdrachten.queries import heel_overzicht, overzicht
from app.writing.formaten import FORMATEN
from tests.integration.opdrachtenhulp import RIGG, VERWACHT, Inloggen, adres, csv_rijen, maak_regio, neem_over, vind


def test_pagina_van_de_gemeente(inloggen: Inloggen) -> None:
    tekst = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland").get("/opdrachten/").get_data(as_text=True)
    assert "Lokaal: 25 doelen, 31 interventies en 1 opdracht, in 7 probleemgebieden." in tekst
    assert "RIGG: 8 doelen, 17 interventies en 7 opdrachten, in 6 probleemgebieden." in tekst
    pagina = html.document_fromstring(tekst)
    tabs = [" ".join(a.text_content().split()) for a in pagina.xpath("//a[contains(@class, 'tabs__tab')]")]
    assert tabs == ["Lokaal 57", "RIGG 32", "Allebei 89"]
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]")) == 7
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]//h2/a")) == 7
    assert len(pagina.xpath("//ul[contains(@class, 'legenda')]/li")) == 2


@pytest.mark.parametrize(("wie", "blokken"), [("rigg", 6), ("lokaal", 7)])
def test_tab_van_een_opdrachtnemer(inloggen: Inloggen, wie: str, blokken: int) -> None:
    antwoord = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland").get(adres(opdrachtnemer=wie))
    pagina = html.document_fromstring(antwoord.get_data(as_text=True))
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]")) == blokken
    doelen, interventies, _ = VERWACHT[Opdrachtnemer(wie)]
    assert len(pagina.xpath("//li[contains(@class, 'opdrachtregel')]")) == doelen + interventies
    exports = pagina.xpath("//ul[contains(@class, 'exportkeuze__lijst')]//a/@href")
    assert [href.partition("?")[0].rpartition(".")[2] for href in exports] == list(FORMATEN)
    assert all(f"opdrachtnemer={wie}" in href for href in exports), "wat u ziet is wat u exporteert"


def test_een_probleemgebied(inloggen: Inloggen, session: Session) -> None:
    gebied = session.scalars(select(Probleemgebied).where(Probleemgebied.naam == "Verblijf")).one()
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland")
    pagina = html.document_fromstring(client.get(adres(probleemgebied=gebied.id, opdrachtnemer="rigg")).text)
    assert [h2.text_content().split() for h2 in pagina.xpath("//h2[starts-with(@id, 'gebied-')]")] == [
        ["5", "Verblijf"]
    ]
    assert len(pagina.xpath("//*[contains(@class, 'opdrachtregel__labels')]//*[text()='onder voorbehoud']")) == 2
    rijen = csv_rijen(client.get(f"/opdrachten/exporteren.csv?probleemgebied={gebied.id}&opdrachtnemer=rigg").data)
    assert {rij["probleemgebied"] for rij in rijen} == {"Verblijf"}
    assert len([rij for rij in rijen if rij["voorbehoud"] == "ja"]) == 2


def test_een_smaller_filter_vervalt_als_de_gemeente_verandert(inloggen: Inloggen, session: Session) -> None:
    notitie = session.scalars(select(Notitie).join(Notitie.organisatie).where(Organisatie.slug == "eemsdelta")).one()
    client = inloggen(Rol.RIGG)
    pagina = html.document_fromstring(client.get(adres(organisatie="westerkwartier", notitie=notitie.id)).text)
    assert pagina.xpath("//select[@name='organisatie']/option[@selected]/@value") == ["westerkwartier"]
    assert "Westerkwartier" in pagina.xpath("string(//div[@class='paginakop__onder'])")


ONBEKEND = [
    {"organisatie": "bestaat-niet"},
    {"organisatie": "\x00"},
    {"organisatie": "x" * 5000},
    {"notitie": "0"},
    {"notitie": "-1"},
    {"notitie": "1 or 1=1"},
    {"notitie": "99999999999999999999"},
    {"notitie": "٣"},
    {"probleemgebied": "<script>"},
    {"probleemgebied": "999999999"},
    {"opdrachtnemer": "iedereen"},
]


def test_onbekende_waarde_geeft_een_zin_en_geen_rijen(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for filters in ONBEKEND:
        antwoord = client.get(adres(**filters))
        assert antwoord.status_code == 422, filters
        pagina = html.document_fromstring(antwoord.text)
        assert "bestaat niet" in pagina.xpath("string(//*[@role='alert'])"), filters
        assert not pagina.xpath("//section[contains(@class, 'opdrachtblok')]")
        assert "<script>" not in antwoord.text.partition("<main")[2]
        bestand = client.get("/opdrachten/exporteren.docx?" + urlencode(filters))
        assert bestand.status_code == 404, filters
        assert "bestaat niet" in bestand.text


def test_vreemde_paginanummers(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for pagina in ("0", "-1", "abc", "999", "99999999999999999999", "1.5", ""):
        antwoord = client.get(adres(pagina=pagina))
        assert antwoord.status_code == 200, pagina
        assert "opdrachtblok" in antwoord.text, pagina


def test_bladeren_door_een_regio(session: Session) -> None:
    bereik = bereik_van(maak_regio(session, 60))
    alles = Keuze(bereik.opdrachtnemers)
    eerste, tweede, derde = (overzicht(bereik, alles, nummer) for nummer in (1, 2, 3))
    assert [len(tuple(p.overzicht.blokken)) for p in (eerste, tweede, derde)] == [25, 25, 10]
    namen = [blok.organisatie for p in (eerste, tweede, derde) for blok in p.overzicht.blokken]
    assert namen == [f"Gemeente {nummer:03}" for nummer in range(60)]
    assert eerste.aantal == 3
    assert eerste.overzicht.totalen[RIGG].doelen == 60
    assert overzicht(bereik, alles, 99).nummer == 3
    assert [blok.organisatie for blok in heel_overzicht(bereik, alles).blokken] == namen


def test_een_bestand_leest_een_deel_tegelijk(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before it was asked for stays small, and nothing that came by is kept."""
    gelezen: list[int] = []

    def laad(sleutels: Sequence[Sleutel]) -> list[Blok]:
        gelezen.append(len(sleutels))
        return laad_blokken(sleutels)

    bereik = bereik_van(maak_regio(session, 10))
    monkeypatch.setattr(queries, "BLOKKEN_PER_KEER", 4)
    monkeypatch.setattr(queries, "laad_blokken", laad)
    geheel = heel_overzicht(bereik, Keuze(bereik.opdrachtnemers))
    assert gelezen == [4]
    namen = [blok.organisatie for blok in geheel.blokken]
    assert namen == [f"Gemeente {nummer:03}" for nummer in range(10)]
    assert gelezen == [4, 4, 2]
    assert [blok.organisatie for blok in geheel.blokken] == namen
    assert gelezen == [4, 4, 2, 4, 2], "de eerste zijn er nog"


def test_aantal_queries_hangt_niet_van_het_aantal_gemeenten_af(
    session: Session, tel_queries: Callable[[], Any]
) -> None:
    wie = maak_regio(session, 30)
    enkele = session.scalars(select(Organisatie).where(Organisatie.slug == "g-3")).one()
    aantallen = []
    for organisatie in (enkele, None):
        bereik = bereik_van(wie)
        session.expire_all()
        for al_geladen in (wie, wie.organisatie, enkele):
            session.refresh(al_geladen)
        with tel_queries() as teller:
            pagina = overzicht(bereik, Keuze(bereik.opdrachtnemers, organisatie))
        aantallen.append(teller.aantal)
        assert pagina.overzicht.blokken
    assert aantallen[0] == aantallen[1] <= 8


def test_aantal_queries_van_de_hele_pagina(
    session: Session, inloggen: Inloggen, tel_queries: Callable[[], Any]
) -> None:
    client = inloggen(Rol.RIGG)
    with tel_queries() as voor:
        assert client.get("/opdrachten/").status_code == 200
    regio = vind(session, "rigg").regio
    for nummer in range(30):
        extra = Organisatie(slug=f"x-{nummer}", naam=f"Extra {nummer:02}", soort=OrganisatieSoort.GEMEENTE, regio=regio)
        session.add(extra)
        session.flush()
        neem_over(session, extra, NotitieStatus.VASTGESTELD)
    session.commit()
    with tel_queries() as na:
        antwoord = client.get("/opdrachten/")
    assert "32 gemeenten" in antwoord.text
    assert "Pagina" in antwoord.text
    assert na.aantal == voor.aantal
