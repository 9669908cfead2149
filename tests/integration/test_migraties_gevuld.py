"""Migrations on a database in use: no row is lost on the way, and one that fails changes nothing."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Engine, inspect, select

from app.models import Gebruiker, db
from app.models.basis import Basis
from app.services import gereedheid
from config import PROJECT
from tests.databases import Databases, laat_los, maak_app
from tests.integration.bewerkhulp import formulier
from tests.integration.rijenmaker import Rij, haal_rij, lees_tabellen, vul
from tests.integration.test_migraties import schema

# What was called otherwise before, from which version on.
HERNOEMD = {"0004": {"indicator": "indicatorregel"}}
# What a migration changes on purpose.
ANDERS = {("organisatie", "drempel")}
KAPOT = '''"""A migration that does a lot and then fails."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{vorige}"


def upgrade():
    op.create_table("nieuw", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO nieuw (id) VALUES (1)")
    op.add_column("notitie", sa.Column("kleur", sa.String(6), server_default="", nullable=False))
    op.execute("UPDATE notitie SET titel = 'weg', kleur = 'groen'")
    op.create_index("ix_notitie_kleur", "notitie", ["kleur"])
    op.drop_table("werkerteken")
    op.execute("DELETE FROM limiet")
    {laatste}
'''


@pytest.fixture
def gevuld(databases: Databases) -> Iterator[Flask]:
    url = databases.kopie(gevuld=True)
    app = maak_app(url)
    with app.app_context():
        yield app
    laat_los(app)
    databases.gooi_weg(url)


def versies() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    return [stap.revision for stap in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def test_een_rij_van_elke_versie_komt_heel_aan(kaal: Flask) -> None:
    """At every other version, and at the last, rows are added to every table; all make the way to the present one."""
    rijen: dict[str, list[Rij]] = {}
    for ronde, versie in enumerate(stappen := versies(), start=1):
        upgrade(revision=versie)
        rijen = {HERNOEMD.get(versie, {}).get(tabel, tabel): eerdere for tabel, eerdere in rijen.items()}
        if ronde % 2 == 0 and ronde < len(stappen) - 1:
            continue
        with db.engine.begin() as verbinding:
            for tabel, rij in vul(verbinding, ronde).items():
                rijen.setdefault(tabel, []).append(rij)
    assert rijen.keys() == db.metadata.tables.keys()
    with db.engine.connect() as verbinding:
        tabellen = lees_tabellen(verbinding).tables
        for tabel, van_tabel in rijen.items():
            for rij in van_tabel:
                _is_heel(tabel, rij, haal_rij(verbinding, tabellen[tabel], rij))
    _modellen_lezen_alles({tabel: len(van_tabel) for tabel, van_tabel in rijen.items()})


def _is_heel(tabel: str, rij: Rij, nu: Rij | None) -> None:
    assert nu is not None, f"Een rij van {tabel} is weg: {rij}"
    for kolom in rij.keys() & nu.keys():
        if (tabel, kolom) not in ANDERS:
            assert nu[kolom] == rij[kolom], f"{tabel}.{kolom}"


def _modellen_lezen_alles(minstens: dict[str, int]) -> None:
    for model in Basis.registry.mappers:
        gelezen = db.session.scalars(select(model.class_)).all()
        assert len(gelezen) >= minstens[model.local_table.name], model
        for kolom in model.column_attrs:
            [getattr(een, kolom.key) for een in gelezen]


def alles(engine: Engine) -> tuple[Any, dict[str, list[Any]]]:
    """The tables, and every row in them."""
    with engine.connect() as verbinding:
        tabellen = lees_tabellen(verbinding).sorted_tables
        rijen = {tabel.name: sorted(map(repr, verbinding.execute(select(tabel)))) for tabel in tabellen}
    return schema(engine), rijen


def migraties_met(tmp_path: Path, laatste: str) -> str:
    """A directory with those of this version and one that is to come."""
    map_ = tmp_path / "migrations"
    shutil.copytree(PROJECT / "migrations", map_, ignore=shutil.ignore_patterns("__pycache__"))
    inhoud = KAPOT.format(vorige=gereedheid.nieuwste_migratie(), laatste=laatste)
    (map_ / "versions" / "9999_komt_nog.py").write_text(inhoud)
    return str(map_)


def werk_bij(map_: str, **anders: Any) -> str:
    """What was said when it failed, "" when it went well."""
    luisteraar, regels = logging.Handler(), []
    luisteraar.emit = lambda regel: regels.append(regel.getMessage())  # type: ignore[method-assign]
    logging.getLogger("flask_migrate").addHandler(luisteraar)
    try:
        upgrade(directory=map_, **anders)
    except SystemExit:
        return "\n".join(regels)
    finally:
        logging.getLogger("flask_migrate").removeHandler(luisteraar)
    return ""


def test_een_mislukte_migratie_verandert_niets(gevuld: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As whoever keeps Doelspoor running types it."""
    ervoor = alles(db.engine)
    omgeving = {"PATH": os.environ["PATH"], "DATABASE_URL": db.engine.url.render_as_string(hide_password=False)}
    opdracht = [sys.executable, "-m", "flask", "--app", "wsgi", "db", "upgrade", "--directory"]
    opdracht.append(migraties_met(tmp_path, 'op.execute("INSERT INTO notitie (id) VALUES (1)")'))
    uit = subprocess.run(opdracht, cwd=PROJECT, env=omgeving, capture_output=True, text=True, timeout=60)
    assert uit.returncode == 1, uit.stderr
    assert "De migratie 9999_komt_nog is mislukt" in uit.stderr
    assert "Er is niets veranderd" in uit.stderr
    assert "Traceback" not in uit.stderr
    assert alles(db.engine) == ervoor
    _vorige_versie_werkt(gevuld)
    monkeypatch.setattr(gereedheid, "nieuwste_migratie", lambda: "9999")
    assert gevuld.test_client().get("/gereed").status_code == 503, "de nieuwe versie krijgt geen bezoekers"


@pytest.mark.parametrize(
    ("laatste", "zegt"),
    [
        ('raise KeyError("kolom")', "KeyError"),
        ('op.execute("DELETE FROM organisatie")', "organisatie"),  # also where references are kept only afterwards
    ],
)
def test_wat_er_ook_misgaat_er_verandert_niets(gevuld: Flask, tmp_path: Path, laatste: str, zegt: str) -> None:
    ervoor = alles(db.engine)
    gezegd = werk_bij(migraties_met(tmp_path, laatste))
    assert "9999_komt_nog is mislukt" in gezegd or "is mislukt (Verweesd" in gezegd
    assert zegt in gezegd
    assert alles(db.engine) == ervoor


def _vorige_versie_werkt(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/gereed").status_code == 200
    wie = db.session.scalars(select(Gebruiker).where(Gebruiker.rol == "beheerder")).first()
    assert wie is not None
    velden = formulier(client.get("/inloggen")) | {"email": wie.email, "wachtwoord": "fout"}
    assert client.post("/inloggen", data=velden).status_code == 422
    assert client.get("/notities/").status_code == 302


def test_wat_goed_gaat_wordt_bewaard(gevuld: Flask, tmp_path: Path) -> None:
    """The proof that the others fail because of their last line."""
    assert werk_bij(migraties_met(tmp_path, "pass")) == ""
    assert inspect(db.engine).has_table("nieuw")
    assert gevuld.test_client().get("/gereed").status_code == 503, "de vorige versie ziet dat er een nieuwe is"


def test_wie_een_tabel_vasthoudt_houdt_niet_iedereen_op(gevuld: Flask, tmp_path: Path) -> None:
    """The migration gives up after so many seconds; meanwhile nobody waited longer than that."""
    map_ = migraties_met(tmp_path, "pass")
    with db.engine.connect() as bezig:
        if bezig.dialect.name == "sqlite":
            bezig.exec_driver_sql("BEGIN IMMEDIATE")
        bezig.exec_driver_sql("UPDATE notitie SET titel = 'bezig'")
        assert "Er is niets veranderd" in werk_bij(map_, x_arg="wacht=1")
        bezig.rollback()
    assert not inspect(db.engine).has_table("nieuw")


@pytest.mark.parametrize("wacht", ["", "0", "-1", "1.5", "x", "9999999", "１"])
def test_een_onmogelijke_wachttijd(kaal: Flask, wacht: str) -> None:
    assert "seconden" in werk_bij(str(PROJECT / "migrations"), x_arg=f"wacht={wacht}")
