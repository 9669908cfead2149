"""What the tests of versions share: a notitie with everything that can hang on it, and its later versions."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from app.domain.koers.bepalen import Koers
from app.models import (
    Indicator,
    Koersoordeel,
    Maatregel,
    MaatregelInterventie,
    Notitie,
    NotitieStatus,
    Organisatie,
    Probleemgebied,
    Streefpadpunt,
    Thema,
)
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import Besluit, begin_nieuw_concept, stel_vast
from tests.integration import bewerkhulp

BESLUIT = Besluit(date(2020, 1, 30), "Raadsbesluit", "2020-014", "https://gemeente.example/besluit")


def maak_notitie(session: Session, organisatie: Organisatie, gebieden: int = 1) -> Notitie:
    """A concept with all that a notitie can hold, and with what hangs on it beside its text."""
    notitie = bewerkhulp.maak_notitie(session, organisatie)
    indicator = Indicator(organisatie_id=organisatie.id, naam="Wachtenden", eenheid="aantal")
    thema = Thema(organisatie_id=organisatie.id, nummer=1, naam="Toegang")
    session.add_all([indicator, thema])
    session.flush()
    maatregel = Maatregel(organisatie_id=organisatie.id, thema_id=thema.id, volgorde=1, naam="Spreekuur")
    session.add(maatregel)
    session.flush()
    for plek in range(1, gebieden + 1):
        gebied = bewerkhulp.maak_gebied(session, notitie, f"Gebied {plek}", plek)
        _hang_eraan(session, gebied, indicator, maatregel)
    session.commit()
    return notitie


def _hang_eraan(session: Session, gebied: Probleemgebied, indicator: Indicator, maatregel: Maatregel) -> None:
    eigen = {"organisatie_id": gebied.organisatie_id}
    gebied.indicatoren[0].indicator = indicator
    doel = gebied.doelen[0]
    doel.streefpad = [Streefpadpunt(datum=date(2021, 7, 1), waarde=Decimal("12.5"), **eigen)]
    doel.koersoordelen = [Koersoordeel(koers=Koers.ACHTER, reden="Te laat begonnen", **eigen)]
    session.add(MaatregelInterventie(maatregel_id=maatregel.id, interventie_id=gebied.interventies[0].id, **eigen))
    session.flush()


def stel(session: Session, notitie: Notitie, besluit: Besluit = BESLUIT) -> Notitie:
    """This version is vastgesteld."""
    notitie.status = NotitieStatus.TER_VASTSTELLING
    session.flush()
    stel_vast(session, notitie=notitie, besluit=besluit, door=OPDRACHTREGEL)
    session.commit()
    return notitie


def volgende(session: Session, notitie: Notitie) -> Notitie:
    """The concept that follows it."""
    concept = begin_nieuw_concept(session, notitie=notitie, door=OPDRACHTREGEL)
    session.commit()
    return concept
