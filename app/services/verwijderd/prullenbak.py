"""Put back what was removed, whatever it is, on the place it had; with what it belonged to when that went too."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from app.models import (
    Hoofdstuk,
    Indicator,
    Interventie,
    Maatregel,
    Notitie,
    Probleemgebied,
    Rapport,
    Reeks,
    StaatVast,
    Thema,
    Verwijdering,
)
from app.models.basis import Sessie
from app.services.indicatoren import indicator_beheren, metingen_verwijderen
from app.services.indicatoren.fouten import IndicatorFout
from app.services.indicatoren.meting_terugzetten import zet_meting_terug
from app.services.logboek import Dader
from app.services.notities import items
from app.services.notities.probleemgebied_beheren import SOORT as PROBLEEMGEBIED
from app.services.notities.probleemgebied_beheren import zet_probleemgebied_terug
from app.services.notities.slot import vergrendel_notitie
from app.services.rapporten import verwijderen as rapporten
from app.services.rapporten.fouten import RapportFout
from app.services.verwijderd.terugdraaien import KanNietTerug, draai_verwijdering_terug
from app.services.voortgang import verwijderen as voortgang
from app.services.voortgang.fouten import VoortgangFout

METING = metingen_verwijderen.METING
# What something removed belongs to, by its soort. What belongs to the organisatie itself is not in it.
OUDERS: dict[str, type[Any]] = {
    **{code: soort.ouder for code, soort in items.SOORTEN.items()},
    PROBLEEMGEBIED: Notitie,
    voortgang.MAATREGEL: Thema,
    voortgang.REGEL: Maatregel,
    rapporten.HOOFDSTUK: Rapport,
    rapporten.BLOK: Hoofdstuk,
    METING: Reeks,
}
# As what a thing that others belong to is removed itself.
ALS_VERWIJDERD: dict[type[Any], str] = {
    Probleemgebied: PROBLEEMGEBIED,
    Interventie: "interventie",
    Thema: voortgang.THEMA,
    Maatregel: voortgang.MAATREGEL,
    Hoofdstuk: rapporten.HOOFDSTUK,
    Indicator: indicator_beheren.SOORT,
}


def zet_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> str:
    """What came back, in words. Raises KanNietTerug; what was done until then is to be rolled back."""
    try:
        zinnen = [_zet_een_terug(session, weg, door) for weg in [*_keten(session, verwijdering), verwijdering]]
    except (IndicatorFout, RapportFout, VoortgangFout, StaatVast) as fout:
        raise KanNietTerug(f"{verwijdering.omschrijving} kan niet terug. {fout}") from fout
    return "; ".join(zinnen)


def verwijderde_ouders(
    session: Sessie, wezen: Sequence[tuple[type[Any], int]], organisatie_id: int
) -> dict[tuple[type[Any], int], Verwijdering]:
    """Of what is gone, how it went, when it was removed itself and not as a part of something else. One query."""
    soorten = {ALS_VERWIJDERD[model]: model for model, _ in wezen if model in ALS_VERWIJDERD}
    if not soorten:
        return {}
    id_: ColumnElement[int] = Verwijdering.inhoud["id"].as_integer()
    keuze = select(Verwijdering).where(
        Verwijdering.organisatie_id == organisatie_id,
        Verwijdering.soort.in_(soorten),
        Verwijdering.teruggezet_op.is_(None),
        id_.in_({ouder_id for _, ouder_id in wezen}),
    )
    gevonden = {(soorten[weg.soort], weg.inhoud["id"]): weg for weg in session.scalars(keuze)}
    return {wees: gevonden[wees] for wees in wezen if wees in gevonden}


def _keten(session: Sessie, weg: Verwijdering) -> list[Verwijdering]:
    """What must come back first, the highest first."""
    model = OUDERS.get(weg.soort)
    if model is None or session.get(model, weg.ouder_id) is not None:
        return []
    wees = (model, weg.ouder_id)
    ouder = verwijderde_ouders(session, [wees], weg.organisatie_id).get(wees)
    return [*_keten(session, ouder), ouder] if ouder else []


def _zet_een_terug(session: Sessie, weg: Verwijdering, door: Dader) -> str:
    if weg.soort in items.SOORTEN or weg.soort == PROBLEEMGEBIED:
        return _in_notitie(session, weg, door)
    anders: dict[str, Callable[..., Any]] = {
        voortgang.THEMA: voortgang.zet_terug,
        voortgang.MAATREGEL: voortgang.zet_terug,
        voortgang.REGEL: voortgang.zet_terug,
        rapporten.HOOFDSTUK: rapporten.zet_terug,
        rapporten.BLOK: rapporten.zet_terug,
        indicator_beheren.SOORT: indicator_beheren.zet_indicator_terug,
        METING: zet_meting_terug,
    }
    anders[weg.soort](session, verwijdering=weg, door=door)
    return f"{weg.omschrijving} teruggezet"


def _in_notitie(session: Sessie, weg: Verwijdering, door: Dader) -> str:
    notitie_id = notitie_van(session, weg)
    if notitie_id is not None:
        vergrendel_notitie(session, notitie_id)
        session.refresh(weg)
    if weg.soort == PROBLEEMGEBIED:
        gebied = zet_probleemgebied_terug(session, verwijdering=weg, door=door)
        return f"Probleemgebied '{gebied.naam}' teruggezet"
    return draai_verwijdering_terug(session, verwijdering=weg, door=door)[1]


def notitie_van(session: Sessie, weg: Verwijdering) -> int | None:
    """The notitie it would come back in; None when what it belonged to is gone."""
    if weg.soort == PROBLEEMGEBIED:
        return weg.ouder_id
    ouder = session.get(OUDERS[weg.soort], weg.ouder_id)
    return items.probleemgebied_van(ouder).notitie_id if ouder else None
