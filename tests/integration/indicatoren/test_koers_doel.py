"""The page of one doel: every indicator, the judgement of a manager, and the path that is expected."""

from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.koers.bepalen import Koers
from app.models import Doel, Koersoordeel, Logregel, Streefpadpunt
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh
from tests.integration.indicatoren.cijferhulp import Wereld


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    wereld = ch.maak_wereld(app, session)
    indicator = kh.indicator(wereld)
    ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2019", "100"), ch.nieuw(indicator, "2020", "95"))
    kh.maak_doel(session, kh.maak_gebied(session, wereld.organisatie), indicator, referentiejaar=2019, doeljaar=2050)
    session.commit()
    return wereld


@pytest.fixture
def adres(wereld: Wereld) -> str:
    return f"/indicatoren/doelen/{wereld.een(Doel).id}"


def test_de_pagina_legt_de_koers_uit(wereld: Wereld, adres: str) -> None:
    tekst = hulp.tekst_van(wereld.als("Lee").get(f"{adres}?peildatum=2021-03-01"))
    for deel in ("Koers van doel 1", "op 1 maart 2021", "Van 100 in 2019 naar hoogstens 20", "Dezelfde cijfers"):
        assert deel in tekst
    for actie in ("Anders beoordelen", "Tussendoelen"):
        assert actie not in tekst
        assert actie in hulp.tekst_van(wereld.als("Max").get(adres))


def test_anders_oordelen_en_intrekken(wereld: Wereld, adres: str) -> None:
    client = wereld.als("Max")
    vorm = f"{adres}/oordeel"
    leeg = hulp.sla_op(client, vorm, hulp.formulier(client.get(vorm)))
    assert leeg.status_code == 422
    for zin in ("Kies hoe het er volgens u voor staat.", "Schrijf op waarom u anders oordeelt dan de cijfers."):
        assert zin in hulp.melding(leeg)
    velden = {"koers": "ver-achter", "reden": "Er is niemand meer die het doet."}
    pagina = hulp.volg(client, hulp.sla_op(client, vorm, hulp.formulier(client.get(vorm)), **velden))
    tekst = hulp.tekst_van(pagina)
    for deel in ("Oordeel van Max", "ver achter.", "Er is niemand meer die het doet.", "Oordeel wijzigen"):
        assert deel in tekst
    rij = wereld.een(Koersoordeel)
    assert (rij.koers, rij.gebruiker.naam) == (Koers.VER_ACHTER, "Max")
    weg = hulp.doe(client, f"{vorm}/intrekken")
    assert "Het oordeel is ingetrokken" in hulp.melding(weg)
    assert wereld.session.query(Koersoordeel).count() == 0
    assert "Er was geen oordeel meer" in hulp.melding(hulp.doe(client, f"{vorm}/intrekken"))
    zinnen = [rij.omschrijving for rij in wereld.session.query(Logregel).order_by(Logregel.id)][-2:]
    assert zinnen == ["Koers van doel 1 beoordeeld als 'ver achter'", "Oordeel over de koers van doel 1 ingetrokken"]


def test_twee_managers_overschrijven_elkaar_niet(wereld: Wereld, session: Session, adres: str) -> None:
    client, vorm = wereld.als("Max"), f"{adres}/oordeel"
    velden = hulp.formulier(client.get(vorm))
    doel = wereld.een(Doel)
    oordeel = {"koers": Koers.ACHTER, "reden": "Van een ander."}
    session.add(Koersoordeel(organisatie_id=wereld.organisatie, doel_id=doel.id, **oordeel))
    session.commit()
    botsing = hulp.sla_op(client, vorm, velden, koers="op-koers", reden="Van mij.")
    assert botsing.status_code == 409
    tekst = hulp.tekst_van(botsing)
    for deel in ("Een collega was net iets eerder", "Van een ander.", "Van mij."):
        assert deel in tekst
    assert wereld.een(Koersoordeel).reden == "Van een ander."
    hulp.volg(client, hulp.sla_op(client, vorm, hulp.kies(botsing)))
    assert wereld.een(Koersoordeel).reden == "Van mij."


