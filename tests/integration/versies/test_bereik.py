"""Of every document each user has one version that counts: in lists, totals and choices it stands once."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.bereik import geldende_notitie, zichtbare_notitie
from app.domain.structuur import Opdrachtnemer
from app.indicatoren import koers_queries, rooster_queries
from app.indicatoren import queries as indicator_queries
from app.models import Gebruiker, Notitie, NotitieStatus, Organisatie, Regio, Rol
from app.opdrachten.bereik import Keuze, bereik_van, bereik_van_alles
from app.opdrachten.queries import overzicht
from app.services.voortgang.beeld import interventies_van
from app.voortgang.queries import interventies
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp
from tests.integration.versies import hulp

CONCEPT, TER, VAST = NotitieStatus
SCHRIJVERS = (Rol.BELEIDSADVISEUR, Rol.MANAGER, Rol.BEHEERDER)


@pytest.fixture
def gemeente(session: Session) -> Organisatie:
    regio = Regio(slug="regio", naam="Regio")
    organisatie = bewerkhulp.maak_organisatie(session)
    organisatie.regio = regio
    rigg = Organisatie(slug="rigg", naam="RIGG", soort="inkooporganisatie", regio=regio)
    session.add(rigg)
    session.flush()
    for rol in Rol:
        bewerkhulp.maak_gebruiker(session, rigg if rol is Rol.RIGG else organisatie, rol, f"Wie {rol.value}")
    session.commit()
    return organisatie


def wie(session: Session, rol: Rol) -> Gebruiker:
    gebruiker: Gebruiker = bewerkhulp.een(session, Gebruiker, rol=rol)
    return gebruiker


def maak_versies(session: Session, gemeente: Organisatie, *statussen: NotitieStatus) -> None:
    """Of one document, oldest first."""
    notitie = None
    for status in statussen:
        notitie = hulp.maak_notitie(session, gemeente) if notitie is None else hulp.volgende(session, notitie)
        if status is VAST:
            hulp.stel(session, notitie)
        else:
            notitie.status = status
            session.commit()


@pytest.mark.parametrize(
    ("statussen", "schrijver", "rigg", "lezer"),
    [
        ((CONCEPT,), [1], [], []),
        ((TER,), [1], [1], []),
        ((VAST,), [1], [1], [1]),
        ((VAST, CONCEPT), [2], [1], [1]),
        ((VAST, TER), [2], [2], [1]),
        ((VAST, VAST), [2], [2], [2]),
        ((VAST, VAST, CONCEPT), [3], [2], [2]),
    ],
)
def test_welke_versie_geldt(
    session: Session,
    gemeente: Organisatie,
    statussen: tuple[NotitieStatus, ...],
    schrijver: list[int],
    rigg: list[int],
    lezer: list[int],
) -> None:
    maak_versies(session, gemeente, *statussen)
    verwacht = dict.fromkeys(SCHRIJVERS, schrijver) | {Rol.RIGG: rigg, Rol.LEZER: lezer}
    for rol, versies in verwacht.items():
        gebruiker = wie(session, rol)
        assert session.scalars(select(Notitie.versienummer).where(geldende_notitie(gebruiker))).all() == versies
        zichtbaar = session.scalars(select(Notitie.versienummer).where(zichtbare_notitie(gebruiker))).all()
        assert len(zichtbaar) == sum(
            rol in SCHRIJVERS or status is VAST or (rol is Rol.RIGG and status is TER) for status in statussen
        )


def test_niets_telt_dubbel(
    session: Session, gemeente: Organisatie, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_versies(session, gemeente, VAST, VAST, CONCEPT)
    adviseur = wie(session, Rol.BELEIDSADVISEUR)
    for module in (indicator_queries, koers_queries, rooster_queries):
        monkeypatch.setattr(module, "current_user", adviseur)
    monkeypatch.setattr("app.voortgang.queries.current_user", adviseur)
    indicator = next(regel.indicator for regel in indicator_queries.eigen_regels() if regel.indicator)
    assert len(indicator_queries.eigen_regels()) == 3
    assert len(indicator_queries.regels_van(indicator)) == 1
    assert len(indicator_queries.notities_met_doelen()) == 1
    assert len(koers_queries.plaatsen()) == 1
    assert len(rooster_queries.probleemgebieden()) == 1
    assert len(interventies()) == 2
    assert [len(links) for links in interventies_van(session, gemeente.id).values()] == [1]


@pytest.mark.parametrize("rol", [None, Rol.BELEIDSADVISEUR, Rol.RIGG, Rol.LEZER])
def test_opdrachten_van_een_versie(session: Session, gemeente: Organisatie, rol: Rol | None) -> None:
    maak_versies(session, gemeente, VAST, TER)
    bereik = bereik_van(wie(session, rol)) if rol else bereik_van_alles()
    pagina = overzicht(bereik, Keuze(bereik.opdrachtnemers))
    assert pagina.herkomst.aantal == 1
    assert pagina.herkomst.notitie
    assert pagina.herkomst.notitie.versienummer == (1 if rol is Rol.LEZER else 2)
    assert pagina.standen[Opdrachtnemer.RIGG].totaal.opdrachten == 2


SCHERMEN = ("/notities/", "/", "/opdrachten/")


@pytest.mark.parametrize("rol", [Rol.BELEIDSADVISEUR, Rol.LEZER])
def test_op_de_schermen_staat_de_notitie_een_keer(
    session: Session, gemeente: Organisatie, client: FlaskClient, rol: Rol
) -> None:
    maak_versies(session, gemeente, VAST, CONCEPT)
    laat_binnen(client, wie(session, rol).email)
    geldt, ander = (2, 1) if rol is Rol.BELEIDSADVISEUR else (1, 2)
    ids: dict[int, Any] = {n.versienummer: n for n in session.scalars(select(Notitie))}
    lijst = client.get("/notities/").get_data(as_text=True)
    assert f'href="/notities/{ids[geldt].id}"' in lijst
    assert f'href="/notities/{ids[ander].id}"' not in lijst
    status = client.get(f"/notities/{ids[ander].id}").status_code
    assert status == (200 if rol is Rol.BELEIDSADVISEUR else 404)
