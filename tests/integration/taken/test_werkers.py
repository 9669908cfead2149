"""Real workers, each a process of its own as `flask werker` starts it: killed, stopped, and two at the same time."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.models import Taak, TaakStatus
from app.services.logboek import Dader
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit
from app.services.taken.opruimen import GESTOPT
from config import PROJECT
from tests.databases import SLEUTEL

AANTAL = 200
UITERLIJK = 120.0  # seconds; only a test that has gone wrong waits so long
OPDRACHT = [sys.executable, "-W", "error", "-m", "flask", "--app", "tests.integration.taken.proefapp", "werker"]

Plan = Callable[..., Taak]
Sporen = Callable[[], Counter[int]]
Proces = subprocess.Popen[str]
Start = Callable[..., Proces]
Wacht = Callable[[Taak, Callable[[Taak], bool]], None]


@pytest.fixture
def processen() -> list[Proces]:
    """All workers of this test."""
    return []


@pytest.fixture
def start(app: Flask, processen: list[Proces]) -> Iterator[Start]:
    omgeving = {
        **os.environ,
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "SECRET_KEY": SLEUTEL,
    }
    with ExitStack() as einde:

        def begin(*opties: str, **instellingen: str) -> Proces:
            proces = subprocess.Popen(
                [*OPDRACHT, *opties],
                cwd=PROJECT,
                env=omgeving | instellingen,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            einde.enter_context(proces)
            einde.callback(proces.kill)
            processen.append(proces)
            return proces

        yield begin


@pytest.fixture
def wacht(session: Session, processen: list[Proces]) -> Wacht:
    """Looks at a job, as a page does, until something holds for it."""

    def kijk(taak: Taak, klopt: Callable[[Taak], bool]) -> None:
        einde = time.monotonic() + UITERLIJK
        while time.monotonic() < einde:
            session.rollback()
            session.refresh(taak)
            if klopt(taak):
                session.rollback()
                return
            gevallen = [proces for proces in processen if (proces.poll() or 0) > 0]
            assert not gevallen, gevallen[0].communicate()[0]
            time.sleep(0.1)
        pytest.fail(f"taak {taak.id} is {taak.status.value}, {taak.gedaan} gedaan: {taak.melding}")

    return kijk


def is_klaar(taak: Taak) -> bool:
    return taak.status is TaakStatus.KLAAR


def is_op_weg(taak: Taak) -> bool:
    return taak.status is TaakStatus.BEZIG and taak.gedaan > 0


def test_een_gedode_werker_wordt_gezien_en_de_taak_kan_opnieuw(
    session: Session, plan: Plan, start: Start, wacht: Wacht, door: Dader, sporen: Sporen, tmp_path: Path
) -> None:
    """How far it is was written by the one process and is read here, in another."""
    los = tmp_path / "los"
    taak = plan("lang", los=str(los))
    werker = start()
    wacht(taak, is_op_weg)
    assert taak.totaal == 1_000_000
    werker.kill()
    werker.wait()
    start(DOELSPOOR_TAAK_STIL_NA="3")
    wacht(taak, lambda t: t.status is TaakStatus.MISLUKT)
    assert taak.melding == GESTOPT
    assert not sporen()
    los.touch()
    voer_opnieuw_uit(session, taak=taak, door=door)
    session.commit()
    wacht(taak, is_klaar)
    assert (taak.melding, taak.pogingen) == ("Losgelaten.", 2)
    assert sporen() == {taak.id: 1}


def test_twee_werkers_doen_elke_taak_precies_een_keer(plan: Plan, start: Start, sporen: Sporen) -> None:
    taken = [plan("kort", bevestig=False) for _ in range(AANTAL - 1)] + [plan("kort")]
    werkers = [start("--eenmalig"), start("--eenmalig")]
    uitvoer = [werker.communicate(timeout=UITERLIJK)[0] for werker in werkers]
    assert [werker.returncode for werker in werkers] == [0, 0], uitvoer
    assert sporen() == {taak.id: 1 for taak in taken}
    assert sum(int(tekst.split()[0]) for tekst in uitvoer) == AANTAL


def test_afbreken_houdt_een_lopende_taak_op(
    session: Session, plan: Plan, start: Start, wacht: Wacht, door: Dader, sporen: Sporen, tmp_path: Path
) -> None:
    """The worker goes on with the next job."""
    taak, volgende = plan("lang", los=str(tmp_path / "nooit")), plan("kort")
    start()
    wacht(taak, is_op_weg)
    breek_af(session, taak=taak, door=door)
    session.commit()
    wacht(volgende, is_klaar)
    assert sporen() == {volgende.id: 1}
    session.refresh(taak)
    assert taak.status is TaakStatus.AFGEBROKEN


def test_wie_moet_stoppen_maakt_eerst_af(
    plan: Plan, start: Start, wacht: Wacht, sporen: Sporen, tmp_path: Path
) -> None:
    los = tmp_path / "los"
    taak = plan("lang", los=str(los))
    werker = start()
    wacht(taak, is_op_weg)
    werker.send_signal(signal.SIGTERM)
    los.touch()
    uitvoer, _ = werker.communicate(timeout=UITERLIJK)
    assert werker.returncode == 0
    assert uitvoer.splitlines() == ["De werker wacht op taken.", "De werker is gestopt."]
    wacht(taak, is_klaar)
    assert sporen() == {taak.id: 1}


def test_wie_niet_op_tijd_klaar_is_legt_terug(
    plan: Plan, start: Start, wacht: Wacht, sporen: Sporen, tmp_path: Path
) -> None:
    taak = plan("lang", los=str(tmp_path / "nooit"))
    werker = start()
    wacht(taak, is_op_weg)
    werker.send_signal(signal.SIGTERM)
    werker.communicate(timeout=UITERLIJK)
    assert werker.returncode == 0
    wacht(taak, lambda t: t.status is TaakStatus.WACHT)
    assert (taak.gedaan, taak.gestart_op, taak.werker) == (0, None, "")
    assert not sporen()


def test_wie_niets_laat_horen_houdt_een_werker_niet_tegen(
    plan: Plan, start: Start, wacht: Wacht, sporen: Sporen, tmp_path: Path
) -> None:
    begonnen = tmp_path / "begonnen"
    taak = plan("zwijgt", begonnen=str(begonnen))
    werker = start()
    wacht(taak, lambda _: begonnen.exists())
    werker.send_signal(signal.SIGINT)
    werker.communicate(timeout=UITERLIJK)
    wacht(taak, lambda t: t.status is TaakStatus.WACHT)
    assert not sporen()
