"""Remove an item with what hangs below it, keeping everything needed to put it back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from app.models import Doel, Indicator, Verwijdering
from app.services.items import Item, Ouder, Soort, ouder_van, probleemgebied_van, schuif, sleutel, zet_posities
from app.services.logboek import Dader, als_json, schrijf
from app.services.meegegaan import meegegaan

# Not part of what an item says: the database gives these anew when it comes back.
EIGEN_BEHEER = {"id", "rev", "aangemaakt_op", "gewijzigd_op", "organisatie_id"}
KINDEREN = ("onderdelen", "indicatoren", "toewijzingen")


def verwijder_item(session: Session, *, soort: Soort, item: Item, door: Dader) -> tuple[Verwijdering, str]:
    """Returns what can be undone, and the sentence that says what went and what was renumbered."""
    ouder = ouder_van(item)
    naam = soort.naam_van(item)
    latere = [ander for ander in soort.items(ouder) if _positie(soort, ander) > _positie(soort, item)]
    verwijdering = _bewaar(session, soort, item, ouder, naam, door)
    _haal_weg(session, item, ouder, soort)
    zin = f"{naam} verwijderd{_hernummer(session, soort, latere)}"
    session.expire(ouder)
    _log(session, ouder, item, zin, verwijdering, door)
    return verwijdering, zin


def _positie(soort: Soort, item: Any) -> tuple[int, int | str]:
    return sleutel(getattr(item, soort.positie))


def _bewaar(session: Session, soort: Soort, item: Item, ouder: Ouder, naam: str, door: Dader) -> Verwijdering:
    verwijdering = Verwijdering(
        organisatie_id=item.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=soort.code,
        ouder_id=ouder.id,
        omschrijving=naam,
        inhoud={"id": item.id} | inhoud_van(item) | _meting_van(item),
    )
    session.add(verwijdering)
    session.flush()
    return verwijdering


def inhoud_van(item: Any) -> dict[str, Any]:
    """The columns of an item without its references, and its children in the same form."""
    kolommen = inspect(type(item)).column_attrs
    velden = {k.key: getattr(item, k.key) for k in kolommen if k.key not in EIGEN_BEHEER and not k.key.endswith("_id")}
    kinderen = {
        lijst: [inhoud_van(kind) for kind in getattr(item, lijst)] for lijst in KINDEREN if hasattr(item, lijst)
    }
    return als_json(velden) | kinderen


def _meting_van(item: Any) -> dict[str, Any]:
    """Which doel an indicator measures, should it come back while that doel is still there."""
    return {"doel_id": item.doel_id, "los_nummer": item.nummer} if isinstance(item, Indicator) else {}


def _haal_weg(session: Session, item: Item, ouder: Ouder, soort: Soort) -> None:
    if isinstance(item, Doel):  # an indicator measures this doel and nothing else, so it goes along
        for indicator in item.indicatoren:
            session.delete(indicator)
        session.flush()
    session.delete(item)
    session.flush()


def _hernummer(session: Session, soort: Soort, latere: Sequence[Any]) -> str:
    if not latere:
        return ""
    zet_posities(session, soort, {item: schuif(getattr(item, soort.positie), -1) for item in latere})
    if soort.positie == "volgorde":
        return ""
    eerste, laatste = (getattr(item, soort.positie) for item in (latere[0], latere[-1]))
    oud, nieuw = str(schuif(eerste, 1)), str(eerste)
    if len(latere) == 1:
        return f"; {soort.label.lower()} {oud} is nu {nieuw}{meegegaan(latere)}"
    return f"; {oud} t/m {schuif(laatste, 1)} zijn nu {nieuw} t/m {laatste}{meegegaan(latere)}"


def _log(session: Session, ouder: Ouder, item: Item, zin: str, verwijdering: Verwijdering, door: Dader) -> None:
    probleemgebied = probleemgebied_van(ouder)
    schrijf(
        session,
        door=door,
        organisatie_id=verwijdering.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=zin,
        oud=verwijdering.inhoud,
    )
