"""What is removed elsewhere goes out of the reports too, and comes back in them with it.

A closed report keeps saying what it said: that is in its momentopname.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from app.models import Hoofdstuk, Indicator, Rapportblok, Thema
from app.models.basis import Sessie
from app.services.verwijderd.bewaard import inhoud_van, zet_terug


def haal_blokken_weg(session: Sessie, van: Indicator | Thema) -> list[dict[str, Any]]:
    """Returns what `zet_blokken_terug` needs."""
    kolom = Rapportblok.indicator_id if isinstance(van, Indicator) else Rapportblok.thema_id
    blokken = session.scalars(select(Rapportblok).where(kolom == van.id).order_by(Rapportblok.id)).all()
    inhoud = [inhoud_van(blok) | {"hoofdstuk_id": blok.hoofdstuk_id} for blok in blokken]
    for blok in blokken:
        session.delete(blok)
    session.flush()
    return inhoud


def zet_blokken_terug(session: Sessie, blokken: Sequence[dict[str, Any]]) -> None:
    """On their place when that is free, else behind the others; not where the chapter is gone."""
    for inhoud in blokken:
        hoofdstuk = session.get(Hoofdstuk, inhoud["hoofdstuk_id"])
        if hoofdstuk is None:
            continue
        velden = {naam: waarde for naam, waarde in inhoud.items() if naam != "hoofdstuk_id"}
        velden["volgorde"] = _vrije_plek(session, hoofdstuk, inhoud["volgorde"])
        zet_terug(session, model=Rapportblok, inhoud=velden, ouder=hoofdstuk, lijst="blokken")
    session.flush()


def _vrije_plek(session: Sessie, hoofdstuk: Hoofdstuk, plek: int) -> int:
    van = Rapportblok.hoofdstuk_id == hoofdstuk.id
    if session.scalar(select(Rapportblok.id).where(van, Rapportblok.volgorde == plek)) is None:
        return plek
    return (session.scalar(select(func.max(Rapportblok.volgorde)).where(van)) or 0) + 1
