"""The order of chapters in a report and of blocks in a chapter: 1, 2, 3, without gaps."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.models.basis import Sessie
from app.services.notities.items import WACHTPLAATS


def zet_op_volgorde(session: Sessie, lijsten: Mapping[int, Sequence[Any]], ouder: str) -> None:
    """Per id of what they belong to (column `ouder`) the rows in their new order.

    In two steps, because no two may ever stand on one place.
    """
    nieuw = [(rij, ouder_id, plek) for ouder_id, rijen in lijsten.items() for plek, rij in enumerate(rijen, 1)]
    anders = [(rij, *waar) for rij, *waar in nieuw if [getattr(rij, ouder), rij.volgorde] != waar]
    for i, (rij, _, _) in enumerate(anders):
        rij.volgorde = WACHTPLAATS + i
    session.flush()
    for rij, ouder_id, plek in anders:
        setattr(rij, ouder, ouder_id)
        rij.volgorde = plek
    session.flush()
