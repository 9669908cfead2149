"""What was removed, kept whole as JSON so that it can come back as the same thing: with its id and all below it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect

from app.models import (
    Doel,
    EerdereMeting,
    Hoofdstuk,
    Indicatorregel,
    Interventie,
    Koersoordeel,
    Maatregel,
    Meting,
    Onderdeel,
    Planningsmoment,
    Probleemgebied,
    Rapportblok,
    Streefpadpunt,
    Thema,
    Toewijzing,
    Voortgangsregel,
)
from app.models.basis import Getal, Moment, Sessie
from app.services.logboek import als_json
from app.services.notities.maatregel_links import leg_links

# Not part of what an item says: the tables give these anew when it comes back.
EIGEN_BEHEER = {"rev", "aangemaakt_op", "gewijzigd_op", "organisatie_id"}

# What belongs to an item and goes with it. The order matters: an indicator measures a doel that is there already.
KINDEREN: dict[type[Any], tuple[str, ...]] = {
    Probleemgebied: ("punten", "doelen", "indicatoren", "interventies", "opdrachten"),
    Doel: ("toewijzingen", "streefpad", "koersoordelen"),
    Interventie: ("toewijzingen", "onderdelen"),
    Onderdeel: ("toewijzingen",),
    Thema: ("maatregelen",),
    Maatregel: ("regels",),
    Voortgangsregel: ("momenten",),
    Meting: ("eerdere",),
    Hoofdstuk: ("blokken",),
}

# In the `inhoud` of an interventie: the ids of the maatregelen that carry it out. They stay when it goes.
MAATREGELEN = "maatregelen"

# References to what does not go with it.
VERWIJZINGEN = {
    (EerdereMeting, "gebruiker_id"),
    (Indicatorregel, "doel_id"),
    (Indicatorregel, "indicator_id"),
    (Koersoordeel, "gebruiker_id"),
    (Maatregel, "eigenaar_id"),
    (Rapportblok, "indicator_id"),
    (Rapportblok, "thema_id"),
    (Voortgangsregel, "periode_id"),
}

# Made anew when they come back: nothing points to their id.
ZONDER_ID = (Toewijzing, Planningsmoment, Streefpadpunt, Koersoordeel)


def inhoud_van(item: Any) -> dict[str, Any]:
    """The columns of an item without its references upwards, and its children in the same form."""
    kolommen = [k.key for k in inspect(type(item)).column_attrs if _hoort_erbij(type(item), k.key)]
    kinderen = {lijst: [inhoud_van(kind) for kind in getattr(item, lijst)] for lijst in KINDEREN.get(type(item), ())}
    return als_json({naam: getattr(item, naam) for naam in kolommen}) | kinderen | _maatregelen_van(item)


def _maatregelen_van(item: Any) -> dict[str, list[int]]:
    return {MAATREGELEN: sorted(m.id for m in item.maatregelen)} if isinstance(item, Interventie) else {}


def _hoort_erbij(model: type[Any], kolom: str) -> bool:
    if kolom in EIGEN_BEHEER or (kolom == "id" and model in ZONDER_ID):
        return False
    return not kolom.endswith("_id") or (model, kolom) in VERWIJZINGEN


def zet_terug(session: Sessie, *, model: type[Any], inhoud: dict[str, Any], ouder: Any, lijst: str) -> Any:
    """The inverse of `inhoud_van`: the item, back in `lijst` of `ouder`."""
    kinderen = KINDEREN.get(model, ())
    item = model(organisatie_id=ouder.organisatie_id, **velden_uit(model, inhoud))
    getattr(ouder, lijst).append(item)
    session.flush()
    for naam in kinderen:
        kind_model = inspect(model).relationships[naam].mapper.class_
        for kind in inhoud.get(naam, ()):
            zet_terug(session, model=kind_model, inhoud=kind, ouder=item, lijst=naam)
    if model is Interventie:
        paren = [(maatregel_id, item.id) for maatregel_id in inhoud.get(MAATREGELEN, ())]
        leg_links(session, organisatie_id=item.organisatie_id, paren=paren)
    return item


def velden_uit(model: type[Any], inhoud: dict[str, Any]) -> dict[str, Any]:
    """The columns in `inhoud`, without the children, as the values they were."""
    return {naam: _uit_json(model, naam, inhoud[naam]) for naam in _kolommen(model, inhoud)}


def _kolommen(model: type[Any], inhoud: dict[str, Any]) -> list[str]:
    anders = {*KINDEREN.get(model, ()), *([MAATREGELEN] if model is Interventie else ())}
    return [naam for naam in inhoud if naam not in anders]


def _uit_json(model: type[Any], naam: str, waarde: Any) -> Any:
    soort = inspect(model).columns[naam].type
    if waarde is None:
        return None
    if isinstance(soort, Getal):
        return Decimal(waarde)
    enum = getattr(soort, "enum_class", None)
    if enum is not None:
        return enum(waarde)
    if isinstance(soort, Moment):
        return datetime.fromisoformat(waarde)
    return date.fromisoformat(waarde) if getattr(soort, "python_type", None) is date else waarde
