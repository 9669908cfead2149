"""The application with the kinds of work of the tests, for `flask --app tests.integration.taken.proefapp werker`."""

from app import create_app
from app.achtergrond import werker
from config import lees_instellingen
from tests.integration.taken import soorten

__all__ = ["app", "soorten"]

# A job that must stop gets its time, but a test need not sit through all of it.
werker.GENADE, werker.UITLOOP = 1.0, 0.5

app = create_app(lees_instellingen())
