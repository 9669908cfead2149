"""Hands the application to gunicorn and to `flask --app wsgi`."""

from app import create_app
from config import lees_instellingen

app = create_app(lees_instellingen())
