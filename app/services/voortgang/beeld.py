"""One period as plain values: from the tables while it is open, from what was frozen once it is closed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select, true

from app.domain.taal import datums
from app.domain.voortgang.overzicht import (
    InterventieLink,
    MaatregelBeeld,
    MaatregelZonderRegel,
    PeriodeBeeld,
    RegelBeeld,
    ThemaBeeld,
    VoortgangBeeld,
)
from app.domain.voortgang.structuur import Kleur
from app.models import (
    Gebruiker,
    Interventie,
    Kleurdefinitie,
    Maatregel,
    MaatregelInterventie,
    Organisatie,
    PeriodeStatus,
    Probleemgebied,
    Rapportageperiode,
    Thema,
)
from app.models.basis import Sessie
from app.models.notitie import nog_van_kracht
from app.services.voortgang.beeld_rijen import Ids, regels_van, standen_van
from app.services.voortgang.momentopname import lees_momentopname
from app.services.voortgang.vorige import laatste_statussen, vorige_periode


def beeld_van(session: Sessie, periode: Rapportageperiode, *, vandaag: date | None = None) -> VoortgangBeeld:
    """In a fixed number of queries. What is te laat is judged on `vandaag`, but never later than the closing date."""
    return bevroren_beeld(session, periode) or beeld_uit_tabellen(session, periode, vandaag=vandaag)


def bevroren_beeld(session: Sessie, periode: Rapportageperiode) -> VoortgangBeeld | None:
    """None while it is not closed."""
    return lees_momentopname(session, periode) if periode.status is PeriodeStatus.GESLOTEN else None


def beeld_uit_tabellen(session: Sessie, periode: Rapportageperiode, *, vandaag: date | None = None) -> VoortgangBeeld:
    """As it is now, also when the period is closed: this is what closing freezes."""
    session.flush()
    peildatum = peildatum_van(periode, vandaag)
    vorige = vorige_periode(session, periode)
    vroeger = standen_van(session, vorige) if vorige else None
    return stel_samen(
        session,
        periode,
        vorige=vorige,
        peildatum=peildatum,
        regels=regels_van(session, periode, vroeger, peildatum),
        links=interventies_van(session, periode.organisatie_id),
    )


def peildatum_van(periode: Rapportageperiode, vandaag: date | None = None) -> date:
    return min(vandaag or datums.vandaag(), periode.sluit_op)


def stel_samen(
    session: Sessie,
    periode: Rapportageperiode,
    *,
    vorige: Rapportageperiode | None,
    peildatum: date,
    regels: Mapping[int, Sequence[RegelBeeld]],
    links: Mapping[int, Sequence[InterventieLink]],
) -> VoortgangBeeld:
    """The picture around these rows; `regels` and `links` are per maatregel_id."""
    themas = _themas(session, periode.organisatie_id, regels, links)
    met = [replace(thema, maatregelen=tuple(m for m in thema.maatregelen if m.regels)) for thema in themas]
    zonder = [m for thema in themas for m in thema.maatregelen if not m.regels]
    return VoortgangBeeld(
        organisatie=_naam(session, Organisatie, periode.organisatie_id) or "",
        periode=periode_beeld(session, periode),
        peildatum=peildatum,
        vorige=periode_beeld(session, vorige) if vorige else None,
        themas=tuple(thema for thema in met if thema.maatregelen),
        zonder_regel=_zonder_regel(session, periode, zonder),
        kleurdefinities=_kleurdefinities(session, periode.organisatie_id),
    )


def periode_beeld(session: Sessie, periode: Rapportageperiode) -> PeriodeBeeld:
    return PeriodeBeeld(
        id=periode.id,
        code=periode.code,
        soort=periode.soort,
        van=periode.van,
        tot=periode.tot,
        sluit_op=periode.sluit_op,
        status=periode.status,
        gesloten_op=periode.gesloten_op,
        gesloten_door=_naam(session, Gebruiker, periode.gesloten_door_id),
    )


def _naam(session: Sessie, model: type[Organisatie] | type[Gebruiker], id_: int | None) -> str | None:
    """The own organisatie was read with who is logged in, and costs nothing."""
    gevonden: Any = session.get(model, id_) if id_ else None
    return gevonden.naam if gevonden else None


def _kleurdefinities(session: Sessie, organisatie_id: int) -> dict[Kleur, str]:
    keuze = select(Kleurdefinitie.kleur, Kleurdefinitie.omschrijving).where(
        Kleurdefinitie.organisatie_id == organisatie_id
    )
    return {rij.kleur: rij.omschrijving for rij in session.execute(keuze)}


def _themas(
    session: Sessie,
    organisatie_id: int,
    regels: Mapping[int, Sequence[RegelBeeld]],
    links: Mapping[int, Sequence[InterventieLink]],
) -> list[ThemaBeeld]:
    """In order, each with all of its maatregelen."""
    rijen = session.execute(
        select(
            Thema.id, Thema.nummer, Thema.naam, Maatregel.id, Maatregel.letter, Maatregel.naam,
            Maatregel.eigenaar_id, Gebruiker.naam, Maatregel.fte,
        )
        .outerjoin(Maatregel, Maatregel.thema_id == Thema.id)
        .outerjoin(Gebruiker, Gebruiker.id == Maatregel.eigenaar_id)
        .where(Thema.organisatie_id == organisatie_id)
        .order_by(Thema.nummer, Thema.id, Maatregel.volgorde)
    )  # fmt: skip
    uit: dict[tuple[int, int, str], list[MaatregelBeeld]] = defaultdict(list)
    for thema_id, nummer, thema, id_, letter, naam, eigenaar_id, eigenaar, fte in rijen:
        maatregelen = uit[thema_id, nummer, thema]
        if id_ is not None:
            samen = tuple(links.get(id_, ())), tuple(regels.get(id_, ()))
            maatregelen.append(MaatregelBeeld(id_, nummer, letter, naam, eigenaar_id, eigenaar, fte, *samen))
    return [ThemaBeeld(*thema, tuple(maatregelen)) for thema, maatregelen in uit.items()]


def interventies_van(
    session: Sessie, organisatie_id: int, maatregel_ids: Ids = None
) -> dict[int, list[InterventieLink]]:
    """Per maatregel_id what it carries out, each interventie as its newest version has it."""
    alleen = true() if maatregel_ids is None else MaatregelInterventie.maatregel_id.in_(maatregel_ids)
    rijen = session.execute(
        select(
            MaatregelInterventie.maatregel_id, Interventie.id, Interventie.nummer, Interventie.tekst,
            Probleemgebied.naam, Interventie.merk,
        )
        .join(Interventie, Interventie.id == MaatregelInterventie.interventie_id)
        .join(Probleemgebied, Probleemgebied.id == Interventie.probleemgebied_id)
        .join(Probleemgebied.notitie)
        .where(MaatregelInterventie.organisatie_id == organisatie_id, alleen, nog_van_kracht())
        .order_by(Probleemgebied.notitie_id, Probleemgebied.volgorde, Interventie.nummer)
    )  # fmt: skip
    uit: dict[int, dict[str, InterventieLink]] = defaultdict(dict)
    for maatregel_id, id_, nummer, tekst, probleemgebied, merk in rijen:
        uit[maatregel_id][merk] = InterventieLink(id_, nummer, tekst, probleemgebied)  # the newest version is last
    return {maatregel_id: list(links.values()) for maatregel_id, links in uit.items()}


def _zonder_regel(
    session: Sessie, periode: Rapportageperiode, maatregelen: list[MaatregelBeeld]
) -> tuple[MaatregelZonderRegel, ...]:
    laatste = laatste_statussen(session, periode, [m.id for m in maatregelen])
    leeg = (None, None)
    return tuple(
        MaatregelZonderRegel(m.id, m.thema_nummer, m.letter, m.naam, *laatste.get(m.id, leeg)) for m in maatregelen
    )
