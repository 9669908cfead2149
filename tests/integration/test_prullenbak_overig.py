"""The prullenbak for what is in no notitie: thema's, maatregelen, rows, reports, indicatoren and figures."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.models import (
    Gebruiker,
    Hoofdstuk,
    Indicator,
    Logregel,
    Maatregel,
    Meting,
    PeriodeStatus,
    Rapport,
    Rapportageperiode,
    Rapportblok,
    Reeks,
    Rol,
    Thema,
    Verwijdering,
    Voortgangsregel,
)
from app.services.indicatoren.indicator_beheren import verwijder_indicator, voeg_indicator_toe
from app.services.indicatoren.metingen_verwijderen import verwijder_metingen
from app.services.logboek import OPDRACHTREGEL
from app.services.rapporten.verwijderen import verwijder_blok, verwijder_hoofdstuk
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.verwijderen import verwijder_maatregel, verwijder_regel, verwijder_thema
from tests.integration import bewerkhulp as hulp

TABELLEN = (Thema, Maatregel, Voortgangsregel, Hoofdstuk, Rapportblok, Indicator, Meting)
ADRES = "/prullenbak/"


@pytest.fixture
def manager(session: Session, inloggen: Callable[..., FlaskClient]) -> tuple[FlaskClient, int]:
    client = inloggen(Rol.MANAGER)
    wie = session.scalars(select(Gebruiker).where(Gebruiker.laatste_bezoek.is_not(None))).one()
    return client, wie.organisatie_id


def eerste(session: Session, model: type[Any], organisatie_id: int, *waar: ColumnElement[bool]) -> Any:
    keuze = select(model).where(model.organisatie_id == organisatie_id, *waar).order_by(model.id)
    return session.scalars(keuze).first()


def toestand(session: Session) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of what can be removed, in its order."""
    session.expire_all()
    uit = {}
    for model in TABELLEN:
        kolommen: list[Any] = [model.id]
        kolommen += [getattr(model, naam) for naam in ("volgorde", "nummer", "waarde", "naam") if hasattr(model, naam)]
        uit[model.__name__] = {tuple(rij) for rij in session.execute(select(*kolommen))}
    return uit


def _open_rapport(session: Session, organisatie_id: int) -> Hoofdstuk:
    keuze = select(Hoofdstuk).join(Hoofdstuk.rapport).join(Rapport.periode)
    keuze = keuze.where(Hoofdstuk.organisatie_id == organisatie_id, Rapportageperiode.status == PeriodeStatus.OPEN)
    hoofdstuk = session.scalars(keuze.where(Hoofdstuk.blokken.any()).order_by(Hoofdstuk.volgorde)).first()
    assert hoofdstuk is not None
    return hoofdstuk


def _thema(s: Session, o: int) -> None:
    verwijder_thema(s, thema=eerste(s, Thema, o, Thema.nummer == 2), door=OPDRACHTREGEL)


def _maatregel(s: Session, o: int) -> None:
    verwijder_maatregel(s, maatregel=eerste(s, Maatregel, o), door=OPDRACHTREGEL)


def _regel(s: Session, o: int) -> None:
    open_ = Voortgangsregel.periode.has(Rapportageperiode.status == PeriodeStatus.OPEN)
    regel = eerste(s, Voortgangsregel, o, open_)
    verwijder_regel(s, regel=regel, door=OPDRACHTREGEL)


def _hoofdstuk(s: Session, o: int) -> None:
    verwijder_hoofdstuk(s, hoofdstuk=_open_rapport(s, o), door=OPDRACHTREGEL)


def _blok(s: Session, o: int) -> None:
    verwijder_blok(s, blok=_open_rapport(s, o).blokken[0], door=OPDRACHTREGEL)


def _meting(s: Session, o: int) -> None:
    verwijder_metingen(s, ids=[eerste(s, Meting, o).id], door=OPDRACHTREGEL)


