"""What Prometheus counts of the requests. Only loaded when it is asked for: see gunicorn.conf.py, which says where the
processes keep their counts, and scripts/metrics_server.py, which shows them."""

from typing import Any

from flask import Flask
from prometheus_client import Counter, Histogram
from sqlalchemy import event

from app.models import db
from app.web.verzoek import Verzoek

VERZOEKEN = Counter("doelspoor_requests", "Requests that were answered.", ["route", "method", "status"])
DUUR = Histogram(
    "doelspoor_request_seconds",
    "From the first byte in to the last byte out.",
    ["route"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
DATABASEFOUTEN = Counter("doelspoor_database_errors", "Statements that the database refused or lost.", ["kind"])


def tel(verzoek: Verzoek) -> None:
    """By route, of which there are as many as the product has; never by address."""
    route = verzoek.route or "?"
    VERZOEKEN.labels(route, verzoek.methode, f"{verzoek.status // 100}xx").inc()
    DUUR.labels(route).observe(verzoek.duur)


def tel_fout(fout: Any) -> None:
    DATABASEFOUTEN.labels(type(fout.original_exception).__name__).inc()


def init_app(app: Flask) -> None:
    app.extensions["verzoek_klaar"].append(tel)
    with app.app_context():
        event.listen(db.engine, "handle_error", tel_fout)
