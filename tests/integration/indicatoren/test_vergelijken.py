"""Gemeenten beside each other on a shared indicator: as such, per 1.000, what is missing, and what cannot be."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.models import Indicator, Organisatie
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh
from tests.integration.indicatoren.cijferhulp import Wereld

VERGELIJKEN = "/indicatoren/vergelijken"
RIJEN = "//div[contains(@class, 'vergelijking')]//tbody/tr"


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    """Testdorp has 50 trajecten on 1.000 young people, Buurdorp 60 on 2.000, and Leegdorp nothing."""
    wereld = ch.maak_wereld(app, session)
    buur = ch.maak_buur(session, wereld)
    hulp.maak_organisatie(session, "leegdorp").regio_id = buur.regio_id
    indicator = kh.indicator(wereld)
    indicator.gedeeld = True
    indicator.noemer = ch.maak_indicator(session, buur.id, "Jongeren", gedeeld=True)
    for organisatie, waarde, jongeren in ((wereld.organisatie, "50", "1000"), (buur.id, "60", "2000")):
        ch.sla_op(session, organisatie, ch.nieuw(indicator, "2020", waarde), ch.nieuw(indicator, "2019", "9"))
        ch.sla_op(session, organisatie, ch.nieuw(indicator.noemer, "2020", jongeren))
    session.commit()
    return wereld


def rijen(wereld: Wereld, vraag: str, naam: str = "Lee") -> list[str]:
    return ch.kies(wereld.als(naam).get(f"{VERGELIJKEN}?indicator={wereld.trajecten}{vraag}"), RIJEN)


def test_de_cijfers_zelf(wereld: Wereld) -> None:
    assert rijen(wereld, "&noemer=geen") == ["Buurdorp 60", "Testdorp 50"]
    assert rijen(wereld, "&noemer=geen&periode=2019") == ["Buurdorp 9", "Testdorp 9"]


def test_per_duizend_van_de_eigen_noemer(wereld: Wereld) -> None:
    assert rijen(wereld, "") == ["Testdorp 50", "Buurdorp 30"]
    assert rijen(wereld, "&periode=2019") == [
        "Buurdorp geen noemer in deze periode",
        "Testdorp geen noemer in deze periode",
    ]


def test_wie_geen_cijfer_heeft_wordt_genoemd(wereld: Wereld) -> None:
    tekst = hulp.tekst_van(wereld.als("Lee").get(f"{VERGELIJKEN}?indicator={wereld.trajecten}"))
    assert "Zonder cijfer in 2020: Leegdorp." in tekst


def test_een_noemer_van_nul(wereld: Wereld, session: Session) -> None:
    noemer = session.query(Indicator).filter_by(naam="Jongeren").one()
    ch.sla_op(session, wereld.organisatie, ch.nieuw(noemer, "2019", "0"))
    session.commit()
    assert "Testdorp de noemer is 0" in rijen(wereld, "&periode=2019")


def test_een_aandeel_wordt_niet_gedeeld(wereld: Wereld) -> None:
    pagina = wereld.als("Lee").get(f"{VERGELIJKEN}?indicator={wereld.aandeel}")
    assert ch.kies(pagina, RIJEN) == ["Testdorp voorlopig 9,2%"]
    assert not ch.kies(pagina, "//select[@name='noemer']")


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("indicator=999999", "Deze indicator is er niet, of u mag hem niet zien."),
        ("indicator={id}&periode=1999", "Van ‘1999’ zijn er geen cijfers van Trajecten."),
        ("indicator={id}&noemer={id}", "Hierdoor is niet te delen"),
        ("indicator={id}&noemer=x", "Hierdoor is niet te delen"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin(wereld: Wereld, vraag: str, zin: str) -> None:
    vraag = vraag.format(id=wereld.trajecten)
    antwoord = wereld.als("Lee").get(f"{VERGELIJKEN}?{vraag}")
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    bestand = wereld.als("Lee").get(f"{VERGELIJKEN}.csv?{vraag}")
    assert bestand.status_code == 422
    assert zin in hulp.tekst_van(bestand)


def test_zonder_keuze_en_zonder_cijfers(wereld: Wereld, session: Session) -> None:
    client = wereld.als("Lee")
    assert "Kies hierboven een indicator" in hulp.tekst_van(client.get(VERGELIJKEN))
    leeg = ch.maak_indicator(session, wereld.organisatie, "Leeg", gedeeld=True).id
    session.commit()
    assert "Nog geen cijfers" in hulp.tekst_van(client.get(f"{VERGELIJKEN}?indicator={leeg}"))
    assert client.get(f"{VERGELIJKEN}.docx").status_code == 302


def test_in_een_bestand(wereld: Wereld) -> None:
    client = wereld.als("Lee")
    inhoud = json.loads(client.get(f"{VERGELIJKEN}.json?indicator={wereld.trajecten}").data)
    assert [(w["organisatie"], float(w["waarde"])) for w in inhoud["waarden"]] == [("Testdorp", 50), ("Buurdorp", 30)]
    assert (inhoud["noemer"], inhoud["ontbreekt"]) == ("Jongeren", ["Leegdorp"])
    with ZipFile(BytesIO(client.get(f"{VERGELIJKEN}.docx?indicator={wereld.trajecten}&noemer=geen").data)) as word:
        svg = word.read("word/media/grafiek1.svg").decode()
    staven = [float(breedte) for breedte in re.findall(r'<rect[^>]*width="([0-9.]+)"', svg)]
    assert [naam for naam in ("Buurdorp", "Testdorp", ">60<", ">50<") if naam in svg] == [
        "Buurdorp", "Testdorp", ">60<", ">50<",
    ]  # fmt: skip
    assert staven[1] == pytest.approx(staven[0] * 50 / 60, abs=1)
    for formaat in ("docx", "odt", "pdf", "xlsx", "csv"):
        antwoord = client.get(f"{VERGELIJKEN}.{formaat}?indicator={wereld.trajecten}&noemer=geen")
        assert antwoord.status_code == 200
        assert antwoord.headers["Cache-Control"] == "no-store"


def test_van_een_andere_regio_is_niets_te_zien(wereld: Wereld, session: Session) -> None:
    ver = hulp.maak_organisatie(session, "verweg")
    ch.sla_op(session, ver.id, ch.nieuw(kh.indicator(wereld), "2020", "70"))
    session.commit()
    assert rijen(wereld, "&noemer=geen") == ["Buurdorp 60", "Testdorp 50"]


def test_een_vast_aantal_queries(
    wereld: Wereld, session: Session, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    client, adres = wereld.als("Lee"), f"{VERGELIJKEN}?indicator={wereld.trajecten}"
    aantallen = []
    regio = session.get_one(Organisatie, wereld.organisatie).regio_id
    for keer in (1, 2):
        with tel_queries() as teller:
            pagina = client.get(adres)
        aantallen.append(teller.aantal)
        for nummer in range(20):
            dorp = hulp.maak_organisatie(session, f"dorp-{keer}-{nummer}")
            dorp.regio_id = regio
            ch.sla_op(session, dorp.id, ch.nieuw(kh.indicator(wereld), "2020", str(nummer)))
        session.commit()
    assert aantallen[0] == aantallen[1]
    assert aantallen[0] <= 14
    assert len(ch.kies(pagina, RIJEN)) == 22
