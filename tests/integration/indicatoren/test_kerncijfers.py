"""The koers of a whole regio from the few figures it rests on: the same as from all of them, whoever looks."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.domain.koers.bepalen import Koers
from app.domain.structuur import Richting
from app.indicatoren import koers_forms, overzicht
from app.models import Doel, Indicator, Meting, Organisatie, Reeks
from app.services.indicatoren.kijker import Kijker
from app.services.koersen import DoelKoers, koersen_van
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh

JAREN = tuple(f"{jaar}" for jaar in range(2017, 2022))
KWARTALEN = tuple(f"{jaar}-Q{nummer}" for jaar in (2018, 2019, 2020) for nummer in (1, 2, 3, 4))
BOEKJAREN = ("2018-07-01/2019-06-30", "2019-07-01/2020-06-30")  # from one year into the next
DAGEN = (date(2019, 6, 30), date(2020, 12, 31), date(2022, 1, 1))


def vul(session: Session, kans: random.Random, organisatie: int, indicator: Indicator, gebied: str = "") -> None:
    reeks = Reeks(organisatie_id=organisatie, indicator_id=indicator.id, gebied=gebied, soort=Reekssoort.REALISATIE)
    if kans.random() < 0.3:
        reeks.nulmeting_datum, reeks.nulmeting_waarde = date(2018, 12, 31), Decimal(kans.choice((2, 40)))
    session.add(reeks)
    session.flush()
    codes = kans.choice((JAREN, KWARTALEN, (*JAREN, *KWARTALEN), (*JAREN, *BOEKJAREN), JAREN[:1], ()))
    for periode in (lees_meetperiode(code) for code in codes if kans.random() < 0.8):
        waarde = Decimal(kans.choice((0, 1, 3, 4, 6, 12, 30, 55)))
        vast = {"organisatie_id": organisatie, "reeks_id": reeks.id, "voorlopig": False}
        session.add(Meting(van=periode.van, tot=periode.tot, waarde=waarde, **vast))


def maak_regio(app: Flask, session: Session, kans: random.Random) -> list[int]:
    """The ids of its organisaties, the RIGG last; they share three indicatoren, and measure doelen with them."""
    wereld = ch.maak_wereld(app, session)
    buur = ch.maak_buur(session, wereld)
    verder = hulp.maak_organisatie(session, "verderop")
    verder.regio_id = buur.regio_id
    rigg = kh.maak_rigg(session, buur.regio_id or 0)
    ids = [wereld.organisatie, buur.id, verder.id, rigg.id]
    indicatoren = [
        ch.maak_indicator(session, ids[0], f"Cijfer {nummer}", eenheid, gedeeld=True, frequentie=frequentie)
        for nummer, (eenheid, frequentie) in enumerate(
            (("aantal", Meetfrequentie.JAAR), ("aantal", Meetfrequentie.KWARTAAL), ("procent", Meetfrequentie.JAAR))
        )
    ]
    for organisatie in ids:
        for indicator in indicatoren:
            for gebied in ("", "Wijk")[: kans.choice((1, 1, 2))]:
                vul(session, kans, organisatie, indicator, gebied)
    for organisatie in ids[:3]:
        gebied_ = kh.maak_gebied(session, organisatie)
        for _ in range(6):
            kh.maak_doel(session, gebied_, *kans.sample(indicatoren, kans.choice((1, 2))), **_streef(kans))
    session.flush()
    return ids


def _streef(kans: random.Random) -> dict[str, Any]:
    niveau = {"richting": Richting.NIVEAU, "maximum": Decimal(20), "eenheid": "aantal"}
    daling = {"richting": Richting.DALING, "minimum": Decimal(30), "maximum": Decimal(30), "eenheid": "procent"}
    return {**kans.choice((niveau, daling)), "referentiejaar": kans.choice((None, 2018, 2019)), "doeljaar": 2022}


def zoals_getoond(koersen: dict[int, DoelKoers]) -> list[Any]:
    return [(id_, k.koers, k.zin, k.beeld, [i.verhuld for i in k.indicatoren]) for id_, k in koersen.items()]


@pytest.mark.parametrize("zaad", range(3))
def test_dezelfde_koers_als_met_alle_cijfers(app: Flask, session: Session, zaad: int) -> None:
    ids = maak_regio(app, session, random.Random(zaad))
    doelen = session.scalars(select(Doel).order_by(Doel.id)).all()
    gezien = set()
    for kijker in (Kijker(ids[3], False), Kijker(ids[0], True), Kijker(ids[0], False)):
        for dag in DAGEN:
            alles = koersen_van(session, doelen, kijker=kijker, peildatum=dag)
            kern = koersen_van(session, doelen, kijker=kijker, peildatum=dag, verloop=False)
            assert zoals_getoond(kern) == zoals_getoond(alles)
            gezien |= {koers.koers for koers in alles.values()}
    assert len(gezien) > 3, "these figures try hardly anything"
    assert Koers.VER_ACHTER in gezien


def test_een_grote_regio_kiest_eerst_een_gemeente(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_regio(app, session, random.Random(1))
    session.commit()
    client = app.test_client()
    hulp.log_in(client, "rik@rigg.example")
    lijnen, gebieden = "//svg[@class='sparkline']", "//select[@name='probleemgebied']/option"
    voor = client.get("/indicatoren/")
    assert len(ch.kies(voor, gebieden)) == 4
    monkeypatch.setattr(overzicht, "MEESTE_MET_LIJN", 1)
    monkeypatch.setattr(koers_forms, "MEESTE_PLAATSEN", 1)
    na = client.get("/indicatoren/")
    zin = "Kies een gemeente om ook het verloop van de cijfers te zien."
    assert (zin in hulp.tekst_van(na), zin in hulp.tekst_van(voor)) == (True, False)
    assert ch.kies(na, "//p[contains(@class, 'koersrij__zin')]") == ch.kies(
        voor, "//p[contains(@class, 'koersrij__zin')]"
    )
    assert ch.kies(na, gebieden) == ["Elk probleemgebied"]
    een = session.scalars(select(Organisatie.slug)).first()
    met_lijn = client.get(f"/indicatoren/?gemeente={een}")
    assert zin not in hulp.tekst_van(met_lijn)
    assert len(ch.kies(met_lijn, gebieden)) == 2
    assert ch.kies(met_lijn, lijnen)
    assert not ch.kies(na, lijnen)
