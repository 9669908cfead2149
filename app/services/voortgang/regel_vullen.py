"""Put values in a row: the momenten and the status follow from the planning."""

from collections.abc import Iterable
from typing import Any

from app.domain.planning.lezen import Planning, lees_planning
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Moment, Status
from app.models import Planningsmoment, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.velden import wijzig_velden
from app.services.voortgang.fouten import UitlegOntbreekt

UITLEG = ("oorzaak", "gevolg", "bijsturing")
VELDEN = ("voortgang", "planning", "status", "kleur", *UITLEG)


def volledig(regel: Voortgangsregel, waarden: dict[str, Any], *, peil: Rapportageperiode) -> dict[str, Any]:
    """What the row would hold after taking over `waarden`.

    Status None: what the planning says. Without a status in `waarden` one that was set by hand stays.
    """
    uit = {naam: waarden.get(naam, getattr(regel, naam)) for naam in VELDEN}
    if "planning" in waarden and "status" not in waarden and regel.status == gelezen(regel.planning, peil).status:
        uit["status"] = None  # it followed from the planning and does so again
    uit |= {naam: uit[naam].strip() for naam in ("voortgang", *UITLEG)}
    uit["planning"] = "\n".join(alineas(uit["planning"]))
    if uit["status"] is None:
        uit["status"] = gelezen(uit["planning"], peil).status or (Status.NIET_GESTART if uit["voortgang"] else None)
    return uit


def alineas(planning: str) -> list[str]:
    return [regel.strip() for regel in planning.splitlines() if regel.strip()]


def gelezen(planning: str, periode: Rapportageperiode) -> Planning:
    return lees_planning(alineas(planning), periode.tot)


def controleer_uitleg(waarden: dict[str, Any]) -> None:
    """Raises UitlegOntbreekt."""
    kleur: Kleur | None = waarden["kleur"]
    leeg = [naam for naam in UITLEG if not waarden[naam]]
    if kleur and kleur.vraagt_uitleg and leeg:
        raise UitlegOntbreekt(f"Bij {kleur.value} horen een oorzaak, een gevolg en een bijsturing.", leeg)


def vul(session: Sessie, regel: Voortgangsregel, waarden: dict[str, Any], momenten: Iterable[Moment]) -> dict[str, Any]:
    """Returns the former values of what changed; {} when nothing did. Flushes."""
    oud, _ = wijzig_velden(regel, {naam: waarden[naam] for naam in VELDEN})
    if zet_momenten(session, regel, list(momenten)) and "planning" not in oud:
        oud["planning"] = regel.planning
    session.flush()
    return oud


def zet_momenten(session: Sessie, regel: Voortgangsregel, momenten: list[Moment]) -> bool:
    """True when they changed."""
    if [als_moment(moment) for moment in regel.momenten] == momenten:
        return False
    if regel.momenten:
        regel.momenten.clear()
        session.flush()  # the old places are free before the new ones take them
    regel.momenten.extend(
        Planningsmoment(
            organisatie_id=regel.organisatie_id,
            volgorde=volgorde,
            van=moment.van,
            tot=moment.tot,
            precisie=moment.precisie,
            herhaling=moment.herhaling,
        )
        for volgorde, moment in enumerate(momenten, start=1)
    )
    return True


def als_moment(moment: Planningsmoment) -> Moment:
    return Moment(moment.van, moment.tot, moment.precisie, moment.herhaling)


def beoordeling_na_invullen(regel: Voortgangsregel) -> Beoordeling:
    """Without a text there is nothing to judge yet."""
    return Beoordeling.INGEVULD if regel.voortgang else Beoordeling.IN_TE_VULLEN
