"""Rows for any table of any version: made from what the database itself says that it takes.

One row per table, each referring to the others of the same round. What a check wants is found by trying: a row that
is refused is made again with other choices, always in the same order.
"""

import random
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import Integer, String

MEESTE_POGINGEN = 300
VERSIETABEL = "alembic_version"
Rij = dict[str, Any]


def lees_tabellen(verbinding: Connection) -> MetaData:
    tabellen = MetaData()
    tabellen.reflect(verbinding)
    return tabellen


def vul(verbinding: Connection, ronde: int) -> dict[str, Rij]:
    """What is stored, per table."""
    gemaakt: dict[str, Rij] = {}
    keuzes = _keuzes(verbinding)
    for tabel in lees_tabellen(verbinding).sorted_tables:
        if tabel.name != VERSIETABEL:
            gemaakt[tabel.name] = _maak_rij(verbinding, tabel, ronde, gemaakt, keuzes.get(tabel.name, {}))
    return gemaakt


def haal_rij(verbinding: Connection, tabel: Table, rij: Rij) -> Rij | None:
    """The row with the same key, as it is now."""
    sleutel = [kolom == rij[kolom.name] for kolom in tabel.primary_key]
    gevonden = verbinding.execute(select(tabel).where(*sleutel)).mappings().first()
    return dict(gevonden) if gevonden is not None else None


def _keuzes(verbinding: Connection) -> dict[str, dict[str, list[str]]]:
    """Per table and column the texts that a check names as the only ones."""
    gevonden: dict[str, dict[str, list[str]]] = {}
    for (_, tabel), controles in inspect(verbinding).get_multi_check_constraints().items():
        for controle in controles:
            past = re.match(r"\W*(\w+)\W.*?(?:\bIN\b|= ANY)(.*)$", controle["sqltext"], re.DOTALL)
            if past:
                gevonden.setdefault(tabel, {})[past[1]] = re.findall(r"'([^']*)'", past[2])
    return gevonden


def _maak_rij(
    verbinding: Connection, tabel: Table, ronde: int, gemaakt: dict[str, Rij], keuzes: dict[str, list[str]]
) -> Rij:
    for poging in range(MEESTE_POGINGEN):
        kans = random.Random(f"{tabel.name} {ronde} {poging}")
        waarden = {k.name: _waarde(k, ronde, kans, keuzes.get(k.name)) for k in tabel.columns if not _nummert(k)}
        waarden |= _verwijzingen(tabel, gemaakt, kans)
        try:
            with verbinding.begin_nested():
                return dict(verbinding.execute(insert(tabel).values(waarden).returning(tabel)).mappings().one())
        except IntegrityError as fout:
            bezwaar = str(fout.orig)
    raise AssertionError(f"Voor {tabel.name} is geen rij te bedenken: {bezwaar}")


def _nummert(kolom: Column[Any]) -> bool:
    """The database chooses it."""
    return kolom.name == "id" and isinstance(kolom.type, Integer)


def _verwijzingen(tabel: Table, gemaakt: dict[str, Rij], kans: random.Random) -> Rij:
    """To the row of this round, or to nothing where that may be or where there is none yet."""
    waarden: Rij = {}
    for verwijzing in sorted(tabel.foreign_key_constraints, key=lambda v: len(v.elements)):
        naar = gemaakt.get(verwijzing.referred_table.name)
        for kolom, doel in zip(verwijzing.columns, (e.column for e in verwijzing.elements), strict=True):
            leeg = kolom.nullable and (naar is None or kans.random() < 0.4)
            waarden[kolom.name] = None if leeg or naar is None else naar[doel.name]
    return waarden


def _waarde(kolom: Column[Any], ronde: int, kans: random.Random, keuzes: list[str] | None) -> Any:
    if kolom.nullable and kans.random() < 0.4:
        return None
    if keuzes:
        return kans.choice(keuzes)
    soort = kolom.type
    if isinstance(soort, Boolean):
        return kans.random() < 0.5
    if isinstance(soort, JSON):
        return {"ronde": ronde}
    if isinstance(soort, LargeBinary):
        return f"bytes {ronde}".encode()
    if isinstance(soort, String):
        return f"{ronde:03} é {kolom.name}"[: soort.length]
    return _getal_of_moment(soort, ronde, kans)


def _getal_of_moment(soort: Any, ronde: int, kans: random.Random) -> Any:
    if isinstance(soort, DateTime):
        return datetime(2020, 3, 1, 12, tzinfo=UTC) + timedelta(days=ronde)
    if isinstance(soort, Date):
        return date(2020, 3, 1) + timedelta(days=ronde)
    assert isinstance(soort, Integer | Numeric), soort
    return ronde + kans.choice((0, 2000))
