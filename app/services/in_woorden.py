"""The logboek tells in words whom and what a number pointed at: the number alone says nothing once that is gone."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from app.models import Doel, Gebruiker, Indicator, Interventie, Organisatie, Rapportageperiode, Regio, Thema
from app.models.basis import Sessie

# A column that points at something: what people call it, and what that is called by.
_WIJST_NAAR: dict[str, tuple[str, Any, Any]] = {
    "doel_id": ("doel", Doel.id, Doel.nummer),
    "eigenaar_id": ("eigenaar", Gebruiker.id, Gebruiker.naam),
    "gesloten_door_id": ("gesloten door", Gebruiker.id, Gebruiker.naam),
    "indicator_id": ("indicator", Indicator.id, Indicator.naam),
    "noemer_id": ("gedeeld door", Indicator.id, Indicator.naam),
    "organisatie_id": ("organisatie", Organisatie.id, Organisatie.naam),
    "periode_id": ("periode", Rapportageperiode.id, Rapportageperiode.code),
    "regio_id": ("regio", Regio.id, Regio.naam),
    "thema_id": ("thema", Thema.id, Thema.naam),
}


def in_woorden(session: Sessie, waarden: dict[str, Any]) -> dict[str, Any]:
    """The same values, under and with the words people know them by."""
    return dict(_woorden(session, waarden))


def _woorden(session: Sessie, waarden: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    for naam, waarde in waarden.items():
        if naam in _WIJST_NAAR and isinstance(waarde, int | None):
            label, id_, woord = _WIJST_NAAR[naam]
            yield label, _zoek(session, id_, woord, waarde)
        elif naam == "interventies" and isinstance(waarde, list):
            yield naam, _interventies(session, waarde)
        else:
            yield naam, waarde


def _zoek(session: Sessie, id_: Any, woord: Any, waarde: int | None) -> Any:
    return None if waarde is None else session.scalar(select(woord).where(id_ == waarde))


def _interventies(session: Sessie, ids: list[int]) -> list[str]:
    keuze = select(Interventie.nummer, Interventie.tekst).where(Interventie.id.in_(ids)).order_by(Interventie.id)
    return [f"{nummer} {tekst}" for nummer, tekst in session.execute(keuze)] if ids else []
