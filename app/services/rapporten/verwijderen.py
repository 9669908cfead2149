"""Remove a chapter with its blocks, or one block, and put it back on its place."""

from typing import Any

from app.models import Hoofdstuk, Indicator, Rapport, Rapportblok, Thema, Verwijdering, nu
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.rapporten.log import log, noem_blok
from app.services.rapporten.slot import vergrendel_rapport
from app.services.rapporten.volgorde import zet_op_volgorde
from app.services.verwijderd.bewaard import inhoud_van
from app.services.verwijderd.bewaard import zet_terug as zet_inhoud_terug
from app.services.verwijderd.terugdraaien import KanNietTerug, ouder_om_in_terug_te_zetten

HOOFDSTUK, BLOK = "hoofdstuk", "rapportblok"


def verwijder_hoofdstuk(session: Sessie, *, hoofdstuk: Hoofdstuk, door: Dader) -> Verwijdering:
    """Raises RapportFout."""
    rapport = hoofdstuk.rapport
    vergrendel_rapport(session, rapport)
    weg = _bewaar(session, HOOFDSTUK, hoofdstuk, rapport.id, f"Hoofdstuk '{hoofdstuk.titel}'", door)
    session.expire(rapport, ["hoofdstukken"])
    zet_op_volgorde(session, {rapport.id: list(rapport.hoofdstukken)}, "rapport_id")
    log(session, rapport, f"{weg.omschrijving} verwijderd", door, oud=weg.inhoud)
    return weg


def verwijder_blok(session: Sessie, *, blok: Rapportblok, door: Dader) -> Verwijdering:
    """Raises RapportFout."""
    hoofdstuk = blok.hoofdstuk
    vergrendel_rapport(session, hoofdstuk.rapport)
    weg = _bewaar(session, BLOK, blok, hoofdstuk.id, noem_blok(blok), door)
    session.expire(hoofdstuk, ["blokken"])
    zet_op_volgorde(session, {hoofdstuk.id: list(hoofdstuk.blokken)}, "hoofdstuk_id")
    log(session, hoofdstuk.rapport, f"{weg.omschrijving} verwijderd uit '{hoofdstuk.titel}'", door, oud=weg.inhoud)
    return weg


def zet_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> Rapport:
    """The same one again, where it stood. Raises KanNietTerug and RapportFout."""
    van_hoofdstuk = verwijdering.soort == HOOFDSTUK
    ouder = ouder_om_in_terug_te_zetten(session, Rapport if van_hoofdstuk else Hoofdstuk, verwijdering)
    rapport: Rapport = ouder if van_hoofdstuk else ouder.rapport
    vergrendel_rapport(session, rapport)
    _eis_onderwerpen(session, verwijdering)
    lijst, kolom = ("hoofdstukken", "rapport_id") if van_hoofdstuk else ("blokken", "hoofdstuk_id")
    _zet_in(session, verwijdering, ouder, lijst, kolom)
    verwijdering.teruggezet_op = nu()
    session.flush()
    log(session, rapport, f"{verwijdering.omschrijving} teruggezet", door, nieuw=verwijdering.inhoud)
    return rapport


def _zet_in(session: Sessie, verwijdering: Verwijdering, ouder: Any, lijst: str, kolom: str) -> None:
    """Behind the others first, as its own place may be taken by now; then all in order."""
    rijen = list(getattr(ouder, lijst))
    plek = verwijdering.inhoud["volgorde"]
    achteraan = verwijdering.inhoud | {"volgorde": max((rij.volgorde for rij in rijen), default=0) + 1}
    model = Hoofdstuk if verwijdering.soort == HOOFDSTUK else Rapportblok
    item = zet_inhoud_terug(session, model=model, inhoud=achteraan, ouder=ouder, lijst=lijst)
    rijen.insert(plek - 1, item)
    zet_op_volgorde(session, {ouder.id: rijen}, kolom)
    session.expire(ouder, [lijst])


def _bewaar(session: Sessie, soort: str, item: Any, ouder_id: int, naam: str, door: Dader) -> Verwijdering:
    weg = Verwijdering(
        organisatie_id=item.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=soort,
        ouder_id=ouder_id,
        omschrijving=naam,
        inhoud=inhoud_van(item),
    )
    session.add(weg)
    session.delete(item)
    session.flush()
    return weg


def _eis_onderwerpen(session: Sessie, verwijdering: Verwijdering) -> None:
    """What a block is about may be gone by now."""
    inhoud = verwijdering.inhoud
    for blok in inhoud.get("blokken", [inhoud]):
        for kolom, model in (("indicator_id", Indicator), ("thema_id", Thema)):
            id_ = blok.get(kolom)
            if id_ is not None and session.get(model, id_) is None:
                wat = "de indicator" if model is Indicator else "het thema"
                raise KanNietTerug(f"{verwijdering.omschrijving} kan niet terug: {wat} ervan bestaat niet meer.")
