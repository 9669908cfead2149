"""Hands the application to gunicorn and to `flask --app wsgi`."""

import logregels
from app import create_app
from config import lees_instellingen

instellingen = lees_instellingen()
logregels.stel_in(instellingen.server.logniveau, als_json=instellingen.productie)
app = create_app(instellingen)
