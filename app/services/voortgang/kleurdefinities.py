"""What groen, oranje and rood mean here. Closed periods keep the words they were closed with."""

from collections.abc import Mapping

from sqlalchemy import select

from app.domain.voortgang.structuur import Kleur
from app.models import Kleurdefinitie, Onderwerp
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.slot import vergrendel_organisatie


def zet_kleurdefinities(session: Sessie, *, organisatie_id: int, teksten: Mapping[Kleur, str], door: Dader) -> bool:
    """True when something changed. An empty text takes the definition away; a kleur not mentioned stays."""
    vergrendel_organisatie(session, organisatie_id)
    nu = {
        d.kleur: d
        for d in session.scalars(select(Kleurdefinitie).where(Kleurdefinitie.organisatie_id == organisatie_id))
    }
    oud = {kleur.value: rij.omschrijving for kleur, rij in nu.items()}
    for kleur, tekst in teksten.items():
        _zet(session, organisatie_id, kleur, tekst.strip(), nu.get(kleur))
    session.flush()
    nieuw = oud | {kleur.value: tekst.strip() for kleur, tekst in teksten.items()}
    nieuw = {kleur: tekst for kleur, tekst in nieuw.items() if tekst}
    if nieuw == oud:
        return False
    zin = "Betekenis van de kleuren gewijzigd"
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=organisatie_id,
        omschrijving=zin,
        oud=oud,
        nieuw=nieuw,
    )
    return True


def _zet(session: Sessie, organisatie_id: int, kleur: Kleur, tekst: str, rij: Kleurdefinitie | None) -> None:
    if rij is None and tekst:
        session.add(Kleurdefinitie(organisatie_id=organisatie_id, kleur=kleur, omschrijving=tekst))
    elif rij is not None and tekst:
        rij.omschrijving = tekst
    elif rij is not None:
        session.delete(rij)
