"""The blocks of a chapter: add, change, move within it and to another."""

from collections.abc import Mapping
from typing import Any

from app.domain.cijfers.indicator import Bloksoort
from app.domain.rapport import MEESTE_BLOKKEN
from app.models import Hoofdstuk, Rapportblok
from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.logboek import Dader
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.log import log, noem_blok
from app.services.rapporten.slot import vergrendel_rapport
from app.services.rapporten.volgorde import zet_op_volgorde
from app.services.velden import wijzig_velden


def voeg_blok_toe(
    session: Sessie, *, hoofdstuk: Hoofdstuk, soort: Bloksoort, waarden: Mapping[str, Any], door: Dader
) -> Rapportblok:
    """`waarden`: indicator_id, thema_id or tekst, whichever belongs to `soort`. Raises RapportFout."""
    vergrendel_rapport(session, hoofdstuk.rapport)
    _eis_plaats(hoofdstuk)
    plek = max((blok.volgorde for blok in hoofdstuk.blokken), default=0) + 1
    van = {"organisatie_id": hoofdstuk.organisatie_id, "hoofdstuk_id": hoofdstuk.id}
    blok = Rapportblok(volgorde=plek, soort=soort, **van, **waarden)
    session.add(blok)
    session.flush()
    session.expire(hoofdstuk, ["blokken"])
    zin = f"{noem_blok(blok)} toegevoegd aan '{hoofdstuk.titel}'"
    log(session, hoofdstuk.rapport, zin, door, nieuw=in_woorden(session, dict(waarden)))
    return blok


def wijzig_blok(
    session: Sessie, *, blok: Rapportblok, waarden: Mapping[str, Any], hoofdstuk: Hoofdstuk, door: Dader
) -> bool:
    """`hoofdstuk`: where it stands from now on, at the end when that is another. True when something changed.

    Raises RapportFout.
    """
    rapport = blok.hoofdstuk.rapport
    vergrendel_rapport(session, rapport)
    verhuisd = _verhuis(session, blok, hoofdstuk)
    oud, nieuw = wijzig_velden(blok, dict(waarden))
    session.flush()
    session.expire(blok)
    if oud:
        oud, nieuw = in_woorden(session, oud), in_woorden(session, nieuw)
        log(session, rapport, f"{noem_blok(blok)} gewijzigd", door, oud=oud, nieuw=nieuw)
    if verhuisd:
        log(session, rapport, f"{noem_blok(blok)} staat nu in '{hoofdstuk.titel}'", door)
    return bool(oud) or verhuisd


def verplaats_blok(session: Sessie, *, blok: Rapportblok, stap: int, door: Dader) -> str:
    """`stap` is -1 (up) or 1 (down); past the end of its chapter it goes to the chapter beside it.

    Returns what happened, in words. Raises RapportFout, StaatAlAanHetEind.
    """
    rapport = blok.hoofdstuk.rapport
    vergrendel_rapport(session, rapport)
    van = blok.hoofdstuk
    rijen = list(van.blokken)
    plek = rijen.index(blok) + stap
    if 0 <= plek < len(rijen):
        rijen.remove(blok)
        rijen.insert(plek, blok)
        zet_op_volgorde(session, {van.id: rijen}, "hoofdstuk_id")
        session.expire(van, ["blokken"])
        naar = van
    else:
        naar = _buur(van, stap)
        _zet_in(session, blok, naar, vooraan=stap > 0)
    zin = f"{noem_blok(blok)} is verplaatst" + ("" if naar is van else f" naar hoofdstuk '{naar.titel}'")
    log(session, rapport, zin, door)
    return zin


def _buur(hoofdstuk: Hoofdstuk, stap: int) -> Hoofdstuk:
    rijen = list(hoofdstuk.rapport.hoofdstukken)
    plek = rijen.index(hoofdstuk) + stap
    if not 0 <= plek < len(rijen):
        raise StaatAlAanHetEind(f"Dit blok staat al {'onderaan' if stap > 0 else 'bovenaan'} in het rapport.")
    return rijen[plek]


def _verhuis(session: Sessie, blok: Rapportblok, naar: Hoofdstuk) -> bool:
    if naar.id == blok.hoofdstuk_id:
        return False
    if naar.rapport_id != blok.hoofdstuk.rapport_id:
        raise RapportFout("Dit hoofdstuk hoort bij een ander rapport.", "hoofdstuk_id")
    _zet_in(session, blok, naar, vooraan=False)
    return True


def _zet_in(session: Sessie, blok: Rapportblok, naar: Hoofdstuk, *, vooraan: bool) -> None:
    _eis_plaats(naar)
    van = blok.hoofdstuk
    over = [ander for ander in van.blokken if ander is not blok]
    erin = [blok, *naar.blokken] if vooraan else [*naar.blokken, blok]
    zet_op_volgorde(session, {naar.id: erin, van.id: over}, "hoofdstuk_id")
    for geraakt in (van, naar):
        session.expire(geraakt, ["blokken"])
    session.expire(blok, ["hoofdstuk"])


def _eis_plaats(hoofdstuk: Hoofdstuk) -> None:
    if len(hoofdstuk.blokken) >= MEESTE_BLOKKEN:
        raise RapportFout(f"Een hoofdstuk heeft hoogstens {MEESTE_BLOKKEN} blokken.")
