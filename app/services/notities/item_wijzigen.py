"""Change the text and figures of one item."""

from typing import Any

from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.logboek import Dader, schrijf
from app.services.notities.items import Item, Soort, ouder_van, probleemgebied_van
from app.services.velden import wijzig_velden


def wijzig_item(session: Sessie, *, soort: Soort, item: Item, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed; saving the same again leaves no trace."""
    oud, nieuw = wijzig_velden(item, waarden)
    if not oud:
        return False
    session.flush()
    session.refresh(item)  # an indicator of another doel has another number
    probleemgebied = probleemgebied_van(ouder_van(item))
    schrijf(
        session,
        door=door,
        organisatie_id=item.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=f"{soort.naam_van(item)} gewijzigd",
        oud=in_woorden(session, oud),
        nieuw=in_woorden(session, nieuw),
    )
    return True
