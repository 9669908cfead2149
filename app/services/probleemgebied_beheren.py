"""Add, change, move and remove a whole probleemgebied, and put a removed one back."""

from typing import Any

from sqlalchemy.orm import Session

from app.domain.structuur_json import als_dict, uit_dict
from app.domain import structuur as s
from app.models import Notitie, Probleemgebied, Verwijdering, nu
from app.services.items import WACHTPLAATS
from app.services.logboek import Dader, schrijf
from app.services.probleemgebied_vullen import vul_probleemgebied
from app.services.structuur_van import structuur_van_probleemgebied
from app.services.verwijdering_terugdraaien import KanNietTerug

SOORT = "probleemgebied"


def voeg_probleemgebied_toe(session: Session, *, notitie: Notitie, waarden: dict[str, Any], door: Dader) -> Probleemgebied:
    volgorde = max((gebied.volgorde for gebied in notitie.probleemgebieden), default=0) + 1
    gebied = Probleemgebied(organisatie_id=notitie.organisatie_id, volgorde=volgorde, **waarden)
    notitie.probleemgebieden.append(gebied)
    session.flush()
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' toegevoegd", door)
    return gebied


def wijzig_probleemgebied(session: Session, *, gebied: Probleemgebied, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed."""
    oud = {naam: getattr(gebied, naam) for naam, waarde in waarden.items() if getattr(gebied, naam) != waarde}
    for naam in oud:
        setattr(gebied, naam, waarden[naam])
    session.flush()
    if oud:
        nieuw = {naam: waarden[naam] for naam in oud}
        _log(session, gebied, f"Gegevens van '{gebied.naam}' gewijzigd", door, oud=oud, nieuw=nieuw)
    return bool(oud)


def verplaats_probleemgebied(session: Session, *, gebied: Probleemgebied, stap: int, door: Dader) -> str | None:
    """`stap` is -1 (up) or 1 (down); None at the end of the list."""
    gebieden = gebied.notitie.probleemgebieden
    plek = gebieden.index(gebied) + stap
    if not 0 <= plek < len(gebieden):
        return None
    buur = gebieden[plek]
    _zet_volgorde(session, {gebied: buur.volgorde, buur: gebied.volgorde})
    session.expire(gebied.notitie, ["probleemgebieden"])
    zin = f"Probleemgebied '{gebied.naam}' is nu nummer {gebied.volgorde}"
    _log(session, gebied, zin, door)
    return zin


def verwijder_probleemgebied(session: Session, *, gebied: Probleemgebied, door: Dader) -> Verwijdering:
    notitie = gebied.notitie
    verwijdering = Verwijdering(
        organisatie_id=gebied.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=SOORT,
        ouder_id=notitie.id,
        omschrijving=f"Probleemgebied '{gebied.naam}'",
        inhoud={
            "id": gebied.id,
            "notitie": als_dict(s.Notitie(notitie.titel, probleemgebieden=[structuur_van_probleemgebied(gebied)])),
        },
    )
    session.add(verwijdering)
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' verwijderd", door)
    latere = [ander for ander in notitie.probleemgebieden if ander.volgorde > gebied.volgorde]
    notitie.probleemgebieden.remove(gebied)
    session.flush()
    _zet_volgorde(session, {ander: ander.volgorde - 1 for ander in latere})
    return verwijdering


def zet_probleemgebied_terug(session: Session, *, verwijdering: Verwijdering, door: Dader) -> Probleemgebied:
    """Raises KanNietTerug when it is back already, or when its notitie is gone."""
    notitie = session.get(Notitie, verwijdering.ouder_id)
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug(f"{verwijdering.omschrijving} is al teruggezet.")
    if notitie is None or notitie.organisatie_id != verwijdering.organisatie_id:
        raise KanNietTerug(f"{verwijdering.omschrijving} kan niet terug: de notitie bestaat niet meer.")
    bron = uit_dict(verwijdering.inhoud["notitie"]).probleemgebieden[0]
    latere = [ander for ander in notitie.probleemgebieden if ander.volgorde >= bron.volgorde]
    _zet_volgorde(session, {ander: ander.volgorde + 1 for ander in latere})
    gebied = Probleemgebied(
        id=verwijdering.inhoud["id"],  # the same one again, with its history
        organisatie_id=notitie.organisatie_id,
        naam=bron.naam,
        volgorde=bron.volgorde,
    )
    notitie.probleemgebieden.append(gebied)
    session.flush()
    vul_probleemgebied(session, gebied=gebied, bron=bron)
    verwijdering.teruggezet_op = nu()
    session.flush()
    session.expire(notitie, ["probleemgebieden"])
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' teruggezet", door)
    return gebied


def _zet_volgorde(session: Session, nieuw: dict[Probleemgebied, int]) -> None:
    for i, gebied in enumerate(nieuw):
        gebied.volgorde = WACHTPLAATS + i
    session.flush()
    for gebied, volgorde in nieuw.items():
        gebied.volgorde = volgorde
    session.flush()


def _log(session: Session, gebied: Probleemgebied, omschrijving: str, door: Dader, **velden: Any) -> None:
    schrijf(
        session,
        door=door,
        organisatie_id=gebied.organisatie_id,
        notitie_id=gebied.notitie_id,
        probleemgebied_id=gebied.id,
        omschrijving=omschrijving,
        **velden,
    )
