"""The overview of the koers: the sentence, what needs attention first, the filters, the files, and for the regio."""

import csv
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from lxml import html
from sqlalchemy.orm import Session

from app.domain.koers.bepalen import Koers
from app.models import Doel, Koersoordeel, Notitie, NotitieStatus
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh
from tests.integration.indicatoren.cijferhulp import Wereld

OVERZICHT = "/indicatoren/"
ZIN = "//p[contains(@class, 'koerszin')]"
DOELEN = "//a[@class='koersrij__doel']"
TOEN = "peildatum=1-3-2021"


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    """Doel 1 is achter, 2 behaald, 3 open, 4 without figures, 5 ver achter; to be looked at from 2021."""
    wereld = ch.maak_wereld(app, session)
    gebied = kh.maak_gebied(session, wereld.organisatie)
    for naam, begin, laatste in (("Een", "100", "83"), ("Twee", "100", "15"), ("Vijf", "100", "105")):
        indicator = ch.maak_indicator(session, wereld.organisatie, naam)
        ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2019", begin), ch.nieuw(indicator, "2020", laatste))
        if naam == "Vijf":
            kh.maak_doel(session, gebied, open=True, maximum=None)
            kh.maak_doel(session, gebied, kh.indicator(wereld))
        kh.maak_doel(session, gebied, indicator, referentiejaar=2019)
    session.commit()
    return wereld


def test_de_zin_telt_en_elk_getal_is_een_filter(wereld: Wereld) -> None:
    client = wereld.als("Max")
    pagina = client.get(f"{OVERZICHT}?{TOEN}")
    zin = "5 doelen: 1 behaald, 1 achter, 1 ver achter, 1 zonder cijfers, 1 nog open."
    assert ch.kies(pagina, ZIN) == [zin]
    assert ch.kies(pagina, DOELEN) == [f"Doel nummer {n}" for n in (5, 1, 4, 3, 2)]
    for woorden, nummer in (("behaald", 2), ("ver achter", 5), ("zonder cijfers", 4), ("nog open", 3)):
        adres = html.document_fromstring(pagina.get_data(as_text=True)).xpath(f"{ZIN}/a[.='1 {woorden}']/@href")[0]
        gefilterd = client.get(adres)
        assert ch.kies(gefilterd, DOELEN) == [f"Doel nummer {nummer}"]
        assert ch.kies(gefilterd, ZIN) == [zin]


def test_het_oordeel_telt_en_beide_staan_er(wereld: Wereld, session: Session) -> None:
    doel = wereld.een(Doel, nummer=5)
    oordeel = {"koers": Koers.OP_KOERS, "reden": "De nieuwe aanpak werkt."}
    session.add(Koersoordeel(organisatie_id=wereld.organisatie, doel_id=doel.id, **oordeel))
    session.commit()
    tekst = hulp.tekst_van(wereld.als("Lee").get(f"{OVERZICHT}?{TOEN}&koers=op-koers"))
    for deel in ("1 op koers", "De nieuwe aanpak werkt.", "cijfers: ver achter", "Van 100 in 2019"):
        assert deel in tekst


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("koers=goed", "De koers ‘goed’ bestaat niet."),
        ("peildatum=31-02-2020", "‘31-02-2020’ is geen datum die bestaat"),
        ("notitie=999999", "Een notitie ‘999999’ is er niet, of u mag die niet zien."),
        ("probleemgebied=%00", "Een probleemgebied"),
        ("gemeente=elders", "Een gemeente ‘elders’ is er niet"),
    ],
)
def test_wat_niet_bestaat_krijgt_een_zin(wereld: Wereld, vraag: str, zin: str) -> None:
    client = wereld.als("Max")
    antwoord = client.get(f"{OVERZICHT}?{vraag}")
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    assert client.get(f"/indicatoren/koersen.csv?{vraag}").status_code == 422


def test_filteren_op_plaats(wereld: Wereld, session: Session) -> None:
    ander = kh.maak_gebied(
        session, wereld.organisatie, "Pleegzorg", titel="Nieuwe notitie", status=NotitieStatus.CONCEPT
    )
    kh.maak_doel(session, ander)
    session.commit()
    client = wereld.als("Max")
    assert ch.kies(client.get(OVERZICHT), ZIN)[0].startswith("6 doelen:")
    for vraag in (f"notitie={ander.notitie_id}", f"probleemgebied={ander.id}"):
        pagina = client.get(f"{OVERZICHT}?{vraag}")
        assert ch.kies(pagina, ZIN) == ["1 doel: 1 zonder cijfers."]
    # A lezer sees no concept, and may not even know that it is there.
    assert ch.kies(wereld.als("Lee").get(OVERZICHT), ZIN)[0].startswith("5 doelen:")
    assert wereld.als("Lee").get(f"{OVERZICHT}?notitie={ander.notitie_id}").status_code == 422


def test_indicatoren_zonder_doel(wereld: Wereld) -> None:
    los = ch.kies(wereld.als("Jo").get(OVERZICHT), "//section[@aria-labelledby='kop-los']//li")
    assert los == ["Aandeel"]


def test_zonder_notities_zegt_het_wat_er_moet_gebeuren(app: Flask, session: Session) -> None:
    leeg = ch.maak_wereld(app, session)
    assert "Naar de notities" in hulp.tekst_van(leeg.als("Jo").get(OVERZICHT))
    assert "Zodra er een notitie is" in hulp.tekst_van(leeg.als("Lee").get(OVERZICHT))
    assert json.loads(leeg.als("Lee").get("/indicatoren/koersen.json").data)["doelen"] == []


