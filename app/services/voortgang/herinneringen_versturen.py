"""One mail per person: taken by one run, handed over, and then sent or waiting for the next time.

Each step is a transaction of its own, so that another run sees at once what was taken.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlalchemy import exists, select, update

from app.domain.herinnering import WACHTEND, HerinneringSoort, HerinneringStatus, stil_vanaf
from app.models import Gebruiker, Herinnering, nu
from app.models.basis import Sessie
from app.services.post.versturen import Postbus, PostFout

# A run that was cut off leaves what it had taken; after this long another run may take it.
LANGSTE_BEZIG = timedelta(hours=1)
AFGEBROKEN = "Het versturen werd afgebroken."

Link = Callable[[Herinnering], str]


def geef_vrij(session: Sessie) -> None:
    """What a run that was cut off had taken."""
    session.execute(
        update(Herinnering)
        .where(Herinnering.status == HerinneringStatus.BEZIG, Herinnering.opgepakt_op < nu() - LANGSTE_BEZIG)
        .values(status=HerinneringStatus.MISLUKT, fout=AFGEBROKEN, verzonden_dag=None)
    )


def wachtenden(session: Sessie) -> Sequence[int]:
    """The users for whom something waits."""
    keuze = (
        select(Herinnering.gebruiker_id)
        .join(Herinnering.gebruiker)
        .where(Herinnering.status.in_(WACHTEND), Gebruiker.actief)
        .distinct()
        .order_by(Herinnering.gebruiker_id)
    )
    return session.scalars(keuze).all()


def pak_op(session: Sessie, *, gebruiker_id: int, dag: date) -> list[Herinnering]:
    """Takes what waits for this person, all of it or nothing; empty when there was a mail for today or this week."""
    session.execute(
        update(Gebruiker).where(Gebruiker.id == gebruiker_id).values({Gebruiker.gewijzigd_op: Gebruiker.gewijzigd_op}),
        execution_options={"synchronize_session": False},
    )
    session.expire_all()
    frequentie = session.get_one(Gebruiker, gebruiker_id).herinneringen
    van_mij = Herinnering.gebruiker_id == gebruiker_id
    al_gehad = exists().where(
        van_mij,
        Herinnering.status.not_in(WACHTEND),
        Herinnering.verzonden_dag >= stil_vanaf(frequentie, dag),
    )
    keuze = select(Herinnering).where(van_mij, Herinnering.status.in_(WACHTEND), ~al_gehad).order_by(Herinnering.id)
    gepakt = list(session.scalars(keuze))
    for herinnering in gepakt:
        herinnering.status, herinnering.verzonden_dag = HerinneringStatus.BEZIG, dag
        herinnering.opgepakt_op, herinnering.pogingen = nu(), herinnering.pogingen + 1
    session.flush()
    return gepakt


def verstuur(bus: Postbus, *, herinneringen: Sequence[Herinnering], link: Link, instellingen: str) -> None:
    """One mail with all of it. Raises PostFout when it did not go; then none of it went."""
    gebruiker = herinneringen[0].gebruiker
    op_volgorde = sorted(herinneringen, key=lambda h: (list(HerinneringSoort).index(h.soort), h.id))
    namen = ",".join(sorted(f"{h.gebruiker_id}:{h.sleutel}" for h in herinneringen))
    bus.verstuur(
        aan=gebruiker.email,
        onderwerp=onderwerp(op_volgorde),
        tekst=_tekst(gebruiker, op_volgorde, link, instellingen),
        kenmerk=hashlib.sha256(namen.encode()).hexdigest()[:32],
    )


def meld_verstuurd(session: Sessie, herinneringen: Sequence[Herinnering]) -> None:
    for herinnering in herinneringen:
        herinnering.status, herinnering.verstuurd_op, herinnering.fout = HerinneringStatus.VERSTUURD, nu(), ""
    session.flush()


def meld_mislukt(session: Sessie, herinneringen: Sequence[Herinnering], fout: PostFout) -> None:
    for herinnering in herinneringen:
        herinnering.status, herinnering.fout = HerinneringStatus.MISLUKT, str(fout)
        herinnering.verzonden_dag = None
    session.flush()


def onderwerp(herinneringen: Sequence[Herinnering]) -> str:
    """ "Voortgang: periode 2019-H2 sluit op ...; 1 regel teruggestuurd; planning van 2 maatregelen voorbij" """
    per_soort = {soort: [h for h in herinneringen if h.soort is soort] for soort in HerinneringSoort}
    delen = []
    if sluit := sorted({h.periode for h in per_soort[HerinneringSoort.SLUIT]}):
        delen.append(f"{sluit[0]} sluit binnenkort" if len(sluit) == 1 else f"{len(sluit)} periodes sluiten binnenkort")
    if planning := len(per_soort[HerinneringSoort.PLANNING]):
        delen.append("planning van " + ("1 maatregel" if planning == 1 else f"{planning} maatregelen") + " voorbij")
    if terug := len(per_soort[HerinneringSoort.TERUGGESTUURD]):
        delen.append("1 regel teruggestuurd" if terug == 1 else f"{terug} regels teruggestuurd")
    return f"Voortgang: {', '.join(delen)}"


def _tekst(gebruiker: Gebruiker, herinneringen: Sequence[Herinnering], link: Link, instellingen: str) -> str:
    punten = "\n\n".join(f"- {herinnering.tekst}\n  {link(herinnering)}" for herinnering in herinneringen)
    return (
        f"Beste {gebruiker.naam},\n\n"
        f"Dit staat voor u klaar in Doelspoor:\n\n{punten}\n\n"
        f"U krijgt deze herinneringen {gebruiker.herinneringen.value}. "
        f"Anders of niet meer? Pas het aan bij Mijn instellingen:\n{instellingen}\n"
    )
