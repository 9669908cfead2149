"""What a report says: from the tables while its period is open, from what was frozen once that is closed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from app.domain.voortgang.overzicht import VoortgangBeeld
from app.models import PeriodeStatus, Rapport, Rapportageperiode
from app.models.basis import Sessie
from app.services.rapporten.beeld import rapport_beeld
from app.services.rapporten.beginnen import vind_rapport
from app.services.voortgang.beeld import beeld_van
from app.writing.bevroren import bevries as als_momentopname
from app.writing.bevroren import ontdooi
from app.writing.document import Document
from app.writing.documenten.rapport import rapport_document
from app.writing.schoon import schoon_document


def document_van(session: Sessie, rapport: Rapport, *, vandaag: date | None = None) -> Document:
    if rapport.periode.status is PeriodeStatus.GESLOTEN:
        inhoud = _momentopname(session, rapport)
        if inhoud is not None:
            return ontdooi(inhoud)
    return rapport_document(rapport_beeld(session, rapport, vandaag=vandaag))


def bevries_rapport(
    session: Sessie, *, periode: Rapportageperiode, voortgang: VoortgangBeeld | None = None
) -> Rapport | None:
    """Call it when the period says itself that it is closed. None when there is no report to freeze.

    `voortgang`: what was frozen of the period, when that is known already.
    """
    rapport = vind_rapport(session, periode)
    if rapport is None:
        return None
    voortgang = voortgang or beeld_van(session, periode)
    beeld = rapport_beeld(session, rapport, vandaag=voortgang.peildatum, voortgang=voortgang)
    rapport.momentopname = als_momentopname(schoon_document(rapport_document(beeld)))
    session.flush()
    return rapport


def _momentopname(session: Sessie, rapport: Rapport) -> Mapping[str, Any] | None:
    return session.scalar(select(Rapport.momentopname).where(Rapport.id == rapport.id))
