"""Which version a command takes, and that it cannot change one that is vastgesteld."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Notitie, Organisatie
from tests.integration import bewerkhulp
from tests.integration.versies import hulp


@pytest.fixture
def versies(session: Session) -> tuple[Notitie, Notitie]:
    """Version 1, vastgesteld, and the concept that follows it, whose datum was set back."""
    gemeente: Organisatie = bewerkhulp.maak_organisatie(session)
    eerste = hulp.stel(session, hulp.maak_notitie(session, gemeente))
    tweede = hulp.volgende(session, eerste)
    tweede.titel = "Jeugd, tweede keer"
    session.commit()
    return eerste, tweede


@pytest.mark.parametrize(("welke", "titel"), [(None, "Jeugd, tweede keer"), (0, "Jeugd"), (1, "Jeugd, tweede keer")])
def test_zonder_nummer_de_laatste_versie_en_met_een_nummer_elke(
    app: Flask, versies: tuple[Notitie, Notitie], tmp_path: Path, welke: int | None, titel: str
) -> None:
    uit = tmp_path / "notitie.json"
    keuze = ["--notitie", str(versies[welke].id)] if welke is not None else []
    args = ["exporteer", "notitie", "--organisatie", "testdorp", *keuze, "--formaat", "json", "--uit", str(uit)]
    uitkomst = app.test_cli_runner().invoke(args=args)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert json.dumps(titel)[1:-1] in uit.read_text()


def test_bijwerken_van_een_vastgestelde_versie_wordt_geweigerd(
    app: Flask, session: Session, versies: tuple[Notitie, Notitie], tmp_path: Path
) -> None:
    eerste, tweede = versies
    hulp.stel(session, tweede)
    uit = tmp_path / "notitie.docx"
    organisatie = ["--organisatie", "testdorp"]
    runner = app.test_cli_runner()
    assert (
        runner.invoke(args=["exporteer", "notitie", *organisatie, "--formaat", "docx", "--uit", str(uit)]).exit_code
        == 0
    )
    uitkomst = runner.invoke(args=["importeer", "notitie", str(uit), *organisatie, "--bestaand", "bijwerken"])
    assert uitkomst.exit_code == 2, uitkomst.output
    assert "is vastgesteld en kan niet worden gewijzigd. Begin een nieuw concept" in uitkomst.stderr
    assert session.scalar(select(func.count(Notitie.id))) == 2
    assert eerste.versienummer == 1
