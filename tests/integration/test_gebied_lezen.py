"""Reading to look at gives the same as the tables themselves, in three queries."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.domain.structuur import Opdrachtnemer
from app.models import Indicatorregel, Interventie, Notitie, NotitieStatus, Onderdeel, Probleemgebied, Toewijzing
from app.reading.seeds.lezen import Seeds
from app.services.notities.gebied_lezen import lees_gebieden
from app.services.notities.structuur_van import met_alles, structuur_van_notitie
from tests.integration.conftest import Teller


def test_hetzelfde_als_uit_de_tabellen(demo: Seeds, session: Session) -> None:
    concept = select(Probleemgebied.id).join(Probleemgebied.notitie).where(Notitie.status == NotitieStatus.CONCEPT)
    in_concept = Interventie.probleemgebied_id.in_(concept)
    eerste = session.scalars(select(Onderdeel).join(Onderdeel.interventie).where(in_concept)).first()
    assert eerste
    # A 27th letter comes after the others, and two carriers stand in their order.
    session.add(_onderdeel(eerste, "aa"))
    los = session.scalars(select(Indicatorregel).where(Indicatorregel.probleemgebied_id.in_(concept))).first()
    assert los
    los.doel_id, los.los_nummer = None, 9
    session.add_all(_toewijzing(eerste, wie) for wie in _ontbreekt(eerste))
    session.commit()
    keuze = select(Notitie).options(*met_alles(selectinload(Notitie.probleemgebieden)))
    notities = session.scalars(keuze.execution_options(populate_existing=True)).all()
    assert notities
    for notitie in notities:
        gebieden = lees_gebieden(session, Notitie.id == notitie.id)
        assert [gebied.id for gebied in gebieden] == [gebied.id for gebied in notitie.probleemgebieden]
        assert structuur_van_notitie(notitie, gebieden) == structuur_van_notitie(notitie)


def test_drie_queries_voor_elk_aantal(
    demo: Seeds, session: Session, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    een = session.scalars(select(Probleemgebied.id)).first()
    aantallen = []
    for voorwaarde in (Probleemgebied.id == een, Probleemgebied.id > 0, Probleemgebied.id < 0):
        session.expunge_all()
        with tel_queries() as teller:
            gebieden = lees_gebieden(session, voorwaarde)
            assert all(gebied.notitie.organisatie.naam for gebied in gebieden)
        aantallen.append(teller.aantal)
    assert aantallen == [3, 3, 1]


def _onderdeel(bij: Onderdeel, letter: str) -> Onderdeel:
    return Onderdeel(
        organisatie_id=bij.organisatie_id, interventie_id=bij.interventie_id, letter=letter, tekst="Nog een"
    )


def _ontbreekt(onderdeel: Onderdeel) -> list[Opdrachtnemer]:
    al = {toewijzing.opdrachtnemer for toewijzing in onderdeel.toewijzingen}
    return [wie for wie in reversed(Opdrachtnemer) if wie not in al]


def _toewijzing(bij: Onderdeel, wie: Opdrachtnemer) -> Toewijzing:
    return Toewijzing(organisatie_id=bij.organisatie_id, onderdeel_id=bij.id, opdrachtnemer=wie, voorbehoud=True)
