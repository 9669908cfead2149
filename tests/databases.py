"""Databases for tests: migrated for real once, then put back, so that every test starts fresh and cheap."""

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from flask import Flask
from flask_migrate import upgrade

from app import create_app
from app.models import db
from app.reading.seeds.lezen import Seeds, lees_seeds
from app.services.demo_laden import laad_demo
from config import PROJECT, Instellingen, Omgeving

SLEUTEL = "alleen-voor-tests-0123456789-abcdefghij"


def maak_app(database_url: str, **anders: Any) -> Flask:
    """`anders`: other settings than those of a test."""
    instellingen = {"omgeving": Omgeving.TEST, "secret_key": SLEUTEL, **anders}
    return create_app(Instellingen(database_url=database_url, **instellingen))


def laat_los(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def in_app(database_url: str, werk: Callable[[], None]) -> None:
    app = maak_app(database_url)
    try:
        with app.app_context():
            werk()
    finally:
        laat_los(app)


def seeds() -> Seeds:
    return lees_seeds(PROJECT / "seeds")


def vul_met_seeds() -> None:
    laad_demo(db.session(), seeds=seeds())
    db.session.commit()


class Databases(ABC):
    """Hands out databases with all tables: empty ones, and ones filled with the seeds."""

    def __init__(self) -> None:
        self._teller = count(1)
        self.standen: dict[str, Any] = {}  # by name what was made; see tests/standen.py

    def werkplek(self, *, gevuld: bool) -> Flask:
        """The one app of this kind of database, its data put back. An app of its own per test would compile every
        template again, and a database of its own would cost more than most tests."""
        self._zet_terug(self._app.config["SQLALCHEMY_DATABASE_URI"], gevuld=gevuld)
        return self._app

    def na_een_test(self) -> None:
        """Of the app that all tests share."""
        laat_los(self._app)

    @abstractmethod
    def bewaar_stand(self, naam: str) -> None:
        """Keep what the database of the shared app holds now; no connection is in use."""

    @abstractmethod
    def neem_stand(self, naam: str) -> None:
        """Put it back."""

    @cached_property
    def _app(self) -> Flask:
        return maak_app(self._kopie(self._gevuld))

    @cached_property
    def _leeg(self) -> str:
        url = self.nieuw()
        in_app(url, upgrade)
        return url

    @cached_property
    def _gevuld(self) -> str:
        url = self._kopie(self._leeg)
        in_app(url, vul_met_seeds)
        return url

    def kopie(self, *, gevuld: bool) -> str:
        return self._kopie(self._gevuld if gevuld else self._leeg)

    @abstractmethod
    def nieuw(self) -> str:
        """The address of a database without tables."""

    @abstractmethod
    def _kopie(self, van: str) -> str: ...

    @abstractmethod
    def _zet_terug(self, url: str, *, gevuld: bool) -> None:
        """Make the database at `url`, a copy of the filled one, as it was: without rows, or with the seeds."""

    @abstractmethod
    def gooi_weg(self, url: str) -> None: ...

    @abstractmethod
    def ruim_op(self) -> None:
        """Throw away everything, also the originals."""


class SqliteDatabases(Databases):
    def __init__(self, map_: Path) -> None:
        super().__init__()
        self._map = map_

    def nieuw(self) -> str:
        return f"sqlite:///{self._map / f'{next(self._teller)}.db'}"

    def _kopie(self, van: str) -> str:
        url = self.nieuw()
        shutil.copyfile(bestand(van), bestand(url))
        return url

    def _zet_terug(self, url: str, *, gevuld: bool) -> None:
        self._vervang(url, bestand(self._gevuld if gevuld else self._leeg))

    @staticmethod
    def _vervang(url: str, door: Path) -> None:
        # A new file: whoever still has the old one open keeps that one.
        SqliteDatabases.gooi_bestand_weg(url)
        shutil.copyfile(door, bestand(url))

    def bewaar_stand(self, naam: str) -> None:
        laat_los(self._app)  # the last one to close leaves everything in the file itself
        shutil.copyfile(bestand(self._app.config["SQLALCHEMY_DATABASE_URI"]), self._map / f"{naam}.stand")

    def neem_stand(self, naam: str) -> None:
        laat_los(self._app)
        self._vervang(self._app.config["SQLALCHEMY_DATABASE_URI"], self._map / f"{naam}.stand")

    def gooi_weg(self, url: str) -> None:
        self.gooi_bestand_weg(url)

    @staticmethod
    def gooi_bestand_weg(url: str) -> None:
        for achtervoegsel in ("", "-wal", "-shm"):
            bestand(url).with_name(bestand(url).name + achtervoegsel).unlink(missing_ok=True)

    def ruim_op(self) -> None:
        shutil.rmtree(self._map)


def bestand(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


class PostgresDatabases(Databases):
    """Throw-away databases on a server whose address names no database. Its user must be a superuser: only that one
    may put rows back without the checks on references."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self._server = server
        self._voorvoegsel = f"doelspoor_test_{os.getpid()}"
        self._gemaakt: set[str] = set()

    def nieuw(self) -> str:
        return self._maak("template0")

    def _kopie(self, van: str) -> str:
        return self._maak(van.rpartition("/")[2])

    def _maak(self, sjabloon: str) -> str:
        naam = f"{self._voorvoegsel}_{next(self._teller)}"
        self._voer_uit(f'CREATE DATABASE "{naam}" TEMPLATE "{sjabloon}"')
        self._gemaakt.add(naam)
        return f"{self._server.replace('postgresql://', 'postgresql+psycopg://', 1)}/{naam}"

    def _zet_terug(self, url: str, *, gevuld: bool) -> None:
        self._werk.zet_terug("gevuld" if gevuld else "")

    def bewaar_stand(self, naam: str) -> None:
        self._werk.bewaar(naam)

    def neem_stand(self, naam: str) -> None:
        self._werk.zet_terug(naam)

    @cached_property
    def _werk(self) -> "PostgresWerk":
        return PostgresWerk(self._app.config["SQLALCHEMY_DATABASE_URI"])

    def gooi_weg(self, url: str) -> None:
        naam = url.rpartition("/")[2]
        self._voer_uit(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')
        self._gemaakt.discard(naam)

    def na_een_test(self) -> None:
        """The connections stay: a new one knows nothing of the tables yet, and that costs more than most requests."""
        with self._app.app_context():
            db.session.remove()

    def ruim_op(self) -> None:
        if "_app" in vars(self):
            laat_los(self._app)
        for naam in sorted(self._gemaakt):
            self.gooi_weg(naam)
        self.sluit()

    def sluit(self) -> None:
        """Only the connections of this object itself: the databases stay."""
        if "_werk" in vars(self):
            self._werk.sluit()
        self._beheer.close()

    @cached_property
    def _beheer(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(f"{self._server}/postgres", autocommit=True)

    def _voer_uit(self, opdracht: str) -> None:
        self._beheer.execute(opdracht.encode())


class PostgresWerk:
    """Puts rows back, from copies beside them; first of all those of a filled database. Deleting and inserting a
    thousand rows takes twenty milliseconds; making a database from a template takes twenty times as long."""

    def __init__(self, url: str) -> None:
        self._verbinding = psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://", 1), autocommit=True)
        # A test that leaves a transaction open must fail here, not hang.
        self._verbinding.execute("SET lock_timeout = '10s'")
        tabellen = self._kolom("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        self._tabellen = [naam for naam in tabellen if naam != "alembic_version"]
        self._standen: dict[str, list[str]] = {}
        self.bewaar("gevuld")
        tellers = self._kolom("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        self._standen[""] = [self._zet_teller(naam, None) for naam in tellers]

    def bewaar(self, naam: str) -> None:
        """Copies of the tables in a schema of that name; of `zet_terug` what is done when all is deleted."""
        self._voer_uit(f'CREATE SCHEMA "{naam}"')
        opdrachten = []
        for tabel in self._tabellen:
            if self._kolom(f'SELECT 1 FROM public."{tabel}" LIMIT 1'):
                self._voer_uit(f'CREATE TABLE "{naam}"."{tabel}" AS TABLE public."{tabel}"')
                opdrachten.append(f'INSERT INTO public."{tabel}" SELECT * FROM "{naam}"."{tabel}"')
        tellers = self._verbinding.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
        ).fetchall()
        self._standen[naam] = opdrachten + [self._zet_teller(teller, stand) for teller, stand in tellers]

    def zet_terug(self, naam: str) -> None:
        """`naam`: as it was kept; "" for no rows at all."""
        opdrachten = "; ".join(
            [
                "SET LOCAL session_replication_role = replica",  # no checks on references, no triggers
                *(f'DELETE FROM public."{tabel}"' for tabel in self._tabellen),
                *self._standen[naam],
            ]
        )
        with self._verbinding.transaction():
            self._voer_uit(opdrachten)

    @staticmethod
    def _zet_teller(naam: str, stand: int | None) -> str:
        return f"SELECT setval('public.\"{naam}\"', {stand or 1}, {'true' if stand else 'false'})"

    def sluit(self) -> None:
        self._verbinding.close()

    def _kolom(self, vraag: str) -> list[str]:
        return [rij[0] for rij in self._verbinding.execute(vraag.encode()).fetchall()]

    def _voer_uit(self, opdracht: str) -> None:
        self._verbinding.execute(opdracht.encode())
