"""One period as plain values: from the tables while it is open, from what was frozen once it is closed."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.domain.datums import AMSTERDAM
from app.domain.planning import te_laat
from app.domain.voortgang import Kleur, Moment
from app.domain.voortgang_overzicht import (
    InterventieLink,
    MaatregelBeeld,
    MaatregelZonderRegel,
    PeriodeBeeld,
    RegelBeeld,
    RegelStand,
    ThemaBeeld,
    VoortgangBeeld,
)
from app.models import (
    Gebruiker,
    Interventie,
    Kleurdefinitie,
    Maatregel,
    MaatregelInterventie,
    Organisatie,
    PeriodeStatus,
    Planningsmoment,
    Probleemgebied,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
)
from app.models.basis import Sessie
from app.services.voortgang.momentopname import uit_momentopname
from app.services.voortgang.vorige import laatste_statussen, vorige_periode

Plek = tuple[int, int]  # maatregel_id and volgorde: the same row in every period
STAND = ("voortgang", "planning", "status", "kleur", "oorzaak", "gevolg", "bijsturing")


def beeld_van(session: Sessie, periode: Rapportageperiode, *, vandaag: date | None = None) -> VoortgangBeeld:
    """In a fixed number of queries. What is te laat is judged on `vandaag`, but never later than the closing date."""
    if periode.status is PeriodeStatus.GESLOTEN and periode.momentopname:
        return uit_momentopname(periode.momentopname)
    return beeld_uit_tabellen(session, periode, vandaag=vandaag)


def beeld_uit_tabellen(session: Sessie, periode: Rapportageperiode, *, vandaag: date | None = None) -> VoortgangBeeld:
    """As it is now, also when the period is closed: this is what closing freezes."""
    session.flush()
    peildatum = min(vandaag or datetime.now(AMSTERDAM).date(), periode.sluit_op)
    vorige = vorige_periode(session, periode)
    regels = _regels(session, periode, vorige, peildatum)
    maatregelen = _maatregelen(session, periode.organisatie_id, regels)
    themas = session.execute(
        select(Thema.id, Thema.nummer, Thema.naam)
        .where(Thema.organisatie_id == periode.organisatie_id)
        .order_by(Thema.nummer)
    ).all()
    met = [ThemaBeeld(*thema, tuple(m for m in maatregelen[thema.id] if m.regels)) for thema in themas]
    zonder = [m for thema in themas for m in maatregelen[thema.id] if not m.regels]
    return VoortgangBeeld(
        organisatie=_naam(session, Organisatie, periode.organisatie_id) or "",
        periode=_periode(session, periode),
        peildatum=peildatum,
        vorige=_periode(session, vorige) if vorige else None,
        themas=tuple(thema for thema in met if thema.maatregelen),
        zonder_regel=_zonder_regel(session, periode, zonder),
        kleurdefinities=_kleurdefinities(session, periode.organisatie_id),
    )


def _periode(session: Sessie, periode: Rapportageperiode) -> PeriodeBeeld:
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
    return session.scalar(select(model.naam).where(model.id == id_)) if id_ else None


def _kleurdefinities(session: Sessie, organisatie_id: int) -> dict[Kleur, str]:
    keuze = select(Kleurdefinitie.kleur, Kleurdefinitie.omschrijving).where(
        Kleurdefinitie.organisatie_id == organisatie_id
    )
    return {rij.kleur: rij.omschrijving for rij in session.execute(keuze)}


def _maatregelen(
    session: Sessie, organisatie_id: int, regels: dict[int, list[RegelBeeld]]
) -> dict[int, list[MaatregelBeeld]]:
    """Per thema_id, in order."""
    links = _interventies(session, organisatie_id)
    rijen = session.execute(
        select(
            Maatregel.id, Maatregel.thema_id, Thema.nummer, Maatregel.letter, Maatregel.naam,
            Maatregel.eigenaar_id, Gebruiker.naam.label("eigenaar"), Maatregel.fte,
        )
        .join(Thema, Thema.id == Maatregel.thema_id)
        .outerjoin(Gebruiker, Gebruiker.id == Maatregel.eigenaar_id)
        .where(Maatregel.organisatie_id == organisatie_id)
        .order_by(Maatregel.thema_id, Maatregel.volgorde)
    )  # fmt: skip
    uit: dict[int, list[MaatregelBeeld]] = defaultdict(list)
    for id_, thema_id, nummer, letter, naam, eigenaar_id, eigenaar, fte in rijen:
        uit[thema_id].append(
            MaatregelBeeld(
                id_, nummer, letter, naam, eigenaar_id, eigenaar, fte, tuple(links[id_]), tuple(regels.get(id_, ()))
            )
        )
    return uit


def _interventies(session: Sessie, organisatie_id: int) -> dict[int, list[InterventieLink]]:
    rijen = session.execute(
        select(
            MaatregelInterventie.maatregel_id, Interventie.id, Interventie.nummer, Interventie.tekst,
            Probleemgebied.naam,
        )
        .join(Interventie, Interventie.id == MaatregelInterventie.interventie_id)
        .join(Probleemgebied, Probleemgebied.id == Interventie.probleemgebied_id)
        .where(MaatregelInterventie.organisatie_id == organisatie_id)
        .order_by(Probleemgebied.notitie_id, Probleemgebied.volgorde, Interventie.nummer)
    )  # fmt: skip
    uit: dict[int, list[InterventieLink]] = defaultdict(list)
    for maatregel_id, id_, nummer, tekst, probleemgebied in rijen:
        uit[maatregel_id].append(InterventieLink(id_, nummer, tekst, probleemgebied))
    return uit


def _regels(
    session: Sessie, periode: Rapportageperiode, vorige: Rapportageperiode | None, peildatum: date
) -> dict[int, list[RegelBeeld]]:
    vroeger = _standen_van(session, vorige) if vorige else {}
    uit: dict[int, list[RegelBeeld]] = defaultdict(list)
    for plek, stand, rij in _rijen(session, periode.id):
        uit[plek[0]].append(
            RegelBeeld(
                **stand,
                id=rij.id,
                rev=rij.rev,
                volgorde=rij.volgorde,
                beoordeling=rij.beoordeling,
                opmerking=rij.opmerking,
                te_laat=te_laat(stand["status"], stand["momenten"], peildatum),
                vorige=vroeger.get(plek),
                nieuw=vorige is not None and plek not in vroeger,
            )
        )
    return uit


def _standen_van(session: Sessie, periode: Rapportageperiode) -> dict[Plek, RegelStand]:
    if periode.status is PeriodeStatus.GESLOTEN and periode.momentopname:
        maatregelen = uit_momentopname(periode.momentopname).maatregelen
        return {(m.id, regel.volgorde): _stand(regel) for m in maatregelen for regel in m.regels}
    return {plek: RegelStand(**stand) for plek, stand, _ in _rijen(session, periode.id)}


def _stand(regel: RegelBeeld) -> RegelStand:
    return RegelStand(**{naam: getattr(regel, naam) for naam in STAND}, momenten=regel.momenten)


def _rijen(session: Sessie, periode_id: int) -> list[tuple[Plek, dict[str, Any], Any]]:
    momenten = _momenten(session, periode_id)
    v = Voortgangsregel
    keuze = select(
        v.id, v.rev, v.maatregel_id, v.volgorde, v.beoordeling, v.opmerking, *(getattr(v, naam) for naam in STAND)
    ).where(v.periode_id == periode_id)
    rijen = session.execute(keuze.order_by(v.maatregel_id, v.volgorde))
    return [
        (
            (rij.maatregel_id, rij.volgorde),
            {naam: getattr(rij, naam) for naam in STAND} | {"momenten": tuple(momenten[rij.id])},
            rij,
        )
        for rij in rijen
    ]


def _momenten(session: Sessie, periode_id: int) -> dict[int, list[Moment]]:
    m = Planningsmoment
    keuze = select(m.regel_id, m.van, m.tot, m.precisie, m.herhaling).join(
        Voortgangsregel, Voortgangsregel.id == m.regel_id
    )
    uit: dict[int, list[Moment]] = defaultdict(list)
    for regel_id, van, tot, precisie, herhaling in session.execute(
        keuze.where(Voortgangsregel.periode_id == periode_id).order_by(m.regel_id, m.volgorde)
    ):
        uit[regel_id].append(Moment(van, tot, precisie, herhaling))
    return uit


def _zonder_regel(
    session: Sessie, periode: Rapportageperiode, maatregelen: list[MaatregelBeeld]
) -> tuple[MaatregelZonderRegel, ...]:
    laatste = laatste_statussen(session, periode, [m.id for m in maatregelen])
    leeg = (None, None)
    return tuple(
        MaatregelZonderRegel(m.id, m.thema_nummer, m.letter, m.naam, *laatste.get(m.id, leeg)) for m in maatregelen
    )
