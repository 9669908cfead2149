"""The application with the kinds of work of the tests, for `flask --app tests.integration.taken.proefapp werker`."""

from app import create_app
from config import lees_instellingen
from tests.integration.taken import soorten

__all__ = ["app", "soorten"]

app = create_app(lees_instellingen())
