"""Where a series started, when that is not simply the meting of the referentiejaar."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetwaarde import controleer_waarde
from app.domain.taal.datums import toon_datum
from app.models import Indicator, Onderwerp, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf
from app.services.velden import wijzig_velden


@dataclass(frozen=True, slots=True)
class Plaats:
    """Which series: whose, of which area, of which kind. It need not exist yet."""

    indicator: Indicator
    organisatie_id: int
    gebied: str = ""
    soort: Reekssoort = Reekssoort.REALISATIE


def zoek_reeks(session: Sessie, plaats: Plaats) -> Reeks | None:
    return session.scalars(
        select(Reeks).where(
            Reeks.indicator_id == plaats.indicator.id,
            Reeks.organisatie_id == plaats.organisatie_id,
            Reeks.gebied == plaats.gebied,
            Reeks.soort == plaats.soort,
        )
    ).first()


def zet_nulmeting(session: Sessie, *, plaats: Plaats, datum: date | None, waarde: Decimal | None, door: Dader) -> bool:
    """True when something changed. Both None takes it away. Raises OngeldigeWaarde."""
    vergrendel_indicatoren(session, [plaats.indicator.id])
    indicator = plaats.indicator
    if waarde is not None:
        controleer_waarde(waarde, indicator.eenheid, minimum=indicator.ondergrens, maximum=indicator.bovengrens)
    reeks = zoek_reeks(session, plaats)
    if reeks is None:
        if datum is None:
            return False
        reeks = _maak(session, plaats)
    oud, nieuw = wijzig_velden(reeks, {"nulmeting_datum": datum, "nulmeting_waarde": waarde})
    session.flush()
    if oud:
        zin = f"Nulmeting van {indicator.naam}{_waar(plaats)} {_wat(datum, waarde)}"
        schrijf(
            session,
            door=door,
            over=Onderwerp.CIJFERS,
            organisatie_id=plaats.organisatie_id,
            omschrijving=zin,
            oud=oud,
            nieuw=nieuw,
        )
    return bool(oud)


def _maak(session: Sessie, plaats: Plaats) -> Reeks:
    reeks = Reeks(
        indicator_id=plaats.indicator.id,
        organisatie_id=plaats.organisatie_id,
        gebied=plaats.gebied,
        soort=plaats.soort,
    )
    session.add(reeks)
    return reeks


def _wat(datum: date | None, waarde: Decimal | None) -> str:
    """Without the value: not everybody who reads the logboek may see small counts."""
    if datum is None or waarde is None:
        return "weggehaald"
    return f"op {toon_datum(datum)} vastgelegd"


def _waar(plaats: Plaats) -> str:
    delen = [plaats.gebied, "" if plaats.soort is Reekssoort.REALISATIE else plaats.soort.value]
    woorden = ", ".join(deel for deel in delen if deel)
    return f" ({woorden})" if woorden else ""
