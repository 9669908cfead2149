"""Many maatregelen: a page at a time, nothing left out, and as many queries as with a few."""

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.voortgang.overzicht import nog_te_doen, tel
from app.models import Maatregel, Rapportageperiode, Thema, Voortgangsregel
from app.services.logboek import OPDRACHTREGEL
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.beeld_licht import Leesbeeld
from app.services.voortgang.periode_starten import start_volgende_periode
from app.services.voortgang.periode_status import heropen_periode, sluit_periode, zet_ter_controle
from app.services.voortgang.thema_beheren import voeg_thema_toe
from scripts.regio import Gemeente, maak_regio, maak_voortgang
from tests.binnen import laat_binnen
from tests.integration.bewerkhulp import formulier, tekst_van
from tests.integration.conftest import Teller

Tel = Callable[[], AbstractContextManager[Teller]]
EERST, OPEN = "2011-H1", "2011-H2"
OVERZICHT, INVULLEN, LIJST = f"/voortgang/{OPEN}/overzicht", f"/voortgang/{OPEN}/invullen", "/voortgang/maatregelen"
KLEIN, GROOT = 19, 120


@dataclass
class Streek:
    """Two gemeenten, with few and with many maatregelen; the first of their two periods is closed."""

    app: Flask
    session: Session
    klein: Gemeente
    groot: Gemeente

    def als(self, email: str) -> FlaskClient:
        client = self.app.test_client()
        laat_binnen(client, email)
        return client

    def periode(self, gemeente: Gemeente, code: str = OPEN) -> Rapportageperiode:
        eigen = Rapportageperiode.organisatie_id == gemeente.organisatie_id
        return self.session.scalars(select(Rapportageperiode).where(eigen, Rapportageperiode.code == code)).one()


@pytest.fixture
def streek(app: Flask, session: Session) -> Streek:
    regio = maak_regio(session, gemeenten=2, statussen=())
    for gemeente, aantal in zip(regio.gemeenten, (KLEIN, GROOT), strict=True):
        maak_voortgang(session, gemeente, maatregelen=aantal, periodes=2)
    streek = Streek(app, session, *regio.gemeenten)
    for gemeente in regio.gemeenten:
        sluit_periode(session, periode=streek.periode(gemeente, EERST), door=OPDRACHTREGEL)
    session.commit()
    return streek


def pagina(client: FlaskClient, adres: str) -> Any:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, antwoord.text[:2000]
    return html.document_fromstring(antwoord.text)


def teksten(wortel: Any, pad: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in wortel.xpath(pad)]


def tegels(wortel: Any) -> list[str]:
    return teksten(wortel, "//span[@class='tegel__letter']")


def paginalinks(wortel: Any, naam: str = "Pagina’s") -> list[str]:
    return [str(a.get("href")) for a in wortel.xpath(f"//nav[@aria-label='{naam}']/ol//a")]


@pytest.mark.parametrize("code", [OPEN, EERST])
def test_elke_maatregel_staat_op_een_pagina_en_de_zin_telt_alles(streek: Streek, code: str) -> None:
    client, adres = streek.als(streek.groot.collega), f"/voortgang/{code}/overzicht"
    bladen = [pagina(client, f"{adres}?pagina={nummer}") for nummer in (1, 2, 3)]
    alle = [m.aanduiding for m in beeld_van(streek.session, streek.periode(streek.groot, code)).maatregelen]
    assert [len(tegels(blad)) for blad in bladen] == [50, 50, 20]
    assert [tegel for blad in bladen for tegel in tegels(blad)] == alle
    rijen = [naam for blad in bladen for naam in teksten(blad, "//div[contains(@class, 'voortgangstabel')]//tr/th/a")]
    assert [naam.split()[0] for naam in rijen] == alle
    zinnen = {teksten(blad, "//p[contains(@class, 'voortgang-zin')]")[0] for blad in bladen}
    assert len(zinnen) == 1
    assert zinnen.pop().startswith("120 maatregelen: ")
    totaal = bladen[0].xpath("//section[@aria-labelledby='statussen']//tbody/tr[last()]/td[last()]")
    assert totaal[0].text == "120"
    assert "U ziet maatregel 51 tot en met 100 van 120" in teksten(bladen[1], "//main")[0]
    for blad in bladen[1:]:
        assert not blad.xpath("//*[@id='aandacht' or @id='statussen' or @id='nog-te-doen']")


