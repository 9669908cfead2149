"""What the screens of versions read, each in a fixed number of queries."""

from collections.abc import Sequence

from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.auth.bereik import zichtbare_notitie
from app.models import Notitie, Vaststelling, db
from app.services.notities.structuur_van import met_alles


def notitie(id_: int) -> Notitie | None:
    keuze = select(Notitie).where(Notitie.id == id_, zichtbare_notitie(current_user))
    return db.session.scalars(keuze.options(joinedload(Notitie.organisatie))).first()


def versies(van: Notitie) -> Sequence[Notitie]:
    """Of the same document, those that this user may see; newest first."""
    keuze = (
        select(Notitie)
        .where(Notitie.lijn == van.lijn, zichtbare_notitie(current_user))
        .order_by(Notitie.versienummer.desc())
        .options(joinedload(Notitie.vaststelling).joinedload(Vaststelling.gebruiker), joinedload(Notitie.organisatie))
    )
    return db.session.scalars(keuze).all()


def met_hun_tekst(*ids: int) -> dict[int, Notitie]:
    """By id, with everything below; of those that this user may see."""
    keuze = (
        select(Notitie)
        .where(Notitie.id.in_(ids), zichtbare_notitie(current_user))
        .options(joinedload(Notitie.organisatie), *met_alles(selectinload(Notitie.probleemgebieden)))
    )
    return {versie.id: versie for versie in db.session.scalars(keuze).unique()}
