"""Undo one save of figures: what was new goes, what changed says again what it said, what was removed comes back.

What somebody changed since then stays as it is. The undone values leave no mark in the figures; the logboek keeps them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import joinedload

from app.domain.taal.hoeveel import hoeveel
from app.models import EerdereMeting, Meting, Onderwerp, Reeks, Verwijdering, nu
from app.models.basis import Sessie
from app.services.indicatoren.metingen_opslaan import Opgeslagen, in_logboek
from app.services.indicatoren.metingen_vergelijken import in_delen
from app.services.indicatoren.metingen_verwijderen import REDEN, naam_van
from app.services.indicatoren.rijen import STAND, verwijder_rijen, voeg_rijen_toe, werk_metingen_bij
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.verwijderd.bewaard import velden_uit
from app.services.verwijderd.terugdraaien import KanNietTerug

METINGEN = "metingen"


@dataclass(frozen=True, slots=True)
class Teruggedraaid:
    """How many figures are as they were, and how many somebody had changed since."""

    gedaan: int
    gebleven: int


@dataclass(slots=True)
class Spoor:
    """For the logboek: what figures said and what they say again, by what they are called."""

    oud: dict[str, Any] = field(default_factory=dict)
    nieuw: dict[str, Any] = field(default_factory=dict)


def onthoud(
    session: Sessie,
    *,
    organisatie_id: int,
    indicator_ids: Sequence[int],
    opgeslagen: Opgeslagen,
    verwijderd: Sequence[Verwijdering] = (),
    terug: str,
    door: Dader,
) -> Verwijdering:
    """Remembers a save so that it can be undone. `terug`: the page to show afterwards."""
    inhoud = {
        "indicatoren": sorted(set(indicator_ids)),
        "nieuw": [{"id": rij.id, "rev": rij.rev} for rij in opgeslagen.nieuw],
        "gewijzigd": [{"id": rij.id, "rev": rij.rev, "eerder": eerder.id} for rij, eerder in opgeslagen.gewijzigd],
        "verwijderd": [weg.id for weg in verwijderd],
        "terug": terug,
    }
    rij = Verwijdering(
        organisatie_id=organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=METINGEN,
        ouder_id=organisatie_id,
        omschrijving="Metingen opgeslagen",
        inhoud=inhoud,
    )
    session.add(rij)
    session.flush()
    return rij


def draai_metingen_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> Teruggedraaid:
    """Raises KanNietTerug when it was undone already, or when nothing of it is as it was saved."""
    inhoud = verwijdering.inhoud
    vergrendel_indicatoren(session, inhoud["indicatoren"])
    session.refresh(verwijdering)
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug("Dit is al ongedaan gemaakt.")
    spoor = Spoor()
    gedaan = _weg_met_nieuwe(session, inhoud["nieuw"], spoor)
    gedaan += _zet_gewijzigde_terug(session, inhoud["gewijzigd"], spoor)
    gedaan += zet_verwijderde_terug(session, inhoud["verwijderd"], spoor)
    totaal = sum(len(inhoud[naam]) for naam in ("nieuw", "gewijzigd", "verwijderd"))
    if not gedaan:
        raise KanNietTerug("Deze cijfers zijn intussen door iemand anders gewijzigd. Er is niets teruggezet.")
    verwijdering.teruggezet_op = nu()
    zin = f"{gedaan} van {hoeveel(totaal, 'meting', 'metingen')} teruggezet"
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=verwijdering.organisatie_id,
        omschrijving=zin,
        oud=spoor.oud,
        nieuw=spoor.nieuw,
    )
    session.flush()
    session.expire_all()
    return Teruggedraaid(gedaan, totaal - gedaan)


def _weg_met_nieuwe(session: Sessie, nieuw: Sequence[dict[str, int]], spoor: Spoor) -> int:
    rijen = _onveranderd(session, nieuw)
    spoor.oud |= {naam_van(rij): in_logboek(rij) for rij in rijen.values()}
    verwijder_rijen(session, list(rijen.values()))
    return len(rijen)


def _zet_gewijzigde_terug(session: Sessie, gewijzigd: Sequence[dict[str, int]], spoor: Spoor) -> int:
    rijen = _onveranderd(session, gewijzigd)
    eerdere = _op_id(session, EerdereMeting, [cel["eerder"] for cel in gewijzigd if cel["id"] in rijen])
    oud = [(rijen[rij.meting_id], {naam: getattr(rij, naam) for naam in STAND}) for rij in eerdere.values()]
    spoor.oud |= {naam_van(rij): in_logboek(rij) for rij, _ in oud}
    werk_metingen_bij(session, oud)
    spoor.nieuw |= {naam_van(rij): in_logboek(rij) for rij, _ in oud}
    for deel in in_delen(list(eerdere)):
        weg = delete(EerdereMeting).where(EerdereMeting.id.in_(deel))
        session.execute(weg, execution_options={"synchronize_session": False})
    return len(oud)


def _onveranderd(session: Sessie, cellen: Sequence[dict[str, int]]) -> dict[int, Meting]:
    """By id, the rows that are still as they were saved."""
    revs = {cel["id"]: cel["rev"] for cel in cellen}
    return {id_: rij for id_, rij in _op_id(session, Meting, list(revs)).items() if rij.rev == revs[id_]}


def _op_id(session: Sessie, model: type[Any], ids: Sequence[int]) -> dict[int, Any]:
    uit: dict[int, Any] = {}
    for deel in in_delen(ids):
        keuze = select(model).where(model.id.in_(deel))
        if model is Meting:  # with what it is called by
            keuze = keuze.options(joinedload(Meting.reeks).joinedload(Reeks.indicator))
        uit |= {rij.id: rij for rij in session.scalars(keuze, execution_options={"populate_existing": True})}
    return uit


def zet_verwijderde_terug(session: Sessie, ids: Sequence[int], spoor: Spoor) -> int:
    """Those whose cell is still empty."""
    verwijderingen = [v for v in _op_id(session, Verwijdering, ids).values() if v.teruggezet_op is None]
    plekken = {v.id: _plek(v) for v in verwijderingen}
    bezet = _bezet(session, list(plekken.values()))
    reeksen = _op_id(session, Reeks, sorted({v.ouder_id for v in verwijderingen}))
    terug = [v for v in verwijderingen if plekken[v.id] not in bezet and v.ouder_id in reeksen]
    voeg_rijen_toe(session, Meting, [_rij(v) for v in terug])
    voeg_rijen_toe(session, EerdereMeting, [rij for v in terug for rij in _eerdere(v)])
    for verwijdering in terug:
        verwijdering.teruggezet_op = nu()
        spoor.nieuw[verwijdering.omschrijving] = _waarde(verwijdering)
    return len(terug)


def _plek(verwijdering: Verwijdering) -> tuple[int, date, date]:
    inhoud = verwijdering.inhoud
    return verwijdering.ouder_id, date.fromisoformat(inhoud["van"]), date.fromisoformat(inhoud["tot"])


def _bezet(session: Sessie, plekken: Sequence[tuple[int, date, date]]) -> set[tuple[int, date, date]]:
    uit: set[tuple[int, date, date]] = set()
    for deel in in_delen(plekken):
        cel = (Meting.reeks_id, Meting.van, Meting.tot)
        uit |= {
            (reeks_id, van, tot) for reeks_id, van, tot in session.execute(select(*cel).where(tuple_(*cel).in_(deel)))
        }
    return uit


def _rij(verwijdering: Verwijdering) -> dict[str, Any]:
    inhoud = {naam: waarde for naam, waarde in verwijdering.inhoud.items() if naam != REDEN}
    vast = {"organisatie_id": verwijdering.organisatie_id, "reeks_id": verwijdering.ouder_id}
    return vast | velden_uit(Meting, inhoud)


def _waarde(verwijdering: Verwijdering) -> str:
    velden = velden_uit(Meting, {naam: verwijdering.inhoud[naam] for naam in STAND})
    return in_logboek(Meting(**velden))


def _eerdere(verwijdering: Verwijdering) -> list[dict[str, Any]]:
    vast = {"organisatie_id": verwijdering.organisatie_id, "meting_id": verwijdering.inhoud["id"]}
    return [vast | velden_uit(EerdereMeting, rij) for rij in verwijdering.inhoud["eerdere"]]