def test_de_bestanden_zeggen_wat_er_is_gefilterd(wereld: Wereld, tmp_path: Path) -> None:
    client, vraag = wereld.als("Max"), f"{TOEN}&koers=ver-achter"
    tekst = client.get(f"/indicatoren/koersen.csv?{vraag}").data.decode("utf-8-sig")
    rijen = list(csv.DictReader(StringIO(tekst), delimiter=";"))
    assert [(rij["doel"], rij["koers"], rij["laatste waarde"]) for rij in rijen] == [("5", "ver achter", "105")]
    inhoud = json.loads(client.get(f"/indicatoren/koersen.json?{vraag}").data)
    assert "het is 105" in json.dumps(inhoud, ensure_ascii=False)
    word = client.get(f"/indicatoren/koersen.docx?{vraag}")
    assert word.headers["Cache-Control"] == "no-store"
    (tmp_path / "koers.docx").write_bytes(word.data)
    document = Document(str(tmp_path / "koers.docx"))
    teksten = [c.text for t in document.tables for r in t.rows for c in r.cells]
    assert "5. Doel nummer 5" in teksten
    assert "2. Doel nummer 2" not in teksten
    assert client.get("/indicatoren/koersen.exe").status_code == 404


def test_de_rigg_ziet_de_regio_en_alleen_wat_is_aangeboden(wereld: Wereld, session: Session) -> None:
    buur = ch.maak_buur(session, wereld)
    kh.maak_rigg(session, buur.regio_id or 0)
    kh.maak_doel(session, kh.maak_gebied(session, buur.id, status=NotitieStatus.TER_VASTSTELLING))
    client = wereld.app.test_client()
    session.commit()
    laat_binnen(client, "rik@rigg.example")
    assert ch.kies(client.get(OVERZICHT), ZIN)[0].startswith("6 doelen:")
    tekst = hulp.tekst_van(client.get(f"{OVERZICHT}?gemeente=testdorp&{TOEN}"))
    assert "5 doelen:" in tekst
    assert "De gemeente deelt de cijfers van deze indicator niet met de regio." in tekst
    assert "Van 100 in 2019" not in tekst
    wereld.een(Notitie, organisatie_id=buur.id).status = NotitieStatus.CONCEPT
    session.commit()
    assert ch.kies(client.get(OVERZICHT), ZIN)[0].startswith("5 doelen:")


def test_per_bladzijde_en_met_een_vast_aantal_queries(
    wereld: Wereld, session: Session, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client = wereld.als("Max")
    adressen = (OVERZICHT, f"{OVERZICHT}?koers=geen-meting&pagina=99", "/indicatoren/koersen.xlsx", "/")
    aantallen = []
    for _ in range(2):
        per_adres = []
        for adres in adressen:
            with tel_queries() as teller:
                assert client.get(adres).status_code == 200
            per_adres.append(teller.aantal)
        aantallen.append(per_adres)
        gebied = kh.maak_gebied(session, wereld.organisatie, titel="Groot")
        for nummer in range(45):
            kh.maak_doel(
                session, gebied, ch.maak_indicator(session, wereld.organisatie, f"Meer {len(aantallen)}.{nummer}")
            )
        session.commit()
    assert aantallen[0] == aantallen[1]
    assert aantallen[0][0] <= 8
    assert len(ch.kies(client.get(OVERZICHT), DOELEN)) == 40
    assert len(ch.kies(client.get(f"{OVERZICHT}?pagina=3"), DOELEN)) == 15


def test_mijn_werk_noemt_wat_achterloopt(wereld: Wereld) -> None:
    tekst = hulp.tekst_van(wereld.als("Jo").get("/"))
    assert "Doelen uit koers 2 doelen lopen achter" in tekst
    assert "Doelen uit koers" not in hulp.tekst_van(wereld.als("Lee").get("/"))


def test_de_draad_toont_koers_en_kleine_grafieken(
    wereld: Wereld, session: Session, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    adres = f"/probleemgebieden/{wereld.een(Doel, nummer=5).probleemgebied_id}"
    client = wereld.als("Lee")
    pagina = client.get(adres)
    assert len(ch.kies(pagina, "//a[@class='rij__koers']")) == 5
    assert len(ch.kies(pagina, "//a[@class='rij__koers']/*[local-name()='svg']")) == 3
    assert ch.kies(pagina, "//h3[@class='kleine-grafiek__naam']") == ["Een", "Twee", "Vijf"]
    aantallen = []
    for hoeveel in (2, 9):
        gebied = kh.maak_gebied(session, wereld.organisatie)
        for nummer in range(hoeveel):
            indicator = ch.maak_indicator(session, wereld.organisatie, f"Nog {nummer} van {hoeveel}")
            ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2020", "12"))
            kh.maak_doel(session, gebied, indicator)
        session.commit()
        with tel_queries() as teller:
            pagina = client.get(f"/probleemgebieden/{gebied.id}")
        assert len(ch.kies(pagina, "//h3[@class='kleine-grafiek__naam']")) == hoeveel
        aantallen.append(teller.aantal)
    assert aantallen[0] == aantallen[1]
