"""Backups: what comes back is what there was, row by row; and what cannot come back changes nothing."""

import json
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import MetaData, Table, func, select

from app.models import Logregel, Notitie, NotitieStatus, db
from app.reservekopie import pakket, postgres
from app.services.logboek import OPDRACHTREGEL, schrijf
from tests.databases import Databases, laat_los, maak_app
from tests.integration.test_migraties import schema
from tests.voorwaarden import postgres_programma


@pytest.fixture(autouse=True)
def _programmas(request: pytest.FixtureRequest) -> None:
    if "postgresql" in request.node.name:
        for naam in ("pg_dump", "pg_restore", "psql"):
            postgres_programma(naam)


@pytest.fixture
def app(databases: Databases) -> Iterator[Flask]:
    """With the seeds, on a database of its own: restoring makes its tables anew."""
    url = databases.kopie(gevuld=True)
    app = maak_app(url)
    yield app
    laat_los(app)
    databases.gooi_weg(url)


@pytest.fixture
def leeg(databases: Databases) -> Iterator[Flask]:
    """Another installation, on a database without anything in it."""
    url = databases.nieuw()
    ander = maak_app(url)
    yield ander
    laat_los(ander)
    databases.gooi_weg(url)


def een_concept() -> Notitie:
    """A notitie that may still change."""
    return db.session.scalars(select(Notitie).where(Notitie.status == NotitieStatus.CONCEPT).limit(1)).one()


def roep(app: Flask, *argumenten: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=[str(argument) for argument in argumenten])


