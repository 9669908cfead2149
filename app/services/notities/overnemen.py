"""Take over a notitie that was read from a file: as a new one, or as the new text of one that is there."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.domain import structuur as s
from app.domain.koppeling import koppel_gebieden
from app.domain.notitie.bewaarvorm import bewaarvorm
from app.domain.notitie.bijwerken import samengevoegd
from app.domain.notitie.status import hoe_verder
from app.domain.notitie.verschil import Aard, Verschil, Wijziging, verschil
from app.domain.taal.datums import vandaag
from app.models import Notitie, NotitieStatus, Organisatie, Probleemgebied, Vaststelling
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.items import WACHTPLAATS
from app.services.notities.probleemgebied_vullen import vul_probleemgebied
from app.services.notities.slot import vergrendel_notitie
from app.services.notities.structuur_van import met_alles, structuur_van_notitie
from app.services.notities.versies import laatste_versie


class NotitieNietTeWijzigen(Exception):
    """The Dutch sentence says why."""


def zoek_bestaande(session: Sessie, *, organisatie_id: int, titel: str, datum: date | None) -> Notitie | None:
    """The newest notitie of that title and date, in its last version; a file without a date matches on title alone."""
    keuze = select(Notitie).where(Notitie.organisatie_id == organisatie_id, Notitie.titel == titel)
    if datum is not None:
        keuze = keuze.where((Notitie.datum == datum) | Notitie.datum.is_(None))
    # The one that has this very date goes before one without.
    gevonden = session.scalars(keuze.order_by(Notitie.datum.is_(None), Notitie.id.desc()).limit(1)).first()
    return laatste_versie(session, gevonden) if gevonden else None


def neem_notitie_over(
    session: Sessie,
    *,
    organisatie: Organisatie,
    bron: s.Notitie,
    door: Dader,
    bestaand: Notitie | None = None,
    status: NotitieStatus = NotitieStatus.CONCEPT,
) -> Notitie:
    """With `bestaand` that notitie is updated. Raises NotitieNietTeWijzigen when it is no concept any more.

    `bron` may hold anything a file can say; what does not fit lands marked in the toelichting.
    """
    if bestaand is None:
        return _voeg_toe(session, organisatie, bewaarvorm(bron), door, status)
    controleer_wijzigbaar(bestaand)
    return _werk_bij(session, bestaand, bron, door)


def controleer_wijzigbaar(notitie: Notitie) -> None:
    if notitie.status is not NotitieStatus.CONCEPT:
        raise NotitieNietTeWijzigen(
            f"De notitie '{notitie.titel}' is {notitie.status.value} en kan niet worden gewijzigd. "
            + hoe_verder(notitie.status)
        )


def wat_verandert(session: Sessie, *, bestaand: Notitie, bron: s.Notitie) -> Verschil:
    """What updating `bestaand` with `bron` would do, without doing it."""
    oud = structuur_van_notitie(laad_geheel(session, bestaand))
    return verschil(oud, samengevoegd(oud, bewaarvorm(bron)))


def laad_geheel(session: Sessie, notitie: Notitie) -> Notitie:
    """The notitie with everything below it as the tables say now, in a fixed number of queries."""
    return session.scalars(
        select(Notitie)
        .where(Notitie.id == notitie.id)
        .options(*met_alles(selectinload(Notitie.probleemgebieden)))
        .execution_options(populate_existing=True)
    ).one()


def _voeg_toe(
    session: Sessie, organisatie: Organisatie, bron: s.Notitie, door: Dader, status: NotitieStatus
) -> Notitie:
    """What was vastgesteld elsewhere, such as demonstration data, was so on its own date."""
    notitie = Notitie(organisatie_id=organisatie.id, status=status)
    _zet_gegevens(notitie, bron)
    if status is NotitieStatus.VASTGESTELD:
        dag = bron.datum or vandaag()
        notitie.vaststelling = Vaststelling(organisatie_id=organisatie.id, datum=dag)
    session.add(notitie)
    session.flush()
    _vul_gebieden(session, notitie, bron.probleemgebieden, [None] * len(bron.probleemgebieden))
    _log(session, notitie, f"Notitie '{notitie.titel}' toegevoegd", door)
    return notitie


def _werk_bij(session: Sessie, bestaand: Notitie, bron: s.Notitie, door: Dader) -> Notitie:
    notitie = neem_in_bewerking(session, bestaand)
    oud = structuur_van_notitie(notitie)
    breng_in_lijn(session, notitie=notitie, nieuw=samengevoegd(oud, bewaarvorm(bron)), door=door)
    return notitie


def neem_in_bewerking(session: Sessie, notitie: Notitie) -> Notitie:
    """Locked, and as the tables say now. Raises NotitieNietTeWijzigen when it is no concept any more."""
    session.flush()
    vergrendel_notitie(session, notitie.id)
    geheel = laad_geheel(session, notitie)
    controleer_wijzigbaar(geheel)
    return geheel


def breng_in_lijn(session: Sessie, *, notitie: Notitie, nieuw: s.Notitie, door: Dader) -> Verschil:
    """The notitie says exactly what `nieuw`, in bewaarvorm, says; what goes on keeps its id. Take it with
    `neem_in_bewerking` first. Returns what changed."""
    oud = structuur_van_notitie(notitie)
    veranderd = verschil(oud, nieuw)
    koppeling = koppel_gebieden(oud.probleemgebieden, nieuw.probleemgebieden)
    _zet_gegevens(notitie, nieuw)
    _vul_gebieden(session, notitie, nieuw.probleemgebieden, koppeling)
    if veranderd.wijzigingen:
        zin = f"Notitie '{notitie.titel}' bijgewerkt uit een bestand: {veranderd.zin}"
        _log(session, notitie, zin, door, veranderd)
        _log_gebieden(session, notitie, veranderd, door)
    return veranderd


def _zet_gegevens(notitie: Notitie, bron: s.Notitie) -> None:
    notitie.titel = bron.titel
    notitie.datum = bron.datum
    notitie.versie = bron.versie
    notitie.inleiding = bron.inleiding
    notitie.referentiejaar = bron.referentiejaar
    notitie.doeljaar = bron.doeljaar


def _vul_gebieden(
    session: Sessie, notitie: Notitie, bronnen: list[s.Probleemgebied], koppeling: list[int | None]
) -> None:
    bestaand = list(notitie.probleemgebieden)
    for i, weg in enumerate(bestaand):
        if i not in koppeling:
            notitie.probleemgebieden.remove(weg)
    session.flush()
    rijen = [bestaand[i] if i is not None else None for i in koppeling]
    if any(rij is not None and rij.volgorde != volgorde for volgorde, rij in enumerate(rijen, start=1)):
        for i, rij in enumerate(rijen):
            if rij is not None:
                rij.volgorde = WACHTPLAATS + i
        session.flush()
    for volgorde, (bron, rij) in enumerate(zip(bronnen, rijen, strict=True), start=1):
        gebied = rij or _nieuw_gebied(notitie, bron.naam, volgorde)
        gebied.volgorde = volgorde
        session.flush()
        vul_probleemgebied(session, gebied=gebied, bron=bron)


def _nieuw_gebied(notitie: Notitie, naam: str, volgorde: int) -> Probleemgebied:
    gebied = Probleemgebied(organisatie_id=notitie.organisatie_id, naam=naam, volgorde=volgorde)
    notitie.probleemgebieden.append(gebied)
    return gebied


def _log(
    session: Sessie,
    notitie: Notitie,
    omschrijving: str,
    door: Dader,
    veranderd: Verschil | None = None,
    gebied: Probleemgebied | None = None,
) -> None:
    """With every text that went, so that nothing is lost for good."""
    wijzigingen = veranderd.wijzigingen if veranderd else ()
    schrijf(
        session,
        door=door,
        organisatie_id=notitie.organisatie_id,
        notitie_id=notitie.id,
        probleemgebied_id=gebied.id if gebied else None,
        omschrijving=omschrijving,
        oud={_noem(w): w.oud for w in wijzigingen if w.oud},
        nieuw={_noem(w): w.nieuw for w in wijzigingen if w.nieuw},
    )
    session.flush()


def _noem(wijziging: Wijziging) -> str:
    """What went is told apart from what has its number now."""
    weg = " (verwijderd)" if wijziging.aard is Aard.VERWIJDERD else ""
    return f"{wijziging.probleemgebied} {wijziging.naam}{weg}".strip()


def _log_gebieden(session: Sessie, notitie: Notitie, veranderd: Verschil, door: Dader) -> None:
    for gebied in notitie.probleemgebieden:
        eigen = Verschil(tuple(w for w in veranderd.wijzigingen if w.probleemgebied == gebied.naam))
        if eigen.wijzigingen:
            _log(session, notitie, f"Bijgewerkt uit een bestand: {eigen.zin}", door, eigen, gebied)
