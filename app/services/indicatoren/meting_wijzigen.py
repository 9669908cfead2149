"""Correct one figure: it keeps what it said, with who, when and why."""

from typing import Any

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import controleer_waarde
from app.models import Meting, Onderwerp
from app.models.basis import Sessie
from app.services.indicatoren.metingen_opslaan import Opgeslagen, stel_bij
from app.services.logboek import Dader, schrijf


def wijzig_meting(session: Sessie, *, rij: Meting, waarden: dict[str, Any], door: Dader, reden: str) -> Opgeslagen:
    """`waarden`: waarde, voorlopig, bron and toelichting; the same ones store nothing. Raises OngeldigeWaarde."""
    indicator = rij.reeks.indicator
    controleer_waarde(waarden["waarde"], indicator.eenheid, minimum=indicator.ondergrens, maximum=indicator.bovengrens)
    if all(getattr(rij, naam) == waarde for naam, waarde in waarden.items()):
        return Opgeslagen()
    wat = f"{indicator.naam}, {Meetperiode(rij.van, rij.tot).label}"
    oud = {naam: getattr(rij, naam) for naam, waarde in waarden.items() if getattr(rij, naam) != waarde}
    gewijzigd = stel_bij(session, [(rij, waarden)], door=door, reden=reden)
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=rij.organisatie_id,
        omschrijving=f"{wat} gewijzigd{f': {reden}' if reden else ''}",
        oud=oud,
        nieuw={naam: waarden[naam] for naam in oud},
    )
    session.flush()
    return Opgeslagen(gewijzigd=gewijzigd)
