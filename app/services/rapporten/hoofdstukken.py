"""The title of a report and its chapters: add, change, move."""

from typing import Any

from app.domain.rapport import MEESTE_HOOFDSTUKKEN
from app.models import Hoofdstuk, Rapport
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.log import log
from app.services.rapporten.slot import vergrendel_rapport
from app.services.rapporten.volgorde import zet_op_volgorde
from app.services.velden import wijzig_velden


def wijzig_titel(session: Sessie, *, rapport: Rapport, titel: str, door: Dader) -> bool:
    """True when something changed. Raises RapportFout."""
    vergrendel_rapport(session, rapport)
    oud, nieuw = wijzig_velden(rapport, {"titel": titel})
    session.flush()
    if oud:
        log(session, rapport, f"heet nu '{titel}'", door, oud=oud, nieuw=nieuw)
    return bool(oud)


def voeg_hoofdstuk_toe(session: Sessie, *, rapport: Rapport, waarden: dict[str, Any], door: Dader) -> Hoofdstuk:
    """Behind the others. Raises RapportFout."""
    vergrendel_rapport(session, rapport)
    if len(rapport.hoofdstukken) >= MEESTE_HOOFDSTUKKEN:
        raise RapportFout(f"Een rapport heeft hoogstens {MEESTE_HOOFDSTUKKEN} hoofdstukken.", "titel")
    volgorde = max((h.volgorde for h in rapport.hoofdstukken), default=0) + 1
    hoofdstuk = Hoofdstuk(organisatie_id=rapport.organisatie_id, rapport_id=rapport.id, volgorde=volgorde, **waarden)
    session.add(hoofdstuk)
    session.flush()
    session.expire(rapport, ["hoofdstukken"])
    log(session, rapport, f"hoofdstuk '{hoofdstuk.titel}' toegevoegd", door, nieuw=waarden)
    return hoofdstuk


def wijzig_hoofdstuk(session: Sessie, *, hoofdstuk: Hoofdstuk, waarden: dict[str, Any], door: Dader) -> bool:
    """`waarden`: titel and duiding. True when something changed. Raises RapportFout."""
    vergrendel_rapport(session, hoofdstuk.rapport)
    oud, nieuw = wijzig_velden(hoofdstuk, waarden)
    session.flush()
    if oud:
        log(session, hoofdstuk.rapport, f"hoofdstuk '{hoofdstuk.titel}' gewijzigd", door, oud=oud, nieuw=nieuw)
    return bool(oud)


def verplaats_hoofdstuk(session: Sessie, *, hoofdstuk: Hoofdstuk, stap: int, door: Dader) -> str:
    """`stap` is -1 (up) or 1 (down). Returns what happened, in words. Raises RapportFout, StaatAlAanHetEind."""
    rapport = hoofdstuk.rapport
    vergrendel_rapport(session, rapport)
    rijen = list(rapport.hoofdstukken)
    plek = rijen.index(hoofdstuk) + stap
    if not 0 <= plek < len(rijen):
        raise StaatAlAanHetEind(f"'{hoofdstuk.titel}' staat al {'onderaan' if stap > 0 else 'bovenaan'}.")
    rijen.remove(hoofdstuk)
    rijen.insert(plek, hoofdstuk)
    zet_op_volgorde(session, {rapport.id: rijen}, "rapport_id")
    session.expire(rapport, ["hoofdstukken"])
    zin = f"'{hoofdstuk.titel}' is nu hoofdstuk {plek + 1}"
    log(session, rapport, zin, door)
    return zin
