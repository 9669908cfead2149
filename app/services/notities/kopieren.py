"""Copy everything below a notitie into another one, row by row inside the database: a fixed number of statements.

The copies keep their merk, and that is also how each finds its new parent. What is added to these tables later goes
along by itself; a new table below a notitie gets a line here (a test fails until it has).
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, Subquery, Table, func, insert, literal, select

from app.models import (
    Doel,
    Indicatorregel,
    Interventie,
    Koersoordeel,
    MaatregelInterventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Probleemgebied,
    Punt,
    Streefpadpunt,
    Toewijzing,
)
from app.models.basis import Sessie

EIGEN = {"id", "rev", "aangemaakt_op", "gewijzigd_op"}
# Of what was copied: the id it had and the id of the copy, as columns `oud` and `nieuw`.
Kaart = Subquery


def kopieer_inhoud(session: Sessie, *, van: Notitie, naar: Notitie) -> None:
    """`naar` is in the database already, and empty."""
    session.flush()
    notitie = select(Notitie.id.label("oud"), literal(naar.id, Integer).label("nieuw")).where(Notitie.id == van.id)
    gebied = _kopieer(session, Probleemgebied, "notitie_id", notitie.subquery())
    for model in (Punt, Opdracht):
        _voeg_in(session, model, {"probleemgebied_id": gebied})
    doel = _kopieer(session, Doel, "probleemgebied_id", gebied)
    interventie = _kopieer(session, Interventie, "probleemgebied_id", gebied)
    onderdeel = _kopieer(session, Onderdeel, "interventie_id", interventie)
    _voeg_in(session, Indicatorregel, {"probleemgebied_id": gebied}, {"doel_id": doel})
    _voeg_in(session, Toewijzing, {}, {"doel_id": doel, "interventie_id": interventie, "onderdeel_id": onderdeel})
    for bij_doel in (Streefpadpunt, Koersoordeel):
        _voeg_in(session, bij_doel, {"doel_id": doel})
    _voeg_in(session, MaatregelInterventie, {"interventie_id": interventie})


def _kopieer(session: Sessie, model: type[Any], ouder: str, ouders: Kaart) -> Kaart:
    """The rows below `ouders`, and where each of them went."""
    _voeg_in(session, model, {ouder: ouders})
    tabel: Table = model.__table__
    oud, nieuw = tabel.alias(), tabel.alias()
    kaart = (
        select(oud.c.id.label("oud"), nieuw.c.id.label("nieuw"))
        .join_from(ouders, oud, oud.c[ouder] == ouders.c.oud)
        .join(nieuw, (nieuw.c[ouder] == ouders.c.nieuw) & (nieuw.c.merk == oud.c.merk))
    )
    return kaart.subquery()


def _voeg_in(
    session: Sessie, model: type[Any], vast: Mapping[str, Kaart], los: Mapping[str, Kaart] | None = None
) -> None:
    """`vast`: by which reference a row belongs to what is copied; `los`: references that may be empty. A row without
    any of `vast` belongs to it by the one of `los` that is not empty."""
    los = los or {}
    tabel: Table = model.__table__
    kaarten = {naam: kaart.alias(f"kaart_{naam}") for naam, kaart in (*vast.items(), *los.items())}
    kolommen = [kolom.name for kolom in tabel.columns if kolom.name not in EIGEN]
    waarden = [kaarten[n].c.nieuw if n in kaarten else tabel.c[n] for n in kolommen]
    bron = select(*waarden).select_from(tabel)
    for naam in vast:
        bron = bron.join(kaarten[naam], kaarten[naam].c.oud == tabel.c[naam])
    for naam in los:
        bron = bron.outerjoin(kaarten[naam], kaarten[naam].c.oud == tabel.c[naam])
    if not vast:
        bron = bron.where(func.coalesce(*(kaarten[naam].c.nieuw for naam in los)).is_not(None))
    session.execute(insert(tabel).from_select(kolommen, bron))
