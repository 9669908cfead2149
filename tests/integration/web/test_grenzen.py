"""Limits: shared by all processes, exact under pressure, and of no use to keep somebody else out."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy import event, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.models import Gebruiker, Limiet, Rol, db, nu
from app.services import limietopslag
from app.services.limietopslag import Limietopslag
from app.web import blokteller, grenzen
from app.web.grenzen import EXPORTEREN, INLOGGEN, Grens, Tellers
from tests.integration import bewerkhulp as hulp
from tests.integration.api.apihulp import maak_wereld
from tests.integration.web.webhulp import anders, probeer

DRIE = Grens("proef", 3, 60, "Te vaak.")


@pytest.fixture
def met_grenzen(app: Flask) -> Iterator[Flask]:
    with anders(app) as streng:
        yield streng


@pytest.fixture
def tellers(app: Flask, session: Session) -> Tellers:
    return Tellers(Limietopslag(db.engine))


def test_na_de_grens_moet_men_wachten_en_daarna_kan_het_weer(tellers: Tellers, session: Session) -> None:
    assert [tellers.tel(DRIE, "a") for _ in range(3)] == [0, 0, 0]
    assert 50 < tellers.tel(DRIE, "a") <= 61
    assert tellers.tel(DRIE, "b") == 0
    session.execute(update(Limiet).values(verloopt_op=nu() - timedelta(seconds=1)))
    session.commit()
    assert tellers.tel(DRIE, "a") == 0


def test_twee_processen_tellen_samen(app: Flask, tellers: Tellers) -> None:
    with anders(app) as ander:
        anderen: Tellers = ander.extensions["tellers"]
        assert [een.tel(DRIE, "a") == 0 for een in (tellers, anderen, tellers, anderen, tellers)] == [True] * 3 + [
            False
        ] * 2


def test_tegelijk_komt_er_niet_een_te_veel_door(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limietopslag, "GEDULD", 30_000)
    with app.app_context():
        tellers = Tellers(Limietopslag(db.engine))
    twintig = Grens("druk", 20, 60, "Te vaak.")
    with ThreadPoolExecutor(8) as draden:
        uitkomsten = list(draden.map(lambda _: tellers.tel(twintig, "a"), range(60)))
    assert sum(wacht == 0 for wacht in uitkomsten) == 20


def test_wat_voorbij_is_wordt_opgeruimd(tellers: Tellers, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    tellers.tel(DRIE, "oud")
    session.execute(update(Limiet).values(verloopt_op=nu() - timedelta(seconds=1)))
    session.commit()
    monkeypatch.setattr(limietopslag, "OPRUIMEN_NA", 0.0)
    tellers.tel(DRIE, "nieuw")
    assert ["nieuw" in sleutel for sleutel in session.scalars(select(Limiet.sleutel))] == [True]


def test_is_de_database_te_druk_dan_telt_dit_proces_zelf(tellers: Tellers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is refused because we cannot count, and nobody goes without limits either."""

    def te_druk(*_: object, **__: object) -> NoReturn:
        raise OperationalError("", None, Exception("database is locked"))

    monkeypatch.setattr(limietopslag, "eigen_transactie", te_druk)
    assert [tellers.tel(DRIE, "a") > 0 for _ in range(4)] == [False, False, False, True]
    tellers.geef_terug(DRIE, "a")


