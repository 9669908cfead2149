"""Planning work. The row is the place in the queue: it is there as soon as the transaction is committed, or never."""

from typing import Any

from app.models import Bestand, Taak
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.taken.soorten import SOORTEN


def plan_taak(
    session: Sessie,
    *,
    soort: str,
    door: Dader,
    organisatie_id: int,
    parameters: dict[str, Any] | None = None,
    bestand: Bestand | None = None,
    vervolg: str = "",
) -> Taak:
    """`parameters`: plain JSON values. `vervolg`: the local address of the page where the outcome is seen.

    Raises LookupError for a soort that no function carries out.
    """
    if soort not in SOORTEN:
        raise LookupError(f"Er is geen taaksoort '{soort}'.")
    taak = Taak(
        soort=soort,
        gebruiker_id=door.gebruiker_id,
        bron=door.bron.value,
        organisatie_id=organisatie_id,
        parameters=parameters or {},
        bestand_id=bestand.id if bestand else None,
        bestandsnaam=bestand.naam if bestand else "",
        vervolg=vervolg,
    )
    session.add(taak)
    session.flush()
    schrijf(session, door=door, organisatie_id=organisatie_id, omschrijving=f"{naam_van(taak)} is klaargezet")
    return taak


def naam_van(taak: Taak) -> str:
    """ "Taak 7 (metingen importeren)" """
    return f"Taak {taak.id} ({taak.soort})"
