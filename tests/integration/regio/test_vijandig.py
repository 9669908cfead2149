"""Bad input at every door of the regio: never a fault, a message where somebody typed, and nothing half-stored."""

import io
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Opdrachtantwoord, Opdrachtbesluit, Regio, Regiouitvoer
from tests.integration.bewerkhulp import formulier, melding
from tests.integration.regio import hulp
from tests.integration.regio.hulp import VERHELDEREN

BESTAND = "hier komt een bestand"
SLEUTELS = ("a", "-", "%00", "%ff%fe", "..%2f..", "a" * 3_000, "1' OR '1'='1", "lijn-merk?x=1", "ßé-日本")


@pytest.fixture
def regio(session: Session, client: FlaskClient) -> Regio:
    regio = hulp.maak_regio(session)
    for slug in ("aa", "bee"):
        hulp.vraag(session, f"{slug}-noord", VERHELDEREN)
    hulp.als_rigg(client)
    return regio


def hoeveel(session: Session) -> tuple[int, ...]:
    session.rollback()
    tabellen = (Opdrachtantwoord, Opdrachtbesluit, Regiouitvoer)
    return tuple(session.scalar(select(func.count(tabel.id))) or 0 for tabel in tabellen)


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_een_opdracht_die_niet_bestaat(session: Session, client: FlaskClient, regio: Regio, sleutel: str) -> None:
    token = formulier(client.get("/regio/"), "/regio/exporteren")
    basis = f"/regio/opdrachten/{sleutel}"
    assert client.get(basis).status_code == 404
    for adres in (f"{basis.partition('?')[0]}/{wat}" for wat in ("antwoord", "apart", "samen")):
        assert client.post(adres, data=token).status_code == 404, adres
    assert hoeveel(session) == (0, 0, 0)


@pytest.mark.parametrize(
    "anders",
    [
        {"toelichting": "x" * 60_000},
        {"antwoord": ["aanvaard", "vraag"], "toelichting": ""},
        {"antwoord": "\x00"},
        {"antwoord": BESTAND},
        {"toelichting": BESTAND, "antwoord": "vraag"},
        {"basis": "vals", "antwoord": "onzin"},
        {"ook": ["x"] * 2_000, "antwoord": "niet uitvoerbaar", "toelichting": " \n "},
    ],
    ids=["te lang", "twee", "nul", "bestand", "bestand als tekst", "valse basis", "veel anderen"],
)
def test_een_antwoord_dat_geen_antwoord_is(
    session: Session, client: FlaskClient, regio: Regio, anders: dict[str, Any]
) -> None:
    adres = f"/regio/opdrachten/{hulp.sleutel_van(session, regio, VERHELDEREN)}/antwoord"
    anders = {naam: (io.BytesIO(b"x"), "a.txt") if waarde == BESTAND else waarde for naam, waarde in anders.items()}
    antwoord = client.post(adres, data=formulier(client.get(adres)) | {"antwoord": "vraag"} | anders)
    if anders.get("antwoord") == ["aanvaard", "vraag"]:  # of two answers in one form the first counts
        assert antwoord.status_code == 303
        assert session.scalars(select(Opdrachtantwoord.antwoord)).all() == ["aanvaard"]
        return
    assert antwoord.status_code in (303, 422)  # a form without an answer leaves it as it was
    assert antwoord.status_code == 303 or melding(antwoord)
    assert hoeveel(session) == (0, 0, 0)


def test_anderen_die_niet_in_de_groep_staan(session: Session, client: FlaskClient, regio: Regio) -> None:
    """Whatever is sent along, only places of the same opdracht are answered too."""
    vreemd = hulp.maak_regio(session, "zuid")
    hulp.vraag(session, "aa-zuid", VERHELDEREN)
    elders = hulp.sleutel_van(session, vreemd, VERHELDEREN)
    adres = f"/regio/opdrachten/{hulp.sleutel_van(session, regio, VERHELDEREN)}/antwoord"
    velden = formulier(client.get(adres)) | {"antwoord": "aanvaard", "ook": [elders, "onzin", "\x00"]}
    assert client.post(adres, data=velden).status_code == 303
    assert hoeveel(session) == (1, 0, 0)
    assert session.scalars(select(Opdrachtantwoord.regio_id)).all() == [regio.id]


@pytest.mark.parametrize(
    "vraag", ["pagina=-1", "pagina=9999999999999", "x=%00", "gemeente=%ff", "antwoord=a&antwoord=b"]
)
def test_een_raar_adres(client: FlaskClient, regio: Regio, vraag: str) -> None:
    for pagina in ("/regio/", "/regio/totalen", "/regio/doelen", "/regio/wijzigingen"):
        assert client.get(f"{pagina}?{vraag}").status_code in (200, 422), pagina
    assert client.get("/regio/wijzigingen?sinds=x%00").status_code == 404