@pytest.mark.parametrize("verwijder", [_thema, _maatregel, _regel, _hoofdstuk, _blok, _meting])
def test_terug_op_de_oude_plaats(
    verwijder: Callable[[Session, int], None], manager: tuple[FlaskClient, int], session: Session
) -> None:
    client, organisatie_id = manager
    voor = toestand(session)
    verwijder(session, organisatie_id)
    session.commit()
    assert toestand(session) != voor
    weg = session.scalars(select(Verwijdering)).one()
    pagina = hulp.tekst_van(client.get(ADRES))
    assert weg.omschrijving in pagina
    assert "door Doelspoor" in pagina
    assert f"{weg.omschrijving} teruggezet." in hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg.id}/terugzetten"))
    assert toestand(session) == voor
    laatste = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert laatste is not None
    assert "teruggezet" in laatste.omschrijving
    assert laatste.nieuw
    assert "De prullenbak is leeg" in hulp.tekst_van(client.get(ADRES))


def test_een_indicator(manager: tuple[FlaskClient, int], session: Session) -> None:
    client, organisatie_id = manager
    waarden = {"naam": "Van vroeger", "eenheid": "aantal"}
    indicator = voeg_indicator_toe(session, organisatie_id=organisatie_id, waarden=waarden, door=OPDRACHTREGEL)
    id_ = indicator.id
    verwijder_indicator(session, indicator=indicator, door=OPDRACHTREGEL)
    session.commit()
    weg = session.scalars(select(Verwijdering)).one()
    assert "Indicator 'Van vroeger' teruggezet." in hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg.id}/terugzetten"))
    session.expire_all()
    assert session.get_one(Indicator, id_).naam == "Van vroeger"


def test_samen_met_het_thema(manager: tuple[FlaskClient, int], session: Session) -> None:
    client, organisatie_id = manager
    voor = toestand(session)
    thema = eerste(session, Thema, organisatie_id, Thema.nummer == 2)
    verwijder_maatregel(session, maatregel=thema.maatregelen[0], door=OPDRACHTREGEL)
    weg = session.scalars(select(Verwijdering)).one().id
    verwijder_thema(session, thema=eerste(session, Thema, organisatie_id, Thema.nummer == 2), door=OPDRACHTREGEL)
    session.commit()
    assert "komt dan ook terug." in hulp.tekst_van(client.get(ADRES))
    melding = hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg}/terugzetten"))
    assert melding.count("teruggezet") == 2
    assert toestand(session) == voor


def test_een_cijfer_waar_al_een_ander_staat(manager: tuple[FlaskClient, int], session: Session) -> None:
    client, organisatie_id = manager
    meting = eerste(session, Meting, organisatie_id)
    plek = {naam: getattr(meting, naam) for naam in ("organisatie_id", "reeks_id", "van", "tot", "waarde")}
    verwijder_metingen(session, ids=[meting.id], door=OPDRACHTREGEL)
    session.add(Meting(**plek, voorlopig=False, bron="", toelichting=""))
    session.commit()
    voor = session.scalar(select(func.count(Meting.id)))
    weg = session.scalars(select(Verwijdering)).one()
    melding = hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg.id}/terugzetten"))
    assert "kan niet terug: er staat intussen een ander cijfer." in melding
    session.expire_all()
    assert session.scalar(select(func.count(Meting.id))) == voor
    assert weg.teruggezet_op is None


def test_een_gesloten_periode_krijgt_niets_terug(manager: tuple[FlaskClient, int], session: Session) -> None:
    client, organisatie_id = manager
    _regel(session, organisatie_id)
    weg = session.scalars(select(Verwijdering)).one()
    periode = session.get_one(Rapportageperiode, weg.inhoud["periode_id"])
    zet_ter_controle(session, periode=periode, door=OPDRACHTREGEL)
    sluit_periode(session, periode=periode, door=OPDRACHTREGEL, toch=True)
    session.commit()
    voor = toestand(session)
    assert "kan niet terug" in hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg.id}/terugzetten"))
    assert toestand(session) == voor


def test_waar_niets_meer_van_over_is(manager: tuple[FlaskClient, int], session: Session) -> None:
    """A figure of a series that is gone for good."""
    client, organisatie_id = manager
    meting = eerste(session, Meting, organisatie_id)
    reeks_id = meting.reeks_id
    verwijder_metingen(session, ids=[meting.id], door=OPDRACHTREGEL)
    weg = session.scalars(select(Verwijdering)).one()
    weg.ouder_id = 10**6  # as if its series had gone
    session.commit()
    assert "Waar dit bij hoorde, is ook verwijderd." in hulp.tekst_van(client.get(ADRES))
    assert "kan niet terug" in hulp.tekst_van(hulp.doe(client, f"{ADRES}{weg.id}/terugzetten"))
    assert session.get(Reeks, reeks_id) is not None
