"""Make a notitie by hand, change its data, and let it go from concept to vastgesteld."""

from typing import Any

from sqlalchemy import select

from app.domain.notitie.status import OVERGANGEN
from app.models import Notitie, NotitieStatus, Organisatie
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.slot import schrijf_ongewijzigd
from app.services.velden import wijzig_velden


class OngeldigeOvergang(Exception):
    """The Dutch sentence says why."""


class NotitieBestaat(Exception):
    """The organisatie has one of this title and date."""


def maak_notitie(session: Sessie, *, organisatie_id: int, waarden: dict[str, Any], door: Dader) -> Notitie:
    """The same form sent twice, by a second click or an impatient browser, makes one notitie: the second time gives
    the one that is there, as long as nothing is in it. Raises NotitieBestaat when there is another one of that title
    and date.
    """
    schrijf_ongewijzigd(session, Organisatie, Organisatie.id == organisatie_id)  # one at a time
    bestaand = _zelfde_titel_en_datum(session, organisatie_id, waarden)
    if bestaand is None:
        return _nieuw(session, organisatie_id, waarden, door)
    if any(getattr(bestaand, naam) != waarde for naam, waarde in waarden.items()) or bestaand.probleemgebieden:
        raise NotitieBestaat
    return bestaand


def _zelfde_titel_en_datum(session: Sessie, organisatie_id: int, waarden: dict[str, Any]) -> Notitie | None:
    return session.scalars(
        select(Notitie)
        .where(
            Notitie.organisatie_id == organisatie_id,
            Notitie.titel == waarden["titel"],
            Notitie.datum.is_not_distinct_from(waarden["datum"]),
        )
        .order_by(Notitie.id.desc())
        .limit(1)
    ).first()


def _nieuw(session: Sessie, organisatie_id: int, waarden: dict[str, Any], door: Dader) -> Notitie:
    notitie = Notitie(organisatie_id=organisatie_id, status=NotitieStatus.CONCEPT, **waarden)
    session.add(notitie)
    session.flush()
    _log(session, notitie, f"Notitie '{notitie.titel}' toegevoegd", door, nieuw=waarden)
    return notitie


def wijzig_notitie(session: Sessie, *, notitie: Notitie, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed."""
    oud, nieuw = wijzig_velden(notitie, waarden)
    session.flush()
    if oud:
        _log(session, notitie, f"Gegevens van '{notitie.titel}' gewijzigd", door, oud=oud, nieuw=nieuw)
    return bool(oud)


def zet_status(session: Sessie, *, notitie: Notitie, status: NotitieStatus, door: Dader) -> None:
    """To and from ter vaststelling; vaststellen asks for a decision (see notitie_versies).

    Raises OngeldigeOvergang when that step does not exist.
    """
    if status not in OVERGANGEN[notitie.status] or status is NotitieStatus.VASTGESTELD:
        raise OngeldigeOvergang(f"Een notitie kan niet van {notitie.status.value} naar {status.value}.")
    oud, notitie.status = notitie.status, status
    session.flush()
    omschrijving = f"Status van '{notitie.titel}' is nu {status.value}"
    _log(session, notitie, omschrijving, door, oud={"status": oud.value}, nieuw={"status": status.value})


def _log(session: Sessie, notitie: Notitie, omschrijving: str, door: Dader, **velden: Any) -> None:
    schrijf(
        session,
        door=door,
        organisatie_id=notitie.organisatie_id,
        notitie_id=notitie.id,
        omschrijving=omschrijving,
        **velden,
    )
