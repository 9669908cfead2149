"""A report from Word, through the screen and through the command: nothing is guessed, nothing half stored."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.models import Bron, Importvoorstel, Logregel, Maatregel, Rapportageperiode, Thema, Voortgangsregel
from tests.integration import wordbestanden as word
from tests.integration.bewerkhulp import formulier, tekst_van
from tests.integration.conftest import csrf_token
from tests.integration.voortgang.schermhulp import Wereld, maak_wereld

BRONNEN = Path(__file__).resolve().parents[3] / "../shared/bronnen"
ECHT = BRONNEN / "halfjaarrapportage-noordoostpolder-2019-h1.docx"
IMPORT = "/voortgang/importeren"
Rij = tuple[str, str, str]
GEWOON: dict[str, Sequence[Rij]] = {
    "1. Structuur": [
        ("a. Procesregie", "De regisseur werkt.", "Doorlopend"),
        ("b. Scholing van medewerkers", "De tweede groep is klaar.", "Afgerond / Doorlopend"),
        ("c. Huisbezoek", "Gaat van start.", "1 juli 2020"),
    ],
    "2. Sturing": [("Cijfers", "Het bestand is klaar.", "Afgerond")],
}


def rapport(themas: dict[str, Sequence[Rij]] | None = None, *, titel: str = "Rapportage Testdorp 2020-H1") -> bytes:
    document = docx.Document()
    document.add_heading(titel, 0)
    for naam, rijen in (GEWOON if themas is None else themas).items():
        document.add_heading(naam, 1)
        tabel = document.add_table(rows=1, cols=3)
        for cel, kop in zip(tabel.rows[0].cells, ("Beheersmaatregel", "Voortgang", "Planning"), strict=True):
            cel.text = kop
        for waarden in rijen:
            for cel, waarde in zip(tabel.add_row().cells, waarden, strict=True):
                cel.text = waarde
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return maak_wereld(app, session)


@pytest.fixture
def jo(wereld: Wereld) -> FlaskClient:
    return wereld.als("Jo")


def upload(client: FlaskClient, inhoud: bytes, periode: str = "2020-H1") -> TestResponse:
    bestand = FileStorage(io.BytesIO(inhoud), filename="rapport.docx", name="bestand")
    velden = {"bestand": bestand, "periode": periode, "csrf_token": csrf_token(client, IMPORT)}
    grens, lijf = encode_multipart(velden)
    return client.post(IMPORT, data=lijf, content_type=f"multipart/form-data; boundary={grens}")


def voorstel(client: FlaskClient, inhoud: bytes | None = None, periode: str = "2020-H1") -> str:
    antwoord = upload(client, rapport() if inhoud is None else inhoud, periode)
    assert antwoord.status_code == 303, tekst_van(antwoord)
    return antwoord.location


def stand(session: Session) -> list[int]:
    session.rollback()
    modellen: list[type[Any]] = [Thema, Maatregel, Rapportageperiode, Voortgangsregel, Logregel]
    return [session.scalar(select(func.count()).select_from(model)) or 0 for model in modellen]


def veld_van(antwoord: TestResponse, legende: str) -> str:
    """The name of the field with this question."""
    wortel: Any = html.document_fromstring(antwoord.text)
    for element in wortel.xpath("//legend | //label"):
        if " ".join(element.text_content().split()).startswith(legende):
            houder = element.getparent()
            return str(houder.xpath(".//input/@name | .//select/@name")[0])
    raise AssertionError(f"Geen vraag {legende}")


def test_voorbeeld_toont_herkomst_lezing_en_wat_te_kiezen_is(jo: FlaskClient, session: Session) -> None:
    voor = stand(session)
    antwoord = jo.get(voorstel(jo))
    pagina = tekst_van(antwoord)
    assert "2 thema's, 4 maatregelen, 4 regels" in pagina
    assert "gelezen als: gepland, 1 juli 2020" in pagina
    assert "er staan twee statussen (afgerond en doorlopend), de laatste telt" in pagina
    assert "Tabel 1, rij 3" in pagina
    assert "Dit is 1b Scholing" in pagina
    assert "Niet in het bestand" in pagina
    assert "2b Afbouw" in pagina
    assert pagina.index("Na te kijken") < pagina.index("U beslist") < pagina.index("Wat is herkend")
    assert not html.document_fromstring(antwoord.text).xpath("//input[@type='radio'][@checked]"), "niets vooraf gekozen"
    assert stand(session) == voor


def test_zonder_keuze_wordt_niets_overgenomen(jo: FlaskClient, session: Session) -> None:
    adres = voorstel(jo)
    voor = stand(session)
    velden = formulier(jo.get(adres))
    antwoord = jo.post(adres, data=velden)
    assert antwoord.status_code == 422
    assert "Kies welke maatregel dit is, of kies Nieuw." in tekst_van(antwoord)
    assert stand(session) == voor


def test_overnemen_met_hernoemd_nieuw_en_ontbrekend(wereld: Wereld, jo: FlaskClient, session: Session) -> None:
    adres = voorstel(jo)
    pagina = jo.get(adres)
    id_ = wereld.een(Maatregel, naam="Scholing").id
    keuzes = {veld_van(pagina, "Scholing van medewerkers"): str(id_), veld_van(pagina, "2b Afbouw"): "vervallen"}
    antwoord = jo.post(adres, data={**formulier(pagina), **keuzes})
    assert antwoord.status_code == 303, tekst_van(antwoord)
    assert antwoord.location == "/voortgang/2020-H1/overzicht"
    na = tekst_van(jo.get(antwoord.location))
    assert "De rapportage is overgenomen in 2020-H1" in na
    assert "5 maatregelen" in na
    session.rollback()
    session.expire_all()
    assert session.get_one(Maatregel, id_).naam == "Scholing van medewerkers"
    assert wereld.regel("Afbouw", "2020-H1").status == "vervallen"
    assert wereld.regel("Scholing van medewerkers", "2020-H1").status == "doorlopend"
    assert wereld.een(Maatregel, naam="Huisbezoek").letter == "c"
    laatste = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert laatste is not None
    assert laatste.bron is Bron.IMPORT
    assert session.scalar(select(func.count()).select_from(Importvoorstel)) == 0
    assert jo.get(adres).status_code == 404


def test_twee_keer_dezelfde_keuze_slaat_niets_half_op(wereld: Wereld, jo: FlaskClient, session: Session) -> None:
    adres = voorstel(jo)
    pagina = jo.get(adres)
    id_ = str(wereld.een(Maatregel, naam="Scholing").id)
    afbouw = str(wereld.een(Maatregel, naam="Afbouw").id)
    voor = stand(session)
    keuzes = {veld_van(pagina, "Scholing van medewerkers"): id_, veld_van(pagina, "Huisbezoek"): id_}
    assert jo.post(adres, data={**formulier(pagina), **keuzes}).status_code == 422
    assert stand(session) == voor
    keuzes[veld_van(pagina, "Huisbezoek")] = afbouw
    assert jo.post(adres, data={**formulier(pagina), **keuzes}).status_code == 303


def test_wijziging_van_een_collega_vraagt_opnieuw(wereld: Wereld, jo: FlaskClient, session: Session) -> None:
    adres = voorstel(jo)
    pagina = jo.get(adres)
    keuzes = {veld_van(pagina, "Scholing van medewerkers"): "nieuw"}
    wereld.een(Maatregel, naam="Cijfers").naam = "Cijfers en meer"
    session.commit()
    antwoord = jo.post(adres, data={**formulier(pagina), **keuzes})
    assert antwoord.status_code == 422
    assert "Een collega heeft intussen maatregelen gewijzigd" in tekst_van(antwoord)
    assert session.scalar(select(func.count()).select_from(Rapportageperiode)) == 2


def test_periode_uit_het_document_of_gevraagd(jo: FlaskClient) -> None:
    assert "periode 2020-H1" in tekst_van(jo.get(voorstel(jo, periode="")))
    antwoord = upload(jo, rapport(titel="Rapportage Testdorp"), periode="")
    assert antwoord.status_code == 422
    assert "Vul de periode in" in tekst_van(antwoord)


@pytest.mark.parametrize(
    ("inhoud", "periode", "woorden"),
    [
        (rapport(), "2019-H3", "'2019-H3' is geen periode"),
        (rapport(), "2019-H1", "De periode 2019-H1 is gesloten"),
        (rapport({}), "2020-H1", "staat geen tabel"),
        (word.leeg_document(), "2020-H1", "geen voortgangstabel gevonden"),
        (b"dit is geen word", "2020-H1", ""),
        (b"", "2020-H1", ""),
    ],
)
def test_onbruikbaar_bestand(jo: FlaskClient, session: Session, inhoud: bytes, periode: str, woorden: str) -> None:
    voor = stand(session)
    antwoord = upload(jo, inhoud, periode)
    assert antwoord.status_code == 422
    wortel: Any = html.document_fromstring(antwoord.text)
    fouten = wortel.xpath("//*[contains(@class, 'veld__fout')]")
    assert len(fouten) == 1
    assert woorden in fouten[0].text_content()
    assert stand(session) == voor
    assert session.scalar(select(func.count()).select_from(Importvoorstel)) == 0


def test_vreemde_planning_staat_bij_de_meldingen(jo: FlaskClient) -> None:
    vreemd = rapport({"1. Structuur": [("a. Procesregie", "Loopt.", "32-13-2020")]})
    assert "32-13-2020" in tekst_van(jo.get(voorstel(jo, vreemd))).partition("Wat is herkend")[0]


def test_voorstel_is_van_een_gebruiker_en_van_een_soort(wereld: Wereld, jo: FlaskClient) -> None:
    adres = voorstel(jo)
    assert wereld.als("Col").get(adres).status_code == 404
    assert wereld.als("Lee").get(adres).status_code == 403
    als_notitie = "/importeren/" + adres.rpartition("/")[2]
    assert jo.get(als_notitie).status_code == 404, "dit is geen notitie"


def test_annuleren(jo: FlaskClient, session: Session) -> None:
    adres = voorstel(jo)
    antwoord = jo.post(f"{adres}/annuleren", data={"csrf_token": formulier(jo.get(adres))["csrf_token"]})
    assert antwoord.status_code == 303
    assert "is geannuleerd" in tekst_van(jo.get(antwoord.location))
    assert session.scalar(select(func.count()).select_from(Importvoorstel)) == 0


# --- the command ---


def opdracht(app: Flask, bestand: Path, *opties: str, periode: str = "2020-H1") -> Any:
    vast = ["importeer", "voortgang", str(bestand), "--organisatie", "testdorp", "--periode", periode]
    return app.test_cli_runner().invoke(args=[*vast, *opties])


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "rapport.docx"
    pad.write_bytes(rapport({"1. Structuur": GEWOON["1. Structuur"][:1], "2. Sturing": GEWOON["2. Sturing"]}))
    return pad


@pytest.mark.parametrize("periode", ["2019-H1", "2020-H1"])
def test_de_echte_rapportage_geeft_de_waarheid(wereld: Wereld, app: Flask, session: Session, periode: str) -> None:
    """Also for a period that is closed: a trial stores nothing."""
    if not ECHT.exists():
        pytest.skip("De bronnen staan niet naast het project.")
    waarheid = json.loads(ECHT.with_suffix(".json").read_text())
    voor = stand(session)
    uitkomst = opdracht(app, ECHT, "--proef", "--json", periode=periode)
    assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
    gelezen = json.loads(uitkomst.stdout)
    assert {naam: gelezen[naam] for naam in waarheid} == {**waarheid, "periode": periode}
    assert list(gelezen)[: len(waarheid)] == list(waarheid)
    assert gelezen["niet_herkend"] == []
    assert stand(session) == voor


def test_opdracht_neemt_over_en_daarna_verandert_er_niets(
    wereld: Wereld, app: Flask, session: Session, bestand: Path
) -> None:
    uitkomst = opdracht(app, bestand)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "Overgenomen in 2020-H1 van Testdorp: 2 toegevoegd." in uitkomst.stdout
    assert wereld.regel("Procesregie", "2020-H1").voortgang == "De regisseur werkt."
    na = stand(session)
    assert "er verandert niets" in opdracht(app, bestand).stdout
    assert stand(session) == na


def test_opdracht_raadt_niet(wereld: Wereld, app: Flask, session: Session, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.docx"
    pad.write_bytes(rapport())
    voor = stand(session)
    uitkomst = opdracht(app, pad)
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert "'Scholing van medewerkers' lijkt op 'Scholing'" in uitkomst.stderr
    assert stand(session) == voor
    proef = opdracht(app, pad, "--proef")
    assert "Niet zeker welke maatregel dit is:\n- Scholing van medewerkers" in proef.stdout
    assert "tabel 1, rij 3: " in proef.stdout


@pytest.mark.parametrize(
    ("periode", "woorden"), [("2019-H3", "'2019-H3' is geen periode"), ("2019-H1", "De periode 2019-H1 is gesloten")]
)
def test_opdracht_weigert_in_een_zin(
    wereld: Wereld, app: Flask, session: Session, bestand: Path, periode: str, woorden: str
) -> None:
    voor = stand(session)
    uitkomst = opdracht(app, bestand, periode=periode)
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert woorden in uitkomst.stderr
    assert uitkomst.stderr.count("\n") == 1
    assert stand(session) == voor
    geen_tabel = bestand.with_name("leeg.docx")
    geen_tabel.write_bytes(word.leeg_document())
    assert "leeg.docx: " in opdracht(app, geen_tabel).stderr