def test_tussendoelen_zetten_wijzigen_en_weghalen(wereld: Wereld, adres: str) -> None:
    client, vorm = wereld.als("Jo"), f"{adres}/tussendoelen"
    zet = "31 december 2020: 95\n\n30-6-2030: 1.050,5"
    pagina = hulp.volg(client, hulp.sla_op(client, vorm, hulp.formulier(client.get(vorm)), punten=zet))
    assert "De tussendoelen zijn opgeslagen." in hulp.melding(pagina)
    wereld.session.rollback()
    rijen = wereld.session.query(Streefpadpunt).order_by(Streefpadpunt.datum).all()
    assert [(r.datum, r.waarde) for r in rijen] == [
        (date(2020, 12, 31), Decimal(95)),
        (date(2030, 6, 30), Decimal("1050.5")),
    ]
    begin = hulp.formulier(client.get(vorm))
    assert begin["punten"] == "31 december 2020: 95\n30 juni 2030: 1.050,5"
    hulp.volg(client, hulp.sla_op(client, vorm, begin, punten="31-12-2020: 96"))
    assert wereld.een(Streefpadpunt).waarde == 96
    hulp.volg(client, hulp.sla_op(client, vorm, hulp.formulier(client.get(vorm)), punten=""))
    wereld.session.rollback()
    assert wereld.session.query(Streefpadpunt).count() == 0


@pytest.mark.parametrize(
    ("punten", "zin"),
    [
        ("morgen: 5", "Regel 1: schrijf een datum, een dubbele punt en een waarde"),
        ("31-12-2020 5", "Regel 1: schrijf een datum"),
        ("31-12-2020: 5\n31-12-2051: 4", "Regel 2: 31 december 2051 ligt na het doeljaar 2050."),
        ("31-12-2020: veel", "Regel 1: 'veel' is geen getal"),
        ("31-12-2020: 5\n2020-12-31: 6", "31 december 2020 staat er twee keer"),
        ("\n".join(f"{n}-1-2020: 5" for n in range(1, 22)), "Dit zijn 21 tussendoelen; gebruik er hoogstens 20."),
        ("x" * 4_001, "Deze lijst is te lang"),
    ],
)
def test_een_tussendoel_dat_niet_kan(wereld: Wereld, adres: str, punten: str, zin: str) -> None:
    client, vorm = wereld.als("Jo"), f"{adres}/tussendoelen"
    fout = hulp.sla_op(client, vorm, hulp.formulier(client.get(vorm)), punten=punten)
    assert fout.status_code == 422
    assert zin in hulp.melding(fout)
    assert hulp.formulier(fout)["punten"] == punten
    assert wereld.session.query(Streefpadpunt).count() == 0


def test_twee_mensen_aan_dezelfde_tussendoelen(wereld: Wereld, adres: str) -> None:
    vorm = f"{adres}/tussendoelen"
    jo, col = wereld.als("Jo"), wereld.als("Col")
    begin = hulp.formulier(jo.get(vorm))
    hulp.volg(col, hulp.sla_op(col, vorm, hulp.formulier(col.get(vorm)), punten="31-12-2025: 60"))
    botsing = hulp.sla_op(jo, vorm, begin, punten="31-12-2025: 70")
    assert botsing.status_code == 409
    assert "31 december 2025: 60" in hulp.tekst_van(botsing)
    assert wereld.een(Streefpadpunt).waarde == 60


def test_wie_mag_wat(wereld: Wereld, session: Session, adres: str) -> None:
    assert wereld.als("Jo").get(f"{adres}/oordeel").status_code == 403
    assert wereld.als("Lee").get(f"{adres}/tussendoelen").status_code == 403
    buur = hulp.maak_organisatie(session, "elders")
    ander = kh.maak_doel(session, kh.maak_gebied(session, buur.id)).id
    session.commit()
    for staart in ("", "/oordeel", "/tussendoelen"):
        assert wereld.als("Max").get(f"/indicatoren/doelen/{ander}{staart}").status_code == 404
