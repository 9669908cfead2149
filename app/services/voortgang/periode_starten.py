"""Start a period: what is not finished goes along, with its planning; what happened is left to be told anew."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import insert, select

from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.overzicht import NogTeDoen, nog_te_doen
from app.domain.voortgang.periode import lees_periode
from app.models import Beoordeling, Maatregel, Onderwerp, Planningsmoment, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.fouten import PeriodeBestaatAl, PeriodeGesloten
from app.services.voortgang.periode_openen import open_periode, vind_periode
from app.services.voortgang.slot import vergrendel_organisatie
from app.services.voortgang.vorige import laatste_regels


@dataclass(frozen=True, slots=True)
class Gestart:
    """`meegenomen`: rows carried from before. `nieuw`: blank rows, of maatregelen that never had one."""

    periode: Rapportageperiode
    meegenomen: int
    nieuw: int
    te_rapporteren: tuple[NogTeDoen, ...]


def start_volgende_periode(
    session: Sessie, *, na: Rapportageperiode, door: Dader, sluit_op: date | None = None
) -> Gestart:
    """The period of the same soort that follows `na`. Raises what start_periode raises."""
    code = lees_periode(na.code).volgende.code
    return start_periode(session, organisatie_id=na.organisatie_id, code=code, sluit_op=sluit_op, door=door)


def start_periode(
    session: Sessie, *, organisatie_id: int, code: str, door: Dader, sluit_op: date | None = None
) -> Gestart:
    """Also fills a period that was opened and has no rows yet; `sluit_op` then stays what it is.

    Raises what open_periode raises, and PeriodeBestaatAl when there are rows in it already.
    """
    vergrendel_organisatie(session, organisatie_id)
    periode = _leeg(session, organisatie_id, lees_periode(code).code) or open_periode(
        session, organisatie_id=organisatie_id, code=code, sluit_op=sluit_op, door=door
    )
    mee, nieuw = neem_mee(session, periode=periode)
    _log(session, periode, mee, nieuw, door)
    return Gestart(periode, mee, nieuw, nog_te_doen(beeld_van(session, periode)))


def neem_mee(
    session: Sessie, *, periode: Rapportageperiode, maatregel_ids: Collection[int] | None = None
) -> tuple[int, int]:
    """Rows for what has none in `periode` yet: how many were carried and how many are blank.

    `maatregel_ids`: only for these; a finished one then gets a blank row.
    """
    vroeger = [r for r in laatste_regels(session, periode) if maatregel_ids is None or r.maatregel_id in maatregel_ids]
    open_ = [regel for regel in vroeger if not (regel.status and regel.status.klaar)]
    bekend = {regel.maatregel_id for regel in (vroeger if maatregel_ids is None else open_)}
    nieuw = [id_ for id_ in maatregel_ids or _alle(session, periode) if id_ not in bekend]
    _voeg_in(session, periode, open_, nieuw)
    return len(open_), len(nieuw)


def lege_regel(maatregel: Maatregel, periode: Rapportageperiode, volgorde: int = 1) -> Voortgangsregel:
    return Voortgangsregel(
        organisatie_id=periode.organisatie_id,
        maatregel_id=maatregel.id,
        periode_id=periode.id,
        volgorde=volgorde,
        beoordeling=Beoordeling.IN_TE_VULLEN,
        **dict.fromkeys(("voortgang", "planning", "oorzaak", "gevolg", "bijsturing", "opmerking"), ""),
    )


def _leeg(session: Sessie, organisatie_id: int, code: str) -> Rapportageperiode | None:
    periode = vind_periode(session, organisatie_id=organisatie_id, code=code)
    if periode is None:
        return None
    if periode.gesloten_op is not None:
        raise PeriodeGesloten(f"De periode {code} is gesloten. Heropen haar eerst.")
    if session.scalar(select(Voortgangsregel.id).where(Voortgangsregel.periode_id == periode.id).limit(1)):
        raise PeriodeBestaatAl(f"De periode {code} is al gestart.")
    return periode


def _voeg_in(session: Sessie, periode: Rapportageperiode, mee: list[Voortgangsregel], nieuw: list[int]) -> None:
    """All at once: a statement for each of thousands of rows would take long. So an empty column is written as empty:
    rows that leave out different columns would not fit in one statement.
    """
    vast = {"organisatie_id": periode.organisatie_id, "periode_id": periode.id}
    rijen = [vast | _meegenomen(regel) for regel in mee]
    rijen += [vast | _LEEG | {"maatregel_id": maatregel_id, "volgorde": 1} for maatregel_id in nieuw]
    if rijen:
        session.execute(insert(Voortgangsregel), rijen, execution_options=_MET_LEGE_KOLOMMEN)
    ids = {
        (maatregel_id, volgorde): id_
        for id_, maatregel_id, volgorde in session.execute(
            select(Voortgangsregel.id, Voortgangsregel.maatregel_id, Voortgangsregel.volgorde).where(
                Voortgangsregel.periode_id == periode.id
            )
        )
    }
    momenten = [_kopie(moment, ids[regel.maatregel_id, regel.volgorde]) for regel in mee for moment in regel.momenten]
    if momenten:
        session.execute(insert(Planningsmoment), momenten, execution_options=_MET_LEGE_KOLOMMEN)


_MET_LEGE_KOLOMMEN = {"render_nulls": True}
_LEEG: dict[str, Any] = {"planning": "", "status": None, "beoordeling": Beoordeling.IN_TE_VULLEN}


def _meegenomen(vorige: Voortgangsregel) -> dict[str, Any]:
    """Kleur stays behind: it is a judgement on how things stand, with an explanation that may no longer hold."""
    return _LEEG | {naam: getattr(vorige, naam) for naam in ("maatregel_id", "volgorde", "planning", "status")}


def _kopie(moment: Planningsmoment, regel_id: int) -> dict[str, Any]:
    velden = ("organisatie_id", "volgorde", "van", "tot", "precisie", "herhaling")
    return {naam: getattr(moment, naam) for naam in velden} | {"regel_id": regel_id}


def _alle(session: Sessie, periode: Rapportageperiode) -> list[int]:
    keuze = select(Maatregel.id).where(Maatregel.organisatie_id == periode.organisatie_id).order_by(Maatregel.id)
    return list(session.scalars(keuze))


def _log(session: Sessie, periode: Rapportageperiode, mee: int, nieuw: int, door: Dader) -> None:
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=periode.organisatie_id,
        omschrijving=f"Periode {periode.code} gestart: {hoeveel(mee, 'regel', 'regels')} meegenomen, {nieuw} nieuw",
    )
    session.flush()
