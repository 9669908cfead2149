"""A new concept begins as a copy of everything below the version before, and every item keeps its merk."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from sqlalchemy import Table, inspect, select
from sqlalchemy.orm import Session

from app.models import Interventie, MaatregelInterventie, Notitie, NotitieStatus, Organisatie, Probleemgebied
from app.models.basis import Basis
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.beheren import OngeldigeOvergang
from app.services.notities.kopieren import EIGEN
from app.services.notities.overnemen import laad_geheel
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import begin_nieuw_concept
from app.services.verwijderd.bewaard import inhoud_van
from tests.integration import bewerkhulp
from tests.integration.versies import hulp

# The decision is of one version, and so is a file that was handed out.
NIET_MEE = {"vaststelling", "uitvoer"}


@pytest.fixture
def gemeente(session: Session) -> Organisatie:
    return bewerkhulp.maak_organisatie(session)


def inhoud(session: Session, notitie: Notitie) -> list[Any]:
    """Everything below it, without the ids of the rows themselves."""
    session.expire_all()
    return [_zonder_ids(inhoud_van(gebied)) for gebied in laad_geheel(session, notitie).probleemgebieden]


def _zonder_ids(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: _zonder_ids(deel) for naam, deel in waarde.items() if naam not in ("id", "doel_id")}
    return [_zonder_ids(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def test_de_kopie_is_gelijk_tot_in_elk_hoekje(session: Session, gemeente: Organisatie) -> None:
    eerste = hulp.stel(session, hulp.maak_notitie(session, gemeente, gebieden=2))
    voor = inhoud(session, eerste)
    concept = hulp.volgende(session, eerste)
    assert inhoud(session, concept) == voor == inhoud(session, eerste)
    assert {"streefpad", "koersoordelen", "toewijzingen", "merk"} <= voor[0]["doelen"][0].keys()
    assert voor[0]["interventies"][0]["maatregelen"]
    assert voor[0]["indicatoren"][0]["indicator_id"]
    assert (concept.lijn, concept.versienummer, concept.status) == (eerste.lijn, 2, NotitieStatus.CONCEPT)
    gebied = laad_geheel(session, concept).probleemgebieden[0]
    assert [regel.doel.nummer for regel in gebied.indicatoren if regel.doel] == [2, 1, 2]
    assert all(regel.doel in gebied.doelen for regel in gebied.indicatoren)


def _afhankelijk() -> Iterator[tuple[Table, str]]:
    """Every table that hangs below a notitie, however far, with the table it hangs on."""
    te_doen, gezien = ["notitie"], set()
    while te_doen:
        ouder = te_doen.pop()
        for tabel in Basis.metadata.sorted_tables:
            if any(sleutel.referred_table.name == ouder for sleutel in tabel.foreign_key_constraints):
                yield tabel, ouder
                if tabel.name not in gezien:
                    gezien.add(tabel.name)
                    te_doen.append(tabel.name)


def test_elke_tabel_onder_een_notitie_gaat_mee(session: Session, gemeente: Organisatie) -> None:
    """Who adds a table below a notitie must say here whether a new version takes it along."""
    eerste = hulp.stel(session, hulp.maak_notitie(session, gemeente))
    tabellen = {tabel.name: tabel for tabel, _ in _afhankelijk() if tabel.name not in NIET_MEE}
    voor = {naam: len(session.execute(select(tabel)).all()) for naam, tabel in tabellen.items()}
    assert all(voor.values()), voor
    hulp.volgende(session, eerste)
    assert {naam: len(session.execute(select(tabel)).all()) for naam, tabel in tabellen.items()} == {
        naam: 2 * aantal for naam, aantal in voor.items()
    }


def test_het_aantal_opdrachten_aan_de_database_hangt_niet_van_de_omvang_af(
    session: Session, gemeente: Organisatie, tel_queries: Callable[[], AbstractContextManager[Any]]
) -> None:
    aantallen = []
    for slug, gebieden in ((gemeente.slug, 1), ("groter", 4)):
        organisatie = gemeente if slug == gemeente.slug else bewerkhulp.maak_organisatie(session, slug)
        eerste = hulp.stel(session, hulp.maak_notitie(session, organisatie, gebieden))
        session.refresh(eerste)
        with tel_queries() as teller:
            begin_nieuw_concept(session, notitie=eerste, door=OPDRACHTREGEL)
        aantallen.append(teller.aantal)
        session.commit()
    assert aantallen[0] == aantallen[1] <= 16


def test_elke_kolom_gaat_mee_of_is_van_de_rij_zelf() -> None:
    assert {kolom.key for kolom in inspect(Probleemgebied).columns} - EIGEN >= {"merk", "naam", "notitie_id"}


@pytest.mark.parametrize("status", [NotitieStatus.CONCEPT, NotitieStatus.TER_VASTSTELLING])
def test_alleen_na_vaststellen(session: Session, gemeente: Organisatie, status: NotitieStatus) -> None:
    notitie = bewerkhulp.maak_notitie(session, gemeente, status=status)
    with pytest.raises(OngeldigeOvergang, match=f"die is {status}"):
        begin_nieuw_concept(session, notitie=notitie, door=OPDRACHTREGEL)


def test_een_concept_tegelijk_en_alleen_van_de_laatste(session: Session, gemeente: Organisatie) -> None:
    eerste = hulp.stel(session, hulp.maak_notitie(session, gemeente))
    tweede = hulp.volgende(session, eerste)
    with pytest.raises(OngeldigeOvergang, match="Er is al een versie 2; die is concept"):
        begin_nieuw_concept(session, notitie=eerste, door=OPDRACHTREGEL)
    hulp.stel(session, tweede)
    with pytest.raises(OngeldigeOvergang, match="Versie 1 is opgevolgd door versie 2"):
        begin_nieuw_concept(session, notitie=eerste, door=OPDRACHTREGEL)


def test_wijzigen_in_het_concept_raakt_de_vastgestelde_versie_niet(session: Session, gemeente: Organisatie) -> None:
    eerste = hulp.stel(session, hulp.maak_notitie(session, gemeente))
    voor = structuur_van_notitie(laad_geheel(session, eerste))
    concept = laad_geheel(session, hulp.volgende(session, eerste))
    gebied = concept.probleemgebieden[0]
    gebied.doelen[0].tekst = "Heel anders"
    gebied.punten.clear()
    session.delete(gebied.interventies[0])
    session.commit()
    assert structuur_van_notitie(laad_geheel(session, eerste)) == voor
    links = select(Interventie.id).join(MaatregelInterventie, MaatregelInterventie.interventie_id == Interventie.id)
    assert len(session.scalars(links).all()) == 1
