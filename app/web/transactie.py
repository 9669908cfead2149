"""The one place that commits for the screens: after a changing request that went well.

A form that comes back with errors (422), a conflict (409) or a fault stores nothing at all.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from flask import Flask, Response, after_this_request, current_app, g, request

from app.models import db

T = TypeVar("T")
LEZEND = {"GET", "HEAD", "OPTIONS"}


def init_app(app: Flask) -> None:
    @app.after_request
    def bevestig(antwoord: Response) -> Response:
        lezend = request.method in LEZEND and "ook_lezend" not in g
        if lezend or antwoord.status_code >= 400:
            db.session.rollback()
        else:
            db.session.commit()
        return antwoord


def sla_ook_lezend_op() -> None:
    """For a visit that changes something: somebody comes back from elsewhere, and that can only be a GET."""
    g.ook_lezend = True


def na_afloop(werk: Callable[[], T], daarna: Callable[[T], object]) -> None:
    """`werk` is done, and committed, when the answer has gone out: nobody waits for it, or learns how long it took.

    `daarna` gets what it gave, and finds it stored. Only when the request went well; a fault is logged, as there is
    nobody left to tell.
    """
    app = cast(Flask, current_app._get_current_object())  # type: ignore[attr-defined]

    def voer_uit() -> None:
        with app.app_context():
            try:
                uit = werk()
                db.session.commit()
                daarna(uit)
            except Exception:
                app.logger.exception("Wat na het antwoord moest gebeuren, is mislukt")

    @after_this_request
    def plan(antwoord: Response) -> Response:
        if antwoord.status_code < 400:
            antwoord.call_on_close(voer_uit)
        return antwoord