def test_te_veel_bestanden_geeft_een_nederlandse_pagina(
    met_grenzen: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = met_grenzen.test_client()
    hulp.maak_wereld(client, session, Rol.MANAGER)
    wie = session.scalars(select(Gebruiker.id)).one()
    session.commit()
    tellers: Tellers = met_grenzen.extensions["tellers"]
    adres = "/opdrachten/exporteren.csv?opdrachtnemer=rigg"
    assert client.get(adres).status_code == 200
    for _ in range(EXPORTEREN.aantal):
        tellers.tel(EXPORTEREN, f"gebruiker:{wie}")
    antwoord = client.get(adres)
    assert antwoord.status_code == 429
    assert 0 < int(antwoord.headers["Retry-After"]) <= EXPORTEREN.seconden + 1
    assert "Dit kan weer over een minuut." in hulp.tekst_van(antwoord)
    assert client.get("/opdrachten/").status_code == 200


def test_een_bezoek_aan_het_formulier_telt_niet(met_grenzen: Flask, session: Session) -> None:
    client = met_grenzen.test_client()
    hulp.maak_wereld(client, session)
    for _ in range(3):
        assert client.get("/importeren/").status_code == 200
    assert not session.scalars(select(Limiet.sleutel).where(Limiet.sleutel.contains("uploaden"))).all()


def test_de_api_zegt_het_als_probleem(met_grenzen: Flask, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    wereld = maak_wereld(met_grenzen, session)
    drie_per_minuut(monkeypatch)
    antwoorden = [wereld.lever(("2020", str(n))) for n in range(4)]
    assert antwoorden[-1].status_code == 429
    assert antwoorden[-1].mimetype == "application/problem+json"
    assert antwoorden[-1].get_json()["title"] == "Te veel verzoeken"
    assert int(antwoorden[-1].headers["Retry-After"]) > 0
    assert 429 not in [antwoord.status_code for antwoord in antwoorden[:3]]
    assert wereld.vraag("/indicatoren").status_code == 200


def drie_per_minuut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every limit but the wide ones."""
    gewoon, drie = grenzen.Grens.telling.fget, DRIE.telling
    ruim = (grenzen.VERZOEKEN, grenzen.BEZOEKEN)
    monkeypatch.setattr(grenzen.Grens, "telling", property(lambda grens: gewoon(grens) if grens in ruim else drie))


def test_mislukt_inloggen_telt_per_adres_en_houdt_niemand_anders_buiten(
    met_grenzen: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    drie_per_minuut(monkeypatch)
    codes = [probeer(met_grenzen.test_client(), email, "fout").status_code for _ in range(4)]
    assert codes == [422, 422, 422, 429]
    ergens_anders = {"environ_base": {"REMOTE_ADDR": "198.51.100.1"}}
    assert probeer(met_grenzen.test_client(), email, hulp.WACHTWOORD, **ergens_anders).status_code == 302
    verzonnen = {"headers": {"X-Forwarded-For": "198.51.100.2"}}
    assert probeer(met_grenzen.test_client(), email, "fout", **verzonnen).status_code == 429


def test_wie_goed_inlogt_gebruikt_niets_op(
    met_grenzen: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole municipality may sit behind one address."""
    email = hulp.maak_gebruiker(session, hulp.maak_organisatie(session)).email
    session.commit()
    drie_per_minuut(monkeypatch)
    assert {probeer(met_grenzen.test_client(), email, hulp.WACHTWOORD).status_code for _ in range(6)} == {302}
    assert session.scalars(select(Limiet.aantal).where(Limiet.sleutel.contains("proef"))).one() == 0


def test_wie_niet_te_onderscheiden_is_wordt_niet_begrensd(met_grenzen: Flask, session: Session) -> None:
    """Behind a server of our own that the settings do not count everybody has its address."""
    lokaal = {"environ_base": {"REMOTE_ADDR": "127.0.0.1"}}
    probeer(met_grenzen.test_client(), "x@y.example", "fout", **lokaal)
    assert not session.scalars(select(Limiet.sleutel)).all()
    assert INLOGGEN.alleen_mislukt


def test_de_teller_overleeft_de_andere_schrijver(app: Flask, session: Session) -> None:
    """While somebody holds the database for long, a request with a limit goes on within a second or two."""
    hulp.maak_organisatie(session)  # a write transaction that stays open
    tellers = Tellers(Limietopslag(db.engine))
    begin = time.monotonic()
    assert tellers.tel(DRIE, "a") == 0
    assert time.monotonic() - begin < 5
    session.rollback()


VEERTIG = Grens("verzoeken", 40, 60, "Heel veel pagina's.", ook_lezen=True)


@pytest.fixture
def krap(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """Two blocks of twenty requests in a minute."""
    monkeypatch.setattr(grenzen, "VERZOEKEN", VEERTIG)
    with anders(app) as streng:
        yield streng


def test_ook_lezen_heeft_een_grens_die_alle_processen_delen(krap: Flask, app: Flask, session: Session) -> None:
    jo, een_ander = krap.test_client(), krap.test_client()
    hulp.maak_wereld(jo, session)
    hulp.maak_gebruiker(session, session.scalars(select(Gebruiker)).one().organisatie, naam="An Ander")
    session.commit()
    hulp.log_in(een_ander, "an.ander@testdorp.example")
    with anders(app) as tweede:
        elders = tweede.test_client()
        koekje = jo.get_cookie("session")
        assert koekje is not None
        elders.set_cookie("session", koekje.value)
        assert [elders.get("/").status_code for _ in range(20)] == [200] * 20
        assert [jo.get("/").status_code for _ in range(20)] == [200] * 20
        te_veel = [jo.get("/"), elders.get("/"), jo.get("/opdrachten/")]
    assert [antwoord.status_code for antwoord in te_veel] == [429] * 3
    assert 0 < int(te_veel[0].headers["Retry-After"]) <= 61
    assert "Heel veel pagina's. Dit kan weer over een minuut." in hulp.tekst_van(te_veel[0])
    assert een_ander.get("/").status_code == 200
    assert jo.get("/gezond").status_code == 200


def test_ook_lezen_met_de_api_heeft_een_grens(krap: Flask, session: Session) -> None:
    wereld = maak_wereld(krap, session)
    antwoorden = [wereld.vraag("/indicatoren") for _ in range(41)]
    assert {antwoord.status_code for antwoord in antwoorden[:40]} == {200}
    assert (antwoorden[40].status_code, antwoorden[40].mimetype) == (429, "application/problem+json")


def test_een_bladzijde_schrijft_zelden_een_telling(krap: Flask, session: Session) -> None:
    """One write in twenty requests, and none at all for who is over the limit."""
    jo = krap.test_client()
    hulp.maak_wereld(jo, session)
    schrijft: list[str] = []
    with krap.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *d: schrijft.append(d[2]) if "limiet" in d[2] else None)
    assert [jo.get("/").status_code for _ in range(60)] == [200] * 40 + [429] * 20
    assert len([s for s in schrijft if s.startswith("INSERT")]) == 3


def test_wie_te_veel_vroeg_kan_na_een_minuut_weer(monkeypatch: pytest.MonkeyPatch) -> None:
    klok = [100.0]
    monkeypatch.setattr(blokteller.time, "monotonic", lambda: klok[0])
    antwoorden = iter([0, 30, 0])
    teller = blokteller.Blokteller(lambda _wie, _keer: next(antwoorden), 60)
    assert [teller.tel("a") for _ in range(20)] == [0] * 20
    assert [teller.tel("a"), teller.tel("a")] == [30, 31]
    klok[0] += 31
    assert teller.tel("a") == 0