def test_alles_staat_desgevraagd_op_een_pagina(streek: Streek) -> None:
    client = streek.als(streek.groot.collega)
    (link,) = pagina(client, f"{OVERZICHT}?kleur=groen").xpath(
        "//a[text()='Alles op één pagina, om af te drukken']/@href"
    )
    alles = pagina(client, link)
    groen = [
        m.aanduiding
        for m in beeld_van(streek.session, streek.periode(streek.groot)).maatregelen
        if m.regels[0].kleur == "groen"
    ]
    assert len(groen) > 50
    assert tegels(alles) == groen
    assert not paginalinks(alles)
    klein = pagina(streek.als(streek.klein.collega), OVERZICHT)
    assert len(tegels(klein)) == KLEIN
    assert not klein.xpath("//a[contains(@href, 'alles=1')]")


def test_een_lange_lijst_van_wie_nog_moet_noemt_hoeveel_er_nog_zijn(streek: Streek) -> None:
    client = streek.als(streek.groot.collega)
    (wie,) = nog_te_doen(beeld_van(streek.session, streek.periode(streek.groot)))
    namen = [f"{m.aanduiding} {m.naam}" for m in wie.maatregelen]
    assert len(namen) == 30
    pad = "//section[@aria-labelledby='nog-te-doen']//span[@class='werkregel__meta']"
    assert teksten(pagina(client, OVERZICHT), pad) == [f"{', '.join(namen[:25])} en nog 5"]
    assert teksten(pagina(client, f"{OVERZICHT}?alles=1"), pad) == [", ".join(namen)]


def test_de_filters_gaan_mee_naar_elke_pagina(streek: Streek) -> None:
    client = streek.als(streek.groot.collega)
    eerste = pagina(client, f"{OVERZICHT}?kleur=groen")
    links = paginalinks(eerste)
    assert links == [f"{OVERZICHT}?kleur=groen#themas", f"{OVERZICHT}?kleur=groen&pagina=2#themas"]
    samen = tegels(eerste) + tegels(pagina(client, links[1]))
    assert (
        len(samen)
        == len(set(samen))
        == int(teksten(eerste, "//p[@class='gekozen']")[0].split("Dat zijn ")[1].split()[0])
    )
    assert tegels(pagina(client, f"{OVERZICHT}?pagina=99")) == tegels(pagina(client, f"{OVERZICHT}?pagina=3"))
    for onzin in ("x", "0", "-1", "9" * 30, "²"):
        assert tegels(pagina(client, f"{OVERZICHT}?pagina={onzin}")) == tegels(pagina(client, OVERZICHT)), onzin


def test_wat_aandacht_vraagt_heeft_eigen_paginas(streek: Streek) -> None:
    client = streek.als(streek.groot.collega)
    eerste = pagina(client, OVERZICHT)
    links = paginalinks(eerste, "Pagina’s van wat aandacht vraagt")
    assert links[1] == f"{OVERZICHT}?aandacht=2#aandacht"
    bladen = [pagina(client, link) for link in links]
    namen = [naam for blad in bladen for naam in teksten(blad, "//li[contains(@class, 'aandachtspunt ')]//h3")]
    regels = beeld_van(streek.session, streek.periode(streek.groot)).regels
    verwacht = [r for r in regels if r.te_laat or (r.kleur and r.kleur.vraagt_uitleg)]
    assert len(namen) == len(set(namen)) == len(verwacht) > 20
    assert teksten(eerste, "//h2[@id='aandacht']/span") == [str(len(verwacht))]
    soorten = [
        punt.get("class").rpartition("--")[2]
        for blad in bladen
        for punt in blad.xpath("//li[contains(@class, 'aandachtspunt ')]")
    ]
    rood = soorten.count("rood")
    assert rood == sum(r.kleur == "rood" for r in regels)
    assert set(soorten[:rood]) == {"rood"}
    assert all(blad.xpath("//li[contains(@class, 'aandachtspunt--rood')]//dd") for blad in bladen[:1])


