"""Save the toewijzing grid of one probleemgebied in one go."""

from collections.abc import Mapping
from typing import Any

from app.domain.structuur import Opdrachtnemer
from app.models import Doel, Interventie, Onderdeel, Probleemgebied
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.probleemgebied_vullen import zet_toewijzing

Drager = Doel | Interventie | Onderdeel
# Of one drager and one opdrachtnemer: None = does not carry it, False = carries it, True = onder voorbehoud.
Stand = bool | None


def dragers(gebied: Probleemgebied) -> list[tuple[str, Drager]]:
    """Every row of the grid with its stable key ("doel-12"), in the order of the page."""
    rijen: list[tuple[str, Drager]] = [(f"doel-{doel.id}", doel) for doel in gebied.doelen]
    for interventie in gebied.interventies:
        rijen.append((f"interventie-{interventie.id}", interventie))
        rijen += [(f"onderdeel-{onderdeel.id}", onderdeel) for onderdeel in interventie.onderdelen]
    return rijen


def stand(drager: Drager, wie: Opdrachtnemer) -> Stand:
    return next((t.voorbehoud for t in drager.toewijzingen if t.opdrachtnemer is wie), None)


def naam_van(drager: Drager) -> str:
    if isinstance(drager, Onderdeel):
        return f"interventie {drager.interventie.nummer}{drager.letter}"
    return f"{'doel' if isinstance(drager, Doel) else 'interventie'} {drager.nummer}"


def sla_toewijzingen_op(
    session: Sessie,
    *,
    gebied: Probleemgebied,
    wijzigingen: Mapping[tuple[str, Opdrachtnemer], Stand],
    door: Dader,
) -> int:
    """Returns how many cells changed. Keys that are no row of this probleemgebied are passed over."""
    gewijzigd: dict[str, Any] = {}
    oud: dict[str, Any] = {}
    for sleutel, drager in dragers(gebied):
        for wie in Opdrachtnemer:
            nieuw = wijzigingen.get((sleutel, wie), stand(drager, wie))
            if nieuw != stand(drager, wie):
                plek = f"{naam_van(drager)} {wie.label}"
                oud[plek], gewijzigd[plek] = _woord(stand(drager, wie)), _woord(nieuw)
                zet_toewijzing(drager, wie, nieuw)
    session.flush()
    if gewijzigd:
        schrijf(
            session,
            door=door,
            organisatie_id=gebied.organisatie_id,
            notitie_id=gebied.notitie_id,
            probleemgebied_id=gebied.id,
            omschrijving=f"Toewijzingen gewijzigd ({len(gewijzigd)})",
            oud=oud,
            nieuw=gewijzigd,
        )
    return len(gewijzigd)


def _woord(waarde: Stand) -> str:
    return {None: "niet", False: "ja", True: "onder voorbehoud"}[waarde]
