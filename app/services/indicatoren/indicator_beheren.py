"""Add, change and remove an indicator, and put a removed one back. One with figures is not removed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import exists, or_, select

from app.domain.cijfers.indicator import telt_mensen
from app.models import Duiding, Indicator, Indicatorregel, Meting, Onderwerp, Reeks, Verwijdering, nu
from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.indicatoren.fouten import IndicatorFout
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.rapporten.verwezen import haal_blokken_weg, zet_blokken_terug
from app.services.velden import wijzig_velden
from app.services.verwijderd.bewaard import inhoud_van, velden_uit
from app.services.verwijderd.terugdraaien import KanNietTerug

# Not "indicator": that is a line of a notitie among what was removed.
SOORT = "gemeten indicator"
# In `inhoud`, beside the columns: the lines that named it, the indicatoren that were divided by it, and where it stood
# in reports.
REGELS, DEELT, NOEMER, BLOKKEN = "regels", "deelt", "noemer_id", "rapportblokken"
BIJZAAK = (REGELS, DEELT, NOEMER, BLOKKEN)


def voeg_indicator_toe(session: Sessie, *, organisatie_id: int, waarden: dict[str, Any], door: Dader) -> Indicator:
    """Raises IndicatorFout."""
    _eis_vrije_naam(session, organisatie_id, waarden["naam"])
    indicator = Indicator(organisatie_id=organisatie_id, **waarden)
    session.add(indicator)
    session.flush()
    zin = f"Indicator '{indicator.naam}' toegevoegd"
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=organisatie_id,
        omschrijving=zin,
        nieuw=in_woorden(session, waarden),
    )
    return indicator


def wijzig_indicator(session: Sessie, *, indicator: Indicator, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed. Raises IndicatorFout."""
    vergrendel_indicatoren(session, [indicator.id])
    _eis_vrije_naam(session, indicator.organisatie_id, waarden["naam"], behalve=indicator.id)
    _eis_ruimte_voor_anderen(session, indicator, waarden)
    oud, nieuw = wijzig_velden(indicator, waarden)
    session.flush()
    if oud:
        zin = f"Indicator '{indicator.naam}' gewijzigd"
        schrijf(
            session,
            door=door,
            over=Onderwerp.CIJFERS,
            organisatie_id=indicator.organisatie_id,
            omschrijving=zin,
            oud=in_woorden(session, oud),
            nieuw=in_woorden(session, nieuw),
        )
    return bool(oud)


def verwijder_indicator(session: Sessie, *, indicator: Indicator, door: Dader) -> Verwijdering:
    """Raises IndicatorFout when there are figures, a nulmeting or a duiding: those are not thrown away by accident."""
    vergrendel_indicatoren(session, [indicator.id])
    if heeft_cijfers(session, indicator):
        raise IndicatorFout(f"'{indicator.naam}' heeft cijfers, een nulmeting of een duiding. Verwijder die eerst.")
    verwijdering = Verwijdering(
        organisatie_id=indicator.organisatie_id,
        gebruiker_id=door.gebruiker_id,
        soort=SOORT,
        ouder_id=indicator.organisatie_id,
        omschrijving=f"Indicator '{indicator.naam}'",
        inhoud=inhoud_van(indicator) | _verwijzingen(session, indicator),
    )
    session.add(verwijdering)
    session.delete(indicator)
    session.flush()
    session.expire_all()
    _log(session, verwijdering, "verwijderd", door)
    return verwijdering


