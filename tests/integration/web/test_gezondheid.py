"""Alive and ready: cheap, without logging in, and without a word too many."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.achtergrond import laat_merken
from app.models import Werkerteken, db, nu
from app.services import gereedheid
from app.services.werkertekens import laat_teken_achter
from tests.databases import maak_app

Tel = Callable[[], AbstractContextManager[Any]]


def vraag(client: FlaskClient, adres: str) -> tuple[int, str]:
    antwoord = client.get(adres)
    assert antwoord.mimetype == "text/plain"
    assert "Set-Cookie" not in antwoord.headers
    return antwoord.status_code, antwoord.get_data(as_text=True)


def test_gezond_zonder_database(client: FlaskClient, tel_queries: Tel) -> None:
    with tel_queries() as teller:
        assert vraag(client, "/gezond") == (200, "gezond\n")
    assert teller.aantal == 0


def test_gereed_kost_twee_vragen(app: Flask, client: FlaskClient, tel_queries: Tel) -> None:
    laat_merken(app)
    with tel_queries() as teller:
        assert vraag(client, "/gereed") == (200, "gereed\n")
    assert teller.aantal == 2


def test_zonder_werker_een_waarschuwing(
    app: Flask, client: FlaskClient, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    assert vraag(client, "/gereed") == (200, "gereed, met een waarschuwing\n")
    laat_merken(app)
    session.execute(update(Werkerteken).values(gezien_op=nu() - timedelta(minutes=11)))
    session.commit()
    assert vraag(client, "/gereed") == (200, "gereed, met een waarschuwing\n")
    assert any("werker" in str(getattr(regel, "velden", "")) for regel in caplog.records)


def test_tabellen_van_een_andere_versie(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(gereedheid, "nieuwste_migratie", lambda: "9999")
    assert vraag(client, "/gereed") == (503, "niet gereed\n")
    assert any("flask db upgrade" in str(getattr(regel, "velden", "")) for regel in caplog.records)


@pytest.mark.parametrize("url", ["sqlite:////bestaat/niet/x.db", "postgresql+psycopg://niemand@127.0.0.1:1/x"])
def test_zonder_database_niet_gereed_maar_wel_gezond(url: str) -> None:
    client = maak_app(url).test_client()
    assert vraag(client, "/gezond")[0] == 200
    assert vraag(client, "/gereed") == (503, "niet gereed\n")


def test_een_werker_laat_een_teken_achter(app: Flask, session: Session) -> None:
    for naam in ("a:1", "b:2", "a:1"):
        assert laat_teken_achter(db.engine, naam)
    session.execute(update(Werkerteken).where(Werkerteken.naam == "b:2").values(gezien_op=nu() - timedelta(days=2)))
    session.commit()
    laat_teken_achter(db.engine, "a:1")
    assert session.scalars(db.select(Werkerteken.naam)).all() == ["a:1"]


def test_een_geeiste_versleuteling_komt_bij_de_database_aan(app: Flask) -> None:
    """This server has none, so there must be no connection at all."""
    with app.app_context():
        if db.engine.dialect.name != "postgresql":
            pytest.skip("SQLite has no line")
        url = db.engine.url.update_query_dict({"sslmode": "verify-full"}).render_as_string(hide_password=False)
    assert vraag(maak_app(url).test_client(), "/gereed") == (503, "niet gereed\n")
