"""What was removed and may come back keeps its place among what goes and comes in the same list meanwhile."""

from collections.abc import Sequence

from sqlalchemy import select

from app.models import Verwijdering
from app.models.basis import Sessie
from app.services.notities.items import SOORTEN, schuif, sleutel

# In `inhoud`: the ids of what had been removed already and stood behind this. When the gap of this one closes, they
# get the same position, so that the position alone no longer tells which of the two comes first.
ERACHTER = "erachter"


def sluit_achter(session: Sessie, weg: Verwijdering) -> None:
    """`weg` was removed just now: what was removed before and stood behind it moves up with the rest."""
    positie = SOORTEN[weg.soort].positie
    achter = [w for w in _wachtende(session, weg) if sleutel(w.inhoud[positie]) > sleutel(weg.inhoud[positie])]
    weg.inhoud = weg.inhoud | {ERACHTER: [wachtende.id for wachtende in achter]}
    _verschuif(achter, positie, -1)
    session.flush()


def maak_plaats_achter(session: Sessie, terug: Verwijdering) -> None:
    """`terug` comes back: what was removed and belongs behind it moves down with the rest."""
    positie = SOORTEN[terug.soort].positie
    achter = [w for w in _wachtende(session, terug) if _komt_na(w, terug, positie)]
    _verschuif(achter, positie, 1)
    session.flush()


def _komt_na(wachtende: Verwijdering, terug: Verwijdering, positie: str) -> bool:
    if wachtende.inhoud[positie] != terug.inhoud[positie]:
        return sleutel(wachtende.inhoud[positie]) > sleutel(terug.inhoud[positie])
    if wachtende.id < terug.id:
        return wachtende.id in terug.inhoud[ERACHTER]
    return terug.id not in wachtende.inhoud[ERACHTER]


def _wachtende(session: Sessie, van: Verwijdering) -> Sequence[Verwijdering]:
    """The other removals of the same list that have not been undone."""
    keuze = select(Verwijdering).where(
        Verwijdering.organisatie_id == van.organisatie_id,
        Verwijdering.soort == van.soort,
        Verwijdering.ouder_id == van.ouder_id,
        Verwijdering.teruggezet_op.is_(None),
        Verwijdering.id != van.id,
    )
    return session.scalars(keuze).all()


def _verschuif(wachtende: Sequence[Verwijdering], positie: str, stap: int) -> None:
    for verwijdering in wachtende:
        verwijdering.inhoud = verwijdering.inhoud | {positie: schuif(verwijdering.inhoud[positie], stap)}
