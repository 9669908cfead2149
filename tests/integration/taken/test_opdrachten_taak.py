"""`flask taak` and `flask werker` on the command line."""

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy.orm import Session

from app.models import Taak, TaakStatus

Plan = Callable[..., Taak]
Voer = Callable[..., Result]


@pytest.fixture
def voer(app: Flask) -> Voer:
    def doe(*woorden: str) -> Result:
        with app.app_context():
            return app.test_cli_runner().invoke(args=list(woorden))

    return doe


def test_uitvoeren_en_bekijken(session: Session, plan: Plan, voer: Voer) -> None:
    goed, fout = plan("kort"), plan("kan niet")
    assert voer("werker", "--eenmalig").output == "2 taken uitgevoerd.\n"
    regels = voer("taak", "lijst", "--organisatie", "het-hogeland").output.splitlines()
    assert [regel.split()[:3] for regel in regels] == [
        [str(fout.id), "mislukt", "0"],
        [str(goed.id), "klaar", "3/3"],
    ]
    assert "Regel 3 is geen getal." in regels[0]
    assert voer("taak", "lijst", "--organisatie", "eemsdelta").output == ""


def test_opnieuw_en_afbreken(session: Session, plan: Plan, voer: Voer) -> None:
    taak = plan("kort")
    assert voer("taak", "afbreken", str(taak.id)).exit_code == 0
    assert voer("taak", "opnieuw", str(taak.id)).output == f"Taak {taak.id} wacht weer.\n"
    session.rollback()
    session.refresh(taak)
    assert taak.status is TaakStatus.WACHT


def test_wat_niet_kan_zegt_waarom(plan: Plan, voer: Voer) -> None:
    taak = plan("kort")
    uitkomst = voer("taak", "opnieuw", str(taak.id))
    assert (uitkomst.exit_code, uitkomst.stderr) == (
        2,
        "De taak wacht al, is bezig of is klaar; zij wordt niet nog eens uitgevoerd.\n",
    )
    assert (voer("taak", "afbreken", "4321").stderr) == "Er is geen taak 4321.\n"
    assert voer("taak", "lijst", "--organisatie", "nergens").stderr == "Er is geen organisatie 'nergens'.\n"


@pytest.mark.parametrize(
    "woorden", [("werker",), ("werker", "--eenmalig"), ("taak", "lijst"), ("taak", "opnieuw", "1")]
)
def test_zonder_tabellen(app_zonder_tabellen: Flask, woorden: tuple[str, ...]) -> None:
    with app_zonder_tabellen.app_context():
        uitkomst = app_zonder_tabellen.test_cli_runner().invoke(args=list(woorden))
    assert uitkomst.exit_code == 2
    assert uitkomst.stderr == "De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.\n"