def test_het_bestand_is_alles_wat_gefilterd_is(streek: Streek) -> None:
    client = streek.als(streek.groot.collega)
    for filters in ({}, {"kleur": "groen"}):
        query = "&".join(f"{naam}={waarde}" for naam, waarde in filters.items())
        wortel = pagina(client, f"{OVERZICHT}?{query}&pagina=2")
        (actie,) = wortel.xpath("//form[contains(@class, 'voortgang-export')]/@action")
        token = formulier(client.get(f"{OVERZICHT}?{query}"), actie)["csrf_token"]
        bestand = client.get(client.post(actie, data={"csrf_token": token, "formaat": "csv"}).location)
        rijen = list(csv.DictReader(io.StringIO(bestand.data.decode("utf-8-sig"), newline=""), delimiter=";"))
        regels = beeld_van(streek.session, streek.periode(streek.groot)).regels
        assert len(rijen) == sum(not filters or regel.kleur == "groen" for regel in regels) > 50


@pytest.mark.parametrize("heropend", [False, True])
def test_licht_en_aangevuld_is_hetzelfde_als_in_een_keer(streek: Streek, heropend: bool) -> None:
    """Also when there is nothing frozen to compare with."""
    session = streek.session
    if heropend:
        eerste = streek.periode(streek.groot, EERST)
        heropen_periode(session, periode=eerste, reden="Een cijfer klopt niet", door=OPDRACHTREGEL)
    periode = streek.periode(streek.groot)
    regel = session.scalars(select(Voortgangsregel).where(Voortgangsregel.periode_id == periode.id)).first()
    assert regel is not None
    regel.planning += " \n"
    session.commit()
    boek, heel = Leesbeeld(session, periode), beeld_van(session, periode)
    assert boek.volledig(boek.licht, {m.id for m in heel.maatregelen}) == heel
    assert tel(boek.licht) == tel(heel)
    assert [(r.id, r.te_laat, r.veranderd) for r in boek.licht.regels] == [
        (r.id, r.te_laat, r.veranderd) for r in heel.regels
    ]
    assert 0 < tel(heel).veranderd < GROOT
    assert 0 < tel(heel).te_laat < GROOT
    assert boek.licht.zonder_regel == heel.zonder_regel
    een = heel.themas[3].maatregelen[2]
    assert boek.volledig(boek.licht, {een.id}).maatregelen == (een,)


def test_de_invultabel_laat_elke_regel_een_keer_zien(streek: Streek) -> None:
    client = streek.als(streek.groot.adviseur)
    bladen = [pagina(client, f"{INVULLEN}?pagina={nummer}") for nummer in (1, 2)]
    ids = [str(li.get("id")) for blad in bladen for li in blad.xpath("//li[starts-with(@id, 'regel-')]")]
    assert ids == [f"regel-{regel.id}" for regel in beeld_van(streek.session, streek.periode(streek.groot)).regels]
    tweede = bladen[1].xpath("//li[starts-with(@id, 'regel-')]")[0]
    assert "gesprekken" in " ".join(tweede.xpath(".//div[@class='invulrij__vorige']")[0].text_content().split())


