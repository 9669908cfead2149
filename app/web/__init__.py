"""What all screens share: headers, errors, templates, conflicts, and the one place that commits."""

from flask import Flask
from whitenoise import WhiteNoise

from app.web import adressen, fouten, koppen, sjablonen, sqlite, transactie


def init_app(app: Flask) -> None:
    adressen.init_app(app)
    koppen.init_app(app)
    transactie.init_app(app)
    fouten.init_app(app)
    sjablonen.init_app(app)
    sqlite.init_app(app)
    app.wsgi_app = WhiteNoise(app.wsgi_app, root=app.static_folder, prefix="static/", max_age=3600)  # type: ignore[method-assign]
