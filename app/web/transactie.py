"""The one place that commits for the screens: after a changing request that went well.

A form that comes back with errors (422), a conflict (409) or a fault stores nothing at all.
"""

from flask import Flask, Response, request

from app.models import db

LEZEND = {"GET", "HEAD", "OPTIONS"}


def init_app(app: Flask) -> None:
    @app.after_request
    def bevestig(antwoord: Response) -> Response:
        if request.method in LEZEND or antwoord.status_code >= 400:
            db.session.rollback()
        else:
            db.session.commit()
        return antwoord
