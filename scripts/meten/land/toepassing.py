"""For gunicorn: the application with two things that only a measurement needs. Never served to people.

Every answer tells how many statements it sent to the database, and `/meten/vloer/NAAM` gives the bytes of that file to
who is logged in: what a page would cost if making it cost nothing.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, g, has_app_context
from sqlalchemy import event

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import db
from scripts.meten.land.afspraken import QUERIES, VLOER, VLOERMAP
from wsgi import app as app


@cache
def _inhoud(naam: str) -> bytes:
    return (Path(os.environ[VLOERMAP]) / naam).read_bytes()


@vereist(Recht.INGELOGD)
def vloer(naam: str) -> Response:
    return Response(_inhoud(naam), mimetype="text/html")


def _tel(*_rest: Any) -> None:
    if has_app_context():
        g.queries = g.get("queries", 0) + 1


def _meld(antwoord: Response) -> Response:
    antwoord.headers[QUERIES] = str(g.get("queries", 0))
    return antwoord


app.add_url_rule(f"{VLOER}/<naam>", view_func=vloer)
app.after_request(_meld)
with app.app_context():
    event.listen(db.engine, "before_cursor_execute", _tel)
