"""What the tests of koers share: doelen that are measured, in a notitie that everybody may see."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app.domain.structuur import Richting
from app.models import Doel, Indicator, Indicatorregel, Notitie, NotitieStatus, Organisatie, Probleemgebied, Rol
from app.services.indicatoren.kijker import Kijker
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren.cijferhulp import Wereld


def maak_gebied(session: Session, organisatie_id: int, naam: str = "Wachttijden", **notitie: Any) -> Probleemgebied:
    """The first probleemgebied of a new notitie that is vastgesteld."""
    organisatie = session.get_one(Organisatie, organisatie_id)
    velden = {"titel": f"Notitie {organisatie.naam}", "status": NotitieStatus.VASTGESTELD} | notitie
    rij = Notitie(organisatie_id=organisatie_id, **velden)
    session.add(rij)
    session.flush()
    gebied = Probleemgebied(organisatie_id=organisatie_id, notitie_id=rij.id, naam=naam, volgorde=1)
    session.add(gebied)
    session.flush()
    return gebied


def maak_doel(session: Session, gebied: Probleemgebied, *indicatoren: Indicator, **streef: Any) -> Doel:
    """ "In 2022 hoogstens 20" unless `streef` says otherwise; measured by these indicatoren, in this order."""
    vast = {"organisatie_id": gebied.organisatie_id}
    nummer = session.query(Doel).filter_by(probleemgebied_id=gebied.id).count() + 1
    velden = {"richting": Richting.NIVEAU, "maximum": Decimal(20), "eenheid": "aantal", "doeljaar": 2022} | streef
    doel = Doel(probleemgebied_id=gebied.id, nummer=nummer, tekst=f"Doel nummer {nummer}", **vast, **velden)
    session.add(doel)
    session.flush()
    begin = session.query(Indicatorregel).filter_by(probleemgebied_id=gebied.id).count()
    for plek, indicator in enumerate(indicatoren, start=begin + 1):
        regel = {"doel_id": doel.id, "volgorde": plek, "tekst": f"Regel {plek}", "indicator_id": indicator.id}
        session.add(Indicatorregel(probleemgebied_id=gebied.id, **vast, **regel))
    session.flush()
    return doel


def indicator(wereld: Wereld, id_: int | None = None) -> Indicator:
    return wereld.session.get_one(Indicator, id_ or wereld.trajecten)


def eigen(wereld: Wereld, *, ziet_kleine: bool = True) -> Kijker:
    return Kijker(wereld.organisatie, ziet_kleine)


def maak_rigg(session: Session, regio_id: int) -> Organisatie:
    """With somebody who works there: Rik."""
    rigg = Organisatie(slug="rigg", naam="RIGG", soort="inkooporganisatie", regio_id=regio_id)
    session.add(rigg)
    session.flush()
    hulp.maak_gebruiker(session, rigg, Rol.RIGG, "Rik")
    return rigg
