"""Move an item one place up or down. What points to it follows, because it points to the item and not to its number."""

from typing import Any

from app.models import Indicatorregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.items import Item, Soort, ouder_van, probleemgebied_van, zet_posities
from app.services.notities.meegegaan import meegegaan


class StaatAlAanHetEind(Exception):
    """The Dutch sentence says where it stands."""


def verplaats_item(session: Sessie, *, soort: Soort, item: Item, stap: int, door: Dader) -> str:
    """`stap` is -1 (up) or 1 (down). Returns the sentence that says what happened. Raises StaatAlAanHetEind."""
    buur = _buur(soort, item, stap)
    oude_naam = soort.naam_van(item)
    zet_posities(session, soort, {item: getattr(buur, soort.positie), buur: getattr(item, soort.positie)})
    ouder = ouder_van(item)
    session.expire(ouder, [soort.lijst])
    zin = _zin(soort, item, buur, oude_naam, stap)
    probleemgebied = probleemgebied_van(ouder)
    schrijf(
        session,
        door=door,
        organisatie_id=item.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=zin,
    )
    return zin


def _buur(soort: Soort, item: Any, stap: int) -> Any:
    """What it changes places with; an indicator moves among those of the same doel only."""
    items = soort.items(ouder_van(item))
    if isinstance(item, Indicatorregel):
        items = [ander for ander in items if ander.nummer == item.nummer]
    plek = items.index(item) + stap
    if not 0 <= plek < len(items):
        waar = f"{'onderaan' if stap > 0 else 'bovenaan'} in de lijst"
        if isinstance(item, Indicatorregel):
            waar = f"{'onderaan' if stap > 0 else 'bovenaan'} bij doel {item.nummer}"
        raise StaatAlAanHetEind(f"{soort.naam_van(item)} staat al {waar}.")
    return items[plek]


def _zin(soort: Soort, item: Any, buur: Any, oude_naam: str, stap: int) -> str:
    if isinstance(item, Indicatorregel):  # its number is that of its doel, and stays
        return f"{oude_naam} staat nu {'lager' if stap > 0 else 'hoger'} bij doel {item.nummer}"
    nieuw, van_buur = soort.nummer_van(item), soort.nummer_van(buur)
    return f"{oude_naam} is nu {soort.enkelvoud} {nieuw} en {nieuw} is nu {van_buur}{meegegaan([item, buur])}"
