"""The gemeente of the tests of the reports."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.integration.rapportages.rapporthulp import Wereld, maak_wereld


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return maak_wereld(app, session)
