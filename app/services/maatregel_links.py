"""Which maatregelen carry out which interventies: laying links again when one of the two comes back."""

from collections.abc import Collection

from sqlalchemy import select

from app.models import Interventie, Maatregel, MaatregelInterventie
from app.models.basis import Sessie


def leg_links(session: Sessie, *, organisatie_id: int, paren: Collection[tuple[int, int]]) -> None:
    """`paren`: (maatregel_id, interventie_id). What was removed meanwhile is passed over, and so is a link there is."""
    if not paren:
        return
    maatregelen = _nog_hier(session, Maatregel, organisatie_id, {maatregel_id for maatregel_id, _ in paren})
    interventies = _nog_hier(session, Interventie, organisatie_id, {interventie_id for _, interventie_id in paren})
    al = _bestaande(session, maatregelen)
    session.add_all(
        MaatregelInterventie(organisatie_id=organisatie_id, maatregel_id=m, interventie_id=i)
        for m, i in paren
        if m in maatregelen and i in interventies and (m, i) not in al
    )
    session.flush()


def _nog_hier(
    session: Sessie, model: type[Maatregel] | type[Interventie], organisatie_id: int, ids: set[int]
) -> set[int]:
    return set(session.scalars(select(model.id).where(model.organisatie_id == organisatie_id, model.id.in_(ids))))


def _bestaande(session: Sessie, maatregelen: set[int]) -> set[tuple[int, int]]:
    keuze = select(MaatregelInterventie.maatregel_id, MaatregelInterventie.interventie_id)
    rijen = session.execute(keuze.where(MaatregelInterventie.maatregel_id.in_(maatregelen)))
    return {(maatregel_id, interventie_id) for maatregel_id, interventie_id in rijen}
