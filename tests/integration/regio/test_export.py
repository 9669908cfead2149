"""The regio as a file in every format, and what changed since an earlier one; from the screen and from the command."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Notitie, NotitieStatus, Regio, Regiostand, Regiouitvoer
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import begin_nieuw_concept
from app.writing.formaten import FORMATEN
from tests.integration import bewerkhulp
from tests.integration.bewerkhulp import formulier, tekst_van
from tests.integration.regio import hulp
from tests.integration.regio.hulp import AFSPRAKEN, VERHELDEREN
from tests.unit.writing import teruglezen_odf, teruglezen_pdf

ANDERS = "Verhelderen van de productomschrijvingen"


@pytest.fixture
def regio(session: Session, client: FlaskClient) -> Regio:
    regio = hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    hulp.vraag(session, "bee-noord", ANDERS, AFSPRAKEN)
    hulp.vraag(session, "bee-noord", "Een oudere notitie met een concept.", status=NotitieStatus.CONCEPT)
    hulp.als_rigg(client)
    return regio


def exporteer(
    client: FlaskClient, formaat: str = "csv", adres: str = "/regio/exporteren", vanaf: str = "/regio/"
) -> TestResponse:
    pagina = client.get(vanaf)
    return client.post(adres, data=formulier(pagina, adres) | {"formaat": formaat})


def rijen(antwoord: TestResponse) -> list[dict[str, str]]:
    assert antwoord.status_code == 200
    return list(csv.DictReader(io.StringIO(antwoord.get_data().decode("utf-8-sig"), newline=""), delimiter=";"))


def teksten(inhoud: bytes, formaat: str) -> str:
    """Everything that can be read in the file."""
    match formaat:
        case "docx":
            tabellen = docx.Document(io.BytesIO(inhoud)).tables
            return " ".join(cel.text for tabel in tabellen for rij in tabel.rows for cel in rij.cells)
        case "odt":
            return str(teruglezen_odf.tabellen(inhoud))
        case "ods":
            return str(teruglezen_odf.ods_rijen(inhoud))
        case "pdf":
            return " ".join(str(teruglezen_pdf.tabellen(inhoud)).replace("\\n", " ").split())
        case "xlsx":
            blad = openpyxl.load_workbook(io.BytesIO(inhoud))["Gegevens"]
            return " ".join(str(cel) for rij in blad.iter_rows(values_only=True) for cel in rij)
        case "json":
            return json.dumps(json.loads(inhoud), ensure_ascii=False)
    return inhoud.decode()


@pytest.mark.parametrize("formaat", list(FORMATEN))
def test_elk_formaat_heeft_wat_de_regio_vraagt(client: FlaskClient, regio: Regio, formaat: str) -> None:
    antwoord = exporteer(client, formaat)
    assert antwoord.status_code == 200
    assert f".{formaat}" in antwoord.headers["Content-Disposition"]
    gelezen = teksten(antwoord.get_data(), formaat)
    for tekst in (VERHELDEREN, ANDERS, AFSPRAKEN, "Aa", "Bee", "Begeleiding"):
        assert tekst in gelezen, tekst
    assert "concept" not in gelezen
    assert "Zelf doen" not in gelezen


def test_een_keuze_als_bestand(session: Session, client: FlaskClient, regio: Regio) -> None:
    """It says what was chosen, and does not count as the file that changes are told from."""
    adres = "/regio/exporteren?gemeente=bee-noord"
    gevonden = rijen(exporteer(client, adres=adres, vanaf="/regio/?gemeente=bee-noord"))
    assert [rij["tekst"] for rij in gevonden] == [ANDERS, AFSPRAKEN]
    assert gevonden[0]["gemeenten in groep"] == "2"
    assert session.scalars(select(Regiouitvoer)).all() == []


@pytest.mark.parametrize(
    "adres", ["/regio/exporteren?gemeente=niemand", "/regio/exporteren", "/regio/wijzigingen/exporteren"]
)
def test_wat_niet_uit_te_voeren_is(session: Session, client: FlaskClient, regio: Regio, adres: str) -> None:
    velden = formulier(client.get("/regio/"), "/regio/exporteren")
    formaat = "csv" if adres != "/regio/exporteren" else "doc"
    assert client.post(adres, data=velden | {"formaat": formaat}).status_code == 422
    assert session.scalars(select(Regiouitvoer)).all() == []


def nieuwe_versie(session: Session, titel: str, tekst: str) -> None:
    notitie = bewerkhulp.een(session, Notitie, titel=titel, status=NotitieStatus.VASTGESTELD)
    concept = begin_nieuw_concept(session, notitie=notitie, door=OPDRACHTREGEL)
    regel = next(o for o in concept.probleemgebieden[0].opdrachten if o.opdrachtnemer is hulp.RIGG)
    regel.tekst = tekst
    concept.status = NotitieStatus.TER_VASTSTELLING
    session.commit()


def test_gewijzigd_sinds_het_vorige_bestand(session: Session, client: FlaskClient, regio: Regio) -> None:
    assert "Nog geen bestand om mee te vergelijken" in tekst_van(client.get("/regio/wijzigingen"))
    exporteer(client, "pdf")
    assert "Er is sindsdien niets veranderd" in tekst_van(client.get("/regio/wijzigingen"))
    nieuwe_versie(session, "Notitie aa-noord", "Productomschrijvingen en tarieven verhelderen.")
    pagina = client.get("/regio/wijzigingen")
    assert "1 opdracht is anders" in tekst_van(pagina)
    eerste = bewerkhulp.een(session, Regiouitvoer).id
    naar = f"/regio/wijzigingen/exporteren?sinds={eerste}"
    for _ in range(2):  # in a second format it is the same file: the page still says since when
        (rij,) = rijen(client.post(naar, data=formulier(pagina, naar) | {"formaat": "csv"}))
        assert (rij["wijziging"], rij["gemeente"], rij["was"]) == ("gewijzigd: tekst", "Aa", VERHELDEREN)
    assert "Er is sindsdien niets veranderd" in tekst_van(client.get("/regio/wijzigingen"))
    assert "1 opdracht is anders" in tekst_van(client.get(f"/regio/wijzigingen?sinds={eerste}"))
    assert client.get("/regio/wijzigingen?sinds=99999").status_code == 404
    session.expire_all()
    assert len(session.scalars(select(Regiouitvoer)).all()) == 3
    assert len(session.scalars(select(Regiostand)).all()) == 2, "dezelfde inhoud wordt een keer bewaard"


def test_ook_een_antwoord_is_een_wijziging(session: Session, client: FlaskClient, regio: Regio) -> None:
    exporteer(client)
    adres = f"/regio/opdrachten/{hulp.sleutel_van(session, regio, AFSPRAKEN)}/antwoord"
    client.post(adres, data=formulier(client.get(adres)) | {"antwoord": "vraag", "toelichting": "Met wie?"})
    tekst = tekst_van(client.get("/regio/wijzigingen"))
    assert "Antwoord: vraag. Met wie?" in tekst
    (rij,) = [rij for rij in rijen(exporteer(client)) if rij["tekst"] == AFSPRAKEN]
    assert (rij["antwoord"], rij["toelichting antwoord"], rij["antwoord door"]) == (
        "vraag",
        "Met wie?",
        "Rik Inkoop, RIGG Noord",
    )


def test_de_uitvoer_van_een_andere_regio(session: Session, client: FlaskClient, regio: Regio) -> None:
    exporteer(client)
    uitvoer = bewerkhulp.een(session, Regiouitvoer).id
    hulp.maak_regio(session, "zuid")
    hulp.als_rigg(client, "zuid")
    assert client.get(f"/regio/wijzigingen?sinds={uitvoer}").status_code == 404
    assert "Nog geen bestand" in tekst_van(client.get("/regio/wijzigingen"))


def test_de_wijzigingen_in_evenveel_queries(
    session: Session, client: FlaskClient, regio: Regio, tel_queries: Callable[[], Any]
) -> None:
    exporteer(client)
    with tel_queries() as teller:
        client.get("/regio/wijzigingen")
    hulp.vraag(session, "aa-noord", *(f"Opdracht nummer {n} over iets eigens." for n in range(20)))
    for _ in range(3):
        exporteer(client)
    with tel_queries() as later:
        client.get("/regio/wijzigingen")
    assert later.aantal == teller.aantal


# --- the command ---


def voer_uit(app: Flask, *argumenten: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=["exporteer", "regio", *map(str, argumenten)])


@pytest.mark.parametrize("formaat", list(FORMATEN))
def test_de_opdracht_schrijft_elk_formaat(app: Flask, regio: Regio, tmp_path: Path, formaat: str) -> None:
    uit = tmp_path / f"regio.{formaat}"
    uitkomst = voer_uit(app, "--regio", "noord", "--formaat", formaat, "--uit", uit)
    assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
    assert "Opdrachten aan de RIGG van Regio Noord geschreven naar" in uitkomst.stdout
    assert AFSPRAKEN in teksten(uit.read_bytes(), formaat)


def test_de_opdracht_vergelijkt_met_haar_eigen_vorige_keer(
    app: Flask, session: Session, client: FlaskClient, regio: Regio, tmp_path: Path
) -> None:
    uit = tmp_path / "wijzigingen.json"
    naar = ("--regio", "noord", "--formaat", "json", "--uit", uit)
    exporteer(client)
    te_vroeg = voer_uit(app, *naar, "--gewijzigd")
    assert (te_vroeg.exit_code, te_vroeg.stderr.count("\n")) == (2, 1)
    assert "nog niets geschreven" in te_vroeg.stderr
    assert not uit.exists()
    assert voer_uit(app, *naar).exit_code == 0
    nieuwe_versie(session, "Notitie aa-noord", "Iets anders.")
    exporteer(client)  # what a user gets in between takes nothing away from the command
    assert voer_uit(app, *naar, "--gewijzigd").exit_code == 0
    (wijziging,) = json.loads(uit.read_text())["wijzigingen"]
    assert (wijziging["nu"]["tekst"], wijziging["was"]["tekst"]) == ("Iets anders.", VERHELDEREN)
    assert voer_uit(app, *naar, "--gewijzigd").exit_code == 0
    assert json.loads(uit.read_text())["wijzigingen"] == []


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("--regio", "nergens", "--formaat", "csv", "--uit", "-"), "Er is geen regio 'nergens'."),
        (("--regio", "noord", "--formaat", "doc", "--uit", "-"), "Het formaat ‘doc’ bestaat niet"),
        (("--regio", "noord", "--formaat", "pdf", "--uit", "-"), "Naar standaarduitvoer kunnen alleen"),
        (("--regio", "noord", "--formaat", "csv", "--uit", "/nergens/x.csv"), "kan niet worden geschreven"),
    ],
)
def test_een_opdracht_die_niet_kan(
    app: Flask, session: Session, regio: Regio, argumenten: tuple[str, ...], zin: str
) -> None:
    uitkomst = voer_uit(app, *argumenten)
    assert uitkomst.exit_code == 2
    assert zin in uitkomst.stderr
    assert session.scalars(select(Regiouitvoer)).all() == [], "wat niet geschreven is, telt niet als uitvoer"
