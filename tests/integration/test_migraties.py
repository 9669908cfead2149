"""The migrations make exactly the tables of the models, on both databases, and can go back and forth."""

import re
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, func, inspect, select
from sqlalchemy.engine.reflection import Inspector

from app.models import (
    Doel,
    Gebruiker,
    Indicatorregel,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Probleemgebied,
    Punt,
    db,
)
from tests.databases import seeds, vul_met_seeds

VERSIETABEL = "alembic_version"


def schema(engine: Engine) -> dict[str, dict[str, Any]]:
    """Everything the database itself says about its tables."""
    kijker = inspect(engine)
    return {tabel: _tabel(kijker, tabel) for tabel in kijker.get_table_names() if tabel != VERSIETABEL}


def _tabel(kijker: Inspector, tabel: str) -> dict[str, Any]:
    return {
        "kolommen": {k["name"]: (str(k["type"]), k["nullable"], k["default"]) for k in kijker.get_columns(tabel)},
        "sleutel": kijker.get_pk_constraint(tabel),
        "verwijzingen": {v["name"]: _zonder(v, "name") for v in kijker.get_foreign_keys(tabel)},
        "uniek": {u["name"]: u["column_names"] for u in kijker.get_unique_constraints(tabel)},
        "controles": {c["name"]: " ".join(c["sqltext"].split()) for c in kijker.get_check_constraints(tabel)},
        "indexen": {i["name"]: (i["column_names"], i["unique"]) for i in kijker.get_indexes(tabel)},
    }


def _zonder(waarden: Any, sleutel: str) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in waarden.items() if naam != sleutel}


def test_migraties_maken_de_tabellen_van_de_modellen(kaal: Flask) -> None:
    db.create_all(None)
    gewenst = schema(db.engine)
    db.drop_all(None)
    upgrade()
    gemaakt = schema(db.engine)
    assert gemaakt.keys() == gewenst.keys()
    for tabel, verwacht in gewenst.items():
        for onderwerp, waarde in verwacht.items():
            assert gemaakt[tabel][onderwerp] == waarde, f"{onderwerp} van {tabel}"


def test_alembic_vindt_niets_te_doen(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as verbinding:
        context = MigrationContext.configure(verbinding, opts={"compare_type": True, "target_metadata": db.metadata})
        assert compare_metadata(context, db.metadata) == []


def test_terug_naar_niets_en_weer_vooruit(kaal: Flask) -> None:
    upgrade()
    eerste_keer = schema(db.engine)
    downgrade(revision="base")
    assert inspect(db.engine).get_table_names() == [VERSIETABEL]
    upgrade()
    assert schema(db.engine) == eerste_keer
    vul_met_seeds()
    assert db.session.scalar(select(func.count(Notitie.id))) == len(seeds().notities)


def test_een_tweede_keer_verandert_niets(app: Flask) -> None:
    with app.app_context():
        vul_met_seeds()
        upgrade()
        assert db.session.scalar(select(func.count(Gebruiker.id))) == len(seeds().gebruikers)
        aantal = sum(len(gebied.doelen) for n in seeds().notities for gebied in n.notitie.probleemgebieden)
        assert db.session.scalar(select(func.count(Doel.id))) == aantal


def test_een_gevulde_database_krijgt_een_merk_bij_alles_wat_herkend_moet_worden(app: Flask) -> None:
    with app.app_context():
        vul_met_seeds()
        downgrade(revision="0007")
        upgrade()
        for model in (Probleemgebied, Punt, Doel, Indicatorregel, Interventie, Onderdeel, Opdracht):
            merken = db.session.scalars(select(model.merk)).all()
            assert merken
            assert len(set(merken)) == len(merken)
            assert all(re.fullmatch("[a-z][a-z0-9]{9}", merk) for merk in merken)


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def test_elke_beperking_heeft_een_naam(app: Flask) -> None:
    with app.app_context():
        for tabel, delen in schema(db.engine).items():
            for onderwerp in ("verwijzingen", "uniek", "controles", "indexen"):
                assert None not in delen[onderwerp], f"{onderwerp} van {tabel}"
            # SQLite counts up only when the key stands in the column itself, where it has no name.
            assert delen["sleutel"]["name"] in (f"pk_{tabel}", None if _is_sqlite() else f"pk_{tabel}")
