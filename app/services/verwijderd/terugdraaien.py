"""Put back what was removed, on the place it had."""

from typing import Any

from app.models import Doel, Indicatorregel, Verwijdering, nu
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.hernummering import hernummerd
from app.services.notities.items import SOORTEN, Item, Ouder, Soort, probleemgebied_van, schuif, sleutel, zet_posities
from app.services.verwijderd.bewaard import zet_terug
from app.services.verwijderd.wachtrij import ERACHTER, maak_plaats_achter


class KanNietTerug(Exception):
    """The Dutch sentence says why."""


def draai_verwijdering_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> tuple[Item, str]:
    """The item, and the sentence that says what came back and what was renumbered.

    Raises KanNietTerug when it is back already, or when what it belonged to is gone.
    """
    soort = SOORTEN[verwijdering.soort]
    ouder = ouder_om_in_terug_te_zetten(session, soort.ouder, verwijdering)
    _controleer_meting(session, verwijdering, ouder)
    plek = verwijdering.inhoud[soort.positie]
    verschoven = _maak_plaats(session, soort, ouder, plek)
    item = _zet_terug(session, soort, ouder, verwijdering.inhoud)
    maak_plaats_achter(session, verwijdering)
    verwijdering.teruggezet_op = nu()
    session.flush()
    zin = f"{soort.naam_van(item)} teruggezet{hernummerd(soort, verschoven)}"
    _log(session, ouder, zin, verwijdering, door)
    return item, zin


def ouder_om_in_terug_te_zetten(session: Sessie, model: type[Any], verwijdering: Verwijdering) -> Any:
    """Raises KanNietTerug when there is none any more, or when it is back in it already."""
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug(f"{verwijdering.omschrijving} is al teruggezet.")
    ouder = session.get(model, verwijdering.ouder_id)
    if ouder is None or ouder.organisatie_id != verwijdering.organisatie_id:
        raise KanNietTerug(
            f"{verwijdering.omschrijving} kan niet terug: waar het bij hoorde is ook verwijderd. Zet dat eerst terug."
        )
    return ouder


def _controleer_meting(session: Sessie, verwijdering: Verwijdering, ouder: Ouder) -> None:
    """An indicator measures its doel again. Without that doel its number would point to another one by now."""
    doel_id = verwijdering.inhoud.get("doel_id")
    doel = session.get(Doel, doel_id) if doel_id else None
    if doel_id and (doel is None or doel.probleemgebied_id != ouder.id):
        raise KanNietTerug(
            f"{verwijdering.omschrijving} kan niet terug: het doel dat deze indicator meet is ook verwijderd. "
            "Zet eerst dat doel terug."
        )


def _maak_plaats(session: Sessie, soort: Soort, ouder: Ouder, plek: int | str) -> dict[Any, int | str]:
    """Undoes the closing of the gap: everything from `plek` on moves down. Returns where that stood."""
    oud = {
        item: getattr(item, soort.positie)
        for item in soort.items(ouder)
        if sleutel(getattr(item, soort.positie)) >= sleutel(plek)
    }
    zet_posities(session, soort, {item: schuif(positie, 1) for item, positie in oud.items()})
    return oud


def _zet_terug(session: Sessie, soort: Soort, ouder: Ouder, inhoud: dict[str, Any]) -> Any:
    bijzaak = {"indicatoren", ERACHTER} | ({"nummer"} if soort.model is Indicatorregel else set())
    eigen = {naam: waarde for naam, waarde in inhoud.items() if naam not in bijzaak}
    item = zet_terug(session, model=soort.model, inhoud=eigen, ouder=ouder, lijst=soort.lijst)
    for indicator in inhoud.get("indicatoren", ()):  # behind the others; among those of this doel as they were
        plek = SOORTEN["indicator"].eerste_vrije(ouder)
        velden = indicator | {"volgorde": plek, "doel_id": item.id}
        zet_terug(session, model=Indicatorregel, inhoud=velden, ouder=ouder, lijst="indicatoren")
    session.expire(ouder)
    session.refresh(item)
    return item


def _log(session: Sessie, ouder: Ouder, zin: str, verwijdering: Verwijdering, door: Dader) -> None:
    probleemgebied = probleemgebied_van(ouder)
    schrijf(
        session,
        door=door,
        organisatie_id=ouder.organisatie_id,
        notitie_id=probleemgebied.notitie_id,
        probleemgebied_id=probleemgebied.id,
        omschrijving=zin,
        nieuw=verwijdering.inhoud,
    )
