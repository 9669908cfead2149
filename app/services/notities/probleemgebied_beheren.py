"""Add, change, move and remove a whole probleemgebied, and put a removed one back."""

from typing import Any

from app.models import Notitie, Probleemgebied, Verwijdering, nu
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.notities.items import WACHTPLAATS
from app.services.velden import wijzig_velden
from app.services.verwijderd.bewaard import inhoud_van, zet_terug
from app.services.verwijderd.terugdraaien import ouder_om_in_terug_te_zetten

SOORT = "probleemgebied"


def voeg_probleemgebied_toe(
    session: Sessie, *, notitie: Notitie, waarden: dict[str, Any], door: Dader
) -> Probleemgebied:
    volgorde = max((gebied.volgorde for gebied in notitie.probleemgebieden), default=0) + 1
    gebied = Probleemgebied(organisatie_id=notitie.organisatie_id, volgorde=volgorde, **waarden)
    notitie.probleemgebieden.append(gebied)
    session.flush()
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' toegevoegd", door, nieuw=waarden)
    return gebied


def wijzig_probleemgebied(session: Sessie, *, gebied: Probleemgebied, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed."""
    oud, nieuw = wijzig_velden(gebied, waarden)
    session.flush()
    if oud:
        _log(session, gebied, f"Gegevens van '{gebied.naam}' gewijzigd", door, oud=oud, nieuw=nieuw)
    return bool(oud)


def verplaats_probleemgebied(session: Sessie, *, gebied: Probleemgebied, stap: int, door: Dader) -> str:
    """`stap` is -1 (up) or 1 (down). Raises StaatAlAanHetEind."""
    gebieden = gebied.notitie.probleemgebieden
    plek = gebieden.index(gebied) + stap
    if not 0 <= plek < len(gebieden):
        raise StaatAlAanHetEind(f"Probleemgebied '{gebied.naam}' staat al {'onderaan' if stap > 0 else 'bovenaan'}.")
    buur = gebieden[plek]
    _zet_volgorde(session, {gebied: buur.volgorde, buur: gebied.volgorde})
    session.expire(gebied.notitie, ["probleemgebieden"])
    zin = f"Probleemgebied '{gebied.naam}' is nu nummer {gebied.volgorde}"
    _log(session, gebied, zin, door)
    return zin


def verwijder_probleemgebied(session: Sessie, *, gebied: Probleemgebied, door: Dader) -> Verwijdering:
    notitie = gebied.notitie
    verwijdering = Verwijdering(
        organisatie_id=gebied.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=SOORT,
        ouder_id=notitie.id,
        omschrijving=f"Probleemgebied '{gebied.naam}'",
        inhoud=inhoud_van(gebied),
    )
    session.add(verwijdering)
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' verwijderd", door, oud=verwijdering.inhoud)
    latere = [ander for ander in notitie.probleemgebieden if ander.volgorde > gebied.volgorde]
    notitie.probleemgebieden.remove(gebied)
    session.flush()
    _zet_volgorde(session, {ander: ander.volgorde - 1 for ander in latere})
    return verwijdering


def zet_probleemgebied_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> Probleemgebied:
    """The same one again, with its history. Raises KanNietTerug when it is back already, or its notitie is gone."""
    notitie: Notitie = ouder_om_in_terug_te_zetten(session, Notitie, verwijdering)
    inhoud = verwijdering.inhoud
    # Others may have gone meanwhile: it comes back on its own place, or at the end of a shorter list.
    volgorde = min(inhoud["volgorde"], max((ander.volgorde for ander in notitie.probleemgebieden), default=0) + 1)
    latere = [ander for ander in notitie.probleemgebieden if ander.volgorde >= volgorde]
    _zet_volgorde(session, {ander: ander.volgorde + 1 for ander in latere})
    gebied: Probleemgebied = zet_terug(
        session, model=Probleemgebied, inhoud=inhoud | {"volgorde": volgorde}, ouder=notitie, lijst="probleemgebieden"
    )
    verwijdering.teruggezet_op = nu()
    session.flush()
    session.expire_all()
    _log(session, gebied, f"Probleemgebied '{gebied.naam}' teruggezet", door, nieuw=inhoud)
    return gebied


def _zet_volgorde(session: Sessie, nieuw: dict[Probleemgebied, int]) -> None:
    for i, gebied in enumerate(nieuw):
        gebied.volgorde = WACHTPLAATS + i
    session.flush()
    for gebied, volgorde in nieuw.items():
        gebied.volgorde = volgorde
    session.flush()


def _log(session: Sessie, gebied: Probleemgebied, omschrijving: str, door: Dader, **velden: Any) -> None:
    schrijf(
        session,
        door=door,
        organisatie_id=gebied.organisatie_id,
        notitie_id=gebied.notitie_id,
        probleemgebied_id=gebied.id,
        omschrijving=omschrijving,
        **velden,
    )
