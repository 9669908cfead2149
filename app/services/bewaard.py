"""What was removed, kept whole as JSON so that it can come back as the same thing: with its id and all below it."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect

from app.models import (
    Doel,
    Indicator,
    Interventie,
    Maatregel,
    Onderdeel,
    Planningsmoment,
    Probleemgebied,
    Thema,
    Toewijzing,
    Voortgangsregel,
)
from app.models.basis import Getal, Sessie
from app.services.logboek import als_json

# Not part of what an item says: the tables give these anew when it comes back.
EIGEN_BEHEER = {"rev", "aangemaakt_op", "gewijzigd_op", "organisatie_id"}

# What belongs to an item and goes with it. The order matters: an indicator measures a doel that is there already.
KINDEREN: dict[type[Any], tuple[str, ...]] = {
    Probleemgebied: ("punten", "doelen", "indicatoren", "interventies", "opdrachten"),
    Doel: ("toewijzingen",),
    Interventie: ("toewijzingen", "onderdelen"),
    Onderdeel: ("toewijzingen",),
    Thema: ("maatregelen",),
    Maatregel: ("regels",),
    Voortgangsregel: ("momenten",),
}

# References to what does not go with it.
VERWIJZINGEN = {(Indicator, "doel_id"), (Maatregel, "eigenaar_id"), (Voortgangsregel, "periode_id")}


def inhoud_van(item: Any) -> dict[str, Any]:
    """The columns of an item without its references upwards, and its children in the same form."""
    kolommen = [k.key for k in inspect(type(item)).column_attrs if _hoort_erbij(type(item), k.key)]
    kinderen = {lijst: [inhoud_van(kind) for kind in getattr(item, lijst)] for lijst in KINDEREN.get(type(item), ())}
    return als_json({naam: getattr(item, naam) for naam in kolommen}) | kinderen


def _hoort_erbij(model: type[Any], kolom: str) -> bool:
    if kolom in EIGEN_BEHEER or (kolom == "id" and model in (Toewijzing, Planningsmoment)):
        return False
    return not kolom.endswith("_id") or (model, kolom) in VERWIJZINGEN


def zet_terug(session: Sessie, *, model: type[Any], inhoud: dict[str, Any], ouder: Any, lijst: str) -> Any:
    """The inverse of `inhoud_van`: the item, back in `lijst` of `ouder`."""
    kinderen = KINDEREN.get(model, ())
    velden = {naam: _uit_json(model, naam, w) for naam, w in inhoud.items() if naam not in kinderen}
    item = model(organisatie_id=ouder.organisatie_id, **velden)
    getattr(ouder, lijst).append(item)
    session.flush()
    for naam in kinderen:
        kind_model = inspect(model).relationships[naam].mapper.class_
        for kind in inhoud[naam]:
            zet_terug(session, model=kind_model, inhoud=kind, ouder=item, lijst=naam)
    return item


def _uit_json(model: type[Any], naam: str, waarde: Any) -> Any:
    soort = inspect(model).columns[naam].type
    if waarde is None:
        return None
    if isinstance(soort, Getal):
        return Decimal(waarde)
    enum = getattr(soort, "enum_class", None)
    if enum is not None:
        return enum(waarde)
    return date.fromisoformat(waarde) if getattr(soort, "python_type", None) is date else waarde
