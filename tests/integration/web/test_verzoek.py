"""Each request has a number and one line in the log, which tells nothing that is not for an administrator."""

import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import Gebruiker, Organisatie
from logregels import Opmaak
from tests.integration import bewerkhulp as hulp
from tests.integration.api.apihulp import Wereld, maak_wereld
from tests.integration.web.webhulp import anders


class Opvang(logging.Handler):
    """What would stand in the log."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(Opmaak())
        self.regels: list[dict[str, object]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(json.loads(self.format(record)))

    @property
    def verzoeken(self) -> list[dict[str, object]]:
        return [regel for regel in self.regels if regel["logger"] == "app.verzoek"]


@pytest.fixture
def opvang(monkeypatch: pytest.MonkeyPatch) -> Opvang:
    opvang = Opvang()
    logger = logging.getLogger("app")
    monkeypatch.setattr(logger, "handlers", [opvang])
    monkeypatch.setattr(logger, "level", logging.INFO)
    logger.manager._clear_cache()  # type: ignore[attr-defined]
    return opvang


def test_een_bezoek_is_een_regel(client: FlaskClient, session: Session, opvang: Opvang) -> None:
    wereld = hulp.maak_wereld(client, session)
    wie = session.query(Gebruiker.id).scalar()
    opvang.regels.clear()
    antwoord = client.get(f"{wereld.basis}?zoek=Geheim&wachtwoord=Geheim", buffered=True)
    (regel,) = opvang.verzoeken
    assert regel["request_id"] == antwoord.headers["X-Request-ID"]
    assert {naam: regel[naam] for naam in ("method", "route", "status", "user_id")} == {
        "method": "GET",
        "route": "/probleemgebieden/<int:id_>",
        "status": 200,
        "user_id": wie,
    }
    assert float(str(regel["duration_ms"])) > 0
    assert "Geheim" not in json.dumps(opvang.regels)
    assert str(wereld.gebied) not in str(regel["route"])


def test_wie_inlogt_of_faalt_laat_geen_wachtwoord_achter(client: FlaskClient, session: Session, opvang: Opvang) -> None:
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    for wachtwoord in ("Fout-Geheim-1", hulp.WACHTWOORD):
        hulp.log_in(client, email, wachtwoord).close()
    client.get("/", headers={"Authorization": "Bearer Geheim", "Cookie": "x=Geheim"}).close()
    log = json.dumps(opvang.regels)
    assert [r["status"] for r in opvang.verzoeken if r["method"] == "POST"] == [422, 302]
    for geheim in ("Geheim", hulp.WACHTWOORD, email):
        assert geheim not in log


def test_een_sleutel_van_de_api_staat_er_met_zijn_nummer(app: Flask, session: Session, opvang: Opvang) -> None:
    wereld: Wereld = maak_wereld(app, session)
    opvang.regels.clear()
    wereld.vraag("/indicatoren", buffered=True)
    (regel,) = opvang.verzoeken
    assert isinstance(regel["api_key_id"], int)
    assert "user_id" not in regel
    assert all(sleutel not in json.dumps(opvang.regels) for sleutel in wereld.sleutels.values())


@pytest.mark.parametrize("nummer", ["abcdef12", "4f0c1e7a-9b2d-4c6e-8f1a", "a" * 64])
def test_een_goed_nummer_van_buiten_wordt_gebruikt(client: FlaskClient, nummer: str, opvang: Opvang) -> None:
    antwoord = client.get("/inloggen", headers={"X-Request-ID": nummer}, buffered=True)
    assert antwoord.headers.getlist("X-Request-ID") == [nummer]
    assert opvang.verzoeken[0]["request_id"] == nummer


@pytest.mark.parametrize(
    "nummer", ["", "kort", "a" * 65, "<script>1", "met spatie 1", "-abcdefgh", "é" * 10, "a;b=c,d"]
)
def test_iets_anders_niet(client: FlaskClient, nummer: str) -> None:
    antwoord = client.get("/bestaat-niet", headers={"X-Request-ID": nummer})
    gegeven = antwoord.headers["X-Request-ID"]
    assert gegeven != nummer
    assert len(gegeven) == 32
    assert gegeven in hulp.tekst_van(antwoord)


def test_ook_wat_vastloopt_heeft_een_nummer_en_een_spoor(app: Flask, opvang: Opvang) -> None:
    @vereist(Recht.OPENBAAR)
    def proef() -> str:
        raise RuntimeError("wachtwoord=Geheim")

    with anders(app) as kapot:
        kapot.add_url_rule("/proef", view_func=proef)
        antwoord = kapot.test_client().get("/proef", buffered=True)
    assert antwoord.status_code == 500
    nummer = antwoord.headers["X-Request-ID"]
    assert nummer in hulp.tekst_van(antwoord)
    fout = next(regel for regel in opvang.regels if "exception" in regel)
    assert "RuntimeError" in str(fout["exception"])
    assert {regel["request_id"] for regel in opvang.regels} == {nummer}
    assert opvang.verzoeken[0]["status"] == 500
    assert "Geheim" not in json.dumps(opvang.regels)


def test_een_fout_van_de_database_noemt_niet_wat_er_stond(session: Session) -> None:
    for _ in range(2):
        session.add(Organisatie(slug="dubbel", naam="Geheime Naam", soort="gemeente"))
    with pytest.raises(IntegrityError) as fout:
        session.flush()
    session.rollback()
    assert "Geheime Naam" not in str(fout.value)


def test_elke_poging_om_binnen_te_komen_is_een_regel(client: FlaskClient, session: Session, opvang: Opvang) -> None:
    """Also one that failed, with whose account it was, and nothing of what was typed."""
    wie = hulp.maak_gebruiker(session, hulp.maak_organisatie(session))
    session.commit()
    email, nummer = wie.email, wie.id
    hulp.log_in(client, email, "een verkeerde gok")
    hulp.log_in(client, "niemand@testdorp.example")
    hulp.log_in(client, email)
    pogingen = [regel for regel in opvang.regels if regel["event"] == "login"]
    assert [(regel["means"], regel["outcome"], regel["user_id"], regel["level"]) for regel in pogingen] == [
        ("wachtwoord", "geweigerd", nummer, "warning"),
        ("wachtwoord", "geweigerd", None, "warning"),
        ("wachtwoord", "binnen", nummer, "info"),
    ]
    assert all(regel["request_id"] and regel["timestamp"] for regel in pogingen)
    assert not any(geheim in str(pogingen) for geheim in ("verkeerde gok", "niemand", hulp.WACHTWOORD))


def test_wat_niet_mag_staat_in_het_log(client: FlaskClient, session: Session, opvang: Opvang) -> None:
    """Who asked for what is not for them, and a form that did not come from a page of ours."""
    hulp.maak_wereld(client, session)
    wie = session.query(Gebruiker.id).scalar()
    opvang.regels.clear()
    client.get("/beheer/gebruikers/", buffered=True)
    client.post("/notities/nieuw", data={"csrf_token": "verzonnen"}, buffered=True)
    client.get("/api/v1/indicatoren", headers={"Authorization": "Bearer doelspoor_verzonnen"}, buffered=True)
    assert [(regel["route"], regel["status"]) for regel in opvang.verzoeken] == [
        ("/beheer/gebruikers/", 403),
        ("/notities/nieuw", 400),
        ("/api/v1/indicatoren", 401),
    ]
    assert opvang.verzoeken[0]["user_id"] == wie