def alles(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, and what the database itself says about its tables."""
    with app.app_context(), db.engine.connect() as verbinding:
        meta = MetaData()
        meta.reflect(verbinding)
        rijen = {naam: _rijen(verbinding, tabel) for naam, tabel in meta.tables.items()}
        # PostgreSQL writes the same check in other words once it has read its own.
        vorm = [(naam, deel | {"controles": sorted(deel["controles"])}) for naam, deel in schema(db.engine).items()]
        return rijen | {"schema": sorted(vorm, key=repr)}


def _rijen(verbinding: Any, tabel: Table) -> list[tuple[Any, ...]]:
    return sorted(map(tuple, verbinding.execute(select(tabel))), key=repr)


def test_heen_en_terug(app: Flask, leeg: Flask, tmp_path: Path) -> None:
    uit = tmp_path / "kopie.zip"
    gemaakt = roep(app, "backup", uit)
    assert gemaakt.exit_code == 0, gemaakt.output
    assert uit.stat().st_mode & 0o777 == 0o600, "er staan hashes van wachtwoorden in"
    hersteld = roep(leeg, "herstel", uit)
    assert hersteld.exit_code == 0, hersteld.output
    assert "flask db upgrade" not in hersteld.output
    er_was = alles(app)
    assert len(er_was["doel"]) > 10
    assert alles(leeg) == er_was
    assert leeg.test_client().get("/inloggen").status_code == 200
    with leeg.app_context():  # and it goes on counting where it was
        schrijf(db.session, door=OPDRACHTREGEL, organisatie_id=1, omschrijving="Verder")
        db.session.commit()
        assert db.session.scalar(select(func.count()).select_from(Logregel)) == len(er_was["logregel"]) + 1


def test_een_kopie_van_een_database_in_gebruik_is_een_moment(app: Flask, leeg: Flask, tmp_path: Path) -> None:
    """Every act writes two things at once; no backup has one of them without the other."""
    klaar, bezig = threading.Event(), threading.Event()

    def werk() -> None:
        with app.app_context():
            while not klaar.is_set():
                notitie = een_concept()
                notitie.versie = str(int(notitie.versie or 0) + 1 if (notitie.versie or "").isdecimal() else 1)
                schrijf(db.session, door=OPDRACHTREGEL, organisatie_id=1, omschrijving=f"Versie {notitie.versie}")
                db.session.commit()
                bezig.set()

    schrijver = threading.Thread(target=werk)
    schrijver.start()
    try:
        assert bezig.wait(60)
        uitkomsten = [roep(app, "backup", tmp_path / f"{nr}.zip") for nr in range(2)]
    finally:
        klaar.set()
        schrijver.join()
    assert [uitkomst.exit_code for uitkomst in uitkomsten] == [0, 0], [u.output for u in uitkomsten]
    for nr in range(2):
        assert roep(leeg, "herstel", tmp_path / f"{nr}.zip", "--overschrijf").exit_code == 0
        with leeg.app_context():
            laatste = db.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id.desc())).first()
            assert laatste == f"Versie {een_concept().versie}"
        laat_los(leeg)


def test_een_gevulde_database_wordt_niet_zomaar_vervangen(app: Flask, tmp_path: Path) -> None:
    uit = tmp_path / "kopie.zip"
    roep(app, "backup", uit)
    toen = alles(app)
    with app.app_context():
        een_concept().titel = "Later veranderd"
        db.session.commit()
        laat_los(app)
    geweigerd = roep(app, "herstel", uit)
    assert (geweigerd.exit_code, "De database is niet leeg" in geweigerd.output) == (2, True)
    assert alles(app) != toen
    laat_los(app)
    assert roep(app, "herstel", uit, "--overschrijf").exit_code == 0
    assert alles(app) == toen


def verander_opgave(**anders: Any) -> Callable[[Path, Path], None]:
    def doe(goed: Path, slecht: Path) -> None:
        with zipfile.ZipFile(goed) as van, zipfile.ZipFile(slecht, "w") as naar:
            opgave = json.loads(van.read(pakket.OPGAVE)) | anders
            naar.writestr(pakket.OPGAVE, json.dumps(opgave))
            naar.writestr(pakket.GEGEVENS, van.read(pakket.GEGEVENS))

    return doe


def andere_gegevens(goed: Path, slecht: Path) -> None:
    with zipfile.ZipFile(goed) as van, zipfile.ZipFile(slecht, "w") as naar:
        naar.writestr(pakket.OPGAVE, van.read(pakket.OPGAVE))
        naar.writestr(pakket.GEGEVENS, van.read(pakket.GEGEVENS)[:-1] + b"!")


def een_byte_om(goed: Path, slecht: Path) -> None:
    inhoud = bytearray(goed.read_bytes())
    inhoud[len(inhoud) // 2] ^= 0xFF
    slecht.write_bytes(inhoud)


SLECHT: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "weg": (lambda _goed, _slecht: None, "bestaat niet"),
    "geen zip": (lambda _goed, slecht: void(slecht.write_text("geen kopie")), "geen reservekopie van Doelspoor"),
    "afgekapt": (lambda goed, slecht: void(slecht.write_bytes(goed.read_bytes()[:-200])), "is beschadigd"),
    "een byte om": (een_byte_om, "beschadigd"),
    "andere gegevens": (andere_gegevens, "de inhoud is niet wat er is bewaard"),
    "nieuwer": (verander_opgave(schema="9999", versie="9.0"), "van een nieuwere versie van Doelspoor (9.0"),
    "andere vorm": (verander_opgave(vorm=2), "met een andere versie van Doelspoor"),
    "andere database": (verander_opgave(database="anders"), "Deze reservekopie is van anders"),
    "andere velden": (verander_opgave(erbij=1), "geen reservekopie van Doelspoor"),
}


def void(_waarde: object) -> None:
    return None


def test_wat_niet_deugt_verandert_niets(app: Flask, tmp_path: Path) -> None:
    goed = tmp_path / "goed.zip"
    roep(app, "backup", goed)
    er_was = alles(app)
    for naam, (maak, zin) in SLECHT.items():
        slecht = tmp_path / f"{naam}.zip"
        maak(goed, slecht)
        laat_los(app)
        uitkomst = roep(app, "herstel", slecht, "--overschrijf")
        assert uitkomst.exit_code == 2, (naam, uitkomst.output)
        assert zin in uitkomst.output, (naam, uitkomst.output)
        assert uitkomst.output.count("\n") == 1, naam
    assert alles(app) == er_was


def test_halverwege_mislukt_is_niets_gebeurd(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On SQLite what was kept is no database; on PostgreSQL the last of its statements fails."""
    uit = tmp_path / "kopie.zip"
    if db_soort(app) == "sqlite":
        monkeypatch.setattr("app.reservekopie.sqlite.kopieer", lambda _url, naar: naar.write_text("geen sqlite") and {})
    roep(app, "backup", uit)
    er_was = alles(app)
    laat_los(app)
    gewoon = postgres._roep

    def roep_met_fout(programma: str, opties: list[str], url: Any) -> None:
        gewoon(programma, opties, url)
        if programma == "pg_restore":
            (bestand,) = (optie.removeprefix("--file=") for optie in opties if optie.startswith("--file="))
            pad = Path(bestand)
            pad.write_text(pad.read_text() + "\nSELECT 1 / 0;\n")

    monkeypatch.setattr(postgres, "_roep", roep_met_fout)
    assert roep(app, "herstel", uit, "--overschrijf").exit_code == 2
    assert alles(app) == er_was


def db_soort(app: Flask) -> str:
    with app.app_context():
        return db.engine.dialect.name


def test_zonder_tabellen_is_er_niets_te_bewaren(leeg: Flask, tmp_path: Path) -> None:
    uitkomst = roep(leeg, "backup", tmp_path / "kopie.zip")
    assert (uitkomst.exit_code, "flask db upgrade" in uitkomst.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_zonder_de_programmas_van_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _naam: None)
    with pytest.raises(pakket.KopieFout, match="Het programma pg_dump ontbreekt"):
        postgres._roep("pg_dump", [], None)  # type: ignore[arg-type]
