"""The voortgangstabellen as files, from the screen and from the command line."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import docx
import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.voortgang.structuur import Kleur
from app.models import Gebruiker, Maatregel
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.writing.formaten import FORMATEN
from tests.integration.bewerkhulp import formulier
from tests.integration.voortgang.schermhulp import DOOR, Wereld, maak_wereld
from tests.unit.writing import teruglezen_odf, teruglezen_pdf

BASIS = "/voortgang/2019-H2"
UITLEG = {"oorzaak": "Te weinig mensen.", "gevolg": "Wachttijd.", "bijsturing": "Extra inhuur."}
SCHOLING = ("Scholing", "De tweede groep\nis gestart.", "Gepland\n1 september 2020", "gepland", "oranje")
Feit = tuple[str, ...]


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    wereld = maak_wereld(app, session)
    waarden = {"voortgang": SCHOLING[1], "planning": SCHOLING[2], "status": None, "kleur": Kleur.ORANJE, **UITLEG}
    bewaar_regel(session, regel=wereld.regel("Scholing"), waarden=waarden, door=DOOR)
    session.commit()
    return wereld


def haal(client: FlaskClient, formaat: str, query: str = "", code: str = "2019-H2") -> bytes:
    antwoord = client.get(f"/voortgang/{code}/voortgang.{formaat}{query}")
    assert antwoord.status_code == 200, antwoord.get_data(as_text=True)[:2000]
    return bytes(antwoord.data)


def csv_rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


VELDEN = ("maatregel", "voortgang", "planning", "status", "kleur")


def van_csv(inhoud: bytes) -> list[Feit]:
    return [tuple(rij[veld].replace("\r\n", "\n") for veld in VELDEN) for rij in csv_rijen(inhoud)]


def van_xlsx(inhoud: bytes) -> list[Feit]:
    kop, *rijen = openpyxl.load_workbook(io.BytesIO(inhoud))["Gegevens"].iter_rows(values_only=True)
    plaats = {str(naam).lower(): i for i, naam in enumerate(kop)}
    return [tuple(str(rij[plaats[veld]] or "") for veld in VELDEN) for rij in rijen]


def van_json(inhoud: bytes) -> list[Feit]:
    return [
        (m["naam"], r["voortgang"], "\n".join(r["planning"]), r["status"] or "", r.get("kleur", ""))
        for thema in json.loads(inhoud)["themas"]
        for m in thema["maatregelen"]
        for r in m["regels"]
    ]


def van_docx(inhoud: bytes) -> list[Feit]:
    return van_tabellen([[[c.text for c in r.cells] for r in t.rows] for t in docx.Document(io.BytesIO(inhoud)).tables])


def van_tabellen(tabellen: list[list[list[str]]]) -> list[Feit]:
    rijen = [rij for tabel in tabellen for rij in tabel[1:]]
    return [
        (naam.rpartition(". ")[2], voortgang, planning, status.lower(), kleur.partition("\n")[0].lower())
        for naam, voortgang, planning, status, kleur in rijen
    ]


def test_alle_bestanden_zeggen_hetzelfde(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    bestanden = {f: haal(client, f, "?kolom=status&kolom=kleur") for f in FORMATEN}
    feiten = van_csv(bestanden["csv"])
    assert len(feiten) == 3
    assert SCHOLING in feiten
    assert van_xlsx(bestanden["xlsx"]) == feiten
    assert van_json(bestanden["json"]) == feiten
    assert van_docx(bestanden["docx"]) == feiten
    assert van_tabellen(teruglezen_odf.tabellen(bestanden["odt"])) == feiten
    assert [tuple(rij[veld] for veld in VELDEN) for rij in teruglezen_odf.ods_rijen(bestanden["ods"])] == feiten
    op_papier = [tuple(waarde.replace("\n", " ") for waarde in feit) for feit in feiten]
    assert [_eerste_woord(feit) for feit in van_tabellen(teruglezen_pdf.tabellen(bestanden["pdf"]))] == op_papier


def _eerste_woord(feit: Feit) -> Feit:
    """On paper the explanation follows the colour on the next line, which is read as a space."""
    return (*feit[:-1], feit[-1].partition(" ")[0])


def test_wat_gefilterd_is_wordt_geexporteerd(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    (rij,) = csv_rijen(haal(client, "csv", "?kleur=oranje"))
    assert (rij["thema"], rij["letter"], rij["maatregel"]) == ("Structuur", "b", "Scholing")
    assert "status" not in rij
    document = docx.Document(io.BytesIO(haal(client, "docx", "?kleur=oranje&kolom=status")))
    assert any("Kleur\tOranje" in alinea.text for alinea in document.paragraphs)
    assert [cel.text for cel in document.tables[0].rows[0].cells] == ["Maatregel", "Voortgang", "Planning", "Status"]
    antwoord = client.get(f"{BASIS}/voortgang.csv?kleur=oranje")
    assert "voortgang-testdorp-2019-h2-selectie.csv" in antwoord.headers["Content-Disposition"]
    assert antwoord.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("query", ["?status=klaar", "?thema=99", "?kolom=alles", "?te-laat=x"])
def test_verkeerde_keuze_geeft_geen_bestand(wereld: Wereld, query: str) -> None:
    antwoord = wereld.als("Jo").get(f"{BASIS}/voortgang.docx{query}")
    assert antwoord.status_code == 422
    assert "bestaat niet" in antwoord.text or "kan alleen" in antwoord.text


def test_onbekend_formaat_is_er_niet(wereld: Wereld) -> None:
    assert wereld.als("Jo").get(f"{BASIS}/voortgang.exe").status_code == 404


def exporteer(client: FlaskClient, query: str = "", **velden: Any) -> TestResponse:
    """As a browser does: the form on the overview, with a button."""
    pagina = client.get(f"{BASIS}/overzicht{query}")
    wortel: Any = html.document_fromstring(pagina.text)
    actie = wortel.xpath("//form[contains(@class, 'voortgang-export')]/@action")[0]
    token = formulier(pagina, actie)["csrf_token"]
    return client.post(actie, data={"csrf_token": token, **velden})


def test_gekozen_kolommen_worden_onthouden(wereld: Wereld, session: Session) -> None:
    client = wereld.als("Jo")
    antwoord = exporteer(client, "?status=gepland&thema=1", formaat="csv", kolommen=["status", "kleur"])
    assert antwoord.status_code == 303
    adres = urlsplit(antwoord.location)
    assert adres.path == f"{BASIS}/voortgang.csv"
    assert parse_qs(adres.query) == {"status": ["gepland"], "thema": ["1"], "kolom": ["status", "kleur"]}
    (rij,) = csv_rijen(client.get(antwoord.location).data)
    assert (rij["status"], rij["bijsturing"]) == ("gepland", "Extra inhuur.")
    aangevinkt = html.document_fromstring(client.get(f"{BASIS}/overzicht").text)
    assert aangevinkt.xpath("//input[@name='kolommen'][@checked]/@value") == ["status", "kleur"]
    assert set(csv_rijen(haal(client, "csv"))[0]) >= {"status", "kleur"}
    ander = html.document_fromstring(wereld.als("Max").get(f"{BASIS}/overzicht").text)
    assert not ander.xpath("//input[@name='kolommen'][@checked]"), "dit is van Jo"
    exporteer(client, formaat="json", kolommen=[])
    assert wereld.een(Gebruiker, naam="Jo").voorkeuren == {"voortgang_kolommen": []}
    assert "status" not in csv_rijen(haal(client, "csv"))[0]


@pytest.mark.parametrize("velden", [{"formaat": "exe"}, {}, {"formaat": "csv", "kolommen": "wachtwoord"}])
def test_verkeerd_formulier_onthoudt_niets(wereld: Wereld, velden: dict[str, str]) -> None:
    assert exporteer(wereld.als("Jo"), **velden).status_code == 422
    assert wereld.een(Gebruiker, naam="Jo").voorkeuren == {}


def test_gesloten_periode_komt_uit_de_momentopname(wereld: Wereld, session: Session) -> None:
    client = wereld.als("Lee")
    voor = haal(client, "json", code="2019-H1")
    wereld.een(Maatregel, naam="Afbouw").naam = "Heel anders"
    session.commit()
    assert haal(client, "json", code="2019-H1") == voor
    assert json.loads(voor)["stand"] == "gesloten"
    assert client.get(f"{BASIS}/voortgang.json").status_code == 404


# --- the command ---


def opdracht(app: Flask, *opties: str) -> Any:
    return app.test_cli_runner().invoke(args=["exporteer", "voortgang", "--organisatie", "testdorp", *opties])


def test_opdracht_schrijft_een_bestand(wereld: Wereld, app: Flask, tmp_path: Path) -> None:
    for formaat in FORMATEN:
        pad = tmp_path / f"uit.{formaat}"
        uitkomst = opdracht(app, "--periode", "2019-h2", "--formaat", formaat, "--uit", str(pad))
        assert (uitkomst.exit_code, uitkomst.stderr) == (0, ""), uitkomst.output
        assert pad.stat().st_size > 200
    assert len(json.loads((tmp_path / "uit.json").read_text())["themas"]) == 2
    naar_uitvoer = opdracht(app, "--periode", "2019-H2", "--formaat", "csv", "--kolom", "status", "--uit", "-")
    assert {rij["status"] for rij in csv_rijen(naar_uitvoer.stdout_bytes)} == {"doorlopend", "gepland"}


@pytest.mark.parametrize(
    ("opties", "woorden"),
    [
        (("--periode", "2019-H3", "--formaat", "csv", "--uit", "-"), "'2019-H3' is geen periode"),
        (("--periode", "2031", "--formaat", "csv", "--uit", "-"), "heeft geen periode 2031"),
        (("--periode", "2019-H2", "--formaat", "exe", "--uit", "-"), "bestaat niet"),
        (("--periode", "2019-H2", "--formaat", "docx", "--uit", "-"), "geef voor docx een bestandsnaam"),
        (("--periode", "2019-H2", "--formaat", "csv", "--kolom", "x", "--uit", "-"), "De kolom ‘x’ bestaat niet"),
        (("--periode", "2019-H2", "--formaat", "csv"), "--uit"),
    ],
)
def test_opdracht_weigert_in_een_zin(wereld: Wereld, app: Flask, opties: tuple[str, ...], woorden: str) -> None:
    uitkomst = opdracht(app, *opties)
    assert uitkomst.exit_code == 2
    assert uitkomst.stdout == ""
    assert woorden in uitkomst.stderr
    assert uitkomst.stderr.count("\n") == 1
