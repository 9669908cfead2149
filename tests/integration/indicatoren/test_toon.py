"""The page of an indicator: the chart, the koers in a sentence, the figures beside it, and the same in a file."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Reekssoort
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh
from tests.integration.indicatoren.cijferhulp import Wereld


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    """Trajecten from 100 in 2019, measured for two doelen of which one is in other units."""
    wereld = ch.maak_wereld(app, session)
    indicator = kh.indicator(wereld)
    cijfers = (("2019", "100"), ("2020", "90"), ("2021", "85"))
    ch.sla_op(session, wereld.organisatie, *(ch.nieuw(indicator, *c) for c in cijfers))
    ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2022", "80", soort=Reekssoort.BEGROTING))
    ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2021", "84", voorlopig=True), reden="Twee te veel")
    gebied = kh.maak_gebied(session, wereld.organisatie)
    kh.maak_doel(session, gebied, indicator, eenheid="weken")
    kh.maak_doel(session, gebied, indicator, referentiejaar=2019, doeljaar=2050)
    session.commit()
    return wereld


@pytest.fixture
def adres(wereld: Wereld) -> str:
    return f"/indicatoren/{wereld.trajecten}"


def test_de_koers_staat_als_zin_onder_de_grafiek(wereld: Wereld, adres: str) -> None:
    pagina = wereld.als("Lee").get(adres)
    zinnen = ch.kies(pagina, "//p[@class='koersrij__zin']")
    assert zinnen[0] == (
        "De koers is niet te berekenen: het doel is gesteld in weken, maar de indicator meet in aantal "
        "(eind 2021 was het 84 (voorlopig)). De laatste meting is oud: van eind 2021."
    )
    assert zinnen[1].startswith("Van 100 in 2019 naar hoogstens 20 eind 2050: eind 2021 hoort het hoogstens 94,8 te")
    (grafiek,) = ch.kies(pagina, "//*[local-name()='svg'][contains(@class, 'lijngrafiek--breed')]")
    for deel in ("Realisatie", "Begroting", "Streefwaarde", "Nulmeting", "Verwacht pad"):
        assert deel in grafiek


def test_de_tabel_zegt_wat_een_cijfer_eerder_was(wereld: Wereld, adres: str) -> None:
    rijen = ch.kies(wereld.als("Lee").get(adres), "//div[contains(@class, 'cijfertabel')]//tbody/tr")
    assert [rij.split()[0] for rij in rijen] == ["2022", "2021", "2020", "2019"]
    assert "voorlopig" in rijen[1]
    assert "85 tot" in rijen[1]
    assert "gewijzigd door een opdrachtregel: Twee te veel" in rijen[1]


def test_dezelfde_cijfers_in_een_bestand(wereld: Wereld, adres: str) -> None:
    client = wereld.als("Lee")
    inhoud = json.loads(client.get(f"{adres}/cijfers.json").data)
    realisatie = next(reeks for reeks in inhoud["reeksen"] if reeks["soort"] == "realisatie")
    assert [(p["periode"], float(p["waarde"])) for p in realisatie["punten"]] == [
        ("2019", 100),
        ("2020", 90),
        ("2021", 84),
    ]
    assert [float(punt["waarde"]) for punt in inhoud["eerder_gemeld"]] == [85]
    assert inhoud["doelen"][1]["berekening"].startswith("Van 100 in 2019")
    with ZipFile(BytesIO(client.get(f"{adres}/cijfers.docx").data)) as word:
        assert any(naam.startswith("word/media/") for naam in word.namelist())
        assert "Van 100 in 2019" in word.read("word/document.xml").decode()
    rijen = list(load_workbook(BytesIO(client.get(f"{adres}/cijfers.xlsx").data)).active.values)  # type: ignore[union-attr]
    assert any(84 in rij for rij in rijen)
    assert "84" in client.get(f"{adres}/cijfers.csv").data.decode("utf-8-sig")
    assert client.get(f"{adres}/cijfers.exe").status_code == 404


def test_een_vast_aantal_queries(
    wereld: Wereld, session: Session, adres: str, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = wereld.als("Jo")
    aantallen = []
    for keer in (1, 2):
        with tel_queries() as teller:
            assert client.get(adres).status_code == 200
        aantallen.append(teller.aantal)
        gebied = kh.maak_gebied(session, wereld.organisatie, titel=f"Nog {keer}")
        indicator = kh.indicator(wereld)
        nieuw = [ch.nieuw(indicator, str(jaar), str(jaar)) for jaar in range(1980, 2010)]
        ch.sla_op(session, wereld.organisatie, *nieuw)
        for _ in range(8):
            kh.maak_doel(session, gebied, indicator)
        session.commit()
    assert aantallen[0] == aantallen[1]
    assert aantallen[0] <= 10


def test_veel_cijfers_gaan_per_bladzijde_en_veel_doelen_naar_het_overzicht(
    wereld: Wereld, session: Session, adres: str
) -> None:
    indicator = kh.indicator(wereld)
    ch.sla_op(session, wereld.organisatie, *(ch.nieuw(indicator, str(j), "50") for j in range(1980, 2010)))
    gebied = kh.maak_gebied(session, wereld.organisatie, titel="Nog een")
    for _ in range(12):
        kh.maak_doel(session, gebied, indicator)
    session.commit()
    client = wereld.als("Lee")
    eerste, derde = client.get(adres), client.get(f"{adres}?pagina=3")
    tabel = "//div[contains(@class, 'cijfertabel')]//tbody/tr/th"
    assert len(ch.kies(eerste, tabel)) == 16
    assert ch.kies(derde, tabel)[-1].startswith("1980")
    assert len(ch.kies(eerste, "//p[@class='koersrij__zin']")) == 12
    assert "En nog 2 doelen" in hulp.tekst_van(eerste)
