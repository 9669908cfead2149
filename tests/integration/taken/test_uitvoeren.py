"""How a job ends: done with all it did, or failed with nothing; and never by a worker that lost its hold."""

import logging
from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.achtergrond import verwerk_alles
from app.achtergrond.uitvoeren import ONVERWACHT, geef_terug, pak_volgende, voer_uit
from app.models import Taak, TaakStatus
from app.services.logboek import Dader
from app.services.taken.fouten import TaakNietTeWijzigen
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit

Plan = Callable[..., Taak]
Sporen = Callable[[], Counter[int]]


def voer_alles_uit(app: Flask, taak: Taak, session: Session) -> Taak:
    verwerk_alles(app)
    session.refresh(taak)
    return taak


def test_klaar(app: Flask, session: Session, plan: Plan) -> None:
    taak = voer_alles_uit(app, plan("kort"), session)
    assert taak.status is TaakStatus.KLAAR
    assert (taak.melding, taak.resultaat) == ("3 rijen gelezen.", {"nieuw": 2, "gelijk": 1})
    assert (taak.gedaan, taak.totaal, taak.pogingen) == (3, 3, 1)
    assert taak.werker
    assert taak.gestart_op is not None
    assert taak.klaar_op is not None
    assert taak.gestart_op <= taak.klaar_op


def test_op_volgorde(app: Flask, session: Session, plan: Plan) -> None:
    taken = [plan("kort") for _ in range(3)]
    assert [greep.taak_id for _ in taken if (greep := pak_volgende(app))] == [taak.id for taak in taken]
    assert pak_volgende(app) is None


def test_wat_niet_kan_zegt_waarom_en_bewaart_niets(app: Flask, session: Session, plan: Plan, sporen: Sporen) -> None:
    taak = voer_alles_uit(app, plan("kan niet"), session)
    assert (taak.status, taak.melding) == (TaakStatus.MISLUKT, "Regel 3 is geen getal.")
    assert not sporen()


def test_wat_vastloopt_staat_in_het_log_en_bewaart_niets(
    app: Flask, session: Session, plan: Plan, sporen: Sporen, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        taak = voer_alles_uit(app, plan("loopt vast"), session)
    assert (taak.status, taak.melding) == (TaakStatus.MISLUKT, ONVERWACHT)
    assert "ZeroDivisionError" in caplog.text
    assert not sporen()


def test_wat_tussendoor_bevestigd_is_blijft_met_hoever_het_was(
    app: Flask, session: Session, plan: Plan, sporen: Sporen
) -> None:
    taak = voer_alles_uit(app, plan("in stukken"), session)
    assert taak.status is TaakStatus.MISLUKT
    assert (taak.gedaan, taak.totaal) == (1, 2)
    assert sporen() == {taak.id: 1}


def test_wat_is_afgebroken_bewaart_niets_meer(app: Flask, session: Session, plan: Plan, sporen: Sporen) -> None:
    taak = voer_alles_uit(app, plan("afgebroken"), session)
    assert taak.status is TaakStatus.AFGEBROKEN
    assert not sporen()


def test_wie_zijn_taak_kwijt_is_bewaart_niets_meer(app: Flask, session: Session, plan: Plan, sporen: Sporen) -> None:
    """The first worker is still at it when a second one takes the same job: only what the second does counts."""
    taak = voer_alles_uit(app, plan("overgenomen"), session)
    assert (taak.status, taak.melding, taak.pogingen) == (TaakStatus.KLAAR, "Poging 2.", 2)
    assert sporen() == {taak.id: 1}


def test_afbreken_is_geen_fout_die_een_taak_kan_opvangen(app: Flask, session: Session, plan: Plan) -> None:
    taak = voer_alles_uit(app, plan("slikt alles"), session)
    assert taak.status is TaakStatus.AFGEBROKEN
    assert taak.melding == "Afgebroken op verzoek."


def test_terug_in_de_wachtrij(app: Flask, session: Session, plan: Plan) -> None:
    taak = plan("kort")
    greep = pak_volgende(app)
    assert greep is not None
    geef_terug(app, greep)
    session.refresh(taak)
    assert (taak.status, taak.gestart_op, taak.werker) == (TaakStatus.WACHT, None, "")
    assert voer_alles_uit(app, taak, session).pogingen == 2


def test_een_vervallen_greep_doet_niets_meer(app: Flask, session: Session, plan: Plan, sporen: Sporen) -> None:
    taak = plan("kort")
    eerste = pak_volgende(app)
    assert eerste is not None
    geef_terug(app, eerste)
    tweede = pak_volgende(app)
    assert tweede is not None
    voer_uit(app, eerste)
    geef_terug(app, eerste)
    session.refresh(taak)
    assert taak.status is TaakStatus.BEZIG
    assert not sporen()
    voer_uit(app, tweede)
    assert sporen() == {taak.id: 1}


def test_opnieuw_kan_alleen_wat_mislukt_of_afgebroken_is(app: Flask, session: Session, plan: Plan, door: Dader) -> None:
    taak = plan("kort")
    with pytest.raises(TaakNietTeWijzigen, match="wacht al"):
        voer_opnieuw_uit(session, taak=taak, door=door)
    breek_af(session, taak=taak, door=door)
    session.commit()
    assert verwerk_alles(app) == 0
    voer_opnieuw_uit(session, taak=taak, door=door)
    session.commit()
    assert voer_alles_uit(app, taak, session).status is TaakStatus.KLAAR
    with pytest.raises(TaakNietTeWijzigen, match="is al klaar"):
        breek_af(session, taak=taak, door=door)
