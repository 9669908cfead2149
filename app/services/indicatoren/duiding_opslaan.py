""" "Wat zien we?": what the figures of an indicator mean in one period."""

from sqlalchemy import select

from app.models import Duiding, Indicator, Onderwerp
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


def zoek_duiding(session: Sessie, *, indicator_id: int, organisatie_id: int, periode: str) -> Duiding | None:
    """`periode`: a code of app.domain.voortgang.periode, such as `2019-H1`."""
    keuze = select(Duiding).where(
        Duiding.indicator_id == indicator_id, Duiding.organisatie_id == organisatie_id, Duiding.periode == periode
    )
    return session.scalars(keuze).first()


def sla_duiding_op(
    session: Sessie, *, indicator: Indicator, organisatie_id: int, periode: str, tekst: str, door: Dader
) -> bool:
    """True when something changed. An empty text takes the duiding away; the logboek keeps what it said."""
    rij = zoek_duiding(session, indicator_id=indicator.id, organisatie_id=organisatie_id, periode=periode)
    oud = rij.tekst if rij else ""
    if tekst == oud:
        return False
    if rij is None:
        vast = {"indicator_id": indicator.id, "organisatie_id": organisatie_id, "periode": periode}
        session.add(Duiding(tekst=tekst, **vast))
    elif tekst:
        rij.tekst = tekst
    else:
        session.delete(rij)
    session.flush()
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=organisatie_id,
        omschrijving=f"Duiding van {indicator.naam} over {periode} {'opgeschreven' if tekst else 'weggehaald'}",
        oud={"tekst": oud} if oud else {},
        nieuw={"tekst": tekst} if tekst else {},
    )
    return True