def test_de_lijst_van_maatregelen_gaat_per_pagina(streek: Streek) -> None:
    voeg_thema_toe(streek.session, organisatie_id=streek.groot.organisatie_id, naam="Nog leeg", door=OPDRACHTREGEL)
    streek.session.commit()
    client = streek.als(streek.groot.adviseur)
    bladen = [pagina(client, f"{LIJST}?pagina={nummer}") for nummer in (1, 2)]
    ids = [blad.xpath("//div[starts-with(@id, 'maatregel-')]/@id") for blad in bladen]
    assert [len(lijst) for lijst in ids] == [100, 20]
    assert len(set(ids[0] + ids[1])) == GROOT
    namen = [teksten(blad, "//h2[starts-with(@id, 'kop-thema')]") for blad in bladen]
    assert namen[1][0] == namen[0][-1] + " (vervolg)"
    assert namen[1][-1] == "8 Nog leeg"
    assert "8 Nog leeg" not in namen[0]
    uit = [len(blad.xpath("//button[@disabled]")) for blad in bladen]
    assert sum(uit) == 7 * 2 + 2  # the first and last of each thema, and of the themas themselves
    # The thema that runs on gets its button where it ends.
    knoppen = [len(blad.xpath("//div[@class='kaart__voet']")) for blad in bladen]
    assert knoppen == [len(namen[0]) - 1, len(namen[1])]


def test_na_bewerken_terug_naar_de_pagina_waar_het_staat(streek: Streek) -> None:
    client = streek.als(streek.groot.adviseur)
    keuze = select(Maatregel).join(Maatregel.thema).where(Maatregel.organisatie_id == streek.groot.organisatie_id)
    op_volgorde = streek.session.scalars(keuze.order_by(Thema.nummer, Maatregel.volgorde)).all()
    for plek, waar in ((0, LIJST), (99, LIJST), (100, f"{LIJST}?pagina=2"), (119, f"{LIJST}?pagina=2")):
        adres = f"/voortgang/maatregelen/{op_volgorde[plek].id}/bewerken"
        antwoord = client.post(adres, data=formulier(client.get(adres)) | {"naam": f"Nieuw {plek}"})
        assert antwoord.location == f"{waar}#thema-{op_volgorde[plek].thema_id}"
        assert f"Nieuw {plek}" in tekst_van(client.get(antwoord.location))


def test_het_aantal_queries_is_vast(streek: Streek, tel_queries: Tel) -> None:
    """For few and for many, on the first page and on a later one."""
    adressen = {
        OVERZICHT: 10, f"{OVERZICHT}?pagina=2": 10, f"{OVERZICHT}?thema=1": 10, f"{OVERZICHT}?alles=1": 10,
        f"/voortgang/{EERST}/overzicht": 3, INVULLEN: 10, LIJST: 4,
    }  # fmt: skip
    for gemeente in (streek.klein, streek.groot):
        client = streek.als(gemeente.collega)
        client.get("/voortgang/")
        for adres, verwacht in adressen.items():
            with tel_queries() as teller:
                assert client.get(adres).status_code == 200
            assert teller.aantal == verwacht, (gemeente.naam, adres, teller.statements)


def test_een_volgende_periode_starten_doet_een_vast_aantal_queries(streek: Streek, tel_queries: Tel) -> None:
    """With momenten of all kinds: with a date, open on one side, recurring, and more than one in a row."""
    session, aantallen = streek.session, []
    for gemeente in (streek.klein, streek.groot):
        periode = streek.periode(gemeente)
        zet_ter_controle(session, periode=periode, door=OPDRACHTREGEL)
        sluit_periode(session, periode=periode, door=OPDRACHTREGEL, toch=True)
        session.commit()
        session.expire_all()
        with tel_queries() as teller:
            gestart = start_volgende_periode(session, na=streek.periode(gemeente), door=OPDRACHTREGEL)
        aantallen.append(teller.aantal)
        momenten = [moment for regel in gestart.periode.regels for moment in regel.momenten]
        assert {moment.herhaling is None for moment in momenten} == {True, False}
    assert gestart.meegenomen > 90
    assert aantallen[0] == aantallen[1] <= 25, aantallen