def zet_indicator_terug(session: Sessie, *, verwijdering: Verwijdering, door: Dader) -> Indicator:
    """With the lines it measured, as far as those measure nothing else by now. Raises KanNietTerug."""
    if verwijdering.teruggezet_op is not None:
        raise KanNietTerug(f"{verwijdering.omschrijving} is al teruggezet.")
    inhoud = {naam: w for naam, w in verwijdering.inhoud.items() if naam not in BIJZAAK}
    try:
        _eis_vrije_naam(session, verwijdering.organisatie_id, inhoud["naam"])
    except IndicatorFout as fout:
        raise KanNietTerug(f"{verwijdering.omschrijving} kan niet terug. {fout}") from fout
    noemer_id = verwijdering.inhoud[NOEMER]
    indicator = Indicator(organisatie_id=verwijdering.organisatie_id, **velden_uit(Indicator, inhoud))
    indicator.noemer_id = noemer_id if noemer_id and session.get(Indicator, noemer_id) else None
    session.add(indicator)
    session.flush()
    for rij in _zonder(session, Indicatorregel, Indicatorregel.indicator_id, verwijdering.inhoud[REGELS]):
        rij.indicator_id = indicator.id
    for rij in _zonder(session, Indicator, Indicator.noemer_id, verwijdering.inhoud[DEELT]):
        rij.noemer_id = indicator.id
    zet_blokken_terug(session, verwijdering.inhoud.get(BLOKKEN, ()))
    verwijdering.teruggezet_op = nu()
    session.flush()
    _log(session, verwijdering, "teruggezet", door)
    return indicator


def heeft_cijfers(session: Sessie, indicator: Indicator) -> bool:
    van_mij = Reeks.indicator_id == indicator.id
    meting = exists().where(Meting.reeks_id == Reeks.id, van_mij)
    nulmeting = exists().where(van_mij, Reeks.nulmeting_datum.is_not(None))
    duiding = exists().where(Duiding.indicator_id == indicator.id)
    return bool(session.scalar(select(or_(meting, nulmeting, duiding))))


def _eis_ruimte_voor_anderen(session: Sessie, indicator: Indicator, waarden: dict[str, Any]) -> None:
    """What others keep here stays theirs to see, and their small counts stay hidden. Raises IndicatorFout."""
    stopt = indicator.gedeeld and not waarden["gedeeld"]
    onthult = telt_mensen(indicator.eenheid) and not telt_mensen(waarden["eenheid"])
    if not (stopt or onthult) or not _heeft_reeks_van_ander(session, indicator):
        return
    if stopt:
        zin = "Andere gemeenten hebben hier cijfers bij staan. Zolang dat zo is, blijft de indicator gedeeld."
        raise IndicatorFout(zin, "gedeeld")
    zin = "Andere gemeenten hebben hier aantallen bij staan. Met een andere eenheid zijn hun kleine aantallen te zien."
    raise IndicatorFout(f"{zin} Maak een nieuwe indicator.", "eenheid")


def _heeft_reeks_van_ander(session: Sessie, indicator: Indicator) -> bool:
    ander = exists().where(Reeks.indicator_id == indicator.id, Reeks.organisatie_id != indicator.organisatie_id)
    return bool(session.scalar(select(ander)))


def _eis_vrije_naam(session: Sessie, organisatie_id: int, naam: str, behalve: int = 0) -> None:
    bezet = exists().where(Indicator.organisatie_id == organisatie_id, Indicator.naam == naam, Indicator.id != behalve)
    if session.scalar(select(bezet)):
        raise IndicatorFout(f"Er is al een indicator die '{naam}' heet. Kies een andere naam.", "naam")


def _verwijzingen(session: Sessie, indicator: Indicator) -> dict[str, Any]:
    regels = select(Indicatorregel.id).where(Indicatorregel.indicator_id == indicator.id)
    deelt = select(Indicator.id).where(Indicator.noemer_id == indicator.id)
    return {
        REGELS: list(session.scalars(regels)),
        DEELT: list(session.scalars(deelt)),
        NOEMER: indicator.noemer_id,
        BLOKKEN: haal_blokken_weg(session, indicator),
    }


def _zonder(session: Sessie, model: Any, kolom: Any, ids: list[int]) -> Iterable[Any]:
    return session.scalars(select(model).where(model.id.in_(ids), kolom.is_(None))).all()


def _log(session: Sessie, verwijdering: Verwijdering, wat: str, door: Dader) -> None:
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=verwijdering.organisatie_id,
        omschrijving=f"{verwijdering.omschrijving} {wat}",
        oud=verwijdering.inhoud if wat == "verwijderd" else None,
        nieuw=verwijdering.inhoud if wat == "teruggezet" else None,
    )
