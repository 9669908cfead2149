"""Remove a thema, a maatregel or a row with all below it, and put it back with its history.

What a closed period shows does not change: that is in its momentopname.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select

from app.models import (
    Maatregel,
    MaatregelInterventie,
    Onderwerp,
    Organisatie,
    Rapportageperiode,
    Thema,
    Verwijdering,
    Voortgangsregel,
    nu,
)
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.maatregel_links import leg_links
from app.services.rapporten.verwezen import haal_blokken_weg, zet_blokken_terug
from app.services.verwijderd.bewaard import inhoud_van
from app.services.verwijderd.bewaard import zet_terug as zet_inhoud_terug
from app.services.verwijderd.terugdraaien import KanNietTerug, ouder_om_in_terug_te_zetten
from app.services.voortgang.log import noem
from app.services.voortgang.regel_bewaren import controleer_niet_gesloten
from app.services.voortgang.slot import vergrendel_organisatie, vergrendel_periode
from app.services.voortgang.thema_beheren import zet_nummers

THEMA, MAATREGEL, REGEL = "thema", "maatregel", "voortgangsregel"
# In `inhoud`, beside the columns: {maatregel_id: [interventie_id, ...]}
LINKS = "interventies"
# Of a thema: where it stood in reports.
BLOKKEN = "rapportblokken"


def verwijder_thema(session: Sessie, *, thema: Thema, door: Dader) -> Verwijdering:
    """The themas behind it move up one."""
    organisatie_id, nummer = thema.organisatie_id, thema.nummer
    vergrendel_organisatie(session, organisatie_id)
    naam = f"Thema {nummer} '{thema.naam}'"
    blokken = haal_blokken_weg(session, thema)
    verwijdering = _verwijder(session, THEMA, thema, organisatie_id, naam, list(thema.maatregelen), door)
    verwijdering.inhoud = verwijdering.inhoud | {BLOKKEN: blokken}
    zet_nummers(session, {ander: ander.nummer - 1 for ander in _vanaf(session, organisatie_id, nummer + 1)})
    return verwijdering


def verwijder_maatregel(session: Sessie, *, maatregel: Maatregel, door: Dader) -> Verwijdering:
    """Letters of others stay: people know them by those."""
    vergrendel_organisatie(session, maatregel.organisatie_id)
    thema = maatregel.thema
    verwijdering = _verwijder(
        session, MAATREGEL, maatregel, thema.id, f"Maatregel {noem(maatregel)}", [maatregel], door
    )
    session.expire(thema, ["maatregelen"])
    return verwijdering


def verwijder_regel(session: Sessie, *, regel: Voortgangsregel, door: Dader) -> Verwijdering:
    """Raises PeriodeGesloten."""
    vergrendel_periode(session, regel.periode_id)
    controleer_niet_gesloten(regel.periode.status, regel.periode.code)
    naam = f"Regel van {noem(regel.maatregel)} in {regel.periode.code}"
    return _verwijder(session, REGEL, regel, regel.maatregel_id, naam, [], door)


def zet_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> Thema | Maatregel | Voortgangsregel:
    """The same one again. Raises KanNietTerug, and PeriodeGesloten for a row."""
    vergrendel_organisatie(session, verwijdering.organisatie_id)
    ouder = _ouder(session, verwijdering)
    item: Thema | Maatregel | Voortgangsregel = _TERUG[verwijdering.soort](session, verwijdering, ouder)
    _zet_links_terug(session, verwijdering)
    verwijdering.teruggezet_op = nu()
    session.flush()
    session.expire_all()
    zin = f"{verwijdering.omschrijving} teruggezet"
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=verwijdering.organisatie_id,
        omschrijving=zin,
        nieuw=verwijdering.inhoud,
    )
    return item


def _ouder(session: Sessie, verwijdering: Verwijdering) -> Any:
    if verwijdering.soort in _OUDERS:
        return ouder_om_in_terug_te_zetten(session, _OUDERS[verwijdering.soort], verwijdering)
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug(f"{verwijdering.omschrijving} is al teruggezet.")
    return session.get_one(Organisatie, verwijdering.organisatie_id)


def _verwijder(
    session: Sessie,
    soort: str,
    item: Any,
    ouder_id: int,
    naam: str,
    maatregelen: list[Maatregel],
    door: Dader,
) -> Verwijdering:
    verwijdering = Verwijdering(
        organisatie_id=item.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=soort,
        ouder_id=ouder_id,
        omschrijving=naam,
        inhoud=inhoud_van(item) | {LINKS: _links(session, [m.id for m in maatregelen])},
    )
    session.add(verwijdering)
    session.delete(item)
    session.flush()
    session.expire_all()
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=verwijdering.organisatie_id,
        omschrijving=f"{naam} verwijderd",
        oud=verwijdering.inhoud,
    )
    return verwijdering


def _links(session: Sessie, maatregel_ids: list[int]) -> dict[str, list[int]]:
    keuze = select(MaatregelInterventie.maatregel_id, MaatregelInterventie.interventie_id)
    uit: dict[str, list[int]] = {}
    for maatregel_id, interventie_id in session.execute(
        keuze.where(MaatregelInterventie.maatregel_id.in_(maatregel_ids))
    ):
        uit.setdefault(str(maatregel_id), []).append(interventie_id)
    return uit


def _zet_links_terug(session: Sessie, verwijdering: Verwijdering) -> None:
    paren = [(int(m), i) for m, ids in verwijdering.inhoud[LINKS].items() for i in ids]
    leg_links(session, organisatie_id=verwijdering.organisatie_id, paren=paren)


def _thema_terug(session: Sessie, verwijdering: Verwijdering, _organisatie: Organisatie) -> Any:
    inhoud = _zonder_links(verwijdering)
    organisatie_id = verwijdering.organisatie_id
    laatste = session.scalar(select(func.max(Thema.nummer)).where(Thema.organisatie_id == organisatie_id)) or 0
    nummer = min(inhoud["nummer"], laatste + 1)
    zet_nummers(session, {ander: ander.nummer + 1 for ander in _vanaf(session, organisatie_id, nummer)})
    thema = Thema(organisatie_id=organisatie_id, id=inhoud["id"], nummer=nummer, naam=inhoud["naam"])
    session.add(thema)
    session.flush()
    for maatregel in inhoud["maatregelen"]:
        zet_inhoud_terug(session, model=Maatregel, inhoud=maatregel, ouder=thema, lijst="maatregelen")
    zet_blokken_terug(session, inhoud.get(BLOKKEN, ()))
    return thema


def _maatregel_terug(session: Sessie, verwijdering: Verwijdering, thema: Thema) -> Any:
    inhoud = _zonder_links(verwijdering)
    bezet = {ander.letter for ander in thema.maatregelen}
    if inhoud["letter"] and inhoud["letter"] in bezet:
        raise KanNietTerug(
            f"{verwijdering.omschrijving} kan niet terug: de letter {inhoud['letter']} is nu van een andere maatregel."
        )
    plekken = {ander.volgorde for ander in thema.maatregelen}
    if inhoud["volgorde"] in plekken:
        inhoud["volgorde"] = max(plekken) + 1
    return zet_inhoud_terug(session, model=Maatregel, inhoud=inhoud, ouder=thema, lijst="maatregelen")


def _regel_terug(session: Sessie, verwijdering: Verwijdering, maatregel: Maatregel) -> Any:
    inhoud = _zonder_links(verwijdering)
    vergrendel_periode(session, inhoud["periode_id"])
    periode = session.get_one(Rapportageperiode, inhoud["periode_id"])
    controleer_niet_gesloten(periode.status, periode.code)
    return zet_inhoud_terug(session, model=Voortgangsregel, inhoud=inhoud, ouder=maatregel, lijst="regels")


def _zonder_links(verwijdering: Verwijdering) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in verwijdering.inhoud.items() if naam != LINKS}


def _vanaf(session: Sessie, organisatie_id: int, nummer: int) -> Iterator[Thema]:
    keuze = select(Thema).where(Thema.organisatie_id == organisatie_id, Thema.nummer >= nummer)
    yield from session.scalars(keuze.order_by(Thema.nummer)).all()


_OUDERS: dict[str, type[Any]] = {MAATREGEL: Thema, REGEL: Maatregel}
_TERUG: dict[str, Callable[[Sessie, Verwijdering, Any], Any]] = {
    THEMA: _thema_terug,
    MAATREGEL: _maatregel_terug,
    REGEL: _regel_terug,
}
