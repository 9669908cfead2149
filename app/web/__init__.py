"""What all screens share: headers, errors, templates, conflicts, and the one place that commits."""

from flask import Flask

from app.web import adressen, fouten, koppen, ondertekening, proxy, sjablonen, sqlite, statisch, transactie, verzoek


def init_app(app: Flask) -> None:
    adressen.init_app(app)
    ondertekening.init_app(app)
    transactie.init_app(app)
    fouten.init_app(app)
    sjablonen.init_app(app)
    sqlite.init_app(app)
    # From the inside out: each one wraps what stands above it.
    statisch.init_app(app)
    proxy.init_app(app)
    koppen.init_app(app)
    verzoek.init_app(app)
    if app.config["SERVER"].metrics_poort:
        from app.web import metrics  # costs memory, and may only be loaded when there is a place to count in

        metrics.init_app(app)
