"""Testdorp, with the two doors: `opdracht(inhoud, *opties)` and `scherm.lees(inhoud)`."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.integration.indicatoren.cijferhulp import Wereld, maak_wereld
from tests.integration.metingen_importeren.hulp import Opdrachtregel, Scherm


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return maak_wereld(app, session)


@pytest.fixture
def opdracht(wereld: Wereld, tmp_path: Path) -> Opdrachtregel:
    return Opdrachtregel(wereld, tmp_path)


@pytest.fixture
def scherm(wereld: Wereld) -> Scherm:
    return Scherm(wereld)
