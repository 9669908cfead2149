"""The lines of notities that were called `indicator` keep their words, their place and their ids."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from app.models import db
from tests.databases import Databases, laat_los, maak_app

ERVOOR = """
INSERT INTO organisatie (id, slug, naam, soort, aangemaakt_op, gewijzigd_op)
VALUES (1, 'dorp', 'Dorp', 'gemeente', :nu, :nu);
INSERT INTO notitie (id, organisatie_id, titel, inleiding, status, rev, aangemaakt_op, gewijzigd_op)
VALUES (1, 1, 'Plan', '', 'concept', 1, :nu, :nu);
INSERT INTO probleemgebied (id, organisatie_id, notitie_id, volgorde, naam, doelen_toelichting, indicatoren_inleiding,
                            toelichting, rev, aangemaakt_op, gewijzigd_op)
VALUES (1, 1, 1, 1, 'Wonen', '', '', '', 1, :nu, :nu);
INSERT INTO indicator (probleemgebied_id, los_nummer, volgorde, tekst, organisatie_id, rev, aangemaakt_op, gewijzigd_op)
VALUES (1, 1, 1, 'huizen', 1, 3, :nu, :nu), (1, 2, 2, 'schuren', 1, 1, :nu, :nu), (1, 3, 3, 'weg', 1, 1, :nu, :nu);
DELETE FROM indicator WHERE tekst = 'weg'
"""
NIEUWE = (
    "INSERT INTO {tabel} (probleemgebied_id, los_nummer, volgorde, tekst, organisatie_id, rev, aangemaakt_op,"
    " gewijzigd_op) VALUES (1, 4, 4, 'nieuw', 1, 1, :nu, :nu) RETURNING id"
)
NU = {"nu": "2026-01-02 03:04:05"}


@pytest.fixture
def gevuld(databases: Databases) -> Iterator[Flask]:
    """The tables of before, with two lines and a third that was removed."""
    url = databases.nieuw()
    app = maak_app(url)
    with app.app_context():
        upgrade(revision="0003")
        with db.engine.begin() as verbinding:
            for opdracht in ERVOOR.split(";"):
                verbinding.execute(text(opdracht), NU if ":nu" in opdracht else {})
        yield app
    laat_los(app)
    databases.gooi_weg(url)


def _regels(tabel: str) -> list[tuple[int, str, int]]:
    with db.engine.connect() as verbinding:
        return [tuple(rij) for rij in verbinding.execute(text(f"SELECT id, tekst, rev FROM {tabel} ORDER BY id"))]


@pytest.mark.parametrize(("terug", "tabel"), [(False, "indicatorregel"), (True, "indicator")])
def test_regels_blijven_en_een_id_komt_niet_terug(gevuld: Flask, terug: bool, tabel: str) -> None:
    upgrade(revision="0004")
    if terug:
        downgrade(revision="0003")
    assert _regels(tabel) == [(1, "huizen", 3), (2, "schuren", 1)]
    with db.engine.begin() as verbinding:
        assert verbinding.execute(text(NIEUWE.format(tabel=tabel)), NU).scalar_one() == 4
