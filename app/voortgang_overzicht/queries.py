"""What these screens fetch: always within what this user may see."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload, undefer

from app.auth.bereik import zichtbare_periode
from app.models import Gebruiker, Maatregel, Rapportageperiode, Voortgangsregel, db


def andere_periodes(gebruiker: Gebruiker) -> Sequence[Rapportageperiode]:
    """Newest first."""
    keuze = select(Rapportageperiode).where(zichtbare_periode(gebruiker))
    return db.session.scalars(keuze.order_by(Rapportageperiode.tot.desc(), Rapportageperiode.van.desc())).all()


def haal_maatregel(gebruiker: Gebruiker, id_: int) -> Maatregel:
    """404 when it is of another organisatie."""
    keuze = select(Maatregel).where(Maatregel.id == id_, Maatregel.organisatie_id == gebruiker.organisatie_id)
    gevonden = db.session.scalars(keuze.options(joinedload(Maatregel.thema), joinedload(Maatregel.eigenaar))).first()
    return gevonden or abort(404)


def periodes_met_momentopname(gebruiker: Gebruiker) -> Sequence[Rapportageperiode]:
    """Oldest first, with what was frozen."""
    keuze = select(Rapportageperiode).where(zichtbare_periode(gebruiker))
    return db.session.scalars(
        keuze.order_by(Rapportageperiode.van, Rapportageperiode.tot).options(undefer(Rapportageperiode.momentopname))
    ).all()


def regels_van(maatregel: Maatregel, periode_ids: Sequence[int]) -> Sequence[Voortgangsregel]:
    """The rows of one maatregel in these periods, with their momenten."""
    keuze = select(Voortgangsregel).where(
        Voortgangsregel.maatregel_id == maatregel.id, Voortgangsregel.periode_id.in_(periode_ids)
    )
    return db.session.scalars(
        keuze.order_by(Voortgangsregel.periode_id, Voortgangsregel.volgorde).options(
            selectinload(Voortgangsregel.momenten)
        )
    ).all()
