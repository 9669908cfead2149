"""What came before a period: of the same soort, so that a half-year is never compared with a quarter."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from app.domain.voortgang.structuur import Status
from app.models import Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie


def vorige_periode(session: Sessie, periode: Rapportageperiode) -> Rapportageperiode | None:
    """The latest period of the same soort before this one that has rows.

    Which one that is, is found by its key: sorting whole rows would go through every momentopname there is.
    """
    heeft_regels = select(Voortgangsregel.id).where(Voortgangsregel.periode_id == Rapportageperiode.id).exists()
    welke = (
        select(Rapportageperiode.id)
        .where(
            Rapportageperiode.organisatie_id == periode.organisatie_id,
            Rapportageperiode.soort == periode.soort,
            Rapportageperiode.van < periode.van,
            heeft_regels,
        )
        .order_by(Rapportageperiode.van.desc())
        .limit(1)
    )
    return session.scalars(select(Rapportageperiode).where(Rapportageperiode.id == welke.scalar_subquery())).first()


def laatste_regels(session: Sessie, periode: Rapportageperiode) -> list[Voortgangsregel]:
    """Of every maatregel the rows of the last period of this soort before `periode` that has any; with momenten."""
    laatste = _laatste_van(periode).subquery()
    keuze = (
        select(Voortgangsregel)
        .join(Rapportageperiode, Rapportageperiode.id == Voortgangsregel.periode_id)
        .join(
            laatste,
            (laatste.c.maatregel_id == Voortgangsregel.maatregel_id) & (laatste.c.van == Rapportageperiode.van),
        )
        .where(Rapportageperiode.soort == periode.soort)
        .order_by(Voortgangsregel.maatregel_id, Voortgangsregel.volgorde)
        .options(joinedload(Voortgangsregel.momenten))
    )
    return list(session.scalars(keuze).unique())


def laatste_statussen(
    session: Sessie, periode: Rapportageperiode, maatregel_ids: Sequence[int]
) -> dict[int, tuple[Status | None, str]]:
    """Of these maatregelen the status they ended with before `periode`, and the code of that period."""
    if not maatregel_ids:
        return {}
    laatste = _laatste_van(periode).where(Voortgangsregel.maatregel_id.in_(maatregel_ids)).subquery()
    keuze = (
        select(Voortgangsregel.maatregel_id, Voortgangsregel.status, Rapportageperiode.code)
        .join(Rapportageperiode, Rapportageperiode.id == Voortgangsregel.periode_id)
        .join(
            laatste,
            (laatste.c.maatregel_id == Voortgangsregel.maatregel_id) & (laatste.c.van == Rapportageperiode.van),
        )
        .where(Rapportageperiode.soort == periode.soort)
        .order_by(Voortgangsregel.volgorde)
    )
    return {maatregel_id: (status, code) for maatregel_id, status, code in session.execute(keuze)}


def _laatste_van(periode: Rapportageperiode) -> Select[int, date]:
    return (
        select(Voortgangsregel.maatregel_id, func.max(Rapportageperiode.van).label("van"))
        .join(Rapportageperiode, Rapportageperiode.id == Voortgangsregel.periode_id)
        .where(
            Voortgangsregel.organisatie_id == periode.organisatie_id,
            Rapportageperiode.soort == periode.soort,
            Rapportageperiode.van < periode.van,
        )
        .group_by(Voortgangsregel.maatregel_id)
    )


def volgende_volgorde(session: Sessie, maatregel_id: int) -> int:
    """One that no row of this maatregel has, in whatever period."""
    keuze = select(func.max(Voortgangsregel.volgorde)).where(Voortgangsregel.maatregel_id == maatregel_id)
    return (session.scalar(keuze) or 0) + 1
