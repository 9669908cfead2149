"""Begin the report of a period: empty, as it is mostly done, or laid out as the one before."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import case, exists, select

from app.domain.cijfers.indicator import Bloksoort
from app.domain.rapport import TITELS, Blokopzet, Hoofdstukopzet, standaardindeling
from app.models import (
    Hoofdstuk,
    Indicator,
    Indicatorregel,
    Maatregel,
    Notitie,
    NotitieStatus,
    Probleemgebied,
    Rapport,
    Rapportageperiode,
    Rapportblok,
    Reeks,
    Thema,
)
from app.models.basis import Sessie
from app.models.notitie import nieuwste_eerst
from app.services.logboek import Dader
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.log import log
from app.services.rapporten.slot import eis_niet_gesloten
from app.services.voortgang.slot import vergrendel_periode


class Opzet(StrEnum):
    STANDAARD = "standaard"
    VORIGE = "vorige"
    LEEG = "leeg"


def begin_rapport(session: Sessie, *, periode: Rapportageperiode, opzet: Opzet, door: Dader) -> Rapport:
    """Raises RapportFout: when there is one, when the period is closed, or when there is nothing to begin with."""
    vergrendel_periode(session, periode.id)
    eis_niet_gesloten(periode)
    if vind_rapport(session, periode):
        raise RapportFout(f"Er is al een rapport over {periode.code}.")
    titel, indeling = _opzet(session, periode, opzet)
    rapport = Rapport(organisatie_id=periode.organisatie_id, periode_id=periode.id, titel=titel)
    session.add(rapport)
    session.flush()
    zet_indeling(session, rapport, indeling)
    log(session, rapport, f"begonnen met {len(indeling)} hoofdstukken", door)
    return rapport


def vind_rapport(session: Sessie, periode: Rapportageperiode) -> Rapport | None:
    return session.scalars(select(Rapport).where(Rapport.periode_id == periode.id)).first()


def vorig_rapport(session: Sessie, periode: Rapportageperiode) -> Rapport | None:
    """Of the latest period of the same soort before this one that has a report."""
    keuze = (
        select(Rapport)
        .join(Rapportageperiode, Rapportageperiode.id == Rapport.periode_id)
        .where(
            Rapportageperiode.organisatie_id == periode.organisatie_id,
            Rapportageperiode.soort == periode.soort,
            Rapportageperiode.van < periode.van,
        )
        .order_by(Rapportageperiode.van.desc())
        .limit(1)
    )
    return session.scalars(keuze).first()


def zet_indeling(session: Sessie, rapport: Rapport, indeling: Sequence[Hoofdstukopzet]) -> None:
    """Into a report without chapters."""
    for volgorde, opzet in enumerate(indeling, 1):
        van = {"organisatie_id": rapport.organisatie_id}
        hoofdstuk = Hoofdstuk(rapport_id=rapport.id, volgorde=volgorde, titel=opzet.titel, **van)
        session.add(hoofdstuk)
        session.flush()
        for plek, blok in enumerate(opzet.blokken, 1):
            waarden = {"indicator_id": blok.indicator_id, "thema_id": blok.thema_id, "tekst": blok.tekst}
            session.add(Rapportblok(hoofdstuk_id=hoofdstuk.id, volgorde=plek, soort=blok.soort, **waarden, **van))
    session.flush()
    session.expire(rapport, ["hoofdstukken"])


def _opzet(session: Sessie, periode: Rapportageperiode, opzet: Opzet) -> tuple[str, list[Hoofdstukopzet]]:
    titel = TITELS[periode.soort]
    if opzet is Opzet.LEEG:
        return titel, []
    if opzet is Opzet.STANDAARD:
        return titel, _standaard(session, periode.organisatie_id)
    vorige = vorig_rapport(session, periode)
    if vorige is None:
        raise RapportFout("Er is geen eerder rapport om de indeling van over te nemen.")
    return vorige.titel, _indeling_van(vorige)


def _indeling_van(rapport: Rapport) -> list[Hoofdstukopzet]:
    """The chapters and blocks. What was said of that period stays there: the duiding, but also the own texts."""
    return [
        Hoofdstukopzet(
            hoofdstuk.titel,
            tuple(
                Blokopzet(blok.soort, blok.indicator_id, blok.thema_id)
                for blok in hoofdstuk.blokken
                if blok.soort is not Bloksoort.TEKST
            ),
        )
        for hoofdstuk in rapport.hoofdstukken
    ]


def _standaard(session: Sessie, organisatie_id: int) -> list[Hoofdstukopzet]:
    indeling = standaardindeling(
        gebieden=_gebieden(session, organisatie_id),
        themas=_themas(session, organisatie_id),
        overige=_eigen_indicatoren(session, organisatie_id),
    )
    if not indeling:
        raise RapportFout("Er zijn nog geen thema’s met maatregelen en geen indicatoren. Begin met een leeg rapport.")
    return indeling


def _gebieden(session: Sessie, organisatie_id: int) -> list[tuple[str, list[int]]]:
    """Of the notitie in force the probleemgebieden, with the indicatoren in the order of their lines."""
    keuze = (
        select(Probleemgebied.id, Probleemgebied.naam, Indicatorregel.indicator_id)
        .join(Indicatorregel, Indicatorregel.probleemgebied_id == Probleemgebied.id)
        .where(Probleemgebied.notitie_id == geldende_notitie(session, organisatie_id))
        .order_by(Probleemgebied.volgorde, Indicatorregel.volgorde)
    )
    uit: dict[int, tuple[str, list[int]]] = {}
    for id_, naam, indicator_id in session.execute(keuze):
        if indicator_id is not None:
            uit.setdefault(id_, (naam, []))[1].append(indicator_id)
    return list(uit.values())


def geldende_notitie(session: Sessie, organisatie_id: int) -> int | None:
    """The newest that is vastgesteld, or the newest of all when none is."""
    vast = case((Notitie.status == NotitieStatus.VASTGESTELD, 0), else_=1)
    keuze = select(Notitie.id).where(Notitie.organisatie_id == organisatie_id).order_by(vast, *nieuwste_eerst())
    return session.scalar(keuze.limit(1))


def _themas(session: Sessie, organisatie_id: int) -> list[tuple[str, int]]:
    heeft_maatregelen = exists().where(Maatregel.thema_id == Thema.id)
    keuze = select(Thema.naam, Thema.id).where(Thema.organisatie_id == organisatie_id, heeft_maatregelen)
    return [(naam, id_) for naam, id_ in session.execute(keuze.order_by(Thema.nummer))]


def _eigen_indicatoren(session: Sessie, organisatie_id: int) -> list[int]:
    """What this organisatie keeps figures of."""
    keuze = (
        select(Indicator.id)
        .where(exists().where(Reeks.indicator_id == Indicator.id, Reeks.organisatie_id == organisatie_id))
        .order_by(Indicator.naam, Indicator.id)
    )
    return list(session.scalars(keuze))
