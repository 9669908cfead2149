"""Put back what was removed, on the place it had."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from app.models import Doel, Verwijdering, nu
from app.models.basis import Getal
from app.services.item_verwijderen import KINDEREN
from app.services.items import (
    SOORTEN,
    Item,
    Ouder,
    Soort,
    eerste_vrije,
    probleemgebied_van,
    schuif,
    sleutel,
    zet_posities,
)
from app.services.logboek import Dader, schrijf


class KanNietTerug(Exception):
    """The Dutch sentence says why."""


def draai_verwijdering_terug(session: Session, *, verwijdering: Verwijdering, door: Dader) -> Item:
    """Raises KanNietTerug when it is back already, or when what it belonged to is gone."""
    soort = SOORTEN[verwijdering.soort]
    ouder = session.get(soort.ouder, verwijdering.ouder_id)
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug(f"{verwijdering.omschrijving} is al teruggezet.")
    if ouder is None or ouder.organisatie_id != verwijdering.organisatie_id:
        raise KanNietTerug(
            f"{verwijdering.omschrijving} kan niet terug: het onderdeel waar het bij hoorde bestaat niet meer."
        )
    _maak_plaats(session, soort, ouder, verwijdering.inhoud[soort.positie])
    item = _zet_terug(session, soort, ouder, verwijdering.inhoud)
    verwijdering.teruggezet_op = nu()
    session.flush()
    _log(session, soort, ouder, item, door)
    return item


def _maak_plaats(session: Session, soort: Soort, ouder: Ouder, plek: int | str) -> None:
    items = soort.items(ouder)
    if any(getattr(item, soort.positie) == plek for item in items):
        latere = [item for item in items if sleutel(getattr(item, soort.positie)) >= sleutel(plek)]
        zet_posities(session, soort, {item: schuif(getattr(item, soort.positie), 1) for item in latere})


def _zet_terug(session: Session, soort: Soort, ouder: Ouder, inhoud: dict[str, Any]) -> Any:
    if "doel_id" in inhoud:
        inhoud = inhoud | _meting_nu(session, inhoud, ouder)
    item = maak_uit_inhoud(soort.model, inhoud, ouder.organisatie_id)
    _indicatoren_naar_gebied(item, ouder)
    getattr(ouder, soort.lijst).append(item)
    session.flush()
    session.expire(ouder)
    return item


def _meting_nu(session: Session, inhoud: dict[str, Any], ouder: Ouder) -> dict[str, Any]:
    """An indicator measures its doel again; when that is gone it keeps the number it had."""
    doel = session.get(Doel, inhoud["doel_id"]) if inhoud["doel_id"] else None
    if doel is None or doel.probleemgebied_id != ouder.id:
        return {"doel_id": None}
    return {"los_nummer": None}


def _indicatoren_naar_gebied(item: Any, ouder: Any) -> None:
    """An indicator of a doel also belongs to the probleemgebied, where it comes behind the others."""
    soort = SOORTEN["indicator"]
    for indicator in getattr(item, "indicatoren", ()):
        indicator.volgorde = eerste_vrije(soort, ouder)
        ouder.indicatoren.append(indicator)


def maak_uit_inhoud(model: type[Any], inhoud: dict[str, Any], organisatie_id: int) -> Any:
    velden = {naam: waarde for naam, waarde in inhoud.items() if naam not in KINDEREN}
    item = model(organisatie_id=organisatie_id, **{naam: _uit_json(model, naam, w) for naam, w in velden.items()})
    for lijst in KINDEREN:
        if lijst in inhoud:
            kind_model = inspect(model).relationships[lijst].mapper.class_
            kinderen = [maak_uit_inhoud(kind_model, kind, organisatie_id) for kind in inhoud[lijst]]
            setattr(item, lijst, kinderen)
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


def _log(session: Session, soort: Soort, ouder: Ouder, item: Item, door: Dader) -> None:
    probleemgebied = probleemgebied_van(ouder)
    schrijf(
        session,
        door=door,
        organisatie_id=ouder.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=f"{soort.naam_van(item)} teruggezet",
    )
