"""Below which number counts of people are shown as "< 5" to who may not see them."""

from app.domain.cijfers.indicator import HOOGSTE_DREMPEL, LAAGSTE_DREMPEL, STANDAARD_DREMPEL
from app.models import Onderwerp, Organisatie
from app.models.basis import Sessie
from app.services.indicatoren.fouten import IndicatorFout
from app.services.logboek import Dader, schrijf
from app.services.velden import wijzig_velden


def zet_drempel(session: Sessie, *, organisatie: Organisatie, drempel: int, door: Dader, reden: str = "") -> bool:
    """True when something changed. Below the usual threshold only with a `reden`. Raises IndicatorFout."""
    if not LAAGSTE_DREMPEL <= drempel <= HOOGSTE_DREMPEL:
        raise IndicatorFout(f"De drempel ligt van {LAAGSTE_DREMPEL} tot en met {HOOGSTE_DREMPEL}.", "drempel")
    if drempel < STANDAARD_DREMPEL and drempel != organisatie.drempel and not reden:
        raise IndicatorFout(f"Een drempel lager dan {STANDAARD_DREMPEL} vraagt een reden.", "reden")
    oud, nieuw = wijzig_velden(organisatie, {"drempel": drempel})
    session.flush()
    if oud:
        zin = f"Drempel voor kleine aantallen is nu {drempel}{f': {reden}' if reden else ''}"
        schrijf(
            session,
            door=door,
            over=Onderwerp.CIJFERS,
            organisatie_id=organisatie.id,
            omschrijving=zin,
            oud=oud,
            nieuw=nieuw,
        )
    return bool(oud)
