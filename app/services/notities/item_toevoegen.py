"""Add a punt, doel, indicator, interventie, onderdeel or opdracht at the end of its list."""

from typing import Any

from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.logboek import Dader, schrijf
from app.services.notities.items import Item, Ouder, Soort, probleemgebied_van


def voeg_item_toe(session: Sessie, *, soort: Soort, ouder: Ouder, waarden: dict[str, Any], door: Dader) -> Item:
    item: Item = soort.model(organisatie_id=ouder.organisatie_id, **soort.vast, **waarden)
    setattr(item, soort.positie, soort.eerste_vrije(ouder))
    getattr(ouder, soort.lijst).append(item)
    session.flush()
    probleemgebied = probleemgebied_van(ouder)
    schrijf(
        session,
        door=door,
        organisatie_id=ouder.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=f"{soort.naam_van(item)} toegevoegd",
        nieuw=in_woorden(session, waarden),
    )
    return item
