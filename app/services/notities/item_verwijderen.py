"""Remove an item with what hangs below it, keeping everything needed to put it back."""

from typing import Any

from app.models import Doel, Indicatorregel, Verwijdering
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.hernummering import hernummerd
from app.services.notities.items import Item, Ouder, Soort, ouder_van, probleemgebied_van, schuif, sleutel, zet_posities
from app.services.verwijderd.bewaard import inhoud_van
from app.services.verwijderd.wachtrij import sluit_achter


def verwijder_item(session: Sessie, *, soort: Soort, item: Item, door: Dader) -> tuple[Verwijdering, str]:
    """Returns what can be undone, and the sentence that says what went and what was renumbered."""
    ouder = ouder_van(item)
    naam = soort.naam_van(item)
    plek = getattr(item, soort.positie)
    verwijdering = _bewaar(session, soort, item, ouder, naam, door)
    zin = f"{naam} verwijderd{_gingen_mee(item)}"
    _haal_weg(session, item)
    session.expire(ouder, [soort.lijst])
    zin += _sluit_aan(session, soort, ouder, plek)
    sluit_achter(session, verwijdering)
    session.expire(ouder)
    _log(session, ouder, zin, verwijdering, door)
    return verwijdering, zin


def _bewaar(session: Sessie, soort: Soort, item: Item, ouder: Ouder, naam: str, door: Dader) -> Verwijdering:
    verwijdering = Verwijdering(
        organisatie_id=item.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=soort.code,
        ouder_id=ouder.id,
        omschrijving=naam,
        inhoud=inhoud_van(item) | _indicatoren_van(item) | _nummer_van(item),
    )
    session.add(verwijdering)
    session.flush()
    return verwijdering


def _indicatoren_van(item: Any) -> dict[str, Any]:
    return {"indicatoren": [inhoud_van(i) for i in item.indicatoren]} if isinstance(item, Doel) else {}


def _nummer_van(item: Any) -> dict[str, Any]:
    """Kept to name an indicator by when the doel it measures is gone."""
    return {"nummer": item.nummer} if isinstance(item, Indicatorregel) else {}


def _gingen_mee(item: Any) -> str:
    aantal = len(item.indicatoren) if isinstance(item, Doel) else 0
    return "" if not aantal else f", met {'de indicator' if aantal == 1 else f'{aantal} indicatoren'} erbij"


def _haal_weg(session: Sessie, item: Item) -> None:
    if isinstance(item, Doel):  # an indicator measures this doel and nothing else, so it goes along
        for indicator in item.indicatoren:
            session.delete(indicator)
        session.flush()
    session.delete(item)
    session.flush()


def _sluit_aan(session: Sessie, soort: Soort, ouder: Ouder, plek: int | str) -> str:
    latere = [ander for ander in soort.items(ouder) if sleutel(getattr(ander, soort.positie)) > sleutel(plek)]
    oud = {ander: getattr(ander, soort.positie) for ander in latere}
    zet_posities(session, soort, {ander: schuif(positie, -1) for ander, positie in oud.items()})
    return hernummerd(soort, oud)


def _log(session: Sessie, ouder: Ouder, zin: str, verwijdering: Verwijdering, door: Dader) -> None:
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
