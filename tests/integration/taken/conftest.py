"""Jobs of Het Hogeland.

`plan(soort, **parameters)`  a job, committed; `bestand=` for its file, `bevestig=False` leaves the commit to the next
`sporen()`                   the ids of the jobs that left their line in the logboek, one for each time
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Bestand, Bron, Gebruiker, Logregel, Organisatie, Rol, Taak
from app.reading.seeds.lezen import Seeds
from app.services.logboek import Dader
from app.services.taken.plannen import plan_taak
from tests.integration.taken.soorten import SPOOR


@pytest.fixture
def gebruiker(session: Session, demo: Seeds) -> Gebruiker:
    keuze = select(Gebruiker).join(Gebruiker.organisatie)
    keuze = keuze.where(Organisatie.slug == "het-hogeland", Gebruiker.rol == Rol.BELEIDSADVISEUR)
    return session.scalars(keuze.order_by(Gebruiker.id)).first() or pytest.fail("geen gebruiker")


@pytest.fixture
def door(gebruiker: Gebruiker) -> Dader:
    return Dader(gebruiker_id=gebruiker.id, bron=Bron.IMPORT)


@pytest.fixture
def plan(session: Session, gebruiker: Gebruiker, door: Dader) -> Callable[..., Taak]:
    def maak(
        soort: str, *, bestand: Bestand | None = None, vervolg: str = "", bevestig: bool = True, **parameters: Any
    ) -> Taak:
        taak = plan_taak(
            session,
            soort=f"proef: {soort}",
            door=door,
            organisatie_id=gebruiker.organisatie_id,
            parameters=parameters,
            bestand=bestand,
            vervolg=vervolg,
        )
        if bevestig:
            session.commit()
        return taak

    return maak


@pytest.fixture
def sporen(session: Session) -> Callable[[], Counter[int]]:
    def lees() -> Counter[int]:
        session.rollback()
        zinnen = session.scalars(select(Logregel.omschrijving).where(Logregel.omschrijving.startswith(SPOOR)))
        return Counter(int(zin.rpartition(" ")[2]) for zin in zinnen)

    return lees
