"""Move an item one place up or down. What points to it follows, because it points to the item and not to its number."""

from sqlalchemy.orm import Session

from app.services.items import Item, Soort, ouder_van, probleemgebied_van, zet_posities
from app.services.logboek import Dader, schrijf
from app.services.meegegaan import meegegaan


def verplaats_item(session: Session, *, soort: Soort, item: Item, stap: int, door: Dader) -> str | None:
    """`stap` is -1 (up) or 1 (down). Returns the sentence that says what was renumbered; None at the end of the list."""
    ouder = ouder_van(item)
    items = soort.items(ouder)
    plek = items.index(item) + stap
    if not 0 <= plek < len(items):
        return None
    buur = items[plek]
    oude_naam = soort.naam_van(item)
    zet_posities(session, soort, {item: getattr(buur, soort.positie), buur: getattr(item, soort.positie)})
    probleemgebied = probleemgebied_van(ouder)
    session.expire(ouder, [soort.lijst])
    zin = f"{oude_naam} is nu {soort.naam_van(item).lower()}{meegegaan([item, buur])}"
    schrijf(
        session,
        door=door,
        organisatie_id=item.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=zin,
    )
    return zin
