"""What goes out in a file is kept, so that a later file can tell what changed since."""

import hashlib
import json
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from app.domain.regio.wijzigingen import Stand
from app.models import Regiostand, Regiouitvoer, nu
from app.models.basis import Sessie

BEWAARTIJD = timedelta(days=2 * 365)
MEESTE_EERDERE = 25


def onthoud_uitvoer(
    session: Sessie, *, regio_id: int, formaat: str, stand: Stand, gebruiker_id: int | None
) -> Regiouitvoer:
    """`stand`: everything of the regio as it is now, whatever part of it is in the file. What is too old goes."""
    session.execute(delete(Regiouitvoer).where(Regiouitvoer.tijdstip < nu() - BEWAARTIJD))
    uitvoer = Regiouitvoer(
        regio_id=regio_id, formaat=formaat, gebruiker_id=gebruiker_id, stand=_bewaar(session, regio_id, stand)
    )
    session.add(uitvoer)
    session.flush()
    gebruikt = select(Regiouitvoer.stand_id)
    session.execute(delete(Regiostand).where(Regiostand.id.not_in(gebruikt)))
    return uitvoer


def _bewaar(session: Sessie, regio_id: int, stand: Stand) -> Regiostand:
    """The same again is the same."""
    inhoud = dict(stand)
    afdruk = hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()
    bekend = session.scalars(select(Regiostand).filter_by(regio_id=regio_id, afdruk=afdruk)).first()
    return bekend or Regiostand(regio_id=regio_id, afdruk=afdruk, inhoud=inhoud)


def eerdere_uitvoer(session: Sessie, regio_id: int, *, van_gebruikers: bool) -> Sequence[Regiouitvoer]:
    """The newest first. What users got and what a command wrote are two rows of files: neither misses anything because
    the other was there in between."""
    van_wie = Regiouitvoer.gebruiker_id.is_not(None) if van_gebruikers else Regiouitvoer.gebruiker_id.is_(None)
    keuze = select(Regiouitvoer).where(Regiouitvoer.regio_id == regio_id, van_wie)
    keuze = keuze.order_by(Regiouitvoer.id.desc()).limit(MEESTE_EERDERE)
    return session.scalars(keuze.options(joinedload(Regiouitvoer.gebruiker), joinedload(Regiouitvoer.stand))).all()
